//! How many healthy years remain from each age on, for the nations and the UK.

use super::{Code, Period, Sex};

/// Healthy life expectancy at every age, of one nation or the UK. The source gives no limits.
#[derive(Debug, Clone, PartialEq)]
pub struct ByAge {
    /// A nation or the UK.
    pub area: Code,
    /// Whom the figures are for.
    pub sex: Sex,
    /// When.
    pub period: Period,
    /// From birth on, each band beginning where the one before ends.
    pub ages: Vec<FromAge>,
}

/// What remains to someone who has reached a band of ages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FromAge {
    /// First year of age.
    pub first: u8,
    /// Last year of age, included; none in the last band, which is open.
    pub last: Option<u8>,
    /// Healthy life expectancy from the first year of age on, in years.
    pub healthy: f64,
    /// The share of all remaining years that are healthy, in per cent.
    pub share: f64,
}

impl ByAge {
    /// What they are ordered by, and unique in.
    pub fn key(&self) -> (Code, Sex, Period) {
        (self.area, self.sex, self.period)
    }

    /// Whether the bands begin at birth, follow on one another and end open.
    pub fn is_complete(&self) -> bool {
        let mut next = Some(0);
        for band in &self.ages {
            if next != Some(band.first) || band.last.is_some_and(|last| last < band.first) {
                return false;
            }
            next = band.last.and_then(|last| last.checked_add(1));
        }
        next.is_none() && !self.ages.is_empty()
    }
}

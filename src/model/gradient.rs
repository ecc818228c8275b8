//! How life expectancies rise from a nation's most deprived neighbourhoods to its least deprived.

use super::{Nation, Period, Sex};

/// A nation's own index of deprivation. Indices of different nations are not comparable with one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeprivationIndex {
    /// The nation, which has one index.
    pub nation: Nation,
    /// The year the edition is named for; none where the source does not say.
    pub edition: Option<u16>,
}

/// Life expectancies of a nation's neighbourhoods, sorted by deprivation into groups of equal number: tenths in
/// England, fifths in Wales. The sources give no limits.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradient {
    /// The index that sorts the neighbourhoods.
    pub index: DeprivationIndex,
    /// Whom the figures are for.
    pub sex: Sex,
    /// When.
    pub period: Period,
    /// Healthy life expectancy at birth in years, one a group, the most deprived first. At least two groups.
    pub healthy: Vec<f64>,
    /// Total life expectancy at birth in years, as many and in the same order; none where it is not published.
    pub total: Option<Vec<f64>>,
}

impl DeprivationIndex {
    /// The letters it is known by.
    pub fn letters(self) -> &'static str {
        match self.nation {
            Nation::England => "IMD",
            Nation::Wales => "WIMD",
            Nation::Scotland => "SIMD",
            Nation::NorthernIreland => "NIMDM",
        }
    }

    /// Its name in full, without edition.
    pub fn name(self) -> &'static str {
        match self.nation {
            Nation::England => "Index of Multiple Deprivation",
            Nation::Wales => "Welsh Index of Multiple Deprivation",
            Nation::Scotland => "Scottish Index of Multiple Deprivation",
            Nation::NorthernIreland => "Northern Ireland Multiple Deprivation Measure",
        }
    }
}

impl Gradient {
    /// What gradients are ordered by, and unique in.
    pub fn key(&self) -> (DeprivationIndex, Sex, Period) {
        (self.index, self.sex, self.period)
    }
}

//! How strongly each circumstance goes together with healthy life expectancy over one set of areas, worked out when the
//! figures are published: doing so needs every measure.

use super::{Code, IndicatorId, Period, Sex};

/// Correlations over England's local areas, the same areas for every circumstance and both sexes.
#[derive(Debug, Clone, PartialEq)]
pub struct Strengths {
    /// The period of healthy life expectancy.
    pub period: Period,
    /// How many of England's local areas have healthy life expectancy for both sexes.
    pub measured: usize,
    /// The areas that the correlations are over, in code order.
    pub areas: Vec<Code>,
    /// Share of the spread of healthy life expectancy over them that is sampling error, 0 to 1: women's, men's.
    pub noise: [f64; 2],
    /// One for each circumstance of England that could be shown, in the atlas's order.
    pub of: Vec<Strength>,
}

/// One circumstance.
#[derive(Debug, Clone, PartialEq)]
pub struct Strength {
    /// The circumstance.
    pub indicator: IndicatorId,
    /// Its period.
    pub period: Period,
    /// How many of the measured areas have it.
    pub areas: usize,
    /// Women's correlation, then men's; none where too few areas have it.
    pub of: Option<[Correlation; 2]>,
}

/// A correlation over the common areas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// Pearson's r, to four decimals.
    pub r: f64,
    /// The same without London's boroughs.
    pub without_london: f64,
}

/// A sex's place in pairs of women's and men's.
pub fn place_of(sex: Sex) -> usize {
    match sex {
        Sex::Female => 0,
        Sex::Male => 1,
    }
}

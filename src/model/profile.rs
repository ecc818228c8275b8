//! The circumstances of one place in few bytes: a page of one place shows a value of nearly every measure, and would have to
//! fetch them all.

use super::{Code, Estimate, IndicatorId, Period};

/// The latest figure of every circumstance that covers a place's nation.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The place: a local area, a region, a combined authority, a nation or the UK.
    pub area: Code,
    /// Its circumstances, in the atlas's order.
    pub of: Vec<InProfile>,
    /// Those that stand out given how deprived it is, the furthest first; none where that is not worked out.
    pub stands_out: Option<Vec<Unusual>>,
    /// How the local areas of a nation, or of the UK, are spread; only those have any.
    pub spreads: Vec<Spread>,
}

/// One circumstance of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct InProfile {
    /// The circumstance.
    pub indicator: IndicatorId,
    /// The place's figure, without limits, to two decimals more than it is shown.
    pub estimate: Estimate,
}

/// A circumstance of a place that stands out.
#[derive(Debug, Clone, PartialEq)]
pub struct Unusual {
    /// The circumstance.
    pub indicator: IndicatorId,
    /// Its distance from what income deprivation lets expect, in robust standard deviations, to two decimals.
    pub z: f64,
}

/// How the local areas of a nation are spread over a circumstance, in its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The circumstance.
    pub indicator: IndicatorId,
    /// The period: the same in the profile of every place.
    pub period: Period,
    /// How many local areas have it.
    pub areas: usize,
    /// Least, lower quartile, median, upper quartile, greatest.
    pub marks: [f64; 5],
}

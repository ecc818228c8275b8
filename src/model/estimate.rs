//! A published value with its limits, or the reason why there is none.

use serde::{Deserialize, Serialize};

use super::Listed;

/// The 95% confidence limits of a value, in the value's unit. `lower ≤ upper`, both finite.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Lower limit.
    pub lower: f64,
    /// Upper limit.
    pub upper: f64,
}

impl Limits {
    /// The standard error that the published limits imply: (upper − lower) / (2 × 1.96).
    pub fn standard_error(self) -> f64 {
        (self.upper - self.lower) / (2.0 * 1.96)
    }
}

/// A value that was published.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The value, finite, in the indicator's unit.
    pub value: f64,
    /// Its 95% confidence limits, where the publisher gives them.
    pub limits: Option<Limits>,
    /// What a reader should know about this one value.
    pub mark: Mark,
}

/// What a reader should know about one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mark {
    /// As published for this area.
    Published,
    /// The publisher added smaller areas up; may differ slightly from other published figures.
    Aggregated,
    /// Computed by us or our source from smaller areas by a stated rule; not an official figure for the area.
    Computed,
    /// Published for this area together with a very small neighbour.
    WithNeighbour,
    /// From another survey than the indicator's other areas.
    OtherSurvey,
    /// The publisher calls the estimate or its limits unreliable (few people in the sample).
    LimitsUnreliable,
}

/// Why an estimate is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Missing {
    /// The publisher does not give a figure for this area and period.
    NotPublished,
    /// The publisher marks the figure as not available.
    NotAvailable,
    /// The publisher withholds the figure: too unreliable, or it could identify people.
    Suppressed,
    /// The indicator is another nation's.
    OtherNation,
    /// The area did not exist in the period: its predecessor was divided.
    BoundaryChange,
    /// Published together with a larger neighbour, where the figure is shown.
    WithNeighbour,
    /// Too few residents for an estimate (City of London, Isles of Scilly).
    TooFewPeople,
}

/// A published value, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Estimate {
    /// There is a value.
    Known(Known),
    /// There is none, and this is why.
    Missing(Missing),
}

impl Estimate {
    /// The value with its limits, if there is one.
    pub fn known(self) -> Option<Known> {
        match self {
            Estimate::Known(known) => Some(known),
            Estimate::Missing(_) => None,
        }
    }
}

impl Listed for Mark {
    const ALL: &'static [Mark] = &[
        Mark::Published,
        Mark::Aggregated,
        Mark::Computed,
        Mark::WithNeighbour,
        Mark::OtherSurvey,
        Mark::LimitsUnreliable,
    ];

    fn id(self) -> &'static str {
        match self {
            Mark::Published => "",
            Mark::Aggregated => "aggregated",
            Mark::Computed => "computed",
            Mark::WithNeighbour => "with-neighbour",
            Mark::OtherSurvey => "other-survey",
            Mark::LimitsUnreliable => "limits-unreliable",
        }
    }
}

impl Listed for Missing {
    const ALL: &'static [Missing] = &[
        Missing::NotPublished,
        Missing::NotAvailable,
        Missing::Suppressed,
        Missing::OtherNation,
        Missing::BoundaryChange,
        Missing::WithNeighbour,
        Missing::TooFewPeople,
    ];

    fn id(self) -> &'static str {
        match self {
            Missing::NotPublished => "not-published",
            Missing::NotAvailable => "not-available",
            Missing::Suppressed => "suppressed",
            Missing::OtherNation => "other-nation",
            Missing::BoundaryChange => "boundary-change",
            Missing::WithNeighbour => "in-neighbour",
            Missing::TooFewPeople => "too-few-people",
        }
    }
}

super::listed::from_str!(Mark, Missing);

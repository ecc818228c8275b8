//! One place against another.

use super::{Measure, NoFact, Outcomes};
use crate::model::{Area, AreaKind, Code};
use crate::stats::{self, Difference, Verdict};

/// One place against another: the difference between their figures and what may be said of it.
///
/// Both figures are of one outcome, sex and period. There is no way to make one without its verdict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison<'a> {
    measure: Measure,
    one: &'a Area,
    other: &'a Area,
    difference: Difference,
}

impl<'a> Comparison<'a> {
    /// The first place against the second, by the Difference rule.
    ///
    /// # Errors
    /// [`NoFact::Itself`], or that a figure or its limits are missing.
    pub fn of(outcomes: &Outcomes<'a>, one: Code, other: Code) -> Result<Comparison<'a>, NoFact> {
        if one == other {
            return Err(NoFact::Itself);
        }
        let (a, b) = (outcomes.measured(one)?, outcomes.measured(other)?);
        let difference = stats::difference(a, b).map_err(|_| NoFact::NoAnswer)?;
        Ok(Comparison {
            measure: outcomes.measure(),
            one: outcomes.area(one)?,
            other: outcomes.area(other)?,
            difference,
        })
    }

    /// A place against the nation it lies in; a nation against the UK.
    ///
    /// # Errors
    /// Those of [`Comparison::of`]; [`NoFact::Itself`] for the UK.
    pub fn with_whole(outcomes: &Outcomes<'a>, area: &Area) -> Result<Comparison<'a>, NoFact> {
        Comparison::of(outcomes, area.code, whole_of(area).ok_or(NoFact::Itself)?)
    }

    /// What is compared.
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// The place that is compared.
    pub fn one(&self) -> &'a Area {
        self.one
    }

    /// The place it is compared with.
    pub fn other(&self) -> &'a Area {
        self.other
    }

    /// The first less the second, with its interval.
    pub fn difference(&self) -> &Difference {
        &self.difference
    }

    /// What may be said of the first against the second.
    pub fn verdict(&self) -> Verdict {
        self.difference.verdict
    }
}

/// The nation that an area lies in; the UK for a nation; none for the UK.
pub fn whole_of(area: &Area) -> Option<Code> {
    match area.kind {
        AreaKind::Uk => None,
        AreaKind::Nation => Some(Code::UK),
        _ => area.nation().map(|nation| nation.code()),
    }
}

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
    /// [`NoFact::Itself`], [`NoFact::MostOfIt`], or that a figure or its limits are missing.
    pub fn of(outcomes: &Outcomes<'a>, one: Code, other: Code) -> Result<Comparison<'a>, NoFact> {
        if one == other {
            return Err(NoFact::Itself);
        }
        if is_most_of(one, other) || is_most_of(other, one) {
            return Err(NoFact::MostOfIt);
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
    /// Those of [`Comparison::of`] and [`tested_against`].
    pub fn with_whole(outcomes: &Outcomes<'a>, area: &Area) -> Result<Comparison<'a>, NoFact> {
        Comparison::of(outcomes, area.code, tested_against(area)?)
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

/// The nation that an area is tested against; the UK for a nation.
///
/// # Errors
/// [`NoFact::Itself`] for the UK; [`NoFact::MostOfIt`] for England.
pub fn tested_against(area: &Area) -> Result<Code, NoFact> {
    let whole = whole_of(area).ok_or(NoFact::Itself)?;
    if is_most_of(area.code, whole) { Err(NoFact::MostOfIt) } else { Ok(whole) }
}

/// Whether a place is nearly all of another, five in six of its people: the rule takes the errors of two figures as
/// independent, and these two are nearly one. Any other place is a small enough part of its whole for the rule to hold.
fn is_most_of(part: Code, whole: Code) -> bool {
    (part, whole) == (Code::ENGLAND, Code::UK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plain;

    #[test]
    fn england_is_not_tested_against_the_uk_that_it_nearly_is() {
        let nation = |code: &str| tested_against(&plain::area(code.parse().unwrap(), AreaKind::Nation));
        assert_eq!(nation("E92000001"), Err(NoFact::MostOfIt));
        assert_eq!(nation("W92000004"), Ok(Code::UK));
        assert_eq!(tested_against(&plain::area(Code::UK, AreaKind::Uk)), Err(NoFact::Itself));
        let place = plain::area("E06000009".parse().unwrap(), AreaKind::Local);
        assert_eq!(tested_against(&place), Ok(Code::ENGLAND));
    }
}

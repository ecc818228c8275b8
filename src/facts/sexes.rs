//! Women against men, of a nation or the UK only.
//!
//! Local estimates of both sexes come from a model with one local effect: women and men of one area are not two findings,
//! and may not be tested against each other. A nation's estimates are its own, so that there the comparison is sound.

use super::{NoFact, Outcomes};
use crate::model::{Area, AreaKind, Sex};
use crate::stats::{self, Difference, InPeriod};
use crate::view::Outcome;

/// A nation or the UK. There is no other way to a comparison of women and men than through this, and no way to this for
/// any smaller area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct National<'a>(&'a Area);

/// Women against men in one nation, of one outcome in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BetweenSexes<'a> {
    nation: National<'a>,
    outcome: Outcome,
    women: InPeriod,
    men: InPeriod,
    difference: Difference,
}

impl<'a> National<'a> {
    /// The area, if it is a nation or the UK.
    pub fn of(area: &'a Area) -> Option<National<'a>> {
        matches!(area.kind, AreaKind::Nation | AreaKind::Uk).then_some(National(area))
    }

    /// The nation, or the UK.
    pub fn area(self) -> &'a Area {
        self.0
    }
}

impl<'a> BetweenSexes<'a> {
    /// Women less men, by the Difference rule.
    ///
    /// # Errors
    /// That a figure or its limits are missing; [`NoFact::NoAnswer`] where the figures are not women's and men's of one
    /// outcome and period.
    pub fn of(women: &Outcomes, men: &Outcomes, nation: National<'a>) -> Result<BetweenSexes<'a>, NoFact> {
        let of_one = (women.outcome, women.period) == (men.outcome, men.period);
        if !of_one || (women.sex, men.sex) != (Sex::Female, Sex::Male) {
            return Err(NoFact::NoAnswer);
        }
        let in_period =
            |of: &Outcomes| of.measured(nation.0.code).map(|measured| InPeriod { period: of.period, measured });
        let (outcome, women, men) = (women.outcome, in_period(women)?, in_period(men)?);
        let difference = stats::difference(women.measured, men.measured).map_err(|_| NoFact::NoAnswer)?;
        Ok(BetweenSexes { nation, outcome, women, men, difference })
    }

    /// Women less men, with its interval and verdict.
    pub fn difference(&self) -> &Difference {
        &self.difference
    }

    /// By how much women's lead changed from one period to a later one that shares no year with it: negative where it
    /// became smaller.
    ///
    /// # Errors
    /// [`NoFact::SharedYear`]; [`NoFact::NoAnswer`] where the two are not of one nation and outcome.
    pub fn change_of_lead(&self, later: &BetweenSexes) -> Result<Difference, NoFact> {
        if (self.nation.0.code, self.outcome) != (later.nation.0.code, later.outcome) {
            return Err(NoFact::NoAnswer);
        }
        // (women₂ − women₁) − (men₂ − men₁): the same sum as a place's change against its nation's.
        Ok(stats::change_against((self.women, later.women), (self.men, later.men))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plain::area;
    use crate::model::{Atlas, Code, ColumnKey, Estimate, IndicatorId, Known, Limits, Mark, Period};
    use crate::stats::Verdict;

    /// The UK's healthy life expectancy as published: 2011–13, 2017–19 and 2022–24.
    fn uk() -> Atlas {
        let mut atlas = Atlas::new(String::new(), vec![area(Code::UK, AreaKind::Uk)], Vec::new(), Vec::new());
        for (years, women, men) in [
            ((2011, 2013), (63.7, 63.6, 63.9), (62.7, 62.6, 62.9)),
            ((2017, 2019), (63.5, 63.3, 63.6), (62.9, 62.7, 63.1)),
            ((2019, 2021), (63.4, 63.2, 63.6), (62.4, 62.3, 62.6)),
            ((2022, 2024), (60.9, 60.7, 61.2), (60.7, 60.5, 60.9)),
        ] {
            for (sex, (value, lower, upper)) in [(Sex::Female, women), (Sex::Male, men)] {
                let indicator = IndicatorId::new(IndicatorId::HEALTHY_LIFE_EXPECTANCY).unwrap();
                let key = ColumnKey { indicator, sex: Some(sex), period: Period::years(years.0, years.1).unwrap() };
                let limits = Some(Limits { lower, upper });
                atlas.insert(key, vec![Estimate::Known(Known { value, limits, mark: Mark::Published })]);
            }
        }
        atlas
    }

    fn outcomes(atlas: &Atlas, sex: Sex, first: u16) -> Outcomes<'_> {
        Outcomes::of(atlas, Outcome::Healthy, sex, Period::years(first, first + 2)).unwrap()
    }

    #[test]
    fn only_nations_and_the_uk_are_national() {
        for kind in [AreaKind::Local, AreaKind::Region, AreaKind::CombinedAuthority] {
            assert_eq!(National::of(&area(Code::UK, kind)), None);
        }
        assert!(National::of(&area(Code::UK, AreaKind::Uk)).is_some());
        assert!(National::of(&area(Code::WALES, AreaKind::Nation)).is_some());
    }

    /// In Python from the same limits, 0.1²/12 added to each squared error: z 8.64, then 1.19; the change −0.8, z −3.92.
    #[test]
    fn the_lead_in_healthy_years_has_gone() {
        let atlas = uk();
        let nation = National::of(&atlas.areas[0]).unwrap();
        let lead = |first| {
            let (women, men) = (outcomes(&atlas, Sex::Female, first), outcomes(&atlas, Sex::Male, first));
            BetweenSexes::of(&women, &men, nation).unwrap()
        };
        assert_eq!(lead(2011).difference().verdict, Verdict::ClearlyHigher);
        assert_eq!(lead(2022).difference().verdict, Verdict::CantTell);
        let change = lead(2011).change_of_lead(&lead(2022)).unwrap();
        assert!((change.gap + 0.8).abs() < 1e-9 && change.verdict == Verdict::ClearlyLower, "{change:?}");
        assert_eq!(lead(2017).change_of_lead(&lead(2019)), Err(NoFact::SharedYear));
    }

    #[test]
    fn what_is_not_women_against_men_of_one_period_is_refused() {
        let atlas = uk();
        let nation = National::of(&atlas.areas[0]).unwrap();
        let (women, men) = (outcomes(&atlas, Sex::Female, 2011), outcomes(&atlas, Sex::Male, 2022));
        assert_eq!(BetweenSexes::of(&women, &men, nation), Err(NoFact::NoAnswer));
        assert_eq!(BetweenSexes::of(&women, &women, nation), Err(NoFact::NoAnswer));
        assert_eq!(BetweenSexes::of(&men, &women, nation), Err(NoFact::NoAnswer));
    }
}

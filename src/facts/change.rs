//! A place in two periods, and its nation over the same ones.

use super::compare::tested_against;
use super::{NoFact, Outcomes};
use crate::model::{Area, Code, Estimate, Known, Period, Sex};
use crate::stats::{self, ChangeError, Difference, InPeriod};
use crate::view::Outcome;

/// The first period of healthy life expectancy.
pub const FIRST: (u16, u16) = (2011, 2013);

/// The last period before reported health fell nearly everywhere.
pub const LATEST_BEFORE_THE_FALL: (u16, u16) = (2017, 2019);

/// How an outcome of a place changed between two periods that share no year, and how its nation's did.
///
/// There is no way to make one of figures without limits, so no “fell” or “rose” is ever said of such.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change<'a> {
    /// What changed.
    pub outcome: Outcome,
    /// Whose lives.
    pub sex: Sex,
    /// The place.
    pub area: &'a Area,
    /// The earlier period.
    pub from: Period,
    /// The later period.
    pub to: Period,
    /// The earlier figure.
    pub before: Known,
    /// The later figure.
    pub after: Known,
    /// The later less the earlier.
    pub difference: Difference,
    /// The nation over the same periods; the UK for a nation, nothing for the UK and for England, which is most of it.
    pub nation: Option<NationsChange<'a>>,
}

/// How the nation changed over the same periods, and the place's change against that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NationsChange<'a> {
    /// The nation, or the UK.
    pub area: &'a Area,
    /// Its earlier figure.
    pub before: Known,
    /// Its later figure.
    pub after: Known,
    /// Its later figure less its earlier.
    pub difference: Difference,
    /// The place's change less its own.
    pub against: Difference,
}

impl<'a> Change<'a> {
    /// The change of a place from one period to another.
    ///
    /// # Errors
    /// [`NoFact::SharedYear`], or that a figure or its limits are missing in one of the periods.
    pub fn of(earlier: &Outcomes<'a>, later: &Outcomes<'a>, area: Code) -> Result<Change<'a>, NoFact> {
        let place = later.area(area)?;
        let difference = stats::change(in_period(earlier, area)?, in_period(later, area)?)?;
        let nation = tested_against(place).and_then(|whole| nations_change(earlier, later, area, whole)).ok();
        Ok(Change {
            outcome: later.outcome,
            sex: later.sex,
            area: place,
            from: earlier.period,
            to: later.period,
            before: known(earlier, area)?,
            after: known(later, area)?,
            difference,
            nation,
        })
    }
}

/// The figure of a place in one period.
fn in_period(outcomes: &Outcomes, area: Code) -> Result<InPeriod, NoFact> {
    Ok(InPeriod { period: outcomes.period, measured: outcomes.measured(area)? })
}

/// How the nation changed; nothing where it has no figures to test by.
fn nations_change<'a>(
    earlier: &Outcomes<'a>,
    later: &Outcomes<'a>,
    area: Code,
    whole: Code,
) -> Result<NationsChange<'a>, NoFact> {
    let place = (in_period(earlier, area)?, in_period(later, area)?);
    let nation = (in_period(earlier, whole)?, in_period(later, whole)?);
    let difference = stats::change(nation.0, nation.1)?;
    let against = stats::change_against(place, nation)?;
    let (before, after) = (known(earlier, whole)?, known(later, whole)?);
    Ok(NationsChange { area: later.area(whole)?, before, after, difference, against })
}

impl From<ChangeError> for NoFact {
    fn from(error: ChangeError) -> NoFact {
        match error {
            ChangeError::SharedYear(..) | ChangeError::NotBefore(..) => NoFact::SharedYear,
            ChangeError::OtherPeriods | ChangeError::Difference(_) => NoFact::NoAnswer,
        }
    }
}

fn known(outcomes: &Outcomes, area: Code) -> Result<Known, NoFact> {
    match outcomes.estimate(area) {
        Estimate::Known(known) => Ok(known),
        Estimate::Missing(why) => Err(NoFact::Missing(why)),
    }
}

//! What would be expected of a place, given one circumstance.

use super::{NoFact, Outcomes, is_count};
use crate::model::{Area, AreaKind, Estimate, Indicator, Known, Period};
use crate::model::{Code, Missing};
use crate::stats::{self, Expected, FEWEST_FOR_A_LINE, Interval, Observed, Standing};

/// What the line through the other areas of its nation lets expect of a place, given one circumstance: where 19 in 20
/// estimates of such a place would be, and whether the place's own is there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expectation<'a> {
    /// The place.
    pub area: &'a Area,
    /// The nation whose areas the line goes through.
    pub nation: &'a Area,
    /// The circumstance.
    pub x: &'a Indicator,
    /// Its period.
    pub x_period: Period,
    /// How many other areas the line goes through.
    pub others: usize,
    /// The place's own outcome.
    pub own: Known,
    expected: Expected,
}

impl<'a> Expectation<'a> {
    /// By random-effects meta-regression over the local areas of the nation that have both figures, the place left out
    /// of its own line.
    ///
    /// # Errors
    /// [`NoFact::NotLocal`]; [`NoFact::TooFewAreas`] where fewer than 20 others have both figures (all of Northern
    /// Ireland); [`NoFact::NoLink`] where the slope's 95% interval holds zero; [`NoFact::Beyond`] where no other area's
    /// circumstance is as high or as low, or the line leaves the range of their outcomes: there are no “such places”;
    /// that a figure, a limit or the circumstance is missing.
    pub fn of(outcomes: &Outcomes<'a>, x: &str, area: Code) -> Result<Expectation<'a>, NoFact> {
        let atlas = outcomes.atlas;
        let place = outcomes.area(area)?;
        let nation = place.nation().filter(|_| place.kind == AreaKind::Local).ok_or(NoFact::NotLocal)?;
        let (x, (x_period, column)) = atlas.indicator(x).zip(atlas.latest(x, None)).ok_or(NoFact::NotLoaded)?;
        let Estimate::Known(own) = outcomes.estimate(area) else { return Err(missing(outcomes.estimate(area))) };
        let (mut places, mut at) = (Vec::new(), None);
        for (position, other) in atlas.areas.iter().enumerate() {
            let of_nation = other.kind == AreaKind::Local && other.nation() == Some(nation);
            let known = column.get(position).and_then(|estimate| estimate.known()).filter(|_| of_nation);
            let Some((known, measured)) = known.zip(outcomes.measured(other.code).ok()) else { continue };
            if other.code == area {
                at = Some(places.len());
            }
            places.push(Observed { x: known.value, measured });
        }
        let Some(at) = at else { return Err(outcomes.measured(area).err().unwrap_or(NoFact::NotCovered)) };
        let others = places.len() - 1;
        if others < FEWEST_FOR_A_LINE {
            return Err(NoFact::TooFewAreas);
        }
        if is_count(x) {
            return Err(NoFact::NoLink);
        }
        let expected = stats::expected(&places, at).map_err(|_| NoFact::NoAnswer)?;
        if expected.line.slope.abs() < stats::PROBABLY * expected.line.slope_error {
            return Err(NoFact::NoLink);
        }
        if is_beyond(&places, at, expected.value) {
            return Err(NoFact::Beyond);
        }
        Ok(Expectation { area: place, nation: outcomes.area(nation.code())?, x, x_period, others, own, expected })
    }

    /// The height of the others' line at the place's circumstance, in years.
    pub fn value(&self) -> f64 {
        self.expected.value
    }

    /// Where 19 in 20 estimates of such a place would be.
    pub fn interval(&self) -> Interval {
        self.expected.interval
    }

    /// All that may be said of the place.
    pub fn standing(&self) -> Standing {
        self.expected.standing
    }
}

/// Whether the place's circumstance, or the height of the line there, is beyond those of all others.
fn is_beyond(places: &[Observed], at: usize, height: f64) -> bool {
    let (mut x, mut y) = ((f64::INFINITY, f64::NEG_INFINITY), (f64::INFINITY, f64::NEG_INFINITY));
    for (_, other) in places.iter().enumerate().filter(|(position, _)| *position != at) {
        let value = other.measured.value();
        (x, y) = ((x.0.min(other.x), x.1.max(other.x)), (y.0.min(value), y.1.max(value)));
    }
    let own = places.get(at).map_or(f64::NAN, |place| place.x);
    !(x.0..=x.1).contains(&own) || !(y.0..=y.1).contains(&height)
}

fn missing(estimate: Estimate) -> NoFact {
    match estimate {
        Estimate::Missing(why) => NoFact::Missing(why),
        Estimate::Known(_) => NoFact::Missing(Missing::NotPublished),
    }
}

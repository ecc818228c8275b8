//! Circumstances of a place that are out of the common, given how deprived it is.

use super::{NoFact, Outcomes, is_count};
use crate::model::{AreaKind, Code, Estimate, Indicator, Nation, Period, Sector, Standing};
use crate::order;
use crate::stats;

/// What a circumstance is held against: England's income deprivation.
const DEPRIVATION: &str = "imd-2025-income";

/// The most circumstances named.
const MOST: usize = 3;

/// A circumstance of a place that is further from what its deprivation lets expect than nearly all others'.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandsOut<'a> {
    /// The circumstance.
    pub indicator: &'a Indicator,
    /// Its period.
    pub period: Period,
    /// The place's figure, in the indicator's unit.
    pub value: f64,
    /// Its distance from the line on income deprivation, in robust standard deviations; 2.5 or more, either way.
    pub z: f64,
}

/// The circumstances of an English local area that stand out, given its income deprivation: at most three, the furthest
/// first, often none. Looked at are the latest official figures that at least 100 areas have, other than deprivation itself,
/// behaviours and illness, what counts ill health, and
/// what only counts.
///
/// # Errors
/// [`NoFact::NotLocal`], [`NoFact::NotCovered`] outside England, [`NoFact::NotLoaded`].
pub fn stands_out<'a>(outcomes: &Outcomes<'a>, area: Code) -> Result<Vec<StandsOut<'a>>, NoFact> {
    let atlas = outcomes.atlas;
    let place = outcomes.area(area)?;
    if place.kind != AreaKind::Local {
        return Err(NoFact::NotLocal);
    }
    if place.nation() != Some(Nation::England) {
        return Err(NoFact::NotCovered);
    }
    atlas.latest(DEPRIVATION, None).ok_or(NoFact::NotLoaded)?;
    let mut found = Vec::new();
    for indicator in atlas.indicators.iter().filter(|indicator| is_looked_at(indicator)) {
        found.extend(of_circumstance(outcomes, indicator, area));
    }
    order::sort_by(&mut found, |a: &StandsOut, b| b.z.abs().total_cmp(&a.z.abs()));
    found.truncate(MOST);
    Ok(found)
}

fn is_looked_at(indicator: &Indicator) -> bool {
    let is_other = matches!(indicator.sector, Sector::Outcome | Sector::Deprivation | Sector::Behaviour);
    !is_other
        && indicator.covers(Nation::England)
        && indicator.standing == Standing::Official
        && !indicator.by_sex
        && !is_count(indicator)
        && !indicator.contains_health
}

/// The circumstance of a place, if it stands out.
fn of_circumstance<'a>(outcomes: &Outcomes<'a>, indicator: &'a Indicator, area: Code) -> Option<StandsOut<'a>> {
    let atlas = outcomes.atlas;
    let (_, deprivation) = atlas.latest(DEPRIVATION, None)?;
    let (period, column) = atlas.latest(indicator.id.as_str(), None)?;
    let (mut pairs, mut at) = (Vec::new(), None);
    for (position, other) in atlas.areas.iter().enumerate() {
        let is_one = other.kind == AreaKind::Local && other.nation() == Some(Nation::England);
        let known = |column: &[Estimate]| column.get(position).and_then(|one| one.known()).filter(|_| is_one);
        let Some((x, y)) = known(deprivation).zip(known(column)) else { continue };
        if other.code == area {
            at = Some((pairs.len(), y.value));
        }
        pairs.push((x.value, y.value));
    }
    let (at, value) = at?;
    let z = *stats::stands_out(&pairs).ok()?.get(at)?;
    (z.abs() >= stats::STANDS_OUT).then_some(StandsOut { indicator, period, value, z })
}

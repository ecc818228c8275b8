//! The circumstances of places, each with how the local areas of its nation are spread.

use super::{Outcomes, is_count, stands_out};
use crate::model::{
    Area, AreaKind, Atlas, Column, Estimate, InProfile, Indicator, Known, Missing, Nation, Period, Profile, Sex,
    Spread, Standing, Unusual,
};
use crate::stats;
use crate::view::Outcome;

/// The profile of one area: its latest figure of every official circumstance that covers its nation. Of the UK those that cover all
/// four and can be compared over them. Every measure must be loaded.
pub fn profile(atlas: &Atlas, area: &Area) -> Profile {
    let is_whole = matches!(area.kind, AreaKind::Nation | AreaKind::Uk);
    let (mut of, mut spreads) = (Vec::new(), Vec::new());
    for indicator in circumstances(atlas, area) {
        let Some((period, column)) = atlas.latest(indicator.id.as_str(), None) else { continue };
        of.push(InProfile { indicator: indicator.id.clone(), estimate: estimate(atlas, column, area) });
        if is_whole {
            spreads.extend(spread(atlas, area, indicator, period, column));
        }
    }
    Profile { area: area.code, of, stands_out: unusual(atlas, area), spreads }
}

/// The circumstances that a profile of the area holds, in the atlas's order.
fn circumstances<'a>(atlas: &'a Atlas, area: &Area) -> impl Iterator<Item = &'a Indicator> {
    let nation = area.nation();
    atlas.indicators.iter().filter(move |indicator| {
        let covers = match nation {
            Some(nation) => indicator.covers(nation),
            None => !indicator.national_index && Nation::ALL.iter().all(|nation| indicator.covers(*nation)),
        };
        // A count is high wherever many people live: no place has a standing on it.
        let is_one = !indicator.is_outcome() && !indicator.by_sex && !is_count(indicator);
        covers && is_one && indicator.standing == Standing::Official
    })
}

/// The area's figure, without its limits: no strip draws them.
fn estimate(atlas: &Atlas, column: &Column, area: &Area) -> Estimate {
    let found = atlas.position(area.code).and_then(|at| column.get(at));
    match found.copied().unwrap_or(Estimate::Missing(Missing::NotPublished)) {
        Estimate::Known(known) => Estimate::Known(Known { limits: None, ..known }),
        missing => missing,
    }
}

/// How the local areas within a nation, or the UK, are spread; none where fewer than four have a figure.
fn spread(atlas: &Atlas, whole: &Area, indicator: &Indicator, period: Period, column: &Column) -> Option<Spread> {
    let mut values = Vec::new();
    for (area, estimate) in atlas.areas.iter().zip(column) {
        if area.kind == AreaKind::Local && area.is_within(whole.code) {
            values.extend(estimate.known().map(|known| known.value));
        }
    }
    let marks = stats::quantiles(&values, &[0.0, 0.25, 0.5, 0.75, 1.0]).ok().filter(|_| values.len() >= 4)?;
    let marks = <[f64; 5]>::try_from(marks).ok()?;
    Some(Spread { indicator: indicator.id.clone(), period, areas: values.len(), marks })
}

/// What stands out; none where that is not worked out.
fn unusual(atlas: &Atlas, area: &Area) -> Option<Vec<Unusual>> {
    let outcomes = Outcomes::of(atlas, Outcome::Healthy, Sex::Female, None).ok()?;
    let found = stands_out(&outcomes, area.code).ok()?;
    Some(found.into_iter().map(|one| Unusual { indicator: one.indicator.id.clone(), z: one.z }).collect())
}

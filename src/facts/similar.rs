//! Places that are alike in how deprived they are, not in their health.

use super::{NoFact, Outcomes};
use crate::model::{Area, AreaKind, Code, Indicator, Nation};
use crate::stats;

/// How many similar places are named.
pub const MOST_SIMILAR: usize = 5;

/// England's: domains of its index that hold neither health nor employment, which counts people kept from work by illness.
const IN_ENGLAND: [&str; 5] = [
    "imd-2025-income",
    "imd-2025-education",
    "imd-2025-crime",
    "imd-2025-housing-services",
    "imd-2025-living-environment",
];

/// Elsewhere, where an index has no comparable scores of its domains.
const ELSEWHERE: [&str; 4] = ["child-poverty-bhc", "child-poverty-ahc", "household-income", "weekly-pay"];

/// The places most like one, nearest first, and what they are alike in.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar<'a> {
    /// The places.
    pub areas: Vec<&'a Area>,
    /// What they are alike in.
    pub by: Vec<&'a Indicator>,
}

/// The indicators that places of a nation are held alike by.
pub fn alike_in(nation: Nation) -> &'static [&'static str] {
    if nation == Nation::England { &IN_ENGLAND } else { &ELSEWHERE }
}

/// The local areas of the same nation that are most like a place: nearest in what [`alike_in`] names, each measure in
/// standard deviations over the nation's areas. Only areas that have the outcome are looked at, so that each can be
/// compared.
///
/// # Errors
/// [`NoFact::NotLocal`], [`NoFact::NotLoaded`]; [`NoFact::NotCovered`] where the place has no figure for one of them;
/// that its outcome is missing.
pub fn nearest<'a>(outcomes: &Outcomes<'a>, area: Code) -> Result<Similar<'a>, NoFact> {
    let atlas = outcomes.atlas;
    let place = outcomes.area(area)?;
    let nation = place.nation().filter(|_| place.kind == AreaKind::Local).ok_or(NoFact::NotLocal)?;
    outcomes.measured(area)?;
    let (mut by, mut columns) = (Vec::new(), Vec::new());
    for id in alike_in(nation) {
        by.push(atlas.indicator(id).ok_or(NoFact::NotLoaded)?);
        columns.push(atlas.latest(id, None).ok_or(NoFact::NotLoaded)?.1);
    }
    let (mut areas, mut places) = (Vec::new(), Vec::new());
    for (position, other) in atlas.areas.iter().enumerate() {
        let is_one = other.kind == AreaKind::Local && other.nation() == Some(nation);
        if !is_one || outcomes.measured(other.code).is_err() {
            continue;
        }
        let values: Vec<f64> =
            columns.iter().filter_map(|column| column.get(position)?.known()).map(|known| known.value).collect();
        if values.len() == columns.len() {
            areas.push(other);
            places.push(values);
        }
    }
    let at = areas.iter().position(|other| other.code == area).ok_or(NoFact::NotCovered)?;
    let nearest = stats::nearest(&places, at, MOST_SIMILAR).map_err(|_| NoFact::NoAnswer)?;
    Ok(Similar { areas: nearest.into_iter().filter_map(|at| areas.get(at).copied()).collect(), by })
}

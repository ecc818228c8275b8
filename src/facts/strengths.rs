//! How strongly every circumstance goes together with healthy life expectancy, over one set of areas.

use super::{NoFact, Outcomes, is_count};
use crate::model::{
    Area, AreaKind, Atlas, Code, Column, Correlation, Indicator, Limits, Nation, Sex, Standing, Strength, Strengths,
};
use crate::stats;
use crate::view::Outcome;

/// The least share of England's areas that a circumstance must have to be shown: else all others would have to do without
/// the areas that it lacks.
const LEAST_SHARE: f64 = 0.95;

/// Why a circumstance is not among those that are held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// Its figures do not cover England.
    NotEnglands,
    /// A newer edition has taken its place.
    Superseded,
    /// It is not an official statistic.
    NotOfficial,
    /// It counts what there is more of wherever more people live.
    Count,
    /// Too few of England's areas have it.
    TooFewAreas,
}

impl LeftOut {
    /// Every reason, in the order they are told.
    pub const ALL: [LeftOut; 5] =
        [LeftOut::TooFewAreas, LeftOut::Count, LeftOut::NotOfficial, LeftOut::Superseded, LeftOut::NotEnglands];

    /// Why a circumstance is left out for what it is, whatever its figures.
    pub fn by_kind(indicator: &Indicator) -> Option<LeftOut> {
        match indicator.standing {
            _ if !indicator.covers(Nation::England) || indicator.by_sex => Some(LeftOut::NotEnglands),
            Standing::Superseded => Some(LeftOut::Superseded),
            Standing::NotOfficial => Some(LeftOut::NotOfficial),
            Standing::Official => is_count(indicator).then_some(LeftOut::Count),
        }
    }
}

/// A circumstance with its latest figures.
struct Candidate<'a> {
    strength: Strength,
    column: &'a Column,
}

/// An area of England with women's and men's healthy life expectancy.
struct Place<'a> {
    area: &'a Area,
    /// Where it stands in columns.
    at: usize,
    years: [(f64, Option<Limits>); 2],
}

/// The correlation of every circumstance of England with healthy life expectancy, in the latest periods of both.
///
/// Shown is what at least 95% of England's areas have; the areas are those that have all of it, so that two circumstances
/// never differ because they are measured in different places. Every measure must be loaded.
///
/// # Errors
/// [`NoFact::NotLoaded`]; [`NoFact::TooFewAreas`] where fewer than 20 areas have everything.
pub fn strengths(atlas: &Atlas) -> Result<Strengths, NoFact> {
    let of = |sex| Outcomes::of(atlas, Outcome::Healthy, sex, None).map_err(|_| NoFact::NotLoaded);
    let (women, men) = (of(Sex::Female)?, of(Sex::Male)?);
    let mut places = measured(&women, &men);
    let measured = places.len();
    let mut all = candidates(atlas, &places);
    let shown = |one: &Candidate| one.strength.areas as f64 >= LEAST_SHARE * measured as f64;
    places.retain(|place| all.iter().filter(|one| shown(one)).all(|one| value(one.column, place.at).is_some()));
    if places.len() < stats::FEWEST_FOR_A_LINE {
        return Err(NoFact::TooFewAreas);
    }
    for one in &mut all {
        if shown(one) {
            let [women, men] = [0, 1].map(|sex| correlation(&places, one.column, sex));
            one.strength.of = women.zip(men).map(|(women, men)| [women, men]);
        }
    }
    Ok(Strengths {
        period: women.period,
        measured,
        areas: places.iter().map(|place| place.area.code).collect(),
        noise: [0, 1].map(|sex| noise(&places, sex)),
        of: all.into_iter().map(|one| one.strength).collect(),
    })
}

/// England's local areas that have healthy life expectancy for both sexes, in code order.
fn measured<'a>(women: &Outcomes<'a>, men: &Outcomes<'a>) -> Vec<Place<'a>> {
    let mut places = Vec::new();
    for (at, area) in women.atlas.areas.iter().enumerate() {
        let is_one = area.kind == AreaKind::Local && area.nation() == Some(Nation::England);
        let both = women.at(at).known().zip(men.at(at).known()).filter(|_| is_one);
        let years = both.map(|(women, men)| [women, men].map(|known| (known.value, known.limits)));
        places.extend(years.map(|years| Place { area, at, years }));
    }
    places
}

/// The circumstances that could be shown, in the atlas's order, each with how many of the places have it.
fn candidates<'a>(atlas: &'a Atlas, places: &[Place]) -> Vec<Candidate<'a>> {
    let mut all = Vec::new();
    for indicator in &atlas.indicators {
        if indicator.is_outcome() || LeftOut::by_kind(indicator).is_some() {
            continue;
        }
        let Some((period, column)) = atlas.latest(indicator.id.as_str(), None) else { continue };
        let areas = places.iter().filter(|place| value(column, place.at).is_some()).count();
        let strength = Strength { indicator: indicator.id.clone(), period, areas, of: None };
        all.push(Candidate { strength, column });
    }
    all
}

fn value(column: &Column, at: usize) -> Option<f64> {
    column.get(at)?.known().map(|known| known.value)
}

/// r over the places, and over those outside London; none where one measure is the same everywhere.
fn correlation(places: &[Place], column: &Column, sex: usize) -> Option<Correlation> {
    let (mut points, mut outside) = (Vec::new(), Vec::new());
    for place in places {
        let point = (value(column, place.at)?, place.years[sex].0);
        points.push(point);
        if !place.area.is_within(Code::LONDON) {
            outside.push(point);
        }
    }
    let r = |points: &[(f64, f64)]| stats::pearson(points).ok().map(|found| found.r);
    Some(Correlation { r: r(&points)?, without_london: r(&outside)? })
}

fn noise(places: &[Place], sex: usize) -> f64 {
    let mut estimates = Vec::new();
    for place in places {
        let (years, limits) = place.years[sex];
        estimates.extend(limits.map(|limits| (years, limits.standard_error())));
    }
    stats::noise_share(&estimates).unwrap_or_default()
}

//! Areas: their list, and every figure of each.

use healthy_years::model::{
    Area, Atlas, Code, Column, ColumnKey, Estimate, Indicator, IndicatorId, Listed, Mark, Missing, Neighbourhoods,
    Period, Sector, Sex,
};
use serde::Serialize;

use super::neighbourhoods::NeighbourhoodShares;
use super::statements::{Source, Statements};
use super::{Preamble, basis, reason, standing};
use crate::publish::Context;

/// `areas.json`.
#[derive(Serialize)]
pub(super) struct AreaList<'a> {
    #[serde(flatten)]
    preamble: Preamble<'a>,
    areas: Vec<Listing<'a>>,
}

/// `areas/<code>.json`.
#[derive(Serialize)]
pub(super) struct AreaFigures<'a> {
    #[serde(flatten)]
    preamble: Preamble<'a>,
    #[serde(flatten)]
    area: Listing<'a>,
    healthy_life_expectancy: BySex,
    life_expectancy: BySex,
    /// Another publisher's series over time, for England.
    life_expectancy_england: BySex,
    #[serde(flatten)]
    statements: Option<Statements<'a>>,
    circumstances: Vec<Circumstance<'a>>,
    /// Those circumstances that summarise the nation's own index of deprivation, where there is a figure.
    deprivation: Vec<Circumstance<'a>>,
    neighbourhoods: NeighbourhoodShares<'a>,
}

/// An area and the areas it lies in.
#[derive(Serialize)]
struct Listing<'a> {
    code: String,
    name: &'a str,
    slug: &'a str,
    kind: &'static str,
    region: Option<Place<'a>>,
    nation: Option<Place<'a>>,
    population: Option<u32>,
    url: String,
}

#[derive(Serialize)]
pub(super) struct Place<'a> {
    code: String,
    name: &'a str,
}

/// The figures of all periods; none where the area has no figure in any, with the reason beside them.
#[derive(Serialize)]
struct BySex {
    female: Vec<InPeriod>,
    male: Vec<InPeriod>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct InPeriod {
    period: String,
    #[serde(flatten)]
    figure: Figure,
}

/// A circumstance in one period.
#[derive(Serialize)]
struct Circumstance<'a> {
    indicator: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sex: Option<&'static str>,
    period: String,
    /// `not-official` or `superseded`; not there for an official measure.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'static str>,
    #[serde(flatten)]
    figure: Figure,
    /// The figure of the nation that the area lies in.
    nation_value: Option<f64>,
    /// Why the nation has no figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    nation_reason: Option<&'static str>,
}

/// A value with its limits, or why there is none.
#[derive(Serialize)]
struct Figure {
    value: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    /// What to know about the one value, as in the tables' column `status`.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// How the value was computed, where it was not published.
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<String>,
}

pub(super) fn list(context: &Context) -> AreaList<'_> {
    let areas = context.atlas.areas.iter().map(|area| listing(&context.atlas, area)).collect();
    AreaList { preamble: Preamble::new(context), areas }
}

pub(super) fn figures<'a>(
    context: &'a Context,
    area: &'a Area,
    source: Option<&Source<'a>>,
    neighbourhoods: Option<&Neighbourhoods>,
) -> AreaFigures<'a> {
    let atlas = &context.atlas;
    let circumstances = atlas.indicators.iter().filter(|indicator| !indicator.is_outcome());
    let of_index = |indicator: &&Indicator| indicator.national_index && indicator.sector == Sector::Deprivation;
    let deprivation = atlas.indicators.iter().filter(of_index);
    let deprivation = deprivation.flat_map(|indicator| circumstance(atlas, area, indicator));
    AreaFigures {
        preamble: Preamble::new(context),
        area: listing(atlas, area),
        healthy_life_expectancy: by_sex(atlas, area, IndicatorId::HEALTHY_LIFE_EXPECTANCY),
        life_expectancy: by_sex(atlas, area, IndicatorId::LIFE_EXPECTANCY),
        life_expectancy_england: by_sex(atlas, area, "life-expectancy-england"),
        statements: source.map(|source| source.statements(area)),
        circumstances: circumstances.flat_map(|indicator| circumstance(atlas, area, indicator)).collect(),
        deprivation: deprivation.filter(|one| one.figure.value.is_some()).collect(),
        neighbourhoods: NeighbourhoodShares::of(atlas, neighbourhoods),
    }
}

fn listing<'a>(atlas: &'a Atlas, area: &'a Area) -> Listing<'a> {
    Listing {
        code: area.code.to_string(),
        name: &area.name,
        slug: &area.slug,
        kind: area.kind.id(),
        region: area.region.and_then(|code| place(atlas, code)),
        nation: area.nation().and_then(|nation| place(atlas, nation.code())),
        population: area.population,
        url: format!("/api/v1/areas/{}.json", area.code),
    }
}

/// A place by its code.
pub(super) fn place(atlas: &Atlas, code: Code) -> Option<Place<'_>> {
    atlas.area(code).map(|area| Place { code: code.to_string(), name: &area.name })
}

fn by_sex(atlas: &Atlas, area: &Area, indicator: &str) -> BySex {
    let (female, male) = (outcome(atlas, area, indicator, Sex::Female), outcome(atlas, area, indicator, Sex::Male));
    let reason = female.as_ref().err().or(male.as_ref().err()).map(|why| reason::words(*why));
    BySex { female: female.unwrap_or_default(), male: male.unwrap_or_default(), reason }
}

/// The figures of all periods, or why there are none at all.
fn outcome(atlas: &Atlas, area: &Area, indicator: &str, sex: Sex) -> Result<Vec<InPeriod>, Missing> {
    let estimates: Vec<_> =
        columns(atlas, indicator, Some(sex)).map(|(key, column)| (key.period, of(atlas, column, area.code))).collect();
    if estimates.iter().all(|(_, estimate)| estimate.known().is_none()) {
        return Err(why_none(estimates.last().map(|(_, estimate)| *estimate)));
    }
    let described = atlas.indicator(indicator);
    let figure = |(period, estimate): (Period, Estimate)| InPeriod {
        period: period.to_string(),
        figure: Figure::of(estimate, described),
    };
    Ok(estimates.into_iter().map(figure).collect())
}

fn why_none(latest: Option<Estimate>) -> Missing {
    match latest {
        Some(Estimate::Missing(why)) => why,
        _ => Missing::NotPublished,
    }
}

/// The circumstance in every period, of each sex if it is given by sex.
fn circumstance<'a>(atlas: &Atlas, area: &Area, indicator: &'a Indicator) -> Vec<Circumstance<'a>> {
    let sexes: &[Option<Sex>] = if indicator.by_sex { &[Some(Sex::Female), Some(Sex::Male)] } else { &[None] };
    let one = |(key, column): (&ColumnKey, &Column)| {
        let nation = area.nation().map(|nation| of(atlas, column, nation.code()));
        Circumstance {
            indicator: indicator.id.as_str(),
            sex: key.sex.map(Listed::id),
            period: key.period.to_string(),
            standing: standing::unless_official(indicator),
            figure: Figure::of(of(atlas, column, area.code), Some(indicator)),
            nation_value: nation.and_then(Estimate::known).map(|known| known.value),
            nation_reason: match nation {
                Some(Estimate::Missing(why)) => Some(reason::words(why)),
                _ => None,
            },
        }
    };
    sexes.iter().flat_map(|sex| columns(atlas, indicator.id.as_str(), *sex)).map(one).collect()
}

/// The columns of an indicator for a sex, earliest first.
fn columns<'a>(
    atlas: &'a Atlas,
    indicator: &'a str,
    sex: Option<Sex>,
) -> impl Iterator<Item = (&'a ColumnKey, &'a Column)> {
    atlas.columns().filter(move |(key, _)| key.indicator.as_str() == indicator && key.sex == sex)
}

fn of(atlas: &Atlas, column: &Column, area: Code) -> Estimate {
    let found = atlas.position(area).and_then(|at| column.get(at).copied());
    found.unwrap_or(Estimate::Missing(Missing::NotPublished))
}

impl Figure {
    /// The figure of an estimate; the indicator knows how its values are computed, if any are.
    fn of(estimate: Estimate, indicator: Option<&Indicator>) -> Figure {
        match estimate {
            Estimate::Known(known) => Figure {
                value: Some(known.value),
                lower: known.limits.map(|limits| limits.lower),
                upper: known.limits.map(|limits| limits.upper),
                status: (known.mark != Mark::Published).then(|| known.mark.id()),
                reason: None,
                basis: indicator.and_then(|indicator| basis::computed(known, indicator)),
            },
            Estimate::Missing(why) => Figure {
                value: None,
                lower: None,
                upper: None,
                status: Some(why.id()),
                reason: Some(reason::words(why)),
                basis: None,
            },
        }
    }
}

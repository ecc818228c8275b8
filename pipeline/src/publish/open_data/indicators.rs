//! Indicators: their list.

use std::collections::BTreeSet;

use healthy_years::model::{Atlas, Indicator, Listed, Period};
use serde::Serialize;

use super::Preamble;
use crate::publish::Context;

/// `indicators.json`.
#[derive(Serialize)]
pub(super) struct IndicatorList<'a> {
    #[serde(flatten)]
    preamble: Preamble<'a>,
    indicators: Vec<Listing<'a>>,
}

/// An indicator as we describe it, with its periods.
#[derive(Serialize)]
struct Listing<'a> {
    id: &'a str,
    name: &'a str,
    sector: &'static str,
    definition: &'a str,
    unit: Unit<'a>,
    decimals: u8,
    direction: &'static str,
    source: &'a str,
    publisher: &'a str,
    url: &'a str,
    released: &'a str,
    licence: &'a str,
    /// GSS codes.
    nations: Vec<String>,
    by_sex: bool,
    contains_health: bool,
    same_survey: bool,
    national_index: bool,
    in_development: bool,
    standing: &'static str,
    /// How computed values were computed; not there where none is.
    #[serde(skip_serializing_if = "str::is_empty")]
    computed_rule: &'a str,
    quality: &'a str,
    periods: Vec<String>,
    csv: String,
}

#[derive(Serialize)]
struct Unit<'a> {
    prefix: &'a str,
    suffix: &'a str,
    words: &'a str,
}

pub(super) fn list(context: &Context) -> IndicatorList<'_> {
    let atlas = &context.atlas;
    let indicators = atlas.indicators.iter().map(|indicator| listing(atlas, indicator)).collect();
    IndicatorList { preamble: Preamble::new(context), indicators }
}

fn listing<'a>(atlas: &Atlas, indicator: &'a Indicator) -> Listing<'a> {
    Listing {
        id: indicator.id.as_str(),
        name: &indicator.name,
        sector: indicator.sector.id(),
        definition: &indicator.about.definition,
        unit: Unit { prefix: &indicator.unit.prefix, suffix: &indicator.unit.suffix, words: &indicator.unit.words },
        decimals: indicator.decimals,
        direction: indicator.direction.id(),
        source: &indicator.about.source,
        publisher: &indicator.about.publisher,
        url: &indicator.about.url,
        released: &indicator.about.released,
        licence: &indicator.about.licence,
        nations: indicator.nations.iter().map(|nation| nation.code().to_string()).collect(),
        by_sex: indicator.by_sex,
        contains_health: indicator.contains_health,
        same_survey: indicator.same_survey,
        national_index: indicator.national_index,
        in_development: indicator.in_development,
        standing: indicator.standing.id(),
        computed_rule: &indicator.about.computed_rule,
        quality: &indicator.about.quality,
        periods: periods(atlas, indicator).iter().map(Period::to_string).collect(),
        csv: format!("/api/v1/indicators/{}.csv", indicator.id),
    }
}

/// The periods of an indicator, of any sex, earliest first.
fn periods(atlas: &Atlas, indicator: &Indicator) -> BTreeSet<Period> {
    atlas.columns().map(|(key, _)| key).filter(|key| key.indicator == indicator.id).map(|key| key.period).collect()
}

//! Tables that are not one value an area, as CSV (RFC 4180, UTF-8): ages, constituencies, districts, and the
//! neighbourhoods of a local area. Each row names its source.

use std::collections::BTreeMap;

use healthy_years::model::{Code, Listed, Nation};

use crate::publish::Context;
use crate::tables::{NeighbourhoodRow, Tables, scores};

/// Where the gradients come from. Of these three the copies do not say what the publication is called.
pub(super) const BY_DEPRIVATION: &str =
    "Office for National Statistics: healthy and total life expectancy by deprivation of neighbourhoods";
const BY_AGE: &str = "Office for National Statistics: healthy life expectancy by age, UK and nations";
const CONSTITUENCIES: &str = "Office for National Statistics: life expectancy of parliamentary constituencies, 2022";

/// Where a nation's neighbourhoods come from.
fn index_source(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "Ministry of Housing, Communities and Local Government: English Indices of Deprivation 2025",
        Nation::Wales => "Welsh Government: Welsh Index of Multiple Deprivation 2019",
        Nation::Scotland => "Scottish Government: Scottish Index of Multiple Deprivation 2020",
        Nation::NorthernIreland => {
            "Northern Ireland Statistics and Research Agency: Northern Ireland Multiple Deprivation Measure 2017"
        }
    }
}

/// `ages.csv`.
pub(super) fn ages(context: &Context) -> Result<Vec<u8>, csv::Error> {
    let header = [
        "area",
        "name",
        "sex",
        "period",
        "first_age",
        "last_age",
        "healthy_life_expectancy",
        "healthy_share",
        "source",
    ];
    let rows = context.tables.ages.iter().flat_map(|by_age| {
        by_age.ages.iter().map(|band| {
            [
                by_age.area.to_string(),
                name(context, by_age.area),
                by_age.sex.id().to_owned(),
                by_age.period.to_string(),
                band.first.to_string(),
                band.last.map(|last| last.to_string()).unwrap_or_default(),
                band.healthy.to_string(),
                band.share.to_string(),
                BY_AGE.to_owned(),
            ]
        })
    });
    csv(&header, rows)
}

/// `constituencies.csv`.
pub(super) fn constituencies(tables: &Tables) -> Result<Vec<u8>, csv::Error> {
    let header = ["code", "name", "period", "life_expectancy", "lower", "upper", "source"];
    let rows = tables.constituencies.iter().map(|one| {
        let known = one.life_expectancy;
        [
            one.code.to_string(),
            one.name.clone(),
            one.period.to_string(),
            known.value.to_string(),
            number(known.limits.map(|limits| limits.lower)),
            number(known.limits.map(|limits| limits.upper)),
            CONSTITUENCIES.to_owned(),
        ]
    });
    csv(&header, rows)
}

/// `districts.csv`.
pub(super) fn districts(context: &Context) -> Result<Vec<u8>, csv::Error> {
    let header = ["code", "name", "area", "measure", "period", "sex", "value", "lower", "upper", "source"];
    let districts = &context.tables.districts;
    let rows = context.tables.district_values.iter().flat_map(|series| {
        series.rows.iter().filter_map(|row| {
            let at = districts.binary_search_by_key(&row.area, |district| district.code).ok()?;
            let (district, known) = (districts.get(at)?, row.estimate.known()?);
            Some([
                district.code.to_string(),
                district.name.clone(),
                district.area.to_string(),
                series.indicator.to_string(),
                row.period.to_string(),
                row.sex.map_or("", Listed::id).to_owned(),
                number(Some(known.value)),
                number(known.limits.map(|limits| limits.lower)),
                number(known.limits.map(|limits| limits.upper)),
                district_source(context, series.indicator.as_str(), known.limits.is_some()),
            ])
        })
    });
    csv(&header, rows)
}

/// Life expectancy without limits is from another table than areas have it from; all else is from the same.
fn district_source(context: &Context, measure: &str, limits: bool) -> String {
    match context.atlas.indicator(measure) {
        Some(indicator) if !indicator.is_outcome() || limits => {
            format!("{}: {}", indicator.about.publisher, indicator.about.source)
        }
        _ => "Office for Health Improvement and Disparities: Fingertips, indicator 90366".to_owned(),
    }
}

/// The rows of every local area, in code order.
pub(super) fn by_area(tables: &Tables) -> BTreeMap<Code, (Nation, Vec<&NeighbourhoodRow>)> {
    let mut areas: BTreeMap<Code, (Nation, Vec<&NeighbourhoodRow>)> = BTreeMap::new();
    for nation in &tables.neighbourhoods {
        for row in &nation.rows {
            areas.entry(row.area).or_insert_with(|| (nation.index.nation, Vec::new())).1.push(row);
        }
    }
    areas
}

/// `neighbourhoods/<code>.csv`. What the scores are: `data/README.md`.
pub(super) fn neighbourhoods(nation: Nation, rows: &[&NeighbourhoodRow]) -> Result<Vec<u8>, csv::Error> {
    let names = scores(nation).iter().map(|(name, _)| *name);
    let header: Vec<&str> = ["code", "rank", "tenth"].into_iter().chain(names).chain(["source"]).collect();
    let rows = rows.iter().map(|row| {
        let first = [row.code.clone(), row.rank.to_string(), row.tenth.to_string()];
        let scores = row.scores.iter().map(f64::to_string);
        first.into_iter().chain(scores).chain([index_source(nation).to_owned()]).collect::<Vec<_>>()
    });
    csv(&header, rows)
}

fn name(context: &Context, code: Code) -> String {
    context.atlas.area(code).map(|area| area.name.clone()).unwrap_or_default()
}

fn number(number: Option<f64>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

fn csv<Cells: IntoIterator<Item = String>>(
    header: &[&str],
    rows: impl Iterator<Item = Cells>,
) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(header)?;
    for row in rows {
        table.write_record(row)?;
    }
    table.into_inner().map_err(|error| error.into_error().into())
}

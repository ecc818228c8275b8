//! What must hold of our own tables beyond that they can be read.

mod hexagons;
mod other_tables;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::path::Path;

use healthy_years::model::borders::Borders;
use healthy_years::model::{Area, AreaKind, Code, Indicator, IndicatorId, Listed, Nation, Period, Sector, Standing};

use crate::coverage::Coverage;
use crate::tables::{self, Hexagons, Series, Table, TableError, Tables, ending};

/// Why a check failed.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// A table cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The tables can be read, but something does not hold. One sentence each.
    #[error("{}", .0.join("\n"))]
    Wrong(Vec<String>),
}

/// Rates of a gain less a loss, which may be negative.
const NET: [&str; 2] = ["new-homes-england", "new-homes-wales"];

/// How many people may live in a local area: 2,271 do on the Isles of Scilly, 1.6 million in Kent.
const PEOPLE: RangeInclusive<u32> = 1_000..=3_000_000;

/// How many areas of each kind there are.
const COUNTS: [(AreaKind, usize); 5] = [
    (AreaKind::Local, 218),
    (AreaKind::Region, 9),
    (AreaKind::CombinedAuthority, 15),
    (AreaKind::Nation, 4),
    (AreaKind::Uk, 1),
];

/// `pipeline check`: reads the tables in `data` and says what does not hold, and where they cover other areas,
/// periods or groups than the committed counts in `coverage`.
pub fn command(data: &Path, coverage: &Path) -> Result<(), CheckError> {
    let tables = tables::read(data)?;
    check(&tables)?;
    check_files(data, &tables::described(&tables.indicators))?;
    let differences = Coverage::of(&tables).differences(&Coverage::read(coverage)?);
    if !differences.is_empty() {
        return Err(CheckError::Wrong(differences));
    }
    println!("{}: edition {}, {} indicators: all well", data.display(), tables.edition, tables.indicators.len());
    Ok(())
}

/// Everything that does not hold of the tables.
pub fn check(tables: &Tables) -> Result<(), CheckError> {
    let mut wrong = Vec::new();
    areas(&tables.areas, &mut wrong);
    if tables.names.is_empty() {
        wrong.push("names.csv: expected names that areas are looked up by".to_owned());
    }
    outlines(tables, &mut wrong);
    order(&tables.indicators, &mut wrong);
    for (indicator, series) in tables.indicators.iter().zip(&tables.values) {
        words(indicator, &mut wrong);
        nations(indicator, series, &mut wrong);
        periods(indicator, series, &mut wrong);
        computed(indicator, series, &mut wrong);
        units(indicator, series, &mut wrong);
    }
    hexagons::check(&tables.hexagons, &tables.areas, &tables.borders, &mut wrong);
    other_tables::check(tables, &mut wrong);
    if wrong.is_empty() { Ok(()) } else { Err(CheckError::Wrong(wrong)) }
}

/// Everything that does not hold of a hexagon map of the local areas among `areas`.
pub fn hexagons(hexagons: &Hexagons, areas: &[Area], borders: &Borders) -> Result<(), CheckError> {
    let mut wrong = Vec::new();
    hexagons::check(hexagons, areas, borders, &mut wrong);
    if wrong.is_empty() { Ok(()) } else { Err(CheckError::Wrong(wrong)) }
}

/// Every table in `data` has a description, and every description is of the columns that are there.
pub fn check_files(data: &Path, described: &[Table]) -> Result<(), CheckError> {
    let mut wrong = Vec::new();
    for table in described {
        if !table.fields.iter().map(|field| field.name).eq(table.columns.iter().copied()) {
            wrong.push(format!("{}: expected each of its columns in tables/described.rs, in order", table.file));
        }
    }
    let known: BTreeSet<&str> = described.iter().map(|table| table.file.as_str()).collect();
    for file in sheets(data, "")? {
        if !known.contains(file.as_str()) {
            wrong.push(format!("{file}: expected an entry of this table in tables/described.rs"));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(CheckError::Wrong(wrong)) }
}

/// The CSV files in a folder of `data` and the folders within, in order.
fn sheets(data: &Path, folder: &str) -> Result<Vec<String>, TableError> {
    let failed = |error: std::io::Error| TableError::File { file: folder.to_owned(), why: error.to_string() };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(data.join(folder)).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let file = format!("{folder}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(sheets(data, &format!("{file}/"))?);
        } else if file.ends_with(".csv") {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

fn areas(areas: &[Area], wrong: &mut Vec<String>) {
    for (kind, expected) in COUNTS {
        let found = areas.iter().filter(|area| area.kind == kind).count();
        if found != expected {
            wrong.push(format!("areas.csv: {found} areas of kind {kind}, expected {expected}"));
        }
    }
    let regions: BTreeSet<Code> = areas.iter().filter(|area| area.kind == AreaKind::Region).map(|a| a.code).collect();
    let mut names = BTreeMap::new();
    for area in areas {
        let english = area.kind == AreaKind::Local && area.nation() == Some(Nation::England);
        if english != area.region.is_some_and(|region| regions.contains(&region)) {
            wrong.push(format!("areas.csv: {}: expected a region for local areas of England only", area.code));
        }
        if (area.kind == AreaKind::Local) != area.population.is_some() {
            wrong.push(format!("areas.csv: {}: expected a population for local areas only", area.code));
        }
        if let Some(people) = area.population.filter(|people| !PEOPLE.contains(people)) {
            let [least, most] = [PEOPLE.start(), PEOPLE.end()];
            wrong.push(format!(
                "areas.csv: {}: a population of {people}, expected one from {least} to {most}",
                area.code
            ));
        }
        if let Some(other) = names.insert((area.kind, &area.name), area.code) {
            wrong.push(format!("areas.csv: {} and {other}: expected names that differ within a kind", area.code));
        }
    }
}

fn outlines(tables: &Tables, wrong: &mut Vec<String>) {
    for area in tables.areas.iter().filter(|area| area.kind == AreaKind::Local) {
        if tables.borders.outline(|code| code == area.code).is_empty() {
            wrong.push(format!("borders/arcs.csv: expected an arc with {} on one side only", area.code));
        }
    }
}

fn order(indicators: &[Indicator], wrong: &mut Vec<String>) {
    let place = |sector: Sector| Sector::ALL.iter().position(|other| *other == sector);
    if !indicators.iter().map(|indicator| place(indicator.sector)).is_sorted() {
        wrong.push("indicators.csv: expected indicators in the order of sectors".to_owned());
    }
    let ids: BTreeSet<&str> = indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    let needed =
        [IndicatorId::HEALTHY_LIFE_EXPECTANCY, IndicatorId::LIFE_EXPECTANCY, IndicatorId::DEFAULT_CIRCUMSTANCE];
    for id in needed {
        if !ids.contains(id) {
            wrong.push(format!("indicators.csv: expected “{id}”"));
        }
    }
}

fn words(indicator: &Indicator, wrong: &mut Vec<String>) {
    let mut complain = |what: &str| wrong.push(format!("indicators.csv: “{}”: {what}", indicator.id));
    if indicator.name.chars().count() > 60 {
        complain("expected a name of at most 60 characters");
    }
    if !indicator.about.definition.ends_with('.')
        || !(indicator.about.quality.is_empty() || indicator.about.quality.ends_with('.'))
    {
        complain("expected whole sentences in definition and quality");
    }
    if indicator.more.ends_with('.') || indicator.more.starts_with(char::is_uppercase) {
        complain("expected `more` to complete “Places with …”");
    }
    if !indicator.name.ends_with(ending(indicator.standing)) {
        complain(&format!("expected a name that ends with “{}”", ending(indicator.standing).trim_start()));
    }
    let others = Standing::ALL.iter().map(|standing| ending(*standing)).filter(|other| !other.is_empty());
    for other in others.filter(|other| *other != ending(indicator.standing) && indicator.name.ends_with(other)) {
        complain(&format!("expected a standing that goes with “{}” at the end of its name", other.trim_start()));
    }
    if !indicator.about.url.starts_with("https://") || indicator.decimals > 3 {
        complain("expected an https address and at most 3 decimals");
    }
    if !(indicator.about.released.is_empty() || is_day(&indicator.about.released)) {
        complain("expected a day such as 2026-02-19 as released, or nothing");
    }
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<Period>().is_ok()
}

/// A period lasts ten years at most and does not begin before 1990.
fn periods(indicator: &Indicator, series: &Series, wrong: &mut Vec<String>) {
    let sound = |period: Period| period.first.year >= 1990 && period.last.year <= period.first.year + 10;
    let periods: BTreeSet<Period> = series.rows.iter().map(|row| row.period).filter(|period| !sound(*period)).collect();
    wrong.extend(periods.iter().map(|period| format!("values/{}.csv: {period} is no sound period", indicator.id)));
}

/// A rule stands exactly where there are computed values.
fn computed(indicator: &Indicator, series: &Series, wrong: &mut Vec<String>) {
    let expected = match (series.has_computed(), indicator.about.computed_rule.is_empty()) {
        (true, true) => "how its computed values were computed",
        (false, false) => "no computed_rule: no value is computed",
        _ => return,
    };
    wrong.push(format!("indicators.csv: “{}”: expected {expected}", indicator.id));
}

fn nations(indicator: &Indicator, series: &Series, wrong: &mut Vec<String>) {
    let mut complain = |what: String| wrong.push(format!("values/{}.csv: {what}", indicator.id));
    let mut found = BTreeSet::new();
    for row in &series.rows {
        let Some(nation) = Nation::of(row.area) else { continue };
        if !indicator.covers(nation) {
            complain(format!("{} is in a nation that the indicator does not cover", row.area));
        } else if row.estimate.known().is_some() {
            found.insert(nation);
        }
    }
    for nation in indicator.nations.iter().filter(|nation| !found.contains(nation)) {
        complain(format!("no value for {nation:?}, which the indicator covers"));
    }
}

fn units(indicator: &Indicator, series: &Series, wrong: &mut Vec<String>) {
    let range = range(indicator);
    let values = series.rows.iter().filter_map(|row| Some((row, row.estimate.known()?.value)));
    for (row, value) in values.filter(|(_, value)| !range.contains(value)) {
        let unit = &indicator.unit.words;
        wrong.push(format!("values/{}.csv: {} {}: {value} is no {unit}", indicator.id, row.area, row.period));
    }
}

/// Between what the values of an indicator can lie, of areas and of districts alike.
fn range(indicator: &Indicator) -> RangeInclusive<f64> {
    let words = &indicator.unit.words;
    if indicator.sector == Sector::Outcome {
        30.0..=100.0
    } else if NET.contains(&indicator.id.as_str()) {
        f64::MIN..=f64::MAX
    } else if words.contains("0 is typical") {
        -5.0..=5.0
    } else if indicator.unit.suffix == "%" {
        0.0..=100.0
    } else if words.ends_with("out of 10") {
        0.0..=10.0
    } else {
        0.0..=f64::MAX
    }
}

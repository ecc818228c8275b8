//! What must hold of our own tables beyond that they can be read.

mod other_tables;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Area, AreaKind, Code, Indicator, IndicatorId, Listed, Nation, Sector};

use crate::tables::{self, Series, TableError, Tables};

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

/// How many areas of each kind there are.
const COUNTS: [(AreaKind, usize); 5] = [
    (AreaKind::Local, 218),
    (AreaKind::Region, 9),
    (AreaKind::CombinedAuthority, 15),
    (AreaKind::Nation, 4),
    (AreaKind::Uk, 1),
];

/// `pipeline check`: reads the tables in `data` and says what does not hold.
pub fn command(data: &Path) -> Result<(), CheckError> {
    let tables = tables::read(data)?;
    check(&tables)?;
    println!("{}: edition {}, {} indicators: all well", data.display(), tables.edition, tables.indicators.len());
    Ok(())
}

/// Everything that does not hold of the tables.
pub fn check(tables: &Tables) -> Result<(), CheckError> {
    let mut wrong = Vec::new();
    areas(&tables.areas, &mut wrong);
    order(&tables.indicators, &mut wrong);
    for (indicator, series) in tables.indicators.iter().zip(&tables.values) {
        words(indicator, &mut wrong);
        coverage(indicator, series, &mut wrong);
        units(indicator, series, &mut wrong);
    }
    other_tables::check(tables, &mut wrong);
    if wrong.is_empty() { Ok(()) } else { Err(CheckError::Wrong(wrong)) }
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
        if (area.kind == AreaKind::Local) != area.population.is_some_and(|people| people > 0) {
            wrong.push(format!("areas.csv: {}: expected a population for local areas only", area.code));
        }
        if let Some(other) = names.insert((area.kind, &area.name), area.code) {
            wrong.push(format!("areas.csv: {} and {other}: expected names that differ within a kind", area.code));
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
    if !indicator.definition.ends_with('.') || !(indicator.quality.is_empty() || indicator.quality.ends_with('.')) {
        complain("expected whole sentences in definition and quality");
    }
    if indicator.more.ends_with('.') || indicator.more.starts_with(char::is_uppercase) {
        complain("expected `more` to complete “Places with …”");
    }
    if !indicator.url.starts_with("https://") || indicator.decimals > 3 {
        complain("expected an https address and at most 3 decimals");
    }
    if !(indicator.released.is_empty() || is_day(&indicator.released)) {
        complain("expected a day such as 2026-02-19 as released, or nothing");
    }
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<healthy_years::model::Period>().is_ok()
}

fn coverage(indicator: &Indicator, series: &Series, wrong: &mut Vec<String>) {
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
    let share = indicator.unit.suffix == "%";
    let out_of = indicator.unit.words.ends_with("out of 10");
    let years = indicator.sector == Sector::Outcome;
    for (row, value) in series.rows.iter().filter_map(|row| Some((row, row.estimate.known()?.value))) {
        let sound = (!share || (0.0..=100.0).contains(&value))
            && (!out_of || (0.0..=10.0).contains(&value))
            && (!years || (30.0..=100.0).contains(&value));
        if !sound {
            let unit = &indicator.unit.words;
            wrong.push(format!("values/{}.csv: {} {}: {value} is no {unit}", indicator.id, row.area, row.period));
        }
    }
}

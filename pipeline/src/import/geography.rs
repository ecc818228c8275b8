//! The 247 areas: local areas with region and population, regions, combined authorities, nations, the UK.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Area, AreaKind, Code, Nation};

use super::ImportError;
use crate::sheet::{Row, Sheet};

const AREAS: &str = "geography/utla24-region-nation.csv";
const POPULATION: &str = "geography/population-mid2022.csv";
const OFFICIAL: &str = "ons-local-statistics/healthy-life-expectancy.csv";
const EVERYDAY: &str = "everyday-names.csv";

/// What codes begin with in the column of regions: regions of England, the other nations.
const ENTITIES_OF_REGIONS: [&str; 4] = ["E12", "N92", "S92", "W92"];

/// Reads the areas, in code order.
pub(super) fn read(sources: &Path, everyday_names: &str) -> Result<Vec<Area>, ImportError> {
    let everyday = everyday(everyday_names)?;
    let population = population(sources)?;
    let mut areas = local_areas(sources, &population)?;
    areas.extend(regions(sources)?);
    areas.extend(combined_authorities(sources)?);
    areas.extend(nations());
    areas.sort_by_key(|area| area.code);
    every_everyday_name_has_an_area(&everyday, &areas)?;
    for area in &mut areas {
        if let Some(name) = everyday.get(&area.code) {
            area.name.clone_from(name);
        }
        area.slug = slug(&area.name);
    }
    slugs_are_unique(&areas)?;
    Ok(areas)
}

/// The official names of local areas, as the publisher writes them: “Bristol, City of”.
pub(super) fn official_names(sources: &Path) -> Result<BTreeMap<Code, String>, ImportError> {
    let areas = local_areas(sources, &population(sources)?)?;
    Ok(areas.into_iter().map(|area| (area.code, area.name)).collect())
}

/// Names in everyday writing and order, by hand, of areas whose official name is not.
fn everyday(text: &str) -> Result<BTreeMap<Code, String>, ImportError> {
    let sheet = Sheet::parse(EVERYDAY, text.as_bytes())?;
    let [code, name] = sheet.columns(["code", "name"])?;
    let named = |row: Row<'_>| Ok((row.parsed(&code, "a GSS code")?, row.some_text(&name)?.to_owned()));
    sheet.rows().map(named).collect()
}

fn every_everyday_name_has_an_area(everyday: &BTreeMap<Code, String>, areas: &[Area]) -> Result<(), ImportError> {
    let codes: BTreeSet<Code> = areas.iter().map(|area| area.code).collect();
    let stray = everyday.iter().find(|(code, _)| !codes.contains(code));
    stray.map_or(Ok(()), |(code, name)| {
        Err(ImportError::ours(EVERYDAY, format!("{code} ({name}): expected the code of an area")))
    })
}

fn area(code: Code, name: &str, kind: AreaKind) -> Area {
    Area { code, name: name.to_owned(), slug: String::new(), kind, region: None, population: None }
}

fn population(sources: &Path) -> Result<BTreeMap<Code, u32>, ImportError> {
    let sheet = Sheet::read(sources, POPULATION)?;
    let [code, people] = sheet.columns(["code", "pop_all"])?;
    let mut population = BTreeMap::new();
    for row in sheet.rows() {
        let area: Code = row.parsed(&code, "a GSS code")?;
        if population.insert(area, row.parsed(&people, "a whole number")?).is_some() {
            return Err(row.wrong(&code, "each code once").into());
        }
    }
    Ok(population)
}

fn local_areas(sources: &Path, population: &BTreeMap<Code, u32>) -> Result<Vec<Area>, ImportError> {
    let sheet = Sheet::read(sources, AREAS)?;
    let [code, name, region] = sheet.columns(["c", "name", "rgn"])?;
    let mut areas = BTreeMap::new();
    for row in sheet.rows() {
        let mut area = area(row.parsed(&code, "a GSS code")?, row.some_text(&name)?, AreaKind::Local);
        let lies_in: Code = row.parsed(&region, "a GSS code")?;
        if !ENTITIES_OF_REGIONS.iter().any(|entity| lies_in.is_of(entity)) {
            return Err(row.wrong(&region, "the code of a region of England or of another nation").into());
        }
        area.region = lies_in.is_of("E12").then_some(lies_in);
        let people = population.get(&area.code).copied();
        area.population = Some(people.ok_or_else(|| row.wrong(&code, format!("a code that {POPULATION} has too")))?);
        if let Some(first) = areas.insert(area.code, area) {
            return Err(row.wrong(&code, format!("each code once; {} has it too", first.name)).into());
        }
    }
    Ok(areas.into_values().collect())
}

fn regions(sources: &Path) -> Result<Vec<Area>, ImportError> {
    let sheet = Sheet::read(sources, AREAS)?;
    distinct(&sheet, AreaKind::Region, ["rgn", "rgnname"], "E12")
}

/// The fifteen combined authorities that healthy life expectancy is published for.
fn combined_authorities(sources: &Path) -> Result<Vec<Area>, ImportError> {
    let sheet = Sheet::read(sources, OFFICIAL)?;
    distinct(&sheet, AreaKind::CombinedAuthority, ["areacd", "areanm"], "E47")
}

/// The areas whose codes begin with `entity`, in columns of codes and names that repeat them.
fn distinct(sheet: &Sheet, kind: AreaKind, columns: [&str; 2], entity: &str) -> Result<Vec<Area>, ImportError> {
    let [code, name] = sheet.columns(columns)?;
    let mut areas: BTreeMap<&str, Area> = BTreeMap::new();
    for row in sheet.rows().filter(|row| row.text(&code).starts_with(entity)) {
        let found = area(row.parsed(&code, "a GSS code")?, row.some_text(&name)?, kind);
        let first = areas.entry(row.text(&name)).or_insert_with(|| found.clone());
        if first.code != found.code {
            return Err(row.wrong(&code, format!("{}, as for this name before", first.code)).into());
        }
    }
    Ok(areas.into_values().collect())
}

fn nations() -> Vec<Area> {
    let name = |nation| match nation {
        Nation::England => "England",
        Nation::Wales => "Wales",
        Nation::Scotland => "Scotland",
        Nation::NorthernIreland => "Northern Ireland",
    };
    let mut areas: Vec<_> =
        Nation::ALL.into_iter().map(|nation| area(nation.code(), name(nation), AreaKind::Nation)).collect();
    areas.push(area(Code::UK, "United Kingdom", AreaKind::Uk));
    areas
}

/// The name as an address writes it: lower-case ASCII letters and digits, a hyphen for everything between.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().replace(['\'', '’', '.'], "").chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn slugs_are_unique(areas: &[Area]) -> Result<(), ImportError> {
    let mut seen = BTreeMap::new();
    for area in areas {
        if let Some(other) = seen.insert(&area.slug, &area.name) {
            let why = format!("“{other}” and “{}” have one slug; expected names that differ", area.name);
            return Err(ImportError::ours(EVERYDAY, why));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_lower_case_ascii_with_hyphens() {
        assert_eq!(slug("Armagh City, Banbridge and Craigavon"), "armagh-city-banbridge-and-craigavon");
        assert_eq!(slug("St. Helens"), "st-helens");
        assert_eq!(slug("King's Lynn"), "kings-lynn");
        assert_eq!(slug("Stoke-on-Trent"), "stoke-on-trent");
    }
}

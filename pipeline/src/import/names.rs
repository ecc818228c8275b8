//! Other names that people look an area up by: official ones, districts, and those of `names.csv`, written by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Area, AreaName, Code, NameKind};

use super::{ImportError, geography};
use crate::sheet::{Column, Row, Sheet};

const DISTRICTS: &str = "geography/ltla24-utla24-region24-england-wales.csv";
const BY_HAND: &str = "names.csv";

/// Reads the names, in order of area, name and kind. A name that is an area's own is no other name.
pub(super) fn read(sources: &Path, names_by_hand: &str, areas: &[Area]) -> Result<Vec<AreaName>, ImportError> {
    let own: BTreeMap<Code, &str> = areas.iter().map(|area| (area.code, area.name.as_str())).collect();
    let mut names = by_hand(names_by_hand, areas)?;
    names.extend(official(sources)?);
    names.extend(districts(sources, &own)?);
    names.retain(|name| own.get(&name.area) != Some(&name.name.as_str()));
    names.sort_by(|a, b| (a.area, &a.name, a.kind).cmp(&(b.area, &b.name, b.kind)));
    names.dedup_by(|later, first| later.area == first.area && later.name == first.name);
    Ok(names)
}

fn official(sources: &Path) -> Result<Vec<AreaName>, ImportError> {
    let official = geography::official_names(sources)?.into_iter();
    Ok(official.map(|(area, name)| AreaName { area, name, kind: NameKind::Official }).collect())
}

fn districts(sources: &Path, own: &BTreeMap<Code, &str>) -> Result<Vec<AreaName>, ImportError> {
    let sheet = Sheet::read(sources, DISTRICTS)?;
    let [district, name, area] = sheet.columns(["ltla24_code", "ltla24_name", "utla24_code"])?;
    let mut names = Vec::new();
    for row in sheet.rows().filter(|row| row.text(&district) != row.text(&area)) {
        let code: Code = row.parsed(&area, "a GSS code")?;
        if !own.contains_key(&code) {
            return Err(row.wrong(&area, "the code of an area of December 2024").into());
        }
        names.push(AreaName { area: code, name: row.some_text(&name)?.to_owned(), kind: NameKind::District });
    }
    Ok(names)
}

/// The committed table: a name, its kind, and the slugs of the areas it leads to.
fn by_hand(text: &str, areas: &[Area]) -> Result<Vec<AreaName>, ImportError> {
    let slugs: BTreeMap<&str, Code> = areas.iter().map(|area| (area.slug.as_str(), area.code)).collect();
    let sheet = Sheet::parse(BY_HAND, text.as_bytes())?;
    let [name, kind, leads_to] = sheet.columns(["name", "kind", "areas"])?;
    let mut names = Vec::new();
    let mut seen = BTreeSet::new();
    for row in sheet.rows() {
        let kind: NameKind = row.parsed(&kind, "a kind of name")?;
        for area in areas_of(row, &leads_to, &slugs)? {
            let name = row.some_text(&name)?.to_owned();
            if !seen.insert((area, name.clone())) {
                return Err(row.wrong(&leads_to, "each area once for a name").into());
            }
            names.push(AreaName { area, name, kind });
        }
    }
    Ok(names)
}

fn areas_of(row: Row<'_>, column: &Column, slugs: &BTreeMap<&str, Code>) -> Result<Vec<Code>, ImportError> {
    let codes: Option<Vec<Code>> = row.text(column).split_whitespace().map(|slug| slugs.get(slug).copied()).collect();
    codes
        .filter(|codes| !codes.is_empty())
        .ok_or_else(|| row.wrong(column, "slugs of areas, with spaces between").into())
}

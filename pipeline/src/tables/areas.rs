//! `areas.csv`: every place that figures are published for.

use std::collections::BTreeMap;
use std::path::Path;

use healthy_years::model::{Area, AreaKind, Code, Listed};

use super::TableError;
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The name of the file.
pub(super) const FILE: &str = "areas.csv";
/// Its columns.
pub(super) const COLUMNS: [&str; 6] = ["code", "name", "slug", "kind", "region", "population"];

/// Reads the areas, in code order.
pub(super) fn read(folder: &Path) -> Result<Vec<Area>, TableError> {
    let sheet = Sheet::read(folder, FILE)?;
    let columns = sheet.columns(COLUMNS)?;
    let mut areas = Vec::new();
    let mut seen = BTreeMap::new();
    for row in sheet.rows() {
        let area = area(row, &columns)?;
        for what in [area.code.to_string(), format!("the slug “{}”", area.slug)] {
            if let Some(first) = seen.insert(what.clone(), row.line()) {
                return Err(TableError::Twice { file: FILE.to_owned(), line: row.line(), what, first });
            }
        }
        areas.push(area);
    }
    areas.sort_by_key(|area| area.code);
    Ok(areas)
}

fn area(row: Row<'_>, [code, name, slug, kind, region, population]: &[Column; 6]) -> Result<Area, SheetError> {
    Ok(Area {
        code: row.parsed(code, "a GSS code")?,
        name: row.some_text(name)?.to_owned(),
        slug: slug_of(row, slug)?,
        kind: row.parsed(kind, "a kind of area")?,
        region: optional(row, region, "a region's GSS code or nothing")?,
        population: optional(row, population, "a whole number or nothing")?,
    })
}

fn slug_of(row: Row<'_>, column: &Column) -> Result<String, SheetError> {
    let text = row.some_text(column)?;
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if text.bytes().all(allowed) {
        Ok(text.to_owned())
    } else {
        Err(row.wrong(column, "lower-case ASCII letters, digits and hyphens"))
    }
}

fn optional<T>(row: Row<'_>, column: &Column, expected: &str) -> Result<Option<T>, SheetError>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    if row.text(column).is_empty() { Ok(None) } else { row.parsed(column, expected).map(Some) }
}

/// The cells of an area's row.
pub(super) fn cells(area: &Area) -> [String; 6] {
    [
        area.code.to_string(),
        area.name.clone(),
        area.slug.clone(),
        AreaKind::id(area.kind).to_owned(),
        area.region.as_ref().map(Code::to_string).unwrap_or_default(),
        area.population.map(|people| people.to_string()).unwrap_or_default(),
    ]
}

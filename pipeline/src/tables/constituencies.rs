//! `constituencies.csv`: total life expectancy of parliamentary constituencies.

use std::collections::BTreeMap;
use std::path::Path;

use healthy_years::model::{Code, Constituency, Mark, Period};

use super::gradient::AT_BIRTH;
use super::{TableError, estimate};
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The name of the file.
pub(super) const FILE: &str = "constituencies.csv";
/// Its columns.
pub(super) const COLUMNS: [&str; 6] = ["code", "name", "period", "life_expectancy", "lower", "upper"];

/// What codes of constituencies begin with: England, Northern Ireland, Scotland, Wales.
const ENTITIES: [&str; 4] = ["E14", "N05", "S14", "W07"];

/// Reads the constituencies, in code order.
pub(super) fn read(folder: &Path) -> Result<Vec<Constituency>, TableError> {
    let sheet = Sheet::read(folder, FILE)?;
    let [code, name, period, figures @ ..] = sheet.columns(COLUMNS)?;
    let read = |row: Row<'_>| constituency(row, row.parsed(&period, "a period")?, [&code, &name], &figures);
    gather(sheet.rows().map(|row| Ok((row, read(row)?))))
}

/// A constituency of a row, with its limits.
pub(crate) fn constituency(
    row: Row<'_>,
    period: Period,
    [code, name]: [&Column; 2],
    [value, lower, upper]: &[Column; 3],
) -> Result<Constituency, SheetError> {
    let of: Code = row.parsed(code, "a GSS code")?;
    if !ENTITIES.iter().any(|entity| of.is_of(entity)) {
        return Err(row.wrong(code, "the code of a constituency: E14…, N05…, S14… or W07…"));
    }
    let [number, below, above] = [value, lower, upper].map(|column| row.number_in(column, AT_BIRTH));
    let known = estimate(Some(number?), Some(below?), Some(above?), Mark::Published);
    let known = known.map_err(|why| row.wrong(value, why.to_string()))?;
    let life_expectancy = known.ok_or_else(|| row.wrong(value, "a number"))?;
    Ok(Constituency { code: of, name: row.some_text(name)?.to_owned(), period, life_expectancy })
}

/// Puts them in code order, each once.
pub(crate) fn gather<'a>(
    all: impl Iterator<Item = Result<(Row<'a>, Constituency), SheetError>>,
) -> Result<Vec<Constituency>, TableError> {
    let mut there: BTreeMap<Code, (u64, Constituency)> = BTreeMap::new();
    for found in all {
        let (row, constituency) = found?;
        let code = constituency.code;
        if let Some((first, _)) = there.insert(code, (row.line(), constituency)) {
            let file = row.file().to_owned();
            return Err(TableError::Twice { file, line: row.line(), what: code.to_string(), first });
        }
    }
    Ok(there.into_values().map(|(_, constituency)| constituency).collect())
}

/// The cells of a constituency's row.
pub(super) fn cells(constituency: &Constituency) -> [String; 6] {
    let known = constituency.life_expectancy;
    [
        constituency.code.to_string(),
        constituency.name.clone(),
        constituency.period.to_string(),
        known.value.to_string(),
        known.limits.map(|limits| limits.lower.to_string()).unwrap_or_default(),
        known.limits.map(|limits| limits.upper.to_string()).unwrap_or_default(),
    ]
}

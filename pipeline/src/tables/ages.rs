//! `ages.csv`: healthy life expectancy at every age, for the nations and the UK.

use std::collections::BTreeMap;
use std::path::Path;

use healthy_years::model::{ByAge, Code, FromAge, Period, Sex};

use super::TableError;
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The name of the file.
pub(super) const FILE: &str = "ages.csv";
/// Its columns.
pub(super) const COLUMNS: [&str; 7] =
    ["area", "sex", "period", "first_age", "last_age", "healthy_life_expectancy", "healthy_share"];

/// Whom a figure is for, and when.
type Key = (Code, Sex, Period);

/// A band of ages, as a row gives it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'a> {
    /// Where it stands.
    pub row: Row<'a>,
    /// Whom it is for, and when.
    pub key: Key,
    /// The band and its figures.
    pub band: FromAge,
}

/// Reads the figures, in order of area, sex, period and age.
pub(super) fn read(folder: &Path) -> Result<Vec<ByAge>, TableError> {
    let sheet = Sheet::read(folder, FILE)?;
    let columns = sheet.columns(COLUMNS)?;
    let found = sheet.rows().map(|row| found(row, &columns)).collect::<Result<Vec<_>, _>>()?;
    gather(found, &columns[3])
}

fn found<'a>(row: Row<'a>, columns: &[Column; 7]) -> Result<Found<'a>, SheetError> {
    let [area, sex, period, first, last, healthy, share] = columns;
    let key = (nation(row, area)?, row.parsed(sex, "a sex")?, row.parsed(period, "a period")?);
    let last = if row.text(last).is_empty() { None } else { Some(row.whole_in(last, 0..=120)? as u8) };
    let first = row.whole_in(first, 0..=120)? as u8;
    let (healthy, share) = (row.number_in(healthy, 0.0..=100.0)?, row.number_in(share, 0.0..=100.0)?);
    Ok(Found { row, key, band: FromAge { first, last, healthy, share } })
}

fn nation(row: Row<'_>, column: &Column) -> Result<Code, SheetError> {
    let code = row.parsed(column, "a GSS code")?;
    let known = [Code::ENGLAND, Code::NORTHERN_IRELAND, Code::SCOTLAND, Code::UK, Code::WALES];
    if known.contains(&code) { Ok(code) } else { Err(row.wrong(column, "the code of a nation or the UK")) }
}

/// Puts bands together, from birth to the last without a gap. `age` is the column that a complaint names.
pub(crate) fn gather(found: Vec<Found<'_>>, age: &Column) -> Result<Vec<ByAge>, TableError> {
    let mut bands: BTreeMap<Key, BTreeMap<u8, Found>> = BTreeMap::new();
    for found in found {
        let (area, sex, period) = found.key;
        if let Some(first) = bands.entry(found.key).or_default().insert(found.band.first, found) {
            let what = format!("{area} {sex} {period} from {}", found.band.first);
            let file = found.row.file().to_owned();
            return Err(TableError::Twice { file, line: found.row.line(), what, first: first.row.line() });
        }
    }
    let by_age = |((area, sex, period), found): (Key, BTreeMap<u8, Found>)| {
        let by_age = ByAge { area, sex, period, ages: found.values().map(|found| found.band).collect() };
        let gap = "bands that follow on one another from birth, the last one open, for each area, sex and period";
        match found.values().next_back().filter(|_| !by_age.is_complete()) {
            Some(last) => Err(last.row.wrong(age, gap).into()),
            None => Ok(by_age),
        }
    };
    bands.into_iter().map(by_age).collect()
}

/// The rows of one area, sex and period.
pub(super) fn cells(by_age: &ByAge) -> Vec<[String; 7]> {
    let row = |band: &FromAge| {
        [
            by_age.area.to_string(),
            by_age.sex.to_string(),
            by_age.period.to_string(),
            band.first.to_string(),
            band.last.map(|last| last.to_string()).unwrap_or_default(),
            band.healthy.to_string(),
            band.share.to_string(),
        ]
    };
    by_age.ages.iter().map(row).collect()
}

//! ONS healthy life expectancy by age, for the nations and the UK.

use std::path::Path;

use healthy_years::model::{ByAge, Code, FromAge};

use super::ImportError;
use super::table::sex_of;
use super::traps::published_period;
use crate::sheet::{Column, Row, Sheet, SheetError};
use crate::tables::ages::{Found, gather};

const FILE: &str = "life-expectancy/hle-by-age-uk-nations.csv";
const COLUMNS: [&str; 7] = ["period", "country", "sex", "age", "agecode", "hle", "prop"];

/// Reads the file.
pub(super) fn read(sources: &Path) -> Result<Vec<ByAge>, ImportError> {
    let sheet = Sheet::read(sources, FILE)?;
    let columns = sheet.columns(COLUMNS)?;
    let found = sheet.rows().map(|row| found(row, &columns)).collect::<Result<Vec<_>, _>>()?;
    Ok(gather(found, &columns[3])?)
}

fn found<'a>(row: Row<'a>, columns: &[Column; 7]) -> Result<Found<'a>, SheetError> {
    let [period, country, sex, age, number, healthy, share] = columns;
    let area = country_of(row.text(country)).ok_or_else(|| row.wrong(country, "a nation or United Kingdom"))?;
    let when = published_period::years(row.text(period)).ok_or_else(|| row.wrong(period, "years as 2021 to 2023"))?;
    let (first, last) = band(row.text(age)).ok_or_else(|| row.wrong(age, "ages as <1, 01 to 04 or 90+"))?;
    if row.whole_in(number, 1..=99)? != place_of(first) {
        return Err(row.wrong(number, format!("{}, the number of the band from {first}", place_of(first))));
    }
    let (healthy, share) = (row.number_in(healthy, 0.0..=100.0)?, row.number_in(share, 0.0..=100.0)?);
    Ok(Found { row, key: (area, sex_of(row, sex)?, when), band: FromAge { first, last, healthy, share } })
}

fn country_of(name: &str) -> Option<Code> {
    match name {
        "England" => Some(Code::ENGLAND),
        "Wales" => Some(Code::WALES),
        "Scotland" => Some(Code::SCOTLAND),
        "Northern Ireland" => Some(Code::NORTHERN_IRELAND),
        "United Kingdom" => Some(Code::UK),
        _ => None,
    }
}

/// First and last year of age: “<1” is the first year of life, “90+” is open.
fn band(text: &str) -> Option<(u8, Option<u8>)> {
    if text == "<1" {
        return Some((0, Some(0)));
    }
    if let Some(first) = text.strip_suffix('+') {
        return Some((first.parse().ok()?, None));
    }
    let (first, last) = text.split_once(" to ")?;
    Some((first.parse().ok()?, Some(last.parse().ok()?)))
}

/// Where a band stands, from 1: birth, from 1, from 5, and so on in steps of five years.
fn place_of(first: u8) -> u32 {
    if first == 0 { 1 } else { 2 + u32::from(first / 5) }
}

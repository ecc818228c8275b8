//! ONS life expectancy at birth, 2021–23, by sex, with limits.

use std::path::Path;

use healthy_years::model::{Estimate, Mark, Sex};

use super::ImportError;
use super::collected::{Collected, Found};
use super::registry::Source;
use super::traps::place::{Place, place};
use super::traps::published_period;
use crate::sheet::{Column, Row, Sheet, SheetError};
use crate::tables::estimate;

/// The columns that are read.
pub(super) const COLUMNS: [&str; 7] = [
    "Period",
    "Area code",
    "Sex",
    "Age group",
    "Life expectancy",
    "Lower confidence interval",
    "Upper confidence interval",
];

/// Reads the file. It holds health boards and districts too, which are left out.
pub(super) fn read(source: &Source, folder: &Path, collected: &mut Collected) -> Result<(), ImportError> {
    let sheet = Sheet::read(folder, &source.file)?;
    let columns = sheet.columns(COLUMNS)?;
    for row in sheet.rows() {
        let known = place(row.text(&columns[1]), |code| collected.holds(code));
        match known.ok_or_else(|| row.wrong(&columns[1], "the code of a place that the import knows"))? {
            Place::LeftOut => {}
            Place::Ours(area) => {
                let found = found(row, &columns, area)?;
                for wanted in &source.wanted {
                    collected.add(wanted.indicator, &source.file, found)?;
                }
            }
            Place::Divided(_) | Place::Combined { .. } => {
                return Err(row.wrong(&columns[1], "an area of April 2023 or later").into());
            }
        }
    }
    Ok(())
}

/// The figure of a row, which is for `area`.
pub(super) fn found(
    row: Row<'_>,
    columns: &[Column; 7],
    area: healthy_years::model::Code,
) -> Result<Found, SheetError> {
    let [period, code, sex, age, value, lower, upper] = columns;
    if row.text(age) != "<1" {
        return Err(row.wrong(age, "<1: life expectancy at birth"));
    }
    let (number, lower, upper) = (row.number(value)?, row.number(lower)?, row.number(upper)?);
    let known = estimate(number, lower, upper, Mark::Published).map_err(|why| row.wrong(value, why.to_string()))?;
    Ok(Found {
        area,
        written: row.parsed(code, "a GSS code")?,
        period: published_period::years(row.text(period)).ok_or_else(|| row.wrong(period, "years as 2021 to 2023"))?,
        sex: Some(sex_of(row, sex)?),
        estimate: known.map(Estimate::Known).ok_or_else(|| row.wrong(value, "a number"))?,
        line: row.line(),
    })
}

/// The sex that a row is for.
pub(super) fn sex_of(row: Row<'_>, column: &Column) -> Result<Sex, SheetError> {
    match row.text(column) {
        "Female" => Ok(Sex::Female),
        "Male" => Ok(Sex::Male),
        _ => Err(row.wrong(column, "Female or Male")),
    }
}

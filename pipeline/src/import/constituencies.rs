//! ONS life expectancy of parliamentary constituencies, 2022, women and men together.

use std::path::Path;

use healthy_years::model::{Constituency, Period};

use super::ImportError;
use crate::sheet::{Column, Row, Sheet, SheetError};
use crate::tables::constituencies::{constituency, gather};

const FILE: &str = "life-expectancy/le-constituency-2022.csv";
/// Columns that say the same in every row, and what.
const FIXED: [(&str, &str); 3] = [("Area type", "Parliamentary Constituency"), ("Sex", "Persons"), ("Age group", "<1")];
const FIGURES: [&str; 3] =
    ["Life expectancy (years)", "Lower 95% confidence interval", "Upper 95% confidence interval"];

/// Reads the file.
pub(super) fn read(sources: &Path) -> Result<Vec<Constituency>, ImportError> {
    let sheet = Sheet::read(sources, FILE)?;
    let [period, code, name] = sheet.columns(["Period", "Code", "Area name"])?;
    let fixed = sheet.columns(FIXED.map(|(column, _)| column))?;
    let figures = sheet.columns(FIGURES)?;
    let read = |row: Row<'_>| {
        for (column, (_, expected)) in fixed.iter().zip(FIXED) {
            is(row, column, expected)?;
        }
        constituency(row, year(row, &period)?, [&code, &name], &figures)
    };
    Ok(gather(sheet.rows().map(|row| Ok((row, read(row)?))))?)
}

/// Refuses a cell that holds something else than every other row has there.
pub(super) fn is(row: Row<'_>, column: &Column, expected: &str) -> Result<(), SheetError> {
    if row.text(column) == expected { Ok(()) } else { Err(row.wrong(column, expected)) }
}

fn year(row: Row<'_>, column: &Column) -> Result<Period, SheetError> {
    let year = row.whole_in(column, 2000..=2199)? as u16;
    Period::years(year, year).ok_or_else(|| row.wrong(column, "a year"))
}

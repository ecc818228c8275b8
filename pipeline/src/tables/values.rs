//! `values/<indicator>.csv`: the values of one indicator.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Code, Estimate, Indicator, Known, Limits, Listed, Mark, Missing, Sex};

use super::{Series, TableError, ValueRow};
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The columns.
pub(super) const COLUMNS: [&str; 7] = ["area", "period", "sex", "value", "lower", "upper", "status"];

/// The name of an indicator's file.
pub(super) fn file(indicator: &str) -> String {
    format!("values/{indicator}.csv")
}

/// Why a value and two limits make no estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongEstimate {
    /// One limit without the other.
    #[error("both limits or neither")]
    OneLimit,
    /// Limits without a value.
    #[error("limits only where there is a value")]
    NoValue,
    /// The value is not between the limits.
    #[error("a lower limit ≤ the value ≤ the upper limit")]
    Outside,
}

/// The estimate that a value and its limits make, none where there is no value.
pub fn estimate(
    value: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    mark: Mark,
) -> Result<Option<Known>, WrongEstimate> {
    let limits = match (lower, upper) {
        (Some(lower), Some(upper)) => Some(Limits { lower, upper }),
        (None, None) => None,
        _ => return Err(WrongEstimate::OneLimit),
    };
    match (value, limits) {
        (None, Some(_)) => Err(WrongEstimate::NoValue),
        (None, None) => Ok(None),
        (Some(value), Some(limits)) if value < limits.lower || value > limits.upper => Err(WrongEstimate::Outside),
        (Some(value), limits) => Ok(Some(Known { value, limits, mark })),
    }
}

/// Reads the values of an indicator, each of an area in `codes`.
pub(super) fn read(folder: &Path, indicator: &Indicator, codes: &BTreeSet<Code>) -> Result<Series, TableError> {
    let file = file(indicator.id.as_str());
    let sheet = Sheet::read(folder, &file)?;
    let columns = sheet.columns(COLUMNS)?;
    let mut rows = BTreeMap::new();
    for row in sheet.rows() {
        let value = value_row(row, &columns, indicator.by_sex)?;
        if !codes.contains(&value.area) {
            return Err(row.wrong(&columns[0], "the code of an area in areas.csv").into());
        }
        if let Some((first, _)) = rows.insert(value.key(), (row.line(), value)) {
            let what = format!("{} {}", value.area, value.period);
            return Err(TableError::Twice { file, line: row.line(), what, first });
        }
    }
    let rows = rows.into_values().map(|(_, row)| row).collect();
    Ok(Series { indicator: indicator.id.clone(), rows })
}

fn value_row(row: Row<'_>, columns: &[Column; 7], by_sex: bool) -> Result<ValueRow, SheetError> {
    let [area, period, sex, value, lower, upper, status] = columns;
    let numbers = [row.number(value)?, row.number(lower)?, row.number(upper)?];
    Ok(ValueRow {
        area: row.parsed(area, "a GSS code")?,
        sex: sex_of(row, sex, by_sex)?,
        period: row.parsed(period, "a period")?,
        estimate: estimate_of(row, value, status, numbers)?,
    })
}

fn sex_of(row: Row<'_>, column: &Column, by_sex: bool) -> Result<Option<Sex>, SheetError> {
    match (by_sex, row.text(column)) {
        (true, _) => row.parsed(column, "a sex").map(Some),
        (false, "") => Ok(None),
        (false, _) => Err(row.wrong(column, "nothing: the indicator is not given by sex")),
    }
}

fn estimate_of(
    row: Row<'_>,
    value: &Column,
    status: &Column,
    [number, lower, upper]: [Option<f64>; 3],
) -> Result<Estimate, SheetError> {
    if number.is_none() && lower.is_none() && upper.is_none() {
        let missing: Missing = row.parsed(status, "the reason why there is no value")?;
        return Ok(Estimate::Missing(missing));
    }
    let mark: Mark = row.parsed(status, "nothing, or what to know about the value")?;
    let known = estimate(number, lower, upper, mark).map_err(|why| row.wrong(value, why.to_string()))?;
    known.map(Estimate::Known).ok_or_else(|| row.wrong(value, "a number"))
}

/// The cells of a value's row. Numbers are the shortest decimal text that reads back as the same number.
pub(super) fn cells(row: &ValueRow) -> [String; 7] {
    let (value, lower, upper, status) = match row.estimate {
        Estimate::Known(Known { value, limits, mark }) => (
            value.to_string(),
            limits.map(|limits| limits.lower.to_string()).unwrap_or_default(),
            limits.map(|limits| limits.upper.to_string()).unwrap_or_default(),
            mark.id(),
        ),
        Estimate::Missing(missing) => (String::new(), String::new(), String::new(), missing.id()),
    };
    let sex = row.sex.map(Sex::id).unwrap_or_default().to_owned();
    [row.area.to_string(), row.period.to_string(), sex, value, lower, upper, status.to_owned()]
}

//! `district-values.csv`: figures of districts, of measures that areas have too.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Code, Estimate, IndicatorId, Mark, Sex};

use super::{Series, TableError, ValueRow, estimate};
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The name of the file.
pub(super) const FILE: &str = "district-values.csv";
/// Its columns.
pub(super) const COLUMNS: [&str; 7] = ["district", "measure", "period", "sex", "value", "lower", "upper"];

/// Reads the figures of districts in `codes`, in order of measure, district, period and sex.
pub(super) fn read(folder: &Path, codes: &BTreeSet<Code>) -> Result<Vec<Series>, TableError> {
    let sheet = Sheet::read(folder, FILE)?;
    let columns = sheet.columns(COLUMNS)?;
    let mut series: BTreeMap<IndicatorId, BTreeMap<_, (u64, ValueRow)>> = BTreeMap::new();
    for row in sheet.rows() {
        let (measure, value) = value_row(row, &columns, codes)?;
        let rows = series.entry(measure.clone()).or_default();
        if let Some((first, _)) = rows.insert(value.key(), (row.line(), value)) {
            let what = format!("{} {measure} {}", value.area, value.period);
            return Err(TableError::Twice { file: FILE.to_owned(), line: row.line(), what, first });
        }
    }
    let rows = |rows: BTreeMap<_, (u64, ValueRow)>| rows.into_values().map(|(_, row)| row).collect();
    Ok(series.into_iter().map(|(indicator, values)| Series { indicator, rows: rows(values) }).collect())
}

fn value_row(
    row: Row<'_>,
    [district, measure, period, sex, value, lower, upper]: &[Column; 7],
    codes: &BTreeSet<Code>,
) -> Result<(IndicatorId, ValueRow), SheetError> {
    let area = row.parsed(district, "a GSS code")?;
    if !codes.contains(&area) {
        return Err(row.wrong(district, "the code of a district in districts.csv"));
    }
    let id = IndicatorId::new(row.text(measure)).ok_or_else(|| row.wrong(measure, "an indicator’s id"))?;
    let known = estimate(row.number(value)?, row.number(lower)?, row.number(upper)?, Mark::Published);
    let known = known.map_err(|why| row.wrong(value, why.to_string()))?;
    let estimate = known.map(Estimate::Known).ok_or_else(|| row.wrong(value, "a number"))?;
    let sex = if row.text(sex).is_empty() { None } else { Some(row.parsed(sex, "a sex or nothing")?) };
    Ok((id, ValueRow { area, sex, period: row.parsed(period, "a period")?, estimate }))
}

/// The rows of a measure; a figure that is not known has none.
pub(super) fn cells(series: &Series) -> Vec<[String; 7]> {
    let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
    let row = |row: &ValueRow| {
        let known = row.estimate.known()?;
        Some([
            row.area.to_string(),
            series.indicator.to_string(),
            row.period.to_string(),
            row.sex.as_ref().map(Sex::to_string).unwrap_or_default(),
            known.value.to_string(),
            number(known.limits.map(|limits| limits.lower)),
            number(known.limits.map(|limits| limits.upper)),
        ])
    };
    series.rows.iter().filter_map(row).collect()
}

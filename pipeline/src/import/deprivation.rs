//! England's Indices of Deprivation 2025 by upper-tier area: one column a measure.

use std::path::Path;

use healthy_years::model::{Code, Estimate, Mark, Period};

use super::ImportError;
use super::collected::{Collected, Found};
use super::registry::{Source, Wanted};
use crate::sheet::{Column, Row, Sheet, SheetError, number};
use crate::tables::estimate;

const YEAR: u16 = 2025;

/// Reads the columns that indicators are made of.
pub(super) fn read(source: &Source, folder: &Path, collected: &mut Collected) -> Result<(), ImportError> {
    let sheet = Sheet::read(folder, &source.file)?;
    let [code, domain_source] = sheet.columns(["utla24_code", "domain_source"])?;
    for wanted in &source.wanted {
        let column = sheet.column(&wanted.series)?;
        for row in sheet.rows() {
            let area: Code = row.parsed(&code, "a GSS code")?;
            if !collected.holds(area) {
                return Err(row.wrong(&code, "the code of an area of December 2024").into());
            }
            let estimate = estimate_of(row, &column, &domain_source, wanted)?;
            let period = Period::years(YEAR, YEAR).ok_or_else(|| row.wrong(&code, "a year"))?;
            let found = Found { area, written: area, period, sex: None, estimate, line: row.line() };
            collected.add(wanted.indicator, &source.file, found)?;
        }
    }
    Ok(())
}

fn estimate_of(row: Row<'_>, column: &Column, domain_source: &Column, wanted: &Wanted) -> Result<Estimate, SheetError> {
    let mark = if wanted.domain { mark_of_domain(row, domain_source)? } else { Mark::Published };
    let text = row.text(column);
    let value = if wanted.per_cent { per_cent(text) } else { number(text) };
    let known = estimate(value, None, None, mark).map_err(|why| row.wrong(column, why.to_string()))?;
    let expected = if wanted.per_cent { "a share from 0 to 1" } else { "a number" };
    known.map(Estimate::Known).ok_or_else(|| row.wrong(column, expected))
}

/// Trap: domain scores are official for single-tier areas and computed from districts for the 21 counties.
fn mark_of_domain(row: Row<'_>, domain_source: &Column) -> Result<Mark, SheetError> {
    let text = row.text(domain_source);
    if text.starts_with("official ") {
        Ok(Mark::Published)
    } else if text.starts_with("computed: ") {
        Ok(Mark::Computed)
    } else {
        Err(row.wrong(domain_source, "official … or computed: …"))
    }
}

/// Trap: shares are given from 0 to 1. The point is moved in the text, so no digit changes by rounding.
pub(super) fn per_cent(text: &str) -> Option<f64> {
    number(text).filter(|share| (0.0..=1.0).contains(share))?;
    if text.contains(['e', 'E']) { number(text).map(|share| share * 100.0) } else { number(&format!("{text}e2")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_become_per_cent_without_rounding() {
        assert_eq!(per_cent("0.421"), Some(42.1));
        assert_eq!(per_cent("0.07"), Some(7.0));
        assert_eq!(per_cent("1"), Some(100.0));
        assert_eq!(per_cent("42.1"), None);
        assert_eq!(per_cent("-0.1"), None);
        assert_eq!(per_cent(""), None);
    }
}

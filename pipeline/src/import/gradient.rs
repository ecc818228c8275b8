//! ONS life expectancies by deprivation: tenths of England's neighbourhoods, fifths of Wales's.

use std::path::Path;

use healthy_years::model::{DeprivationIndex, Gradient, Nation, Period};

use super::ImportError;
use super::table::sex_of;
use super::traps::published_period;
use crate::sheet::{Column, Row, Sheet, SheetError};
use crate::tables::gradient::{AT_BIRTH, Found, gather};

const ENGLAND: &str = "gradient/england-imd-deciles.csv";
const TENTHS: u8 = 10;
const WALES: &str = "gradient/wales-wimd-quintiles.csv";
const FIFTHS: u8 = 5;

/// Reads both files.
pub(super) fn read(sources: &Path) -> Result<Vec<Gradient>, ImportError> {
    let mut gradients = england(sources)?;
    gradients.extend(wales(sources)?);
    Ok(gradients)
}

fn england(sources: &Path) -> Result<Vec<Gradient>, ImportError> {
    let sheet = Sheet::read(sources, ENGLAND)?;
    let [period, tenth, sex, total, healthy] = sheet.columns(["period", "imd_decile", "sex", "le", "hle"])?;
    let years = sheet.columns(["period_start", "period_end"])?;
    let label = sheet.column("deprivation_label")?;
    let derived = sheet.columns(["hle_pct", "unhealthy_years"])?;
    let mut found = Vec::new();
    for row in sheet.rows() {
        let (le, hle) = (row.number_in(&total, AT_BIRTH)?, row.number_in(&healthy, AT_BIRTH)?);
        share_and_rest_follow(row, &derived, le, hle)?;
        let group = row.whole_in(&tenth, 1..=u32::from(TENTHS))? as u8;
        the_first_is_the_most_deprived(row, &label, group)?;
        let index = DeprivationIndex { nation: Nation::England, edition: Some(2019) };
        let (sex, period) = (sex_of(row, &sex)?, period_of(row, &period)?);
        its_years_agree(row, &years, period)?;
        for (healthy, value) in [(true, hle), (false, le)] {
            found.push(Found { row, index, groups: TENTHS, group, sex, period, healthy, value });
        }
    }
    Ok(gather(found, &tenth)?)
}

/// The edition of the index is not told by the source, and healthy life expectancy is all that it gives.
fn wales(sources: &Path) -> Result<Vec<Gradient>, ImportError> {
    let sheet = Sheet::read(sources, WALES)?;
    let [period, sex, fifth, healthy] = sheet.columns(["period", "sex", "wimd_quintile", "hle"])?;
    let found = |row| {
        Ok(Found {
            row,
            index: DeprivationIndex { nation: Nation::Wales, edition: None },
            groups: FIFTHS,
            group: row.whole_in(&fifth, 1..=u32::from(FIFTHS))? as u8,
            sex: sex_of(row, &sex)?,
            period: period_of(row, &period)?,
            healthy: true,
            value: row.number_in(&healthy, AT_BIRTH)?,
        })
    };
    let found = sheet.rows().map(found).collect::<Result<Vec<_>, SheetError>>()?;
    Ok(gather(found, &fifth)?)
}

fn period_of(row: Row<'_>, column: &Column) -> Result<Period, SheetError> {
    published_period::years(row.text(column)).ok_or_else(|| row.wrong(column, "years as 2021 to 2023"))
}

/// Trap: the period stands twice.
fn its_years_agree(row: Row<'_>, columns: &[Column; 2], period: Period) -> Result<(), SheetError> {
    for (column, year) in columns.iter().zip([period.first.year, period.last.year]) {
        if row.text(column) != year.to_string() {
            return Err(row.wrong(column, format!("{year}, as the period says")));
        }
    }
    Ok(())
}

/// Trap: elsewhere 1 may be the least deprived. The labels at both ends say what it is here.
fn the_first_is_the_most_deprived(row: Row<'_>, label: &Column, tenth: u8) -> Result<(), SheetError> {
    let expected = match tenth {
        1 => "Most deprived".to_owned(),
        TENTHS => "Least deprived".to_owned(),
        _ => format!("Decile {tenth}"),
    };
    if row.text(label) == expected { Ok(()) } else { Err(row.wrong(label, expected)) }
}

/// Trap: the healthy share and the years not in good health stand there too, derived. They are not kept; they must
/// follow from both life expectancies, as far as those are rounded to 0.1 and the share to 1%.
fn share_and_rest_follow(row: Row<'_>, [share, rest]: &[Column; 2], le: f64, hle: f64) -> Result<(), SheetError> {
    const HALF: f64 = 0.05;
    const SPARE: f64 = 1e-6;
    if (le - hle - row.number_in(rest, 0.0..=100.0)?).abs() > 2.0 * HALF + SPARE {
        return Err(row.wrong(rest, format!("{:.1}, which is le − hle", le - hle)));
    }
    let (least, most) = (100.0 * (hle - HALF) / (le + HALF), 100.0 * (hle + HALF) / (le - HALF));
    let there = row.number_in(share, 0.0..=100.0)?;
    if there < least - 0.5 - SPARE || there > most + 0.5 + SPARE {
        return Err(row.wrong(share, format!("about {:.0}, which is hle ÷ le in per cent", 100.0 * hle / le)));
    }
    Ok(())
}

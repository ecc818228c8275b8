//! The files of ONS Explore Local Statistics: one row for each series, area and period.

use std::path::Path;

use healthy_years::model::{Code, Estimate, Missing, Period};

use super::ImportError;
use super::collected::{Collected, Found};
use super::registry::{Source, Wanted};
use super::traps::place::{Place, place};
use super::traps::{other_survey, published_period, status};
use crate::sheet::{Column, Row, Sheet, SheetError};
use crate::tables::estimate;

/// The columns that are read; the others repeat them in words.
const COLUMNS: [&str; 9] =
    ["areacd", "indicator", "period", "observation", "unit", "lci_95", "uci_95", "status", "notes"];

struct Columns {
    area: Column,
    series: Column,
    period: Column,
    value: Column,
    unit: Column,
    lower: Column,
    upper: Column,
    status: Column,
    notes: Column,
}

/// Reads every series of a file.
pub(super) fn read(source: &Source, folder: &Path, collected: &mut Collected) -> Result<(), ImportError> {
    let sheet = Sheet::read(folder, &source.file)?;
    let columns = Columns::of(&sheet)?;
    for row in sheet.rows() {
        let wanted = wanted(row, &columns, source)?;
        let code = row.text(&columns.area);
        let place = place(code, |code| collected.holds(code))
            .ok_or_else(|| row.wrong(&columns.area, "the code of a place that the import knows"))?;
        if place != Place::LeftOut {
            take(row, &columns, source, wanted, place, collected)?;
        }
    }
    Ok(())
}

fn take(
    row: Row<'_>,
    columns: &Columns,
    source: &Source,
    wanted: &Wanted,
    place: Place,
    collected: &mut Collected,
) -> Result<(), ImportError> {
    if row.text(&columns.unit) != wanted.published_unit {
        return Err(row.wrong(&columns.unit, format!("the unit “{}”", wanted.published_unit)).into());
    }
    let text = row.text(&columns.period);
    let period = published_period::period(text)
        .ok_or_else(|| row.wrong(&columns.period, "a day, or a start and a duration such as 2022-01-01/P3Y"))?;
    let estimate = estimate_of(row, columns)?;
    let estimate = if wanted.other_survey { other_survey::marked(estimate) } else { estimate };
    let sex = wanted.sex;
    let mut add = |area, written, estimate| {
        let found = Found { area, written, period, sex, estimate, line: row.line() };
        collected.add(wanted.indicator, &source.file, found)
    };
    match place {
        Place::LeftOut => Ok(()),
        Place::Ours(area) => match other_survey::takes(&wanted.nations, area) {
            Some(true) => add(area, written(row, columns)?, estimate),
            Some(false) => Ok(()),
            None => Err(row.wrong(&columns.area, "an area of a nation that the indicator covers").into()),
        },
        Place::Combined { larger, smaller } => {
            let (larger, smaller) = (ours(row, columns, larger)?, ours(row, columns, smaller)?);
            add(larger, larger, estimate)?;
            add(smaller, smaller, Estimate::Missing(Missing::WithNeighbour))
        }
        Place::Divided(successors) if estimate.known().is_some() => {
            note_divided(row, columns, successors, period, wanted, collected)
        }
        Place::Divided(_) => Ok(()),
    }
}

fn note_divided(
    row: Row<'_>,
    columns: &Columns,
    successors: &[&str],
    period: Period,
    wanted: &Wanted,
    collected: &mut Collected,
) -> Result<(), ImportError> {
    for successor in successors {
        let successor = ours(row, columns, successor)?;
        collected.add_divided(wanted.indicator, successor, period, wanted.sex);
    }
    Ok(())
}

fn ours(row: Row<'_>, columns: &Columns, code: &str) -> Result<Code, SheetError> {
    code.parse().map_err(|_| row.wrong(&columns.area, "a GSS code"))
}

fn written(row: Row<'_>, columns: &Columns) -> Result<Code, SheetError> {
    row.parsed(&columns.area, "a GSS code")
}

fn wanted<'a>(row: Row<'_>, columns: &Columns, source: &'a Source) -> Result<&'a Wanted, SheetError> {
    let name = row.text(&columns.series);
    source.wanted.iter().find(|wanted| wanted.series == name).ok_or_else(|| {
        let known: Vec<_> = source.wanted.iter().map(|wanted| wanted.series.as_str()).collect();
        row.wrong(&columns.series, format!("one of the series in indicators.toml: {}", known.join(", ")))
    })
}

fn estimate_of(row: Row<'_>, columns: &Columns) -> Result<Estimate, SheetError> {
    let (flag, note) = (row.text(&columns.status), row.text(&columns.notes));
    let value = row.number(&columns.value)?;
    if value.is_none() {
        let reason = status::reason(flag)
            .ok_or_else(|| row.wrong(&columns.value, "a number, or a status x or u that says why there is none"))?;
        estimate(None, row.number(&columns.lower)?, row.number(&columns.upper)?, healthy_years::model::Mark::Published)
            .map_err(|why| row.wrong(&columns.lower, why.to_string()))?;
        return Ok(Estimate::Missing(reason));
    }
    let wrong = if flag.is_empty() { &columns.notes } else { &columns.status };
    let mark = status::mark(flag, note).ok_or_else(|| row.wrong(wrong, "a status and a note that the import knows"))?;
    let known = estimate(value, row.number(&columns.lower)?, row.number(&columns.upper)?, mark)
        .map_err(|why| row.wrong(&columns.value, why.to_string()))?;
    known.map(Estimate::Known).ok_or_else(|| row.wrong(&columns.value, "a number"))
}

impl Columns {
    fn of(sheet: &Sheet) -> Result<Columns, SheetError> {
        let [area, series, period, value, unit, lower, upper, status, notes] = sheet.columns(COLUMNS)?;
        Ok(Columns { area, series, period, value, unit, lower, upper, status, notes })
    }
}

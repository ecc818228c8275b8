//! The files of ONS Explore Local Statistics: one row for each series, area and period.

use std::path::Path;

use healthy_years::model::{Code, Estimate, Mark, Missing, Period};

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

/// A row of a place that is not left out, and what it is to become.
struct Taken<'a> {
    row: Row<'a>,
    columns: &'a Columns,
    wanted: &'a Wanted,
    period: Period,
    estimate: Estimate,
}

/// Reads every series of a file.
pub(super) fn read(source: &Source, folder: &Path, collected: &mut Collected) -> Result<(), ImportError> {
    let sheet = Sheet::read(folder, &source.file)?;
    let columns = Columns::of(&sheet)?;
    for row in sheet.rows() {
        let wanted = wanted(row, &columns, source)?;
        let place = place(row.text(&columns.area), |code| collected.holds(code))
            .ok_or_else(|| row.wrong(&columns.area, "the code of a place that the import knows"))?;
        if place != Place::LeftOut {
            Taken::of(row, &columns, wanted)?.put(place, &source.file, collected)?;
        }
    }
    Ok(())
}

impl<'a> Taken<'a> {
    fn of(row: Row<'a>, columns: &'a Columns, wanted: &'a Wanted) -> Result<Taken<'a>, SheetError> {
        if row.text(&columns.unit) != wanted.published_unit {
            return Err(row.wrong(&columns.unit, format!("the unit “{}”", wanted.published_unit)));
        }
        let period = published_period::period(row.text(&columns.period))
            .ok_or_else(|| row.wrong(&columns.period, "a day, or a start and a duration such as 2022-01-01/P3Y"))?;
        let estimate = estimate_of(row, columns)?;
        if let Some(expected) = estimate.known().and_then(|known| wanted.range.complaint(known.value)) {
            return Err(row.wrong(&columns.value, expected));
        }
        let estimate = if wanted.other_survey { other_survey::marked(estimate) } else { estimate };
        Ok(Taken { row, columns, wanted, period, estimate })
    }

    fn put(&self, place: Place, file: &str, collected: &mut Collected) -> Result<(), ImportError> {
        match place {
            Place::LeftOut => Ok(()),
            Place::Ours(area) => self.put_ours(area, file, collected),
            Place::Combined { larger, smaller } => {
                let (larger, smaller) = (self.code(larger)?, self.code(smaller)?);
                let nothing = Estimate::Missing(Missing::WithNeighbour);
                collected.add(self.wanted.indicator, file, self.found(larger, larger, self.estimate))?;
                collected.add(self.wanted.indicator, file, self.found(smaller, smaller, nothing))
            }
            Place::Divided(successors) => self.put_divided(successors, collected),
        }
    }

    fn put_ours(&self, area: Code, file: &str, collected: &mut Collected) -> Result<(), ImportError> {
        let expected = "an area of a nation that the indicator covers";
        let takes = other_survey::takes(&self.wanted.nations, area)
            .ok_or_else(|| self.row.wrong(&self.columns.area, expected))?;
        if takes {
            let written = self.row.parsed(&self.columns.area, "a GSS code")?;
            collected.add(self.wanted.indicator, file, self.found(area, written, self.estimate))?;
        }
        Ok(())
    }

    fn put_divided(&self, successors: &[&str], collected: &mut Collected) -> Result<(), ImportError> {
        if self.estimate.known().is_some() {
            for successor in successors {
                collected.add_divided(self.wanted.indicator, self.code(successor)?, self.period, self.wanted.sex);
            }
        }
        Ok(())
    }

    fn found(&self, area: Code, written: Code, estimate: Estimate) -> Found {
        Found { area, written, period: self.period, sex: self.wanted.sex, estimate, line: self.row.line() }
    }

    /// A code that one of our own tables names.
    fn code(&self, code: &str) -> Result<Code, SheetError> {
        code.parse().map_err(|_| self.row.wrong(&self.columns.area, "a GSS code"))
    }
}

fn wanted<'a>(row: Row<'_>, columns: &Columns, source: &'a Source) -> Result<&'a Wanted, SheetError> {
    let name = row.text(&columns.series);
    source.wanted.iter().find(|wanted| wanted.series == name).ok_or_else(|| {
        let known: Vec<_> = source.wanted.iter().map(|wanted| wanted.series.as_str()).collect();
        row.wrong(&columns.series, format!("one of the series in indicators.toml: {}", known.join(", ")))
    })
}

fn estimate_of(row: Row<'_>, columns: &Columns) -> Result<Estimate, SheetError> {
    let (value, lower, upper) = (row.number(&columns.value)?, row.number(&columns.lower)?, row.number(&columns.upper)?);
    let mark = if value.is_some() { mark_of(row, columns)? } else { Mark::Published };
    match estimate(value, lower, upper, mark).map_err(|why| row.wrong(&columns.value, why.to_string()))? {
        Some(known) => Ok(Estimate::Known(known)),
        None => status::reason(row.text(&columns.status))
            .map(Estimate::Missing)
            .ok_or_else(|| row.wrong(&columns.value, "a number, or a status x or u that says why there is none")),
    }
}

fn mark_of(row: Row<'_>, columns: &Columns) -> Result<Mark, SheetError> {
    let (flag, note) = (row.text(&columns.status), row.text(&columns.notes));
    let wrong = if flag.is_empty() { &columns.notes } else { &columns.status };
    status::mark(flag, note).ok_or_else(|| row.wrong(wrong, "a status and a note that the import knows"))
}

impl Columns {
    fn of(sheet: &Sheet) -> Result<Columns, SheetError> {
        let [area, series, period, value, unit, lower, upper, status, notes] = sheet.columns(COLUMNS)?;
        Ok(Columns { area, series, period, value, unit, lower, upper, status, notes })
    }
}

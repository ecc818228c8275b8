//! Tables with a row an area, read as their [`Layout`] says: a column a measure, or a column that names the measure.

use std::collections::BTreeMap;
use std::path::Path;

use healthy_years::model::{Code, Estimate, Mark, Missing, Period, Sex};

use super::ImportError;
use super::collected::{Collected, Found};
use super::layout::{Columns, Layout, Values, When};
use super::registry::{Source, Wanted};
use super::traps::filled_years::FilledYears;
use super::traps::place::{Place, place};
use super::traps::{added_up, basis, other_survey, per_cent, published_period, ratio, short_period};
use crate::sheet::{Column, Row, Sheet, SheetError, number};
use crate::tables::estimate;

/// Areas by their names, for tables without codes.
pub(super) type ByName = BTreeMap<String, Code>;

/// What is needed to read a row.
struct Reader<'a> {
    source: &'a Source,
    layout: &'a Layout,
    columns: &'a Columns,
    by_name: &'a ByName,
}

/// A value of a row, and what it is to become.
#[derive(Clone, Copy)]
struct Taken<'a> {
    row: Row<'a>,
    wanted: &'a Wanted,
    period: Period,
    sex: Option<Sex>,
    estimate: Estimate,
}

/// Reads a table.
pub(super) fn read(
    source: &Source,
    layout: &Layout,
    folder: &Path,
    by_name: &ByName,
    collected: &mut Collected,
) -> Result<(), ImportError> {
    let sheet = Sheet::read(folder, &source.file)?;
    let columns = Columns::of(&sheet, layout)?;
    let reader = Reader { source, layout, columns: &columns, by_name };
    let measures = reader.measures(&sheet)?;
    let mut years = FilledYears::default();
    for row in sheet.rows() {
        columns.constants_hold(row)?;
        let place = reader.place(row, collected)?;
        for (wanted, column) in reader.measures_of(row, &measures)? {
            let taken = reader.taken(row, wanted, column)?;
            let filled = layout.filled && years.note(wanted, place, taken.period, taken.estimate, row.line());
            if !filled {
                reader.put(place, taken, collected)?;
            }
        }
    }
    years.verify(source)
}

impl<'a> Reader<'a> {
    /// The columns of series that have a column of their own.
    fn measures(&self, sheet: &Sheet) -> Result<Vec<(&'a Wanted, Column)>, SheetError> {
        match self.columns.values() {
            Values::Here(..) => Ok(Vec::new()),
            Values::EachInItsColumn => {
                self.source.wanted.iter().map(|wanted| Ok((wanted, sheet.column(&wanted.series)?))).collect()
            }
        }
    }

    /// The series that a row holds, with the columns of their values. None where it names one that is left out.
    fn measures_of<'b>(
        &self,
        row: Row<'_>,
        measures: &'b [(&'a Wanted, Column)],
    ) -> Result<Vec<(&'a Wanted, &'b Column)>, SheetError>
    where
        'a: 'b,
    {
        match self.columns.values() {
            Values::EachInItsColumn => Ok(measures.iter().map(|(wanted, column)| (*wanted, column)).collect()),
            Values::Here(value, None) => Ok(self.source.wanted.iter().map(|wanted| (wanted, value)).collect()),
            Values::Here(_, Some(series)) if self.layout.left_out.contains_key(row.text(series)) => Ok(Vec::new()),
            Values::Here(value, Some(series)) => Ok(vec![(self.named(row, series)?, value)]),
        }
    }

    fn named(&self, row: Row<'_>, series: &Column) -> Result<&'a Wanted, SheetError> {
        let named = self.source.wanted.iter().find(|wanted| wanted.series == row.text(series));
        named.ok_or_else(|| row.wrong(series, "a series that indicators.toml takes or leaves out"))
    }

    fn place(&self, row: Row<'_>, collected: &Collected) -> Result<Place, SheetError> {
        let area = &self.columns.area;
        let found = if self.columns.by_name {
            self.by_name.get(row.text(area)).copied().map(Place::Ours)
        } else {
            place(row.text(area), |code| collected.holds(code))
        };
        let what = if self.columns.by_name { "the name" } else { "the code" };
        found.ok_or_else(|| row.wrong(area, format!("{what} of a place that the import knows")))
    }

    fn taken<'b>(&self, row: Row<'b>, wanted: &'b Wanted, column: &Column) -> Result<Taken<'b>, SheetError> {
        let period = match &self.columns.period {
            When::Always(period) => *period,
            When::In(column) => {
                let (text, expected) = (row.text(column), "a year or years such as 2021, 2015/16 or 2021 to 2023");
                let period = short_period::period(text, wanted.begins).or_else(|| published_period::years(text));
                period.ok_or_else(|| row.wrong(column, expected))?
            }
        };
        let sex = self.columns.sex.as_ref().map(|column| sex_of(row, column)).transpose()?;
        Ok(Taken { row, wanted, period, sex, estimate: self.estimate(row, wanted, column)? })
    }

    fn estimate(&self, row: Row<'_>, wanted: &Wanted, column: &Column) -> Result<Estimate, SheetError> {
        let not_available = &self.layout.not_available;
        if !not_available.is_empty() && row.text(column) == not_available {
            return Ok(Estimate::Missing(Missing::NotAvailable));
        }
        let value = value_of(row, wanted, column)?;
        if let Some(parts) = &self.columns.ratio {
            ratio::verify(row, column, value, parts)?;
        }
        if let Some([with_value, all]) = &self.columns.districts {
            let [with_value, all] = [with_value, all].map(|column| row.parsed::<u16>(column, "a whole number"));
            if with_value? != all? {
                return Ok(Estimate::Missing(Missing::NotPublished));
            }
        }
        let mark = self.mark(row, wanted)?;
        if wanted.published_only && mark == Mark::Computed {
            return Ok(Estimate::Missing(Missing::NotPublished));
        }
        let [lower, upper] = self.limits(row)?;
        let known = estimate(Some(value), lower, upper, mark).map_err(|why| row.wrong(column, why.to_string()))?;
        known.map(Estimate::Known).ok_or_else(|| row.wrong(column, "a number"))
    }

    fn limits(&self, row: Row<'_>) -> Result<[Option<f64>; 2], SheetError> {
        match &self.columns.limits {
            Some([lower, upper]) => Ok([row.number(lower)?, row.number(upper)?]),
            None => Ok([None, None]),
        }
    }

    fn mark(&self, row: Row<'_>, wanted: &Wanted) -> Result<Mark, SheetError> {
        let added_up = self.layout.added_up && added_up::is(row.text(&self.columns.area));
        match &self.columns.basis {
            _ if self.layout.computed || added_up => Ok(Mark::Computed),
            Some(column) if !wanted.official => basis::mark(row, column),
            _ => Ok(Mark::Published),
        }
    }

    fn put(&self, place: Place, taken: Taken<'_>, collected: &mut Collected) -> Result<(), ImportError> {
        let Taken { row, wanted, period, sex, estimate } = taken;
        let area_column = &self.columns.area;
        match place {
            Place::LeftOut => Ok(()),
            Place::Combined { .. } => Err(row.wrong(area_column, "an area without its neighbour").into()),
            Place::Divided(_) if estimate.known().is_none() => Ok(()),
            Place::Divided(successors) => {
                for successor in successors {
                    let code = successor.parse().map_err(|_| row.wrong(area_column, "a GSS code"))?;
                    collected.add_divided(wanted.indicator, code, period, sex);
                }
                Ok(())
            }
            Place::Ours(area) => {
                let expected = "an area of a nation that the indicator covers";
                if !other_survey::takes(&wanted.nations, area).ok_or_else(|| row.wrong(area_column, expected))? {
                    return Ok(());
                }
                let written = row.text(area_column).parse().unwrap_or(area);
                let found = Found { area, written, period, sex, estimate, line: row.line() };
                collected.add_once(wanted.indicator, &self.source.file, found)
            }
        }
    }
}

/// The number in a cell, in our unit and within its range.
fn value_of(row: Row<'_>, wanted: &Wanted, column: &Column) -> Result<f64, SheetError> {
    let text = row.text(column);
    let value = if wanted.per_cent { per_cent::of(text) } else { number(text) };
    let expected = if wanted.per_cent { "a share from 0 to 1" } else { "a number" };
    let value = value.ok_or_else(|| row.wrong(column, expected))?;
    wanted.range.complaint(value).map_or(Ok(value), |expected| Err(row.wrong(column, expected)))
}

/// The sex that a cell names.
pub(super) fn sex_of(row: Row<'_>, column: &Column) -> Result<Sex, SheetError> {
    match row.text(column) {
        "Female" => Ok(Sex::Female),
        "Male" => Ok(Sex::Male),
        _ => Err(row.wrong(column, "Female or Male")),
    }
}

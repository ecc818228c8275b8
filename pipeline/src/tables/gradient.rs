//! `gradient.csv`: life expectancies by how deprived neighbourhoods are.

use std::collections::BTreeMap;
use std::path::Path;

use healthy_years::model::{DeprivationIndex, Gradient, IndicatorId, Period, Sex};

use super::TableError;
use super::indicators::{nation_of, nation_word};
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The name of the file.
pub(super) const FILE: &str = "gradient.csv";
/// Its columns.
pub(super) const COLUMNS: [&str; 9] =
    ["nation", "index", "edition", "groups", "group", "sex", "period", "measure", "value"];

/// Life expectancies at birth that can be right, in years.
pub(crate) const AT_BIRTH: std::ops::RangeInclusive<f64> = 30.0..=100.0;

/// One figure, as a row gives it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'a> {
    /// Where it stands.
    pub row: Row<'a>,
    /// The index that sorts the neighbourhoods.
    pub index: DeprivationIndex,
    /// How many groups there are.
    pub groups: u8,
    /// From 1, the most deprived.
    pub group: u8,
    /// Whom it is for.
    pub sex: Sex,
    /// When.
    pub period: Period,
    /// Whether it is healthy life expectancy; else it is total life expectancy.
    pub healthy: bool,
    /// Years.
    pub value: f64,
}

/// Reads the gradients, in order of index, sex and period.
pub(super) fn read(folder: &Path) -> Result<Vec<Gradient>, TableError> {
    let sheet = Sheet::read(folder, FILE)?;
    let columns = sheet.columns(COLUMNS)?;
    let found = sheet.rows().map(|row| found(row, &columns)).collect::<Result<Vec<_>, _>>()?;
    gather(found, &columns[4])
}

fn found<'a>(row: Row<'a>, columns: &[Column; 9]) -> Result<Found<'a>, SheetError> {
    let [_, _, _, groups, group, sex, period, measure, value] = columns;
    Ok(Found {
        row,
        index: index(row, columns)?,
        groups: row.whole_in(groups, 2..=100)? as u8,
        group: row.whole_in(group, 1..=100)? as u8,
        sex: row.parsed(sex, "a sex")?,
        period: row.parsed(period, "a period")?,
        healthy: match row.text(measure) {
            IndicatorId::HEALTHY_LIFE_EXPECTANCY => true,
            IndicatorId::LIFE_EXPECTANCY => false,
            _ => return Err(row.wrong(measure, "healthy-life-expectancy or life-expectancy")),
        },
        value: row.number_in(value, AT_BIRTH)?,
    })
}

fn index(row: Row<'_>, [nation, letters, edition, ..]: &[Column; 9]) -> Result<DeprivationIndex, SheetError> {
    let there = nation_of(row.text(nation)).ok_or_else(|| row.wrong(nation, "a nation"))?;
    let edition = if row.text(edition).is_empty() { None } else { Some(row.whole_in(edition, 2000..=2199)? as u16) };
    let index = DeprivationIndex { nation: there, edition };
    if row.text(letters) == index.letters() { Ok(index) } else { Err(row.wrong(letters, index.letters())) }
}

/// Puts figures together, every gradient with all of its groups. `group` is the column that a complaint names.
pub(crate) fn gather(found: Vec<Found<'_>>, group: &Column) -> Result<Vec<Gradient>, TableError> {
    let mut figures = BTreeMap::new();
    for found in found {
        let key = (found.index, found.sex, found.period);
        if let Some(first) = figures.insert((key, !found.healthy, found.group), found) {
            return Err(twice(found, first));
        }
    }
    let mut gradients: BTreeMap<_, [Vec<Found>; 2]> = BTreeMap::new();
    for ((key, total, _), found) in figures {
        gradients.entry(key).or_default()[usize::from(total)].push(found);
    }
    let gradient = |((index, sex, period), [healthy, total]): (_, [Vec<Found>; 2])| {
        let groups = healthy.iter().chain(&total).map(|found| found.groups).max().unwrap_or_default();
        let healthy = years(&healthy, groups, group)?;
        let healthy = healthy.ok_or_else(|| wrong(total.first(), group, "healthy life expectancy of every group"))?;
        Ok(Gradient { index, sex, period, healthy, total: years(&total, groups, group)? })
    };
    gradients.into_iter().map(gradient).collect()
}

/// The years of every group in order; none where there is no row at all.
fn years(found: &[Found<'_>], groups: u8, group: &Column) -> Result<Option<Vec<f64>>, TableError> {
    let complete = found.iter().map(|found| (found.group, found.groups)).eq((1..=groups).map(|at| (at, groups)));
    if !found.is_empty() && !complete {
        return Err(wrong(found.last(), group, &format!("every group from 1 to {groups} for each sex and period")));
    }
    Ok((!found.is_empty()).then(|| found.iter().map(|found| found.value).collect()))
}

fn wrong(found: Option<&Found<'_>>, group: &Column, expected: &str) -> TableError {
    match found {
        Some(found) => found.row.wrong(group, expected).into(),
        None => TableError::File { file: FILE.to_owned(), why: format!("expected {expected}") },
    }
}

fn twice(found: Found<'_>, first: Found<'_>) -> TableError {
    let what = format!("{} {} group {}", found.sex, found.period, found.group);
    TableError::Twice { file: found.row.file().to_owned(), line: found.row.line(), what, first: first.row.line() }
}

/// The rows of a gradient.
pub(super) fn cells(gradient: &Gradient) -> Vec<[String; 9]> {
    let groups = gradient.healthy.len();
    let row = |measure: &str, at: usize, value: f64| {
        [
            nation_word(gradient.index.nation).to_owned(),
            gradient.index.letters().to_owned(),
            gradient.index.edition.map(|year| year.to_string()).unwrap_or_default(),
            groups.to_string(),
            (at + 1).to_string(),
            gradient.sex.to_string(),
            gradient.period.to_string(),
            measure.to_owned(),
            value.to_string(),
        ]
    };
    let of = |measure, years: &[f64]| years.iter().enumerate().map(|(at, years)| row(measure, at, *years)).collect();
    let mut rows: Vec<_> = of(IndicatorId::HEALTHY_LIFE_EXPECTANCY, &gradient.healthy);
    rows.extend::<Vec<_>>(of(IndicatorId::LIFE_EXPECTANCY, gradient.total.as_deref().unwrap_or_default()));
    rows
}

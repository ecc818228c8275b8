//! How many areas each indicator has a value for in each period: counted, and compared with the committed count.
//!
//! `pipeline/coverage.csv` is written by `pipeline coverage` and never by hand, so that whoever refreshes the figures sees
//! in its difference what came and went.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Area, AreaKind, Code, Indicator, Period};

use crate::sheet::{Row, Sheet, SheetError};
use crate::tables::{self, Series, TableError, Tables, ValueRow};

/// The columns of the committed table.
const COLUMNS: [&str; 5] = ["indicator", "period", "areas_with_value", "areas", "others_with_value"];

/// What a count is for.
type Key = (String, Period);

/// Counts of areas with a value, for each sex where the indicator is given by sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Count {
    /// Local areas with a value.
    with_value: usize,
    /// Local areas of the nations that the indicator covers.
    areas: usize,
    /// Regions, combined authorities, nations and the UK with a value.
    others: usize,
}

/// Counts of every indicator and period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage(BTreeMap<Key, Count>);

/// `pipeline coverage`: counts the tables in `data` and replaces the committed counts.
pub fn command(data: &Path, out: &Path) -> Result<(), TableError> {
    let tables = tables::read(data)?;
    std::fs::write(out, Coverage::of(&tables).text()).map_err(|error| failed(out, &error))?;
    println!("{}: {} indicators", out.display(), tables.indicators.len());
    Ok(())
}

fn failed(file: &Path, error: &std::io::Error) -> TableError {
    TableError::File { file: file.display().to_string(), why: error.to_string() }
}

impl Coverage {
    /// Counts tables.
    pub fn of(tables: &Tables) -> Coverage {
        let local: BTreeSet<Code> =
            tables.areas.iter().filter(|area| area.kind == AreaKind::Local).map(|area| area.code).collect();
        let mut counts = BTreeMap::new();
        for (indicator, series) in tables.indicators.iter().zip(&tables.values) {
            let areas = tables.areas.iter().filter(|area| is_meant(area, indicator)).count();
            let count = |(period, with_value): (Period, BTreeSet<Code>)| {
                let others = with_value.difference(&local).count();
                let count = Count { with_value: with_value.len() - others, areas, others };
                ((indicator.id.to_string(), period), count)
            };
            counts.extend(with_value(series).into_iter().map(count));
        }
        Coverage(counts)
    }

    /// Reads the committed counts.
    pub fn read(file: &Path) -> Result<Coverage, TableError> {
        let bytes = std::fs::read(file).map_err(|error| failed(file, &error))?;
        let sheet = Sheet::parse(&file.display().to_string(), &bytes)?;
        let [indicator, period, with_value, areas, others] = sheet.columns(COLUMNS)?;
        let number = |row: Row<'_>, column| row.parsed(column, "a whole number");
        let pair = |row: Row<'_>| -> Result<(Key, Count), SheetError> {
            let count = Count {
                with_value: number(row, &with_value)?,
                areas: number(row, &areas)?,
                others: number(row, &others)?,
            };
            Ok(((row.some_text(&indicator)?.to_owned(), row.parsed(&period, "a period")?), count))
        };
        Ok(Coverage(sheet.rows().map(pair).collect::<Result<_, _>>()?))
    }

    /// The counts as they are committed.
    fn text(&self) -> String {
        let mut text = COLUMNS.join(",") + "\n";
        for ((indicator, period), Count { with_value, areas, others }) in &self.0 {
            text.push_str(&format!("{indicator},{period},{with_value},{areas},{others}\n"));
        }
        text
    }

    /// Each difference of these counts from those that were expected, one sentence each.
    pub fn differences(&self, expected: &Coverage) -> Vec<String> {
        let keys: BTreeSet<&Key> = self.0.keys().chain(expected.0.keys()).collect();
        let differences = keys.into_iter().filter(|key| self.0.get(*key) != expected.0.get(*key));
        differences.map(|key| sentence(key, self.0.get(key), expected.0.get(key))).collect()
    }
}

fn sentence((indicator, period): &Key, found: Option<&Count>, expected: Option<&Count>) -> String {
    let words = |count: Option<&Count>| {
        count.map_or("nothing".to_owned(), |Count { with_value, areas, others }| {
            format!("{with_value} of {areas} areas and {others} others")
        })
    };
    format!("values/{indicator}.csv: {period}: {}; expected {}", words(found), words(expected))
}

/// Whether an indicator covers a local area.
fn is_meant(area: &Area, indicator: &Indicator) -> bool {
    area.kind == AreaKind::Local && area.nation().is_some_and(|nation| indicator.covers(nation))
}

/// The areas with a value in each period: of both sexes, where there are two.
fn with_value(series: &Series) -> BTreeMap<Period, BTreeSet<Code>> {
    let known = |row: &&ValueRow| row.estimate.known().is_some();
    let without: BTreeSet<_> = series.rows.iter().filter(|row| !known(row)).map(|row| (row.period, row.area)).collect();
    let mut found: BTreeMap<Period, BTreeSet<Code>> = BTreeMap::new();
    for row in &series.rows {
        let areas = found.entry(row.period).or_default();
        if !without.contains(&(row.period, row.area)) {
            areas.insert(row.area);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coverage(rows: &[(&str, usize)]) -> Coverage {
        let period: Period = "2021".parse().unwrap();
        let count = |(id, with_value): &(&str, usize)| {
            ((id.to_string(), period), Count { with_value: *with_value, areas: 218, others: 1 })
        };
        Coverage(rows.iter().map(count).collect())
    }

    #[test]
    fn each_difference_is_a_sentence() {
        let (found, expected) = (coverage(&[("a", 3), ("b", 4), ("c", 5)]), coverage(&[("a", 3), ("b", 5), ("d", 6)]));
        assert_eq!(
            found.differences(&expected),
            [
                "values/b.csv: 2021: 4 of 218 areas and 1 others; expected 5 of 218 areas and 1 others",
                "values/c.csv: 2021: 5 of 218 areas and 1 others; expected nothing",
                "values/d.csv: 2021: nothing; expected 6 of 218 areas and 1 others",
            ]
        );
        assert!(found.differences(&found).is_empty());
    }
}

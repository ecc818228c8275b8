//! How many areas each indicator has a value for in each period: counted, and compared with the committed count. So
//! are the rows of the other tables, and how many places or groups they are of: `gradient:england:life-expectancy`,
//! `ages`, `constituencies`, `names`, `districts:imd-2025` and, by the area that they lie in, `districts:E10000003` and
//! `neighbourhoods:E06000009`.
//!
//! `pipeline/coverage.csv` is written by `pipeline coverage` and never by hand, so that whoever refreshes the figures sees
//! in its difference what came and went.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Area, AreaKind, Code, Indicator, IndicatorId, Period};

use crate::sheet::{Row, Sheet, SheetError};
use crate::tables::{self, Series, TableError, Tables, ValueRow, nation_word};

/// The columns of the committed table.
const COLUMNS: [&str; 5] = ["indicator", "period", "areas_with_value", "areas", "others_with_value"];

/// What a count is for; without a period, of places and names.
type Key = (String, Option<Period>);

/// Tables that are not one value an area, which have a count of rows.
const OTHER_TABLES: [&str; 6] = ["gradient", "ages", "constituencies", "names", "districts", "neighbourhoods"];

/// Counts of areas with a value, for each sex where the indicator is given by sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Count {
    /// Local areas with a value; rows of a table that is not one value an area.
    with_value: usize,
    /// Local areas of the nations that the indicator covers; places or groups that the rows are of.
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
                ((indicator.id.to_string(), Some(period)), count)
            };
            counts.extend(with_value(series).into_iter().map(count));
        }
        counts.extend(
            rows(tables)
                .into_iter()
                .map(|(key, (with_value, of))| (key, Count { with_value, areas: of.len(), others: 0 })),
        );
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
            let period = match row.text(&period) {
                "" => None,
                _ => Some(row.parsed(&period, "a period or nothing")?),
            };
            Ok(((row.some_text(&indicator)?.to_owned(), period), count))
        };
        Ok(Coverage(sheet.rows().map(pair).collect::<Result<_, _>>()?))
    }

    /// The counts as they are committed.
    fn text(&self) -> String {
        let mut text = COLUMNS.join(",") + "\n";
        for ((indicator, period), Count { with_value, areas, others }) in &self.0 {
            let period = period.map(|period| period.to_string()).unwrap_or_default();
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

fn sentence((name, period): &Key, found: Option<&Count>, expected: Option<&Count>) -> String {
    let other = name.split(':').next().is_some_and(|table| OTHER_TABLES.contains(&table));
    let words = |count: Option<&Count>| {
        count.map_or("nothing".to_owned(), |Count { with_value, areas, others }| {
            if other {
                format!("{with_value} rows of {areas}")
            } else {
                format!("{with_value} of {areas} areas and {others} others")
            }
        })
    };
    let file = if other { name.clone() } else { format!("values/{name}.csv") };
    let period = period.map(|period| format!("{period}: ")).unwrap_or_default();
    format!("{file}: {period}{}; expected {}", words(found), words(expected))
}

/// Rows of the tables that are not one value an area, and the places or groups that they are of.
fn rows(tables: &Tables) -> BTreeMap<Key, (usize, BTreeSet<String>)> {
    let mut counts: BTreeMap<Key, (usize, BTreeSet<String>)> = BTreeMap::new();
    let mut count = |name: String, period: Option<Period>, of: String| {
        let (rows, all) = counts.entry((name, period)).or_default();
        *rows += 1;
        all.insert(of);
    };
    for gradient in &tables.gradient {
        let total = gradient.total.as_deref().unwrap_or_default();
        for (measure, years) in
            [(IndicatorId::HEALTHY_LIFE_EXPECTANCY, &*gradient.healthy), (IndicatorId::LIFE_EXPECTANCY, total)]
        {
            let name = format!("gradient:{}:{measure}", nation_word(gradient.index.nation));
            (0..years.len()).for_each(|group| count(name.clone(), Some(gradient.period), group.to_string()));
        }
    }
    for by_age in &tables.ages {
        by_age.ages.iter().for_each(|_| count("ages".to_owned(), Some(by_age.period), by_age.area.to_string()));
    }
    for one in &tables.constituencies {
        count("constituencies".to_owned(), Some(one.period), one.code.to_string());
    }
    tables.names.iter().for_each(|name| count("names".to_owned(), None, name.area.to_string()));
    for district in &tables.districts {
        count(format!("districts:{}", district.area), None, district.code.to_string());
    }
    for series in &tables.district_values {
        let name = format!("districts:{}", series.indicator);
        series.rows.iter().for_each(|row| count(name.clone(), Some(row.period), row.area.to_string()));
    }
    for row in tables.neighbourhoods.iter().flat_map(|nation| &nation.rows) {
        count(format!("neighbourhoods:{}", row.area), None, row.code.clone());
    }
    counts
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
            ((id.to_string(), Some(period)), Count { with_value: *with_value, areas: 218, others: 1 })
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

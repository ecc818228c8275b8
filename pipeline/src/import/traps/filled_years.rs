//! Trap: the table under the Health Index has a figure for every year, but some years hold another year's figures, or
//! lie on a line drawn between two years. We borrow no figure from another year and fill no gap: `indicators.toml`
//! names those years (`filled_years`), they are left out, and the import stops where the table says otherwise.

use std::collections::BTreeMap;

use healthy_years::model::{Code, Estimate, Period};

use super::place::Place;
use crate::import::ImportError;
use crate::import::registry::{Source, Wanted};

/// The values of every year, by the position of the indicator.
#[derive(Debug, Default)]
pub(crate) struct FilledYears {
    years: BTreeMap<usize, BTreeMap<u16, Year>>,
}

/// The values of a year, and the line of the first.
#[derive(Debug, Default)]
struct Year {
    line: u64,
    values: BTreeMap<Code, f64>,
}

impl FilledYears {
    /// Keeps a value to compare, and says whether its year is one of those that are left out.
    pub(crate) fn note(
        &mut self,
        wanted: &Wanted,
        place: Place,
        period: Period,
        estimate: Estimate,
        line: u64,
    ) -> bool {
        let year = period.first.year;
        if let (Place::Ours(area), Estimate::Known(known)) = (place, estimate) {
            let of_year = self.years.entry(wanted.indicator).or_default().entry(year);
            let of_year = of_year.or_insert_with(|| Year { line, values: BTreeMap::new() });
            of_year.values.insert(area, known.value);
        }
        wanted.filled_years.contains(&year)
    }

    /// Stops where a year that is left out is not filled, or one that is taken repeats the year before.
    pub(crate) fn verify(&self, source: &Source) -> Result<(), ImportError> {
        for wanted in &source.wanted {
            let Some(years) = self.years.get(&wanted.indicator) else { continue };
            for (year, values) in years {
                let left_out = wanted.filled_years.contains(year);
                let wrong = if left_out { !is_filled(years, *year) } else { repeats(years, *year, wanted) };
                if wrong {
                    return Err(complaint(source, wanted, *year, values.line, left_out));
                }
            }
        }
        Ok(())
    }
}

fn is_filled(years: &BTreeMap<u16, Year>, year: u16) -> bool {
    let Some(values) = years.get(&year) else { return false };
    let (before, after) = (years.get(&(year - 1)), years.get(&(year + 1)));
    let same = |other: Option<&Year>| other.is_some_and(|other| other.values == values.values);
    let between = before.zip(after).is_some_and(|(before, after)| {
        values.values.iter().all(|(area, value)| {
            let ends = before.values.get(area).zip(after.values.get(area));
            ends.is_some_and(|(a, b)| ((a + b) / 2.0 - value).abs() < 1e-6)
        })
    });
    same(before) || same(after) || between
}

fn repeats(years: &BTreeMap<u16, Year>, year: u16, wanted: &Wanted) -> bool {
    let before = year - 1;
    let taken = !wanted.filled_years.contains(&before);
    taken && years.get(&before).is_some_and(|other| years.get(&year).is_some_and(|this| this.values == other.values))
}

fn complaint(source: &Source, wanted: &Wanted, year: u16, line: u64, left_out: bool) -> ImportError {
    let (found, expected) = match left_out {
        true => ("figures of its own", "a year filled from its neighbours, as indicators.toml says"),
        false => ("the figures of the year before", "figures of its own"),
    };
    let why = format!("line {line}: found {found} for “{}” in {year}, expected {expected}", wanted.series);
    ImportError::File { file: source.file.clone(), why }
}

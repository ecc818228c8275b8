//! The figures read so far, one for each indicator, area, period and sex.

use std::collections::{BTreeMap, BTreeSet};

use healthy_years::model::{Code, Estimate, Missing, Period, Sex};

use super::registry::Registry;
use super::{ImportError, traps};
use crate::tables::{Series, TableError, ValueRow};

/// What figures are unique in.
type Key = (Code, Period, Option<Sex>);

/// A figure as it was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// The area of ours that the figure is for.
    pub(super) area: Code,
    /// The code that the row carries.
    pub(super) written: Code,
    pub(super) period: Period,
    pub(super) sex: Option<Sex>,
    pub(super) estimate: Estimate,
    pub(super) line: u64,
}

/// The figures read so far.
#[derive(Debug)]
pub(super) struct Collected {
    /// The areas that we hold.
    held: BTreeSet<Code>,
    /// For each indicator of the registry.
    figures: Vec<BTreeMap<Key, Found>>,
    /// For each indicator: where an area that was divided since has a figure.
    divided: Vec<BTreeSet<Key>>,
}

impl Collected {
    /// Nothing yet, for areas `held` and so many indicators.
    pub(super) fn new(held: BTreeSet<Code>, indicators: usize) -> Collected {
        Collected {
            held,
            figures: (0..indicators).map(|_| BTreeMap::new()).collect(),
            divided: (0..indicators).map(|_| BTreeSet::new()).collect(),
        }
    }

    /// Whether this is an area of ours.
    pub(super) fn holds(&self, code: Code) -> bool {
        self.held.contains(&code)
    }

    /// Adds a figure of an indicator; where there is one already, both must agree.
    pub(super) fn add(&mut self, indicator: usize, file: &str, found: Found) -> Result<(), ImportError> {
        let Some(figures) = self.figures.get_mut(indicator) else { return Ok(()) };
        let key = (found.area, found.period, found.sex);
        let kept = match figures.get(&key) {
            None => found,
            Some(first) => traps::two_codes::keep_one(*first, found).ok_or_else(|| ImportError::Differ {
                file: file.to_owned(),
                line: found.line,
                what: format!("{} {}", found.area, found.period),
                first: first.line,
            })?,
        };
        figures.insert(key, kept);
        Ok(())
    }

    /// Adds a figure of an indicator from a table where each stands once under one code.
    pub(super) fn add_once(&mut self, indicator: usize, file: &str, found: Found) -> Result<(), ImportError> {
        let key = (found.area, found.period, found.sex);
        let first = self.figures.get(indicator).and_then(|figures| figures.get(&key));
        match first.filter(|first| first.written == found.written) {
            None => self.add(indicator, file, found),
            Some(first) => {
                let what = format!("{} {}", found.written, found.period);
                let (file, line, first) = (file.to_owned(), found.line, first.line);
                Err(TableError::Twice { file, line, what, first }.into())
            }
        }
    }

    /// Notes that an area which was divided since has a figure.
    pub(super) fn add_divided(&mut self, indicator: usize, successor: Code, period: Period, sex: Option<Sex>) {
        if let Some(divided) = self.divided.get_mut(indicator) {
            divided.insert((successor, period, sex));
        }
    }

    /// The values of every indicator, with the reasons that only the whole tells.
    pub(super) fn finish(self, registry: &Registry) -> Vec<Series> {
        let all = registry.indicators.iter().zip(self.figures).zip(self.divided);
        all.map(|((described, figures), divided)| {
            let mut estimates = figures.into_iter().map(|(key, found)| (key, found.estimate)).collect();
            traps::divided::explain(&mut estimates, &divided);
            if described.leaves_out_smallest {
                traps::too_few_people::explain(&mut estimates);
            }
            Series { indicator: described.id().clone(), rows: rows(estimates) }
        })
        .collect()
    }
}

/// The estimates of one indicator.
pub(super) type Estimates = BTreeMap<Key, Estimate>;

fn rows(estimates: Estimates) -> Vec<ValueRow> {
    let row = |((area, period, sex), estimate)| ValueRow { area, sex, period, estimate };
    estimates.into_iter().map(row).collect()
}

/// Writes a reason where there is no value yet.
pub(super) fn explain(estimates: &mut Estimates, key: Key, reason: Missing) {
    let estimate = estimates.entry(key).or_insert(Estimate::Missing(reason));
    if estimate.known().is_none() {
        *estimate = Estimate::Missing(reason);
    }
}

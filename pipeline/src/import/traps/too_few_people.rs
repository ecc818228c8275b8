//! Trap: City of London and Isles of Scilly have too few residents for a life expectancy, and the tables leave
//! them out in silence. We say so in every period.

use std::collections::BTreeSet;

use healthy_years::model::{Code, Missing, Period, Sex};

use crate::import::collected::{Estimates, explain as put};

const SMALLEST: [&str; 2] = ["E09000001", "E06000053"];

/// Gives the reason for the smallest areas, in every period that there is.
pub(crate) fn explain(estimates: &mut Estimates) {
    let when: BTreeSet<(Period, Option<Sex>)> = estimates.keys().map(|(_, period, sex)| (*period, *sex)).collect();
    let smallest: Vec<Code> = SMALLEST.iter().filter_map(|code| code.parse().ok()).collect();
    for area in smallest {
        for (period, sex) in &when {
            put(estimates, (area, *period, *sex), Missing::TooFewPeople);
        }
    }
}

//! Trap: some counties have become two areas since, or three have become two in another way.
//!
//! Their figures belong to no area of today. The areas of today are left missing for those periods, with the
//! reason: never filled with the figure of the whole.

use std::collections::BTreeSet;

use healthy_years::model::{Code, Date, Estimate, Missing, Period, Sex};

use crate::import::collected::{Estimates, explain as put};

/// Areas that are no more, and the areas that their land went to.
const DIVIDED: [(&str, &[&str]); 5] = [
    ("E10000006", &["E06000063", "E06000064"]), // Cumbria: Cumberland, Westmorland and Furness
    ("E10000021", &["E06000061", "E06000062"]), // Northamptonshire: North and West
    ("E10000009", &["E06000058", "E06000059"]), // Dorset without Bournemouth and Poole, with Christchurch
    ("E06000028", &["E06000058"]),              // Bournemouth
    ("E06000029", &["E06000058"]),              // Poole
];

/// The first day of the areas that came from a division.
const BEGAN: [(&str, Date); 6] = [
    ("E06000058", Date { year: 2019, month: 4, day: 1 }),
    ("E06000059", Date { year: 2019, month: 4, day: 1 }),
    ("E06000061", Date { year: 2021, month: 4, day: 1 }),
    ("E06000062", Date { year: 2021, month: 4, day: 1 }),
    ("E06000063", Date { year: 2023, month: 4, day: 1 }),
    ("E06000064", Date { year: 2023, month: 4, day: 1 }),
];

/// The areas that the land of a divided area went to, if the code is of one.
pub(crate) fn of(text: &str) -> Option<&'static [&'static str]> {
    DIVIDED.iter().find(|(old, _)| *old == text).map(|(_, successors)| *successors)
}

/// Every divided area, with the areas that its land went to.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    DIVIDED.iter().map(|(old, successors)| (*old, successors.to_vec()))
}

/// Gives the reason where an area has no value because it was not there yet: its predecessor has the value
/// (`divided`), or the publisher has a blank for it in a period that began before it did.
pub(crate) fn explain(estimates: &mut Estimates, divided: &BTreeSet<(Code, Period, Option<Sex>)>) {
    let blanks = estimates.iter().filter(|((area, period, _), estimate)| {
        **estimate == Estimate::Missing(Missing::NotAvailable) && was_not_yet(*area, *period)
    });
    let blanks: Vec<_> = blanks.map(|(key, _)| *key).collect();
    for key in blanks.into_iter().chain(divided.iter().copied()) {
        put(estimates, key, Missing::BoundaryChange);
    }
}

fn was_not_yet(area: Code, period: Period) -> bool {
    let area = area.to_string();
    BEGAN.iter().any(|(code, began)| *code == area && period.first < *began)
}

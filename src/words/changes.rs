//! A place in two periods. The nation comes first, because the fall is nearly everywhere.

use super::comparisons::sized;
use super::said::{Form, Said};
use super::{in_place, interval, number, period, whose};
use crate::facts::{Change, LATEST_BEFORE_THE_FALL, NationsChange};
use crate::model::{Area, Known, Period, Sex};
use crate::stats::{Difference, Interval, Verdict};
use crate::view::{Lang, Outcome};

/// What changed in the nation, what changed in the place, and the one against the other.
pub fn changed(lang: Lang, change: &Change) -> Vec<Said> {
    let mut said = Vec::new();
    if let Some(nation) = &change.nation {
        said.push(told(lang, change, nation.area, &nation.difference, (nation.before, nation.after)));
    }
    said.push(told(lang, change, change.area, &change.difference, (change.before, change.after)));
    said.extend(change.nation.map(|nation| against(lang, change, &nation)));
    said
}

/// Of whom, from when to when, by how much, how sure.
fn told(lang: Lang, of: &Change, area: &Area, found: &Difference, (from, to): (Known, Known)) -> Said {
    let before = format!("Between {} and {}, ", period(lang, of.from), period(lang, of.to));
    let of_whom = format!(" of {} {}", whose(lang, of.sex), in_place(lang, area));
    let (from, to) = (number(lang, from.value, 1), number(lang, to.value, 1));
    let size = sized(lang, found);
    let after = match found.verdict {
        Verdict::CantTell => {
            format!("{of_whom} may or may not have changed: the change is estimated at {}.", signed(lang, found))
        }
        verdict => {
            let how = if is_clear(verdict) { "clearly" } else { "probably" };
            let which = if found.gap < 0.0 { "fell" } else { "rose" };
            format!("{of_whom} {how} {which} by {size}, from {from} to {to} years.")
        }
    };
    Said::new(lang, &before, of.outcome, Form::Name, &after)
}

/// The place's change against its nation's.
fn against(lang: Lang, change: &Change, nation: &NationsChange) -> Said {
    let (there, whole) = (in_place(lang, change.area), in_place(lang, nation.area));
    let found = &nation.against;
    let after = match found.verdict {
        Verdict::CantTell => format!(" {there} can’t be told apart from the change {whole}."),
        verdict => {
            let how = if is_clear(verdict) { "clearly" } else { "probably" };
            let which = if found.gap < 0.0 { "lower" } else { "higher" };
            format!(" is {how} {which} {there} than {whole}, by {}.", sized(lang, found))
        }
    };
    let before = format!("The change in {} ", possessive_of(change.sex));
    Said::new(lang, &before, change.outcome, Form::Name, &after)
}

/// What stands with every telling of the fall since 2017–19.
pub fn about_the_fall(_: Lang) -> &'static str {
    "The fall since 2017–19 is in the health that people report, not in survival; changes in how the survey was run may \
     contribute."
}

/// Whether a change is the one that [`about_the_fall`] is to stand with.
pub fn is_the_fall(outcome: Outcome, from: Period) -> bool {
    outcome == Outcome::Healthy && (from.first.year, from.last.year) >= LATEST_BEFORE_THE_FALL
}

fn possessive_of(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "women’s",
        Sex::Male => "men’s",
    }
}

fn is_clear(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::ClearlyHigher | Verdict::ClearlyLower)
}

/// `−0.4 years (95% interval −2.0 to 1.2)`.
fn signed(lang: Lang, found: &Difference) -> String {
    let Interval { lower, upper } = found.interval;
    format!("{} years (95% interval {})", number(lang, found.gap, 1), interval(lang, lower, upper, 1))
}

//! Names of measures: with their period, with their unit, in the middle of a sentence.

use super::{period, unit_beside};
use crate::model::{Indicator, Period};
use crate::view::Lang;

/// Whether a measure's own name ends with the period, as editions of an index do.
pub(super) fn names_period(lang: Lang, name: &str, when: Period) -> bool {
    name.strip_suffix(" (superseded)").unwrap_or(name).ends_with(&period(lang, when))
}

/// A measure's name with its period, once.
pub fn dated(lang: Lang, name: &str, when: Period) -> String {
    if names_period(lang, name, when) { name.to_owned() } else { [name, ", ", &period(lang, when)].concat() }
}

/// The same over numbers, with the unit where they do not carry it.
pub fn dated_with_unit(lang: Lang, x: &Indicator, when: Period) -> String {
    [dated(lang, &x.name, when).as_str(), &unit_beside(&x.unit)].concat()
}

/// Names of measures that are proper names, by their first words.
const PROPER_NAMES: [&str; 1] = ["Index of Multiple Deprivation"];

/// A name in the middle of a sentence: its first letter small, unless it is a proper name or begins with an
/// abbreviation.
pub fn in_sentence(name: &str) -> String {
    let mut text = name.to_owned();
    let abbreviation = name.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase);
    let keeps = abbreviation || PROPER_NAMES.iter().any(|proper| name.starts_with(proper));
    if let Some(first) = text.get_mut(..1).filter(|_| !keeps) {
        first.make_ascii_lowercase();
    }
    text
}

//! What is said on the page that compares places.

use super::place;
use crate::model::{Area, AreaKind};
use crate::view::Lang;

/// The headline.
pub fn compare_headline(_: Lang) -> &'static str {
    "How do places differ, and is the difference real?"
}

/// What stands below it, whichever places are shown.
pub fn compare_basis(_: Lang) -> &'static str {
    "Choose two to five places: years in good health and not, how they differ, and whether the figures can tell them apart."
}

/// Why these places are shown, where none is chosen.
pub fn none_chosen(lang: Lang, most: &Area, least: &Area) -> String {
    ["No place is chosen, so this shows ", &most_and_least(lang, most, least)].concat()
}

/// Why other places stand beside the chosen one.
pub fn one_chosen(lang: Lang, area: &Area, beside: &str) -> String {
    format!("Only {} is chosen, so it stands beside {beside}.", place(lang, area))
}

/// The nations beside the UK or one of them, after “beside”.
pub fn the_nations(_: Lang, area: &Area) -> &'static str {
    if area.kind == AreaKind::Uk { "its four nations" } else { "the other nations" }
}

/// The link that leads to the comparison of the chosen places.
pub fn compare_these(_: Lang) -> &'static str {
    "Compare these places"
}

fn most_and_least(lang: Lang, most: &Area, least: &Area) -> String {
    format!(
        "{} and {}: the most and the least deprived of England’s local areas by the Index of Multiple Deprivation 2025.",
        place(lang, most),
        place(lang, least)
    )
}

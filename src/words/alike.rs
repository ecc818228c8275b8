//! Places that are alike, and what is out of the common in a place.

use super::measures::{dated, in_sentence};
use super::{amount, in_place, list, place, unit_beside};
use crate::facts::StandsOut;
use crate::model::{Area, Indicator, Nation};
use crate::view::Lang;

/// The heading over places that are like one.
pub fn similar_heading(lang: Lang, area: &Area) -> String {
    let alike = match area.nation() {
        Some(Nation::England) => "in deprivation",
        _ => "in income and child poverty",
    };
    format!("Places most like {} {alike}", place(lang, area))
}

/// What they are alike in, and what was left out.
pub fn similar_basis(lang: Lang, nation: Nation, by: &[&Indicator]) -> String {
    let names: Vec<String> = by.iter().map(|indicator| in_sentence(&indicator.name)).collect();
    let sickness = match nation {
        Nation::England => " Not chosen by health; income still counts some sickness-related benefits.",
        _ => " Not chosen by health.",
    };
    format!("Nearest within the nation in {}.{sickness}", list(lang, &names))
}

/// What stands out in a place, given how deprived it is.
pub fn stands_out(lang: Lang, area: &Area, found: &[StandsOut]) -> String {
    let there = in_place(lang, area);
    if found.is_empty() {
        return format!("Among places about as deprived by income, nothing stands out {there}.");
    }
    let named: Vec<String> = found.iter().map(|one| unusual(lang, one)).collect();
    format!("Among places about as deprived by income, what stands out {there}: {}.", named.join("; "))
}

/// How much that is worth: of 57 measures that are looked at, each at 2.5 robust standard deviations, one or more would be
/// beyond in 1 − (1 − 0.0124)⁵⁷ = 51% of places if all were noise.
pub fn stands_out_basis(_: Lang) -> &'static str {
    "Dozens of circumstances are looked at: by chance alone, about half of all places would have one that stands out."
}

/// `people sleeping rough, 2021 (for every 100,000 people): 16.6, unusually high`.
fn unusual(lang: Lang, one: &StandsOut) -> String {
    let x = one.indicator;
    let which = if one.z > 0.0 { "high" } else { "low" };
    let (name, unit) = (in_sentence(&dated(lang, &x.name, one.period)), unit_beside(&x.unit));
    format!("{name}{unit}: {}, unusually {which}", amount(lang, &x.unit, one.value, x.decimals))
}

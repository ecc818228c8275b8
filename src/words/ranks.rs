//! Where a place may stand in a list: never a rank without its interval.

use super::comparisons::said;
use super::said::Said;
use super::{in_place, ordinal, place};
use crate::facts::Ranked;
use crate::stats::RankInterval;
use crate::view::Lang;

/// Where a place may stand among the areas of its list, counted from the lowest.
pub fn rank(lang: Lang, ranked: &Ranked) -> Said {
    let interval = ranked.interval();
    let (name, scope) = (in_place(lang, ranked.area()), place(lang, ranked.scope()));
    let stands = stands(lang, interval);
    let after = format!(" {name} was {stands} lowest among the {} areas of {scope}.", interval.of);
    said(lang, ranked.measure(), &after)
}

/// `3rd`, `somewhere between 1st and 68th`.
pub(super) fn stands(lang: Lang, interval: RankInterval) -> String {
    if interval.lowest == interval.highest {
        return ordinal(lang, interval.lowest);
    }
    format!("somewhere between {} and {}", ordinal(lang, interval.lowest), ordinal(lang, interval.highest))
}

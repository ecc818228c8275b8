//! Where a place may stand in a list: never a rank without its interval.

use super::comparisons::said;
use super::said::Said;
use super::{in_place, ordinal, place};
use crate::facts::Ranked;
use crate::stats::RankInterval;
use crate::view::Lang;

/// Where a place may stand among the areas of its list, counted from the lowest or from the highest.
pub fn rank(lang: Lang, ranked: &Ranked) -> Said {
    let RankInterval { lowest, highest, of, .. } = ranked.interval();
    let (name, scope) = (in_place(lang, ranked.area()), place(lang, ranked.scope()));
    // From the end that the interval is nearer to: “1st to 88th highest” is easier to see than “129th to 216th lowest”.
    let (first, last, end) = match lowest + highest > of + 1 {
        true => (of + 1 - highest, of + 1 - lowest, "highest"),
        false => (lowest, highest, "lowest"),
    };
    let stands = match first == last {
        true => ordinal(lang, first),
        false => format!("somewhere between {} and {}", ordinal(lang, first), ordinal(lang, last)),
    };
    let after = format!(
        " {name} was {stands} {end} among the {of} areas of {scope} that have an estimate, as far as areas can be told apart."
    );
    said(lang, ranked.measure(), &after)
}

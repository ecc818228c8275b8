//! Where a place may stand in a list: never a rank without its interval.

use super::said::{Form, Said};
use super::{ordinal, place};
use crate::facts::Ranked;
use crate::view::Lang;

/// Where a place may stand among the areas of its list, counted from the lowest.
pub fn rank(lang: Lang, ranked: &Ranked) -> Said {
    let interval = ranked.interval();
    let (name, scope) = (place(lang, ranked.area()), place(lang, ranked.scope()));
    let stands = if interval.lowest == interval.highest {
        ordinal(lang, interval.lowest)
    } else {
        format!("somewhere between {} and {}", ordinal(lang, interval.lowest), ordinal(lang, interval.highest))
    };
    let after = format!(" of {name} is {stands} lowest among the {} areas of {scope}.", interval.of);
    Said::new(lang, "", ranked.outcome(), Form::Name, &after)
}

//! The one sentence at the top of the home page.

use super::{number, period};
use crate::model::Period;
use crate::view::Lang;

/// Years in good health in the fifth of areas with the most child poverty and in the fifth with the least.
pub fn headline(lang: Lang, most: f64, fewest: f64) -> String {
    format!(
        "A girl born in the fifth of areas with the most child poverty would have about {} years in good health. In the \
         fifth with the least, {} years in good health.",
        number(lang, most, 0),
        number(lang, fewest, 0),
    )
}

/// What the headline rests on.
pub fn headline_basis(lang: Lang, areas: usize, in_fifth: usize, lives: Period, children: Period) -> String {
    format!(
        "If she lived all her life at the rates of {}; this is not how long people live. Averages of {in_fifth} areas each, \
         of the UK’s {areas}, every area counting once, by children in relative low income before housing costs, {}.",
        period(lang, lives),
        period(lang, children),
    )
}

//! What is said of figures over time. A change is told from `facts` alone, and never without its test.

mod ages;
mod groups;
mod life;
mod sexes;
mod trend;

pub use ages::AgesWords;
pub use groups::GroupsWords;
pub use life::LifeWords;
pub use sexes::SexesWords;
pub use trend::{OverTime, TrendWords, from_to, name_and_value, trend_caption, trends_basis, trends_headline};

use super::{LONGEST_TITLE, number, outcome_title, period};
use crate::model::{Area, AreaKind, Period, Sex};
use crate::stats::{Difference, Interval};
use crate::view::{Lang, Outcome};

/// The heading over periods.
pub fn period_heading(_: Lang) -> &'static str {
    "Period"
}

/// The heading over years of an outcome.
pub fn years_heading(lang: Lang, outcome: Outcome) -> String {
    [outcome_title(lang, outcome), ", years"].concat()
}

/// What a dot is called: `Blackpool, 2022–24`.
pub fn trend_reading(lang: Lang, name: &str, when: Period) -> String {
    [name, ", ", &period(lang, when)].concat()
}

/// A place in few letters.
fn label(area: &Area) -> &str {
    if area.kind == AreaKind::Uk { "UK" } else { &area.name }
}

fn women_s(_: Lang, sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "Women’s",
        Sex::Male => "Men’s",
    }
}

/// `2.6 years (95% interval 2.3 to 2.9)`, whichever way.
fn sized(lang: Lang, found: &Difference) -> String {
    let Interval { lower, upper } = found.interval;
    let (size, lower, upper) = if found.gap < 0.0 { (-found.gap, -upper, -lower) } else { (found.gap, lower, upper) };
    format!("{} years (95% interval {} to {})", number(lang, size, 1), number(lang, lower, 1), number(lang, upper, 1))
}

/// What a period measure is, for those who quote it.
fn period_measure() -> String {
    "A period measure: what a child would have if the rates of those years held all its life. It is nobody’s actual \
     future."
        .to_owned()
}

/// That periods overlap.
fn overlapping() -> String {
    "Each dot is three years taken together, so neighbouring dots share two of them: the line is smoother than single \
     years would be, and a change is only told between periods that share no year."
        .to_owned()
}

fn in_development() -> String {
    "Healthy life expectancy is official statistics in development: local estimates are modelled, because survey samples \
     have shrunk."
        .to_owned()
}

/// The first of several titles that is short enough, else the last.
fn first_that_fits<const N: usize>(titles: [String; N]) -> String {
    let mut fit = String::new();
    for title in titles {
        fit = title;
        if fit.chars().count() <= LONGEST_TITLE {
            break;
        }
    }
    fit
}

/// The text, without what follows `base` where both together are longer than an alt text may be.
fn at_most_300(base: String, more: &str) -> String {
    let full = [&base, more].concat();
    if full.chars().count() <= 300 { full } else { base }
}

//! What can be said of a place, in numbers and without words: each statement is a type that holds everything the
//! statement needs, so that a sentence, a colour, a cell and a file that are made from it cannot disagree.
//!
//! | statement | what cannot be left out of it |
//! |---|---|
//! | [`Comparison`]: one place against another | its verdict; both are of one sex and one period, because both come from one [`Outcomes`] |
//! | [`Ranked`]: where a place may stand in a list | the interval, and how many are in the list |
//! | [`Change`]: a place in two periods | that the periods share no year; the change of its nation over the same periods |
//! | [`BetweenSexes`]: women against men | its verdict; a nation or the UK ([`National`]): no smaller area can be asked for |
//! | [`Expectation`]: what a circumstance lets expect | its interval, and the place left out of its own line |
//! | [`Mix`]: what the tenths let expect of a mix of neighbourhoods | which editions of the index it mixes; no verdict |
//! | [`England`]: income and employment deprivation over all its neighbourhoods | that every one of them is counted |
//! | [`nearest`]: places that are alike | what they are alike in: never health |
//! | [`strengths()`]: how every circumstance goes together with healthy life expectancy | one set of areas for all |
//! | [`stands_out()`]: circumstances out of the common, given how deprived a place is | the threshold, at most three |
//!
//! Where nothing can be said, [`NoFact`] says why.

use crate::model::{Indicator, Missing};

mod change;
mod classes;
mod compare;
mod england;
mod expected;
mod mix;
mod outcome;
mod profiles;
mod rank;
mod sexes;
mod similar;
mod stands_out;
mod strengths;

pub use change::{Change, FIRST, LATEST_BEFORE_THE_FALL, NationsChange};
pub use classes::{MapClass, Shade};
pub use compare::{Comparison, tested_against, whole_of};
pub use england::{BIN, England, Group, Middle, neighbourhoods_of};
pub use expected::Expectation;
pub use mix::Mix;
pub use outcome::{Measure, NotLoaded, Outcomes};
pub use profiles::profile;
pub use rank::Ranked;
pub use sexes::{BetweenSexes, National};
pub use similar::{MOST_SIMILAR, Similar, alike_in, nearest};
pub use stands_out::{StandsOut, stands_out};
pub use strengths::{LeftOut, strengths};

/// A count, which is high wherever many people live: nothing is expected from it, and nobody stands out in it.
const COUNT: &str = "active-businesses";

/// Whether a measure only counts.
fn is_count(indicator: &Indicator) -> bool {
    indicator.id.as_str() == COUNT
}

/// Why a statement cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum NoFact {
    /// One of the figures is not there.
    #[error("a figure is missing")]
    Missing(Missing),
    /// A figure has no limits, so its error is not known.
    #[error("a figure has no limits")]
    NoLimits,
    /// The statement is about local areas, and this is none.
    #[error("not a local area")]
    NotLocal,
    /// A place against itself.
    #[error("a place against itself")]
    Itself,
    /// A place against a whole that is little else: England against the UK.
    #[error("a place against a whole that is little else")]
    MostOfIt,
    /// The two periods share a year.
    #[error("the two periods share a year")]
    SharedYear,
    /// The nation has too few areas, or is not among those that this is worked out for.
    #[error("not worked out in this nation")]
    TooFewAreas,
    /// No other area has a figure as high or as low, or the line leaves what is found anywhere.
    #[error("beyond what is found in other areas")]
    Beyond,
    /// The nation's areas do not show the two to go together.
    #[error("no link in this nation")]
    NoLink,
    /// The nation's areas do not have the figures that this is worked out from.
    #[error("not covered in this nation")]
    NotCovered,
    /// The figures are not loaded.
    #[error("not loaded")]
    NotLoaded,
    /// The arithmetic has no answer for these figures.
    #[error("no answer")]
    NoAnswer,
}

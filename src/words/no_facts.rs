//! Why a statement cannot be made.

use crate::facts::NoFact;
use crate::view::Lang;

use super::missing_reason;

/// The reason, as a sentence.
pub fn no_fact(lang: Lang, why: NoFact) -> String {
    let reason = match why {
        NoFact::Missing(missing) => {
            return format!("A figure that this rests on is missing: {}.", missing_reason(lang, missing));
        }
        NoFact::NoLimits => "A figure that this rests on has no confidence limits.",
        NoFact::NotLocal => "This is given for local areas only.",
        NoFact::Itself => "There is nothing to compare it with.",
        NoFact::MostOfIt => "England is most of the UK, so the two are not tested against each other.",
        NoFact::SharedYear => "The two periods share a year, so a change between them can’t be tested.",
        NoFact::TooFewAreas => "The nation has too few areas for this.",
        NoFact::Beyond => "No other area of the nation has figures like these, so nothing is expected from a line.",
        NoFact::NoLink => "The nation’s areas do not show the two to go together, so nothing is expected from a line.",
        NoFact::NotCovered => "The figures that this rests on do not cover this place.",
        NoFact::NotLoaded => "The figures that this rests on are not here.",
        NoFact::NoAnswer => "These figures give no answer.",
    };
    reason.to_owned()
}

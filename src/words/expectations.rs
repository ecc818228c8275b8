//! What would be expected of a place given one circumstance: never praise or blame, never a cause.

use super::relations::{in_sentence, names_period};
use super::said::{Form, Said};
use super::{in_place, interval, number, period, place, whose};
use crate::facts::Expectation;
use crate::model::{Period, Sex};
use crate::stats::{Interval, Standing};
use crate::view::{Lang, Outcome};

/// What the line through the other areas lets expect, where 19 in 20 such places would be, and one of two verdicts.
pub fn expected(lang: Lang, outcome: Outcome, sex: Sex, when: Period, found: &Expectation) -> Said {
    let Interval { lower, upper } = found.interval();
    let x = in_sentence(&found.x.name);
    let x_when = match names_period(lang, &found.x.name, found.x_period) {
        true => String::new(),
        false => [" (", &period(lang, found.x_period), ")"].concat(),
    };
    let own = number(lang, found.own.value, 1);
    let verdict = match found.standing() {
        Standing::InLine => format!("Its own figure, {own}, is in line with that."),
        Standing::FurtherThan19In20 => format!(
            "Its own figure, {own}, is further from the line than 19 in 20 such places would be, in part survey error."
        ),
    };
    let after = format!(
        " of {} {} would be expected to be {} years in {}; 19 in 20 such places would have an estimate from {}. {verdict}",
        whose(lang, sex),
        in_place(lang, found.area),
        number(lang, found.value(), 1),
        period(lang, when),
        interval(lang, lower, upper, 1),
    );
    let others = format!("{} other areas of {}", found.others, place(lang, found.nation));
    Said::new(lang, &format!("Going by {x}{x_when} alone, as in the {others}, "), outcome, Form::Name, &after)
}

/// How that is worked out, and what it does not say.
pub fn expected_basis(_: Lang) -> &'static str {
    "What would be expected of a place comes from a line through the other areas of its nation, each weighted by how sure \
     its estimate is; the place itself is left out. About one place in 20 falls outside by construction. It does not say \
     why a place is where it is."
}

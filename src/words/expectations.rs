//! What would be expected of a place given one circumstance: never praise or blame, never a cause.

use super::measures::{dated, in_sentence};
use super::places::decimals_for;
use super::said::{Form, Said};
use super::{in_place, number, period, place, whose};
use crate::facts::Expectation;
use crate::model::{Limits, Period, Sex};
use crate::stats::{Interval, Standing};
use crate::view::{Lang, Outcome};

/// What the line through the other areas lets expect, where 19 in 20 such places would be, and one of two verdicts.
pub fn expected(lang: Lang, outcome: Outcome, sex: Sex, when: Period, found: &Expectation) -> Said {
    let Interval { lower, upper } = found.interval();
    let decimals = decimals_for(Some(Limits { lower, upper }));
    let x = in_sentence(&dated(lang, &found.x.name, found.x_period));
    let others = format!("{} other areas of {}", found.others, place(lang, found.nation));
    let chance = if outcome == Outcome::Healthy { "survey error" } else { "chance" };
    let verdict = match found.standing() {
        Standing::InLine => "is in line with that".to_owned(),
        Standing::FurtherThan19In20 => {
            format!("is further from the line than 19 in 20 such places would be, in part {chance}")
        }
    };
    let before = format!("Going by one circumstance alone ({x}) and the {others}, ");
    let after = format!(
        " of {} {} would be about {} years in {}; of such places, 19 in 20 would be between {}. Its own figure, {}, {verdict}.",
        whose(lang, sex),
        in_place(lang, found.area),
        number(lang, found.value(), decimals),
        period(lang, when),
        between(lang, lower, upper, decimals),
        number(lang, found.own.value, decimals),
    );
    Said::new(lang, &before, outcome, Form::Name, &after)
}

/// `51 and 61`.
fn between(lang: Lang, lower: f64, upper: f64, decimals: u8) -> String {
    [number(lang, lower, decimals).as_str(), " and ", &number(lang, upper, decimals)].concat()
}

/// How that is worked out, and what it does not say.
pub fn expected_basis(_: Lang) -> &'static str {
    "What would be expected of a place comes from a line through the other areas of its nation, each weighted by how sure \
     its estimate is; the place itself is left out. About one place in 20 falls outside by construction. It does not say \
     why a place is where it is."
}

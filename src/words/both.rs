//! Women and men of a place side by side in one sentence. They stand beside each other and are never held against each
//! other: the estimates of a place's women and men share one local effect.

use super::measures::{dated, in_sentence};
use super::places::decimals_for;
use super::said::{Form, Said};
use super::{about_the_fall, changed, in_place, interval, is_the_fall, number, period, place};
use crate::facts::{Change, Expectation, NationsChange};
use crate::model::{Area, Known, Limits, Period};
use crate::stats::{Difference, Interval, Standing, Verdict};
use crate::view::{Lang, Outcome};

/// A change of one sex with its test.
#[derive(Clone, Copy)]
struct Moved {
    found: Difference,
    before: Known,
    after: Known,
}

/// How both sexes changed over the same periods, a paragraph each: first the nation, with what must stand beside a fall;
/// then the place, and whether its change can be told from the nation's.
pub fn changed_both(lang: Lang, women: &Change, men: &Change) -> Vec<String> {
    let of_place = |change: &Change| Moved { found: change.difference, before: change.before, after: change.after };
    let of_nation = |one: NationsChange| Moved { found: one.difference, before: one.before, after: one.after };
    let own = [of_place(women), of_place(men)];
    let whole =
        women.nation.zip(men.nation).map(|(of_women, of_men)| (of_women.area, [of_women, of_men].map(of_nation)));
    let has_fallen = own.iter().chain(whole.iter().flat_map(|(_, both)| both)).any(|one| one.found.verdict.is_lower());
    let about = (has_fallen && is_the_fall(women.outcome, women.from)).then(|| about_the_fall(lang).to_owned());
    let told = String::from(moved(lang, women, women.area, own));
    match whole {
        Some((area, both)) => {
            let first = [String::from(moved(lang, women, area, both))].into_iter().chain(about);
            let then = [told].into_iter().chain(against_nation(lang, women, men));
            vec![joined(first), joined(then)]
        }
        None => vec![joined([told].into_iter().chain(about))],
    }
}

fn joined(sentences: impl Iterator<Item = String>) -> String {
    sentences.collect::<Vec<_>>().join(" ")
}

/// Together where one verdict holds for both, else one after the other.
fn moved(lang: Lang, of: &Change, area: &Area, [women, men]: [Moved; 2]) -> Said {
    let before = format!("Between {} and {}, ", period(lang, of.from), period(lang, of.to));
    let there = in_place(lang, area);
    let after = if women.found.verdict == men.found.verdict {
        let [women_by, men_by] = [size(lang, women, "women"), size(lang, men, "men")];
        match way(women.found) {
            Some(way) => format!(" {there} {way}: by {women_by}, and by {men_by}."),
            None => {
                format!(" {there} may or may not have changed: the change is estimated at {women_by}, and at {men_by}.")
            }
        }
    } else {
        let whole = |one: Moved, whose| match way(one.found) {
            Some(way) => format!("{way} by {}", size(lang, one, whose)),
            None => format!("may or may not have changed: the change is estimated at {}", size(lang, one, whose)),
        };
        format!(" {there} {}; it {}.", whole(women, "women"), whole(men, "men"))
    };
    Said::new(lang, &before, of.outcome, Form::Name, &after)
}

/// `clearly fell`; none where it can't be told.
fn way(found: Difference) -> Option<&'static str> {
    match found.verdict {
        Verdict::ClearlyLower => Some("clearly fell"),
        Verdict::ProbablyLower => Some("probably fell"),
        Verdict::CantTell => None,
        Verdict::ProbablyHigher => Some("probably rose"),
        Verdict::ClearlyHigher => Some("clearly rose"),
    }
}

/// `2.4 years for women (95% interval 2.0 to 2.8; from 63.7 to 61.3)`: a size where the way is told, else with its sign.
fn size(lang: Lang, one: Moved, whose: &str) -> String {
    let Interval { lower, upper } = one.found.interval;
    let is_fall = way(one.found).is_some() && one.found.gap < 0.0;
    let (gap, lower, upper) = if is_fall { (-one.found.gap, -upper, -lower) } else { (one.found.gap, lower, upper) };
    // To a hundredth where a tenth would show an interval that touches zero although there is a verdict.
    let decimals = if one.found.verdict.tells_apart() && lower < 0.05 { 2 } else { 1 };
    format!(
        "{} years for {whose} (95% interval {}; from {} to {})",
        number(lang, gap, decimals),
        interval(lang, lower, upper, decimals),
        number(lang, one.before.value, 1),
        number(lang, one.after.value, 1)
    )
}

/// Whether the place's changes can be told from its nation's: once where neither can.
fn against_nation(lang: Lang, women: &Change, men: &Change) -> Vec<String> {
    let cant_tell = |change: &Change| change.nation.is_none_or(|nation| nation.against.verdict == Verdict::CantTell);
    match women.nation.filter(|_| cant_tell(women) && cant_tell(men)) {
        Some(nation) => {
            let whole = in_place(lang, nation.area);
            let after = format!(" can’t be told apart from the change {whole}, for women or for men.");
            vec![Said::new(lang, "Its change in ", women.outcome, Form::Name, &after).into()]
        }
        None => [women, men].into_iter().filter_map(|one| changed(lang, one).pop()).map(String::from).collect(),
    }
}

/// What the line through the other areas lets expect of both, where 19 in 20 such places would be, and a verdict each.
pub fn expected_both(lang: Lang, when: Period, women: &Expectation, men: &Expectation) -> Said {
    let x = in_sentence(&dated(lang, &women.x.name, women.x_period));
    let others = format!("{} other areas of {}", women.others, place(lang, women.nation));
    let decimals = decimals_of(women).max(decimals_of(men));
    let years = |found: &Expectation| number(lang, found.value(), decimals);
    let reach = |found: &Expectation| {
        let Interval { lower, upper } = found.interval();
        [number(lang, lower, decimals).as_str(), " and ", &number(lang, upper, decimals)].concat()
    };
    let after = format!(
        " {} would be about {} years for women and {} for men in {}; of such places, 19 in 20 would be between {} for women and \
         {} for men. {}",
        in_place(lang, women.area),
        years(women),
        years(men),
        period(lang, when),
        reach(women),
        reach(men),
        verdicts(lang, decimals, women, men),
    );
    let before = format!("Going by one circumstance alone ({x}) and the {others}, ");
    Said::new(lang, &before, Outcome::Healthy, Form::Name, &after)
}

fn decimals_of(found: &Expectation) -> u8 {
    let Interval { lower, upper } = found.interval();
    decimals_for(Some(Limits { lower, upper }))
}

/// Both figures against what would be expected.
fn verdicts(lang: Lang, decimals: u8, women: &Expectation, men: &Expectation) -> String {
    let own = |found: &Expectation| number(lang, found.own.value, decimals);
    let (w, m) = (own(women), own(men));
    let far = "further from the line than 19 in 20 such places would be, in part survey error";
    match (women.standing(), men.standing()) {
        (Standing::InLine, Standing::InLine) => {
            format!("Its own figures, {w} for women and {m} for men, are in line with that.")
        }
        (Standing::InLine, Standing::FurtherThan19In20) => {
            format!("Its own figure for women, {w}, is in line with that; the one for men, {m}, is {far}.")
        }
        (Standing::FurtherThan19In20, Standing::InLine) => {
            format!("Its own figure for women, {w}, is {far}; the one for men, {m}, is in line with that.")
        }
        (Standing::FurtherThan19In20, Standing::FurtherThan19In20) => {
            format!("Its own figures, {w} for women and {m} for men, are {far}.")
        }
    }
}

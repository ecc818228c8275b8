//! One place against another: never without its verdict.

use super::said::{Form, Said};
use super::{in_place, interval, number, period, whose};
use crate::facts::{Comparison, Measure};
use crate::model::Known;
use crate::stats::{Difference, Interval, Verdict};
use crate::view::Lang;

/// Two places, in the order given: verdict, difference in years, its 95% interval.
pub fn compared(lang: Lang, found: &Comparison) -> Said {
    told(lang, found, &in_place(lang, found.other()))
}

/// A place against the nation or country it lies in, whose own figure is given.
pub fn against(lang: Lang, found: &Comparison, whole: Known) -> Said {
    let whole = format!("{} as a whole ({} years)", in_place(lang, found.other()), number(lang, whole.value, 1));
    told(lang, found, &whole)
}

fn told(lang: Lang, found: &Comparison, other: &str) -> Said {
    let (there, years) = (in_place(lang, found.one()), sized(lang, found.difference()));
    let after = match how(found.verdict()) {
        Some((how, which)) => format!(" was {how} {which} {there} than {other}: a difference of {years}."),
        None => format!(" {there} and that {other} can’t be told apart: the difference is estimated at {years}."),
    };
    said(lang, found.measure(), &after)
}

/// A difference as a size, whichever is higher: `18.5 years (95% interval 11.8 to 25.2)`. To a hundredth where a tenth
/// would show an interval that touches zero although the two are told apart.
pub(super) fn sized(lang: Lang, found: &Difference) -> String {
    let Interval { lower, upper } = found.interval;
    let (size, lower, upper) = if found.gap < 0.0 { (-found.gap, -upper, -lower) } else { (found.gap, lower, upper) };
    let decimals = if found.verdict.tells_apart() && lower < 0.05 { 2 } else { 1 };
    format!("{} years (95% interval {})", number(lang, size, decimals), interval(lang, lower, upper, decimals))
}

/// `In 2022–24, healthy life expectancy of women` and what is said of it.
pub(super) fn said(lang: Lang, of: Measure, after: &str) -> Said {
    let before = ["In ", &period(lang, of.period), ", "].concat();
    Said::new(lang, &before, of.outcome, Form::Name, &[" of ", whose(lang, of.sex), after].concat())
}

/// The verdict in a word or three, for a cell or a label.
pub fn verdict(_: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::ClearlyHigher => "clearly higher",
        Verdict::ProbablyHigher => "probably higher",
        Verdict::CantTell => "can’t tell apart",
        Verdict::ProbablyLower => "probably lower",
        Verdict::ClearlyLower => "clearly lower",
    }
}

/// How sure, and which way; none where it cannot be told.
fn how(verdict: Verdict) -> Option<(&'static str, &'static str)> {
    verdict_words(verdict).split_once(' ').filter(|_| verdict.tells_apart())
}

fn verdict_words(of: Verdict) -> &'static str {
    verdict(Lang::default(), of)
}

/// That overlapping intervals do not decide.
pub fn overlap(_: Lang) -> &'static str {
    "Two 95% intervals that overlap do not mean “no difference”: the verdict comes from the difference and its own interval."
}

/// That years not in good health cannot be compared.
pub fn no_comparison(_: Lang) -> &'static str {
    "These differences of two estimates have no confidence interval here, so whether places differ is not said."
}

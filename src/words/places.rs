//! What can be said of one place, and of two.

use super::periods::day;
use super::relations::dated;
use super::{
    amount, count_of, in_place, interval, list, nation_name, number, ordinal, outcome_name, period, place, span,
    unit_beside,
};
use crate::model::{About, Area, Indicator, Limits, Mark, Missing, Nation, Period, Sex};
use crate::stats::{Difference, Interval, RankInterval, Verdict};
use crate::view::{Lang, Outcome};

/// The sentence about healthy life expectancy that is safe to quote. Limits are shown in whole years, as the
/// value is, so that they do not promise more than a survey can.
pub fn safe_sentence(lang: Lang, area: &Area, sex: Sex, when: Period, value: f64, limits: Option<Limits>) -> String {
    let (pronoun, child) = of_child(sex);
    let there = in_place(lang, area);
    let years = number(lang, value, decimals_for(limits));
    let limits = limits.map(|limits| confidence(lang, limits)).unwrap_or_default();
    format!(
        "If {pronoun} lived all {} life at the rates of {} {there}, a {child} born there would have about {years} years \
         in good health{limits}. This is not how long people live there.",
        possessive(sex),
        period(lang, when),
    )
}

/// The sentence about total life expectancy.
pub fn safe_life(lang: Lang, area: &Area, sex: Sex, when: Period, value: f64, limits: Option<Limits>) -> String {
    let published = limits;
    let limits = limits.map(|limits| confidence(lang, limits)).unwrap_or_default();
    format!(
        "At the rates of {}, a {} born {} would live about {} years in all{limits}: total life expectancy, in good \
         health or not.",
        period(lang, when),
        of_child(sex).1,
        in_place(lang, area),
        number(lang, value, decimals_for(published)),
    )
}

/// The sentence about years not in good health.
pub fn unhealthy_sentence(lang: Lang, area: &Area, sex: Sex, when: Period, value: f64) -> String {
    format!(
        "At the rates of {}, a {} born {} would have about {} years not in good health: total less healthy life \
         expectancy. They are years added up, not the last ones of a life.",
        period(lang, when),
        of_child(sex).1,
        in_place(lang, area),
        number(lang, value, 0),
    )
}

fn confidence(lang: Lang, limits: Limits) -> String {
    if limits.lower >= limits.upper {
        return " (95% confidence interval less than 0.1 either way)".to_owned();
    }
    let decimals = decimals_for(Some(limits));
    format!(" (95% confidence interval {})", interval(lang, limits.lower, limits.upper, decimals))
}

/// Whole years, unless the interval is so narrow that they would hide it.
fn decimals_for(limits: Option<Limits>) -> u8 {
    u8::from(limits.is_some_and(|limits| limits.upper - limits.lower < 3.0))
}

fn of_child(sex: Sex) -> (&'static str, &'static str) {
    match sex {
        Sex::Female => ("she", "girl"),
        Sex::Male => ("he", "boy"),
    }
}

fn possessive(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "her",
        Sex::Male => "his",
    }
}

/// Where a place may stand among the areas of `scope`, counted from the lowest.
pub fn rank_interval(lang: Lang, outcome: Outcome, area: &Area, scope: &Area, rank: RankInterval) -> String {
    let RankInterval { lowest, highest, of, .. } = rank;
    let (what, name, scope) = (capital(outcome_name(lang, outcome)), place(lang, area), place(lang, scope));
    let stands = if lowest == highest {
        ordinal(lang, lowest)
    } else {
        format!("somewhere between {} and {}", ordinal(lang, lowest), ordinal(lang, highest))
    };
    format!("{what} of {name} is {stands} lowest among the {of} areas of {scope}.")
}

/// A place against the nation or country it lies in.
pub fn against(lang: Lang, outcome: Outcome, area: &Area, verdict: Verdict, whole: &Area, value: f64) -> String {
    let (what, there, whole) = (capital(outcome_name(lang, outcome)), in_place(lang, area), in_place(lang, whole));
    let value = number(lang, value, 1);
    match adverb(verdict) {
        Some((how, which)) => format!("{what} is {how} {which} {there} than {whole} as a whole ({value} years)."),
        None => format!("{what} {there} and {whole} as a whole ({value} years) can’t be told apart."),
    }
}

/// That years not in good health cannot be compared.
pub fn no_comparison(_: Lang) -> &'static str {
    "These differences of two estimates have no confidence interval, so whether places differ can’t be said."
}

/// That a place is outside what the view looks at, and so not in the picture.
pub fn outside(lang: Lang, area: &Area, scope: &Area) -> String {
    format!("{} is outside {}, so it is not in the picture.", capital(&place(lang, area)), place(lang, scope))
}

/// That a place is not in the picture because one of its figures is missing.
pub fn not_in_picture(_: Lang) -> &'static str {
    "So it is not in the picture."
}

/// Two places, in the order given: verdict, difference in years, its 95% interval.
pub fn compared(lang: Lang, outcome: Outcome, a: &Area, b: &Area, found: &Difference) -> String {
    let (name, there, other) = (outcome_name(lang, outcome), in_place(lang, a), in_place(lang, b));
    let Interval { lower, upper } = found.interval;
    let (size, lower, upper) = if found.gap < 0.0 { (-found.gap, -upper, -lower) } else { (found.gap, lower, upper) };
    let years = format!("{} years (95% interval {})", number(lang, size, 1), interval(lang, lower, upper, 1));
    match adverb(found.verdict) {
        Some((how, which)) => {
            format!("{} is {how} {which} {there} than {other}: a difference of {years}.", capital(name))
        }
        None => format!(
            "{} {there} and {other} can’t be told apart: the difference is estimated at {years}.",
            capital(name)
        ),
    }
}

fn adverb(verdict: Verdict) -> Option<(&'static str, &'static str)> {
    match verdict {
        Verdict::ClearlyHigher => Some(("clearly", "higher")),
        Verdict::ProbablyHigher => Some(("probably", "higher")),
        Verdict::CantTell => None,
        Verdict::ProbablyLower => Some(("probably", "lower")),
        Verdict::ClearlyLower => Some(("clearly", "lower")),
    }
}

/// The text with its first letter a capital, if it is one of A to Z: the tables for all letters of the world
/// would be a tenth of the app.
pub(super) fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Why a figure is not there, for a cell of a table or after a colon.
pub fn missing_reason(_: Lang, missing: Missing) -> &'static str {
    match missing {
        Missing::NotPublished => "not published",
        Missing::NotAvailable => "marked not available by the publisher",
        Missing::Suppressed => "withheld by the publisher as unreliable or too small",
        Missing::OtherNation => "these figures do not cover the nation",
        Missing::BoundaryChange => "formed during or after the period, from part of another area",
        Missing::WithNeighbour => "published only together with a larger neighbour",
        Missing::TooFewPeople => "too few people live there for an estimate",
    }
}

/// How many values of a circumstance carry a remark; nothing for plain published ones.
pub fn counted_remark(lang: Lang, mark: Mark, n: usize) -> Option<String> {
    let remark = remark(lang, mark)?;
    Some(format!("{} of the circumstance: {remark}.", count_of(lang, n, "figure", "figures")))
}

/// All areas of a nation as one item of a list.
pub fn all_of_nation(lang: Lang, n: usize, nation: Nation) -> String {
    format!("all {n} areas of {}", nation_name(lang, nation))
}

/// The nations that a circumstance’s figures do not cover.
pub fn not_covered(lang: Lang, nations: &[Nation]) -> String {
    let names: Vec<&str> = nations.iter().map(|&nation| nation_name(lang, nation)).collect();
    format!("These figures do not cover {}.", list(lang, &names))
}

/// The rest of a list that the table holds whole.
pub fn more_in_table(_: Lang, n: usize) -> String {
    format!("{n} more (see the table)")
}

/// Which areas have no outcome, for one reason.
pub fn without_outcome(lang: Lang, outcome: Outcome, areas: &[String], why: Missing) -> String {
    format!("No figure for {} in {}: {}.", outcome_name(lang, outcome), list(lang, areas), missing_reason(lang, why))
}

/// Where a figure comes from: publisher, title, release and licence.
pub fn source(lang: Lang, indicator: &Indicator) -> String {
    let About { publisher, source, licence, released, .. } = &indicator.about;
    let name = &indicator.name;
    let released = released.parse().ok();
    let released = released.map(|when: Period| format!(", released {}", day(lang, when.first))).unwrap_or_default();
    format!("{name}: {publisher}, {source}{released}. {licence}.")
}

/// What a reader should know about one value; nothing for a plain published one.
pub fn remark(_: Lang, mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Published => None,
        Mark::Aggregated => Some("added up from smaller areas by the publisher"),
        Mark::Computed => Some("computed from smaller areas, not an official figure for this area"),
        Mark::WithNeighbour => Some("includes a very small neighbour"),
        Mark::OtherSurvey => Some("from another survey than the other places’"),
        Mark::LimitsUnreliable => Some("called unreliable by the publisher: few people were asked"),
    }
}

/// What stands after a computed value in a table.
pub fn computed(_: Lang) -> &'static str {
    " (computed)"
}

/// A place without the outcome, or without the circumstance.
pub fn no_figure(lang: Lang, what: &str, area: &Area, missing: Missing) -> String {
    format!("No figure for {what} {}: {}.", in_place(lang, area), missing_reason(lang, missing))
}

/// The circumstance in a place, beside the whole it lies in.
pub fn circumstance(lang: Lang, x: &Indicator, when: Period, value: f64, whole: Option<(&str, f64)>) -> String {
    let shown = |value| amount(lang, &x.unit, value, x.decimals);
    let whole = whole.map(|(whole, value)| format!(" ({whole}: {})", shown(value))).unwrap_or_default();
    format!("{}{}: {}{whole}.", dated(lang, &x.name, when), unit_beside(&x.unit), shown(value))
}

/// A remark added to a sentence.
pub fn aside(_: Lang, remark: &str) -> String {
    format!(" This figure is {remark}.")
}

/// A value with its limits, in years: `51.8 years (47.4–56.1)`.
pub fn value_with_limits(lang: Lang, value: f64, limits: Option<Limits>) -> String {
    let limits = limits.map(|limits| format!(" ({})", span(lang, limits.lower, limits.upper, 1))).unwrap_or_default();
    format!("{} years{limits}", number(lang, value, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::AreaKind;

    fn blackpool() -> Area {
        Area {
            code: "E06000009".parse().unwrap(),
            name: "Blackpool".into(),
            slug: "blackpool".into(),
            kind: AreaKind::Local,
            region: None,
            population: None,
        }
    }

    /// The sentence is the one that `product.md` and `statistics.md` give as safe to quote.
    #[test]
    fn the_safe_sentence_is_the_one_agreed() {
        let limits = Some(Limits { lower: 47.4, upper: 56.1 });
        let when = "2022-2024".parse().unwrap();
        assert_eq!(
            safe_sentence(Lang::English, &blackpool(), Sex::Female, when, 51.8, limits),
            "If she lived all her life at the rates of 2022–24 in Blackpool, a girl born there would have about 52 years \
             in good health (95% confidence interval 47 to 56). This is not how long people live there."
        );
    }

    #[test]
    fn a_comparison_gives_the_difference_as_a_size_whichever_is_higher() {
        let b = Area { name: "Wokingham".into(), ..blackpool() };
        let said = compared(
            Lang::English,
            Outcome::Healthy,
            &blackpool(),
            &b,
            &Difference {
                gap: -18.5,
                standard_error: 3.43,
                z: -5.4,
                interval: Interval { lower: -25.2, upper: -11.8 },
                verdict: Verdict::ClearlyLower,
            },
        );
        assert_eq!(
            said,
            "Healthy life expectancy is clearly lower in Blackpool than in Wokingham: a difference of 18.5 years (95% \
             interval 11.8 to 25.2)."
        );
    }

    #[test]
    fn a_rank_never_stands_without_its_interval() {
        let rank = RankInterval { rank: 3, lowest: 1, highest: 68, of: 216 };
        let uk = Area {
            code: "K02000001".parse().unwrap(),
            name: "United Kingdom".into(),
            kind: AreaKind::Uk,
            ..blackpool()
        };
        assert_eq!(
            rank_interval(Lang::English, Outcome::Healthy, &blackpool(), &uk, rank),
            "Healthy life expectancy of Blackpool is somewhere between 1st and 68th lowest among the 216 areas of the UK."
        );
    }
}

//! What can be said of one place, and of two.

use super::measures::{dated, in_sentence};
use super::periods::day;
use super::said::{Form, Said};
use super::{
    amount, count_of, in_place, interval, list, nation_name, number, outcome_name, period, place, span, unit_beside,
};
use crate::model::{About, Area, Indicator, Limits, Mark, Missing, Nation, Period, Sex};
use crate::view::{Lang, Outcome};

/// The sentence about healthy life expectancy that is safe to quote. Limits are shown in whole years, as the
/// value is, so that they do not promise more than a survey can.
pub fn safe_sentence(lang: Lang, area: &Area, sex: Sex, when: Period, value: f64, limits: Option<Limits>) -> Said {
    let (pronoun, child) = of_child(sex);
    let there = in_place(lang, area);
    let years = number(lang, value, decimals_for(limits));
    let limits = limits.map(|limits| confidence(lang, limits)).unwrap_or_default();
    let before = format!(
        "If {pronoun} lived all {} life at the rates of {} {there}, a {child} born there would have about {years} ",
        possessive(sex),
        period(lang, when),
    );
    let after = format!("{limits}. This is not how long people live there.");
    Said::new(lang, &before, Outcome::Healthy, Form::Years, &after)
}

/// The sentence about total life expectancy.
pub fn safe_life(lang: Lang, area: &Area, sex: Sex, when: Period, value: f64, limits: Option<Limits>) -> Said {
    let published = limits;
    let limits = limits.map(|limits| confidence(lang, limits)).unwrap_or_default();
    let before = format!(
        "At the rates of {}, a {} born {} would live about {} ",
        period(lang, when),
        of_child(sex).1,
        in_place(lang, area),
        number(lang, value, decimals_for(published)),
    );
    let after = format!("{limits}: total life expectancy, in good health or not.");
    Said::new(lang, &before, Outcome::Life, Form::Years, &after)
}

/// The sentence about years not in good health.
pub fn unhealthy_sentence(lang: Lang, area: &Area, sex: Sex, when: Period, value: f64) -> Said {
    let before = format!(
        "At the rates of {}, a {} born {} would have about {} ",
        period(lang, when),
        of_child(sex).1,
        in_place(lang, area),
        number(lang, value, 0),
    );
    let after = ": total less healthy life expectancy. They are years added up, not the last ones of a life.";
    Said::new(lang, &before, Outcome::Unhealthy, Form::Years, after)
}

fn confidence(lang: Lang, limits: Limits) -> String {
    if limits.lower >= limits.upper {
        return " (95% confidence interval less than 0.1 either way)".to_owned();
    }
    let decimals = decimals_for(Some(limits));
    format!(" (95% confidence interval {})", interval(lang, limits.lower, limits.upper, decimals))
}

/// Whole years, unless the interval is so narrow that they would hide it.
pub(super) fn decimals_for(limits: Option<Limits>) -> u8 {
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

/// That a place is outside what the view looks at, and so not in the picture.
pub fn outside(lang: Lang, area: &Area, scope: &Area) -> String {
    format!("{} is outside {}, so it is not in the picture.", capital(&place(lang, area)), place(lang, scope))
}

/// That a place is not in the picture because one of its figures is missing.
pub fn not_in_picture(lang: Lang, area: &Area) -> String {
    format!("So {} is not in the picture.", place(lang, area))
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

/// Who publishes most of what there is.
pub const STATISTICS_OFFICE: &str = "Office for National Statistics";

/// Who publishes England’s indices of deprivation.
pub const MINISTRY_OF_HOUSING: &str = "Ministry of Housing, Communities and Local Government";

/// The licence of nearly all there is.
pub const OPEN_GOVERNMENT: &str = "Open Government Licence v3.0";

/// Where a figure comes from: publisher, title, release and licence.
pub fn source(lang: Lang, indicator: &Indicator) -> String {
    [&indicator.name, ": ", &release(lang, indicator)].concat()
}

/// “Department for Work and Pensions, Children in low income families, released 26 March 2026. Open Government Licence v3.0.”
pub fn release(lang: Lang, indicator: &Indicator) -> String {
    let About { publisher, source, licence, released, .. } = &indicator.about;
    let released = released.parse().ok();
    let released = released.map(|when: Period| format!(", released {}", day(lang, when.first))).unwrap_or_default();
    format!("{publisher}, {source}{released}. {licence}.")
}

/// The publisher and the licence of an indicator.
pub fn source_in_short(indicator: &Indicator) -> String {
    [&indicator.about.publisher, ". ", &indicator.about.licence, "."].concat()
}

/// “Circumstances: Office for National Statistics (31); Department for Education (12). …”: publishers, each with how many.
pub fn sources_of_many(_: Lang, publishers: &[(&str, usize)]) -> String {
    let named: Vec<String> = publishers.iter().map(|(publisher, count)| format!("{publisher} ({count})")).collect();
    format!(
        "Circumstances: {}. Each one’s release and licence stand at the foot of the figure’s page.",
        named.join("; ")
    )
}

/// What a reader should know about one value; nothing for a plain published one.
pub fn remark(_: Lang, mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Published => None,
        Mark::Aggregated => Some("added up from smaller areas by the publisher"),
        Mark::Computed => Some("computed from smaller areas, not an official figure for this area"),
        Mark::WithNeighbour => Some("includes a very small neighbour"),
        Mark::OtherSurvey => Some("from a different survey"),
        Mark::LimitsUnreliable => Some("called unreliable by the publisher: few people were asked"),
    }
}

/// What stands after a computed value in a table.
pub fn computed(_: Lang) -> &'static str {
    " (computed)"
}

/// A place without the outcome, or without the circumstance.
pub fn no_figure(lang: Lang, what: &str, area: &Area, missing: Missing) -> String {
    format!("{} has no figure for {what}: {}.", capital(&place(lang, area)), missing_reason(lang, missing))
}

/// The circumstance in a place, beside the whole it lies in.
pub fn circumstance(lang: Lang, x: &Indicator, when: Period, value: f64, whole: Option<(&str, f64)>) -> String {
    let shown = |value| amount(lang, &x.unit, value, x.decimals);
    let whole = whole.map(|(whole, value)| format!(" ({whole}: {})", shown(value))).unwrap_or_default();
    format!("{}{}: {}{whole}.", dated(lang, &x.name, when), unit_beside(&x.unit), shown(value))
}

/// What is said of a circumstance, of a place that is named: a sentence that can be quoted alone.
pub fn circumstance_of(lang: Lang, area: &Area, said: &str) -> String {
    format!("For {}: {}", place(lang, area), in_sentence(said))
}

/// A remark added to a sentence.
pub fn aside(_: Lang, remark: &str) -> String {
    format!(" This figure is {remark}.")
}

/// An outcome with its limits: `51.8 healthy years (47.4–56.1)`, `79.4 years in all (79.1–79.7)`.
pub fn outcome_with_limits(lang: Lang, outcome: Outcome, value: f64, limits: Option<Limits>) -> String {
    let limits = limits.map(|limits| format!(" ({})", span(lang, limits.lower, limits.upper, 1))).unwrap_or_default();
    let years = match outcome {
        Outcome::Healthy => "healthy years",
        Outcome::Life => "years in all",
        Outcome::Unhealthy => "years not in good health",
    };
    format!("{} {years}{limits}", number(lang, value, 1))
}

/// A value with its limits, in years: `51.8 years (47.4–56.1)`.
pub fn value_with_limits(lang: Lang, value: f64, limits: Option<Limits>) -> String {
    let limits = limits.map(|limits| format!(" ({})", span(lang, limits.lower, limits.upper, 1))).unwrap_or_default();
    format!("{} years{limits}", number(lang, value, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AreaKind, plain};

    fn blackpool() -> Area {
        Area { name: "Blackpool".into(), ..plain::area("E06000009".parse().unwrap(), AreaKind::Local) }
    }

    /// The sentence is the one that `product.md` and `statistics.md` give as safe to quote.
    #[test]
    fn the_safe_sentence_is_the_one_agreed() {
        let limits = Some(Limits { lower: 47.4, upper: 56.1 });
        let when = "2022-2024".parse().unwrap();
        assert_eq!(
            safe_sentence(Lang::English, &blackpool(), Sex::Female, when, 51.8, limits).text(),
            "If she lived all her life at the rates of 2022–24 in Blackpool, a girl born there would have about 52 years \
             in good health (95% confidence interval 47 to 56). This is not how long people live there."
        );
    }
}

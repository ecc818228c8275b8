//! What is said of places against each other, pair by pair.

use super::lives::fitted;
use super::places::capital;
use super::relations::LONGEST_TITLE;
use super::{compared, in_place, no_fact, number, overlap, period, place, span, verdict, whose};
use crate::facts::{Comparison, Measure, NoFact};
use crate::model::{Area, AreaKind, Estimate};
use crate::stats::{Interval, Verdict};
use crate::view::Lang;

/// What the sentences about pairs of places turn on. They are about healthy life expectancy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DifferenceWords {
    /// The language.
    pub lang: Lang,
    /// What is compared, of whose lives, when.
    pub measure: Measure,
}

impl DifferenceWords {
    /// The finding, at most 90 characters: the verdict where there is one pair, else of how many it can be told.
    pub fn title(&self, all: &[Comparison]) -> String {
        let what = ["Healthy life expectancy of ", whose(self.lang, self.measure.sex)].concat();
        let apart = all.iter().filter(|found| found.verdict().tells_apart()).count();
        match (all, apart) {
            ([], _) => [&what, " can’t be compared here"].concat(),
            ([found], _) => self.title_of_one(&what, found),
            (_, 0) => format!("{what} can’t be told apart in any of {} pairs of places", all.len()),
            _ => format!("{what} can be told apart in {apart} of {} pairs of places", all.len()),
        }
    }

    fn title_of_one(&self, what: &str, found: &Comparison) -> String {
        let (one, other) = (in_place(self.lang, found.one()), in_place(self.lang, found.other()));
        let said = verdict(self.lang, found.verdict());
        let apart = found.verdict().tells_apart();
        let title = match apart {
            true => format!("{what} was {said} {one} than {other}"),
            false => format!("{what} {one} and {other} can’t be told apart"),
        };
        // Names can be long: then fewer words around them.
        let lives = capital(whose(self.lang, self.measure.sex));
        let names = format!("{} and {}", place(self.lang, found.one()), place(self.lang, found.other()));
        let shorter = match found.verdict().tells_apart() {
            true => format!("{lives}’s healthy years: {said} {one} than {other}"),
            false => format!("{lives}’s healthy years in {names} can’t be told apart"),
        };
        if let Some(title) = [title, shorter].into_iter().find(|title| title.chars().count() <= LONGEST_TITLE) {
            return title;
        }
        match apart {
            true => format!("{what} was {said} in the first of these places"),
            false => [what, " can’t be told apart in these two places"].concat(),
        }
    }

    /// Measure, period and unit.
    pub fn subtitle(&self) -> String {
        format!(
            "Differences in healthy life expectancy at birth, {}, years, with their 95% intervals, {}",
            whose(self.lang, self.measure.sex),
            self.when()
        )
    }

    /// The pairs of the first place, each in a sentence that is safe to quote; of how many others the table tells.
    pub fn summary(&self, of_first: &[Comparison], others: usize) -> String {
        let said: Vec<String> = of_first.iter().map(|found| compared(self.lang, found).into()).collect();
        if said.is_empty() {
            return "No two of these places can be compared.".to_owned();
        }
        let more = match others {
            0 => String::new(),
            1 => " One more pair is in the table.".to_owned(),
            others => format!(" {others} more pairs are in the table."),
        };
        said.join(" ") + &more
    }

    /// What stands beside the summary.
    pub fn cautions(&self, pairs: usize) -> Vec<String> {
        let mut cautions = vec![overlap(self.lang).to_owned()];
        if pairs > 2 {
            cautions.push(
                "Each pair is tested by itself: of 20 pairs of places that do not differ, about one is told apart by \
                 chance."
                    .to_owned(),
            );
        }
        cautions.push(
            "Healthy life expectancy is official statistics in development: local estimates are modelled, because survey \
             samples have shrunk."
                .to_owned(),
        );
        cautions
    }

    /// How to read the picture, with the rule of the verdict.
    pub fn reading(&self) -> String {
        "Each row is the first place against the second: the dot is the difference, the line its 95% interval. To the left \
         of zero the first place has fewer years in good health, to the right more. The rule: the difference divided by its \
         standard error. From 2.58 on, either way, it is clearly higher or lower; from 1.96 on, where the interval just \
         leaves zero out before rounding, probably; below that the two can’t be told apart, which does not mean that they are equal."
            .to_owned()
    }

    /// The picture for those who cannot see it, at most 300 characters.
    pub fn alt(&self, all: &[Comparison]) -> String {
        let before =
            format!("Differences in healthy life expectancy with 95% intervals around a zero line, {}.", self.when());
        let one = |found: &Comparison| {
            [" ", &self.name(found.one(), found.other()), ": ", &self.verdict(found), "."].concat()
        };
        fitted(before, all.iter().map(one))
    }

    /// What else must be known to quote the figure; of the places that are compared.
    pub fn notes(&self, areas: &[&Area]) -> Vec<String> {
        let mut notes = vec![
            "The standard error of a difference comes from the published limits: each place’s is its interval’s width divided \
             by 3.92, and the two are added as squares."
                .to_owned(),
            "A difference between two places says nothing of why they differ.".to_owned(),
            "Healthy life expectancy rests on how people rate their own health.".to_owned(),
            "A period measure: what a child would have if the rates of those years held all its life. It is nobody’s \
             actual future."
                .to_owned(),
        ];
        if areas.iter().any(|area| area.kind != AreaKind::Local) {
            notes.push(
                "A place is part of its region and nation, but is tested against them as if it were not, which makes it a \
                 little harder to tell them apart."
                    .to_owned(),
            );
        }
        notes
    }

    /// A place that no pair can be made with, and why.
    pub fn missing(&self, area: &Area, estimate: Estimate) -> String {
        let why = match estimate {
            Estimate::Missing(why) => super::missing_reason(self.lang, why),
            Estimate::Known(_) => super::no_limits(self.lang),
        };
        format!("{} is not compared: {why}.", super::places::capital(&place(self.lang, area)))
    }

    /// `3 of 6 pairs`.
    pub fn coverage(&self, drawn: usize, of: usize) -> String {
        format!("{drawn} of {of} {}", if of == 1 { "pair" } else { "pairs" })
    }

    /// What the axis measures.
    pub fn axis(&self) -> String {
        format!("Difference in healthy life expectancy, years, {}, {}", whose(self.lang, self.measure.sex), self.when())
    }

    /// What stands left and right of the zero line.
    pub fn sides(&self) -> [String; 2] {
        ["First place lower", "First place higher"].map(str::to_owned)
    }

    /// A pair: `Blackpool against Wokingham`.
    pub fn name(&self, one: &Area, other: &Area) -> String {
        [&one.name, " against ", &other.name].concat()
    }

    /// The verdict, as every cell and label writes it.
    pub fn verdict(&self, found: &Comparison) -> String {
        verdict(self.lang, found.verdict()).to_owned()
    }

    /// The verdict with the difference and its interval: `clearly lower: −17.6 years (−23.2 to −12.0)`.
    pub fn says(&self, found: &Comparison) -> String {
        let Interval { lower, upper } = found.difference().interval;
        let gap = number(self.lang, found.difference().gap, 1);
        let range = if found.verdict() == Verdict::CantTell || lower < 0.0 {
            super::interval(self.lang, lower, upper, 1)
        } else {
            span(self.lang, lower, upper, 1)
        };
        format!("{}: {gap} years ({range})", self.verdict(found))
    }

    /// What the table holds.
    pub fn table_caption(&self) -> String {
        format!(
            "The first place against the second: healthy life expectancy at birth, {}, years, {}",
            whose(self.lang, self.measure.sex),
            self.when()
        )
    }

    /// The headings of the columns.
    pub fn headings(&self) -> [String; 7] {
        ["Pair", "First place", "Second place", "Difference", "Lower 95% limit", "Upper 95% limit", "Verdict"]
            .map(str::to_owned)
    }

    /// Years as they are shown.
    pub fn years(&self, years: f64) -> String {
        number(self.lang, years, 1)
    }

    /// In a cell that nothing can be said in.
    pub fn none(&self, why: NoFact) -> String {
        no_fact(self.lang, why)
    }

    fn when(&self) -> String {
        period(self.lang, self.measure.period)
    }
}

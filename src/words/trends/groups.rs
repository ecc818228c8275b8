//! Healthy life expectancy over time by how deprived neighbourhoods are. Values alone: without limits no change is told.

use super::super::gradient::{Ends, group_word, holds_health, index_name};
use super::super::{list, nation_name, number, outcome_name, whose};
use super::{at_most_300, first_that_fits, overlapping, period, period_measure, women_s};
use crate::model::{DeprivationIndex, Period, Sex};
use crate::view::{Lang, Outcome};

/// What the sentences turn on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroupsWords {
    /// The language.
    pub lang: Lang,
    /// Whose lives.
    pub sex: Sex,
    /// The index that sorts the neighbourhoods of its nation, in all periods the same.
    pub index: DeprivationIndex,
    /// How many groups: 10 in England, 5 in Wales.
    pub groups: usize,
    /// The first period and the values of its first and last group.
    pub first: (Period, Ends),
    /// The latest period and the same.
    pub latest: (Period, Ends),
}

/// Small numbers in words.
const COUNTS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

impl GroupsWords {
    /// The gap in both periods, at most 90 characters. No change is called one.
    pub fn title(&self) -> String {
        let (from, to) = (self.years(self.first.1.gap()), self.years(self.latest.1.gap()));
        let what = [women_s(self.lang, self.sex), " ", outcome_name(self.lang, Outcome::Healthy)].concat();
        let groups = [&self.of_nation(), " ", self.word(), "s"].concat();
        first_that_fits([
            format!("{what} across {groups}: from {from} to {to} years apart"),
            format!("{what} by {}: {from}, then {to} years apart", self.word()),
        ])
    }

    /// Measure, place, periods and unit.
    pub fn subtitle(&self) -> String {
        format!(
            "Healthy life expectancy at birth, {}, years, by {} of {} neighbourhoods on the {}, {} to {}",
            whose(self.lang, self.sex),
            self.word(),
            self.of_nation(),
            index_name(self.index),
            period(self.lang, self.first.0),
            period(self.lang, self.latest.0)
        )
    }

    /// What the values were at both ends, and how far apart.
    pub fn summary(&self) -> String {
        let [first, latest] = [self.first, self.latest].map(|(when, _)| period(self.lang, when));
        let (before, after) = (self.first.1, self.latest.1);
        let word = self.word();
        format!(
            "In {first}, healthy life expectancy of {} was {} years in the most deprived {word} of {} neighbourhoods and {} in \
             the least deprived; in {latest}, {} and {}. The gap between the most and least deprived {word}s went from {} to {} \
             years{}. The table gives no limits, so whether it changed can’t be said.",
            whose(self.lang, self.sex),
            self.years(before.most_deprived),
            self.of_nation(),
            self.years(before.least_deprived),
            self.years(after.most_deprived),
            self.years(after.least_deprived),
            self.years(before.gap()),
            self.years(after.gap()),
            self.relative()
        )
    }

    /// The gap as a share, which can go another way than the gap.
    fn relative(&self) -> String {
        let shares = self.first.1.relative().zip(self.latest.1.relative());
        let per_cent = |share| number(self.lang, share, 0);
        let said = |(from, to)| {
            format!(" ({}% to {}% of the most deprived {}’s value)", per_cent(from), per_cent(to), self.word())
        };
        shares.map(said).unwrap_or_default()
    }

    /// What stands beside the summary.
    pub fn cautions(&self) -> Vec<String> {
        let mut cautions = vec![format!(
            "That holds for each {} too: without limits, whether its healthy life expectancy changed can’t be said.",
            self.word()
        )];
        if self.index.edition.is_none() {
            cautions.push(
                "The table does not say which edition of the index sorts the neighbourhoods, nor whether it is one in all \
                 periods."
                    .to_owned(),
            );
        }
        cautions.push(overlapping());
        cautions.push(holds_health(self.index.nation).to_owned());
        cautions.push("Healthy life expectancy is official statistics in development.".to_owned());
        cautions
    }

    /// How to read the picture.
    pub fn reading(&self) -> String {
        format!(
            "Each line is one {} of {} neighbourhoods; {}. The scale does not begin at zero. Each dot is three years taken \
             together.",
            self.word(),
            self.of_nation(),
            ["grey lines are ", &self.between()].concat()
        )
    }

    /// The picture for those who cannot see it.
    pub fn alt(&self, title: &str) -> String {
        let (low, high) = (self.latest.1.most_deprived, self.latest.1.least_deprived);
        let base = format!(
            "Lines over time for {} {}s of {} neighbourhoods, from the most deprived below to the least deprived above. {title}.",
            self.groups,
            self.word(),
            self.of_nation()
        );
        let when = period(self.lang, self.latest.0);
        at_most_300(base, &format!(" In {when} {} and {} years.", self.years(low), self.years(high)))
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self) -> Vec<String> {
        let word = self.word();
        let edition = self.index.edition.map(|year| {
            format!(
                "Neighbourhoods are sorted by the index’s edition of {year} in all periods, those before it and after it too."
            )
        });
        let others = [
            format!(
                "The gap between the most and least deprived {word}s says nothing of the {word}s between them, nor of why they \
                 differ."
            ),
            format!(
                "The most deprived {word} of neighbourhoods is not the poorest {word} of people: not everyone in a deprived \
                 neighbourhood is deprived, and people move."
            ),
            "Healthy life expectancy rests on how people rate their own health. It is not how long people live."
                .to_owned(),
            "Each nation has its own index: its groups cannot be compared with another nation’s.".to_owned(),
            period_measure(),
        ];
        edition.into_iter().chain(others).collect()
    }

    /// Publisher and licence.
    pub fn source(&self) -> String {
        format!(
            "Healthy life expectancy by deprivation in {}: Office for National Statistics. Open Government Licence v3.0.",
            nation_name(self.lang, self.index.nation)
        )
    }

    /// “10 of 10 tenths”.
    pub fn coverage(&self) -> String {
        format!("{0} of {0} {1}s", self.groups, self.word())
    }

    /// What the upward axis measures.
    pub fn y_label(&self) -> String {
        format!("Healthy life expectancy at birth, {}, years", whose(self.lang, self.sex))
    }

    /// The name of the picture: `England’s tenths of neighbourhoods`.
    pub fn panel(&self) -> String {
        format!("{} {}s of neighbourhoods", self.of_nation(), self.word())
    }

    /// The name at the end of the first or the last group's line.
    pub fn line(&self, group: usize, years: &str) -> String {
        [self.end(group), " ", years].concat()
    }

    /// The name of all lines between: `the eight between`.
    pub fn between(&self) -> String {
        let count = COUNTS.get(self.groups.saturating_sub(2)).copied().unwrap_or("groups");
        format!("the {count} between")
    }

    /// What a reading says: its name, its figure, the gap, and every group of the period.
    pub fn says(&self, group: usize, when: Period, years: f64, ends: Ends, all: &[f64]) -> Vec<String> {
        let word = self.word();
        let all: Vec<String> = all.iter().map(|years| self.years(*years)).collect();
        vec![
            format!("{} {word}, {}", self.end(group), period(self.lang, when)),
            format!("{}: {} years", outcome_name(self.lang, Outcome::Healthy), self.years(years)),
            format!("Gap between the most and least deprived {word}s: {} years", self.years(ends.gap())),
            format!("All {word}s, the most deprived first: {}", list(self.lang, &all)),
        ]
    }

    /// The heading of a group's column.
    pub fn column(&self, group: usize) -> String {
        match group + 1 {
            1 => "1, most deprived".to_owned(),
            last if last == self.groups => format!("{last}, least deprived"),
            number => number.to_string(),
        }
    }

    /// The heading over the gap.
    pub fn gap_heading(&self) -> String {
        "Gap between the most and least deprived".to_owned()
    }

    /// What the table holds.
    pub fn caption(&self) -> String {
        self.subtitle()
    }

    /// Years as they are shown.
    pub fn years(&self, years: f64) -> String {
        number(self.lang, years, 1)
    }

    fn end(&self, group: usize) -> &'static str {
        if group == 0 { "Most deprived" } else { "Least deprived" }
    }

    fn word(&self) -> &'static str {
        group_word(self.groups)
    }

    fn of_nation(&self) -> String {
        [nation_name(self.lang, self.index.nation), "’s"].concat()
    }
}

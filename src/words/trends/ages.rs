//! Healthy life expectancy at birth and from 65 on.

use super::super::{about_the_fall, changed, in_place, number, outcome_name, outcome_title, verdict, whose};
use super::{at_most_300, first_that_fits, overlapping, period, period_measure, women_s};
use crate::facts::Change;
use crate::model::{Area, Period, Sex};
use crate::stats::Verdict;
use crate::view::{Lang, Outcome};

/// What the sentences turn on: the figures from 65 on in three periods. They have no limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgesWords<'a> {
    /// The language.
    pub lang: Lang,
    /// Whose lives.
    pub sex: Sex,
    /// A nation or the UK.
    pub area: &'a Area,
    /// In the first period.
    pub first: (Period, f64),
    /// In the last period before the fall.
    pub before: (Period, f64),
    /// In the latest period.
    pub latest: (Period, f64),
}

impl AgesWords<'_> {
    /// The finding, at most 90 characters: a verdict at birth, numbers alone at 65.
    pub fn title(&self, at_birth: Option<&Change>) -> String {
        let change = match at_birth.map(|change| change.difference.verdict) {
            None | Some(Verdict::CantTell) => "change at birth can’t be told".to_owned(),
            Some(told) => [verdict(self.lang, told), " at birth"].concat(),
        };
        let there = in_place(self.lang, self.area);
        let at_65 = format!("; at 65, {} to {}", self.years(self.first), self.years(self.latest));
        first_that_fits([
            format!(
                "{} {} {there}: {change}{at_65}",
                women_s(self.lang, self.sex),
                outcome_name(self.lang, Outcome::Healthy)
            ),
            format!("{} {there}: {change}{at_65}", outcome_title(self.lang, Outcome::Healthy)),
            format!("{} {there}: {change}", outcome_title(self.lang, Outcome::Healthy)),
        ])
    }

    /// Measure, place, periods and unit.
    pub fn subtitle(&self) -> String {
        format!(
            "Healthy life expectancy at birth and at 65, {}, years, {}, {} to {}",
            whose(self.lang, self.sex),
            in_place(self.lang, self.area),
            self.when(self.first),
            self.when(self.latest)
        )
    }

    /// Birth with its tests, 65 in numbers, and how the two go together.
    pub fn summary(&self, at_birth: Option<&Change>, since: Option<&Change>) -> String {
        let alone = |change: &Change| {
            let own = usize::from(change.nation.is_some());
            changed(self.lang, change).into_iter().nth(own).map(String::from)
        };
        let mut said: Vec<String> = [at_birth, since].into_iter().flatten().filter_map(alone).collect();
        said.push(format!(
            "Someone who has reached 65 could expect {} more years in good health in {}, {} in {} and {} in {}. The table \
             by age gives no limits, so whether that changed can’t be said.",
            self.years(self.first),
            self.when(self.first),
            self.years(self.before),
            self.when(self.before),
            self.years(self.latest),
            self.when(self.latest),
        ));
        let fell = at_birth.is_some_and(|change| change.difference.verdict.is_lower());
        if fell && self.latest.1 >= self.first.1 {
            said.push(format!(
                "As far as figures without limits can say, what was lost at birth since {} was lost before 65, in childhood \
                 and working age.",
                self.when(self.first)
            ));
        }
        said.join(" ")
    }

    /// What the shading is.
    pub fn drawn(&self) -> &'static str {
        "Shading: 95% confidence limits."
    }

    /// What stands beside the summary.
    pub fn cautions(&self) -> Vec<String> {
        vec![
            about_the_fall(self.lang).to_owned(),
            overlapping(),
            "Given for nations and the UK only.".to_owned(),
            "Healthy life expectancy is official statistics in development.".to_owned(),
        ]
    }

    /// How to read the picture.
    pub fn reading(&self) -> String {
        "Each picture has its own scale, which does not begin at zero; a year is as high in the one as in the other, so \
         that slopes can be compared. At birth, the shading is the 95% confidence interval; at 65 none is published."
            .to_owned()
    }

    /// The picture for those who cannot see it.
    pub fn alt(&self, title: &str) -> String {
        let base = format!("Two lines over time, {}: at birth and at 65. {title}.", in_place(self.lang, self.area));
        at_most_300(base, &format!(" {} to {}.", self.when(self.first), self.when(self.latest)))
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self) -> Vec<String> {
        vec![
            "At 65 it is the years in good health that remain to those who have reached that age; it is not the part of \
             healthy life expectancy at birth that lies after 65."
                .to_owned(),
            "The table by age has bands from birth to 90 and over, women and men, for the four nations and the UK, in \
             every period from 2011–13 on."
                .to_owned(),
            period_measure(),
        ]
    }

    /// Publisher and licence of the table by age.
    pub fn source(&self) -> String {
        "Healthy life expectancy by age, UK and nations: Office for National Statistics. Open Government Licence v3.0."
            .to_owned()
    }

    /// “2 of 20 bands of age”.
    pub fn coverage(&self) -> String {
        "2 of 20 ages; UK and nations only".to_owned()
    }

    /// The names of the two pictures.
    pub fn panels(&self) -> [String; 2] {
        ["At birth", "At 65"].map(str::to_owned)
    }

    /// What the upward axis measures.
    pub fn y_label(&self) -> String {
        format!("Healthy life expectancy, {}, years that remain", whose(self.lang, self.sex))
    }

    /// What a reading measures.
    pub fn measure(&self) -> String {
        format!("{}, {}", outcome_title(self.lang, Outcome::Healthy), whose(self.lang, self.sex))
    }

    /// The heading of a column.
    pub fn column(&self, panel: &str) -> String {
        format!("{panel}, years in good health")
    }

    /// What the table holds.
    pub fn caption(&self) -> String {
        self.subtitle()
    }

    fn years(&self, (_, years): (Period, f64)) -> String {
        number(self.lang, years, 1)
    }

    fn when(&self, (when, _): (Period, f64)) -> String {
        period(self.lang, when)
    }
}

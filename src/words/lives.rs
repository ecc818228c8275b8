//! What is said of whole lives: years in good health, years not in good health, and both together.

use super::relations::LONGEST_TITLE;
use super::{in_place, list, missing_reason, number, period, span, whose, whose_title};
use crate::model::{Area, Limits, Missing, Period, Sex};
use crate::view::Lang;

/// What the sentences about lives turn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LivesWords {
    /// The language.
    pub lang: Lang,
    /// Whose lives.
    pub sex: Sex,
    /// When.
    pub period: Period,
}

/// A place with both life expectancies, in years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OfLife<'a> {
    /// The place.
    pub area: &'a Area,
    /// Healthy life expectancy.
    pub healthy: f64,
    /// Its 95% limits.
    pub healthy_limits: Option<Limits>,
    /// Total life expectancy.
    pub total: f64,
    /// Its 95% limits.
    pub total_limits: Option<Limits>,
}

impl OfLife<'_> {
    /// Years not in good health.
    pub fn unhealthy(&self) -> f64 {
        self.total - self.healthy
    }

    /// Healthy as a share of total life expectancy, in per cent; none where that is not above 0.
    pub fn share(&self) -> Option<f64> {
        (self.total > 0.0).then(|| self.healthy / self.total * 100.0)
    }
}

impl LivesWords {
    /// The finding, at most 90 characters: each place's years where that fits, else from where to where they reach.
    pub fn title(&self, all: &[OfLife]) -> String {
        let whose = whose_title(self.lang, self.sex);
        let one = |at: usize, life: &OfLife| {
            let (healthy, total) = (self.years(life.healthy), self.years(life.total));
            let unit = if at == 0 { " years in good health" } else { "" };
            format!("{healthy} of {total}{unit} {}", in_place(self.lang, life.area))
        };
        let each: Vec<String> = all.iter().enumerate().map(|(at, life)| one(at, life)).collect();
        let title = [whose, ": ", &each.join(", ")].concat();
        if all.is_empty() {
            return "No figures for these places".to_owned();
        }
        if title.chars().count() <= LONGEST_TITLE {
            return title;
        }
        let (healthy, total) = (self.reach(all, |life| life.healthy), self.reach(all, |life| life.total));
        let places = if all.len() == 1 { String::new() } else { format!(" in these {} places", all.len()) };
        format!("{whose}{places}: {healthy} years in good health, of {total} in all")
    }

    /// From the least to the greatest.
    fn reach(&self, all: &[OfLife], of: fn(&OfLife) -> f64) -> String {
        let (least, most) =
            all.iter().map(of).fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), years| (a.min(years), b.max(years)));
        if all.len() == 1 { self.years(least) } else { [&self.years(least), " to ", &self.years(most)].concat() }
    }

    /// Measure, period and unit.
    pub fn subtitle(&self) -> String {
        format!("Healthy and total life expectancy at birth, {}, years, {}", whose(self.lang, self.sex), self.when())
    }

    /// What the picture shows.
    pub fn summary(&self, all: &[OfLife]) -> String {
        let one = |life: &OfLife| {
            let (healthy, total) = (self.years(life.healthy), self.years(life.total));
            format!("{healthy} of {total} years{} {}", self.share_aside(life), in_place(self.lang, life.area))
        };
        let each: Vec<String> = all.iter().map(one).collect();
        if each.is_empty() {
            return "None of these places has both figures, so there is nothing to draw.".to_owned();
        }
        format!(
            "At the rates of {}, {} would have in good health: {}.",
            self.when(),
            whose(self.lang, self.sex),
            list(self.lang, &each)
        )
    }

    fn share_aside(&self, life: &OfLife) -> String {
        life.share().map(|share| [" (", &self.per_cent(share), ")"].concat()).unwrap_or_default()
    }

    /// What stands beside the summary.
    pub fn cautions(&self) -> Vec<String> {
        [
            "Years added up, not a timeline: years not in good health can come at any age.",
            "The shares have no confidence intervals, so whether they differ can’t be said.",
            "Healthy life expectancy is official statistics in development: local estimates are modelled, because survey \
             samples have shrunk.",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    /// What the brackets are.
    pub fn drawn(&self) -> &'static str {
        "Brackets: 95% confidence limits."
    }

    /// How to read the picture.
    pub fn reading(&self) -> String {
        "Each bar is one place. The dark part is healthy life expectancy, the pale part years not in good health; both \
         together are total life expectancy. The brackets under a bar are 95% confidence limits of healthy and of total \
         life expectancy."
            .to_owned()
    }

    /// The picture for those who cannot see it, at most 300 characters.
    pub fn alt(&self, all: &[OfLife]) -> String {
        let before = format!("Bars of years of life, {}, {}.", whose(self.lang, self.sex), self.when());
        let one = |life: &OfLife| {
            let (healthy, unhealthy) = (self.years(life.healthy), self.years(life.unhealthy()));
            format!(" {}: {healthy} in good health, {unhealthy} not.", life.area.name)
        };
        fitted(before, all.iter().map(one))
    }

    /// What else must be known to quote the figure; the latest period of healthy life expectancy, where it is another.
    pub fn notes(&self, latest: Option<Period>) -> Vec<String> {
        let mut notes = vec![
            "A period measure: what a child would have if the rates of those years held all its life. It is nobody’s \
             actual future."
                .to_owned(),
            "Healthy life expectancy rests on how people rate their own health.".to_owned(),
        ];
        if let Some(latest) = latest.filter(|latest| *latest != self.period) {
            notes.push(format!(
                "{} is the latest period with healthy and total life expectancy. Healthy life expectancy alone is published \
                 up to {}.",
                self.when(),
                period(self.lang, latest)
            ));
        }
        notes.push(
            "Women of a place are not tested against its men: the local estimates of both share one local effect."
                .to_owned(),
        );
        notes
    }

    /// A place that has no bar, and why.
    pub fn missing(&self, area: &Area, why: Missing) -> String {
        format!("No bar for {}: {}.", super::place(self.lang, area), missing_reason(self.lang, why))
    }

    /// `2 of 3 places`.
    pub fn coverage(&self, drawn: usize, of: usize) -> String {
        format!("{drawn} of {of} places")
    }

    /// What the axis measures, and what it is not.
    pub fn axis(&self) -> String {
        format!("Years at birth, {}, {}: added up, not a timeline", whose(self.lang, self.sex), self.when())
    }

    /// What stands beside a bar's name.
    pub fn beside(&self, life: &OfLife) -> String {
        let share = life.share().map(|share| format!(", {} in good health", self.per_cent(share)));
        [&self.years(life.total), " years in all", &share.unwrap_or_default()].concat()
    }

    /// What stands in a bar's first part: the longest first.
    pub fn in_health(&self, life: &OfLife) -> [String; 3] {
        let years = self.years(life.healthy);
        [[&years, " years in good health"].concat(), [&years, " in good health"].concat(), years]
    }

    /// What stands in a bar's second part: the longest first.
    pub fn not_in_health(&self, life: &OfLife) -> [String; 3] {
        let years = self.years(life.unhealthy());
        [[&years, " not in good health"].concat(), [&years, " not"].concat(), years]
    }

    /// What pointing at the end of a bar's first part says.
    pub fn says_healthy(&self, life: &OfLife) -> Vec<String> {
        let mut says = vec![
            [&life.area.name, ": in good health"].concat(),
            self.with_limits(life.healthy, life.healthy_limits, "years in good health"),
        ];
        says.extend(life.share().map(|share| [&self.per_cent(share), " of all years"].concat()));
        says
    }

    /// What pointing at the end of a bar says.
    pub fn says_total(&self, life: &OfLife) -> Vec<String> {
        vec![
            [&life.area.name, ": in all"].concat(),
            self.with_limits(life.total, life.total_limits, "years in all"),
            [&self.years(life.unhealthy()), " years not in good health"].concat(),
        ]
    }

    fn with_limits(&self, years: f64, limits: Option<Limits>, unit: &str) -> String {
        let limits = limits.map(|limits| format!(" ({})", span(self.lang, limits.lower, limits.upper, 1)));
        [&self.years(years), " ", unit, &limits.unwrap_or_default()].concat()
    }

    /// What the table holds.
    pub fn table_caption(&self) -> String {
        format!(
            "Healthy and total life expectancy at birth, years, {}, {}, with 95% confidence limits",
            whose(self.lang, self.sex),
            self.when()
        )
    }

    /// The headings of the columns after that of the place.
    pub fn headings(&self) -> [String; 8] {
        [
            "Healthy life expectancy",
            "its lower limit",
            "its upper limit",
            "Years not in good health",
            "Total life expectancy",
            "its lower limit",
            "its upper limit",
            "Share in good health",
        ]
        .map(str::to_owned)
    }

    /// Years as they are shown.
    pub fn years(&self, years: f64) -> String {
        number(self.lang, years, 1)
    }

    /// A share as it is shown.
    pub fn per_cent(&self, share: f64) -> String {
        [&number(self.lang, share, 0), "%"].concat()
    }

    /// In a cell that has no share.
    pub fn none(&self) -> &'static str {
        missing_reason(self.lang, Missing::NotPublished)
    }

    fn when(&self) -> String {
        period(self.lang, self.period)
    }
}

/// A text with as many of the parts as a description may hold.
pub(super) fn fitted(mut text: String, parts: impl Iterator<Item = String>) -> String {
    const LONGEST: usize = 300;
    const REST: &str = " More in the table.";
    for part in parts {
        if text.chars().count() + part.chars().count() + REST.len() > LONGEST {
            text.push_str(REST);
            break;
        }
        text.push_str(&part);
    }
    text
}

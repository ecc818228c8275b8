//! Total life expectancy over time, as far as it is published.

use super::super::{
    LONGEST_TITLE, in_place, list, number, outcome_name, outcome_title, place, value_with_limits, whose,
};
use super::{at_most_300, label, overlapping, period, period_measure, women_s};
use crate::model::{Area, Known, Period, Sex};
use crate::view::{Lang, Outcome};

/// What the sentences turn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LifeWords {
    /// The language.
    pub lang: Lang,
    /// Whose lives.
    pub sex: Sex,
    /// The period that has limits.
    pub with_limits: Option<Period>,
}

/// The figures of a series with their periods.
type Figures = Vec<(Period, Known)>;

impl LifeWords {
    /// What there is of the first place that has anything: over time, else in the one period. No change is called one.
    pub fn title(&self, first: Option<(&Area, Figures, Figures)>) -> String {
        let what = [women_s(self.lang, self.sex), " ", outcome_name(self.lang, Outcome::Life)].concat();
        let Some((area, over_time, with_limits)) = first else { return [&what, " is not published here"].concat() };
        let found = match (over_time.as_slice(), with_limits.as_slice()) {
            ([(_, first), .., (_, last)], _) => {
                format!(" went from {} to {} years", self.years(*first), self.years(*last))
            }
            (_, [.., (when, known)]) => format!(" was {} years in {}", self.years(*known), period(self.lang, *when)),
            _ => return [&what, " is not published here"].concat(),
        };
        let full = [&what, " ", &in_place(self.lang, area), &found].concat();
        if full.chars().count() <= LONGEST_TITLE { full } else { [what, found].concat() }
    }

    /// Measure, places, periods and unit.
    pub fn subtitle(&self, places: &[&Area], first: Option<Period>, last: Option<Period>) -> String {
        let names: Vec<String> = places.iter().map(|area| place(self.lang, area)).collect();
        let when = match (first, last) {
            (Some(first), Some(last)) if first != last => {
                format!(", {} to {}", period(self.lang, first), period(self.lang, last))
            }
            (Some(only), _) => [", ", &period(self.lang, only)].concat(),
            _ => String::new(),
        };
        let names = list(self.lang, &names);
        format!("Total life expectancy at birth, {}, years{when}: {names}", whose(self.lang, self.sex))
    }

    /// What there is of each place.
    pub fn summary(&self, in_short: &[String]) -> String {
        format!(
            "Total life expectancy counts all years of life, in good health or not. {}",
            if in_short.is_empty() { "There is none here.".to_owned() } else { in_short.join(". ") + "." }
        )
    }

    /// One place: `England 83.1 to 83.5 years, 2015–17 to 2023–25; in 2021–23 83.1 years (83.0–83.1)`.
    pub fn in_short(
        &self,
        area: &Area,
        over_time: &[(Period, Known)],
        with_limits: &[(Period, Known)],
    ) -> Option<String> {
        let mut said = Vec::new();
        if let [(from, first), .., (to, last)] = over_time {
            let (from, to) = (period(self.lang, *from), period(self.lang, *to));
            said.push(format!("{} to {} years, {from} to {to}", self.years(*first), self.years(*last)));
        }
        if let Some((when, known)) = with_limits.last() {
            let value = value_with_limits(self.lang, known.value, known.limits);
            said.push(format!("in {} {value}", period(self.lang, *when)));
        }
        (!said.is_empty()).then(|| [label(area), ": ", &said.join("; ")].concat())
    }

    /// What stands beside the summary.
    pub fn cautions(&self, has_series: bool) -> Vec<String> {
        if !has_series {
            return vec!["One period alone says nothing of a change.".to_owned()];
        }
        vec![
            "The table over time gives no limits, so whether total life expectancy changed can’t be said.".to_owned(),
            format!("The figure of {} with limits is another publisher’s, and is not part of the line.", self.when()),
            "Periods that include 2020 or 2021 hold deaths of the COVID-19 pandemic.".to_owned(),
            overlapping(),
        ]
    }

    /// How to read the picture, of the marks that are there.
    pub fn reading(&self, has_series: bool, has_point: bool) -> String {
        let mut said = vec!["All pictures are on one scale, which does not begin at zero.".to_owned()];
        if has_series {
            said.push("The line is the table over time, without limits; a grey line is England’s.".to_owned());
        }
        if has_point {
            said.push(format!(
                "The diamond is {}, its upright bar the 95% confidence interval where that is wide enough to be seen.",
                self.when()
            ));
        }
        said.join(" ")
    }

    /// The picture for those who cannot see it.
    pub fn alt(&self, title: &str, in_short: &[String]) -> String {
        let base = format!("Total life expectancy of {} by place. {title}.", whose(self.lang, self.sex));
        let more = if in_short.is_empty() { String::new() } else { format!(" {}.", in_short.join(". ")) };
        at_most_300(base, &more)
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self) -> Vec<String> {
        vec![
            format!(
                "Over time: the Office for Health Improvement and Disparities, for England and its areas without districts. \
                 With limits: the Office for National Statistics, {}, everywhere. The two may differ by rounding and by how \
                 populations were counted, so they are never joined.",
                self.when()
            ),
            period_measure(),
        ]
    }

    /// “Over time 1 of 4 places, with limits 4 of 4”.
    pub fn coverage(&self, over_time: usize, with_limits: usize, of: usize) -> String {
        format!("over time {over_time} of {of} places; with limits, in one period, {with_limits} of {of}")
    }

    /// The places whose total life expectancy is given for one period only.
    pub fn not_over_time(&self, places: &[String]) -> Option<String> {
        (!places.is_empty()).then(|| {
            format!(
                "Over time there is no figure for {}: the table covers England and its areas without districts.",
                list(self.lang, places)
            )
        })
    }

    /// What the upward axis measures.
    pub fn y_label(&self) -> String {
        format!("Total life expectancy at birth, {}, years", whose(self.lang, self.sex))
    }

    /// What a reading measures.
    pub fn measure(&self) -> String {
        format!("{}, {}", outcome_title(self.lang, Outcome::Life), whose(self.lang, self.sex))
    }

    /// The name of a place's figure with limits.
    pub fn with_limits(&self, area: &Area) -> String {
        [&area.name, ", with limits"].concat()
    }

    /// England's figure beside that of a place.
    pub fn england(&self, years: f64) -> String {
        format!("England: {} years", number(self.lang, years, 1))
    }

    /// The name of the picture of places that have a figure in one period only.
    pub fn one_period(&self) -> String {
        [&self.when(), " alone, with limits"].concat()
    }

    /// The heading over the two tables.
    pub fn series_heading(&self) -> String {
        "Published".to_owned()
    }

    /// Which of the two tables.
    pub fn series(&self, has_limits: bool) -> String {
        if has_limits { self.one_period() } else { "Over time, without limits".to_owned() }
    }

    /// What the table holds.
    pub fn caption(&self) -> String {
        format!("Total life expectancy at birth, {}, years", whose(self.lang, self.sex))
    }

    fn when(&self) -> String {
        self.with_limits.map(|when| period(self.lang, when)).unwrap_or_default()
    }

    fn years(&self, known: Known) -> String {
        number(self.lang, known.value, 1)
    }
}

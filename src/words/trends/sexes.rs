//! Women and men of a nation over time.

use super::super::{about_the_fall, in_place, limit_heading, outcome_title, verdict, whose, whose_title};
use super::{at_most_300, first_that_fits, overlapping, period, period_measure, sized};
use crate::model::{Area, Period, Sex};
use crate::stats::{Difference, Verdict};
use crate::view::{Lang, Outcome};

/// What the sentences turn on: women less men, each with its verdict. They come from `facts::BetweenSexes`, which has none
/// for a local area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SexesWords<'a> {
    /// The language.
    pub lang: Lang,
    /// A nation or the UK.
    pub area: &'a Area,
    /// The first and the latest period of healthy, and that of total life expectancy.
    pub periods: [Period; 3],
    /// Healthy life expectancy in the first period.
    pub before: Option<Difference>,
    /// Healthy life expectancy in the latest period.
    pub after: Option<Difference>,
    /// By how much the lead changed from the one to the other.
    pub change: Option<Difference>,
    /// Total life expectancy.
    pub total: Option<Difference>,
}

impl SexesWords<'_> {
    /// The finding, at most 90 characters.
    pub fn title(&self) -> String {
        let of = |found: Option<Difference>| found.map(|found| found.verdict);
        let live_longer =
            if self.total.is_some_and(|total| total.verdict.is_higher()) { ", yet women live longer" } else { "" };
        let lost = self.before.is_some_and(|before| before.verdict.is_higher())
            && self.change.is_some_and(|change| change.verdict.is_lower());
        let healthy = match of(self.after) {
            Some(Verdict::CantTell) if lost => "Women’s lead in healthy life expectancy has all but gone",
            Some(Verdict::CantTell) => "Women’s and men’s healthy life expectancy can’t be told apart",
            Some(verdict) if verdict.is_higher() && lost && is_clear(self.change) => {
                "Women’s lead in healthy life expectancy is clearly smaller"
            }
            Some(verdict) if verdict.is_higher() && lost => {
                "Women’s lead in healthy life expectancy is probably smaller"
            }
            Some(verdict) if verdict.is_higher() => "Women have the higher healthy life expectancy",
            Some(_) => "Men have the higher healthy life expectancy",
            None => "Healthy life expectancy of women and men",
        };
        let healthy = [healthy, " ", &in_place(self.lang, self.area)].concat();
        first_that_fits([[&healthy, live_longer].concat(), healthy])
    }

    /// Measure, place, periods and unit.
    pub fn subtitle(&self) -> String {
        format!(
            "Healthy life expectancy at birth, {} to {}, and total life expectancy at birth, {}, women and men, years, {}",
            self.when(0),
            self.when(1),
            self.when(2),
            in_place(self.lang, self.area)
        )
    }

    /// Both leads in healthy, their change, and the one in total life expectancy, each with its verdict.
    pub fn summary(&self) -> String {
        let there = in_place(self.lang, self.area);
        let mut said = Vec::new();
        said.extend(self.before.map(|found| self.told("healthy", 0, &found)));
        said.extend(self.after.map(|found| self.told("healthy", 1, &found)));
        said.extend(self.change.map(|found| {
            let size = sized(self.lang, &found);
            match found.verdict {
                Verdict::CantTell => format!(
                    "Whether that difference changed {there} between {} and {} can’t be told.",
                    self.when(0),
                    self.when(1)
                ),
                told => format!(
                    "Between {} and {}, women’s lead in healthy life expectancy {there} became {} {}, by {size}.",
                    self.when(0),
                    self.when(1),
                    if is_clear(self.change) { "clearly" } else { "probably" },
                    if told.is_lower() { "smaller" } else { "larger" }
                ),
            }
        }));
        said.extend(self.total.map(|found| self.told("total", 2, &found)));
        said.join(" ")
    }

    fn told(&self, which: &str, when: usize, found: &Difference) -> String {
        let (when, there, size) = (self.when(when), in_place(self.lang, self.area), sized(self.lang, found));
        match found.verdict {
            Verdict::CantTell => format!(
                "In {when}, {which} life expectancy of women and men {there} can’t be told apart: the difference is \
                 estimated at {size}."
            ),
            told => format!(
                "In {when}, {which} life expectancy {there} was {} for women than for men, by {size}.",
                verdict(self.lang, told)
            ),
        }
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
            "Women and men are compared for nations and the UK only: local estimates come from a model with one local \
             effect for both, so there they are not two findings."
                .to_owned(),
            "Healthy life expectancy is official statistics in development.".to_owned(),
        ]
    }

    /// How to read the picture.
    pub fn reading(&self) -> String {
        "Discs are women, squares are men; the shading is the 95% confidence interval. Each picture has its own scale, \
         which does not begin at zero; a year is as high in the one as in the other."
            .to_owned()
    }

    /// The picture for those who cannot see it.
    pub fn alt(&self, title: &str) -> String {
        let there = in_place(self.lang, self.area);
        let base = format!(
            "Lines of healthy life expectancy of women and men {there}, and dots of total life expectancy. {title}."
        );
        at_most_300(base, &format!(" {} to {}.", self.when(0), self.when(1)))
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self) -> Vec<String> {
        vec![
            "Total less healthy life expectancy is years not in good health. They are years added up, not a timeline."
                .to_owned(),
            "Healthy life expectancy rests on how people rate their own health.".to_owned(),
            period_measure(),
        ]
    }

    /// That total life expectancy is there for one period only.
    pub fn no_total_over_time(&self) -> String {
        format!("Total life expectancy with limits is there for {} only.", self.when(2))
    }

    /// “Women and men of 1 of 5 nations”.
    pub fn coverage(&self) -> String {
        "UK and nations only".to_owned()
    }

    /// The names of the two pictures.
    pub fn panels(&self) -> [String; 2] {
        [Outcome::Healthy, Outcome::Life].map(|outcome| outcome_title(self.lang, outcome).to_owned())
    }

    /// What stands at the end of a line.
    pub fn line(&self, sex: Sex, value: &str) -> String {
        [whose_title(self.lang, sex), " ", value].concat()
    }

    /// What the upward axis measures.
    pub fn y_label(&self) -> String {
        "Healthy and total life expectancy at birth, years".to_owned()
    }

    /// What dots are called: `Women, healthy`.
    pub fn reading_name(&self, sex: Sex, outcome: Outcome) -> String {
        let which = if outcome == Outcome::Life { "total" } else { "healthy" };
        [whose_title(self.lang, sex), ", ", which].concat()
    }

    /// What a reading measures.
    pub fn reading_measure(&self, outcome: Outcome) -> String {
        outcome_title(self.lang, outcome).to_owned()
    }

    /// The heading over the two measures.
    pub fn series_heading(&self) -> String {
        "Measure".to_owned()
    }

    /// The heading over the years of a sex.
    pub fn column(&self, sex: Sex) -> String {
        [whose_title(self.lang, sex), ", years"].concat()
    }

    /// The heading over a limit of a sex.
    pub fn limit_column(&self, sex: Sex, upper: bool) -> String {
        [limit_heading(self.lang, upper), ", ", whose(self.lang, sex)].concat()
    }

    /// What the table holds.
    pub fn caption(&self) -> String {
        self.subtitle()
    }

    fn when(&self, at: usize) -> String {
        self.periods.get(at).map(|when| period(self.lang, *when)).unwrap_or_default()
    }
}

fn is_clear(found: Option<Difference>) -> bool {
    found.is_some_and(|found| matches!(found.verdict, Verdict::ClearlyHigher | Verdict::ClearlyLower))
}

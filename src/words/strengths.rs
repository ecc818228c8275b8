//! How strongly each circumstance goes together with healthy life expectancy, and which way.

use super::measures::{dated, in_sentence};
use super::relations::{Link, Strength};
use super::{list, number, period, place, whose};
use crate::facts::LeftOut;
use crate::model::{Area, Direction, Indicator, Period, Sector, Sex};
use crate::stats::Interval;
use crate::view::Lang;

/// Which way a circumstance goes together with healthy life expectancy, seen from how the circumstance is usually read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Where it is better, healthy lives tend to be longer.
    Along,
    /// Where it is better, healthy lives tend to be shorter.
    Against,
    /// There is a link; the circumstance is usually read as neither good nor bad.
    Neither,
    /// No clear link.
    Nowhere,
}

impl Way {
    /// The way of a link.
    pub fn of(link: Link, direction: Direction) -> Way {
        match (link, direction) {
            (Link::Together | Link::Apart, Direction::Neutral) => Way::Neither,
            (Link::Together, Direction::HigherIsBetter) | (Link::Apart, Direction::HigherIsWorse) => Way::Along,
            (Link::Together, Direction::HigherIsWorse) | (Link::Apart, Direction::HigherIsBetter) => Way::Against,
            _ => Way::Nowhere,
        }
    }
}

/// One circumstance among those that are held against each other.
#[derive(Debug, Clone, Copy)]
pub struct OfCircumstance<'a> {
    /// The circumstance.
    pub x: &'a Indicator,
    /// Its period.
    pub when: Period,
    /// Its correlation.
    pub strength: Strength,
    /// What that allows to be said.
    pub link: Link,
}

impl OfCircumstance<'_> {
    /// Which way it goes.
    pub fn way(&self) -> Way {
        Way::of(self.link, self.x.direction)
    }
}

/// What sentences about all circumstances together are made of.
#[derive(Debug, Clone, Copy)]
pub struct StrengthWords {
    /// The language.
    pub lang: Lang,
    /// Whose lives.
    pub sex: Sex,
    /// The period of healthy life expectancy.
    pub when: Period,
    /// How many areas the correlations are over.
    pub n: usize,
    /// How many of England's local areas have healthy life expectancy.
    pub measured: usize,
    /// Share of the spread that is survey noise, 0 to 1.
    pub noise: f64,
}

impl StrengthWords {
    /// The finding, at most 90 characters.
    pub fn title(&self, all: &[OfCircumstance]) -> String {
        let (along, against) = (count(all, Way::Along), count(all, Way::Against));
        let of = all.iter().filter(|one| is_circumstance(one)).count();
        let other = if against == 0 { "none".to_owned() } else { against.to_string() };
        format!(
            "Better circumstances go with longer healthy lives for {along} of {of} in England; {other} the other way"
        )
    }

    /// Measure, place, period and unit.
    pub fn subtitle(&self) -> String {
        format!(
            "Pearson’s r of each circumstance with healthy life expectancy at birth, {}, {}, over the same {} local areas of \
             England; latest period of each circumstance",
            whose(self.lang, self.sex),
            period(self.lang, self.when),
            self.n
        )
    }

    /// What the picture shows.
    pub fn summary(&self, all: &[OfCircumstance]) -> String {
        let of = all.iter().filter(|one| is_circumstance(one)).count();
        let behaviours = all.len() - of;
        let names = |way| {
            let these = all.iter().filter(|one| is_circumstance(one) && one.way() == way);
            let names: Vec<String> = these.map(|one| in_sentence(&one.x.name)).collect();
            list(self.lang, &names)
        };
        let mut said = vec![format!(
            "Of {of} circumstances, {} go the way one might expect: where they are better, healthy lives of {} tend to be \
             longer.",
            count(all, Way::Along),
            whose(self.lang, self.sex),
        )];
        if count(all, Way::Against) > 0 {
            said.push(format!("The other way go: {}.", names(Way::Against)));
        }
        let turn = match all.iter().filter(|one| is_circumstance(one) && one.link == Link::Londons).count() {
            0 => String::new(),
            turn => format!(", {turn} of them because it turns on London"),
        };
        said.push(format!("{} show no clear link{turn}: {}.", count(all, Way::Nowhere), names(Way::Nowhere)));
        if count(all, Way::Neither) > 0 {
            said.push(format!("Linked, but usually read as neither good nor bad: {}.", names(Way::Neither)));
        }
        if behaviours > 0 {
            said.push(format!("{behaviours} behaviours and illnesses stand apart, at the end."));
        }
        said.join(" ")
    }

    /// What stands beside the summary.
    pub fn cautions(&self, all: &[OfCircumstance]) -> Vec<String> {
        let mut said = vec![
            "About places, not people, and no proof of a cause.".to_owned(),
            "Neighbouring areas are alike, so the intervals are too narrow.".to_owned(),
        ];
        let percent = (self.noise * 20.0 + 0.5).floor() * 5.0;
        if percent > 0.0 {
            let percent = number(self.lang, percent, 0);
            said.push(format!(
                "About {percent}% of the spread between areas is survey noise, which pulls every r towards zero."
            ));
        }
        let later = all.iter().filter(|one| one.when.last > self.when.last).count();
        if later > 0 {
            said.push(format!("{later} of them are measured later than the lives ({}).", period(self.lang, self.when)));
        }
        said.push(
            "Healthy life expectancy is official statistics in development: local estimates are modelled, because survey \
             samples have shrunk."
                .to_owned(),
        );
        said
    }

    /// What the order of rows is not.
    pub fn no_order_of_importance(&self) -> String {
        "The order is no order of importance: circumstances go together with each other, and many intervals overlap."
            .to_owned()
    }

    /// How to read the picture.
    pub fn reading(&self) -> String {
        "Each row is a circumstance. Its mark is r, from −1 to 1, with the 95% interval as a line: right of zero, places with \
         more of it tend to have longer healthy lives; left of zero, shorter ones. Discs are circumstances that go the way one \
         might expect, diamonds those that go the other way, squares those usually read as neither good nor bad; grey discs show no clear \
         link. A small triangle is r without London’s boroughs, where that differs by more than 0.1."
            .to_owned()
    }

    /// The picture in at most 300 characters.
    pub fn alt(&self, all: &[OfCircumstance]) -> String {
        format!(
            "Rows of {} circumstances by sector, each with r and its 95% interval between −1 and 1. {}. {} show no clear link.",
            all.len(),
            self.title(all),
            count(all, Way::Nowhere)
        )
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self, all: &[OfCircumstance]) -> Vec<String> {
        let named = |is: fn(&Indicator) -> bool| {
            let these = all.iter().filter(|one| is(one.x));
            let names: Vec<String> = these.map(|one| in_sentence(&one.x.name)).collect();
            list(self.lang, &names)
        };
        vec![
            format!(
                "Shown is every official circumstance that at least 95% of England’s {} local areas with healthy life \
                 expectancy have. All are held against the same {} areas, those that have every one of them.",
                self.measured, self.n
            ),
            "“No clear link” is said as in Explore: r under 0.2 either way, or an interval that holds zero, or an answer that \
             turns on London."
                .to_owned(),
            format!(
                "Of {} intervals of 95%, about {} would miss by chance alone.",
                all.len(),
                number(self.lang, all.len() as f64 / 20.0, 0)
            ),
            format!(
                "Some count ill health or early death, wholly or in part, so some of their link is there by construction: {}.",
                named(|x| x.contains_health)
            ),
            format!(
                "Some come from the survey that healthy life expectancy comes from: errors may be shared, exaggerating the \
                 link: {}.",
                named(|x| x.same_survey)
            ),
            "London is unlike the rest in housing costs and in the ages of its people.".to_owned(),
            "Behaviours: these figures cannot separate circumstances from behaviour.".to_owned(),
            "Healthy life expectancy rests on how people rate their own health.".to_owned(),
        ]
    }

    /// “138 of 151 areas”.
    pub fn coverage(&self) -> String {
        format!("{} of {} areas", self.n, self.measured)
    }

    /// Which areas the correlations do without.
    pub fn missing_areas(&self, areas: &[&Area]) -> Option<String> {
        let names: Vec<String> = areas.iter().map(|area| place(self.lang, area)).collect();
        (!names.is_empty()).then(|| {
            format!(
                "Areas of England not in these correlations, because a circumstance, or healthy life \
                 expectancy itself, has no figure there: {}.",
                list(self.lang, &names)
            )
        })
    }

    /// Which circumstances are left out for a reason.
    pub fn left_out(&self, why: LeftOut, these: &[(&Indicator, usize)]) -> Option<String> {
        if these.is_empty() {
            return None;
        }
        let name = |(x, areas): &(&Indicator, usize)| match why {
            LeftOut::TooFewAreas => format!("{} ({areas} areas)", in_sentence(&x.name)),
            _ => in_sentence(&x.name),
        };
        let names: Vec<String> = these.iter().map(name).collect();
        Some(match why {
            LeftOut::NotEnglands => {
                format!("Left out because they do not cover England: {} measures, named in the table.", these.len())
            }
            LeftOut::Superseded => format!(
                "Left out because a newer edition has taken their place: {} measures, named in the table.",
                these.len()
            ),
            why => format!("Left out because {}: {}.", left_out_because(why), list(self.lang, &names)),
        })
    }

    /// Why a circumstance has no r, for a cell of the table.
    pub fn why_left_out(&self, why: LeftOut, areas: usize) -> String {
        match why {
            LeftOut::TooFewAreas => format!("only {areas} of {} areas have it", self.measured),
            LeftOut::Count => "a count, higher wherever more people live".to_owned(),
            LeftOut::NotOfficial => "not an official statistic".to_owned(),
            LeftOut::Superseded => "a newer edition has taken its place".to_owned(),
            LeftOut::NotEnglands => "does not cover England".to_owned(),
        }
    }

    /// What stands in the row beside the name: where it does not go the way one might expect, and what to know.
    pub fn remarks(&self, one: &OfCircumstance) -> String {
        let way = match (one.link, one.way()) {
            (Link::Londons, _) => "turns on London",
            (_, Way::Against) => "the other way",
            (_, Way::Nowhere) => "no clear link",
            _ => "",
        };
        let health = if one.x.contains_health { "counts ill health" } else { "" };
        let survey = if one.x.same_survey { "same survey" } else { "" };
        let mut parts = vec![way, health, survey];
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    /// What pointing at a row says, its name first.
    pub fn says(&self, one: &OfCircumstance) -> Vec<String> {
        let mut says = vec![dated(self.lang, &one.x.name, one.when), self.r_with_interval(&one.strength)];
        says.push(match one.link {
            Link::Together => format!("Places with {} tend to have longer healthy lives", one.x.more),
            Link::Apart => format!("Places with {} tend to have shorter healthy lives", one.x.more),
            Link::Londons => "Whether there is a link turns on London".to_owned(),
            _ => "No clear link".to_owned(),
        });
        if let Some(without) = one.strength.without_london {
            says.push(format!("Without London’s boroughs r\u{a0}=\u{a0}{}", number(self.lang, without, 2)));
        }
        if one.x.contains_health {
            says.push("Counts ill health, so part of the link is there by construction".to_owned());
        }
        if one.x.same_survey {
            says.push("From the same survey: errors may be shared".to_owned());
        }
        says
    }

    /// `r = −0.65 (95% interval −0.74 to −0.54)`.
    pub fn r_with_interval(&self, strength: &Strength) -> String {
        let Interval { lower, upper } = strength.interval;
        format!("r\u{a0}=\u{a0}{} (95% interval {} to {})", self.r(strength.r), self.r(lower), self.r(upper))
    }

    /// A correlation as it is written.
    pub fn r(&self, r: f64) -> String {
        number(self.lang, r, 2)
    }

    /// What lies left of zero, and right of it.
    pub fn ends(&self) -> [String; 2] {
        ["← shorter".to_owned(), "longer →".to_owned()]
    }

    /// Over the picture: what its axis says.
    pub fn axis(&self) -> String {
        "With more of it, healthy lives tend to be …".to_owned()
    }

    /// What mark and line of a row are.
    pub fn marked(&self) -> String {
        "Mark: r; line: its 95% interval.".to_owned()
    }

    /// What the looks of marks mean: the ways in their order, then r without London.
    pub fn key(&self) -> [String; 5] {
        ["as one might expect", "the other way", "neither good nor bad", "no clear link", "r without London’s boroughs"]
            .map(str::to_owned)
    }

    /// What stands under the heading of a sector.
    pub fn sector_note(&self, sector: Sector) -> String {
        match sector {
            Sector::Behaviour => "These figures cannot separate circumstances from behaviour.",
            Sector::Deprivation => "England’s own index and its parts.",
            _ => "",
        }
        .to_owned()
    }

    /// What the table holds.
    pub fn table_caption(&self) -> String {
        format!(
            "r with healthy life expectancy, {}, {}, over {} local areas of England",
            whose(self.lang, self.sex),
            period(self.lang, self.when),
            self.n
        )
    }

    /// The headings of the table's columns.
    pub fn columns(&self) -> [&'static str; 9] {
        [
            "Circumstance",
            "Sector",
            "Period",
            "r",
            "Lower 95% limit",
            "Upper 95% limit",
            "r without London",
            "Link",
            "To know",
        ]
    }

    /// A link in a cell.
    pub fn link(&self, one: &OfCircumstance) -> &'static str {
        match (one.link, one.way()) {
            (Link::Londons, _) => "turns on London",
            (_, Way::Along) => "as one might expect",
            (_, Way::Against) => "the other way",
            (_, Way::Neither) => "linked, neither good nor bad",
            (_, Way::Nowhere) => "no clear link",
        }
    }

    /// The finding of the small pictures, at most 90 characters.
    pub fn multiples_title(&self, all: &[OfCircumstance]) -> String {
        format!(
            "Ten circumstances: {} go as one might expect, {} the other way, {} show no clear link",
            count(all, Way::Along),
            count(all, Way::Against),
            count(all, Way::Nowhere),
        )
    }

    /// Measure, place, period and unit of the small pictures.
    pub fn multiples_subtitle(&self) -> String {
        format!(
            "Healthy life expectancy at birth, {}, years, {}, up; a circumstance across, in the same {} local areas of England",
            whose(self.lang, self.sex),
            period(self.lang, self.when),
            self.n
        )
    }

    /// What the small pictures show.
    pub fn multiples_summary(&self, all: &[OfCircumstance]) -> String {
        let one =
            |one: &OfCircumstance| format!("{} r\u{a0}=\u{a0}{}", in_sentence(&one.x.name), self.r(one.strength.r));
        let all: Vec<String> = all.iter().map(one).collect();
        format!("With healthy life expectancy: {}.", list(self.lang, &all))
    }

    /// How to read the small pictures.
    pub fn multiples_reading(&self) -> String {
        "Each dot is a local area. The further up, the longer its healthy life expectancy, on the same scale in all ten; the \
         further right, the more of the circumstance. Where dots rise or fall together there is a link; where they make a cloud \
         there is none. Chosen places are in colour. The ten are always the same: one or two a sector, some that go the way one might expect, \
         some the other way, some nowhere."
            .to_owned()
    }

    /// The small pictures in at most 300 characters.
    pub fn multiples_alt(&self, all: &[OfCircumstance]) -> String {
        format!(
            "Ten small scatter plots of {} local areas of England, healthy life expectancy against a circumstance each. {}.",
            self.n,
            self.multiples_title(all)
        )
    }

    /// The upward axis of the small pictures.
    pub fn years_axis(&self) -> String {
        format!("↑ Healthy life expectancy, {}, years, {}", whose(self.lang, self.sex), period(self.lang, self.when))
    }

    /// The columns of the small pictures' table, before those of the circumstances.
    pub fn years_column(&self) -> String {
        format!("Healthy life expectancy, {}, years, {}", whose(self.lang, self.sex), period(self.lang, self.when))
    }

    /// What the small pictures' table holds.
    pub fn multiples_caption(&self) -> String {
        format!("Healthy life expectancy and ten circumstances in {} local areas of England", self.n)
    }
}

/// The headline of the page, and what it rests on.
pub fn strength_headline(_: Lang) -> [String; 2] {
    [
        "Which circumstances go with longer healthy lives? Many do, some go the other way, some go nowhere.".to_owned(),
        "Every circumstance on one picture, over the same places. None of it shows a cause, and none is “the strongest”."
            .to_owned(),
    ]
}

fn left_out_because(why: LeftOut) -> &'static str {
    match why {
        LeftOut::TooFewAreas => "under 95% of England’s areas have them",
        LeftOut::Count => "they count what there is more of wherever more people live",
        LeftOut::NotOfficial => "they are not official statistics",
        LeftOut::Superseded => "a newer edition has taken their place",
        LeftOut::NotEnglands => "they do not cover England",
    }
}

fn is_circumstance(one: &OfCircumstance) -> bool {
    one.x.sector != Sector::Behaviour
}

/// How many circumstances go a way, behaviours apart.
fn count(all: &[OfCircumstance], way: Way) -> usize {
    all.iter().filter(|one| is_circumstance(one) && one.way() == way).count()
}

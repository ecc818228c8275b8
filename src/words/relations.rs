//! What can be said of a circumstance and an outcome over many places.

use super::{list, number, outcome_name, outcome_title, period, whose};
use crate::model::{Indicator, Period, Sector, Sex};
use crate::stats::Interval;
use crate::view::{Lang, Outcome};

/// The most characters a title may have.
pub const LONGEST_TITLE: usize = 90;

/// Which way two measures go together over places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Places with more of the one tend to have more of the other.
    Together,
    /// Places with more of the one tend to have less of the other.
    Apart,
    /// Little or none: |r| under 0.2, or its interval holds zero.
    None,
    /// Too few areas to say.
    TooFew,
}

/// The parts that every sentence about a relation is made of.
#[derive(Debug, Clone, Copy)]
pub struct RelationWords<'a> {
    /// The language.
    pub lang: Lang,
    /// The circumstance.
    pub x: &'a Indicator,
    /// Its period.
    pub x_period: Period,
    /// The outcome.
    pub y: Outcome,
    /// Its period.
    pub y_period: Period,
    /// Whose lives.
    pub sex: Sex,
    /// Where: “the UK”, “England”.
    pub scope: &'a str,
}

impl RelationWords<'_> {
    /// The finding, at most 90 characters.
    pub fn title(&self, link: Link) -> String {
        let plain = || format!("{} and {}", self.x.name, self.plain_outcome());
        let fits = |title: &String| title.chars().count() <= LONGEST_TITLE;
        [self.finding(link), self.short_finding(link)].into_iter().find(fits).unwrap_or_else(plain)
    }

    /// The finding for a circumstance whose full one is too long for a title.
    fn short_finding(&self, link: Link) -> String {
        let (more, fewer) = match self.y {
            Outcome::Healthy => ("healthy lives are longer", "healthy lives are shorter"),
            Outcome::Life => ("lives are longer", "lives are shorter"),
            Outcome::Unhealthy => ("more years are not in good health", "fewer years are not in good health"),
        };
        match link {
            Link::Together => format!("{}: higher where {more}", self.x.name),
            Link::Apart => format!("{}: higher where {fewer}", self.x.name),
            Link::None | Link::TooFew => format!("{} and {}", self.x.name, self.plain_outcome()),
        }
    }

    fn finding(&self, link: Link) -> String {
        let more = &self.x.more;
        match (link, self.y) {
            (Link::Together, Outcome::Healthy) => format!("Places with {more} tend to have longer healthy lives"),
            (Link::Apart, Outcome::Healthy) => format!("Places with {more} tend to have shorter healthy lives"),
            (Link::Together, Outcome::Life) => format!("Places with {more} tend to have longer lives"),
            (Link::Apart, Outcome::Life) => format!("Places with {more} tend to have shorter lives"),
            (Link::Together, Outcome::Unhealthy) => {
                format!("Places with {more} tend to have more years not in good health")
            }
            (Link::Apart, Outcome::Unhealthy) => {
                format!("Places with {more} tend to have fewer years not in good health")
            }
            (Link::None, _) => format!("{}: little or no link with {}", self.x.name, self.plain_outcome()),
            (Link::TooFew, _) => format!("{} and {}", self.x.name, self.plain_outcome()),
        }
    }

    /// The outcome in plain words, short enough for a title.
    fn plain_outcome(&self) -> &'static str {
        match self.y {
            Outcome::Healthy => "years in good health",
            Outcome::Life => "length of life",
            Outcome::Unhealthy => "years not in good health",
        }
    }

    /// Measure, place, period and unit of both axes.
    pub fn subtitle(&self) -> String {
        format!(
            "{} at birth, {}, years, {}, and {} ({}), in local areas of {}",
            outcome_title(self.lang, self.y),
            whose(self.lang, self.sex),
            period(self.lang, self.y_period),
            in_sentence(&self.x_heading()),
            self.x.unit.words,
            self.scope,
        )
    }

    /// The heading of the circumstance in a table.
    pub fn x_heading(&self) -> String {
        dated(self.lang, &self.x.name, self.x_period)
    }

    /// The heading of the outcome in a table.
    pub fn y_heading(&self) -> String {
        let (what, when) = (outcome_title(self.lang, self.y), period(self.lang, self.y_period));
        format!("{what}, {}, years, {when}", whose(self.lang, self.sex))
    }

    /// What the table holds.
    pub fn table_caption(&self) -> String {
        format!("{} and {}, local areas of {}", self.y_heading(), in_sentence(&self.x_heading()), self.scope)
    }

    /// The label of the axis across.
    pub fn x_label(&self) -> String {
        let name_and_unit = [&self.x.name, ", ", &self.x.unit.words].concat();
        if names_period(self.lang, &self.x.name, self.x_period) {
            return [&name_and_unit, " →"].concat();
        }
        [&name_and_unit, ", ", &period(self.lang, self.x_period), " →"].concat()
    }

    /// The label of the axis up.
    pub fn y_label(&self) -> String {
        let (what, when) = (outcome_title(self.lang, self.y), period(self.lang, self.y_period));
        let unit = if self.y == Outcome::Unhealthy { "" } else { ", years" };
        format!("↑ {what}, {}{unit}, {when}", whose(self.lang, self.sex))
    }

    /// How to read the picture.
    pub fn reading(&self) -> String {
        format!(
            "Each dot is one local area. The further right, the higher its figure for {}; the further up, the higher \
             its {} for {}. The line is the straight line that fits all dots best; the shading is its 95% confidence \
             band. Chosen places are labelled; the upright bar is the 95% confidence interval.",
            in_sentence(&self.x.name),
            outcome_name(self.lang, self.y),
            whose(self.lang, self.sex),
        )
    }

    /// The relation in a sentence with r, its interval and the number of areas.
    pub fn strength(&self, link: Link, r: f64, interval: Interval, coverage: &str) -> String {
        let finding = match link {
            Link::None => format!("{} in {}", self.title(link), self.scope),
            _ => format!("In {}, {}", self.scope, in_sentence(&self.title(link))),
        };
        let Interval { lower, upper } = interval;
        format!(
            "{finding}: r\u{a0}=\u{a0}{} (95% interval {} to {}), {}, {coverage}.",
            number(self.lang, r, 2),
            number(self.lang, lower, 2),
            number(self.lang, upper, 2),
            whose(self.lang, self.sex),
        )
    }

    /// Why there is no line.
    pub fn too_few(&self, coverage: &str) -> String {
        format!(
            "Only {coverage} have both figures. Under 20, a line or a correlation would say more than the figures carry, \
             so none is given."
        )
    }

    /// What stands beside r wherever it is shown: what it is about, and what makes it less than it seems.
    pub fn cautions(&self, facts: &Facts) -> Vec<String> {
        let mut notes = vec!["About places, not people, and no proof of a cause.".to_owned()];
        notes.extend(self.cautions_of_circumstance(facts));
        if facts.has_line {
            notes.push("Neighbouring areas are alike, so the interval for r is too narrow.".to_owned());
        }
        if let Some(share) = facts.noise_share {
            let share = number(self.lang, (share * 20.0 + 0.5).floor() * 5.0, 0);
            notes.push(format!(
                "About {share}% of the spread between areas is survey noise, which pulls r towards zero."
            ));
        }
        notes
    }

    /// What is particular to this circumstance.
    fn cautions_of_circumstance(&self, facts: &Facts) -> Vec<String> {
        let mut notes = Vec::new();
        if self.x.sector == Sector::Behaviour {
            notes.push("These figures cannot separate circumstances from behaviour.".to_owned());
        }
        if self.x.contains_health {
            notes.push(format!(
                "{} counts ill health among other things, so part of the link with health is there by construction.",
                self.x.name
            ));
        }
        if self.x.national_index {
            notes.push(
                "Each nation has its own index of deprivation; they are not comparable with one another, so this one is \
                 shown for its own nation only."
                    .to_owned(),
            );
        }
        if self.x.same_survey {
            notes.push(
                "This circumstance comes from the survey that healthy life expectancy comes from: errors may be shared, \
                 exaggerating the link."
                    .to_owned(),
            );
        }
        if let Some(r) = facts.r_without_london {
            notes.push(format!(
                "London is unlike the rest: without its boroughs, r is {}. Housing costs and the ages of the people who \
                 live there differ from elsewhere.",
                number(self.lang, r, 2)
            ));
        }
        notes
    }

    /// What else must be known to quote the relation.
    pub fn notes(&self, facts: &Facts) -> Vec<String> {
        let lang = self.lang;
        let mut notes = Vec::new();
        if self.x_period.last > self.y_period.last {
            notes.push(format!(
                "The circumstance ({}) is measured later than the lives ({}).",
                period(lang, self.x_period),
                period(lang, self.y_period)
            ));
        }
        if let Some(rho) = facts.rho {
            notes.push(format!("Going by the order of places alone, Spearman’s ρ is {}.", number(lang, rho, 2)));
        }
        notes.extend(self.outcome_cautions());
        if !self.x.quality.is_empty() {
            notes.push(self.x.quality.clone());
        }
        if self.x.in_development {
            notes.push(format!("{}: official statistics in development.", self.x.name));
        }
        notes.extend(facts.remarks.iter().cloned());
        notes
    }

    fn outcome_cautions(&self) -> Vec<String> {
        let modelled = "Healthy life expectancy: official statistics in development. Local estimates are modelled, because \
                        survey samples have shrunk. It rests on how people rate their own health.";
        let rates = "A period measure: what a child would have if the rates of those years held all its life. It is \
                     nobody’s actual future.";
        let difference = "Years not in good health are total less healthy life expectancy. The two are not independent, so \
                          no confidence interval can be given. They are years added up, not a timeline.";
        let notes: &[&str] = match self.y {
            Outcome::Healthy => &[modelled, rates],
            Outcome::Life => &[rates],
            Outcome::Unhealthy => &[difference, modelled, rates],
        };
        notes.iter().map(|note| (*note).to_owned()).collect()
    }

    /// “216 of 216 areas”.
    pub fn coverage(&self, shown: usize, of: usize) -> String {
        format!("{shown} of {of} areas")
    }

    /// Which areas have the outcome but not the circumstance.
    pub fn missing(&self, areas: &[String]) -> String {
        format!("Missing, without this circumstance: {}.", list(self.lang, areas))
    }

    /// The picture in at most 300 characters.
    pub fn alt(&self, link: Link, shown: usize, r: Option<f64>, chosen: &[String]) -> String {
        let r = r.map(|r| format!(" (r = {})", number(self.lang, r, 2))).unwrap_or_default();
        let base = format!("Scatter plot of {shown} local areas of {}. {}{r}.", self.scope, self.title(link));
        let chosen = if chosen.is_empty() { String::new() } else { format!(" {}.", chosen.join("; ")) };
        let full = [base.as_str(), &chosen].concat();
        if full.chars().count() <= 300 { full } else { base }
    }
}

/// Facts about one relation that its cautions turn on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// Whether a line was fitted.
    pub has_line: bool,
    /// Spearman's ρ.
    pub rho: Option<f64>,
    /// Share of the variance of the outcome between areas that is sampling error, 0 to 1.
    pub noise_share: Option<f64>,
    /// r without London, where London is in the picture and it differs by more than 0.1.
    pub r_without_london: Option<f64>,
    /// What is to be known about single values, in words.
    pub remarks: Vec<String>,
}

/// Whether a measure's own name ends with the period, as editions of an index do.
fn names_period(lang: Lang, name: &str, when: Period) -> bool {
    name.ends_with(&period(lang, when))
}

/// A measure's name with its period, once.
pub fn dated(lang: Lang, name: &str, when: Period) -> String {
    if names_period(lang, name, when) { name.to_owned() } else { [name, ", ", &period(lang, when)].concat() }
}

/// Names of measures that are proper names, by their first words.
const PROPER_NAMES: [&str; 1] = ["Index of Multiple Deprivation"];

/// A name in the middle of a sentence: its first letter small, unless it is a proper name or begins with an
/// abbreviation.
pub fn in_sentence(name: &str) -> String {
    let mut text = name.to_owned();
    let abbreviation = name.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase);
    let keeps = abbreviation || PROPER_NAMES.iter().any(|proper| name.starts_with(proper));
    if let Some(first) = text.get_mut(..1).filter(|_| !keeps) {
        first.make_ascii_lowercase();
    }
    text
}

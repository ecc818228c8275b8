//! What can be said of a circumstance and an outcome over many places.

use super::measures::{dated, dated_with_unit, in_sentence, names_period};
use super::noise::Noise;
use super::{list, number, outcome_name, outcome_title, period, whose};
use crate::model::{Indicator, Period, Sector, Sex, Standing};
use crate::stats::{FEWEST_FOR_A_LINE, Interval};
use crate::view::{Lang, Outcome};

/// The most characters a title may have.
pub const LONGEST_TITLE: usize = 90;

/// Spearman's ρ is told beside r where they differ by more than this.
const ORDER_DIFFERS: f64 = 0.1;

/// What stands beside every local figure of healthy life expectancy.
pub(super) const IN_DEVELOPMENT: &str = "Healthy life expectancy is official statistics in development: local estimates are \
     modelled, because survey samples have shrunk.";

/// Which way two measures go together over places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Places with more of the one tend to have more of the other.
    Together,
    /// Places with more of the one tend to have less of the other.
    Apart,
    /// Little or none: |r| is small, and so is all that its interval holds.
    None,
    /// The interval holds both no link and a real one.
    Unclear,
    /// With London's boroughs and without them the answer is another.
    Londons,
    /// Too few areas for a line.
    TooFew,
}

/// r over the areas looked at, and without London's boroughs where that matters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    /// Pearson's r.
    pub r: f64,
    /// Its 95% interval.
    pub interval: Interval,
    /// r without London's boroughs, where they are among the areas and it differs by more than 0.1.
    pub without_london: Option<f64>,
    /// Spearman's ρ.
    pub rho: Option<f64>,
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
    /// Where both are measured: “the UK”, “England”.
    pub scope: &'a str,
    /// Where the view looks: “the UK”, “Wales”.
    pub place: &'a str,
    /// Whether dots are sized by population.
    pub sized: bool,
}

impl RelationWords<'_> {
    /// The finding, at most 90 characters.
    pub fn title(&self, link: Link) -> String {
        let plain = || format!("{} and {}", self.x.name, self.plain_outcome());
        let fits = |title: &String| title.chars().count() <= LONGEST_TITLE;
        let titles = [self.finding(link), self.shorter_finding(link), self.short_finding(link)].into_iter().flatten();
        titles.into_iter().find(fits).unwrap_or_else(plain)
    }

    /// What places with more of the circumstance tend to have, or that nothing of the kind can be said; none where
    /// there are too few areas.
    fn finding(&self, link: Link) -> Option<String> {
        let (name, outcome) = (&self.x.name, self.plain_outcome());
        let tend = |what: &str| Some(format!("Places with {} tend to have {what}", self.x.more));
        match link {
            Link::Together => tend(self.more_and_fewer().0),
            Link::Apart => tend(self.more_and_fewer().1),
            Link::None => Some(format!("{name}: little or no link with {outcome}")),
            Link::Unclear => Some(format!("{name} and {outcome}: these areas cannot tell")),
            Link::Londons => Some(format!("{name} and {outcome}: the answer turns on London")),
            Link::TooFew => None,
        }
    }

    /// The finding without its verb.
    fn shorter_finding(&self, link: Link) -> Option<String> {
        let what = match link {
            Link::Together => self.more_and_fewer().0,
            Link::Apart => self.more_and_fewer().1,
            _ => return None,
        };
        Some(format!("Places with {}: {what}", self.x.more))
    }

    /// The finding for a circumstance whose full one is too long for a title.
    fn short_finding(&self, link: Link) -> Option<String> {
        let said = match link {
            Link::Together => ["linked with ", self.more_and_fewer().0].concat(),
            Link::Apart => ["linked with ", self.more_and_fewer().1].concat(),
            Link::None => "little or no link".to_owned(),
            Link::Unclear => "these areas cannot tell".to_owned(),
            Link::Londons => "the answer turns on London".to_owned(),
            Link::TooFew => return None,
        };
        Some(format!("{}: {said}", self.x.name))
    }

    /// More and less of the outcome, in plain words.
    fn more_and_fewer(&self) -> (&'static str, &'static str) {
        match self.y {
            Outcome::Healthy => ("longer healthy lives", "shorter healthy lives"),
            Outcome::Life => ("longer lives", "shorter lives"),
            Outcome::Unhealthy => ("more years not in good health", "fewer years not in good health"),
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
        let sized = if self.sized { "; the larger the dot, the more people live there" } else { "" };
        format!(
            "{} at birth, {}, years, {}, and {} ({}), in local areas of {}{sized}",
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

    /// The heading of the circumstance over numbers, with the unit where they do not carry it.
    pub fn x_column(&self) -> String {
        dated_with_unit(self.lang, self.x, self.x_period)
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

    /// How to read the picture: what its marks are, of those that are there.
    pub fn reading(&self, has_line: bool, has_chosen: bool) -> String {
        let mut parts = vec![format!(
            "Each dot is a place. The further right, the higher its figure for {}; the further up, the higher its {} for \
             {}. The scales do not begin at zero.",
            in_sentence(&self.x.name),
            outcome_name(self.lang, self.y),
            whose(self.lang, self.sex),
        )];
        if has_line {
            parts.push(
                "The line is the straight line that fits all local areas best; the shading is its 95% confidence band. r \
                 says how close the dots lie to a line: 0 not at all, 1 or −1 on it."
                    .to_owned(),
            );
        }
        if has_chosen {
            let bar =
                if self.y == Outcome::Unhealthy { "" } else { "; their upright bar is the 95% confidence interval" };
            parts.push(format!("Chosen places are labelled{bar}."));
        }
        parts.join(" ")
    }

    /// The relation in a sentence with r, its interval and the number of areas.
    pub fn strength(&self, link: Link, strength: &Strength, coverage: &str) -> String {
        let (scope, outcome, name) = (self.scope, self.plain_outcome(), in_sentence(&self.x.name));
        // “Homes added, England” in a sentence that has just said “In England”.
        let name = name.strip_suffix(scope).and_then(|name| name.strip_suffix(", ")).unwrap_or(&name);
        let finding = match link {
            Link::None => format!("In {scope} there is little or no link between {name} and {outcome}"),
            Link::Unclear => format!("In {scope} the areas cannot tell whether {name} and {outcome} go together"),
            Link::Londons => format!("In {scope}, whether {name} and {outcome} go together turns on London"),
            _ => format!("In {scope}, {}", in_sentence(&self.finding(link).unwrap_or_default())),
        };
        let Interval { lower, upper } = strength.interval;
        let r = |r| number(self.lang, r, 2);
        let without = strength.without_london.map(|without| format!("; without London’s boroughs {}", r(without)));
        // A line that a few places far out turn: the order of places says something else.
        let rho = strength.rho.filter(|rho| (rho - strength.r).abs() > ORDER_DIFFERS);
        let rho = rho.map(|rho| format!("; by the order of places alone, Spearman’s ρ = {}", r(rho)));
        format!(
            "{finding}: r\u{a0}=\u{a0}{} (95% interval {} to {}){}{}, {}, {coverage}.",
            r(strength.r),
            r(lower),
            r(upper),
            without.unwrap_or_default(),
            rho.unwrap_or_default(),
            whose(self.lang, self.sex),
        )
    }

    /// What the picture by itself must say of what is drawn: r, the band and the upright lines.
    pub fn drawn(&self, strength: Option<&Strength>, has_limits: bool) -> String {
        let r = |r| number(self.lang, r, 2);
        let mut said = Vec::new();
        if let Some(Strength { r: value, interval: Interval { lower, upper }, .. }) = strength {
            said.push(format!(
                "r\u{a0}=\u{a0}{} (95% interval {} to {}). Shading: 95% confidence band of the line.",
                r(*value),
                r(*lower),
                r(*upper)
            ));
        }
        if has_limits {
            said.push("Upright lines: 95% confidence limits.".to_owned());
        }
        said.join(" ")
    }

    /// Why there is no line.
    pub fn too_few(&self, shown: usize, coverage: &str) -> String {
        if shown == 0 {
            return format!("No area of {} has both figures, so there is nothing to draw.", self.place);
        }
        format!(
            "{coverage} have both figures in {}. Under {FEWEST_FOR_A_LINE}, a line or a correlation would say more than the \
             figures carry, so none is given.",
            self.scope
        )
    }

    /// What is to be known of the circumstance where it stands alone, without lives beside it.
    pub fn cautions_of_one(&self) -> Vec<String> {
        let mut notes = vec!["About places, not people, and no proof of a cause.".to_owned()];
        notes.extend(self.cautions_of_circumstance(&Facts::default()));
        notes
    }

    /// What stands beside r wherever it is shown: what it is about, and what makes it less than it seems.
    pub fn cautions(&self, facts: &Facts) -> Vec<String> {
        let mut notes = vec!["About places, not people, and no proof of a cause.".to_owned()];
        notes.extend(self.cautions_of_circumstance(facts));
        if facts.has_line {
            notes.push("Neighbouring areas are alike, so the interval for r is too narrow.".to_owned());
        }
        notes.extend(self.noise(facts));
        notes.extend(self.later());
        if self.y != Outcome::Healthy && self.y_period.first.year <= 2022 && self.y_period.last.year >= 2020 {
            notes.push(format!("{} holds deaths of the COVID-19 pandemic.", period(self.lang, self.y_period)));
        }
        if self.y != Outcome::Life {
            notes.push(IN_DEVELOPMENT.to_owned());
        }
        notes
    }

    /// How much of the spread is survey noise. Total life expectancy rests on no survey.
    fn noise(&self, facts: &Facts) -> Option<String> {
        let percent = number(self.lang, self.noise_percent(facts)?, 0);
        Some(format!("About {percent}% of the spread between areas is survey noise, which pulls r towards zero."))
    }

    /// The share of the spread that is survey noise, in per cent, to the nearest twentieth; none where it is nothing.
    fn noise_percent(&self, facts: &Facts) -> Option<f64> {
        let percent = (facts.noise_share? * 20.0 + 0.5).floor() * 5.0;
        Some(percent).filter(|percent| *percent > 0.0 && self.y == Outcome::Healthy)
    }

    /// What survey noise does to r, where there is any.
    pub fn noise_in(&self, r: f64, facts: &Facts) -> Option<Noise> {
        let noise = Noise { r, share: facts.noise_share?, percent: self.noise_percent(facts)? };
        (!self.x.contains_health).then_some(noise)
    }

    /// That the circumstance is measured later than the lives.
    fn later(&self) -> Option<String> {
        let (x, y) = (self.x_period, self.y_period);
        let words = |when| period(self.lang, when);
        let later = match self.x.national_index {
            true => format!("{} is the year of the index; the figures in it may be of earlier years.", words(x)),
            false => format!("The circumstance ({}) is measured later than the lives ({}).", words(x), words(y)),
        };
        (x.last > y.last).then_some(later)
    }

    /// What is particular to this circumstance.
    fn cautions_of_circumstance(&self, facts: &Facts) -> Vec<String> {
        let mut notes = Vec::new();
        if self.x.sector == Sector::Behaviour {
            notes.push("These figures cannot separate circumstances from behaviour.".to_owned());
        }
        if self.x.contains_health {
            notes.push(
                "Ill health or early death is counted in this circumstance, wholly or in part, so some of the link with \
                 health is there by construction."
                    .to_owned(),
            );
        }
        if self.x.national_index {
            notes.push(
                "Each nation has its own index of deprivation; they are not comparable with one another, so this one is \
                 shown for its own nation only."
                    .to_owned(),
            );
        }
        match self.x.standing {
            Standing::Official => {}
            Standing::Superseded => notes.push("A newer edition has taken this one’s place.".to_owned()),
            Standing::NotOfficial => notes.push(["Not an official statistic. ", &self.x.about.quality].concat()),
        }
        if self.x.same_survey && self.y != Outcome::Life {
            notes.push(
                "This circumstance comes from the survey that healthy life expectancy comes from: errors may be shared, \
                 exaggerating the link."
                    .to_owned(),
            );
        }
        if facts.differs_in_london && matches!(self.x.sector, Sector::Money | Sector::Housing | Sector::Deprivation) {
            notes.push("London is unlike the rest in housing costs and in the ages of its people.".to_owned());
        }
        notes
    }

    /// What else must be known to quote the relation.
    pub fn notes(&self, facts: &Facts) -> Vec<String> {
        let lang = self.lang;
        let mut notes = Vec::new();
        notes.push([&self.x.name, ": ", &self.x.about.definition].concat());
        if let Some(rho) = facts.rho.filter(|rho| (rho - facts.r).abs() <= ORDER_DIFFERS) {
            notes.push(format!("Going by the order of places alone, Spearman’s ρ is {}.", number(lang, rho, 2)));
        }
        notes.extend(outcome_cautions(self.y));
        if !self.x.about.quality.is_empty() && self.x.standing != Standing::NotOfficial {
            notes.push(self.x.about.quality.clone());
        }
        if self.x.in_development {
            notes.push(format!("{}: official statistics in development.", self.x.name));
        }
        notes.extend(facts.remarks.iter().cloned());
        notes
    }

    /// “216 of 216 areas”.
    pub fn coverage(&self, shown: usize, of: usize) -> String {
        format!("{shown} of {of} areas")
    }

    /// Which areas have the outcome but not the circumstance.
    pub fn missing(&self, areas: &[String]) -> String {
        format!("Areas without a figure for this circumstance: {}.", list(self.lang, areas))
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

/// What must be known to quote an outcome.
pub(super) fn outcome_cautions(y: Outcome) -> Vec<String> {
    let modelled = "Healthy life expectancy rests on how people rate their own health.";
    let rates = "A period measure: what a child would have if the rates of those years held all its life. It is \
                 nobody’s actual future.";
    let difference = "Years not in good health are total less healthy life expectancy. The two are not independent, so \
                      no confidence interval is given here. They are years added up, not a timeline.";
    let notes: &[&str] = match y {
        Outcome::Healthy => &[modelled, rates],
        Outcome::Life => &[rates],
        Outcome::Unhealthy => &[difference, modelled, rates],
    };
    notes.iter().map(|note| (*note).to_owned()).collect()
}

/// A circumstance to look at instead: `Income deprivation, 2025: r = −0.70 (95% interval −0.77 to −0.60), without London’s
/// boroughs −0.85, 151 areas`; the name alone where there are too few areas for r.
pub fn offer(lang: Lang, x: &Indicator, when: Period, areas: usize, strength: Option<&Strength>) -> String {
    let name = dated(lang, &x.name, when);
    let Some(strength) = strength else { return name };
    let r = |r| number(lang, r, 2);
    let Interval { lower, upper } = strength.interval;
    let without = strength.without_london.map(|without| format!(", without London’s boroughs {}", r(without)));
    format!(
        "{name}: r\u{a0}=\u{a0}{} (95% interval {} to {}){}, {areas} areas",
        r(strength.r),
        r(lower),
        r(upper),
        without.unwrap_or_default(),
    )
}

/// Over what is offered instead of an index that counts ill health.
pub fn offers_heading(_: Lang) -> &'static str {
    "The same places by what counts less ill health, or none:"
}

/// Facts about one relation that its cautions turn on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// Whether a line was fitted.
    pub has_line: bool,
    /// Pearson's r; 0 where there is none.
    pub r: f64,
    /// Spearman's ρ.
    pub rho: Option<f64>,
    /// Share of the variance of the outcome between areas that is sampling error, 0 to 1.
    pub noise_share: Option<f64>,
    /// Whether r differs by more than 0.1 without London's boroughs.
    pub differs_in_london: bool,
    /// What is to be known about single values, in words.
    pub remarks: Vec<String>,
}

//! Healthy life expectancy over time.

use super::super::{
    about_the_fall, changed, count_of, in_place, interval, list, no_fact, number, outcome_name, outcome_title, place,
    verdict, whose,
};
use super::{at_most_300, first_that_fits, in_development, label, overlapping, period, period_measure, women_s};
use crate::facts::{Change, NoFact};
use crate::model::{Area, AreaKind, Code, Period, Sex};
use crate::stats::{Interval, Verdict};
use crate::view::{Lang, Outcome};

/// Which places a figure over time shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverTime {
    /// The four nations, as none is chosen.
    Nations,
    /// Those chosen.
    Chosen,
    /// Those that are compared, each with the others behind.
    Compared,
}

/// What the sentences turn on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendWords {
    /// The language.
    pub lang: Lang,
    /// Whose lives.
    pub sex: Sex,
    /// The first period.
    pub first: Period,
    /// The latest period.
    pub latest: Period,
}

/// A change that can't be told, and whose interval stays within so many years either way, is called flat.
const FLAT: f64 = 1.0;

impl TrendWords {
    /// The finding about one place, at most 90 characters: what it did before the fall, and since.
    pub fn title(&self, area: &Area, before: Option<&Change>, since: Option<&Change>) -> String {
        let what = [&self.what(), " ", &in_place(self.lang, area)].concat();
        let over_time = [&what, " over time"].concat();
        let Some(since) = since else { return over_time };
        let from = period(self.lang, since.from);
        let tail = match (since.difference.verdict, before.is_some_and(is_flat)) {
            (Verdict::CantTell, _) => format!(": change since {from} can’t be told"),
            (told, true) => format!(": flat to {from}, {} since", verdict(self.lang, told)),
            (told, false) => format!(": {} than in {from}", verdict(self.lang, told)),
        };
        first_that_fits([[&what, tail.as_str()].concat(), over_time])
    }

    /// The same of several places that have no changes.
    pub fn title_without_changes(&self, places: usize) -> String {
        format!("{} over time in {places} places", self.what())
    }

    /// The same of several places with their changes since the last period before the fall: what all did, by name where
    /// there is room, else how many did.
    pub fn title_of_several(&self, all: &[Change]) -> String {
        let (what, from) = (self.what(), all.first().map(|change| period(self.lang, change.from)).unwrap_or_default());
        let places: Vec<String> = all.iter().map(|change| place(self.lang, change.area)).collect();
        let (names, of) = (list(self.lang, &places), all.len());
        let how_many =
            |holds: fn(Verdict) -> bool| all.iter().filter(|change| holds(change.difference.verdict)).count();
        let told = how_many(Verdict::tells_apart);
        if told == 0 {
            let none = if of == 2 { "either of 2".to_owned() } else { format!("any of {of}") };
            return first_that_fits([
                format!("{what} in {names}: change since {from} can’t be told"),
                format!("{what}: change since {from} can’t be told in {none} places"),
            ]);
        }
        let way = match told {
            told if how_many(Verdict::is_lower) == told => "lower",
            told if how_many(Verdict::is_higher) == told => "higher",
            _ => return format!("{what}: a change since {from} can be told in {told} of {of} places"),
        };
        let clear = how_many(|verdict| matches!(verdict, Verdict::ClearlyLower | Verdict::ClearlyHigher));
        let (how, aside) = match clear {
            0 => ("probably ", String::new()),
            clear if clear == told => ("clearly ", String::new()),
            clear => ("", format!(", clearly in {clear}")),
        };
        let counted = match told {
            2 if of == 2 => "both".to_owned(),
            told if told == of => format!("all {of}"),
            told => format!("{told} of {of}"),
        };
        let counted = format!("{what}: {how}{way} than in {from} in {counted} places{aside}");
        if told < of || !aside.is_empty() {
            return counted;
        }
        first_that_fits([format!("{what} in {names}: {how}{way} than in {from}"), counted])
    }

    /// `Women’s healthy life expectancy`.
    fn what(&self) -> String {
        [women_s(self.lang, self.sex), " ", outcome_name(self.lang, Outcome::Healthy)].concat()
    }

    /// Measure, places, periods and unit.
    pub fn subtitle(&self, places: &[&Area]) -> String {
        let names: Vec<String> = places.iter().map(|area| place(self.lang, area)).collect();
        format!(
            "Healthy life expectancy at birth, {}, years, {} to {}, with 95% confidence limits: {}",
            whose(self.lang, self.sex),
            period(self.lang, self.first),
            period(self.lang, self.latest),
            list(self.lang, &names)
        )
    }

    /// The nation before the fall and since, then the places since, then the places against their nations.
    pub fn summary(&self, before: Option<&Change>, since: Option<&Change>, places: &[Change]) -> String {
        let mut said: Vec<String> = [before, since].into_iter().flatten().map(|change| self.itself(change)).collect();
        let is_told = |change: &&Change| since.is_none_or(|since| since.area.code != change.area.code);
        let others: Vec<&Change> = places.iter().filter(is_told).collect();
        match others.as_slice() {
            [] => {}
            [one] => said.push(self.itself(one)),
            [first, ..] => said.push(self.together(first, &others)),
        }
        let against =
            |change: &&Change| change.nation.is_some_and(|nation| nation.against.verdict != Verdict::CantTell);
        let apart: Vec<&Change> = places.iter().filter(against).collect();
        said.extend(apart.iter().filter_map(|change| changed(self.lang, change).pop()).map(String::from));
        said.extend(self.not_told_apart(places));
        let has = |code: Code| places.iter().any(|change| change.area.code == code);
        let is_other = |change: &Change| change.area.kind == AreaKind::Nation && change.area.code != Code::ENGLAND;
        let is_by_the_uk = has(Code::UK) || places.iter().any(is_other);
        said.extend((has(Code::ENGLAND) && is_by_the_uk).then(|| no_fact(self.lang, NoFact::MostOfIt)));
        said.join(" ")
    }

    /// The sentence about the place alone.
    fn itself(&self, change: &Change) -> String {
        let own = usize::from(change.nation.is_some());
        changed(self.lang, change).into_iter().nth(own).map(String::from).unwrap_or_default()
    }

    /// Several places in one sentence, by verdict.
    fn together(&self, first: &Change, all: &[&Change]) -> String {
        let mut parts = Vec::new();
        for (verdict, how) in [
            (Verdict::ClearlyLower, "clearly fell"),
            (Verdict::ProbablyLower, "probably fell"),
            (Verdict::CantTell, "may or may not have changed"),
            (Verdict::ProbablyHigher, "probably rose"),
            (Verdict::ClearlyHigher, "clearly rose"),
        ] {
            let of = all.iter().filter(|change| change.difference.verdict == verdict);
            let named: Vec<String> = of.map(|change| self.place_and_change(change)).collect();
            if !named.is_empty() {
                let it = if parts.is_empty() { "" } else { "it " };
                parts.push([it, how, " ", &list(self.lang, &named)].concat());
            }
        }
        format!(
            "Between {} and {}, {} of {} {} (in brackets the change in years and its 95% interval).",
            period(self.lang, first.from),
            period(self.lang, first.to),
            outcome_name(self.lang, first.outcome),
            whose(self.lang, first.sex),
            parts.join("; ")
        )
    }

    /// `in Wales (−3.4: −4.5 to −2.3)`.
    fn place_and_change(&self, change: &Change) -> String {
        let Interval { lower, upper } = change.difference.interval;
        format!(
            "{} ({}: {})",
            in_place(self.lang, change.area),
            number(self.lang, change.difference.gap, 1),
            interval(self.lang, lower, upper, 1)
        )
    }

    /// The places whose changes can't be told apart from their nations', or a nation's from the UK's.
    fn not_told_apart(&self, places: &[Change]) -> Option<String> {
        let against =
            |change: &&Change| change.nation.is_some_and(|nation| nation.against.verdict == Verdict::CantTell);
        let alike: Vec<&Change> = places.iter().filter(against).collect();
        let first = alike.first()?;
        let is_nation = |change: &&Change| change.area.kind == AreaKind::Nation;
        let change = format!(
            "change in healthy life expectancy of {} since {}",
            whose(self.lang, first.sex),
            period(self.lang, first.from)
        );
        let (some, all) = (alike.iter().any(is_nation), alike.iter().all(is_nation));
        if places.len() == 1 {
            let whole = if all { "the UK’s" } else { "its nation’s" };
            return Some(format!("Its {change} can’t be told apart from {whole}."));
        }
        let there: Vec<String> = alike.iter().map(|change| place(self.lang, change.area)).collect();
        let whole = match (some, all) {
            (_, true) => "the UK’s",
            (true, _) => "its own nation’s, or a nation’s from the UK’s",
            _ => "its own nation’s",
        };
        Some(format!("In {}, the {change} can’t be told apart from {whole}.", list(self.lang, &there)))
    }

    /// What stands beside the summary.
    pub fn cautions(&self) -> Vec<String> {
        vec![about_the_fall(self.lang).to_owned(), overlapping(), in_development()]
    }

    /// How to read the picture.
    pub fn reading(&self, of: OverTime, has_quiet: bool) -> String {
        let quiet = match of {
            _ if !has_quiet => "",
            OverTime::Compared => " Grey lines are the other places, each of which has a picture of its own.",
            _ => " Grey lines are the place’s nation (of a nation, the UK) and, of the first place, its region.",
        };
        format!(
            "A picture for each place, all on one scale, which does not begin at zero. Each dot is three years taken \
             together; the shading is the 95% confidence interval: the wider, the less sure.{quiet} A line is not drawn \
             across periods without a figure."
        )
    }

    /// The picture for those who cannot see it.
    pub fn alt(&self, title: &str, in_short: &[String]) -> String {
        let base = format!(
            "Lines of {} of {}, {} to {}. {title}.",
            outcome_name(self.lang, Outcome::Healthy),
            whose(self.lang, self.sex),
            period(self.lang, self.first),
            period(self.lang, self.latest)
        );
        let more = if in_short.is_empty() { String::new() } else { format!(" {} years.", in_short.join("; ")) };
        at_most_300(base, &more)
    }

    /// What else must be known to quote the figure.
    pub fn notes(&self, some_differ: bool) -> Vec<String> {
        let mut notes = vec![
            "Changes are told from 2011–13 to 2017–19 and from there to the latest period, never from a place’s best or \
             worst period: a chosen extreme moves back by itself."
                .to_owned(),
            "A place is also a part of its nation, so that a difference between their changes is, if anything, withheld."
                .to_owned(),
        ];
        if some_differ {
            notes.push("Of many places, about one in 20 would stand apart from its nation by chance alone.".to_owned());
        }
        notes.push(
            "Healthy life expectancy rests on how people rate their own health. It is not how long people live."
                .to_owned(),
        );
        notes.push(
            "All periods are on one method; older published series are not, and must not be joined to them.".to_owned(),
        );
        notes.push(period_measure());
        notes
    }

    /// “3 of 3 chosen places”.
    pub fn coverage(&self, of: OverTime, shown: usize, all: usize) -> String {
        let (one, many) = match of {
            OverTime::Nations => ("nation", "nations"),
            OverTime::Chosen => ("chosen place", "chosen places"),
            OverTime::Compared => ("place", "places"),
        };
        format!("{shown} of {}", count_of(self.lang, all, one, many))
    }

    /// That a place's figures begin later than the others'.
    pub fn starts_later(&self, area: &Area, first: Period) -> String {
        let there = in_place(self.lang, area);
        format!("{} begins {there} with {}.", outcome_title(self.lang, Outcome::Healthy), period(self.lang, first))
    }

    /// What the upward axis measures.
    pub fn y_label(&self) -> String {
        format!("Healthy life expectancy at birth, {}, years", whose(self.lang, self.sex))
    }

    /// What a reading measures.
    pub fn measure(&self) -> String {
        format!("{}, {}", outcome_title(self.lang, Outcome::Healthy), whose(self.lang, self.sex))
    }
}

/// Whether a change is too small to matter, as far as its interval tells.
fn is_flat(change: &Change) -> bool {
    let Interval { lower, upper } = change.difference.interval;
    change.difference.verdict == Verdict::CantTell && -FLAT < lower && upper < FLAT
}

/// A place and its latest figure, for the end of a line: `UK 60.9`.
pub fn name_and_value(_: Lang, area: &Area, value: &str) -> String {
    [label(area), " ", value].concat()
}

/// A place's first and last figure: `Wales 61.9 to 58.5`; none where there is no last.
pub fn from_to(_: Lang, area: &Area, first: &str, last: &str) -> Option<String> {
    let from = if first.is_empty() { String::new() } else { [first, " to "].concat() };
    (!last.is_empty()).then(|| [label(area), " ", &from, last].concat())
}

/// What the table of healthy life expectancy over time holds.
pub fn trend_caption(lang: Lang, sex: Sex) -> String {
    format!("Healthy life expectancy at birth over time, {}, years", whose(lang, sex))
}

/// The headline over all trends: the UK's women and men since the fall, and before where both are there.
pub fn trends_headline(lang: Lang, [women, men]: [&Change; 2], before: [Option<&Change>; 2]) -> String {
    if !(women.difference.verdict.is_lower() && men.difference.verdict.is_lower()) {
        return "How years in good health have changed, in every part of the UK.".to_owned();
    }
    let years = |change: &Change| number(lang, -change.difference.gap, 1);
    let both_clear = [women, men].iter().all(|change| change.difference.verdict == Verdict::ClearlyLower);
    let level = before.iter().all(|before| before.is_some_and(is_flat));
    format!(
        "Since {}, healthy life expectancy in the UK has {} fallen: by {} years for girls and {} for boys.{}",
        period(lang, women.from),
        if both_clear { "clearly" } else { "probably" },
        years(women),
        years(men),
        if level { " Before that, little had changed." } else { "" }
    )
}

/// What the headline rests on.
pub fn trends_basis(lang: Lang, [women, men]: [&Change; 2]) -> String {
    let from_to = |change: &Change| {
        format!("from {} to {}", number(lang, change.before.value, 1), number(lang, change.after.value, 1))
    };
    format!(
        "At the rates of {} and {}: {} years for girls, {} for boys. {}",
        period(lang, women.from),
        period(lang, women.to),
        from_to(women),
        from_to(men),
        about_the_fall(lang)
    )
}

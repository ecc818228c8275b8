//! What a figure says of each chosen place, and of the places against each other.

use crate::model::{Area, AreaKind, Code, Estimate, Known};
use crate::stats::{self, Difference, Measured};
use crate::view::Outcome;
use crate::words;

use super::data::Data;

/// What a figure says of one chosen place.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The place.
    pub area: Code,
    /// Its name.
    pub name: String,
    /// Its outcome with limits, `51.8 years (47.4–56.1)`; none where there is no figure.
    pub value: Option<String>,
    /// Sentences, the safe one first.
    pub sentences: Vec<String>,
}

impl Finding {
    /// Name and value in one line.
    pub fn short(&self) -> String {
        match &self.value {
            Some(value) => format!("{}: {value}", self.name),
            None => format!("{}: no figure", self.name),
        }
    }
}

/// One finding for each chosen place, in the order chosen.
pub(super) fn of(data: &Data) -> Vec<Finding> {
    data.chosen().map(|area| finding(data, area)).collect()
}

fn finding(data: &Data, area: &Area) -> Finding {
    let base = Finding { area: area.code, name: area.name.clone(), value: None, sentences: Vec::new() };
    match data.y_of(area) {
        Estimate::Known(known) => {
            let value = words::value_with_limits(data.lang, known.value, known.limits);
            let sentences = vec![
                Some(about(data, area, known)),
                against_whole(data, area, known),
                rank(data, area),
                Some(circumstance(data, area)),
                not_in_picture(data, area),
            ];
            Finding { value: Some(value), sentences: sentences.into_iter().flatten().collect(), ..base }
        }
        Estimate::Missing(why) => {
            let what = words::outcome_name(data.lang, data.view.y);
            let missing = words::no_figure(data.lang, what, area, why);
            let absent = words::not_in_picture(data.lang).to_owned();
            Finding { sentences: vec![missing, absent, circumstance(data, area)], ..base }
        }
    }
}

/// The sentence that is safe to quote.
fn about(data: &Data, area: &Area, known: Known) -> String {
    let (lang, sex, when) = (data.lang, data.view.sex, data.outcomes.period);
    match data.view.y {
        Outcome::Healthy => words::safe_sentence(lang, area, sex, when, known.value, known.limits),
        Outcome::Life => words::safe_life(lang, area, sex, when, known.value, known.limits),
        Outcome::Unhealthy => words::unhealthy_sentence(lang, area, sex, when, known.value),
    }
}

/// Why a place with an outcome is not in the picture, where it is not.
fn not_in_picture(data: &Data, area: &Area) -> Option<String> {
    if area.kind == AreaKind::Local && !area.is_within(data.scope) {
        return Some(words::outside(data.lang, area, data.atlas.area(data.scope)?));
    }
    data.x_of(area).known().is_none().then(|| words::not_in_picture(data.lang).to_owned())
}

/// The place's rank interval among the local areas looked at.
fn rank(data: &Data, area: &Area) -> Option<String> {
    let at = data.with_outcome().position(|(other, _)| other.code == area.code)?;
    let measured: Option<Vec<Measured>> = data.with_outcome().map(|(_, known)| measured(known)).collect();
    let rank = *stats::rank_intervals(&measured?).ok()?.get(at)?;
    Some(words::rank_interval(data.lang, data.view.y, area, data.atlas.area(data.scope)?, rank))
}

/// The place against its nation; a nation against the UK.
fn against_whole(data: &Data, area: &Area, known: Known) -> Option<String> {
    let whole = whole_of(data, area)?;
    let of_whole = data.y_of(whole).known()?;
    let difference = difference(known, of_whole)?;
    Some(words::against(data.lang, data.view.y, area, difference.verdict, whole, of_whole.value))
}

/// The nation that an area lies in; the UK for a nation.
fn whole_of<'a>(data: &Data<'a>, area: &Area) -> Option<&'a Area> {
    let code = match area.kind {
        AreaKind::Uk => return None,
        AreaKind::Nation => Code::UK,
        _ => area.nation()?.code(),
    };
    data.atlas.area(code)
}

/// The Difference rule between two figures; none where either has no limits.
fn difference(a: Known, b: Known) -> Option<Difference> {
    stats::difference(measured(a)?, measured(b)?).ok()
}

/// Published outcomes and their limits are rounded to a tenth of a year.
const PUBLISHED_TO: f64 = 0.1;

fn measured(known: Known) -> Option<Measured> {
    Measured::of(known, PUBLISHED_TO).ok()
}

/// The circumstance in the place, beside its nation's, or why there is no figure.
fn circumstance(data: &Data, area: &Area) -> String {
    let (lang, x) = (data.lang, data.x);
    match data.x_of(area) {
        Estimate::Known(known) => {
            let uk = data.atlas.area(Code::UK);
            let wholes = whole_of(data, area).into_iter().chain(uk).filter(|whole| whole.code != area.code);
            let beside =
                wholes.filter_map(|whole| Some((words::place(lang, whole), data.x_of(whole).known()?.value))).next();
            let beside = beside.as_ref().map(|(name, value)| (name.as_str(), *value));
            let mut said = words::circumstance(lang, x, data.x_period, known.value, beside);
            if let Some(remark) = words::remark(lang, known.mark) {
                said.push_str(&words::aside(lang, remark));
            }
            said
        }
        Estimate::Missing(why) => words::no_figure(lang, &words::in_sentence(&x.name), area, why),
    }
}

/// The first chosen place against each of the others.
pub(super) fn comparisons(data: &Data) -> Vec<String> {
    let mut places = data.chosen();
    let Some(first) = places.next() else { return Vec::new() };
    if data.view.y == Outcome::Unhealthy {
        return places.next().map(|_| words::no_comparison(data.lang).to_owned()).into_iter().collect();
    }
    let compare = |other| {
        let (a, b) = (data.y_of(first).known()?, data.y_of(other).known()?);
        let found = difference(a, b)?;
        Some(words::compared(data.lang, data.view.y, first, other, &found))
    };
    places.filter_map(compare).collect()
}

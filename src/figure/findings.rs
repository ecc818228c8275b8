//! What a figure says of each chosen place, and of the places against each other.

use crate::model::{Area, AreaKind, Code, Estimate, Known};
use crate::stats::{self, Difference, Measured};
use crate::view::Outcome;
use crate::words;

use super::data::{Data, Place};

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
    data.chosen.iter().map(|place| finding(data, place)).collect()
}

fn finding(data: &Data, place: &Place) -> Finding {
    let area = place.area;
    let mut value = None;
    let mut sentences = Vec::new();
    match place.y {
        Estimate::Known(known) => {
            value = Some(words::value_with_limits(data.lang, known.value, known.limits));
            sentences.push(about(data, area, known));
            sentences.extend(against_whole(data, area, known));
            sentences.extend(rank(data, area));
            sentences.push(circumstance(data, place));
            sentences.extend(not_in_picture(data, place));
        }
        Estimate::Missing(why) => {
            let what = words::outcome_name(data.lang, data.view.y);
            sentences.push(words::no_figure(data.lang, what, area, why));
            sentences.push(words::not_in_picture(data.lang).to_owned());
            sentences.push(circumstance(data, place));
        }
    }
    Finding { area: area.code, name: area.name.clone(), value, sentences }
}

/// The sentence that is safe to quote.
fn about(data: &Data, area: &Area, known: Known) -> String {
    let (lang, sex, when) = (data.lang, data.view.sex, data.y_period);
    match data.view.y {
        Outcome::Healthy => words::safe_sentence(lang, area, sex, when, known.value, known.limits),
        Outcome::Life => words::safe_life(lang, area, sex, when, known.value, known.limits),
        Outcome::Unhealthy => words::unhealthy_sentence(lang, area, sex, when, known.value),
    }
}

/// Why a place with an outcome is not in the picture, where it is not.
fn not_in_picture(data: &Data, place: &Place) -> Option<String> {
    let area = place.area;
    if area.kind == AreaKind::Local && !area.is_within(data.scope) {
        return Some(words::outside(data.lang, area, data.atlas.area(data.scope)?));
    }
    place.x.known().is_none().then(|| words::not_in_picture(data.lang).to_owned())
}

/// The place's rank interval among the local areas looked at.
fn rank(data: &Data, area: &Area) -> Option<String> {
    let mut ranked = Vec::new();
    let mut at = None;
    for place in &data.local {
        let Some(known) = place.y.known() else { continue };
        if place.area.code == area.code {
            at = Some(ranked.len());
        }
        ranked.push(measured(known)?);
    }
    let rank = *stats::rank_intervals(&ranked).ok()?.get(at?)?;
    Some(words::rank_interval(data.lang, data.view.y, area, data.atlas.area(data.scope)?, rank))
}

/// The place against its nation; a nation against the UK.
fn against_whole(data: &Data, area: &Area, known: Known) -> Option<String> {
    let whole = data.place(whole_of(area)?)?;
    let of_whole = whole.y.known()?;
    let difference = difference(known, of_whole)?;
    Some(words::against(data.lang, data.view.y, area, difference.verdict, whole.area, of_whole.value))
}

/// The nation that an area lies in; the UK for a nation.
fn whole_of(area: &Area) -> Option<Code> {
    match area.kind {
        AreaKind::Uk => None,
        AreaKind::Nation => Some(Code::UK),
        _ => area.nation().map(|nation| nation.code()),
    }
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

/// The circumstance in the place, beside its nation's or, where the nation has none, the UK's; or why there is no figure.
fn circumstance(data: &Data, place: &Place) -> String {
    let (lang, x) = (data.lang, data.x);
    match place.x {
        Estimate::Known(known) => {
            let beside = beside(data, place.area);
            let beside = beside.as_ref().map(|(name, value)| (name.as_str(), *value));
            let mut said = words::circumstance(lang, x, data.x_period, known.value, beside);
            if let Some(remark) = words::remark(lang, known.mark) {
                said.push_str(&words::aside(lang, remark));
            }
            said
        }
        Estimate::Missing(why) => words::no_figure(lang, &words::in_sentence(&x.name), place.area, why),
    }
}

/// The circumstance in an area's nation, or else in the UK.
fn beside(data: &Data, area: &Area) -> Option<(String, f64)> {
    for code in [whole_of(area).unwrap_or(Code::UK), Code::UK] {
        let whole = data.place(code).filter(|whole| whole.area.code != area.code);
        if let Some((whole, known)) = whole.and_then(|whole| Some((whole, whole.x.known()?))) {
            return Some((words::place(data.lang, whole.area), known.value));
        }
    }
    None
}

/// The first chosen place against each of the others.
pub(super) fn comparisons(data: &Data) -> Vec<String> {
    let [first, others @ ..] = data.chosen.as_slice() else { return Vec::new() };
    let mut said = Vec::new();
    if data.view.y == Outcome::Unhealthy && !others.is_empty() {
        said.push(words::no_comparison(data.lang).to_owned());
        return said;
    }
    for other in others {
        let known = first.y.known().zip(other.y.known());
        let found = known.and_then(|(a, b)| difference(a, b));
        said.extend(found.map(|found| words::compared(data.lang, data.view.y, first.area, other.area, &found)));
    }
    said
}

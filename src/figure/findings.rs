//! What a figure says of each chosen place, and of the places against each other.

use crate::facts::{Comparison, Expectation, Ranked, whole_of};
use crate::model::{Area, AreaKind, Code, Estimate, Known};
use crate::view::Outcome;
use crate::words::{self, Said};

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
    /// What the circumstance lets expect of the place, where that can be worked out.
    pub expected: Option<String>,
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
            sentences.push(about(data, area, known).into());
            sentences.extend(against_whole(data, area).map(String::from));
            sentences.extend(rank(data, area).map(String::from));
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
    Finding {
        area: area.code,
        name: area.name.clone(),
        value,
        sentences,
        expected: expected(data, area).map(String::from),
    }
}

/// The sentence that is safe to quote.
fn about(data: &Data, area: &Area, known: Known) -> Said {
    let (lang, sex, when) = (data.lang, data.view.sex, data.y.period);
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
fn rank(data: &Data, area: &Area) -> Option<Said> {
    Ranked::of(&data.y, area.code, data.scope).ok().map(|ranked| words::rank(data.lang, &ranked))
}

/// The place against its nation; a nation against the UK.
fn against_whole(data: &Data, area: &Area) -> Option<Said> {
    let found = Comparison::with_whole(&data.y, area).ok()?;
    let whole = data.y.estimate(found.other().code).known()?;
    Some(words::against(data.lang, &found, whole))
}

/// What the circumstance lets expect of the place.
fn expected(data: &Data, area: &Area) -> Option<Said> {
    let found = Expectation::of(&data.y, data.x.id.as_str(), area.code).ok()?;
    Some(words::expected(data.lang, data.view.y, data.view.sex, data.y.period, &found))
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
        let found = Comparison::of(&data.y, first.area.code, other.area.code).ok();
        said.extend(found.map(|found| String::from(words::compared(data.lang, &found))));
    }
    if !said.is_empty() {
        said.push(words::overlap(data.lang).to_owned());
    }
    said
}

//! What a figure says of each chosen place, and of the places against each other.

use crate::facts::{Comparison, Expectation, Ranked, alike_in, whole_of};
use crate::model::{Area, AreaKind, Atlas, Code, Estimate, Indicator, Known};
use crate::view::{Outcome, Page, View};
use crate::words::{self, Link, Said};

use super::data::{Data, Place};
use super::profile::page_of;
use super::relation::Relation;
use super::{Chosen, FigureError};

/// What is said of the chosen places: apart from the figure, because nobody needs it before the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// One for each chosen place, in the order chosen.
    pub places: Vec<Finding>,
    /// The first chosen place against each of the others, with verdicts.
    pub comparisons: Vec<String>,
    /// How that was worked out: a sentence for each kind of statement that is made.
    pub basis: Vec<&'static str>,
}

/// What is said of one chosen place.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The place, with its figure.
    pub chosen: Chosen,
    /// Sentences, the safe one first.
    pub sentences: Vec<String>,
    /// What the circumstance lets expect of the place, where that can be worked out.
    pub expected: Option<String>,
    /// The places that are most like it, where there are any.
    pub similar: Option<SimilarPlaces>,
    /// The link to its own page: what it says, and the page.
    pub more: Option<(String, Page)>,
}

/// The places that are most like one.
#[derive(Debug, Clone, PartialEq)]
pub struct SimilarPlaces {
    /// “Places most like Blackpool”.
    pub heading: String,
    /// What they are alike in.
    pub basis: String,
    /// Each with its name, the most similar first.
    pub places: Vec<(Code, String)>,
}

/// Says of the chosen places of a relate figure what can be said of them. The view must be settled; every column it needs
/// must be loaded.
pub fn findings(atlas: &Atlas, view: &View) -> Result<Findings, FigureError> {
    let data = Data::of(atlas, view)?;
    // Nothing is expected from what may be no link, or is another without London.
    let link = Relation::of(&data.pairs()).map(|relation| relation.link);
    let is_linked = matches!(link, Some(Link::Together | Link::Apart));
    let places: Vec<Finding> = data.chosen.iter().map(|place| finding(&data, place, is_linked)).collect();
    let comparisons = comparisons(&data);
    let mut basis = Vec::new();
    if !comparisons.is_empty() {
        basis.push(words::overlap(data.lang));
    }
    if places.iter().any(|finding| finding.expected.is_some()) {
        basis.push(words::expected_basis(data.lang));
    }
    Ok(Findings { places, comparisons, basis })
}

fn finding(data: &Data, place: &Place, is_linked: bool) -> Finding {
    let area = place.area;
    let mut sentences = Vec::new();
    match place.y {
        Estimate::Known(known) => {
            sentences.push(about(data, area, known).into());
            sentences.extend(against_whole(data, area).map(String::from));
            sentences.extend(rank(data, area).map(String::from));
            let outside = outside(data, area);
            // Of a place outside the index's nation, that is all there is to say.
            if outside.is_none() || place.x.known().is_some() {
                sentences.push(circumstance(data, place));
            }
            sentences.extend(outside.or_else(|| not_in_picture(data, place)));
        }
        Estimate::Missing(why) => {
            let what = words::outcome_name(data.lang, data.view.y);
            sentences.push(words::no_figure(data.lang, what, area, why));
            sentences.push(words::not_in_picture(data.lang, area));
            sentences.push(circumstance(data, place));
        }
    }
    Finding {
        chosen: Chosen::of(data, place),
        sentences,
        expected: if is_linked { expected(data, area).map(String::from) } else { None },
        similar: similar(data, area),
        more: page_of(area).map(|page| (words::more_about(data.lang, area), page)),
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

/// That a local area is outside what the view looks at, where it is.
fn outside(data: &Data, area: &Area) -> Option<String> {
    let is_outside = area.kind == AreaKind::Local && !area.is_within(data.scope);
    let scope = data.atlas.area(data.scope).filter(|_| is_outside)?;
    Some(words::outside(data.lang, area, scope))
}

/// That a place with an outcome is not in the picture because its circumstance is missing, where it is.
fn not_in_picture(data: &Data, place: &Place) -> Option<String> {
    place.x.known().is_none().then(|| words::not_in_picture(data.lang, place.area))
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

/// The places that are most like it, as they were worked out when the figures were published.
fn similar(data: &Data, area: &Area) -> Option<SimilarPlaces> {
    let mut places = Vec::new();
    for &code in &data.atlas.tables.alike_to(area.code)?.similar {
        places.push((code, data.atlas.area(code)?.name.clone()));
    }
    let nation = area.nation()?;
    let by: Vec<&Indicator> = alike_in(nation).iter().filter_map(|id| data.atlas.indicator(id)).collect();
    let (heading, basis) = (words::similar_heading(data.lang, area), words::similar_basis(data.lang, nation, &by));
    Some(SimilarPlaces { heading, basis, places })
}

/// The circumstance in the place, beside its nation's or, where the nation has none, the UK's; or why there is no figure.
fn circumstance(data: &Data, place: &Place) -> String {
    let (lang, x) = (data.lang, data.x);
    match place.x {
        Estimate::Known(known) => {
            let beside = beside(data, place.area);
            let beside = beside.as_ref().map(|(name, value)| (name.as_str(), *value));
            let said = words::circumstance(lang, x, data.x_period, known.value, beside);
            let mut said = words::circumstance_of(lang, place.area, &said);
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
fn comparisons(data: &Data) -> Vec<String> {
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
    said
}

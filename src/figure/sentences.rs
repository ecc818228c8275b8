//! What may be quoted of the places that a view is about.

use crate::facts::Outcomes;
use crate::model::{Atlas, Code, Sex};
use crate::view::{Outcome, Page, View};
use crate::words;

use super::{Figure, lives};

/// A sentence that may be quoted, and the place it is about.
pub struct Quotable {
    /// The place's name.
    pub place: String,
    /// The sentence.
    pub sentence: String,
}

/// What may be quoted of the places that a figure is about: of those that have an estimate, if the figure is about the healthy
/// life expectancy of places. It is of the sex and the period that the figure shows last. None where that is not loaded.
pub fn quotable(atlas: &Atlas, view: &View, figure: &str) -> Vec<Quotable> {
    let sex = match &view.page {
        Page::Area(_) if figure.ends_with("-men") => Sex::Male,
        Page::Area(_) => Sex::Female,
        _ => view.sex,
    };
    // Bars of whole lives are of the latest period that has both life expectancies.
    let both = figure
        .starts_with(lives::ID)
        .then(|| Outcomes::of(atlas, Outcome::Unhealthy, sex, None).map(|both| both.period));
    let period = both.and_then(Result::ok);
    let Ok(outcomes) = Outcomes::of(atlas, Outcome::Healthy, sex, period) else { return Vec::new() };
    if !is_of_lives(view, figure) {
        return Vec::new();
    }
    let sentence = |code: &Code| {
        let area = atlas.area(*code)?;
        let known = outcomes.estimate(*code).known()?;
        let said = words::safe_sentence(view.lang, area, sex, outcomes.period, known.value, known.limits);
        Some(Quotable { place: area.name.clone(), sentence: said.into() })
    };
    places(atlas, view).iter().filter_map(sentence).collect()
}

/// Whether a figure is about healthy life expectancy of places, in its latest period.
fn is_of_lives(view: &View, figure: &str) -> bool {
    let is_latest = view.y == Outcome::Healthy && view.period.is_none();
    match view.page {
        Page::Explore => is_latest,
        Page::Map => is_latest && view.mapped().is_none(),
        Page::Gradient | Page::Circumstances => false,
        _ => !["tenths", "fifths", "life", "ages", "sexes", "neighbourhoods"].contains(&figure),
    }
}

/// A figure's title or subtitle for where it stands alone: with the places of the view that the figure tells of, unless the text
/// names them all.
pub fn alone(atlas: &Atlas, view: &View, figure: &Figure, text: &str) -> String {
    let areas = places(atlas, view);
    let names = areas.iter().filter_map(|code| atlas.area(*code)).map(|area| words::place(view.lang, area));
    let is_told = |name: &String| figure.summary.contains(name.as_str()) || figure.alt.contains(name.as_str());
    let told: Vec<String> = names.filter(is_told).collect();
    match told.iter().all(|name| text.contains(name.as_str())) {
        true => text.to_owned(),
        false => words::of_places(view.lang, text, &told),
    }
}

/// The places that the view is about: its own, on the page of one, or those chosen.
pub fn places(atlas: &Atlas, view: &View) -> Vec<Code> {
    match &view.page {
        Page::Area(slug) => atlas.by_slug(slug.as_str()).map(|area| area.code).into_iter().collect(),
        Page::Compare => view.compared(),
        _ => view.areas.clone(),
    }
}

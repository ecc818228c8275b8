//! What may be quoted of the places that a view is about.

use crate::facts::Outcomes;
use crate::model::{Atlas, Code};
use crate::view::{Outcome, Page, View};
use crate::words;

/// The safe sentence of each place that the view is about and that has an estimate. None where
/// healthy life expectancy in its latest period is not loaded.
pub fn safe_sentences(atlas: &Atlas, view: &View) -> Vec<String> {
    let Ok(outcomes) = Outcomes::of(atlas, Outcome::Healthy, view.sex, None) else { return Vec::new() };
    let sentence = |code: &Code| {
        let area = atlas.area(*code)?;
        let known = outcomes.estimate(*code).known()?;
        let said = words::safe_sentence(view.lang, area, view.sex, outcomes.period, known.value, known.limits);
        Some(said.into())
    };
    places(atlas, view).iter().filter_map(sentence).collect()
}

/// The places that the view is about: its own, on the page of one, or those chosen.
pub fn places(atlas: &Atlas, view: &View) -> Vec<Code> {
    match &view.page {
        Page::Area(slug) => atlas.by_slug(slug.as_str()).map(|area| area.code).into_iter().collect(),
        _ => view.areas.clone(),
    }
}

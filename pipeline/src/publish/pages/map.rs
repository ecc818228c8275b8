//! The page of maps, as it reads before the app has started and where it cannot.

use healthy_years::figure;
use healthy_years::view::{Page, View};
use healthy_years::words;
use maud::{Markup, html};

use super::{Material, controls, view};
use crate::publish::PublishError;

/// Writes the page.
pub(super) fn publish(material: &Material) -> Result<(), PublishError> {
    let view = View::of(Page::Map);
    let headline = figure::map_headline(&material.context.atlas, &view).map_err(|error| view::failed(&view, error))?;
    view::publish_following(material, &view, &headline, controls(&view))
}

/// The app's controls, not yet working: they hold the place so that nothing moves when the app takes over.
fn controls(view: &View) -> Markup {
    html! {
        div.pick.needs-script {
            (controls::search())
            div.controls {
                div.field.circumstance { label for="measure" { "Measure" } select #measure disabled { option { (words::outcome_title(view.lang, view.y)) } } }
                (controls::whose(view))
                div.field { label for="period" { "Period" } select #period disabled { option { "Latest" } } }
                div.field { label for="within" { "Places in" } select #within disabled { option { "United Kingdom" } } }
            }
        }
    }
}

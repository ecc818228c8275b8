//! The home page, as it reads before the app has started and where it cannot.

use healthy_years::figure;
use healthy_years::view::{Outcome, View};
use healthy_years::words;
use maud::{Markup, html};

use super::{Material, controls, view};
use crate::publish::PublishError;

/// Writes the page.
pub(super) fn publish(material: &Material) -> Result<(), PublishError> {
    let view = View::default();
    let headline = figure::headline(&material.context.atlas, &view).map_err(|error| view::failed(&view, error))?;
    view::publish(material, &view, &headline, pick(material, &view))
}

/// The app's controls, not yet working.
fn pick(material: &Material, view: &View) -> Markup {
    let circumstance = material.context.atlas.indicator(view.x.as_str()).map(|x| x.name.as_str()).unwrap_or_default();
    html! {
        div.pick.needs-script {
            (controls::search())
            div.controls {
                div.field.circumstance { label for="circumstance" { "Circumstance" } select #circumstance disabled { option { (circumstance) } } }
                (controls::whose(view))
                div.field { label for="measure" { "Measure" } select #measure disabled { option { (words::outcome_title(view.lang, Outcome::Healthy)) } } }
                details.more { summary { "More options" } }
            }
        }
    }
}

//! The page of trends, as it reads before the app has started and where it cannot.

use healthy_years::figure;
use healthy_years::view::{Page, View};
use maud::{Markup, html};

use super::{Material, controls, view};
use crate::publish::PublishError;

/// Writes the page.
pub(super) fn publish(material: &Material) -> Result<(), PublishError> {
    let view = View { page: Page::Trends, ..View::default() };
    let headline = figure::trends_headline(&material.context.atlas, &view);
    let headline = headline.map_err(|error| view::failed(&view, error))?;
    view::publish(material, &view, &headline, pick(&view))
}

/// The app's controls, not yet working: they hold the place so that nothing moves when the app takes over.
fn pick(view: &View) -> Markup {
    html! {
        div.pick.needs-script {
            (controls::search())
            div.controls { (controls::whose(view)) }
        }
    }
}

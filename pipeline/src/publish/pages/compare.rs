//! The page that compares places, as it reads before the app has started and where it cannot.

use healthy_years::figure;
use healthy_years::view::{Page, View};
use maud::html;

use super::{Material, controls, view};
use crate::publish::PublishError;

/// Writes the page.
pub(super) fn publish(material: &Material) -> Result<(), PublishError> {
    let view = View { page: Page::Compare, ..View::default() };
    let headline = figure::compare_headline(view.lang);
    let controls = html! {
        div.pick.needs-script {
            (controls::search())
            div.controls { (controls::whose(&view)) }
        }
    };
    view::publish(material, &view, &headline, controls)
}

//! The page of gradients, as it reads before the app has started and where it cannot.

use healthy_years::figure;
use healthy_years::view::{Page, View};
use maud::html;

use super::{Material, controls, view};
use crate::publish::PublishError;

/// Writes the page.
pub(super) fn publish(material: &Material) -> Result<(), PublishError> {
    let view = View { page: Page::Gradient, ..View::default() };
    let headline = figure::gradient_headline(&material.context.atlas, &view);
    let headline = headline.map_err(|error| view::failed(&view, error))?;
    view::publish(material, &view, &headline, html! { div.pick.needs-script { (controls::search()) } })
}

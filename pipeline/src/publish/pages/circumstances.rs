//! The page of all circumstances, as it reads before the app has started and where it cannot.

use healthy_years::figure;
use healthy_years::view::{Page, View};
use maud::{Markup, html};

use super::{Material, explore, view};
use crate::publish::PublishError;

/// The page as HTML text.
pub(super) fn page(material: &Material) -> Result<String, PublishError> {
    let view = View { page: Page::Circumstances, ..View::default() };
    view::page(material, &view, &figure::circumstances_headline(&view), controls(&view))
}

/// The app's control, not yet working: it holds the place so that nothing moves when the app takes over.
fn controls(view: &View) -> Markup {
    html! { div.pick.needs-script { (explore::whose(view)) } }
}

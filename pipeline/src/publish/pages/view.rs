//! A view's page: its headline, its controls and its figures in their default state, which the app takes over.

use healthy_years::figure::{self, Figure, FigureError, Headline};
use healthy_years::view::View;
use maud::{Markup, html};

use super::Material;
use super::figure::{figure as figure_markup, waiting};
use super::shell::{self, Page};
use crate::publish::PublishError;

/// What stands around the figures of a page.
pub(super) struct Around<'a> {
    /// The title of the window.
    pub title: &'a str,
    /// What a search engine shows.
    pub description: &'a str,
    /// Above the figures, headline first. The app leaves it as it is, save for a headline that follows what is shown.
    pub above: Markup,
    /// Below them, likewise.
    pub below: Markup,
}

/// The page of a view in its default state, as HTML text. `controls` stand between headline and figures. The headline is the
/// same in every state of the view.
pub(super) fn page(
    material: &Material,
    view: &View,
    headline: &Headline,
    controls: Markup,
) -> Result<String, PublishError> {
    headed(material, view, headline, None, controls)
}

/// The same where the headline is of what is shown, so that the app writes it anew. Until then, another state has none.
pub(super) fn page_that_follows(
    material: &Material,
    view: &View,
    headline: &Headline,
    controls: Markup,
) -> Result<String, PublishError> {
    headed(material, view, headline, Some("follows"), controls)
}

fn headed(
    material: &Material,
    view: &View,
    headline: &Headline,
    class: Option<&str>,
    controls: Markup,
) -> Result<String, PublishError> {
    let figures = figure::figures(&material.context.atlas, view).map_err(|error| failed(view, error))?;
    let finding = figures.first().map(|figure| figure.title.as_str()).unwrap_or_default();
    let title = [finding, " – ", shell::NAME].concat();
    let above = html! {
        h1 class=[class] { (headline.text) }
        p class={ "basis" @if let Some(class) = class { " " (class) } } { (headline.basis) }
    };
    let around = Around { title: &title, description: &headline.text, above, below: html! {} };
    Ok(render(material, view, &figures, around, controls))
}

/// The page with these figures and what stands around them.
pub(super) fn render(material: &Material, view: &View, figures: &[Figure], around: Around, controls: Markup) -> String {
    let main = html! {
        (around.above)
        div #app-view {
            noscript { p.note { "Without JavaScript this page shows its usual figures, whatever its address asks for. The figures of every place are in the open data, linked at the foot." } }
            p.ignored {}
            (controls)
            script src=(material.assets.state_js) data-reads=(view.page.reads().join(" ")) {}
            (waiting())
            div.default-state { @for figure in figures { (figure_markup(figure)) } }
        }
        (around.below)
    };
    let page = Page { title: around.title, description: around.description, view: Some(view), main };
    shell::render(&material.assets, &page)
}

/// What stands for controls where a page has none: the place that the app may fill.
pub(super) fn no_controls() -> Markup {
    html! { div.pick.needs-script {} }
}

/// A view's figure could not be built.
pub(super) fn failed(view: &View, error: FigureError) -> PublishError {
    PublishError::Page { page: view.page.path(), error }
}

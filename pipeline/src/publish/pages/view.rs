//! A view's page: its headline, its controls and its figures in their default state, which the app takes over.

use healthy_years::figure::{self, Figure, FigureError, Headline};
use healthy_years::view::{self, View};
use maud::{Markup, html};

use super::figure::{figure as figure_markup, waiting};
use super::head::About;
use super::shell::{self, Page};
use super::{Material, card, oembed, places, sources};
use crate::publish::PublishError;

/// What stands around the figures of a page.
pub(super) struct Around<'a> {
    /// The page's title, without the site's name.
    pub title: &'a str,
    /// What a search engine shows.
    pub description: &'a str,
    /// Above the figures, headline first. The app leaves it as it is, save for a headline that follows what is shown.
    pub above: Markup,
    /// Below them, likewise.
    pub below: Markup,
}

/// Writes the page of a view in its default state. `controls` stand between headline and figures. The headline is the same
/// in every state of the view.
pub(super) fn publish(
    material: &Material,
    view: &View,
    headline: &Headline,
    controls: Markup,
) -> Result<(), PublishError> {
    headed(material, view, headline, None, controls)
}

/// The same where the headline is of what is shown, so that the app writes it anew. Until then, another state has none.
pub(super) fn publish_following(
    material: &Material,
    view: &View,
    headline: &Headline,
    controls: Markup,
) -> Result<(), PublishError> {
    headed(material, view, headline, Some("follows"), controls)
}

fn headed(
    material: &Material,
    view: &View,
    headline: &Headline,
    class: Option<&str>,
    controls: Markup,
) -> Result<(), PublishError> {
    let figures = figure::figures(&material.context.atlas, view).map_err(|error| failed(view, error))?;
    let finding = figures.first().map(|figure| figure.title.as_str()).unwrap_or_default();
    let above = html! {
        h1 class=[class] { (headline.text) }
        p class={ "basis" @if let Some(class) = class { " " (class) } } { (headline.basis) }
    };
    let around = Around { title: finding, description: &headline.text, above, below: html! {} };
    write(material, view, &figures, around, controls)
}

/// Writes the page with these figures and what stands around them, and beside it what lets other sites embed it.
pub(super) fn write(
    material: &Material,
    view: &View,
    figures: &[Figure],
    around: Around,
    controls: Markup,
) -> Result<(), PublishError> {
    let Material { context, .. } = material;
    let path = view.page.path();
    let figure = figures.first();
    let card = figure.map(|figure| card::write(context, &path, figure)).transpose()?.flatten();
    let place = match &view.page {
        view::Page::Area(slug) => context.atlas.by_slug(slug.as_str()),
        _ => None,
    };
    let Around { title, description, .. } = around;
    let about = About { path: &path, title, description, place, figure, card };
    if let Some(figure) = about.figure {
        let answer = oembed::answer(context, &about, view, figure);
        context.write(&oembed::path(&path)[1..], answer.to_string())?;
    }
    context.write(&[&path[1..], "index.html"].concat(), render(material, view, figures, around, controls, &about))
}

/// The page as HTML text.
fn render(
    material: &Material,
    view: &View,
    figures: &[Figure],
    around: Around,
    controls: Markup,
    about: &About,
) -> String {
    let main = html! {
        (around.above)
        div #app-view {
            noscript { p.note { "Without JavaScript this page shows its usual figures, whatever its address asks for. " a href=(places::PATH) { "Every place has a page of its own" } "." } }
            p.ignored {}
            (controls)
            script src=(material.assets.state_js) data-reads=(view.page.reads().join(" ")) {}
            (waiting())
            div.default-state { @for figure in figures { (figure_markup(figure)) } }
        }
        (around.below)
        (sources::below(&material.context.atlas, figures))
    };
    let title = [around.title, " – ", shell::NAME].concat();
    let page = Page {
        title: &title,
        description: around.description,
        view: Some(view),
        about: Some(about),
        indexed: true,
        main,
    };
    shell::render(material, &page)
}

/// What stands for controls where a page has none: the place that the app may fill.
pub(super) fn no_controls() -> Markup {
    html! { div.pick.needs-script {} }
}

/// A view's figure could not be built.
pub(super) fn failed(view: &View, error: FigureError) -> PublishError {
    PublishError::Page { page: view.page.path(), error }
}

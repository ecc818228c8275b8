//! A view's page: its headline, its controls and its figures in their default state, which the app takes over.

use healthy_years::figure::{self, FigureError, Headline};
use healthy_years::model::Sex;
use healthy_years::view::View;
use healthy_years::words;
use maud::{Markup, html};

use super::Material;
use super::figure::{figure as figure_markup, waiting};
use super::shell::{self, Page};
use crate::publish::PublishError;

/// The page of a view in its default state, as HTML text. `controls` stand between headline and figures.
pub(super) fn page(
    material: &Material,
    view: &View,
    headline: &Headline,
    controls: Markup,
) -> Result<String, PublishError> {
    let figures = figure::figures(&material.context.atlas, view).map_err(|error| failed(view, error))?;
    let finding = figures.first().map(|figure| figure.title.as_str()).unwrap_or_default();
    let title = [finding, " – ", shell::NAME].concat();
    let main = html! {
        h1 { (headline.text) }
        p.basis { (headline.basis) }
        div #app-view {
            noscript { p.note { "Without JavaScript this page shows its usual figures, whatever its address asks for. The figures of every place are in the open data, linked at the foot." } }
            p.ignored {}
            (controls)
            script src=(material.assets.state_js) data-reads=(view.page.reads().join(" ")) {}
            (waiting())
            div.default-state { @for figure in &figures { (figure_markup(figure)) } }
        }
    };
    let page = Page { title: &title, description: &headline.text, view: Some(view), main };
    Ok(shell::render(&material.assets, &page))
}

/// What stands for controls where a page has none: the place that the app may fill.
pub(super) fn no_controls() -> Markup {
    html! { div.pick.needs-script {} }
}

/// The search box, not yet working.
pub(super) fn search() -> Markup {
    html! {
        div.search {
            label for="find" { "Find a place" }
            input #find type="text" placeholder="Town, council or region" disabled;
            p.said {}
        }
    }
}

/// The choice of women or men, not yet working.
pub(super) fn whose(view: &View) -> Markup {
    html! {
        fieldset.whose disabled {
            legend { "Whose lives" }
            (radio(view, Sex::Female))
            (radio(view, Sex::Male))
        }
    }
}

fn radio(view: &View, sex: Sex) -> Markup {
    html! {
        label.radio {
            input type="radio" name="sex" checked[sex == view.sex];
            span { (words::whose_title(view.lang, sex)) }
        }
    }
}

/// A view's figure could not be built.
pub(super) fn failed(view: &View, error: FigureError) -> PublishError {
    PublishError::Page { page: view.page.path(), error }
}

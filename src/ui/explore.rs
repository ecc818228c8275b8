//! Explore, the home page: how a circumstance goes together with healthy life expectancy.

use super::app::App;
use super::chosen::chosen;
use super::controls::controls;
use super::dom::{Element, el};
use super::figure::{figure, stated};
use super::search::search;
use crate::figure::Finding;

/// Search, chosen places, controls and the figure.
pub fn explore(app: App) -> Element {
    el("div")
        .add(el("p").class("ignored").set("role", "status").follow_text(move || app.ignored.get()))
        .add(el("p").class("unseen").set("role", "status").follow_text(move || changed(app)))
        .add(el("div").class("pick").add(search(app)).add(controls(app)))
        .add(chosen(app))
        .add(figure(app))
}

/// What changed, for those who do not see it: the finding, then each chosen place with its figure.
fn changed(app: App) -> String {
    let Some(figure) = stated(app) else { return String::new() };
    let mut said = vec![figure.title.clone()];
    said.extend(figure.findings.iter().map(Finding::short));
    said.join(". ")
}

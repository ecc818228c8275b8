//! The tray of chosen places, which leads to their comparison.

use super::app::App;
use super::dom::{Element, el};
use super::figure::stated;
use super::page;
use crate::model::Code;
use crate::view::{Page, View};
use crate::words;

/// The chosen places, each with a button that removes it as soon as the page answers; after two or more a link that leads
/// to their comparison from any other view.
pub fn chosen(app: App) -> Element {
    el("ul")
        .class("chosen")
        .set("aria-label", "Chosen places")
        .flag("hidden", move || app.view.with(|view| view.areas.is_empty()))
        .children(move || {
            app.view.with(|view| view.areas.iter().map(|code| chip(app, *code)).chain(comparison(app, view)).collect())
        })
}

/// The link to the comparison of the chosen places. It leads there as soon as the page answers.
fn comparison(app: App, view: &View) -> Option<Element> {
    let leads = view.areas.len() > 1 && view.page != Page::Compare;
    let address = move || app.acts.get().map(|acts| app.view.with(acts.comparison));
    let link = || el("a").class("compare").follow("href", address).text(words::compare_these(page::lang()));
    leads.then(|| el("li").add(link()))
}

fn chip(app: App, code: Code) -> Element {
    let name = app.read(|loaded| loaded.atlas.area(code).map(|area| area.name.clone())).unwrap_or_default();
    let value = move || {
        let figures = stated(app);
        let chosen = figures.iter().flat_map(|figure| &figure.chosen).find(|chosen| chosen.area == code);
        chosen.and_then(|chosen| chosen.value.clone()).unwrap_or_default()
    };
    let remove = move || {
        if let Some(acts) = app.acts.get_untracked() {
            (acts.remove)(app, code);
        }
    };
    let button = el("button")
        .set("type", "button")
        .class("chip")
        .flag("disabled", move || app.acts.get().is_none())
        .add(el("span").class("unseen").text("Remove "))
        .text(&name)
        .add(el("span").class("value").follow_text(value))
        .add(el("span").class("cross").set("aria-hidden", "true").text("×"))
        .on("click", move |_| remove());
    el("li").add(button)
}

/// What the tray does once the page answers.
#[derive(Clone, Copy)]
pub struct Acts {
    remove: fn(App, Code),
    /// The address of the comparison, which keeps what that page reads.
    comparison: fn(&View) -> String,
}

/// All of it.
pub const ACTS: Acts = Acts { remove, comparison: |view| view.on(Page::Compare).address() };

/// Removes a chosen place. The button that had the focus is gone: the search box is where to go on from.
fn remove(app: App, code: Code) {
    app.go(app.view.get_untracked().without_area(code));
    page::focus_next(page::SEARCH);
}

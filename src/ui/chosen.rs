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
            app.view.with(|view| view.areas.iter().map(|code| chip(app, *code)).chain(comparison(view)).collect())
        })
}

/// The link to the comparison of the chosen places, which keeps what that page reads.
fn comparison(view: &View) -> Option<Element> {
    let leads = view.areas.len() > 1 && view.page != Page::Compare;
    let link = || {
        let address = view.on(Page::Compare).address();
        el("li").add(el("a").class("compare").set("href", &address).text(words::compare_these(page::lang())))
    };
    leads.then(link)
}

fn chip(app: App, code: Code) -> Element {
    let name = app.read(|loaded| loaded.atlas.area(code).map(|area| area.name.clone())).unwrap_or_default();
    let value = move || {
        let figures = stated(app);
        let chosen = figures.iter().flat_map(|figure| &figure.chosen).find(|chosen| chosen.area == code);
        chosen.and_then(|chosen| chosen.value.clone()).unwrap_or_default()
    };
    let remove = move || {
        if let Some(remove) = app.remove.get_untracked() {
            remove(app, code);
        }
    };
    let button = el("button")
        .set("type", "button")
        .class("chip")
        .flag("disabled", move || app.remove.get().is_none())
        .add(el("span").class("unseen").text("Remove "))
        .text(&name)
        .add(el("span").class("value").follow_text(value))
        .add(el("span").class("cross").set("aria-hidden", "true").text("×"))
        .on("click", move |_| remove());
    el("li").add(button)
}

/// Removes a chosen place. The button that had the focus is gone: the search box is where to go on from.
pub fn remove(app: App, code: Code) {
    app.go(app.view.get_untracked().without_area(code));
    page::focus_next(page::SEARCH);
}

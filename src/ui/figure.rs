//! A figure as people meet it: title, picture, summary, what it says of chosen places, notes, table, sources.

use std::rc::Rc;

use super::app::App;
use super::chart::{Chart, chart};
use super::dom::{self, Element, each, el};
use super::findings::{comparisons, findings};
use super::page;
use super::problem::problem;
use super::state::State;
use crate::figure::Figure;

/// The name of the figure's title in the page.
pub const TITLE: &str = "figure-title";

/// The figure of the present view, or what stands in its place; its picture; and the place of its table.
pub fn figure(app: App) -> (Element, Chart, Element) {
    let failed = State::following(move || !app.problem.with(String::is_empty));
    let in_its_place = move || match failed.get() {
        true => vec![problem(move || app.problem.get(), move || app.try_again())],
        false => Vec::new(),
    };
    let (parts, chart, table) = parts(app);
    let figure = el("figure")
        .class("figure")
        .set("aria-labelledby", TITLE)
        .truth("aria-busy", move || app.busy.get())
        .children(in_its_place)
        .add(parts.flag("hidden", move || failed.get()));
    // The button that tried again with success is gone: the figure's title is where to go on from.
    let mut had_failed = false;
    dom::follow(move || {
        if core::mem::replace(&mut had_failed, failed.get()) && !had_failed {
            page::focus_next(TITLE);
        }
    });
    (figure, chart, table)
}

fn parts(app: App) -> (Element, Chart, Element) {
    let has_no_points = move || shown(app).is_some_and(|figure| figure.marks.is_empty());
    let caption = el("figcaption")
        .add(text(app, "h2", |figure| &figure.title).set("id", TITLE).set("tabindex", "-1"))
        .add(text(app, "p", |figure| &figure.subtitle).class("subtitle"));
    let reading =
        el("details")
            .class("reading")
            .add(el("summary").text("How to read this"))
            .add(text(app, "p", |figure| &figure.reading));
    let notes = el("details")
        .class("notes")
        .add(el("summary").text("Before you quote this"))
        .add(list(app, |figure| &figure.notes));
    let (picture, chart) = chart(app);
    let table = el("details").class("table").add(el("summary").text("Table of the same numbers"));
    let parts = el("div")
        .add(caption)
        .add(picture.flag("hidden", has_no_points))
        .add(text(app, "p", |figure| &figure.summary).class("summary"))
        .add(list(app, |figure| &figure.cautions).class("cautions"))
        .add(list(app, |figure| &figure.missing).class("missing-places"))
        .add(comparisons(app))
        .add(findings(app))
        .add(reading)
        .add(notes)
        .add(table.clone())
        .add(list(app, |figure| &figure.sources).class("sources").set("aria-label", "Sources"));
    (parts, chart, table)
}

/// An element with a text of the figure.
fn text(app: App, tag: &'static str, part: fn(&Figure) -> &str) -> Element {
    el(tag).follow_text(move || shown(app).map(|figure| part(&figure).to_owned()).unwrap_or_default())
}

/// A list of texts of the figure.
fn list(app: App, part: fn(&Figure) -> &[String]) -> Element {
    el("ul").children(move || shown(app).map(|figure| each("li", part(&figure))).unwrap_or_default())
}

/// The figure that is shown; whoever asks follows it.
pub fn shown(app: App) -> Option<Rc<Figure>> {
    app.figure.get()
}

/// The figure that is shown, for what is said outside of it: none while its place is taken by a problem.
pub fn stated(app: App) -> Option<Rc<Figure>> {
    shown(app).filter(|_| app.problem.with(String::is_empty))
}

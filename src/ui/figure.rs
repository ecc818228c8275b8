//! A figure as people meet it: title, picture, summary, what it says of chosen places, notes, table, sources.

use std::rc::Rc;

use super::app::App;
use super::chart::{Chart, chart};
use super::dom::{self, Element, each, el};
use super::page;
use super::problem::problem;
use super::state::State;
use crate::figure::{Figure, Source};
use crate::words;

/// What is filled or read once the page answers.
pub struct Parts {
    /// The figure's id.
    pub id: &'static str,
    /// The picture.
    pub chart: Chart,
    /// The place of what survey noise does.
    pub noise: Element,
    /// The place of what is said of the chosen places.
    pub findings: Element,
    /// The place of the table.
    pub table: Element,
    /// The place of the panel by which the figure is shared.
    pub share: Element,
}

/// The name of a figure's title in the page.
pub fn title_of(id: &str) -> String {
    [id, "-title"].concat()
}

/// A figure of the present view, where it has it. What stands in the place of figures that could not be had stands in
/// that of the page's first.
pub fn figure(app: App, id: &'static str) -> (Element, Parts) {
    let is_first = app.ids.first() == Some(&id);
    let failed = State::following(move || !app.problem.with(String::is_empty));
    // A place may have figures, but not the page's first.
    let is_gone = move || if failed.get() { !is_first } else { shown(app, id).is_none() };
    let in_its_place = move || match failed.get() && is_first {
        true => vec![problem(move || app.problem.get(), move || app.try_again())],
        false => Vec::new(),
    };
    let (content, parts) = parts(app, id);
    let figure = el("figure")
        .class("figure")
        .set("aria-labelledby", &title_of(id))
        .truth("aria-busy", move || app.busy.get())
        .flag("hidden", is_gone)
        .children(in_its_place)
        .add(content.flag("hidden", move || failed.get()));
    // The button that tried again with success is gone: the figure's title is where to go on from.
    let mut had_failed = false;
    dom::follow(move || {
        if core::mem::replace(&mut had_failed, failed.get()) && !had_failed && is_first {
            page::focus_next(title_of(id));
        }
    });
    (figure, parts)
}

fn parts(app: App, id: &'static str) -> (Element, Parts) {
    let has_no_points = move || shown(app, id).is_some_and(|figure| figure.marks.is_empty());
    let caption = el("figcaption")
        .add(text(app, id, "h2", |figure| &figure.title).set("id", &title_of(id)).set("tabindex", "-1"))
        .add(text(app, id, "p", |figure| &figure.subtitle).class("subtitle"));
    let reading =
        el("details")
            .class("reading")
            .add(el("summary").text("How to read this"))
            .add(text(app, id, "p", |figure| &figure.reading));
    let notes =
        el("details")
            .class("notes")
            .add(el("summary").text("Before you quote this"))
            .add(list(app, id, |figure| &figure.notes));
    let has_no_noise = move || shown(app, id).is_none_or(|figure| figure.noise.is_none());
    let noise = el("details")
        .class("noise")
        .flag("hidden", has_no_noise)
        .add(el("summary").text(words::noise_heading(page::lang())));
    let findings = el("div");
    let (picture, chart) = chart(app, id);
    let table = el("details").class("table").add(el("summary").text("Table of the same numbers"));
    let share = el("details").class("share needs-script").add(el("summary").text(words::share_heading(page::lang())));
    let parts = el("div")
        .add(caption)
        .add(picture.flag("hidden", has_no_points))
        .add(text(app, id, "p", summary).class("summary"))
        .add(list(app, id, |figure| &figure.cautions).class("cautions"))
        .add(list(app, id, |figure| &figure.missing).class("missing-places"))
        .add(noise.clone())
        .add(findings.clone())
        .add(reading)
        .add(notes)
        .add(table.clone())
        .add(share.clone())
        .add(el("ul").children(move || sources(app, id)).class("sources").set("aria-label", "Sources"));
    (parts, Parts { id, chart, noise, findings, table, share })
}

/// The summary; on the page of a place, where that says the same above, where.
fn summary(figure: &Figure) -> &str {
    figure.told_above.as_ref().filter(|_| !page::is_embed()).unwrap_or(&figure.summary)
}

/// The lines that say where the figure's numbers are from.
fn sources(app: App, id: &str) -> Vec<Element> {
    let line = |source: &Source| el("li").text(&source.line);
    shown(app, id).map(|figure| figure.sources.iter().map(line).collect()).unwrap_or_default()
}

/// An element with a text of the figure.
fn text(app: App, id: &'static str, tag: &'static str, part: fn(&Figure) -> &str) -> Element {
    el(tag).follow_text(move || shown(app, id).map(|figure| part(&figure).to_owned()).unwrap_or_default())
}

/// A list of texts of the figure.
fn list(app: App, id: &'static str, part: fn(&Figure) -> &[String]) -> Element {
    el("ul").children(move || shown(app, id).map(|figure| each("li", part(&figure))).unwrap_or_default())
}

/// A figure that is shown, if the view has it; whoever asks follows it.
pub fn shown(app: App, id: &str) -> Option<Rc<Figure>> {
    app.figures.with(|figures| figures.iter().find(|figure| figure.id == id).cloned())
}

/// The figures that are shown, for what is said outside of them: none while their place is taken by a problem.
pub fn stated(app: App) -> Vec<Rc<Figure>> {
    if app.problem.with(String::is_empty) { app.figures.get() } else { Vec::new() }
}

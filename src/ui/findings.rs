//! What is said of the chosen places, and what is offered instead of an index that counts ill health.

use wasm_bindgen_futures::spawn_local;

use super::app::App;
use super::dom::{self, Element, each, el};
use super::figure::title_of;
use super::late::{self, Stage};
use super::page;
use super::problem::problem;
use super::state::State;
use crate::codec::{self, PackId, TablePack};
use crate::figure::{self, Finding, Findings, Offer, SimilarPlaces};
use crate::view::Page;
use crate::words;

/// The figure of Explore.
const EXPLORES: &str = "relate";

/// What is said where what is said of places could not be had.
const NO_FINDINGS: &str =
    "What can be said of the chosen places could not be fetched. You may be offline, or the site may be busy.";

/// What is said where similar places would be that could not be had.
const NOT_ALIKE: &str = "Which places are most alike could not be fetched.";

/// Where it is said.
pub struct Place {
    app: App,
    place: Element,
}

/// Has the place below a figure of Explore filled, as soon as there is something to say there: the code for that is a
/// piece of its own. Below other figures there is nothing to say.
pub fn bring(app: App, place: &Element) {
    let piece = late::places();
    let has_something = move || {
        app.view.with(|view| view.page == Page::Explore && (!view.areas.is_empty() || view.offers().next().is_some()))
    };
    let inner = el("div");
    let within: &Place = Box::leak(Box::new(Place { app, place: inner.clone() }));
    let (mut is_asked, mut is_filled) = (false, false);
    dom::follow(move || {
        if has_something() && !core::mem::replace(&mut is_asked, true) {
            piece.ask();
        }
        if piece.stage() == Stage::Here && !core::mem::replace(&mut is_filled, true) {
            // What it brings outlives this run of what follows.
            page::apart(move || piece.run(within));
        }
    });
    let in_its_place = move || match piece.stage() == Stage::Missing && has_something() {
        true => vec![problem(|| NO_FINDINGS.to_owned(), move || piece.ask())],
        false => Vec::new(),
    };
    place.clone().children(in_its_place).add(inner);
}

/// Fills it; which places are alike comes after the rest.
pub fn fill(within: &'static Place) {
    let app = within.app;
    let alike = State::new(Stage::Coming);
    let fetch = move |again| {
        spawn_local(async move {
            let come = app.fetch_beside(PackId::Table(TablePack::Alike), again, codec::load_alike).await;
            alike.set(if come.is_ok() { Stage::Here } else { Stage::Missing });
        });
    };
    fetch(false);
    let not_alike = move || match alike.get() == Stage::Missing && app.view.with(|view| !view.areas.is_empty()) {
        true => vec![problem(|| NOT_ALIKE.to_owned(), move || fetch(true))],
        false => Vec::new(),
    };
    within.place.clone().children(move || {
        app.figures.track();
        alike.track();
        // All is said anew: a button that has the focus goes with the rest.
        if page::has_focus(within.place.node()) {
            page::focus_next(title_of(EXPLORES));
        }
        let view = app.view.get_untracked();
        if view.page != Page::Explore || !app.problem.with(String::is_empty) {
            return Vec::new();
        }
        let (offers, findings) =
            app.read(|loaded| (figure::offers(&loaded.atlas, &view), figure::findings(&loaded.atlas, &view)));
        let mut parts = offered(app, &offers);
        parts.extend(findings.map(|findings| told(app, &findings)).unwrap_or_default());
        parts
    });
    within.place.clone().add(el("div").children(not_alike));
}

/// Circumstances to look at instead, one tap each.
fn offered(app: App, offers: &[Offer]) -> Vec<Element> {
    if offers.is_empty() {
        return Vec::new();
    }
    let offer = |offer: &Offer| {
        let x = offer.x.clone();
        let look = move || app.change(|view| view.x = x.clone());
        el("li").add(el("button").set("type", "button").text(&offer.says).on("click", move |_| look()))
    };
    let list = el("ul").add_all(offers.iter().map(offer).collect());
    vec![el("div").class("offers").add(el("p").text(words::offers_heading(page::lang()))).add(list)]
}

/// The first chosen place against each of the others, then each place by itself.
fn told(app: App, findings: &Findings) -> Vec<Element> {
    let mut parts = vec![el("div").class("comparisons").add_all(each("p", &findings.comparisons))];
    let places = findings.places.iter().map(|one| finding(app, one)).collect();
    parts.push(el("div").class("findings").add_all(places));
    parts.extend(findings.basis.iter().map(|basis| el("p").class("basis").text(basis)));
    parts
}

fn finding(app: App, finding: &Finding) -> Element {
    let value = el("span").class("value").text(finding.chosen.value.as_deref().unwrap_or_default());
    let mut section = el("section")
        .class("finding")
        .add(el("h3").text(&finding.chosen.name).text(" ").add(value))
        .add_all(each("p", &finding.sentences));
    if let Some(expected) = &finding.expected {
        section = section.add(el("p").text(expected));
    }
    if let Some((says, page)) = &finding.more {
        let address = app.view.with_untracked(|view| view.on(page.clone()).address());
        section = section.add(el("p").add(el("a").set("href", &address).text(says)));
    }
    match &finding.similar {
        Some(similar) => section.add_all(alike(app, similar)),
        None => section,
    }
}

/// The places that are most like one, each to be compared with it by one tap.
fn alike(app: App, similar: &SimilarPlaces) -> Vec<Element> {
    let mut buttons = Vec::new();
    for (area, name) in similar.places.iter().cloned() {
        let compare = move || app.go(app.view.get_untracked().toggled(area));
        let chosen = move || app.view.with(|view| view.areas.contains(&area));
        let button = el("button")
            .set("type", "button")
            .class("place")
            .truth("aria-pressed", chosen)
            .text(&name)
            .on("click", move |_| compare());
        buttons.push(el("li").add(button));
    }
    vec![
        el("h4").text(&similar.heading),
        el("ul").class("similar").set("aria-label", &similar.heading).add_all(buttons),
        el("p").class("basis").text(&similar.basis),
    ]
}

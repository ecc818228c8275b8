//! What is said of the chosen places, and what is offered instead of an index that counts ill health.

use super::app::App;
use super::dom::{Element, each, el};
use super::page;
use crate::figure::{self, Finding, Findings, Offer, SimilarPlaces};
use crate::view::Page;
use crate::words;

/// Fills the place below a figure of Explore; below other figures there is nothing to say.
pub fn fill(app: App, place: Element) {
    place.children(move || {
        app.figures.track();
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
        el("ul").class("similar").add_all(buttons),
        el("p").class("basis").text(&similar.basis),
    ]
}

//! Find a place: a combobox over every name that places go by.

use leptos::prelude::event_target_value;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::app::App;
use super::dom::{Element, el};
use super::page;
use super::state::State;
use crate::model::Code;
use crate::search::{self, Found};
use crate::view::MOST_AREAS;
use crate::words;

/// The most places offered at once.
const MOST_OFFERED: usize = 8;

/// A place that is offered.
#[derive(Debug, Clone, PartialEq)]
struct Offer {
    area: Code,
    name: String,
    about: String,
}

/// What the search box holds, as long as the page lives.
struct Search {
    app: App,
    text: State<String>,
    offers: State<Vec<Offer>>,
    /// The offer that Enter chooses.
    active: State<Option<usize>>,
    /// Whether offers may be seen.
    open: State<bool>,
}

/// The search box with its list of places.
pub fn search(app: App) -> Element {
    let search: &Search = Box::leak(Box::new(Search {
        app,
        text: State::new(String::new()),
        offers: State::new(Vec::new()),
        active: State::new(None),
        open: State::new(false),
    }));
    let input = el("input")
        .set("id", "find")
        .set("type", "text")
        .set("role", "combobox")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("placeholder", "Town, council or region")
        .set("aria-autocomplete", "list")
        .set("aria-controls", "places")
        .truth("aria-expanded", move || search.is_open())
        .follow("aria-activedescendant", move || search.active.get().filter(|_| search.is_open()).map(option_id))
        .flag("readonly", move || search.is_full())
        .truth("aria-disabled", move || search.is_full())
        .property("value", move || search.text.get().into())
        .on("input", move |event| search.look_for(event_target_value(event)))
        .on("keydown", move |event| search.on_key(event.unchecked_ref()))
        .on("blur", move |_| search.open.set(false));
    let places = el("ul")
        .set("id", "places")
        .set("role", "listbox")
        .set("aria-label", "Places")
        .flag("hidden", move || !search.is_open())
        .children(move || {
            search.offers.with(|all| all.iter().enumerate().map(|(at, one)| search.option(at, one)).collect())
        });
    el("div")
        .class("search")
        .add(el("label").set("for", "find").text("Find a place"))
        .add(input)
        .add(places)
        .add(el("p").class("said").set("role", "status").follow_text(move || search.says()))
}

impl Search {
    fn is_open(&self) -> bool {
        self.open.get() && self.offers.with(|offers| !offers.is_empty())
    }

    fn is_full(&self) -> bool {
        self.app.view.with(|view| view.areas.len() >= MOST_AREAS)
    }

    /// What has been found, for those who do not see the list, and why nothing.
    fn says(&self) -> String {
        let typed = self.text.with(|text| !text.trim().is_empty());
        match (typed && self.open.get(), self.offers.with(Vec::len)) {
            _ if self.is_full() => format!("{MOST_AREAS} places are chosen. Remove one to choose another."),
            (true, 0) => "No place of that name. Try a town, a council or a region.".to_owned(),
            (true, n) => words::count_of(page::lang(), n, "place found", "places found"),
            _ => String::new(),
        }
    }

    fn option(&'static self, at: usize, offer: &Offer) -> Element {
        let area = offer.area;
        el("li")
            .set("id", &option_id(at))
            .set("role", "option")
            .truth("aria-selected", move || self.active.get() == Some(at))
            // The box keeps the focus.
            .on("pointerdown", Event::prevent_default)
            .on("click", move |_| self.choose(area))
            .add(el("b").text(&offer.name))
            .add(el("span").class("about").text(&offer.about))
    }

    fn look_for(&self, text: String) {
        self.offers.set(find(self.app, &text));
        self.text.set(text);
        self.active.set(None);
        self.open.set(true);
    }

    fn choose(&self, area: Code) {
        self.text.set(String::new());
        self.offers.set(Vec::new());
        self.open.set(false);
        self.app.go(self.app.view.get_untracked().with_area(area));
        page::bring_into_view(".chosen");
    }

    fn on_key(&self, event: &KeyboardEvent) {
        let count = self.offers.with(Vec::len);
        let key = event.key();
        match key.as_str() {
            "ArrowDown" if !self.is_open() && count > 0 => self.open.set(true),
            _ if !self.is_open() => return,
            "ArrowDown" => self.active.update(|at| *at = Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" => self.active.update(|at| *at = Some(at.filter(|at| *at > 0).unwrap_or(count) - 1)),
            "Enter" => {
                let at = self.active.get_untracked().unwrap_or(0);
                if let Some(area) = self.offers.with(|offers| offers.get(at).map(|offer| offer.area)) {
                    self.choose(area);
                }
            }
            "Escape" => self.open.set(false),
            _ => return,
        }
        event.prevent_default();
    }
}

/// The name by which the search box refers to an offer.
fn option_id(at: usize) -> String {
    ["place-", &at.to_string()].concat()
}

/// The places to offer for a text.
fn find(app: App, text: &str) -> Vec<Offer> {
    app.read(|loaded| {
        let offer = |found: Found| Offer {
            area: found.area.code,
            name: found.area.name.clone(),
            about: words::about_found(page::lang(), &loaded.atlas, &found),
        };
        search::find(&loaded.atlas, text, MOST_OFFERED).into_iter().map(offer).collect()
    })
}

//! Find a place: a combobox over every name that places go by.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

use super::app::App;
use super::live;
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

/// The search box with its list of places.
#[component]
pub fn Search(
    /// The app's state.
    app: App,
) -> impl IntoView {
    let text = State::new(String::new());
    let active = State::new(None::<usize>);
    let open = State::new(false);
    let offers = State::new(Vec::<Offer>::new());
    let is_open = move || open.get() && offers.with(|offers| !offers.is_empty());
    let choose = move |area: Code| {
        text.set(String::new());
        offers.set(Vec::new());
        open.set(false);
        app.go(app.view.get_untracked().with_area(area));
    };
    let on_key = live::act(move |event: KeyboardEvent| {
        let count = offers.with(Vec::len).max(1);
        let key = event.key();
        if !is_open() {
            if key == "ArrowDown" && offers.with(|offers| !offers.is_empty()) {
                open.set(true);
                event.prevent_default();
            }
            return;
        }
        match key.as_str() {
            "ArrowDown" => active.update(|at| *at = Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" => active.update(|at| *at = Some(at.filter(|at| *at > 0).unwrap_or(count) - 1)),
            "Enter" => {
                let at = active.get_untracked().unwrap_or(0);
                if let Some(area) = offers.with(|offers| offers.get(at).map(|offer| offer.area)) {
                    choose(area);
                }
            }
            "Escape" => open.set(false),
            _ => return,
        }
        event.prevent_default();
    });
    let is_full = move || app.view.with(|view| view.areas.len() >= MOST_AREAS);
    let says = live::text(move || {
        let typed = text.with(|text| !text.trim().is_empty());
        match (typed && open.get(), offers.with(Vec::len)) {
            _ if is_full() => format!("{MOST_AREAS} places are chosen. Remove one to choose another."),
            (true, 0) => "No place of that name. Try a town, a council or a region.".to_owned(),
            (true, n) => words::count_of(page::lang(), n, "place found", "places found"),
            _ => String::new(),
        }
    });
    let option = move |(at, offer): (usize, Offer)| {
        let area = offer.area;
        let press = live::act(move |event: PointerEvent| event.prevent_default());
        view! {
            <li
                id=option_id(at)
                role="option"
                aria-selected=live::truth(move || active.get() == Some(at))
                on:pointerdown=press
                on:click=live::act(move |_| choose(area))
            >
                <b>{offer.name}</b>
                <span class="about">{offer.about}</span>
            </li>
        }
        .into_any()
    };
    let on_input = live::act(move |event| {
        let typed = event_target_value(&event);
        offers.set(find(app, &typed));
        text.set(typed);
        active.set(None);
        open.set(true);
    });
    let options = live::views(move || offers.get().into_iter().enumerate().map(option).collect());
    view! {
        <div class="search">
            <label for="find">"Find a place"</label>
            <input
                id="find"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder="Town, council or region"
                aria-autocomplete="list"
                aria-controls="places"
                aria-expanded=live::truth(is_open)
                aria-activedescendant=live::attribute(move || active.get().filter(|_| is_open()).map(option_id))
                readonly=live::flag(is_full)
                aria-disabled=live::truth(is_full)
                prop:value=live::text(move || text.get())
                on:input=on_input
                on:keydown=on_key
                on:blur=live::act(move |_| open.set(false))
            />
            <ul id="places" role="listbox" aria-label="Places" hidden=live::flag(move || !is_open())>{options}</ul>
            <p class="said" role="status">{says}</p>
        </div>
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

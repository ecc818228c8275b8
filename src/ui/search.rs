//! Find a place: a combobox over every name that places go by.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::app::App;
use super::page;
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
    let text = RwSignal::new(String::new());
    let active = RwSignal::new(None::<usize>);
    let open = RwSignal::new(false);
    let offers = Memo::new(move |_| text.with(|text| offers(app, text)));
    let is_open = move || open.get() && offers.with(|offers| !offers.is_empty());
    let choose = move |area: Code| {
        text.set(String::new());
        open.set(false);
        app.go(app.view.get_untracked().with_area(area));
    };
    let on_key = move |event: KeyboardEvent| {
        let count = offers.with(Vec::len).max(1);
        match event.key().as_str() {
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
    };
    let is_full = move || app.view.with(|view| view.areas.len() >= MOST_AREAS);
    let says = move || {
        let typed = text.with(|text| !text.trim().is_empty());
        match (typed && open.get(), offers.with(Vec::len)) {
            _ if is_full() => format!("{MOST_AREAS} places are chosen. Remove one to choose another."),
            (true, 0) => "No place of that name. Try a town, a council or a region.".to_owned(),
            (true, n) => words::count_of(page::lang(), n, "place found", "places found"),
            _ => String::new(),
        }
    };
    let option = move |(at, offer): (usize, Offer)| {
        let area = offer.area;
        view! {
            <li
                id=format!("place-{at}")
                role="option"
                aria-selected=move || (active.get() == Some(at)).to_string()
                on:pointerdown=move |event| event.prevent_default()
                on:click=move |_| choose(area)
            >
                <b>{offer.name}</b>
                <span class="about">{offer.about}</span>
            </li>
        }
    };
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
                aria-expanded=move || is_open().to_string()
                aria-activedescendant=move || active.get().filter(|_| is_open()).map(|at| format!("place-{at}"))
                disabled=is_full
                prop:value=text
                on:input=move |event| {
                    text.set(event_target_value(&event));
                    active.set(None);
                    open.set(true);
                }
                on:keydown=on_key
                on:blur=move |_| open.set(false)
            />
            <ul id="places" role="listbox" aria-label="Places" hidden=move || !is_open()>
                {move || offers.get().into_iter().enumerate().map(option).collect_view()}
            </ul>
            <p class="said" role="status">{says}</p>
        </div>
    }
}

fn offers(app: App, text: &str) -> Vec<Offer> {
    app.read(|loaded| {
        let offer = |found: Found| Offer {
            area: found.area.code,
            name: found.area.name.clone(),
            about: words::about_found(page::lang(), &loaded.atlas, &found),
        };
        search::find(&loaded.atlas, text, MOST_OFFERED).into_iter().map(offer).collect()
    })
}

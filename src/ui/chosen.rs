//! The tray of chosen places.

use leptos::prelude::*;

use super::app::App;
use super::figure::shown;
use super::live;
use super::page;
use crate::model::Code;

/// The chosen places, each with a button that removes it.
#[component]
pub fn Chosen(
    /// The app's state.
    app: App,
) -> impl IntoView {
    let chip = move |&code: &Code| {
        let name = app.read(|loaded| loaded.atlas.area(code).map(|area| area.name.clone())).unwrap_or_default();
        let value = live::text(move || {
            let figure = shown(app);
            let finding = figure.iter().flat_map(|figure| &figure.findings).find(|finding| finding.area == code);
            finding.and_then(|finding| finding.value.clone()).unwrap_or_default()
        });
        // The button that had the focus is gone: the search box is where to go on from.
        let remove = live::act(move |_| {
            app.go(app.view.get_untracked().without_area(code));
            page::focus_search();
        });
        view! {
            <li>
                <button type="button" class="chip" on:click=remove>
                    <span class="unseen">"Remove "</span>
                    {name}
                    <span class="value">{value}</span>
                    <span class="cross" aria-hidden="true">"×"</span>
                </button>
            </li>
        }
        .into_any()
    };
    let is_empty = live::flag(move || app.view.with(|view| view.areas.is_empty()));
    let chips = live::views(move || app.view.with(|view| view.areas.iter().map(chip).collect()));
    view! {
        <ul class="chosen" aria-label="Chosen places" hidden=is_empty>{chips}</ul>
    }
}

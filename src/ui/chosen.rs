//! The tray of chosen places.

use leptos::prelude::*;

use super::app::App;
use super::page;
use crate::model::Code;

/// The chosen places, each with a button that removes it.
#[component]
pub fn Chosen(
    /// The app's state.
    app: App,
) -> impl IntoView {
    let areas = Memo::new(move |_| app.view.with(|view| view.areas.clone()));
    // The button that had the focus is gone: the search box is where to go on from.
    let remove = move |code| {
        app.go(app.view.get_untracked().without_area(code));
        page::focus_search();
    };
    let chip = move |code: Code| {
        let name = app.read(|loaded| loaded.atlas.area(code).map(|area| area.name.clone())).unwrap_or_default();
        let label = format!("Remove {name}");
        view! {
            <li>
                <button type="button" class="chip" aria-label=label on:click=move |_| remove(code)>
                    {name}
                    <span class="cross" aria-hidden="true">"×"</span>
                </button>
            </li>
        }
    };
    view! {
        <ul class="chosen" aria-label="Chosen places" hidden=move || areas.with(Vec::is_empty)>
            <For each=move || areas.get() key=|code| *code children=chip/>
        </ul>
    }
}

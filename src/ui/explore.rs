//! Explore, the home page: how a circumstance goes together with healthy life expectancy.

use leptos::prelude::*;

use super::app::App;
use super::chosen::Chosen;
use super::controls::Controls;
use super::figure::FigureFrame;
use super::live;
use super::page;
use super::search::Search;
use crate::view::BadValue;
use crate::words;

/// Search, chosen places, controls and the figure.
#[component]
pub fn Explore(
    /// The app's state.
    app: App,
) -> impl IntoView {
    let note = |bad: &BadValue| view! { <p class="note">{words::bad_value(page::lang(), bad)}</p> }.into_any();
    let ignored = live::views(move || app.ignored.with(|ignored| ignored.iter().map(note).collect()));
    view! {
        <div class="ignored" role="status">{ignored}</div>
        <div class="pick">
            <Search app/>
            <Controls app/>
        </div>
        <Chosen app/>
        <FigureFrame app/>
    }
}

//! Explore, the home page: how a circumstance goes together with healthy life expectancy.

use leptos::prelude::*;

use super::app::App;
use super::chosen::Chosen;
use super::controls::Controls;
use super::figure::{FigureFrame, shown};
use super::live;
use super::search::Search;
use crate::figure::Finding;

/// Search, chosen places, controls and the figure.
#[component]
pub fn Explore(
    /// The app's state.
    app: App,
) -> impl IntoView {
    let ignored = live::text(move || app.ignored.get());
    // What changed, for those who do not see it: the finding, then each chosen place with its figure.
    let changed = live::text(move || {
        let figure = shown(app);
        let figure = figure.iter();
        let said = figure.flat_map(|figure| {
            core::iter::once(figure.title.clone()).chain(figure.findings.iter().map(Finding::short))
        });
        said.collect::<Vec<String>>().join(". ")
    });
    view! {
        <p class="ignored" role="status">{ignored}</p>
        <p class="unseen" role="status">{changed}</p>
        <div class="pick">
            <Search app/>
            <Controls app/>
        </div>
        <Chosen app/>
        <FigureFrame app/>
    }
}

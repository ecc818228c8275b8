//! What the figure says of the chosen places.

use leptos::prelude::*;

use super::app::App;
use crate::figure::Finding;

/// A heading with the figure for each chosen place, its sentences, and the comparisons.
#[component]
pub fn Findings(
    /// The app's state.
    app: App,
) -> impl IntoView {
    let findings =
        move || app.figure.with(|figure| figure.as_ref().map(|figure| figure.findings.clone())).unwrap_or_default();
    let comparisons =
        move || app.figure.with(|figure| figure.as_ref().map(|figure| figure.comparisons.clone())).unwrap_or_default();
    let one = |finding: Finding| {
        view! {
            <section class="finding">
                <h3>{finding.name} <span class="value">{finding.value}</span></h3>
                {finding.sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
            </section>
        }
    };
    view! {
        <div class="comparisons">
            {move || comparisons().into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
        </div>
        <div class="findings">{move || findings().into_iter().map(one).collect_view()}</div>
    }
}

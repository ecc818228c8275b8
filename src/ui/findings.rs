//! What the figure says of the chosen places.

use leptos::prelude::*;

use super::app::App;
use super::figure::shown;
use super::live;
use crate::figure::Finding;

/// A heading with the figure for each chosen place, its sentences, and the comparisons.
#[component]
pub fn Findings(
    /// The app's state.
    app: App,
) -> impl IntoView {
    let findings = move || shown(app).map(|figure| figure.findings.clone()).unwrap_or_default();
    let comparisons = move || shown(app).map(|figure| figure.comparisons.clone()).unwrap_or_default();
    let one = |finding: Finding| {
        view! {
            <section class="finding">
                <h3>{finding.name} <span class="value">{finding.value}</span></h3>
                {live::each("p", finding.sentences)}
            </section>
        }
        .into_any()
    };
    view! {
        <div class="comparisons">{live::views(move || live::each("p", comparisons()))}</div>
        <div class="findings">{live::views(move || findings().into_iter().map(one).collect())}</div>
    }
}

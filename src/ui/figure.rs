//! A figure as people meet it: title, picture, summary, what it says of chosen places, notes, table, sources.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::chart::Chart;
use super::findings::Findings;
use super::problem::Problem;
use super::table::TableView;
use crate::figure::Figure;

/// The figure of the present view, or what stands in its place.
#[component]
pub fn FigureFrame(
    /// The app's state.
    app: App,
) -> impl IntoView {
    let part = move |part: fn(&Figure) -> &str| {
        move || app.figure.with(|figure| figure.as_deref().map(|figure| part(figure).to_owned()))
    };
    let list = move |part: fn(&Figure) -> &[String]| {
        move || {
            let items = app.figure.with(|figure| figure.as_deref().map(|figure| part(figure).to_vec()));
            items.unwrap_or_default().into_iter().map(|item| view! { <li>{item}</li> }).collect_view()
        }
    };
    let failed = move || app.problem.get().map(|error| view! { <Problem error again=move || app.try_again()/> });
    let has_failed = move || app.problem.with(Option::is_some);
    view! {
        <figure class="figure" aria-labelledby="figure-title" aria-busy=move || app.busy.get().to_string()>
            {failed}
            <div hidden=has_failed>
                <figcaption>
                    <h2 id="figure-title">{part(|figure| &figure.title)}</h2>
                    <p class="subtitle">{part(|figure| &figure.subtitle)}</p>
                </figcaption>
                <Chart app/>
                <p class="summary">{part(|figure| &figure.summary)}</p>
                <ul class="cautions">{list(|figure| &figure.cautions)}</ul>
                <ul class="missing-places">{list(|figure| &figure.missing)}</ul>
                <Findings app/>
                <details class="reading">
                    <summary>"How to read this"</summary>
                    <p>{part(|figure| &figure.reading)}</p>
                </details>
                <details class="notes">
                    <summary>"Before you quote this"</summary>
                    <ul>{list(|figure| &figure.notes)}</ul>
                </details>
                <TableView app/>
                <ul class="sources" aria-label="Sources">{list(|figure| &figure.sources)}</ul>
            </div>
        </figure>
    }
}

/// The figure that is shown, to be read once.
pub fn shown(app: App) -> Option<Arc<Figure>> {
    app.figure.get()
}

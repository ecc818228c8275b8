//! A figure as people meet it: title, picture, summary, what it says of chosen places, notes, table, sources.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::chart::Chart;
use super::findings::Findings;
use super::live;
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
        live::text(move || shown(app).map(|figure| part(&figure).to_owned()).unwrap_or_default())
    };
    let list = move |part: fn(&Figure) -> &[String]| {
        live::views(move || live::each("li", shown(app).map(|figure| part(&figure).to_vec()).unwrap_or_default()))
    };
    let failed = live::views(move || {
        let sentence = Some(app.problem.get()).filter(|sentence| !sentence.is_empty());
        sentence
            .map(|sentence| view! { <Problem sentence again=move || app.try_again()/> }.into_any())
            .into_iter()
            .collect()
    });
    let has_failed = live::flag(move || !app.problem.with(String::is_empty));
    let busy = live::truth(move || app.busy.get());
    let has_no_points = live::flag(move || shown(app).is_some_and(|figure| figure.marks.is_empty()));
    view! {
        <figure class="figure" aria-labelledby="figure-title" aria-busy=busy>
            {failed}
            <div hidden=has_failed>
                <figcaption>
                    <h2 id="figure-title">{part(|figure| &figure.title)}</h2>
                    <p class="subtitle">{part(|figure| &figure.subtitle)}</p>
                </figcaption>
                <div hidden=has_no_points><Chart app/></div>
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

/// The figure that is shown; whoever asks follows it.
pub fn shown(app: App) -> Option<Arc<Figure>> {
    app.figure.get()
}

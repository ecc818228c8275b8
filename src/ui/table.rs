//! The table of the same numbers, sorted by its headings.

use leptos::prelude::*;
use web_sys::Element;

use super::app::App;
use super::figure::shown;
use super::live;
use super::state::State;
use crate::figure::{Cell, Row, TableColumn};
use crate::view::Sort;

/// The table, built when it is first opened.
#[component]
pub fn TableView(
    /// The app's state.
    app: App,
) -> impl IntoView {
    let open = State::new(false);
    let table = move || {
        let Some(figure) = shown(app).filter(|_| open.get()) else { return Vec::new() };
        let heads = figure.table.columns.iter().map(|column| head(app, column)).collect::<Vec<AnyView>>();
        let rows = figure.table.rows.iter().map(row).collect::<Vec<AnyView>>();
        let table = view! {
            <div class="scroll" tabindex="0" role="region" aria-label="Table of the same numbers">
                <table>
                    <caption>{figure.table.caption.clone()}</caption>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        };
        vec![table.into_any()]
    };
    let turn = live::act(move |event| open.set(event_target::<Element>(&event).has_attribute("open")));
    view! {
        <details class="table" on:toggle=turn>
            <summary>"Table of the same numbers"</summary>
            {live::views(table)}
        </details>
    }
}

fn head(app: App, column: &TableColumn) -> AnyView {
    let key = column.key;
    let sorted = move || app.view.with(|view| view.sort.clone()).filter(|sort| sort.column == key);
    let aria = live::attribute(move || {
        sorted().map(|sort| if sort.descending { "descending" } else { "ascending" }.to_owned())
    });
    let turn = live::act(move |_| {
        let descending = sorted().is_some_and(|sort| !sort.descending);
        app.change(|view| view.sort = Some(Sort { column: key.to_owned(), descending }));
    });
    view! {
        <th scope="col" class:number=column.numeric aria-sort=aria>
            <button type="button" on:click=turn>{column.label.clone()}</button>
        </th>
    }
    .into_any()
}

fn row(row: &Row) -> AnyView {
    let mut cells = row.cells.iter();
    let place = match cells.next() {
        Some(Cell::Text(name)) => name.clone(),
        _ => String::new(),
    };
    view! {
        <tr class:is-chosen=row.chosen>
            <th scope="row">{place}</th>
            {cells.map(cell).collect::<Vec<AnyView>>()}
        </tr>
    }
    .into_any()
}

fn cell(cell: &Cell) -> AnyView {
    let (class, text) = match cell {
        Cell::Text(text) => ("", text.clone()),
        Cell::Number { shown, .. } => ("number", shown.clone()),
        Cell::Missing(why) => ("missing", why.clone()),
    };
    view! { <td class=class>{text}</td> }.into_any()
}

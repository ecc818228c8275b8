//! The table of the same numbers, sorted by its headings.

use wasm_bindgen::JsCast;
use web_sys::Event;

use super::app::App;
use super::dom::{self, Element, el};
use super::figure::shown as shown_figure;
use super::page;
use super::state::State;
use crate::figure::{self, Cell, Row, Table, TableColumn};
use crate::view::{Sort, View};

/// How many rows are there at once; the others follow when these have been painted.
const FIRST: usize = 30;

/// Fills the place of the table: with the table whenever that is open. It may have been opened already.
pub fn fill(app: App, id: &'static str, place: Element) {
    let open = State::new(place.node().has_attribute("open"));
    let shown: State<Option<Table>> = State::new(None);
    // A long table that is sorted would keep a slow phone busy for a fifth of a second: the rows that are looked at come first.
    let is_whole = State::new(false);
    dom::follow(move || {
        if open.get() {
            app.figures.track();
            is_whole.set(false);
            shown.set(of(app, &app.view.get_untracked(), id));
            page::after_paint(move || is_whole.set(true));
        }
    });
    // Headings stay in place while their table is sorted: one of them has the focus.
    let columns = State::following(move || shown.with(|table| table.iter().flat_map(|t| t.columns.clone()).collect()));
    let heads =
        move || columns.with(|columns: &Vec<TableColumn>| columns.iter().map(|column| head(app, column)).collect());
    let rows = move |skip: usize, take: usize| {
        shown
            .with(|table| table.iter().flat_map(|table| &table.rows).skip(skip).take(take).map(row).collect::<Vec<_>>())
    };
    let first = move || rows(0, FIRST);
    let others = move || if is_whole.get() { rows(FIRST, usize::MAX) } else { Vec::new() };
    let caption = move || shown.with(|table| table.as_ref().map(|table| table.caption.clone()).unwrap_or_default());
    let table = move || {
        el("table")
            .add(el("caption").follow_text(caption))
            .add(el("thead").add(el("tr").children(heads)))
            .add(el("tbody").children(first))
            .add(el("tbody").children(others))
    };
    let name = move || shown_figure(app, id).map(|figure| ["Table: ", &figure.title].concat());
    let is_partial = move || !is_whole.get();
    let room = move || {
        let room = el("section").class("scroll").set("tabindex", "0").follow("aria-label", name);
        room.truth("aria-busy", is_partial)
    };
    place
        .children(move || if open.get() { vec![room().add(table())] } else { Vec::new() })
        .on("toggle", move |event| open.set(is_open(event)));
}

/// The table of a figure that is shown, sorted as the view says; none where it is not.
pub fn of(app: App, view: &View, id: &str) -> Option<Table> {
    app.figures.with_untracked(|figures| figures.iter().any(|figure| figure.id == id)).then_some(())?;
    app.read(|loaded| match app.code.answers {
        Some(answers) => (answers.table)(&loaded.atlas, view, id),
        None => figure::table(&loaded.atlas, view),
    })
    .ok()
}

/// Whether the `<details>` that an event happened to is open.
fn is_open(event: &Event) -> bool {
    event.target().is_some_and(|details| details.unchecked_into::<web_sys::Element>().has_attribute("open"))
}

fn head(app: App, column: &TableColumn) -> Element {
    let key = column.key;
    let sorted = move || app.view.with(|view| view.sort.clone()).filter(|sort| sort.column == key);
    let order = move || sorted().map(|sort| if sort.descending { "descending" } else { "ascending" }.to_owned());
    let turn = move || {
        let descending = sorted().is_some_and(|sort| !sort.descending);
        app.change(|view| view.sort = Some(Sort { column: key.to_owned(), descending }));
    };
    el("th")
        .set("scope", "col")
        .class(if column.numeric { "number" } else { "" })
        .follow("aria-sort", order)
        .add(el("button").set("type", "button").text(&column.label).on("click", move |_| turn()))
}

fn row(row: &Row) -> Element {
    let mut cells = row.cells.iter();
    let head = match cells.next() {
        Some(Cell::Link { shown, to }) => el("th").add(el("a").set("href", to).text(shown)),
        cell => el("th").text(cell.map(Cell::shown).unwrap_or_default()),
    };
    el("tr")
        .class(if row.chosen { "is-chosen" } else { "" })
        .add(head.set("scope", "row"))
        .add_all(cells.map(cell).collect())
}

fn cell(cell: &Cell) -> Element {
    let class = match cell {
        Cell::Text(_) | Cell::Link { .. } => "",
        Cell::Number { .. } => "number",
        Cell::Missing(_) => "missing",
    };
    el("td").class(class).text(cell.shown())
}

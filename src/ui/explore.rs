//! Explore, the home page: how a circumstance goes together with healthy life expectancy.

use super::app::App;
use super::chart::Chart;
use super::chosen::{self, chosen};
use super::controls::controls;
use super::dom::{Element, el};
use super::figure::{figure, stated};
use super::late::{Piece, Stage};
use super::page;
use super::problem::problem;
use super::reading;
use super::search::search;
use super::state::State;
use super::table;
use crate::figure::Finding;

/// What is said where controls would be that could not be had.
const NO_HANDS: &str =
    "The search and the choices of this page could not be fetched. You may be offline, or the site may be busy.";

/// The page as it is with its first picture, before it answers anyone.
pub struct First {
    /// The app's state.
    pub app: App,
    /// The picture.
    pub chart: Chart,
    /// The place of the table.
    pub table: Element,
    pick: Element,
    said: Element,
}

/// Chosen places and the figure, and where search and controls will be: there, `pick` keeps their place.
pub fn explore(app: App, pick: Element, hands: Piece<First>) -> (Element, First) {
    let is_missing = State::following(move || hands.stage() == Stage::Missing);
    let in_their_place = move || match is_missing.get() {
        true => vec![problem(|| NO_HANDS.to_owned(), move || hands.ask())],
        false => Vec::new(),
    };
    let said = el("p").class("unseen").set("role", "status");
    let (figure, chart, table) = figure(app);
    let whole = el("div")
        .add(el("p").class("ignored").set("role", "status").follow_text(move || app.ignored.get()))
        .add(said.clone())
        .add(el("div").children(in_their_place))
        .add(pick.clone())
        .add(chosen(app))
        .add(figure);
    (whole, First { app, chart, table, pick, said })
}

/// Makes the page answer.
pub fn take_hold(first: &'static First) {
    let app = first.app;
    first.said.clone().follow_text(move || changed(app));
    first.pick.fill(vec![search(app), controls(app)]);
    reading::read(app, &first.chart);
    table::fill(app, first.table.clone());
    app.remove.set(Some(chosen::remove));
    page::mark_ready();
}

/// What changed, for those who do not see it: the finding, then each chosen place with its figure.
fn changed(app: App) -> String {
    let Some(figure) = stated(app) else { return String::new() };
    let mut said = vec![figure.title.clone()];
    said.extend(figure.findings.iter().map(Finding::short));
    said.join(". ")
}

//! A page as the app shows it, whichever view it is: what was ignored, controls, chosen places, figures.

use super::app::App;
use super::chosen::{self, chosen};
use super::controls::has_more;
use super::dom::{Element, el};
use super::figure::{self, Parts, shown, stated};
use super::late::{Piece, Stage};
use super::problem::problem;
use super::state::State;
use super::{explore, findings, navigation, page, reading, share, table};
use crate::figure::Chosen;
use crate::view::Page;
use crate::words;

/// What is said where controls would be that could not be had.
const NO_HANDS: &str =
    "The search and the choices of this page could not be fetched. You may be offline, or the site may be busy.";

/// The page as it is with its first picture, before it answers anyone.
pub struct First {
    /// The app's state.
    app: App,
    figures: Vec<Parts>,
    pick: Element,
    said: Element,
}

/// What stands where the page's controls do.
fn controls(app: App) -> Vec<Element> {
    match app.code.answers {
        Some(answers) => (answers.pick)(app),
        None => explore::pick(app),
    }
}

/// Whether the controls of the view will need more room than those of its static page have.
pub fn needs_room(app: App) -> bool {
    match app.view.with_untracked(|view| view.page.clone()) {
        Page::Explore => has_more(app) && !page::is_embed(),
        _ => false,
    }
}

/// Chosen places and the figures, and where controls will be: there, `pick` keeps their place.
pub fn view(app: App, pick: Element, hands: Piece<First>) -> (Element, First) {
    let is_missing = State::following(move || hands.stage() == Stage::Missing);
    let in_their_place = move || match is_missing.get() {
        true => vec![problem(|| NO_HANDS.to_owned(), move || hands.ask())],
        false => Vec::new(),
    };
    let said = el("p").class("unseen").set("role", "status");
    let mut whole = el("div")
        .add(el("p").class("ignored").set("role", "status").follow_text(move || app.ignored.get()))
        .add(said.clone())
        .add(el("div").children(in_their_place))
        .add(pick.clone())
        .add(chosen(app));
    let mut figures = Vec::new();
    for &id in app.ids {
        let (figure, parts) = figure::figure(app, id);
        whole = whole.add(figure);
        figures.push(parts);
    }
    (whole, First { app, figures, pick, said })
}

/// Makes the page answer.
pub fn take_hold(first: &'static First) {
    let app = first.app;
    first.said.clone().follow_text(move || changed(app));
    first.pick.fill(controls(app));
    for &Parts { id, ref chart, ref noise, ref findings, ref table, ref share } in &first.figures {
        reading::read(app, id, chart);
        if let Some(own) = app.code.own {
            (own.take_hold)(app, id, chart);
        }
        noise.clone().add(el("p").follow_text(move || blurred(app, id)));
        if !page::is_embed() {
            findings::bring(app, findings);
        }
        table::fill(app, id, table.clone());
        share::offer(app, id, share);
    }
    navigation::follow(app);
    app.acts.set(Some(chosen::ACTS));
    page::mark_ready();
}

/// What survey noise does to the figure, where that can be told.
fn blurred(app: App, id: &str) -> String {
    let noise = shown(app, id).and_then(|figure| figure.noise);
    noise.map(|noise| words::without_noise(page::lang(), &noise)).unwrap_or_default()
}

/// What changed, for those who do not see it: the first figure's finding, then each chosen place with its value.
fn changed(app: App) -> String {
    let figures = stated(app);
    let Some(first) = figures.first() else { return String::new() };
    let mut said = vec![first.title.clone()];
    said.extend(figures.iter().flat_map(|figure| &figure.chosen).map(Chosen::short));
    said.join(". ")
}

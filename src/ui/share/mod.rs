//! The panel by which a figure leaves the site: as a frame, a picture, words, numbers or a citation. A piece of its own, fetched
//! when the panel is opened.

mod embed;
mod give;
mod picture;

use std::rc::Rc;

use super::app::App;
use super::dom::{self, Element, el};
use super::figure::shown;
use super::late::{self, Stage};
use super::page;
use super::problem::problem;
use super::state::State;
use crate::chart::picture::Imprint;
use crate::export::{Citation, Cited};
use crate::figure::{self, Figure};
use crate::model::Code;
use crate::view::View;

/// What is said where the panel would be that could not be had.
const NO_PANEL: &str =
    "What is needed to share this figure could not be fetched. You may be offline, or the site may be busy.";

/// A figure's panel.
pub struct Panel {
    app: App,
    id: &'static str,
    place: Element,
    /// What came of the last thing that was done.
    said: State<String>,
}

/// Has the panel filled once it is opened.
pub fn offer(app: App, id: &'static str, details: &Element) {
    let piece = late::share();
    let inner = el("div").class("share-parts");
    let panel: &Panel = Box::leak(Box::new(Panel { app, id, place: inner.clone(), said: State::new(String::new()) }));
    let in_its_place = move || match piece.stage() == Stage::Missing {
        true => vec![problem(|| NO_PANEL.to_owned(), move || piece.ask())],
        false => Vec::new(),
    };
    let mut is_filled = false;
    dom::follow(move || {
        if piece.stage() == Stage::Here && !core::mem::replace(&mut is_filled, true) {
            page::apart(move || piece.run(panel));
        }
    });
    let mut is_asked = false;
    details.clone().children(in_its_place).add(inner).on("toggle", move |_| {
        if !core::mem::replace(&mut is_asked, true) {
            piece.ask();
        }
    });
}

/// Fills it.
pub fn fill(panel: &'static Panel) {
    let said = el("p").class("said").set("role", "status").follow_text(move || panel.said.get());
    let parts = vec![
        part(panel, "Embed", embed::part),
        part(panel, "Picture", picture::part),
        part(panel, "Words", |panel| el("div").children(move || words_of(panel))),
        part(panel, "Data", |panel| el("div").children(move || data(panel))),
        part(panel, "Cite", |panel| el("div").children(move || citations(panel))),
    ];
    let whole = parts.into_iter().fold(give::sheet(panel), Element::add);
    panel.place.clone().add(whole).add(said);
}

/// A part under its heading, built once it is opened; one is open at a time.
fn part(panel: &'static Panel, heading: &'static str, build: fn(&'static Panel) -> Element) -> Element {
    let is_wanted = State::new(false);
    let content = move || if is_wanted.get() { vec![build(panel)] } else { Vec::new() };
    el("details")
        .set("name", &["share-", panel.id].concat())
        .add(el("summary").text(heading))
        .add(el("div").children(content))
        .on("toggle", move |_| {
            if !is_wanted.get_untracked() {
                is_wanted.set(true);
            }
        })
}

/// Title, sentences and alternative text, each to be copied.
fn words_of(panel: &'static Panel) -> Vec<Element> {
    let Some(figure) = panel.figure() else { return Vec::new() };
    let mut parts = vec![give::text(panel, "Title", &figure.title)];
    let quotable = panel.app.read(|loaded| figure::quotable(&loaded.atlas, &panel.view(), panel.id));
    parts
        .extend(quotable.iter().map(|one| give::text(panel, &["Safe to quote: ", &one.place].concat(), &one.sentence)));
    parts.push(give::text(panel, "Summary", &figure.summary));
    parts.push(give::text(panel, "Text for those who cannot see the picture", &figure.alt));
    parts
}

/// The figure's own numbers, and where all are.
fn data(panel: &'static Panel) -> Vec<Element> {
    let save = move || {
        let (Some(figure), Some(table)) = (panel.figure(), panel.table()) else { return panel.say(give::NOT_MADE) };
        give::save(
            panel,
            &[&panel.stem(), ".csv"].concat(),
            "text/csv",
            table.csv(&figure.subtitle, &figure.sources).as_bytes(),
        );
    };
    let link = |to: &str, text: &str| el("p").add(el("a").set("href", to).text(text));
    let mut parts = vec![give::button("Save this figure’s numbers (CSV)", save)];
    for code in panel.places() {
        let name = panel.app.read(|loaded| loaded.atlas.area(code).map(|area| area.name.clone())).unwrap_or_default();
        parts.push(link(
            &["/api/v1/areas/", &code.to_string(), ".json"].concat(),
            &["All figures of ", &name, " (JSON)"].concat(),
        ));
    }
    parts.push(link("/api/v1/everything.zip", "All tables as CSV (zip)"));
    parts.push(link("/api/v1/indicators.json", "All measures, with their CSV (JSON)"));
    parts
}

fn citations(panel: &'static Panel) -> Vec<Element> {
    let Some(figure) = panel.figure() else { return Vec::new() };
    let imprint = panel.imprint();
    let title = panel.alone(&figure, &figure.title);
    let stem = panel.stem();
    let cited = Cited { figure: &figure, title: &title, key: &stem, imprint: &imprint };
    let of = |form: Citation| give::text(panel, form.name(), &form.of(cited));
    Citation::ALL.into_iter().map(of).collect()
}

impl Panel {
    /// The figure as it is shown; whoever asks follows it.
    fn figure(&self) -> Option<Rc<Figure>> {
        shown(self.app, self.id)
    }

    /// The figure's table in its own order, however it is sorted on the page: so its checksum tells of the numbers alone.
    fn table(&self) -> Option<figure::Table> {
        let view = View { sort: None, ..self.app.view.get_untracked() };
        super::table::of(self.app, &view, self.id)
    }

    /// The view as it is, with the part of its picture that is shown; whoever asks follows it.
    fn view(&self) -> View {
        self.app.moved.track();
        self.app.view.get()
    }

    /// The address of the view as it is, with the site's own before it and with the edition: a later one has other numbers.
    fn address(&self) -> String {
        let edition = self.app.read(|loaded| loaded.atlas.edition.clone());
        let view = View { data: Some(edition), ..self.view() };
        [&page::site(), &view.address()[..]].concat()
    }

    fn imprint(&self) -> Imprint {
        let edition = self.app.read(|loaded| loaded.atlas.edition.clone());
        Imprint { address: self.address(), edition, zoom: self.view().zoom, lang: page::lang() }
    }

    /// A text of the figure with the places that it is about.
    fn alone(&self, figure: &Figure, text: &str) -> String {
        self.app.read(|loaded| figure::alone(&loaded.atlas, &self.view(), figure, text))
    }

    /// The places that the view is about.
    fn places(&self) -> Vec<Code> {
        self.app.read(|loaded| figure::places(&loaded.atlas, &self.view()))
    }

    /// What files of the figure are called, without what tells them apart and their ending: by the figure, its places, where they
    /// are one or two, and the circumstance.
    fn stem(&self) -> String {
        let mut parts = vec!["healthy-years".to_owned(), self.id.to_owned()];
        let places = self.places();
        if places.len() <= 2 {
            self.app.read(|loaded| {
                parts.extend(places.iter().filter_map(|code| Some(loaded.atlas.area(*code)?.slug.clone())))
            });
        }
        let view = self.view();
        if view.page.reads().contains(&"x") && view.x != View::of(view.page.clone()).x {
            parts.push(view.x.as_str().to_owned());
        }
        parts.join("-")
    }

    fn say(&self, what: &str) {
        self.said.set(what.to_owned());
    }
}

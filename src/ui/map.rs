//! Map: where a measure is high and low. A piece of its own.

use super::app::App;
use super::chart::Chart;
use super::code::{Answers, Code, Own, Slot};
use super::controls::{circumstances, field, option, period, whose, within};
use super::dom::{Element, el};
use super::page;
use super::search::search;
use super::zoom;
use crate::chart;
use crate::codec::{self, PackError, PackId, TablePack};
use crate::figure::{self, Figure};
use crate::model::{Atlas, IndicatorId, Listed, Sector};
use crate::view::{Outcome, Page, View};
use crate::words::{self, Whole};

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        recipe: &figure::MAP,
        charts: &[chart::MAP],
        by_mouse: Figure::by_mouse_on_map,
        cuts: None,
        framed: None,
        load,
        answers: Some(Answers { pick, table: figure::map_table }),
        own: Some(Own { headline: Some(figure::map_headline), take_hold }),
    }));
}

/// The geographic map, which is the first figure, can be enlarged and moved.
fn take_hold(app: App, id: &'static str, chart: &Chart) {
    if figure::MAP.ids.first() == Some(&id) {
        zoom::take_hold(app, id, chart, Whole::Map);
    }
}

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Measure(_) => codec::decode_measure(bytes, atlas),
        PackId::Table(TablePack::Borders) => codec::load_borders(atlas, bytes),
        PackId::Table(_) => codec::load_hexagons(atlas, bytes),
    }
}

/// Search and controls.
fn pick(app: App) -> Vec<Element> {
    // A circumstance is of places, not of women or men.
    let whose = whose(app).flag("disabled", move || app.view.with(|view| view.mapped().is_some()));
    let controls = el("div").class("controls").add(measure(app)).add(whose).add(period(app)).add(within(app));
    vec![search(app), controls]
}

/// What is mapped: the outcomes, then the circumstances, grouped by sector.
fn measure(app: App) -> Element {
    let outcomes = || {
        let options = Outcome::ALL.iter().map(|y| option(y.id(), words::outcome_title(page::lang(), *y)));
        el("optgroup").set("label", words::sector_name(page::lang(), Sector::Outcome)).add_all(options.collect())
    };
    let options = move || {
        let mut groups = vec![outcomes()];
        groups.extend(circumstances(app));
        groups
    };
    let value = move || {
        app.view.with(|view| view.mapped().map_or(view.y.id().to_owned(), |circumstance| circumstance.to_string()))
    };
    let choose = move |value: String| {
        app.change(|view| {
            view.period = None;
            match (value.parse::<Outcome>(), IndicatorId::new(&value)) {
                (Ok(y), _) => (view.x, view.y) = (View::of(Page::Map).x, y),
                (_, Some(x)) => view.x = x,
                _ => {}
            }
        });
    };
    field("measure", "Measure", options, value, choose).class("field circumstance")
}

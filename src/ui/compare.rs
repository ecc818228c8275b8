//! Compare: two to five places side by side. A piece of its own.

use super::app::App;
use super::code::{Answers, Code, Slot};
use super::controls::whose;
use super::dom::{Element, el};
use super::search::search;
use crate::chart;
use crate::codec::{self, PackError, PackId, TablePack};
use crate::figure::{self, Figure};
use crate::model::Atlas;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        recipe: &figure::COMPARE,
        charts: &[chart::LIVES, chart::DIFFERENCE, chart::TRENDS, chart::STRIPS],
        by_mouse: Figure::by_mouse,
        cuts: Some(chart::cuts),
        framed: None,
        load,
        answers: Some(Answers { pick, table: figure::compare_table }),
        own: None,
    }));
}

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Measure(_) => codec::decode_measure(bytes, atlas),
        PackId::Table(TablePack::Profile(area)) => codec::load_profile(atlas, *area, bytes),
        // The view needs no other.
        PackId::Table(_) => Err(PackError::NotAPack),
    }
}

/// The search box, by which places are added, and whose lives.
fn pick(app: App) -> Vec<Element> {
    vec![search(app), el("div").class("controls").add(whose(app))]
}

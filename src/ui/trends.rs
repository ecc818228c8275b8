//! Trends: how lives have changed. A piece of its own.

use super::app::App;
use super::code::{Answers, Code, Slot};
use super::controls::whose;
use super::dom::{Element, el};
use super::search::search;
use crate::chart;
use crate::codec::{self, PackError, PackId};
use crate::figure::{self, Figure};
use crate::model::Atlas;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        recipe: &figure::TRENDS,
        charts: &[chart::TRENDS],
        by_mouse: Figure::by_mouse_here,
        cuts: None,
        framed: None,
        load,
        answers: Some(Answers { pick, table: figure::trends_table }),
        own: None,
    }));
}

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Measure(_) => codec::decode_measure(bytes, atlas),
        PackId::Table(_) => codec::load_gradient(atlas, bytes),
    }
}

/// Search and the choice of women or men.
fn pick(app: App) -> Vec<Element> {
    vec![search(app), el("div").class("controls").add(whose(app))]
}

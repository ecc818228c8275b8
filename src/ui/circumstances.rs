//! Circumstances: how strongly each goes together with healthy life expectancy. A piece of its own.

use super::app::App;
use super::code::{Answers, Code, Slot};
use super::controls::whose;
use super::dom::Element;
use crate::chart;
use crate::codec::{self, PackError, PackId};
use crate::figure;
use crate::model::Atlas;
use crate::words;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        recipe: &figure::CIRCUMSTANCES,
        charts: &[chart::STRENGTHS, chart::MULTIPLES],
        by_mouse: |_, lang| words::by_mouse_to_explore(lang),
        cuts: Some(chart::cuts),
        framed: None,
        load,
        answers: Some(Answers { pick, table: figure::circumstances_table }),
        own: None,
    }));
}

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Measure(_) => codec::decode_measure(bytes, atlas),
        PackId::Table(_) => codec::load_strengths(atlas, bytes),
    }
}

/// Whose lives.
fn pick(app: App) -> Vec<Element> {
    vec![whose(app)]
}

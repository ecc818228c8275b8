//! Gradient: life expectancies from the most to the least deprived neighbourhoods, and every neighbourhood of England. A
//! piece of its own.

use super::code::{Answers, Code, Slot};
use super::search::search;
use crate::chart;
use crate::codec::{self, PackError, PackId, TablePack};
use crate::figure::{self, Figure};
use crate::model::Atlas;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        recipe: &figure::GRADIENT,
        charts: &[chart::GRADIENT, chart::ENGLAND],
        by_mouse: Figure::by_mouse,
        load,
        answers: Some(Answers { pick: |app| vec![search(app)], table: figure::gradient_table }),
        own: None,
    }));
}

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Table(TablePack::England) => codec::load_england(atlas, bytes),
        _ => codec::load_gradient(atlas, bytes),
    }
}

//! Area: the figures of one place. A piece of its own; what the page says in words stays as publish wrote it.

use super::code::{Answers, Code, Slot};
use crate::chart;
use crate::codec::{self, PackError, PackId, TablePack};
use crate::figure::{self, Figure};
use crate::model::Atlas;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        recipe: &figure::AREA,
        charts: &[chart::LIVES, chart::TRENDS, chart::NEIGHBOURHOODS, chart::STRIPS],
        by_mouse: Figure::by_mouse,
        cuts: Some(chart::cuts),
        framed: None,
        load,
        answers: Some(Answers { pick: |_| Vec::new(), table: figure::area_table }),
        own: None,
    }));
}

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Measure(_) => codec::decode_measure(bytes, atlas),
        PackId::Table(TablePack::Neighbourhoods(area)) => codec::load_neighbourhoods(atlas, *area, bytes),
        PackId::Table(TablePack::Profile(area)) => codec::load_profile(atlas, *area, bytes),
        PackId::Table(TablePack::Gradient) => codec::load_gradient(atlas, bytes),
        // The view needs no other.
        PackId::Table(_) => Err(PackError::NotAPack),
    }
}

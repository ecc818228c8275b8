//! Gradient: life expectancies from the most to the least deprived neighbourhoods, and every neighbourhood of England. A
//! piece of its own.

use super::app::App;
use super::chart::Chart;
use super::code::{Answers, Code, Own, Slot};
use super::search::search;
use super::zoom;
use crate::chart;
use crate::codec::{self, PackError, PackId, TablePack};
use crate::figure::{self, Figure};
use crate::model::Atlas;
use crate::words::Whole;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        recipe: &figure::GRADIENT,
        charts: &[chart::GRADIENT, chart::ENGLAND],
        by_mouse: Figure::by_mouse,
        cuts: None,
        framed: None,
        load,
        answers: Some(Answers { pick: |app| vec![search(app)], table: figure::gradient_table }),
        own: Some(Own { headline: None, take_hold }),
    }));
}

/// Every neighbourhood, which is the last figure, can be looked at more closely.
fn take_hold(app: App, id: &'static str, chart: &Chart) {
    if figure::GRADIENT.ids.last() == Some(&id) {
        zoom::take_hold(app, id, chart, Whole::Picture);
    }
}

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Table(TablePack::England) => codec::load_england(atlas, bytes),
        _ => codec::load_gradient(atlas, bytes),
    }
}

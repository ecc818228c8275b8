//! Explore, the home page: how a circumstance goes together with healthy life expectancy.

use super::app::App;
use super::code::Code;
use super::controls::controls;
use super::dom::Element;
use super::search::search;
use crate::chart;
use crate::codec::{self, PackError, PackId};
use crate::figure::{self, Figure};
use crate::model::Atlas;

/// The view's code.
pub const CODE: Code = Code {
    recipe: &figure::EXPLORE,
    charts: &[chart::RELATE],
    by_mouse: Figure::by_mouse_here,
    cuts: None,
    framed: None,
    load,
    answers: None,
    own: None,
};

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Measure(_) => codec::decode_measure(bytes, atlas),
        // The view needs none.
        PackId::Table(_) => Err(PackError::NotAPack),
    }
}

/// Search and controls.
pub fn pick(app: App) -> Vec<Element> {
    vec![search(app), controls(app)]
}

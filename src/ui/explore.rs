//! Explore, the home page: how a circumstance goes together with healthy life expectancy.

use super::app::App;
use super::code::Code;
use super::controls::controls;
use super::dom::Element;
use super::search::search;
use crate::chart::{self, Frame, Scene};
use crate::codec::{self, PackError, PackId};
use crate::figure::{self, Figure, Marks};
use crate::model::Atlas;
use crate::words;

/// The view's code. Its table is a matter of the hands.
pub const CODE: Code = Code {
    figures: |atlas, view| Ok(vec![figure::without_table(atlas, view)?]),
    table: None,
    heights: |_| None,
    lay_out,
    by_mouse: words::by_mouse,
    load,
};

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Measure(_) => codec::decode_measure(bytes, atlas),
        // The view needs none.
        PackId::Table(_) => Err(PackError::NotAPack),
    }
}

fn lay_out(figure: &Figure, frame: Frame) -> Scene {
    match &figure.marks {
        Marks::Relate(marks) => chart::relate::lay_out(marks, frame),
        _ => Scene::empty(frame.width, frame.height),
    }
}

/// Search and controls.
pub fn pick(app: App) -> Vec<Element> {
    vec![search(app), controls(app)]
}

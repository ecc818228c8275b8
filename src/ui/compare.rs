//! Compare: two to five places side by side. A piece of its own, but for what answers a person.

use super::app::App;
use super::code::{Code, Slot};
use super::controls::whose;
use super::dom::{Element, el};
use super::search::search;
use crate::chart::{self, Frame, Scene};
use crate::codec::{self, PackError, PackId, TablePack};
use crate::figure::{self, Figure, Marks};
use crate::model::Atlas;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        figures: figure::compare,
        table: Some(figure::compare_table),
        heights,
        lay_out,
        by_mouse: Figure::by_mouse,
        load,
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

fn heights(figure: &Figure) -> Option<[u32; 2]> {
    match &figure.marks {
        Marks::Lives(marks) => Some(chart::lives::heights(marks)),
        Marks::Difference(marks) => Some(chart::difference::heights(marks)),
        Marks::Strips(marks) => Some(chart::strips::heights(marks)),
        _ => None,
    }
}

fn lay_out(figure: &Figure, frame: Frame) -> Scene {
    match &figure.marks {
        Marks::Lives(marks) => chart::lives::lay_out(marks, frame),
        Marks::Difference(marks) => chart::difference::lay_out(marks, frame),
        Marks::Strips(marks) => chart::strips::lay_out(marks, frame),
        _ => Scene::empty(frame.width, frame.height),
    }
}

/// The search box, by which places are added, and whose lives.
pub fn pick(app: App) -> Vec<Element> {
    vec![search(app), el("div").class("controls").add(whose(app))]
}

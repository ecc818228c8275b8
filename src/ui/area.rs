//! Area: the figures of one place. A piece of its own; what the page says in words stays as publish wrote it.

use super::code::{Code, Slot};
use crate::chart::{self, Frame, Scene};
use crate::codec::{self, PackError, PackId, TablePack};
use crate::figure::{self, Figure, Marks};
use crate::model::Atlas;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        figures: figure::area_figures,
        table: Some(figure::area_table),
        heights,
        lay_out,
        by_mouse: Figure::by_mouse,
        load,
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

fn heights(figure: &Figure) -> Option<[u32; 2]> {
    match &figure.marks {
        Marks::Lives(marks) => Some(chart::lives::heights(marks)),
        Marks::Trend(marks) => Some(chart::trends::heights(marks)),
        Marks::Strips(marks) => Some(chart::strips::heights(marks)),
        Marks::Neighbourhoods(_) => Some(chart::neighbourhoods::heights()),
        _ => None,
    }
}

fn lay_out(figure: &Figure, frame: Frame) -> Scene {
    match &figure.marks {
        Marks::Lives(marks) => chart::lives::lay_out(marks, frame),
        Marks::Trend(marks) => chart::trends::lay_out(marks, frame),
        Marks::Strips(marks) => chart::strips::lay_out(marks, frame),
        Marks::Neighbourhoods(marks) => chart::neighbourhoods::lay_out(marks, frame),
        _ => Scene::empty(frame.width, frame.height),
    }
}

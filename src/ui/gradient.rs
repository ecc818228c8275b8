//! Gradient: life expectancies from the most to the least deprived neighbourhoods. A piece of its own.

use super::code::{Code, Slot};
use crate::chart::{self, Frame, Scene};
use crate::codec;
use crate::figure::{self, Figure, Marks};
use crate::words;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        figures: figure::gradients,
        table: Some(figure::gradient_table),
        heights,
        lay_out,
        by_mouse: words::by_mouse,
        load: |atlas, _, bytes| codec::load_gradient(atlas, bytes),
    }));
}

fn heights(figure: &Figure) -> Option<[u32; 2]> {
    match &figure.marks {
        Marks::Gradient(marks) => Some(chart::gradient::heights(marks)),
        _ => None,
    }
}

fn lay_out(figure: &Figure, frame: Frame) -> Scene {
    match &figure.marks {
        Marks::Gradient(marks) => chart::gradient::lay_out(marks, frame),
        _ => Scene::empty(frame.width, frame.height),
    }
}

//! Gradient: life expectancies from the most to the least deprived neighbourhoods. A piece of its own.

use super::code::{Code, Slot};
use crate::chart;
use crate::codec;
use crate::figure::{self, Figure};

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        recipe: &figure::GRADIENT,
        table: Some(figure::gradient_table),
        charts: &[chart::GRADIENT],
        by_mouse: Figure::by_mouse_here,
        load: |atlas, _, bytes| codec::load_gradient(atlas, bytes),
    }));
}

//! Gradient: life expectancies from the most to the least deprived neighbourhoods. A piece of its own.

use super::code::{Answers, Code, Slot};
use crate::chart;
use crate::codec;
use crate::figure::{self, Figure};

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        recipe: &figure::GRADIENT,
        charts: &[chart::GRADIENT],
        by_mouse: Figure::by_mouse_here,
        load: |atlas, _, bytes| codec::load_gradient(atlas, bytes),
        answers: Some(Answers { pick: |_| Vec::new(), table: figure::gradient_table }),
        own: None,
    }));
}

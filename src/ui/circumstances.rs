//! Circumstances: how strongly each goes together with healthy life expectancy. A piece of its own, but for what answers
//! a person.

use super::app::App;
use super::code::{Code, Slot};
use super::controls::whose;
use super::dom::Element;
use crate::chart::{self, Frame, Scene};
use crate::codec::{self, PackError, PackId};
use crate::figure::{self, Figure, Marks};
use crate::model::Atlas;
use crate::words;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        figures: figure::circumstances,
        table: Some(figure::circumstances_table),
        heights,
        lay_out,
        by_mouse: |lang, _| words::by_mouse_to_explore(lang),
        load,
    }));
}

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Measure(_) => codec::decode_measure(bytes, atlas),
        PackId::Table(_) => codec::load_strengths(atlas, bytes),
    }
}

fn heights(figure: &Figure) -> Option<[u32; 2]> {
    match &figure.marks {
        Marks::Strength(marks) => Some(chart::strengths::heights(marks)),
        Marks::Multiples(marks) => Some(chart::multiples::heights(marks)),
        _ => None,
    }
}

fn lay_out(figure: &Figure, frame: Frame) -> Scene {
    match &figure.marks {
        Marks::Strength(marks) => chart::strengths::lay_out(marks, frame),
        Marks::Multiples(marks) => chart::multiples::lay_out(marks, frame),
        _ => Scene::empty(frame.width, frame.height),
    }
}

/// Whose lives.
pub fn pick(app: App) -> Vec<Element> {
    vec![whose(app)]
}

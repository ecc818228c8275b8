//! Compare: two to five places side by side. A piece of its own, but for what answers a person.

use super::app::App;
use super::code::{Code, Slot};
use super::controls::whose;
use super::dom::{Element, el};
use super::search::search;
use crate::chart::{self, Frame, Scene};
use crate::codec;
use crate::figure::{self, Figure, Marks};
use crate::words;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        figures: figure::compare,
        table: Some(figure::compare_table),
        heights,
        lay_out,
        by_mouse: words::by_mouse,
        load: |atlas, _, bytes| codec::decode_measure(bytes, atlas),
    }));
}

fn heights(figure: &Figure) -> Option<[u32; 2]> {
    match &figure.marks {
        Marks::Lives(marks) => Some(chart::lives::heights(marks)),
        Marks::Difference(marks) => Some(chart::difference::heights(marks)),
        _ => None,
    }
}

fn lay_out(figure: &Figure, frame: Frame) -> Scene {
    match &figure.marks {
        Marks::Lives(marks) => chart::lives::lay_out(marks, frame),
        Marks::Difference(marks) => chart::difference::lay_out(marks, frame),
        _ => Scene::empty(frame.width, frame.height),
    }
}

/// The search box, by which places are added, and whose lives.
pub fn pick(app: App) -> Vec<Element> {
    vec![search(app), el("div").class("controls").add(whose(app))]
}

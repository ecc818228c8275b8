//! Trends: how lives have changed. A piece of its own, but for what answers a person.

use super::app::App;
use super::code::{Code, Slot};
use super::controls::whose;
use super::dom::{Element, el};
use super::search::search;
use crate::chart::{self, Frame, Scene};
use crate::codec::{self, PackError, PackId};
use crate::figure::{self, Figure, Marks};
use crate::model::Atlas;
use crate::words;

/// Hands the view's code over.
pub fn bring(slot: &'static Slot) {
    slot.set(Some(Code {
        figures: figure::trends,
        table: Some(figure::trends_table),
        heights,
        lay_out,
        by_mouse: words::by_mouse,
        load,
    }));
}

fn load(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    match id {
        PackId::Measure(_) => codec::decode_measure(bytes, atlas),
        PackId::Table(_) => codec::load_gradient(atlas, bytes),
    }
}

fn heights(figure: &Figure) -> Option<[u32; 2]> {
    match &figure.marks {
        Marks::Trend(marks) => Some(chart::trends::heights(marks)),
        _ => None,
    }
}

fn lay_out(figure: &Figure, frame: Frame) -> Scene {
    match &figure.marks {
        Marks::Trend(marks) => chart::trends::lay_out(marks, frame),
        _ => Scene::empty(frame.width, frame.height),
    }
}

/// Search and the choice of women or men.
pub fn pick(app: App) -> Vec<Element> {
    vec![search(app), el("div").class("controls").add(whose(app))]
}

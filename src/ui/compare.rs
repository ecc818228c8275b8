//! Compare: which places, and whose lives.

use super::app::App;
use super::controls::whose;
use super::dom::{Element, el};
use super::search::search;

/// The search box, by which places are added, and whose lives.
pub fn pick(app: App) -> Vec<Element> {
    vec![search(app), el("div").class("controls").add(whose(app))]
}

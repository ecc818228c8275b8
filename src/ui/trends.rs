//! Trends: places and whose lives.

use super::app::App;
use super::controls::whose;
use super::dom::{Element, el};
use super::search::search;

/// Search and the choice of women or men.
pub fn pick(app: App) -> Vec<Element> {
    vec![search(app), el("div").class("controls").add(whose(app))]
}

//! Explore, the home page: how a circumstance goes together with healthy life expectancy.

use super::app::App;
use super::controls::controls;
use super::dom::Element;
use super::search::search;

/// Search and controls.
pub fn pick(app: App) -> Vec<Element> {
    vec![search(app), controls(app)]
}

//! Circumstances: how strongly each goes together with healthy life expectancy.

use super::app::App;
use super::controls::whose;
use super::dom::Element;

/// Whose lives.
pub fn pick(app: App) -> Vec<Element> {
    vec![whose(app)]
}

//! The page for an address that leads nowhere.

use maud::html;

use super::Material;
use super::shell::{self, Page};

/// The page as HTML text.
pub(super) fn page(material: &Material) -> String {
    let main = html! {
        h1 { "There is no page here" }
        p { "The address may be mistyped, or the page may never have been. " a href="/" { "Find a place on the home page" } "." }
    };
    let page =
        Page {
            title: "Not found – Healthy Years", description: "There is no page at this address.", view: None, main
        };
    shell::render(&material.assets, &page)
}

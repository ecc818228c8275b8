//! The page for an address that leads nowhere.
//!
//! It offers every place, with a box that narrows the list, and does not start the app: it is read by people whose
//! connection or browser may be the trouble, and the app would take over an address that it does not know.

use maud::html;

use super::shell::{self, Page};
use super::{Material, places};

/// The page as HTML text.
pub(super) fn page(material: &Material) -> String {
    let main = html! {
        h1 { "There is no page here" }
        p.basis { "The address may be mistyped, or the page may never have been. " a href="/" { "Go to the home page" } ", or find a place:" }
        (places::list(material))
    };
    let description = "There is no page at this address.";
    shell::render(
        material,
        &Page { title: "Not found – Healthy Years", description, view: None, about: None, indexed: false, main },
    )
}

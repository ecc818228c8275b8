//! What follows the view outside of it: the links of the header, each of which leads to its view with the chosen places and what else
//! that view shows; and the address that is printed.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::app::App;
use super::{dom, page};
use crate::view::{Page, View};

/// Where the links are, in the order that publish wrote them.
const LINKS: &str = ".site-nav a";

/// What scrolls where they have no room beside each other, and how much stays free left of the present one, in pixels.
const STRIP: &str = ".site-nav ul";
const MARGIN: i32 = 32;

/// Lets links and printed address follow the view.
pub fn follow(app: App) {
    // What is printed says where it is from, with its edition.
    dom::follow(move || {
        let edition = app.read(|loaded| loaded.atlas.edition.clone());
        page::set_printed(&View { data: Some(edition), ..app.view.get() });
    });
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Ok(links) = document.query_selector_all(LINKS) else { return };
    for at in 0..links.length() {
        let Some(link) = links.get(at).and_then(|link| link.dyn_into::<HtmlElement>().ok()) else { continue };
        let Some(page) = link.get_attribute("href").and_then(|path| Page::at(&path)) else { continue };
        // On a phone the links are a strip, of which the present one may lie outside.
        if link.has_attribute("aria-current")
            && let Some(strip) = document.query_selector(STRIP).ok().flatten()
        {
            strip.set_scroll_left(link.offset_left() - MARGIN);
        }
        dom::follow(move || {
            let address = app.view.with(|view| view.on(page.clone()).address());
            let _ = link.set_attribute("href", &address);
        });
    }
}

//! The links of the site's header: each leads to its view with the chosen places, and what else that view shows.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::app::App;
use super::dom;
use crate::view::Page;

/// Where the links are, in the order that publish wrote them.
const LINKS: &str = ".site-nav a";

/// What scrolls where they have no room beside each other, and how much stays free left of the present one, in pixels.
const STRIP: &str = ".site-nav ul";
const MARGIN: i32 = 32;

/// Lets the links follow the view.
pub fn follow(app: App) {
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

//! Handing something over: to the clipboard, to a file, to the device's own way of sharing. Where the browser refuses, what was
//! meant stands there selected.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlTextAreaElement, Url};

use super::Panel;
use crate::ui::dom::{Element, el};
use crate::ui::page;

const COPIED: &str = "Copied.";
const SELECTED: &str =
    "This browser does not let the page copy. The text is selected: copy it with your keyboard or by a long press.";
/// What is said where the figure could not be made into what was asked for.
pub const NOT_MADE: &str =
    "This could not be made of the figure as it is now. Its numbers may still be on their way: try again.";
const NOT_SAVED: &str = "This browser does not let the page save files.";

/// A button that does something.
pub fn button(label: &'static str, act: impl Fn() + 'static) -> Element {
    el("button").set("type", "button").class("act").text(label).on("click", move |_| act())
}

/// A text under its name, to be read, selected or copied.
pub fn text(panel: &'static Panel, name: &str, content: &str) -> Element {
    let rows = (content.len() / 60 + content.matches('\n').count() + 1).min(9).to_string();
    let area = el("textarea").set("readonly", "").set("rows", &rows).set("aria-label", name).text(content);
    let node: HtmlTextAreaElement = area.node().clone().unchecked_into();
    let copy =
        el("button").set("type", "button").class("act").set("aria-label", &["Copy: ", name].concat()).text("Copy");
    let copy = copy.on("click", move |_| copy_text(panel, node.clone()));
    el("div").class("text").add(el("p").class("name").text(name)).add(area).add(copy)
}

/// Copies what a field holds; selects it where the browser refuses.
fn copy_text(panel: &'static Panel, field: HtmlTextAreaElement) {
    spawn_local(async move {
        let written = match clipboard() {
            Some(clipboard) => call(&clipboard, "writeText", &field.value().into()).await,
            None => Err(JsValue::NULL),
        };
        match written {
            Ok(_) => panel.say(COPIED),
            Err(_) => {
                let _ = field.focus();
                field.select();
                panel.say(SELECTED);
            }
        }
    });
}

/// Copies a picture; says what to do where the browser refuses.
pub async fn copy_picture(panel: &Panel, png: &[u8]) {
    let written = async {
        let blob = blob(png, "image/png")?;
        let item = Reflect::get(&js_sys::global(), &"ClipboardItem".into())?;
        let types = Object::new();
        Reflect::set(&types, &"image/png".into(), &blob)?;
        let item = Reflect::construct(item.unchecked_ref::<js_sys::Function>(), &Array::of1(&types))?;
        call(&clipboard().ok_or(JsValue::NULL)?, "write", &Array::of1(&item)).await
    };
    panel.say(match written.await {
        Ok(_) => COPIED,
        Err(_) => "This browser does not let the page copy pictures. Save it instead.",
    });
}

/// Saves a file.
pub fn save(panel: &Panel, name: &str, kind: &str, content: &[u8]) {
    let saved = blob(content, kind).and_then(|blob| {
        let address = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlAnchorElement = el("a").node().clone().unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // The browser may only begin to read it now.
        page::after_paint(move || {
            let _ = Url::revoke_object_url(&address);
        });
        Ok(())
    });
    panel.say(&match saved {
        Ok(()) => ["Saved as ", name, "."].concat(),
        Err(_) => NOT_SAVED.to_owned(),
    });
}

/// The device's own way of sharing, where it has one.
pub fn sheet(panel: &'static Panel) -> Element {
    let place = el("div");
    let navigator = web_sys::window().map(|window| window.navigator());
    let Some(navigator) = navigator.filter(|navigator| has(navigator, "share")) else { return place };
    let share = move || {
        let Some(figure) = panel.figure() else { return };
        let what = Object::new();
        for (name, value) in [("title", figure.title.clone()), ("text", figure.title.clone()), ("url", panel.address())]
        {
            let _ = Reflect::set(&what, &name.into(), &value.into());
        }
        let navigator = navigator.clone();
        spawn_local(async move {
            // Whoever closes the sheet has shared nothing, which is no fault.
            let _ = call(&navigator, "share", &what).await;
        });
    };
    place.add(button("Share by this device", share))
}

fn has(object: &JsValue, name: &str) -> bool {
    Reflect::get(object, &name.into()).is_ok_and(|member| member.is_function())
}

/// The clipboard; a frame may have none, and an insecure page has none.
fn clipboard() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"clipboard".into()).ok().filter(JsValue::is_object)
}

/// Calls a method that gives a promise, and waits for it.
async fn call(object: &JsValue, method: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    let method: js_sys::Function = Reflect::get(object, &method.into())?.dyn_into()?;
    let promise: js_sys::Promise = method.call1(object, with)?.dyn_into()?;
    JsFuture::from(promise).await
}

fn blob(content: &[u8], kind: &str) -> Result<Blob, JsValue> {
    let bytes = Uint8Array::from(content);
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options)
}

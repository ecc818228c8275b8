//! The figure as a picture at a size that a person chooses: seen before it is saved, as PNG or as SVG, or copied.

use js_sys::{Promise, Uint8Array};
use leptos::prelude::event_target_value;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlCanvasElement};

use super::{Panel, give};
use crate::chart::picture::{self, Picture, SIZES, Size};
use crate::export::{About, png};
use crate::paint::canvas;
use crate::paint::svg;
use crate::paint::tokens::{Palette, Theme};
use crate::ui::dom::{self, Element, el};
use crate::ui::state::State;

/// The choice of a size, the picture at that size, and what can be done with it.
pub fn part(panel: &'static Panel) -> Element {
    let size: State<Size> = State::new(SIZES[0]);
    let canvas =
        el("canvas").set("role", "img").follow("aria-label", move || panel.figure().map(|figure| figure.alt.clone()));
    let node: HtmlCanvasElement = canvas.node().clone().unchecked_into();
    let preview = node.clone();
    dom::follow(move || {
        draw(panel, size.get(), &preview);
    });
    let choose = move |name: String| {
        if let Some(chosen) = SIZES.into_iter().find(|size| size.name == name) {
            size.set(chosen);
        }
    };
    let option = |size: &Size| el("option").set("value", size.name).text(&says(*size));
    let select = el("select")
        .set("aria-label", "Size of the picture")
        .add_all(SIZES.iter().map(option).collect())
        .on("change", move |event| choose(event_target_value(event)));
    let act = move |act: fn(&'static Panel, Size, Vec<u8>)| {
        let node = node.clone();
        move || {
            let (node, size) = (node.clone(), size.get_untracked());
            spawn_local(async move {
                match described(panel, size, &node).await {
                    Some(png) => act(panel, size, png),
                    None => panel.say(give::NOT_MADE),
                }
            });
        }
    };
    let save = act(|panel, size, png| give::save(panel, &named(panel, size.name, "png"), "image/png", &png));
    let copy = act(|panel, _, png| spawn_local(async move { give::copy_picture(panel, &png).await }));
    el("div")
        .add(select)
        .add(el("div").class("preview").add(canvas))
        .add(give::button("Save as PNG", save))
        .add(give::button("Copy the picture", copy))
        .add(give::button("Save as SVG", move || save_svg(panel)))
}

/// “Landscape, 1200 × 675”.
fn says(size: Size) -> String {
    let name = match size.name {
        "landscape" => "Landscape",
        "square" => "Square",
        "portrait" => "Portrait",
        _ => "For print, 300 dpi",
    };
    [name, ", ", &size.width.to_string(), " × ", &size.height.to_string()].concat()
}

fn named(panel: &Panel, what: &str, end: &str) -> String {
    [&panel.stem(), "-", what, ".", end].concat()
}

/// Draws the figure at a size, to the pixel, and says which rows it has, where not all; none where there is no figure, or the
/// browser would not draw.
fn draw(panel: &Panel, size: Size, canvas: &HtmlCanvasElement) -> Option<String> {
    let figure = panel.figure()?;
    let Picture { scene, shortened } = picture::lay_out(panel.app.code.charts, &figure, size, &panel.imprint());
    canvas.set_width(size.width);
    canvas.set_height(size.height);
    canvas::paint_over(canvas, &scene, &Palette::of(Theme::Light), picture::scale(&scene, size)).ok()?;
    Some(shortened)
}

/// The picture as PNG, with what it says of itself. It is drawn anew, so that both are of the same moment.
async fn described(panel: &Panel, size: Size, canvas: &HtmlCanvasElement) -> Option<Vec<u8>> {
    let (figure, table) = (panel.figure()?, panel.table()?);
    let shortened = draw(panel, size, canvas)?;
    let bytes = bytes(canvas).await.ok()?;
    png::described(&bytes, &About::of(&figure, &shortened, &table, &panel.imprint()), size.dpi)
}

/// What a canvas holds as PNG.
async fn bytes(canvas: &HtmlCanvasElement) -> Result<Vec<u8>, JsValue> {
    let promise = Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        let _ = canvas.to_blob(done.unchecked_ref());
    });
    let blob: Blob = JsFuture::from(promise).await?.dyn_into()?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn save_svg(panel: &'static Panel) {
    let (Some(figure), Some(table)) = (panel.figure(), panel.table()) else { return panel.say(give::NOT_MADE) };
    let imprint = panel.imprint();
    let scene = picture::drawing(panel.app.code.charts, &figure, &imprint);
    let about = About::of(&figure, "", &table, &imprint);
    let text = svg::file(&scene, &figure.title, &figure.alt, &about.metadata());
    give::save(panel, &named(panel, &imprint.edition, "svg"), "image/svg+xml", text.as_bytes());
}

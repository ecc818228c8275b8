//! The picture: a canvas that follows the figure. What reads it comes later (`reading.rs`).

use core::cell::Cell;
use core::ops::Range;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlCanvasElement, HtmlElement, ResizeObserver};

use super::app::App;
use super::dom::{self, Element, el};
use super::figure::shown;
use super::page;
use super::state::State;
use crate::chart::{self, Frame, Scene};
use crate::figure::Figure;
use crate::paint::canvas::{self, PaintError};
use crate::paint::tokens::{Palette, Theme};
use crate::words;

/// Pixels of a canvas for each of the page's on paper: about 300 an inch.
const PAPER_RATIO: f64 = 3.0;
/// The width of a sheet of A4 without its margins, in the page's pixels.
const PAPER_WIDTH: u32 = 720;
/// The most pixels of a canvas on paper: some phones refuse more than 16 million.
const PAPER_PIXELS: f64 = 16e6;

/// The most height of a part of a picture on paper, as a share of its width: about a quarter of a page.
const PAPER_PART: f64 = 0.4;

/// What reading the picture needs of it. A copy of it is a handle on the same.
#[derive(Clone)]
pub struct Chart {
    /// What is drawn now.
    pub scene: State<Option<Scene>>,
    /// The room of the picture, and of the ring and the note on it.
    pub frame: Element,
    /// The room around it, where the picture's buttons stand, if it has any.
    pub room: Element,
    /// Draws it anew.
    pub draw: Rc<dyn Fn()>,
    /// What is reached.
    pub reached: State<Option<Reached>>,
    /// What is spoken of a point that is reached.
    pub spoken: Element,
}

/// A mark that is reached. Another picture that has it too keeps it reached.
#[derive(Clone, PartialEq)]
pub enum Reached {
    /// That of a reading, by its name.
    Reading(String),
    /// One of the dots that are too many to have readings, by its position.
    Dot(usize),
}

/// The picture with its hints, in its place; and what reading it needs.
pub fn chart(app: App, id: &'static str) -> (Element, Chart) {
    let scene = State::new(None);
    let refused = State::new(false);
    let name = move || shown(app, id).map(|figure| ["Chart: ", &figure.alt].concat());
    let picture = el("canvas").set("aria-hidden", "true");
    let canvas: HtmlCanvasElement = picture.node().clone().unchecked_into();
    let refusal = el("p")
        .class("refused")
        .flag("hidden", move || !refused.get())
        .text("This browser would not draw the picture. The table below has the same numbers.");
    let own = move || shown(app, id).and_then(|figure| chart::heights_by(app.code.charts, &figure.marks));
    let pixels = |height: Option<u32>| height.map(|height| [&height.to_string(), "px"].concat()).unwrap_or_default();
    let frame = el("div")
        .class("chart")
        .class_when("own", move || own().is_some())
        .style("--narrow", move || pixels(own().map(|[narrow, _]| narrow)))
        .style("--wide", move || pixels(own().map(|[_, wide]| wide)))
        .set("role", "group")
        .follow("aria-label", name)
        .add(picture)
        .add(refusal);
    let room = frame.node().clone();
    let on_paper = Cell::new(None);
    let draw: Rc<dyn Fn()> = Rc::new(move || {
        // Pages are laid out around what was drawn first: drawing the same again would move what stands on them.
        let figure = page::is_on_paper().then(|| of(app, id).map(|figure| Rc::as_ptr(&figure)));
        if on_paper.replace(figure) == figure && figure.is_some() {
            return;
        }
        let Some(drawn) = lay_out(app, id, &room) else { return };
        refused.set(paint_all(app, &drawn, &canvas).is_err());
        scene.set(Some(drawn));
    });
    draw_when_needed(app, frame.node(), draw.clone());
    let spoken = el("p").class("unseen").set("role", "status");
    let keys = el("p")
        .class("keys")
        .set("id", &keys_of(id))
        .add(el("span").class("by-mouse").follow_text(move || {
            shown(app, id).map_or("", |figure| (app.code.by_mouse)(&figure, page::lang())).to_owned()
        }))
        .add(el("span").class("by-finger").text(words::by_finger(page::lang())));
    let room = el("div").class("chart-room").add(frame.clone());
    let whole = el("div").add(room.clone()).add(keys).add(spoken.clone());
    (whole, Chart { scene, frame, room, draw, reached: State::new(None), spoken })
}

/// The name of the hints on how to read a figure's picture.
pub fn keys_of(id: &str) -> String {
    [id, "-keys"].concat()
}

/// Draws the picture now, when the figure changes, and when the page does: when the frame changes its width, the
/// device its theme or its pixel ratio, and for paper.
fn draw_when_needed(app: App, frame: &HtmlElement, draw: Rc<dyn Fn()>) {
    let again = draw.clone();
    dom::follow(move || {
        app.figures.track();
        app.view.track();
        again();
    });
    for event in ["resize", "beforeprint", "afterprint"] {
        if let Some(window) = web_sys::window() {
            let again = draw.clone();
            dom::listen(&window, event, move |_| again());
        }
    }
    for query in [page::DARK, page::PRINT].into_iter().filter_map(page::media) {
        let again = draw.clone();
        dom::listen(&query, "change", move |_| again());
    }
    let resized = Closure::<dyn FnMut()>::new(move || draw());
    if let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) {
        observer.observe(frame);
        dom::keep(Watch { observer, _resized: resized });
    }
}

/// The figure as it is now.
fn of(app: App, id: &str) -> Option<Rc<Figure>> {
    app.figures.with_untracked(|figures| figures.iter().find(|figure| figure.id == id).cloned())
}

/// Lays the figure out for the room there is; none while there is no figure, or no room.
fn lay_out(app: App, id: &str, room: &HtmlElement) -> Option<Scene> {
    let has_room = room.client_width() > 0;
    // Paper is as wide as it is, whatever window it is printed from.
    let width =
        if page::is_on_paper() && has_room { PAPER_WIDTH } else { u32::try_from(room.client_width()).unwrap_or(0) };
    let figure = of(app, id).filter(|_| width > 0)?;
    let (charts, figure) = (app.code.charts, &*figure);
    let frame =
        Frame::with(chart::heights_by(charts, &figure.marks), width).zoomed(app.view.with_untracked(|view| view.zoom));
    Some(chart::lay_out_by(charts, figure, frame))
}

/// Paints the picture; on paper a high one in parts, each on a canvas of its own below the one before, so that no page ends
/// within a row.
fn paint_all(app: App, scene: &Scene, canvas: &HtmlCanvasElement) -> Result<(), PaintError> {
    while let Some(next) = canvas.next_element_sibling().filter(|next| next.tag_name() == canvas.tag_name()) {
        next.remove();
    }
    let is_high = page::is_on_paper() && scene.height > scene.width;
    let Some(cuts) = app.code.cuts.filter(|_| is_high) else { return paint(scene, 0..scene.height, canvas) };
    let (mut last, mut from) = (canvas.clone(), 0);
    for to in cuts(scene, (f64::from(scene.width) * PAPER_PART) as u32) {
        if from > 0 {
            let next = el("canvas").set("aria-hidden", "true");
            let _ = last.after_with_node_1(next.node());
            last = next.node().clone().unchecked_into();
        }
        paint(scene, from..to, &last)?;
        from = to;
    }
    Ok(())
}

/// Paints what of the picture is at these heights over the whole canvas.
fn paint(scene: &Scene, heights: Range<u32>, canvas: &HtmlCanvasElement) -> Result<(), PaintError> {
    let palette = Palette::of(if page::is_dark() { Theme::Dark } else { Theme::Light });
    let ratio = if page::is_on_paper() {
        (PAPER_PIXELS / (f64::from(scene.width) * heights.len() as f64)).sqrt().min(PAPER_RATIO)
    } else {
        web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
    };
    canvas::paint(canvas, scene, heights, &palette, ratio, !page::is_clear())
}

/// What keeps watching the frame's width as long as the chart lives.
struct Watch {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

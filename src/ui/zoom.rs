//! A part of a picture, enlarged and moved: by buttons, keys, wheel, mouse and two fingers. In the pieces of the views that have
//! one: maps, and every neighbourhood of England.
//!
//! Which part is shown is in the view like everything else. Nothing but the picture follows it, so that while it changes the
//! picture alone is drawn, and the address is written at most four times a second.

use core::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, KeyboardEvent, PointerEvent, TouchEvent, WheelEvent};

use super::app::App;
use super::chart::{Chart, Reached};
use super::dom::{self, Element, el};
use super::page;
use super::state::State;
use crate::chart::Scene;
use crate::chart::scene::Spot;
use crate::chart::window::Window;
use crate::model::Way;
use crate::view::Zoom;
use crate::words::{self, Whole};

/// How many times as large a press of a button or key makes the map.
const LARGER: f64 = 2.0;

/// How much of its room the map is moved by a press.
const STEP: f64 = 0.25;

/// How far a mouse must be moved before that moves the map, in pixels: nearer, it chooses a place.
const DRAG: f64 = 4.0;

/// How long the address waits for the next change, in milliseconds.
const REST: i32 = 250;

/// What a step of the wheel is in pixels, where it is told in lines.
const LINE: f64 = 25.0;

/// A place in the picture, in pixels.
type Place = (f64, f64);

/// What is held, since when the map shows another part.
#[derive(Clone, Copy)]
enum Held {
    /// A place, by mouse: where it was, what was shown then, and whether it has been moved.
    Mouse(Place, Window, bool),
    /// Two fingers: their middle and how far apart they were, and what was shown then.
    Fingers(Place, f64, Window),
}

/// What moves a picture, as long as the page lives.
struct Hand {
    app: App,
    id: &'static str,
    of: Whole,
    scene: State<Option<Scene>>,
    frame: Element,
    draw: Rc<dyn Fn()>,
    reached: State<Option<Reached>>,
    held: Cell<Option<Held>>,
    /// Whether the address is to be written soon.
    is_due: Cell<bool>,
    /// Whether any part has been shown yet.
    has_moved: Cell<bool>,
}

/// Lets a person enlarge and move the picture of a figure.
pub fn take_hold(app: App, id: &'static str, chart: &Chart, of: Whole) {
    let hand: &Hand = Box::leak(Box::new(Hand {
        app,
        id,
        of,
        scene: chart.scene,
        frame: chart.frame.clone(),
        draw: chart.draw.clone(),
        reached: chart.reached,
        held: Cell::new(None),
        is_due: Cell::new(false),
        has_moved: Cell::new(false),
    }));
    chart.frame.clone().on("keydown", move |event| hand.on_key(event.unchecked_ref()));
    hand.listen("pointerdown", |hand, event| hand.on_press(event.unchecked_ref()));
    hand.listen("pointermove", |hand, event| hand.on_move(event.unchecked_ref()));
    hand.listen("pointerup", |hand, event| hand.on_release(event));
    hand.listen("wheel", |hand, event| hand.on_wheel(event.unchecked_ref()));
    hand.listen("touchstart", |hand, event| hand.on_touch(event.unchecked_ref()));
    hand.listen("touchmove", |hand, event| hand.on_pinch(event.unchecked_ref()));
    hand.listen("touchend", |hand, event| hand.on_lift(event.unchecked_ref()));
    hand.listen("touchcancel", |hand, event| hand.on_lift(event.unchecked_ref()));
    dom::follow(move || {
        hand.reached.track();
        hand.bring_reached();
    });
    let says = el("p").class("unseen").set("aria-live", "polite").follow_text(|| hand.says());
    chart.room.clone().add(buttons(hand)).add(says);
}

/// The buttons, at the left edge of the map. Those that move it are there once there is anything to move.
fn buttons(hand: &'static Hand) -> Element {
    let at = move |along: fn(&Window) -> f64| {
        hand.scene.with(|scene| scene.as_ref()?.window).map(|window| format_px(along(&window))).unwrap_or_default()
    };
    let percent = move || hand.shown().map_or(100, |zoom| zoom.percent);
    let lang = page::lang();
    let larger = button(words::zoom_in(lang), "+", move || hand.resize(LARGER, false))
        .truth("aria-disabled", move || percent() >= Zoom::MOST);
    let smaller = button(words::zoom_out(lang), "−", move || hand.resize(1.0 / LARGER, false))
        .truth("aria-disabled", move || percent() < Zoom::LEAST);
    let all = button(words::zoom_all(lang, hand.of), "All", move || hand.choose(None, false))
        .truth("aria-disabled", move || percent() < Zoom::LEAST);
    let mut buttons = el("div")
        .class("zoom")
        .set("role", "group")
        .set("aria-label", words::zoom_buttons(lang, hand.of))
        .flag("hidden", move || hand.scene.with(|scene| scene.as_ref().is_none_or(|scene| scene.window.is_none())))
        .style("left", move || at(|window| window.room.left))
        .style("top", move || at(|window| window.buttons))
        .add(larger)
        .add(smaller)
        .add(all);
    for way in [Way::North, Way::West, Way::East, Way::South] {
        let go = button(words::zoom_further(lang, way, hand.of), arrow(way), move || hand.step(way, false));
        buttons = buttons.add(go.flag("hidden", move || hand.shown().is_none()));
    }
    buttons
}

fn button(name: &str, sign: &str, act: impl Fn() + 'static) -> Element {
    el("button").set("type", "button").set("aria-label", name).set("title", name).text(sign).on("click", move |_| act())
}

fn arrow(way: Way) -> &'static str {
    match way {
        Way::North => "↑",
        Way::East => "→",
        Way::South => "↓",
        Way::West => "←",
    }
}

fn format_px(length: f64) -> String {
    [&crate::chart::scene::Eighth::px(length).to_text(), "px"].concat()
}

impl Hand {
    /// Does something whenever an event happens to the picture or to the note on it, before what reads the picture does:
    /// that has what is let pass.
    fn listen(&'static self, event: &'static str, act: fn(&'static Hand, &Event)) {
        let first = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        let frame = self.frame.node();
        dom::keep(EventListener::new_with_options(frame, event, first, move |event| act(self, event)));
    }

    fn window(&self) -> Option<Window> {
        self.scene.with_untracked(|scene| scene.as_ref()?.window)
    }

    /// The part that is shown; whoever asks follows it.
    fn shown(&self) -> Option<Zoom> {
        self.scene.with(|scene| scene.as_ref()?.window)?.zoom
    }

    /// What is spoken of the part that is shown, once it has been another.
    fn says(&self) -> String {
        match self.shown() {
            Some(zoom) => words::zoomed(page::lang(), zoom.percent, self.of),
            None if self.has_moved.get() => words::zoom_all(page::lang(), self.of).to_owned(),
            None => String::new(),
        }
    }

    /// Shows a part.
    fn show(&self, zoom: Option<Zoom>) {
        if self.app.view.with_untracked(|view| view.zoom != zoom) {
            self.has_moved.set(true);
            self.app.view.update_quietly(|view| view.zoom = zoom);
            (self.draw)();
        }
    }

    /// Shows a part on its way to another; the address follows soon.
    fn pass(&'static self, zoom: Option<Zoom>) {
        self.show(zoom);
        let Some(window) = web_sys::window().filter(|_| !self.is_due.replace(true)) else { return };
        let write = Closure::once_into_js(move || {
            self.is_due.set(false);
            self.app.view.with_untracked(page::replace);
            self.app.moved.set(());
        });
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(write.unchecked_ref(), REST);
    }

    /// Shows a part that has been chosen: back leads to the one before. A key that is held down only passes.
    fn choose(&'static self, zoom: Option<Zoom>, is_held: bool) {
        if is_held {
            return self.pass(zoom);
        }
        self.show(zoom);
        self.app.view.with_untracked(page::push);
        self.app.moved.set(());
    }

    /// Makes the map so many times as large around what is reached, or else around its middle.
    fn resize(&'static self, times: f64, is_held: bool) {
        let Some(window) = self.window() else { return };
        let reached = self.reached_spot().filter(|(_, is_shown)| *is_shown);
        let around = reached.map_or(window.middle(), |(spot, _)| (spot.x.to_px(), spot.y.to_px()));
        self.choose(window.moved(around, around, times), is_held);
    }

    /// Shows what lies further on a side.
    fn step(&'static self, way: Way, is_held: bool) {
        let Some(window) = self.window().filter(|window| window.zoom.is_some()) else { return };
        let (x, y) = window.middle();
        let far = (window.room.right - window.room.left).min(window.room.bottom - window.room.top) * STEP;
        let from = match way {
            Way::North => (x, y - far),
            Way::East => (x + far, y),
            Way::South => (x, y + far),
            Way::West => (x - far, y),
        };
        self.choose(window.moved(from, (x, y), 1.0), is_held);
    }

    /// The mark that is reached, and whether it is within the picture.
    fn reached_spot(&self) -> Option<(Spot, bool)> {
        let name = match self.reached.get_untracked()? {
            Reached::Reading(name) => name,
            Reached::Dot(at) => {
                let dot = self.scene.with_untracked(|scene| scene.as_ref()?.dots.get(at).copied().flatten())?;
                return Some((dot, true));
            }
        };
        let figures = self.app.figures.get_untracked();
        let figure = figures.iter().find(|figure| figure.id == self.id)?;
        let at = figure.readings.iter().position(|reading| reading.name() == name)?;
        self.scene.with_untracked(|scene| {
            let scene = scene.as_ref()?;
            let hit = scene.hits.iter().copied().find(|hit| hit.reading == at)?;
            Some((hit.at, scene.shows(hit)))
        })
    }

    /// Moves the map to a mark that keys have led to, where it is not within the picture.
    fn bring_reached(&'static self) {
        let Some((spot, false)) = self.reached_spot() else { return };
        let Some(window) = self.window() else { return };
        self.pass(window.moved((spot.x.to_px(), spot.y.to_px()), window.middle(), 1.0));
    }

    fn on_key(&'static self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let is_held = event.repeat();
        match (event.key().as_str(), event.shift_key()) {
            ("+" | "=", _) => self.resize(LARGER, is_held),
            ("-" | "−" | "_", _) => self.resize(1.0 / LARGER, is_held),
            ("0", _) => self.choose(None, is_held),
            ("ArrowUp", true) => self.step(Way::North, is_held),
            ("ArrowRight", true) => self.step(Way::East, is_held),
            ("ArrowDown", true) => self.step(Way::South, is_held),
            ("ArrowLeft", true) => self.step(Way::West, is_held),
            _ => return,
        }
        event.prevent_default();
    }

    /// Where a pointer is in the picture.
    fn place(&self, x: i32, y: i32) -> Place {
        let bounds = self.frame.node().get_bounding_client_rect();
        (f64::from(x) - bounds.left(), f64::from(y) - bounds.top())
    }

    /// The map with a place of it that is within its room.
    fn hit_by(&self, x: i32, y: i32) -> Option<(Place, Window)> {
        let (place, window) = (self.place(x, y), self.window()?);
        (window.room.nearest(place) == place).then_some((place, window))
    }

    fn on_press(&self, event: &PointerEvent) {
        let is_main = event.pointer_type() == "mouse" && event.button() == 0;
        let held =
            self.hit_by(event.client_x(), event.client_y()).filter(|(_, window)| is_main && window.zoom.is_some());
        if let Some((place, window)) = held {
            self.held.set(Some(Held::Mouse(place, window, false)));
        }
    }

    fn on_move(&'static self, event: &PointerEvent) {
        let (from, window, has_moved) = match self.held.get() {
            None => return,
            Some(Held::Fingers(..)) => return event.stop_propagation(),
            Some(Held::Mouse(..)) if event.buttons() & 1 == 0 => return self.held.set(None),
            Some(Held::Mouse(from, window, has_moved)) => (from, window, has_moved),
        };
        let to = self.place(event.client_x(), event.client_y());
        if !has_moved && libm::hypot(to.0 - from.0, to.1 - from.1) < DRAG {
            return;
        }
        event.stop_propagation();
        if !has_moved {
            self.held.set(Some(Held::Mouse(from, window, true)));
            self.reached.set(None);
            // Beyond the picture the mouse still holds it.
            let _ = self.frame.node().set_pointer_capture(event.pointer_id());
        }
        self.pass(window.moved(from, to, 1.0));
    }

    /// Lets go of the map. What has moved it chooses no place.
    fn on_release(&self, event: &Event) {
        match self.held.get() {
            Some(Held::Mouse(_, _, has_moved)) => {
                self.held.set(None);
                if has_moved {
                    event.stop_propagation();
                }
            }
            Some(Held::Fingers(..)) => event.stop_propagation(),
            None => {}
        }
    }

    /// The wheel scrolls the page, which a map must not hold up; with Ctrl or ⌘ held it makes the map larger or smaller. Two
    /// fingers on a touchpad are the same to the browser.
    fn on_wheel(&'static self, event: &WheelEvent) {
        if !event.ctrl_key() && !event.meta_key() {
            return;
        }
        let Some((place, window)) = self.hit_by(event.client_x(), event.client_y()) else { return };
        event.prevent_default();
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { LINE };
        let times = libm::exp((-event.delta_y() * unit / 100.0).clamp(-0.4, 0.4));
        self.pass(window.moved(place, place, times));
    }

    /// The middle of two fingers, and how far apart they are.
    fn fingers(&self, event: &TouchEvent) -> Option<(Place, f64)> {
        let touches = event.touches();
        let (Some(one), Some(other), None) = (touches.get(0), touches.get(1), touches.get(2)) else { return None };
        let [one, other] = [one, other].map(|touch| self.place(touch.client_x(), touch.client_y()));
        let apart = libm::hypot(one.0 - other.0, one.1 - other.1);
        Some((((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0), apart))
    }

    /// Two fingers take hold of the map; one scrolls the page or reads.
    fn on_touch(&self, event: &TouchEvent) {
        let (Some((middle, apart)), Some(window)) = (self.fingers(event), self.window()) else { return };
        if window.room.nearest(middle) != middle {
            return;
        }
        event.prevent_default();
        self.held.set(Some(Held::Fingers(middle, apart, window)));
        self.reached.set(None);
    }

    fn on_pinch(&'static self, event: &TouchEvent) {
        let Some(Held::Fingers(from, before, window)) = self.held.get() else { return };
        // A page that scrolls already can't be stopped.
        let Some((to, now)) = self.fingers(event).filter(|_| event.cancelable()) else { return };
        event.prevent_default();
        self.pass(window.moved(from, to, now / before.max(1.0)));
    }

    /// What two fingers have held is held until the last is lifted: it must not read or scroll.
    fn on_lift(&self, event: &TouchEvent) {
        if event.touches().length() == 0 {
            self.held.set(None);
        }
    }
}

//! The picture: a canvas that follows the figure, and every way of reaching its points.
//!
//! Pointing draws on a layer of its own (a ring and a note), never on the picture.

use gloo::events::EventListener;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::ResizeObserver;

use super::app::App;
use super::figure::shown;
use super::live::{self, Shared};
use super::page;
use super::state::State;
use crate::chart::scene::{Eighth, Hit, Spot};
use crate::chart::{self, Frame, Scene};
use crate::figure::{Marks, Point};
use crate::paint::canvas;
use crate::paint::tokens::{Palette, Theme};
use crate::view::MOST_AREAS;

/// How far from a mark a pointer may be to mean it, in pixels: a finger is blunter than a mouse.
const REACH: f64 = 24.0;
const REACH_OF_A_FINGER: f64 = 44.0;

/// What is said where another place is to be chosen and there may be no more.
const FULL: &str = "Five places are chosen already";

/// What is drawn now.
#[derive(Default)]
struct Drawn {
    scene: Option<Scene>,
}

/// The chart with its ring, its note and its spoken line.
#[component]
pub fn Chart(
    /// The app's state.
    app: App,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let picture = NodeRef::<Canvas>::new();
    let drawn = State::new(Drawn::default());
    let reached = State::new(None::<Hit>);
    let refused = State::new(false);
    // The point that was to be chosen when no more could be.
    let too_many = State::new(None::<Hit>);
    let middle = State::new((Eighth(0), Eighth(0)));

    let draw = move || {
        let (Some(frame), Some(picture)) = (frame.get_untracked(), picture.get_untracked()) else { return };
        let width = u32::try_from(frame.client_width()).unwrap_or(0);
        let Some(figure) = app.figure.get_untracked().filter(|_| width > 0) else { return };
        let scene = chart::lay_out(&figure, Frame::of_width(width));
        let palette = Palette::of(if page::is_dark() { Theme::Dark } else { Theme::Light });
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
        refused.set(canvas::paint(&picture, &scene, &palette, ratio).is_err());
        middle.set((Eighth::px(f64::from(scene.width) / 2.0), Eighth::px(f64::from(scene.height) / 2.0)));
        drawn.update(|drawn| drawn.scene = Some(scene));
    };
    live::follow(move || {
        app.figure.track();
        app.view.track();
        reached.set(None);
        too_many.set(None);
        draw();
    });
    redraw_when_the_page_changes(frame, draw);

    let point = move || {
        let figure = app.figure.get()?;
        let Marks::Relate(marks) = &figure.marks;
        marks.points.get(reached.get()?.point).cloned()
    };
    let reach = move |event: &PointerEvent| {
        let Some(frame) = frame.get_untracked() else { return };
        let bounds = frame.get_bounding_client_rect();
        let at = Spot::px(f64::from(event.client_x()) - bounds.left(), f64::from(event.client_y()) - bounds.top());
        let far = Eighth::px(if event.pointer_type() == "mouse" { REACH } else { REACH_OF_A_FINGER });
        let hit = drawn.with_untracked(|drawn| drawn.scene.as_ref().and_then(|scene| scene.nearest(at, far)));
        if reached.get_untracked() != hit {
            reached.set(hit);
        }
    };
    let choose = move || {
        let Some(Point { area, .. }) = point() else { return };
        let view = app.view.get_untracked();
        let toggled = view.toggled(area);
        if toggled == view {
            return too_many.set(reached.get_untracked());
        }
        app.go(toggled);
    };
    let step = move |to: Step| {
        let hits =
            drawn.with_untracked(|drawn| drawn.scene.as_ref().map(|scene| scene.hits.clone())).unwrap_or_default();
        reached.set(to.from(reached.get_untracked(), &hits));
    };
    let on_key = live::act(move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => step(Step::Next),
            "ArrowLeft" | "ArrowDown" => step(Step::Previous),
            "Home" => step(Step::First),
            "End" => step(Step::Last),
            "Enter" | " " => choose(),
            "Escape" => reached.set(None),
            _ => return,
        }
        event.prevent_default();
    });
    let on_click = live::act(move |event: PointerEvent| {
        reach(&event);
        if event.pointer_type() == "mouse" {
            choose();
        }
    });
    let on_leave = live::act(move |event: PointerEvent| {
        if event.pointer_type() == "mouse" {
            reached.set(None);
        }
    });
    let name = live::attribute(move || shown(app).map(|figure| ["Chart: ", &figure.alt].concat()));
    let spoken = live::text(move || match point() {
        Some(_) if too_many.get() == reached.get() => [FULL, ". Remove one to choose another."].concat(),
        Some(point) => spoken_of(&point),
        None => String::new(),
    });
    view! {
        <div class="chart-room">
            <div
                class="chart"
                node_ref=frame
                tabindex="0"
                role="group"
                aria-roledescription="chart"
                aria-label=name
                aria-describedby="chart-keys"
                on:pointermove=live::act(move |event| reach(&event))
                on:pointerup=on_click
                on:pointerleave=on_leave
                on:keydown=on_key
                on:blur=live::act(move |_| reached.set(None))
            >
                <canvas node_ref=picture aria-hidden="true"></canvas>
                <p class="refused" hidden=live::flag(move || !refused.get())>
                    "This browser would not draw the picture. The table below has the same numbers."
                </p>
                <Pointer reached point=live::shared(point) middle app/>
            </div>
        </div>
        <p class="keys" id="chart-keys">
            <span class="by-mouse">"Point at a dot to read it, click it to choose the place. By keyboard: arrow keys, then Enter."</span>
            <span class="by-finger">"Touch a dot to read it, or slide a finger along the dots."</span>
        </p>
        <p class="unseen" role="status">{spoken}</p>
    }
}

/// The ring around the point that is reached, and the note beside it.
#[component]
fn Pointer(
    reached: State<Option<Hit>>,
    point: Shared<Option<Point>>,
    middle: State<(Eighth, Eighth)>,
    app: App,
) -> impl IntoView {
    let at = move |of: fn(&Hit) -> Eighth| {
        live::text(move || reached.get().map(|hit| [&of(&hit).to_text(), "px"].concat()).unwrap_or_default())
    };
    let (pointed, to_choose) = (point.clone(), point.clone());
    let lines = live::views(move || live::each("span", pointed().map(|point| point.says).unwrap_or_default()));
    let is_chosen = move || point().is_some_and(|point| app.view.with(|view| view.areas.contains(&point.area)));
    let is_full = move || app.view.with(|view| view.areas.len() >= MOST_AREAS);
    let label = live::text(move || {
        let label = match (is_chosen(), is_full()) {
            (true, _) => "Remove from chosen",
            (false, true) => FULL,
            (false, false) => "Choose this place",
        };
        label.to_owned()
    });
    let choose = live::act(move |event: PointerEvent| {
        event.stop_propagation();
        let Some(point) = untrack(&*to_choose) else { return };
        app.go(app.view.get_untracked().toggled(point.area));
    });
    // The note opens towards the middle of the picture.
    let opens_left = live::state(move || reached.get().is_some_and(|hit| hit.at.x > middle.get_untracked().0));
    let opens_up = live::state(move || reached.get().is_some_and(|hit| hit.at.y > middle.get_untracked().1));
    view! {
        <div class="pointer" hidden=live::flag(move || reached.get().is_none())>
            <div
                class="ring"
                style:left=at(|hit| hit.at.x)
                style:top=at(|hit| hit.at.y)
            ></div>
            <div
                class="tip"
                class:opens-left=opens_left
                class:opens-up=opens_up
                style:left=at(|hit| hit.at.x)
                style:top=at(|hit| hit.at.y)
            >
                {lines}
                <button type="button" tabindex="-1" aria-hidden="true" on:pointerup=choose>{label}</button>
            </div>
        </div>
    }
}

/// A point as it is spoken: its name, then what it says.
fn spoken_of(point: &Point) -> String {
    match point.says.as_slice() {
        [name, rest @ ..] => [name.as_str(), ": ", &rest.join(". ")].concat(),
        [] => String::new(),
    }
}

/// A step along the points, which are in order of x.
#[derive(Clone, Copy)]
enum Step {
    First,
    Previous,
    Next,
    Last,
}

impl Step {
    fn from(self, now: Option<Hit>, hits: &[Hit]) -> Option<Hit> {
        let last = hits.len().checked_sub(1)?;
        let now = now.and_then(|now| hits.iter().position(|hit| hit.point == now.point));
        let to = match (self, now) {
            (Step::First, _) | (Step::Next, None) => 0,
            (Step::Last, _) | (Step::Previous, None) => last,
            (Step::Previous, Some(at)) => at.saturating_sub(1),
            (Step::Next, Some(at)) => (at + 1).min(last),
        };
        hits.get(to).copied()
    }
}

/// Draws again when the frame changes its width, the device its theme or its pixel ratio, and for paper.
fn redraw_when_the_page_changes(frame: NodeRef<Div>, draw: impl Fn() + Copy + 'static) {
    let mut watching = None;
    live::follow(move || {
        if watching.is_none() {
            watching = frame.get().and_then(|frame| Watch::start(&frame, draw));
        }
    });
}

/// What keeps watching as long as the chart lives.
struct Watch {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
    _listeners: Vec<EventListener>,
}

impl Watch {
    fn start(frame: &web_sys::Element, draw: impl Fn() + Copy + 'static) -> Option<Watch> {
        let resized = Closure::<dyn FnMut()>::new(draw);
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        observer.observe(frame);
        let window = web_sys::window()?;
        let mut listeners = vec![EventListener::new(&window, "resize", move |_| draw())];
        for query in [page::DARK, page::PRINT].into_iter().filter_map(page::media) {
            listeners.push(EventListener::new(&query, "change", move |_| draw()));
        }
        Some(Watch { observer, _resized: resized, _listeners: listeners })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

//! Every way of reaching the picture's points: by pointer, by finger and by keys.
//!
//! Pointing draws on a layer of its own (a ring and a note), never on the picture.

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, PointerEvent};

use super::app::App;
use super::chart::{Chart, Reached, keys_of};
use super::dom::{Element, each, el};
use super::figure::shown;
use super::page;
use super::state::State;
use crate::chart::Scene;
use crate::chart::scene::{Eighth, Hit, Spot};
use crate::figure::{Reading as Read, leads};
use crate::model::Way;
use crate::view::{MOST_AREAS, View};

/// How far from a mark a pointer may be to mean it, in pixels: a finger is blunter than a mouse.
const REACH: f64 = 24.0;
const REACH_OF_A_FINGER: f64 = 44.0;

/// What is said of a place that is no longer chosen.
const REMOVED: &str = "Removed. ";

/// Who reads the picture, as long as the page lives.
struct Reading {
    app: App,
    /// The figure's id.
    id: &'static str,
    /// What is drawn now.
    scene: State<Option<Scene>>,
    /// What is reached.
    reached: State<Option<Reached>>,
    /// Whether its place was to be chosen, or removed from the chosen, since it was reached.
    asked: State<bool>,
}

/// How far from the window's upper and lower edge a mark stays that is reached by keys: room for its note, in pixels.
const ROOM_AROUND: f64 = 120.0;

/// Gives the picture its ring, its note and its spoken line.
pub fn read(app: App, id: &'static str, chart: &Chart) {
    let reading: &Reading =
        Box::leak(Box::new(Reading { app, id, scene: chart.scene, reached: chart.reached, asked: State::new(false) }));
    let frame = chart.frame.clone();
    frame
        .set("tabindex", "0")
        .set("aria-roledescription", "chart")
        .set("aria-describedby", &keys_of(id))
        .on("pointermove", move |event| reading.on_move(event.unchecked_ref()))
        .on("pointerup", move |event| reading.on_press(event.unchecked_ref()))
        .on("pointerleave", move |event| reading.on_leave(event.unchecked_ref()))
        .on("keydown", move |event| reading.on_key(event.unchecked_ref()))
        .on("blur", move |_| reading.reach(None))
        .add(pointer(reading));
    chart.spoken.clone().follow_text(move || reading.spoken());
}

/// The ring around the point that is reached, and the note beside it.
fn pointer(reading: &'static Reading) -> Element {
    let left = move || reading.place(|spot| spot.x);
    let top = move || reading.place(|spot| spot.y);
    let lines = move || reading.point().map(|point| each("span", &point.says)).unwrap_or_default();
    let choose = move |event: &Event| {
        event.stop_propagation();
        reading.choose();
    };
    let button = el("button")
        .set("type", "button")
        .set("tabindex", "-1")
        .set("aria-hidden", "true")
        .flag("hidden", move || reading.offer().0.is_empty())
        .follow_text(move || reading.offer().0.to_owned())
        .on("pointerup", choose);
    // The note opens towards the middle of the picture, and reaches as far to the left as its point stands to the
    // right: so it is within the picture, however narrow that is.
    let tip = el("div")
        .class("tip")
        .class_when("opens-up", move || reading.share(|scene| scene.height, |spot| spot.y) > Eighth::px(50.0))
        .style("translate", move || ["-", &reading.share(|scene| scene.width, |spot| spot.x).to_text(), "%"].concat())
        .style("left", left)
        .style("top", top)
        .children(lines)
        .add(button);
    el("div")
        .class("pointer")
        .flag("hidden", move || reading.spot().is_none())
        .add(el("div").class("ring").style("left", left).style("top", top))
        .add(tip)
}

impl Reading {
    /// The mark that is reached.
    fn point(&self) -> Option<Read> {
        let figure = shown(self.app, self.id)?;
        match self.reached.get()? {
            Reached::Reading(_) => figure.readings.get(self.hit()?.reading).cloned(),
            Reached::Dot(at) => (self.app.code.recipe.dot)(&figure, page::lang(), at),
        }
    }

    /// Where the mark of the reading that is reached stands in the picture; none where a dot is reached.
    fn hit(&self) -> Option<Hit> {
        let Reached::Reading(reached) = self.reached.get()? else { return None };
        let figure = shown(self.app, self.id)?;
        let at = figure.readings.iter().position(|reading| reading.name() == reached)?;
        self.scene.with(|scene| scene.as_ref()?.hits.iter().copied().find(|hit| hit.reading == at))
    }

    /// Where that which is reached stands; none where that is not within the picture.
    fn spot(&self) -> Option<Spot> {
        let hit = self.hit();
        self.scene.with(|scene| {
            let scene = scene.as_ref()?;
            match self.reached.get()? {
                Reached::Reading(_) => hit.filter(|hit| scene.shows(*hit)).map(|hit| hit.at),
                Reached::Dot(at) => scene.dots.get(at).copied().flatten(),
            }
        })
    }

    /// Where the ring and the note stand, along one axis.
    fn place(&self, along: fn(&Spot) -> Eighth) -> String {
        self.spot().map(|spot| [&along(&spot).to_text(), "px"].concat()).unwrap_or_default()
    }

    /// The same in hundredths of the picture.
    fn share(&self, size: fn(&Scene) -> u32, along: fn(&Spot) -> Eighth) -> Eighth {
        let size = self.scene.with(|scene| scene.as_ref().map_or(1, size));
        self.spot().map(|spot| Eighth::px(along(&spot).to_px() * 100.0 / f64::from(size))).unwrap_or_default()
    }

    /// The view that the mark which is reached leads to, if it leads to one.
    fn leads(&self) -> Option<View> {
        let (figure, hit) = (shown(self.app, self.id)?, self.hit()?);
        self.app.view.with(|view| leads(&figure, view, hit.reading))
    }

    /// What may be done with the place that is reached, as the note's button says it; and what is said when that has
    /// been tried.
    fn offer(&self) -> (&'static str, &'static str) {
        if self.leads().is_some() {
            return ("Open in Explore", "");
        }
        let Some(reached) = self.point().and_then(|point| point.area).filter(|_| !page::is_embed()) else {
            return ("", "");
        };
        self.app.view.with(|view| match view.areas.len() {
            _ if view.areas.contains(&reached) => ("Remove from chosen", "Chosen. "),
            MOST_AREAS.. => {
                ("Five places are chosen already", "Five places are chosen already. Remove one to choose another. ")
            }
            _ => ("Choose this place", REMOVED),
        })
    }

    /// The point that is reached, for those who do not see it; first what came of choosing it.
    fn spoken(&self) -> String {
        // A place's own dots go with it when it is removed.
        let Some(point) = self.point() else {
            return if self.asked.get() { REMOVED.to_owned() } else { String::new() };
        };
        let came_of_it = if self.asked.get() { self.offer().1 } else { "" };
        [came_of_it, &spoken_of(&point)].concat()
    }

    /// Reaches the point of a reading, or none.
    fn reach(&self, hit: Option<Hit>) {
        self.set(hit.and_then(|hit| {
            let figures = self.app.figures.get_untracked();
            let figure = figures.iter().find(|figure| figure.id == self.id)?;
            Some(Reached::Reading(figure.readings.get(hit.reading)?.name().to_owned()))
        }));
    }

    fn set(&self, reached: Option<Reached>) {
        if self.reached.with_untracked(|now| *now != reached) {
            self.asked.set(false);
            self.reached.set(reached);
        }
    }

    /// Reaches the point that is nearest to a pointer.
    fn on_move(&self, event: &PointerEvent) {
        let frame = event.current_target().and_then(|frame| frame.dyn_into::<web_sys::Element>().ok());
        let Some(frame) = frame else { return };
        let bounds = frame.get_bounding_client_rect();
        let at = Spot::px(f64::from(event.client_x()) - bounds.left(), f64::from(event.client_y()) - bounds.top());
        let far = Eighth::px(if is_mouse(event) { REACH } else { REACH_OF_A_FINGER });
        let has_dots = self.scene.with_untracked(|scene| scene.as_ref().is_some_and(|scene| !scene.dots.is_empty()));
        if has_dots {
            let dot = self.scene.with_untracked(|scene| scene.as_ref().and_then(|scene| scene.nearest_dot(at, far)));
            return self.set(dot.map(Reached::Dot));
        }
        self.reach(self.scene.with_untracked(|scene| scene.as_ref().and_then(|scene| scene.nearest(at, far))));
    }

    /// Chooses the place that is reached, or removes it from the chosen; goes where the mark leads, if it leads anywhere.
    fn choose(&self) {
        if let Some(there) = self.leads() {
            return page::visit(&there.address());
        }
        let Some(area) = self.point().and_then(|point| point.area).filter(|_| !page::is_embed()) else { return };
        self.asked.set(true);
        let view = self.app.view.get_untracked();
        let toggled = view.toggled(area);
        if toggled != view {
            self.app.go(toggled);
        }
    }

    fn step(&self, to: Step) {
        let now = self.hit();
        self.reach(self.scene.with_untracked(|scene| to.from(now, &scene.as_ref()?.hits)));
    }

    /// Whether each point stands below the one before it, as in pictures of rows.
    fn goes_down(&self) -> bool {
        self.scene.with_untracked(|scene| scene.as_ref().is_some_and(Scene::goes_down))
    }

    /// A step in a direction: on a map to the area that lies there, else along the points.
    fn step_toward(&self, way: Way, to: Step) {
        let Some(now) = self.hit() else { return self.step(to) };
        let toward = |scene: &Scene| match scene.is_map() {
            true => scene.toward(now, way).or(Some(now)),
            false => to.from(Some(now), &scene.hits),
        };
        self.reach(self.scene.with_untracked(|scene| toward(scene.as_ref()?)));
    }

    fn on_press(&self, event: &PointerEvent) {
        self.on_move(event);
        if is_mouse(event) {
            self.choose();
        }
    }

    fn on_leave(&self, event: &PointerEvent) {
        if is_mouse(event) {
            self.reach(None);
        }
    }

    fn on_key(&self, event: &KeyboardEvent) {
        // The browser's, or a map's.
        if event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowRight" => self.step_toward(Way::East, Step::Next),
            "ArrowUp" => self.step_toward(Way::North, if self.goes_down() { Step::Previous } else { Step::Next }),
            "ArrowLeft" => self.step_toward(Way::West, Step::Previous),
            "ArrowDown" => self.step_toward(Way::South, if self.goes_down() { Step::Next } else { Step::Previous }),
            "PageDown" => self.step(Step::Next),
            "PageUp" => self.step(Step::Previous),
            "Home" => self.step(Step::First),
            "End" => self.step(Step::Last),
            "Enter" | " " => self.choose(),
            "Escape" => self.reach(None),
            _ => return,
        }
        event.prevent_default();
        self.bring_into_view(event);
    }

    /// Scrolls a picture that is higher than the window to the mark that a key has led to.
    fn bring_into_view(&self, event: &KeyboardEvent) {
        let frame = event.current_target().and_then(|frame| frame.dyn_into::<web_sys::Element>().ok());
        let (Some(frame), Some(window), Some(hit)) = (frame, web_sys::window(), self.hit()) else { return };
        let seen = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
        let at = frame.get_bounding_client_rect().top() + hit.at.y.to_px();
        let over = if at < ROOM_AROUND { at - ROOM_AROUND } else { (at - (seen - ROOM_AROUND)).max(0.0) };
        if over != 0.0 {
            window.scroll_by_with_x_and_y(0.0, over);
        }
    }
}

/// Whether a pointer is a mouse, which leaves and clicks as fingers do not.
fn is_mouse(event: &PointerEvent) -> bool {
    event.pointer_type() == "mouse"
}

/// A point as it is spoken: its name, then what it says.
fn spoken_of(point: &Read) -> String {
    match point.says.as_slice() {
        [name, rest @ ..] => [name.as_str(), ": ", &rest.join(". ")].concat(),
        [] => String::new(),
    }
}

/// A step along the points, in the order of the figure's readings.
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
        let now = now.and_then(|now| hits.iter().position(|hit| hit.reading == now.reading));
        let to = match (self, now) {
            (Step::First, _) | (Step::Next, None) => 0,
            (Step::Last, _) | (Step::Previous, None) => last,
            (Step::Previous, Some(at)) => at.saturating_sub(1),
            (Step::Next, Some(at)) => (at + 1).min(last),
        };
        hits.get(to).copied()
    }
}

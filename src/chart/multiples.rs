//! Small pictures beside each other: areas as dots, one scale up for all, each circumstance across on its own.

use super::metrics::{CAP_HEIGHT, Metrics};
use super::plot::{crisp, level, line, text};
use super::scale::{Scale, drawable, extent};
use super::scene::{Anchor, Eighth, Group, Hit, Item, Mark, Scene, Shape, Spot, Token};
use super::sizes::{Sizes, sizes};
use super::strengths::look;
use super::ticks::ticks;
use super::wrap::{wrap, wrap_evenly};
use super::{Frame, WIDE};
use crate::figure::{Multiple, MultiplesMarks};

/// Small pictures in a line, in narrow and in wide room.
const ACROSS: [usize; 2] = [2, 5];

/// The height of one, and of what stands above all, in pixels.
const EACH: f64 = 236.0;
const ABOVE: f64 = 24.0;

/// Between two in a line, and room of the numbers left of all, in pixels.
const BETWEEN: f64 = 14.0;
const NUMBERS: f64 = 20.0;

/// Heights in pixels, in narrow and in wide room.
pub fn heights(marks: &MultiplesMarks) -> [u32; 2] {
    ACROSS.map(|across| (ABOVE + marks.panels.len().div_ceil(across) as f64 * EACH) as u32)
}

/// What is drawn, from the back to the front.
#[derive(Default)]
struct Layers {
    grid: Vec<Item>,
    axes: Vec<Item>,
    dots: Vec<Item>,
    chosen: Vec<Item>,
    hits: Vec<Hit>,
}

/// The room of one small picture, in pixels.
struct Room {
    outer: f64,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    y: Scale,
}

/// Lays the picture out.
pub fn lay_out(marks: &MultiplesMarks, frame: Frame) -> Scene {
    let sizes = sizes(frame, 0);
    let all = || marks.panels.iter().flat_map(|panel| panel.points.iter().chain(&panel.chosen));
    let years: Vec<f64> = all().map(|point| point.1).collect();
    let Some(range) = extent(&years) else { return Scene::empty(frame.width, frame.height) };
    let mut layers = Layers::default();
    for (at, words) in wrap_evenly(&marks.y.label, sizes.small, true, f64::from(frame.width)).iter().enumerate() {
        let spot = Spot::px(0.0, sizes.small + at as f64 * sizes.small * sizes.lead);
        layers.axes.push(text(words, spot, Anchor::Start, sizes.small, true, Token::Ink));
    }
    let across = ACROSS[usize::from(frame.width >= WIDE)];
    // All names take as many lines as the longest; the pictures have the rest.
    let share = Room::share(across, frame) - BETWEEN;
    let lines = |panel: &Multiple| wrap(&panel.name, sizes.small - 1.0, true, share).len();
    let names = marks.panels.iter().map(lines).max().unwrap_or(0);
    for (at, panel) in marks.panels.iter().enumerate() {
        let room = Room::of(at, across, frame, range, names, &sizes);
        layers.panel(&room, panel, at.is_multiple_of(across), &sizes);
    }
    let groups = vec![
        Group::of("grid", layers.grid),
        Group::of("axes", layers.axes),
        Group::of("areas", layers.dots),
        Group::of("chosen", layers.chosen),
    ];
    Scene::of(frame, groups, layers.hits)
}

impl Room {
    /// How far it is from one to the next.
    fn share(across: usize, frame: Frame) -> f64 {
        (f64::from(frame.width) - NUMBERS + BETWEEN) / across as f64
    }

    fn of(at: usize, across: usize, frame: Frame, range: (f64, f64), names: usize, sizes: &Sizes) -> Room {
        let share = Room::share(across, frame);
        let outer = NUMBERS + (at % across) as f64 * share;
        let right = (outer + share - BETWEEN).max(outer + 24.0);
        let top = ABOVE + (at / across) as f64 * EACH + names as f64 * sizes.small * 1.2 + 26.0;
        let bottom = (ABOVE + (at / across + 1) as f64 * EACH - 2.0 * sizes.small - 18.0).max(top + 24.0);
        Room { outer, left: outer, right, top, bottom, y: Scale::new(range, (bottom - 5.0, top + 5.0)) }
    }
}

impl Layers {
    fn panel(&mut self, room: &Room, panel: &Multiple, is_first: bool, sizes: &Sizes) {
        let size = sizes.small - 1.0;
        let name = wrap(&panel.name, size, true, room.right - room.outer);
        let last = room.top - size * 1.6;
        for (at, words) in name.iter().enumerate() {
            let y = last - (name.len() - at) as f64 * size * 1.2;
            self.axes.push(text(words, Spot::px(room.outer, y), Anchor::Start, size, true, Token::Ink));
        }
        let note = ["r = ", &panel.note].concat();
        self.axes.push(text(&note, Spot::px(room.outer, last), Anchor::Start, size, false, Token::Ink));
        for tick in ticks((room.y.value(room.bottom), room.y.value(room.top)), 3) {
            let y = room.y.at(tick.value());
            self.grid.push(level(room.left, room.right, crisp(y), Token::Rule));
            if is_first {
                let at = Spot::px(room.left - 5.0, y + size * CAP_HEIGHT / 2.0);
                self.axes.push(text(&tick.words("", ""), at, Anchor::End, size, false, Token::Muted));
            }
        }
        self.axes.push(level(room.left, room.right, crisp(room.bottom), Token::Baseline));
        self.dots(room, panel, size);
        let middle = ((room.left + room.right) / 2.0, (room.top + room.bottom) / 2.0);
        let reach = (room.right - room.left).min(room.bottom - room.top) / 2.0;
        let reading = self.hits.len();
        self.hits.push(Hit { at: Spot::px(middle.0, middle.1), radius: Eighth::px(reach), reading });
    }

    /// The dots, and the numbers at both ends of what they measure.
    fn dots(&mut self, room: &Room, panel: &Multiple, size: f64) {
        let all: Vec<f64> = panel.points.iter().chain(&panel.chosen).map(|point| point.0).collect();
        let Some(range) = extent(&all) else { return };
        let x = Scale::new(range, (room.left + 6.0, room.right - 6.0));
        let [prefix, suffix] = &panel.affixes;
        let found = ticks((x.value(room.left), x.value(room.right)), 3);
        let ends = [(found.first(), Anchor::Start, room.left), (found.last(), Anchor::End, room.right)];
        let mut taken = f64::NEG_INFINITY;
        for (tick, anchor, edge) in ends {
            let Some(tick) = tick else { continue };
            let at = x.at(tick.value());
            let words = tick.words(prefix, suffix);
            let width = Metrics::width(&words, size, false);
            let is_inside = at - width / 2.0 >= room.left && at + width / 2.0 <= room.right;
            let left = match (is_inside, anchor) {
                (true, _) => at - width / 2.0,
                (false, Anchor::End) => edge - width,
                (false, _) => edge,
            };
            // Where there is no room for both, the first stands alone.
            if left < taken + 6.0 {
                continue;
            }
            taken = left + width;
            self.grid.push(line((at, room.bottom), (at, room.bottom + 5.0), 1.0, Token::Baseline));
            let y = room.bottom + 8.0 + size * CAP_HEIGHT;
            self.axes.push(text(&words, Spot::px(left, y), Anchor::Start, size, false, Token::Muted));
        }
        let fill = look(panel.way).1;
        for (points, radius, fill, items) in
            [(&panel.points, 2.0, fill, &mut self.dots), (&panel.chosen, 4.5, Token::Accent, &mut self.chosen)]
        {
            for &(across, up) in points.iter().filter(|(x, y)| drawable(*x) && drawable(*y)) {
                let at = Spot::px(x.at(across), room.y.at(up));
                let edge = Eighth(if radius > 3.0 { 8 } else { 0 });
                let radius = Eighth::px(radius);
                items.push(Item::Mark(Mark { at, radius, shape: Shape::Circle, fill, edge, area: None }));
            }
        }
    }
}

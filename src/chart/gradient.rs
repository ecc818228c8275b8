//! The picture of a gradient: a panel for each sex, lines over groups from the most to the least deprived.

use super::metrics::{CAP_HEIGHT, Metrics};
use super::plot::{crisp, level, text, written};
use super::scale::{Scale, drawable, extent};
use super::scene::{Anchor, Band, Eighth, Group, Hit, Item, Line, Mark, Scene, Shape, Spot, Token};
use super::sizes::{Sizes, sizes};
use super::ticks::ticks;
use super::wrap::wrap_evenly;
use super::{Frame, WIDE};
use crate::figure::{GradientLine, GradientMarks, GradientPanel};
use crate::view::Outcome;

/// Heights in pixels: panels stand under each other in narrow room, beside each other in wide.
pub fn heights(marks: &GradientMarks) -> [u32; 2] {
    let panels = u32::try_from(marks.panels.len()).unwrap_or(1);
    [60 + 300 * panels, 500]
}

/// Between panels that stand beside each other, in pixels.
const BETWEEN: f64 = 28.0;

/// Room that the names and numbers above the uppermost and below the lowest dot need, in pixels.
const REACH: (f64, f64) = (40.0, 28.0);

/// From a line to what is written beside it, in pixels.
const GAP: f64 = 9.0;

/// The room inside the axes of one panel. All places are in pixels.
struct Room {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    y: Scale,
    groups: usize,
}

/// What is drawn, from the back to the front.
#[derive(Default)]
struct Layers {
    band: Vec<Item>,
    grid: Vec<Item>,
    axes: Vec<Item>,
    first: Vec<Item>,
    latest: Vec<Item>,
    names: Vec<Item>,
    hits: Vec<Hit>,
}

/// Lays the picture out.
pub fn lay_out(marks: &GradientMarks, frame: Frame) -> Scene {
    let sizes = sizes(frame, 0);
    let lines = || marks.panels.iter().flat_map(|panel| &panel.lines);
    let all: Vec<f64> = lines().flat_map(|line| &line.years).copied().collect();
    let groups = lines().map(|line| line.years.len()).max().unwrap_or(0);
    let Some(range) = extent(&all).filter(|_| groups > 0) else { return Scene::empty(frame.width, frame.height) };
    let mut layers = Layers::default();
    let title = wrap_evenly(&marks.y.label, sizes.title, true, (f64::from(frame.width) - sizes.pad).max(24.0));
    let lead = sizes.title * sizes.lead;
    for (at, words) in title.iter().enumerate() {
        let spot = Spot::px(0.0, sizes.title + at as f64 * lead);
        layers.axes.push(text(words, spot, Anchor::Start, sizes.title, true, Token::Ink));
    }
    let above = title.len() as f64 * lead + 10.0;
    let mut reading = 0;
    for (at, panel) in marks.panels.iter().enumerate() {
        let room = room(at, marks.panels.len(), frame, above, &sizes, range, groups);
        layers.axes(&room, panel, marks, &sizes);
        layers.draw(&room, panel, &mut reading);
        layers.name(&room, panel, marks, &sizes);
    }
    layers.scene(frame)
}

/// The room of a panel among so many: beside each other in wide room, else under each other.
fn room(at: usize, of: usize, frame: Frame, above: f64, sizes: &Sizes, range: (f64, f64), groups: usize) -> Room {
    let (width, height) = (f64::from(frame.width), f64::from(frame.height) - above);
    let (at, of) = (at as f64, of.max(1) as f64);
    let (left, right, top, bottom) = if frame.width < WIDE {
        (0.0, width, above + at * height / of, above + (at + 1.0) * height / of)
    } else {
        let share = (width - BETWEEN * (of - 1.0)) / of;
        (at * (share + BETWEEN), at * (share + BETWEEN) + share, above, above + height)
    };
    let numbers = Metrics::width("00", sizes.small, false) + 8.0;
    let left = left + numbers;
    let right = (right - 4.0).max(left + 24.0);
    let top = top + sizes.title * 2.0;
    let bottom = (bottom - 2.0 * sizes.small * sizes.lead - 12.0).max(top + 24.0);
    let reach = (REACH.0.min((bottom - top) / 4.0), REACH.1.min((bottom - top) / 4.0));
    Room { left, right, top, bottom, y: Scale::new(range, (bottom - reach.1, top + reach.0)), groups }
}

impl Room {
    /// The middle of a group.
    fn x(&self, group: usize) -> f64 {
        self.left + (group as f64 + 0.5) / self.groups as f64 * (self.right - self.left)
    }

    /// Where the dots of a line stand, those that can be drawn.
    fn path(&self, line: &GradientLine) -> Vec<(f64, f64)> {
        let drawn = line.years.iter().enumerate().filter(|(_, years)| drawable(**years));
        drawn.map(|(group, years)| (self.x(group), self.y.at(*years))).collect()
    }

    /// How wide a panel is beside the dot of an end.
    fn step(&self) -> f64 {
        (self.right - self.left) / self.groups as f64
    }
}

impl Layers {
    /// Heading, numbers and rules, groups and what their ends are.
    fn axes(&mut self, room: &Room, panel: &GradientPanel, marks: &GradientMarks, sizes: &Sizes) {
        let head = Spot::px(room.left, room.top - sizes.title * 0.6);
        self.axes.push(text(&panel.name, head, Anchor::Start, sizes.name + 1.0, true, Token::Ink));
        let note = Spot { x: head.x + Eighth::px(Metrics::width(&panel.name, sizes.name + 1.0, true) + 10.0), ..head };
        self.axes.push(text(&panel.note, note, Anchor::Start, sizes.small, false, Token::Muted));
        let about = (((room.bottom - room.top) / 52.0) as usize).clamp(2, 8);
        for tick in ticks((room.y.value(room.bottom), room.y.value(room.top)), about) {
            let y = room.y.at(tick.value());
            self.grid.push(level(room.left, room.right, crisp(y), Token::Rule));
            let at = Spot::px(room.left - 8.0, y + sizes.small * CAP_HEIGHT / 2.0);
            let words = tick.words(&marks.y.prefix, &marks.y.suffix);
            self.axes.push(text(&words, at, Anchor::End, sizes.small, false, Token::Muted));
        }
        self.axes.push(level(room.left, room.right, crisp(room.bottom), Token::Baseline));
        let stands = room.bottom + 8.0 + sizes.small * CAP_HEIGHT;
        for group in 0..room.groups {
            let at = Spot::px(room.x(group), stands);
            self.axes.push(text(&(group + 1).to_string(), at, Anchor::Middle, sizes.small, false, Token::Muted));
        }
        let below = stands + sizes.small * sizes.lead;
        let [most, least] = &marks.ends;
        self.axes.push(text(most, Spot::px(room.left, below), Anchor::Start, sizes.small, false, Token::Ink));
        self.axes.push(text(least, Spot::px(room.right, below), Anchor::End, sizes.small, false, Token::Ink));
    }

    /// The lines with their dots, and the band between those of the latest period.
    fn draw(&mut self, room: &Room, panel: &GradientPanel, reading: &mut usize) {
        if let [healthy, total, ..] = panel.lines.as_slice()
            && total.measure == Outcome::Life
            && !total.quiet
        {
            let back = room.path(healthy).into_iter().rev();
            let outline: Vec<Spot> = room.path(total).into_iter().chain(back).map(|(x, y)| Spot::px(x, y)).collect();
            if outline.len() > 3 {
                self.band.push(Item::Band(Band { outline, fill: Token::Band }));
            }
        }
        for one in &panel.lines {
            let look = look(one);
            let path = room.path(one);
            let items = if one.quiet { &mut self.first } else { &mut self.latest };
            if path.len() > 1 {
                let path = path.iter().map(|&(x, y)| Spot::px(x, y)).collect();
                items.push(Item::Line(Line { path, width: Eighth::px(look.width), ink: look.ink }));
            }
            for &(x, y) in &path {
                let (at, radius) = (Spot::px(x, y), Eighth::px(look.radius));
                let edge = if one.quiet { Eighth(0) } else { Eighth(12) };
                items.push(Item::Mark(Mark { at, radius, shape: look.shape, fill: look.ink, edge, area: None }));
            }
            if one.quiet {
                continue;
            }
            for (group, years) in one.years.iter().enumerate() {
                if drawable(*years) {
                    let at = Spot::px(room.x(group), room.y.at(*years));
                    self.hits.push(Hit { at, radius: Eighth::px(look.radius), reading: *reading + group });
                }
            }
            *reading += one.years.len();
        }
    }

    /// What stands beside the lines: their names, the values at their ends, and what lies between them.
    fn name(&mut self, room: &Room, panel: &GradientPanel, marks: &GradientMarks, sizes: &Sizes) {
        for one in panel.lines.iter().filter(|line| !line.quiet) {
            self.ends(room, one, sizes);
        }
        let latest = |measure| panel.lines.iter().find(move |line| line.measure == measure && !line.quiet);
        let quiet = panel.lines.iter().find(|line| line.measure == Outcome::Healthy && line.quiet);
        let beside = Metrics::width("00.0", sizes.small, true) / 2.0 + 8.0;
        let inner = (room.x(0) + beside, room.x(room.groups - 1) - beside);
        if let Some(total) = latest(Outcome::Life) {
            self.above(room, total, inner, sizes, true);
        }
        if let Some(healthy) = latest(Outcome::Healthy) {
            self.below(room, healthy, inner.1, sizes);
        }
        if let Some(quiet) = quiet {
            let from = room.x(1.min(room.groups - 1)) - room.step() * 0.25;
            self.above(room, quiet, (from, inner.1), sizes, false);
        }
        if let Some(total) = latest(Outcome::Life) {
            self.between(room, marks, total, quiet.or(latest(Outcome::Healthy)), sizes);
        }
    }

    /// The values at both ends of a line: below it for healthy life expectancy, above it for total.
    fn ends(&mut self, room: &Room, one: &GradientLine, sizes: &Sizes) {
        let path = room.path(one);
        for (spot, words) in [path.first(), path.last()].into_iter().zip(&one.ends) {
            let Some(&(x, y)) = spot else { continue };
            let y = match one.measure {
                Outcome::Life => y - GAP,
                _ => y + GAP + sizes.small * CAP_HEIGHT,
            };
            self.names.push(written(words, (x, y), Anchor::Middle, sizes.small, true, Token::Ink));
        }
    }

    /// The name of a line above it, as far to the left as `from` allows.
    fn above(&mut self, room: &Room, one: &GradientLine, (from, to): (f64, f64), sizes: &Sizes, bold: bool) {
        let lines = wrap_evenly(&one.name, sizes.small, bold, (to - from).max(24.0));
        let widest = widest(&lines, sizes.small, bold);
        let path = room.path(one);
        let Some(top) = reach_of(&path, from, from + widest, f64::min) else { return };
        let lead = sizes.small * sizes.lead;
        let ink = if bold { Token::Ink } else { Token::Muted };
        for (at, words) in lines.iter().rev().enumerate() {
            let y = top - GAP - at as f64 * lead;
            self.names.push(written(words, (from, y), Anchor::Start, sizes.small, bold, ink));
        }
    }

    /// The name of a line below it, against the right side.
    fn below(&mut self, room: &Room, one: &GradientLine, to: f64, sizes: &Sizes) {
        let lines = wrap_evenly(&one.name, sizes.small, true, ((room.right - room.left) * 0.5).max(24.0));
        let widest = widest(&lines, sizes.small, true);
        let path = room.path(one);
        let Some(bottom) = reach_of(&path, to - widest, to, f64::max) else { return };
        let lead = sizes.small * sizes.lead;
        for (at, words) in lines.iter().enumerate() {
            let y = bottom + GAP + sizes.small * CAP_HEIGHT + at as f64 * lead;
            self.names.push(written(words, (to, y), Anchor::End, sizes.small, true, Token::Ink));
        }
    }

    /// What the band is, in the middle between two lines.
    fn between(
        &mut self,
        room: &Room,
        marks: &GradientMarks,
        upper: &GradientLine,
        lower: Option<&GradientLine>,
        sizes: &Sizes,
    ) {
        let middle = (room.left + room.right) / 2.0;
        let half = Metrics::width(&marks.between, sizes.small, false) / 2.0;
        let lowest = reach_of(&room.path(upper), middle - half, middle + half, f64::max);
        let highest = lower.and_then(|lower| reach_of(&room.path(lower), middle - half, middle + half, f64::min));
        let (Some(lowest), Some(highest)) = (lowest, highest) else { return };
        let y = (lowest + highest) / 2.0 + sizes.small * CAP_HEIGHT / 2.0;
        self.names.push(text(&marks.between, Spot::px(middle, y), Anchor::Middle, sizes.small, false, Token::Muted));
    }

    fn scene(self, frame: Frame) -> Scene {
        let groups = vec![
            Group::of("band", self.band),
            Group::of("grid", self.grid),
            Group::of("axes", self.axes),
            Group::of("first-period", self.first),
            Group::of("latest-period", self.latest),
            Group::of("names", self.names),
        ];
        Scene::of(frame, groups, self.hits)
    }
}

/// How a line looks: healthy and total life expectancy differ in form as well as in colour.
struct Look {
    ink: Token,
    shape: Shape,
    radius: f64,
    width: f64,
}

fn look(line: &GradientLine) -> Look {
    let shape = if line.measure == Outcome::Life { Shape::Square } else { Shape::Circle };
    match (line.quiet, line.measure) {
        (true, _) => Look { ink: Token::Point, shape, radius: 2.0, width: 1.25 },
        (false, Outcome::Life) => Look { ink: Token::Group2, shape, radius: 4.0, width: 2.0 },
        (false, _) => Look { ink: Token::Group1, shape, radius: 4.5, width: 2.5 },
    }
}

/// The extreme of a line's places between two places across, both ends of the span included.
fn reach_of(path: &[(f64, f64)], from: f64, to: f64, extreme: fn(f64, f64) -> f64) -> Option<f64> {
    let inside = path.iter().filter(|(x, _)| (from..=to).contains(x)).map(|(_, y)| *y);
    let ends = [from, to].into_iter().filter_map(|x| height_at(path, x));
    inside.chain(ends).reduce(extreme)
}

/// How high a line is at a place across; that of its end beyond it.
fn height_at(path: &[(f64, f64)], x: f64) -> Option<f64> {
    let (first, last) = (path.first()?, path.last()?);
    let beyond = if x <= first.0 { Some(first.1) } else { (x >= last.0).then_some(last.1) };
    let mut pairs = path.windows(2).filter(|pair| pair[0].0 <= x && x <= pair[1].0);
    beyond.or_else(|| {
        let [(x0, y0), (x1, y1)] = pairs.next()?.try_into().ok()?;
        Some(y0 + (y1 - y0) * (x - x0) / (x1 - x0))
    })
}

fn widest(lines: &[String], size: f64, bold: bool) -> f64 {
    lines.iter().map(|words| Metrics::width(words, size, bold)).fold(0.0, f64::max)
}

//! The picture of series over time: a panel a place or measure, lines that end in their names.

use super::metrics::{CAP_HEIGHT, DESCENT, Metrics};
use super::plot::{crisp, level, line, text};
use super::scale::{Scale, drawable, extent};
use super::scene::{Anchor, Band, Eighth, Group, Hit, Item, Line, Mark, Scene, Shape, Spot, Text, Token};
use super::sizes::{Sizes, sizes};
use super::ticks::{Tick, ticks};
use super::wrap::wrap_evenly;
use super::{Frame, WIDE};
use crate::figure::{TrendDot, TrendLine, TrendLook, TrendMarks, TrendPanel};
use crate::order;

/// Heights in pixels: one panel below the other in narrow room, two beside each other in wide.
pub fn heights(marks: &TrendMarks) -> [u32; 2] {
    let panels = u32::try_from(marks.panels.len()).unwrap_or(1).max(1);
    let rows = panels.div_ceil(2);
    let narrow = if marks.panels.iter().any(|panel| panel.lines.len() > FEW) { 310 } else { 210 };
    [50 + narrow * panels, if rows == 1 { 400 } else { 50 + 270 * rows }]
}

/// More lines than these need more height to be told apart.
const FEW: usize = 6;

/// Between panels beside each other, and between those below each other, in pixels.
const BETWEEN: (f64, f64) = (32.0, 14.0);

/// Room kept free above the highest and below the lowest dot for the numbers beside first dots, in pixels.
const REACH: f64 = 20.0;

/// From a last dot to its name, in pixels.
const GAP: f64 = 9.0;

/// The widest that names of lines may be, as a share of the panel and in pixels.
const NAMES: (f64, f64) = (0.34, 118.0);

/// The room inside the axes of one panel. All places are in pixels.
struct Room {
    /// The first and the last period that it shows.
    span: (f64, f64),
    /// Where the panel's name begins.
    start: f64,
    left: f64,
    right: f64,
    /// The right end of the room for names.
    end: f64,
    head: f64,
    top: f64,
    bottom: f64,
    numbers: Vec<Tick>,
    x: Scale,
    y: Scale,
}

/// What is drawn, from the back to the front.
#[derive(Default)]
struct Layers {
    band: Vec<Item>,
    grid: Vec<Item>,
    axes: Vec<Item>,
    quiet: Vec<Item>,
    lines: Vec<Item>,
    names: Vec<Item>,
    hits: Vec<Hit>,
}

/// A name that wants to stand at a height.
struct Label<'a> {
    /// The last dot of its line.
    at: (f64, f64),
    /// The middle of the name.
    middle: f64,
    height: f64,
    lines: Vec<String>,
    of: &'a TrendLine,
}

/// Lays the picture out.
pub fn lay_out(marks: &TrendMarks, frame: Frame) -> Scene {
    let sizes = sizes(frame, 0);
    let (Some(across), Some(ranges)) = (across(marks), ranges(marks)) else {
        return Scene::empty(frame.width, frame.height);
    };
    let mut layers = Layers::default();
    let title = wrap_evenly(&marks.y.label, sizes.title, true, (f64::from(frame.width) - sizes.pad).max(24.0));
    let lead = sizes.title * sizes.lead;
    for (at, words) in title.iter().enumerate() {
        let spot = Spot::px(0.0, sizes.title + at as f64 * lead);
        layers.axes.push(text(words, spot, Anchor::Start, sizes.title, true, Token::Ink));
    }
    let above = title.len() as f64 * lead + 6.0;
    let mut reading = 0;
    let places = places(&across, frame);
    let name = |(panel, place): (&TrendPanel, &Place)| {
        wrap_evenly(&panel.name, sizes.name, true, (place.width - 2.0).max(24.0))
    };
    let heads: Vec<Vec<String>> = marks.panels.iter().zip(&places).map(name).collect();
    let head = heads.iter().map(Vec::len).max().unwrap_or(1) as f64 * sizes.name * sizes.lead;
    let names = widest_name(marks, &places, &sizes);
    let rows = places.last().map_or(1, |place| place.row + 1);
    let height = ((f64::from(frame.height) - above) / rows as f64).max(0.0);
    for ((at, panel), place) in marks.panels.iter().enumerate().zip(&places) {
        let Some((&x, &y)) = across.get(at).zip(ranges.get(at)) else { continue };
        let upper = above + place.row as f64 * height;
        let room = room(place, (upper, upper + height), head, if x.0 < x.1 { names } else { 0.0 }, &sizes, (x, y));
        layers.axes(&room, marks, &heads[at], &sizes);
        layers.draw(&room, panel, &mut reading);
        layers.name(&room, panel, &sizes);
    }
    layers.scene(frame)
}

/// The periods of each panel: of all panels over time together; one of a single period has its own.
fn across(marks: &TrendMarks) -> Option<Vec<(f64, f64)>> {
    let of = |panel: &TrendPanel| {
        let dots = panel.lines.iter().flat_map(|line| &line.dots);
        extent(&dots.map(|dot| dot.x).collect::<Vec<_>>())
    };
    let own: Vec<(f64, f64)> = marks.panels.iter().map(of).collect::<Option<_>>()?;
    let all = own.iter().copied().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    Some(own.into_iter().map(|own| if own.0 == own.1 { own } else { all }).collect())
}

/// The range of each panel, limits included: one for all, or of equal length, each around its own middle.
fn ranges(marks: &TrendMarks) -> Option<Vec<(f64, f64)>> {
    let of = |panel: &TrendPanel| {
        let dots = panel.lines.iter().flat_map(|line| line.dots.iter().map(move |dot| (line.look, dot)));
        let values = dots.flat_map(|(look, dot)| {
            let limits = dot.limits.filter(|_| look != TrendLook::Quiet).unwrap_or((dot.y, dot.y));
            [dot.y, limits.0, limits.1]
        });
        extent(&values.collect::<Vec<_>>())
    };
    let own: Vec<(f64, f64)> = marks.panels.iter().map(of).collect::<Option<_>>()?;
    let all = own.iter().copied().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    if marks.one_scale {
        return Some(vec![all; own.len()]);
    }
    let span = own.iter().map(|(low, high)| high - low).fold(0.0, f64::max);
    let around = |(low, high): &(f64, f64)| ((low + high - span) / 2.0, (low + high + span) / 2.0);
    Some(own.iter().map(around).collect())
}

/// Where a panel stands.
struct Place {
    row: usize,
    left: f64,
    width: f64,
}

/// Panels below each other in narrow room, two beside each other in wide. Beside one over time, one of a single period is
/// half as wide.
fn places(across: &[(f64, f64)], frame: Frame) -> Vec<Place> {
    let width = f64::from(frame.width);
    let columns = if frame.width < WIDE { 1 } else { across.len().clamp(1, 2) };
    let is_single = |at: usize| across.get(at).is_some_and(|(from, to)| from == to);
    let room = (width - BETWEEN.0 * (columns - 1) as f64).max(0.0);
    let share = match columns {
        1 => room,
        _ if is_single(1) && !is_single(0) => room * 2.0 / 3.0,
        _ => room / 2.0,
    };
    let place = |at: usize| match (at % columns, at / columns) {
        (0, row) => Place { row, left: 0.0, width: share },
        (_, row) => Place { row, left: share + BETWEEN.0, width: room - share },
    };
    (0..across.len()).map(place).collect()
}

/// The room that names at the end of lines need.
fn widest_name(marks: &TrendMarks, places: &[Place], sizes: &Sizes) -> f64 {
    let mut widest = 0.0_f64;
    for (panel, place) in marks.panels.iter().zip(places) {
        for line in panel.lines.iter().filter(|line| line.look != TrendLook::Alone) {
            let bold = line.look != TrendLook::Quiet;
            let lines = wrapped(line, place.width, sizes);
            widest = lines.iter().map(|words| Metrics::width(words, sizes.small, bold)).fold(widest, f64::max);
        }
    }
    widest + GAP + 2.0
}

/// The name of a line, set in lines.
fn wrapped(line: &TrendLine, width: f64, sizes: &Sizes) -> Vec<String> {
    let room = match line.look {
        TrendLook::Alone => width * 0.6,
        _ => (width * NAMES.0).min(NAMES.1),
    };
    wrap_evenly(&line.name, sizes.small, line.look != TrendLook::Quiet, room.max(24.0))
}

/// The room of a panel between two heights; its name stands above, and the names of its lines to the right.
fn room(
    place: &Place,
    (upper, lower): (f64, f64),
    head: f64,
    names: f64,
    sizes: &Sizes,
    (x, y): ((f64, f64), (f64, f64)),
) -> Room {
    let top = upper + head + 2.0;
    let bottom = (lower - sizes.small * sizes.lead - 12.0 - BETWEEN.1).max(top + 12.0);
    let reach = REACH.min((bottom - top) / 4.0);
    let y = Scale::new(y, (bottom - reach, top + reach));
    let found = numbers(&y, (top, bottom));
    let widest = found.iter().map(|tick| Metrics::width(&tick.words("", ""), sizes.small, false)).fold(0.0, f64::max);
    let left = place.left + widest + 8.0;
    let end = (place.left + place.width).max(left + 24.0);
    let right = (end - names).max(left + 12.0);
    let side = 8.0_f64.min((right - left) / 4.0);
    // A single period stands to the left: its dots have their names beside them.
    let drawn = if x.0 == x.1 { (x.0 - 1.0, x.0 + 5.0) } else { x };
    let across = Scale::new(drawn, (left + side, right - side));
    Room {
        span: x,
        start: place.left,
        left,
        right,
        end,
        head: upper + sizes.name,
        top,
        bottom,
        x: across,
        y,
        numbers: found,
    }
}

/// Round numbers up the side: whole years where there are two or more of them.
fn numbers(y: &Scale, (top, bottom): (f64, f64)) -> Vec<Tick> {
    let (low, high) = (y.value(bottom), y.value(top + 5.0));
    let whole = if high - low >= 3.0 { (high - low) as usize } else { usize::MAX };
    ticks((low, high), (((bottom - top) / 46.0) as usize).clamp(2, 8).min(whole))
}

impl Room {
    fn at(&self, dot: &TrendDot) -> (f64, f64) {
        (self.x.at(dot.x), self.y.at(dot.y))
    }

    /// Upper and lower end of a dot's limits.
    fn stands(&self, dot: &TrendDot) -> Option<(f64, f64)> {
        let (lower, upper) = dot.limits?;
        (drawable(lower) && drawable(upper)).then(|| (self.y.at(upper), self.y.at(lower)))
    }
}

/// The dots of a line that can be drawn, parted where a year is left out.
fn runs(line: &TrendLine) -> Vec<Vec<TrendDot>> {
    let mut runs: Vec<Vec<TrendDot>> = Vec::new();
    for dot in line.dots.iter().filter(|dot| drawable(dot.x) && drawable(dot.y)) {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| dot.x - last.x < 1.5) => run.push(*dot),
            _ => runs.push(vec![*dot]),
        }
    }
    runs
}

impl Layers {
    /// Name, numbers and rules, and the periods below.
    fn axes(&mut self, room: &Room, marks: &TrendMarks, head: &[String], sizes: &Sizes) {
        for (at, words) in head.iter().enumerate() {
            let spot = Spot::px(room.start, room.head + at as f64 * sizes.name * sizes.lead);
            self.axes.push(text(words, spot, Anchor::Start, sizes.name, true, Token::Ink));
        }
        for tick in &room.numbers {
            let y = room.y.at(tick.value());
            self.grid.push(level(room.left, room.right, crisp(y), Token::Rule));
            let at = Spot::px(room.left - 8.0, y + sizes.small * CAP_HEIGHT / 2.0);
            let words = tick.words(&marks.y.prefix, &marks.y.suffix);
            self.axes.push(text(&words, at, Anchor::End, sizes.small, false, Token::Muted));
        }
        self.axes.push(level(room.left, room.right, crisp(room.bottom), Token::Baseline));
        let mut taken: Vec<(f64, f64)> = Vec::new();
        for (x, words) in &marks.periods {
            if !(room.span.0..=room.span.1).contains(x) {
                continue;
            }
            let x = room.x.at(*x);
            let width = Metrics::width(words, sizes.small, false);
            let middle = x.min(room.end - width / 2.0).max(room.left + width / 2.0 - 8.0);
            let span = (middle - width / 2.0 - 5.0, middle + width / 2.0 + 5.0);
            if taken.iter().any(|other| span.0 < other.1 && other.0 < span.1) {
                continue;
            }
            taken.push(span);
            let foot = crisp(x);
            self.axes.push(line((foot, room.bottom + 1.0), (foot, room.bottom + 5.0), 1.0, Token::Baseline));
            let at = Spot::px(middle, room.bottom + 8.0 + sizes.small * CAP_HEIGHT);
            self.axes.push(text(words, at, Anchor::Middle, sizes.small, false, Token::Muted));
        }
    }

    /// Shading, lines and dots.
    fn draw(&mut self, room: &Room, panel: &TrendPanel, reading: &mut usize) {
        for one in &panel.lines {
            let look = look(one.look);
            let is_quiet = one.look == TrendLook::Quiet;
            for run in runs(one) {
                if !is_quiet {
                    self.limits(room, &run, look.ink);
                }
                let path: Vec<Spot> = run.iter().map(|dot| room.at(dot)).map(|(x, y)| Spot::px(x, y)).collect();
                let items = if is_quiet { &mut self.quiet } else { &mut self.lines };
                if path.len() > 1 {
                    items.push(Item::Line(Line { path: path.clone(), width: Eighth::px(look.width), ink: look.ink }));
                }
                for at in path.into_iter().filter(|_| !is_quiet) {
                    let (radius, edge) = (Eighth::px(look.radius), Eighth(8));
                    items.push(Item::Mark(Mark { at, radius, shape: look.shape, fill: look.ink, edge, area: None }));
                    self.hits.push(Hit { at, radius, reading: 0 });
                }
            }
            if !is_quiet {
                self.number(one, reading);
            }
        }
    }

    /// Gives the hits of a line their readings: one for each of its dots, of which those that can't be drawn have no hit.
    fn number(&mut self, one: &TrendLine, reading: &mut usize) {
        let drawn = runs(one).iter().map(Vec::len).sum::<usize>();
        let from = self.hits.len() - drawn;
        let is_drawn = |dot: &TrendDot| drawable(dot.x) && drawable(dot.y);
        let numbers = one.dots.iter().enumerate().filter(|(_, dot)| is_drawn(dot)).map(|(at, _)| *reading + at);
        for (hit, number) in self.hits.iter_mut().skip(from).zip(numbers) {
            hit.reading = number;
        }
        *reading += one.dots.len();
    }

    /// The shading between limits; an upright bar on a dot that stands alone.
    fn limits(&mut self, room: &Room, run: &[TrendDot], ink: Token) {
        let stands: Vec<(f64, f64, f64)> = run
            .iter()
            .filter_map(|dot| room.stands(dot).map(|(upper, lower)| (room.x.at(dot.x), upper, lower)))
            .collect();
        match stands.as_slice() {
            [] => {}
            [(x, upper, lower)] => self.lines.push(line((*x, *upper), (*x, *lower), 1.5, ink)),
            _ => {
                let back = stands.iter().rev().map(|&(x, _, lower)| Spot::px(x, lower));
                let outline = stands.iter().map(|&(x, upper, _)| Spot::px(x, upper)).chain(back).collect();
                self.band.push(Item::Band(Band { outline, fill: Token::Band }));
            }
        }
    }

    /// The figures beside first dots and the names beside last ones.
    fn name(&mut self, room: &Room, panel: &TrendPanel, sizes: &Sizes) {
        let firsts = |line: &TrendLine| (line.dots.len() > 1).then(|| line.dots.first().map(|dot| dot.y)).flatten();
        let firsts: Vec<f64> = panel.lines.iter().filter_map(firsts).collect();
        for one in panel.lines.iter().filter(|line| !line.first.is_empty()) {
            let Some(dot) = one.dots.first().filter(|dot| drawable(dot.x) && drawable(dot.y)) else { continue };
            let is_lone = firsts.len() == 1;
            let rises = one.dots.get(1).is_some_and(|next| next.y > dot.y);
            let highest = firsts.iter().all(|other| *other <= dot.y) && !(is_lone && rises);
            let (x, y) = room.at(dot);
            let y = if highest { y - GAP } else { y + GAP + sizes.small * CAP_HEIGHT };
            self.names.push(written(&one.first, (x - 5.0, y), sizes.small, true, look(one.look).name));
        }
        let mut labels: Vec<Label> = panel.lines.iter().filter_map(|one| label(room, one, sizes)).collect();
        apart(&mut labels, (room.top, room.bottom + sizes.small * DESCENT));
        let lead = sizes.small * (sizes.lead - 0.12);
        for label in labels {
            let bold = label.of.look != TrendLook::Quiet;
            let wide = label.lines.iter().map(|words| Metrics::width(words, sizes.small, bold)).fold(0.0, f64::max);
            // Where there is no room to the right of a dot, its name goes to the left.
            let is_before = label.at.0 + GAP + wide > room.end;
            let first = label.middle - label.height / 2.0 + (lead + sizes.small * CAP_HEIGHT) / 2.0;
            for (at, words) in label.lines.iter().enumerate() {
                let x = if is_before { label.at.0 - GAP - wide } else { label.at.0 + GAP };
                let y = first + at as f64 * lead;
                self.names.push(written(words, (x, y), sizes.small, bold, look(label.of.look).name));
            }
        }
    }

    fn scene(self, frame: Frame) -> Scene {
        let groups = vec![
            Group::of("band", self.band),
            Group::of("grid", self.grid),
            Group::of("axes", self.axes),
            Group::of("context", self.quiet),
            Group::of("lines", self.lines),
            Group::of("names", self.names),
        ];
        Scene::of(frame, groups, self.hits)
    }
}

/// The name of a line at the height of its last dot.
fn label<'a>(room: &Room, one: &'a TrendLine, sizes: &Sizes) -> Option<Label<'a>> {
    let last = one.dots.iter().rev().find(|dot| drawable(dot.x) && drawable(dot.y))?;
    let lines = wrapped(one, room.end - room.start, sizes);
    let height = lines.len() as f64 * sizes.small * (sizes.lead - 0.12);
    let at = room.at(last);
    (!lines.is_empty()).then_some(Label { at, middle: at.1, height, lines, of: one })
}

/// Moves names that meet apart, as little as will do, and keeps them between two heights.
fn apart(labels: &mut [Label], (top, bottom): (f64, f64)) {
    order::sort_by(labels, |a, b| a.middle.total_cmp(&b.middle));
    for _ in 0..60 {
        for at in 1..labels.len() {
            let (upper, lower) = (&labels[at - 1], &labels[at]);
            let overlap = (upper.height + lower.height) / 2.0 + 1.0 - (lower.middle - upper.middle);
            if overlap > 0.0 {
                labels[at - 1].middle -= overlap / 2.0;
                labels[at].middle += overlap / 2.0;
            }
        }
        for label in labels.iter_mut() {
            let (least, most) = (top + label.height / 2.0, bottom - label.height / 2.0);
            label.middle = label.middle.min(most).max(least);
        }
    }
}

/// How a line looks. Those that stand in one panel differ in form as well as in colour.
struct Look {
    ink: Token,
    name: Token,
    shape: Shape,
    radius: f64,
    width: f64,
}

fn look(look: TrendLook) -> Look {
    match look {
        TrendLook::Quiet => {
            Look { ink: Token::Point, name: Token::Muted, shape: Shape::Circle, radius: 0.0, width: 1.5 }
        }
        TrendLook::Chosen => {
            Look { ink: Token::Accent, name: Token::AccentInk, shape: Shape::Circle, radius: 3.5, width: 2.25 }
        }
        TrendLook::Alone => Look { ink: Token::Ink, name: Token::Ink, shape: Shape::Diamond, radius: 4.5, width: 1.5 },
        TrendLook::Women => {
            Look { ink: Token::Group1, name: Token::Ink, shape: Shape::Circle, radius: 3.75, width: 2.25 }
        }
        TrendLook::Men => {
            Look { ink: Token::Group2, name: Token::Ink, shape: Shape::Square, radius: 3.75, width: 2.25 }
        }
    }
}

/// A text that a rim keeps apart from what lies below.
fn written(words: &str, (x, y): (f64, f64), size: f64, bold: bool, ink: Token) -> Item {
    let (words, at, anchor) = (words.to_owned(), Spot::px(x, y), Anchor::Start);
    Item::Text(Text { words, at, anchor, size: Eighth::px(size), bold, ink, halo: true })
}

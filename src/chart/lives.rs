//! The picture of lives: a bar a place, years in good health and then years not in good health.

use super::metrics::{CAP_HEIGHT, Metrics};
use super::plot::{crisp, line, text, written};
use super::scale::{Scale, drawable};
use super::scene::{Anchor, Band, Eighth, Group, Hit, Item, Line, Scene, Spot, Token};
use super::sizes::{Sizes, sizes};
use super::ticks::ticks;
use super::wrap::wrap;
use super::{Frame, NARROWEST, WIDE};
use crate::figure::{LifeBar, LivesMarks};

/// How high a bar is, in pixels.
const BAR: f64 = 30.0;

/// From a bar to its brackets, and how far their ends rise, in pixels.
const BRACKET: (f64, f64) = (7.0, 4.0);

/// Between a bar's brackets and the next name, in pixels.
const BETWEEN: f64 = 20.0;

/// From a part's edge to what stands in it, in pixels.
const INSIDE: f64 = 7.0;

/// Heights in pixels: names wrap, and what stands beside them needs a line of its own, as the narrowest room of either
/// kind wants.
pub fn heights(marks: &LivesMarks) -> [u32; 2] {
    [NARROWEST, WIDE].map(|width| {
        let sizes = sizes(Frame { width, height: 0, zoom: None }, 0);
        let rows: f64 = marks.lives.iter().map(|life| Row::of(life, f64::from(width), &sizes).height).sum();
        (rows + foot(marks, f64::from(width), &sizes)) as u32 + 1
    })
}

/// The lines above a bar, and the height of both.
struct Row {
    /// The name's.
    name: Vec<String>,
    /// Whether what stands beside the name has room there.
    is_beside: bool,
    height: f64,
}

impl Row {
    fn of(life: &LifeBar, width: f64, sizes: &Sizes) -> Row {
        let name = wrap(&life.name, sizes.name, true, width);
        let own = name.last().map_or(0.0, |last| Metrics::width(last, sizes.name, true));
        let is_beside = own + 16.0 + Metrics::width(&life.beside, sizes.small, false) <= width;
        let lines = name.len() + usize::from(!is_beside);
        let height = lines as f64 * sizes.name * sizes.lead + 4.0 + BAR + BRACKET.0 + BRACKET.1 + BETWEEN;
        Row { name, is_beside, height }
    }
}

/// The height of the axis: numbers and title.
fn foot(marks: &LivesMarks, width: f64, sizes: &Sizes) -> f64 {
    let title = wrap(&marks.label, sizes.small, true, width);
    sizes.small * (1.0 + title.len() as f64) * sizes.lead + 14.0
}

/// What is drawn, from the back to the front.
#[derive(Default)]
struct Layers {
    grid: Vec<Item>,
    bars: Vec<Item>,
    limits: Vec<Item>,
    axes: Vec<Item>,
    names: Vec<Item>,
    hits: Vec<Hit>,
}

/// Lays the picture out.
pub fn lay_out(marks: &LivesMarks, frame: Frame) -> Scene {
    let sizes = sizes(frame, 0);
    let drawn: Vec<(usize, &LifeBar)> =
        marks.lives.iter().enumerate().filter(|(_, life)| drawable(life.healthy) && drawable(life.total)).collect();
    let ends = drawn.iter().map(|(_, life)| life.total_limits.map_or(life.total, |(_, upper)| upper.max(life.total)));
    let most = ends.filter(|end| drawable(*end)).fold(0.0, f64::max);
    if drawn.is_empty() {
        return Scene::empty(frame.width, frame.height);
    }
    let width = f64::from(frame.width);
    let x = Scale::new((0.0, most), (1.0, (width - 4.0).max(24.0)));
    let mut layers = Layers::default();
    let bottom = f64::from(frame.height) - foot(marks, width, &sizes);
    layers.axis(marks, &x, bottom, width, &sizes);
    let rows: Vec<Row> = drawn.iter().map(|(_, life)| Row::of(life, width, &sizes)).collect();
    // Where words take fewer lines than in the narrowest room, rows stand further apart.
    let spare = (bottom - rows.iter().map(|row| row.height).sum::<f64>()).max(0.0) / rows.len() as f64;
    let mut top = 0.0;
    for ((at, life), row) in drawn.into_iter().zip(&rows) {
        layers.bar(at, life, row, top, &x, &sizes);
        layers.names(life, row, top, width, &sizes);
        top += row.height + spare;
    }
    layers.scene(frame)
}

impl Layers {
    /// Rules at round numbers, the numbers below them and what they measure.
    fn axis(&mut self, marks: &LivesMarks, x: &Scale, bottom: f64, width: f64, sizes: &Sizes) {
        let stands = bottom + 6.0 + sizes.small * CAP_HEIGHT;
        let most = x.value((width - 4.0).max(24.0));
        for tick in ticks((0.0, most), if width < f64::from(WIDE) { 4 } else { 8 }) {
            let at = x.at(tick.value());
            self.grid.push(line((crisp(at), 0.0), (crisp(at), bottom), 1.0, Token::Rule));
            let words = tick.words("", "");
            let half = Metrics::width(&words, sizes.small, false) / 2.0;
            let middle = at.max(half).min(width - half);
            self.axes.push(text(&words, Spot::px(middle, stands), Anchor::Middle, sizes.small, false, Token::Muted));
        }
        for (at, words) in wrap(&marks.label, sizes.small, true, width).iter().enumerate() {
            let y = stands + (at + 1) as f64 * sizes.small * sizes.lead;
            self.axes.push(text(words, Spot::px(0.0, y), Anchor::Start, sizes.small, true, Token::Ink));
        }
    }

    /// Both parts with what stands in them, the brackets below, and where they are pointed at.
    fn bar(&mut self, at: usize, life: &LifeBar, row: &Row, top: f64, x: &Scale, sizes: &Sizes) {
        let bottom = top + row.height - BETWEEN - BRACKET.0 - BRACKET.1;
        let top = bottom - BAR;
        let (start, middle, end) = (x.at(0.0), x.at(life.healthy), x.at(life.total));
        self.bars.push(filled((middle, end), (top, bottom), Token::Band));
        self.bars.push(outline((middle, end), (top, bottom)));
        self.bars.push(filled((start, middle), (top, bottom), Token::Accent));
        let baseline = (top + bottom + sizes.name * CAP_HEIGHT) / 2.0;
        for ((from, to), words, ink) in
            [((start, middle), &life.parts[0], Token::Surface), ((middle, end), &life.parts[1], Token::Ink)]
        {
            let fits = |words: &&String| Metrics::width(words, sizes.small, true) + 2.0 * INSIDE <= to - from;
            if let Some(words) = words.iter().find(fits) {
                let spot = Spot::px(from + INSIDE, baseline);
                self.names.push(text(words, spot, Anchor::Start, sizes.small, true, ink));
            }
        }
        for limits in [life.healthy_limits, life.total_limits].into_iter().flatten() {
            self.limits.extend(bracket(limits, bottom + BRACKET.0, x));
        }
        for (part, years) in [middle, end].into_iter().enumerate() {
            let hit =
                Hit { at: Spot::px(years, (top + bottom) / 2.0), radius: Eighth::px(6.0), reading: 2 * at + part };
            self.hits.push(hit);
        }
    }

    /// The name above the bar, and what stands beside it or on a line of its own.
    fn names(&mut self, life: &LifeBar, row: &Row, top: f64, width: f64, sizes: &Sizes) {
        let lead = sizes.name * sizes.lead;
        let stands = |at: usize| top + sizes.name + at as f64 * lead;
        for (at, words) in row.name.iter().enumerate() {
            self.names.push(written(words, (0.0, stands(at)), Anchor::Start, sizes.name, true, Token::Ink));
        }
        let last = row.name.len().saturating_sub(1);
        let (spot, anchor) = match row.is_beside {
            true => ((width - 1.0, stands(last)), Anchor::End),
            false => ((0.0, stands(last + 1)), Anchor::Start),
        };
        self.names.push(written(&life.beside, spot, anchor, sizes.small, false, Token::Ink));
    }

    fn scene(self, frame: Frame) -> Scene {
        let groups = vec![
            Group::of("grid", self.grid),
            Group::of("bars", self.bars),
            Group::of("limits", self.limits),
            Group::of("axes", self.axes),
            Group::of("names", self.names),
        ];
        Scene::of(frame, groups, self.hits)
    }
}

fn corners((left, right): (f64, f64), (top, bottom): (f64, f64)) -> Vec<Spot> {
    [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| Spot::px(x, y)).to_vec()
}

fn filled(across: (f64, f64), down: (f64, f64), fill: Token) -> Item {
    Item::Band(Band { outline: corners(across, down), fill })
}

/// The edge of the pale part: without it, it would hardly be seen on paper.
fn outline(across: (f64, f64), (top, bottom): (f64, f64)) -> Item {
    let mut path = corners((across.0, across.1 - 0.5), (top + 0.5, bottom - 0.5));
    path.extend(path.first().copied());
    Item::Line(Line { path, width: Eighth::px(1.0), ink: Token::Baseline })
}

/// 95% limits below a bar, open to the top.
fn bracket((lower, upper): (f64, f64), y: f64, x: &Scale) -> Option<Item> {
    if !drawable(lower) || !drawable(upper) {
        return None;
    }
    let (left, right, rise) = (x.at(lower), x.at(upper), y - BRACKET.1);
    let path = [(left, rise), (left, y), (right, y), (right, rise)].map(|(x, y)| Spot::px(x, y)).to_vec();
    Some(Item::Line(Line { path, width: Eighth::px(1.5), ink: Token::Fit }))
}

//! The room inside the axes, and the axes around it.

use super::Frame;
use super::labels::Rect;
use super::metrics::{CAP_HEIGHT, Metrics};
use super::scale::{Scale, drawable};
use super::scene::{Anchor, Eighth, Group, Item, Line, Spot, Text, Token};
use super::sizes::Sizes;
use super::ticks::{Tick, ticks};
use super::wrap::wrap_evenly;
use crate::figure::{Axis, Point};

/// Smallest plot that is drawn, in pixels.
const LEAST: f64 = 24.0;

/// Room between the last line of the upper title and the plot, in pixels.
const ABOVE: f64 = 14.0;

/// From the plot to the top of the numbers below it, in pixels.
const BELOW: f64 = 9.0;

/// One axis: what it measures, from where to where, in data units.
pub struct Span<'a> {
    /// What it measures.
    pub axis: &'a Axis,
    /// The least and the greatest value drawn.
    pub range: (f64, f64),
}

/// The room inside the axes. All places are in pixels.
pub struct Plot {
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Upper edge.
    pub top: f64,
    /// Lower edge.
    pub bottom: f64,
    /// Across.
    pub x: Scale,
    /// Up.
    pub y: Scale,
    x_ticks: Vec<(f64, String)>,
    y_ticks: Vec<(f64, String)>,
    x_title: Vec<String>,
    y_title: Vec<String>,
}

impl Plot {
    /// Makes room for axes in a frame below what already takes the top; `reach` is kept free between the
    /// outermost values and the plot's edges.
    pub fn new(frame: Frame, above: f64, x: &Span, y: &Span, reach: f64, sizes: &Sizes) -> Plot {
        let (width, height) = (f64::from(frame.width), f64::from(frame.height));
        let title = |axis: &Axis| wrap_evenly(&axis.label, sizes.title, true, (width - sizes.pad).max(LEAST));
        let (x_title, y_title) = (title(x.axis), title(y.axis));
        let lead = sizes.title * sizes.lead;
        let top = above + y_title.len() as f64 * lead + ABOVE;
        let numbers = BELOW + sizes.small * sizes.lead;
        let bottom = (height - x_title.len() as f64 * lead - numbers - 4.0).max(top + LEAST);
        let y_scale = Scale::new(y.range, (bottom - reach, top + reach));
        let y_ticks = y_ticks(&y_scale, (top, bottom), y.axis);
        let left = widest(&y_ticks, sizes.small) + 8.0;
        let right = (width - sizes.pad).max(left + LEAST);
        let x_scale = Scale::new(x.range, (left + reach, right - reach));
        let x_ticks = x_ticks(&x_scale, (left, right), x.axis, sizes.small);
        Plot { left, right, top, bottom, x: x_scale, y: y_scale, x_ticks, y_ticks, x_title, y_title }
    }

    /// The room inside the axes.
    pub fn inside(&self) -> Rect {
        Rect { left: self.left, top: self.top, right: self.right, bottom: self.bottom }
    }

    /// Where a point stands.
    pub fn at(&self, x: f64, y: f64) -> (f64, f64) {
        (self.x.at(x), self.y.at(y))
    }

    /// Upper and lower end of a point's limits, in pixels.
    pub fn stands(&self, point: &Point) -> Option<(f64, f64)> {
        let (lower, upper) = point.limits?;
        (drawable(lower) && drawable(upper)).then(|| (self.y.at(upper), self.y.at(lower)))
    }

    /// The lines that guide the eye along a value.
    pub fn grid(&self) -> Group {
        let rule = |(y, _): &(f64, String)| level(self.left, self.right, crisp(*y), Token::Rule);
        Group { name: "grid", items: self.y_ticks.iter().map(rule).collect() }
    }

    /// The upward axis: its title above the plot, its numbers left of it.
    pub fn y_axis(&self, sizes: &Sizes) -> Group {
        let lead = sizes.title * sizes.lead;
        let last = self.top - ABOVE - sizes.title * (sizes.lead - 1.0);
        let from_last = |line: usize| (self.y_title.len() - 1 - line) as f64 * lead;
        let mut items = Vec::new();
        for (line, words) in self.y_title.iter().enumerate() {
            let at = Spot::px(0.0, last - from_last(line));
            items.push(text(words, at, Anchor::Start, sizes.title, true, Token::Ink));
        }
        for (y, words) in &self.y_ticks {
            let at = Spot::px(self.left - 8.0, y + sizes.small * CAP_HEIGHT / 2.0);
            items.push(text(words, at, Anchor::End, sizes.small, false, Token::Muted));
        }
        Group { name: "y-axis", items }
    }

    /// The axis across: its numbers and its title below the plot.
    pub fn x_axis(&self, frame: Frame, sizes: &Sizes) -> Group {
        let mut items = vec![level(self.left, self.right, crisp(self.bottom), Token::Baseline)];
        let stands = self.bottom + BELOW + sizes.small * CAP_HEIGHT;
        for (x, words) in &self.x_ticks {
            let foot = crisp(*x);
            items.push(line((foot, self.bottom + 1.0), (foot, self.bottom + 6.0), 1.0, Token::Baseline));
            let half = Metrics::width(words, sizes.small, false) / 2.0;
            let middle = x.min(f64::from(frame.width) - half).max(half);
            items.push(text(words, Spot::px(middle, stands), Anchor::Middle, sizes.small, false, Token::Muted));
        }
        let lead = sizes.title * sizes.lead;
        for (at, words) in self.x_title.iter().enumerate() {
            let place = Spot::px(self.right, stands + 4.0 + (at + 1) as f64 * lead);
            items.push(text(words, place, Anchor::End, sizes.title, true, Token::Ink));
        }
        Group { name: "x-axis", items }
    }
}

/// The places and words of round numbers up the side, about one in 52 pixels.
fn y_ticks(scale: &Scale, (top, bottom): (f64, f64), axis: &Axis) -> Vec<(f64, String)> {
    let about = ((bottom - top) / 52.0) as usize;
    let found = ticks((scale.value(bottom), scale.value(top)), about.clamp(2, 8));
    placed(&found, scale, axis)
}

/// The places and words of round numbers across: as many as stand clear of each other.
fn x_ticks(scale: &Scale, (left, right): (f64, f64), axis: &Axis, size: f64) -> Vec<(f64, String)> {
    let most = (((right - left) / 60.0) as usize).clamp(2, 9);
    for about in (1..=most).rev() {
        let found = placed(&ticks((scale.value(left), scale.value(right)), about), scale, axis);
        let room = found.windows(2).map(|pair| pair[1].0 - pair[0].0).fold(f64::INFINITY, f64::min);
        if widest(&found, size) + 14.0 <= room {
            return found;
        }
    }
    Vec::new()
}

fn placed(ticks: &[Tick], scale: &Scale, axis: &Axis) -> Vec<(f64, String)> {
    ticks.iter().map(|tick| (scale.at(tick.value()), tick.words(&axis.prefix, &axis.suffix))).collect()
}

fn widest(ticks: &[(f64, String)], size: f64) -> f64 {
    ticks.iter().map(|(_, words)| Metrics::width(words, size, false)).fold(0.0, f64::max)
}

/// The middle of the pixel a place is in: where a line one pixel thick is sharp.
pub fn crisp(pixel: f64) -> f64 {
    libm::floor(pixel) + 0.5
}

/// A level line one pixel thick.
pub fn level(left: f64, right: f64, y: f64, ink: Token) -> Item {
    line((left, y), (right, y), 1.0, ink)
}

/// A straight line, in pixels.
pub fn line(from: (f64, f64), to: (f64, f64), width: f64, ink: Token) -> Item {
    let path = vec![Spot::px(from.0, from.1), Spot::px(to.0, to.1)];
    Item::Line(Line { path, width: Eighth::px(width), ink })
}

/// A line of text without a halo; the size is in pixels.
pub fn text(words: &str, at: Spot, anchor: Anchor, size: f64, bold: bool, ink: Token) -> Item {
    let words = words.to_owned();
    Item::Text(Text { words, at, anchor, size: Eighth::px(size), bold, ink, halo: false })
}

/// A text that a rim keeps apart from what lies below.
pub fn written(words: &str, (x, y): (f64, f64), anchor: Anchor, size: f64, bold: bool, ink: Token) -> Item {
    let (words, at) = (words.to_owned(), Spot::px(x, y));
    Item::Text(Text { words, at, anchor, size: Eighth::px(size), bold, ink, halo: true })
}

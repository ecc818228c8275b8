//! The picture of a place's neighbourhoods: a column of dots for each tenth of the nation.

use super::Frame;
use super::metrics::{CAP_HEIGHT, Metrics};
use super::plot::{crisp, level, text};
use super::scene::{Anchor, Eighth, Group, Hit, Item, Mark, Scene, Shape, Spot, Text, Token};
use super::sizes::{Sizes, sizes};
use super::wrap::wrap_evenly;
use crate::figure::NeighbourhoodMarks;

/// Heights in pixels, in narrow and in wide room.
pub fn heights(_: &NeighbourhoodMarks) -> [u32; 2] {
    [340, 400]
}

/// The largest dot, and the share of its place that a dot covers.
const LARGEST: f64 = 18.0;
const COVERS: f64 = 0.84;

/// The share of a column's room that dots may take.
const FILLED: f64 = 0.86;

/// From dots to what is written above them, in pixels.
const GAP: f64 = 6.0;

/// How the dots of all columns are packed.
struct Packing {
    /// The width of a column's room, in pixels.
    step: f64,
    /// Dots beside each other.
    across: usize,
    /// From dot to dot, in pixels.
    pitch: f64,
    /// Where columns stand.
    bottom: f64,
}

/// Lays the picture out.
pub fn lay_out(marks: &NeighbourhoodMarks, frame: Frame) -> Scene {
    let sizes = sizes(frame, 0);
    let all: usize = marks.counts.iter().sum();
    let most = marks.counts.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return Scene::empty(frame.width, frame.height);
    }
    let (width, height) = (f64::from(frame.width), f64::from(frame.height));
    let title = wrap_evenly(&marks.label, sizes.title, true, width.max(24.0));
    let lead = sizes.title * sizes.lead;
    let mut axes = Vec::new();
    for (at, words) in title.iter().enumerate() {
        let spot = Spot::px(0.0, sizes.title + at as f64 * lead);
        axes.push(text(words, spot, Anchor::Start, sizes.title, true, Token::Ink));
    }
    // The line's words stand here where they find no room beside it.
    let spare = (title.len() + 1) as f64 * lead;
    let top = spare + GAP + sizes.small * sizes.lead;
    let bottom = (height - 2.0 * sizes.small * sizes.lead - 10.0).max(top + 24.0);
    let packing = packing(most, marks.counts.len(), width, (top, bottom));
    axes.extend(below(marks, &packing, width, &sizes));
    let line = packing.height(all as f64 / marks.counts.len() as f64);
    let rule = crisp(bottom - line);
    let even = vec![level(0.0, width, rule, Token::Baseline), beside(marks, &packing, (rule, spare), width, &sizes)];
    let (mut dots, mut names, mut hits) = (Vec::new(), Vec::new(), Vec::new());
    let mut reading = marks.counts.len();
    for (column, (&count, share)) in marks.counts.iter().zip(&marks.shares).enumerate() {
        let head = packing.head(column, count);
        names.push(Item::Text(Text {
            words: share.clone(),
            at: Spot::px(head.0, head.1 - GAP),
            anchor: Anchor::Middle,
            size: Eighth::px(sizes.small),
            bold: count > 0,
            ink: Token::Ink,
            halo: true,
        }));
        hits.push(Hit {
            at: Spot::px(head.0, head.1 - GAP - sizes.small * CAP_HEIGHT / 2.0),
            radius: Eighth::px(4.0),
            reading: column,
        });
    }
    for (column, &count) in marks.counts.iter().enumerate() {
        for dot in 0..count {
            let (x, y) = packing.dot(column, count, dot);
            let (at, radius) = (Spot::px(x, y), Eighth::px(packing.pitch * COVERS / 2.0));
            dots.push(Item::Mark(Mark {
                at,
                radius,
                shape: Shape::Circle,
                fill: Token::Accent,
                edge: Eighth(0),
                area: None,
            }));
            hits.push(Hit { at, radius, reading });
            reading += 1;
        }
    }
    let groups =
        vec![Group::of("axes", axes), Group::of("even", even), Group::of("dots", dots), Group::of("names", names)];
    Scene::of(frame, groups, hits)
}

/// The largest dots with which the highest column fits.
fn packing(most: usize, columns: usize, width: f64, (top, bottom): (f64, f64)) -> Packing {
    let step = width / columns.max(1) as f64;
    let pitch = |across: usize| {
        let rows = most.div_ceil(across);
        (step * FILLED / across as f64).min((bottom - top) / rows as f64).min(LARGEST)
    };
    let mut across = 1;
    for more in 2..=40 {
        if pitch(more) > pitch(across) {
            across = more;
        }
    }
    Packing { step, across, pitch: pitch(across), bottom }
}

impl Packing {
    /// The middle of a column.
    fn middle(&self, column: usize) -> f64 {
        (column as f64 + 0.5) * self.step
    }

    /// How high so many dots are, as if rows were whole.
    fn height(&self, count: f64) -> f64 {
        count / self.across as f64 * self.pitch
    }

    /// The middle of the top of a column.
    fn head(&self, column: usize, count: usize) -> (f64, f64) {
        let rows = count.div_ceil(self.across);
        (self.middle(column), self.bottom - rows as f64 * self.pitch)
    }

    /// The middle of a dot of a column of so many: rows from below, from the left.
    fn dot(&self, column: usize, count: usize, at: usize) -> (f64, f64) {
        let left = self.middle(column) - self.across.min(count) as f64 * self.pitch / 2.0;
        let (row, place) = (at / self.across, at % self.across);
        (left + (place as f64 + 0.5) * self.pitch, self.bottom - (row as f64 + 0.5) * self.pitch)
    }
}

/// The line that columns stand on, their numbers, and what the first and last are.
fn below(marks: &NeighbourhoodMarks, packing: &Packing, width: f64, sizes: &Sizes) -> Vec<Item> {
    let mut items = vec![level(0.0, width, crisp(packing.bottom + 1.0), Token::Baseline)];
    let stands = packing.bottom + 9.0 + sizes.small * CAP_HEIGHT;
    for column in 0..marks.counts.len() {
        let at = Spot::px(packing.middle(column), stands);
        items.push(text(&(column + 1).to_string(), at, Anchor::Middle, sizes.small, false, Token::Muted));
    }
    let below = stands + sizes.small * sizes.lead;
    let [first, last] = &marks.ends;
    items.push(text(first, Spot::px(0.0, below), Anchor::Start, sizes.small, false, Token::Ink));
    items.push(text(last, Spot::px(width, below), Anchor::End, sizes.small, false, Token::Ink));
    items
}

/// What the line is: on it where columns beside each other leave room, from the right; else at the top.
fn beside(marks: &NeighbourhoodMarks, packing: &Packing, (rule, spare): (f64, f64), width: f64, sizes: &Sizes) -> Item {
    let wide = Metrics::width(&marks.even, sizes.small, false) + 6.0;
    let written = |words: &str, x, y, anchor| text(words, Spot::px(x, y), anchor, sizes.small, false, Token::Muted);
    let columns = libm::ceil(wide / packing.step) as usize;
    let baseline = rule - 5.0;
    // A column with its share above it, below the words' feet.
    let is_free = |column: usize| {
        let count = marks.counts.get(column).copied().unwrap_or(0);
        packing.head(column, count).1 - GAP - sizes.small * CAP_HEIGHT > baseline + 4.0
    };
    let of = marks.counts.len();
    for first in (0..=of.saturating_sub(columns)).rev() {
        if columns <= of && (first..first + columns).all(is_free) {
            let right = ((first + columns) as f64 * packing.step).min(width);
            return written(&marks.even, right, baseline, Anchor::End);
        }
    }
    written(&["Line: ", &marks.even].concat(), 0.0, spare, Anchor::Start)
}

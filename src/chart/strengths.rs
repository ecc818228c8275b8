//! The picture of all circumstances: a row each, r as a mark with its interval as a line.

use super::key::key_of;
use super::plot::{crisp, line, text};
use super::rows::{Sheet, heading, heading_height};
use super::scale::Scale;
use super::scene::{Anchor, Eighth, Group, Hit, Item, Mark, Scene, Shape, Spot, Token};
use super::sizes::sizes;
use super::{Frame, NARROWEST, WIDE};
use crate::figure::{StrengthGroup, StrengthMarks, StrengthRow};
use crate::words::Way;

/// Room of a row's track, of its value at the right, of what stands above all rows and of a sector's axis, in pixels.
const TRACK: f64 = 17.0;
const VALUE: f64 = 44.0;
const AXIS: f64 = 20.0;

/// Radius of a mark, and of r without London, in pixels.
const RADIUS: f64 = 4.5;
const QUIET: f64 = 3.0;

/// The numbers that the axis names.
const TICKS: [(f64, &str); 5] = [(-1.0, "−1"), (-0.5, "−0.5"), (0.0, "0"), (0.5, "0.5"), (1.0, "1")];

/// Heights in pixels, in narrow and in wide room.
pub fn heights(marks: &StrengthMarks) -> [u32; 2] {
    [false, true].map(|wide| {
        let sheet = Sheet::new(wide, VALUE);
        let groups: f64 = marks.groups.iter().map(|group| height(&sheet, group)).sum();
        libm::ceil(above(&sheet, marks) + groups + 6.0) as u32
    })
}

/// The height of what stands above all rows: what mark and line are, the key, the axis in words.
fn above(sheet: &Sheet, marks: &StrengthMarks) -> f64 {
    3.0 * sheet.lead() + key(sheet, marks).1 + 14.0
}

/// The ways with their looks, and r without London; set for the narrowest room of either kind, so that its height is known.
fn key(sheet: &Sheet, marks: &StrengthMarks) -> (Group, f64) {
    let ways = [Way::Along, Way::Against, Way::Neither, Way::Nowhere].map(look);
    let looks = ways.into_iter().chain([(Shape::Triangle, Token::Point)]);
    let names: Vec<_> = marks.key.iter().zip(looks).map(|(name, (shape, fill))| (name, shape, fill)).collect();
    let frame = Frame { width: if sheet.wide { WIDE } else { NARROWEST }, height: 0, zoom: None };
    key_of(&names, frame, &sizes(frame, 0))
}

fn height(sheet: &Sheet, group: &StrengthGroup) -> f64 {
    let rows = group.rows.iter().map(|row| sheet.height(&sheet.label(&row.name, &row.remarks), TRACK));
    heading_height(sheet, &group.note) + axis(sheet) + rows.sum::<f64>()
}

/// In wide room the axis stands beside the heading.
fn axis(sheet: &Sheet) -> f64 {
    if sheet.wide { 0.0 } else { AXIS }
}

/// What is drawn, from the back to the front.
#[derive(Default)]
struct Layers {
    key: Vec<Item>,
    grid: Vec<Item>,
    axes: Vec<Item>,
    names: Vec<Item>,
    quiet: Vec<Item>,
    marks: Vec<Item>,
    hits: Vec<Hit>,
}

/// Lays the picture out.
pub fn lay_out(marks: &StrengthMarks, frame: Frame) -> Scene {
    let sheet = Sheet::new(frame.width >= WIDE, VALUE);
    let room = if sheet.wide { VALUE } else { 0.0 };
    let right = (f64::from(frame.width) - room - 8.0).max(sheet.left + 24.0);
    let scale = Scale::new((-1.0, 1.0), (sheet.left + 8.0, right));
    let mut layers = Layers::default();
    layers.head(marks, &sheet, &scale);
    let mut top = above(&sheet, marks);
    for group in &marks.groups {
        heading(&sheet, &group.name, &group.note, top, &mut layers.names);
        top += heading_height(&sheet, &group.note) + axis(&sheet);
        layers.numbers(&sheet, &scale, top);
        let begun = top;
        for row in &group.rows {
            let label = sheet.label(&row.name, &row.remarks);
            sheet.write(&label, top, &mut layers.names);
            let value = Spot::px(f64::from(frame.width) - 1.0, sheet.first_line(top));
            layers.names.push(text(&row.shown, value, Anchor::End, sheet.size, true, Token::Ink));
            // In wide room the mark stands level with the name's first line.
            let rise = if sheet.wide { sheet.lead() } else { TRACK } / 2.0;
            let track = sheet.track(&label, top);
            layers.row(row, &scale, track + rise);
            if !sheet.wide {
                layers.rules(&scale, (track, track + TRACK));
            }
            top += sheet.height(&label, TRACK);
        }
        // In narrow room names stand in the way of rules from row to row.
        if sheet.wide {
            layers.rules(&scale, (begun - 2.0, top - 4.0));
        }
    }
    layers.scene(frame)
}

impl Layers {
    /// What mark and line are, the key, and what the axis says.
    fn head(&mut self, marks: &StrengthMarks, sheet: &Sheet, scale: &Scale) {
        let (left, right) = (scale.at(-1.0), scale.at(1.0));
        let from = if sheet.wide { left } else { 0.0 };
        let mut y = sheet.first_line(0.0);
        self.axes.push(text(&marks.marked, Spot::px(0.0, y), Anchor::Start, sheet.size, false, Token::Ink));
        let (key, height) = key(sheet, marks);
        self.key = key.moved(Spot::px(0.0, sheet.lead() + 4.0)).items;
        y += height + sheet.lead() + 8.0;
        self.axes.push(text(&marks.axis, Spot::px(0.0, y), Anchor::Start, sheet.size, true, Token::Ink));
        y += sheet.lead();
        let [shorter, longer] = &marks.ends;
        self.axes.push(text(shorter, Spot::px(from, y), Anchor::Start, sheet.size, false, Token::Ink));
        self.axes.push(text(longer, Spot::px(right, y), Anchor::End, sheet.size, false, Token::Ink));
    }

    /// The axis's numbers above a sector's rows.
    fn numbers(&mut self, sheet: &Sheet, scale: &Scale, top: f64) {
        for (at, words) in TICKS {
            let spot = Spot::px(scale.at(at), top - 7.0);
            self.axes.push(text(words, spot, Anchor::Middle, sheet.size - 1.0, false, Token::Muted));
        }
    }

    /// Upright rules at the axis's numbers.
    fn rules(&mut self, scale: &Scale, (from, to): (f64, f64)) {
        for (at, _) in TICKS {
            let ink = if at == 0.0 { Token::Baseline } else { Token::Rule };
            let x = crisp(scale.at(at));
            self.grid.push(line((x, from), (x, to), 1.0, ink));
        }
    }

    /// The interval, r without London and r of a circumstance.
    fn row(&mut self, row: &StrengthRow, scale: &Scale, y: f64) {
        let (shape, ink) = look(row.way);
        let (lower, upper) = row.interval;
        self.marks.push(line((scale.at(lower), y), (scale.at(upper), y), 2.0, ink));
        let at = (scale.at(row.r), y);
        self.marks.push(mark(at, RADIUS, shape, ink));
        if let Some(without) = row.without_london {
            self.quiet.push(mark((scale.at(without), y), QUIET, Shape::Triangle, Token::Point));
        }
        let reading = self.hits.len();
        self.hits.push(Hit { at: Spot::px(at.0, at.1), radius: Eighth::px(RADIUS), reading });
    }

    fn scene(self, frame: Frame) -> Scene {
        let groups = vec![
            Group::of("key", self.key),
            Group::of("grid", self.grid),
            Group::of("axes", self.axes),
            Group::of("names", self.names),
            Group::of("strengths", self.marks),
            Group::of("without-london", self.quiet),
        ];
        Scene::of(frame, groups, self.hits)
    }
}

/// The form and colour of each way: they differ in grey too.
pub fn look(way: Way) -> (Shape, Token) {
    match way {
        Way::Along => (Shape::Circle, Token::Group1),
        Way::Against => (Shape::Diamond, Token::Group3),
        Way::Neither => (Shape::Square, Token::Group2),
        Way::Nowhere => (Shape::Circle, Token::Point),
    }
}

fn mark((x, y): (f64, f64), radius: f64, shape: Shape, fill: Token) -> Item {
    let (at, radius) = (Spot::px(x, y), Eighth::px(radius));
    Item::Mark(Mark { at, radius, shape, fill, edge: Eighth(8), area: None })
}

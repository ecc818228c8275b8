//! The picture of all circumstances: a row each, r as a mark with its interval as a line.

use super::metrics::CAP_HEIGHT;
use super::plot::{crisp, line, text};
use super::rows::{Sheet, heading, heading_height, width};
use super::scale::Scale;
use super::scene::{Anchor, Eighth, Group, Hit, Item, Mark, Scene, Shape, Spot, Token};
use super::{Frame, WIDE};
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
        libm::ceil(above(&sheet) + groups + 6.0) as u32
    })
}

/// The height of what stands above all rows: the axis in words and the key.
fn above(sheet: &Sheet) -> f64 {
    if sheet.wide { 3.0 * sheet.lead() + 12.0 } else { 4.0 * sheet.lead() + 14.0 }
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
    let mut top = above(&sheet);
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
    /// What the axis says, and what the marks are.
    fn head(&mut self, marks: &StrengthMarks, sheet: &Sheet, scale: &Scale) {
        let (left, right) = (scale.at(-1.0), scale.at(1.0));
        let from = if sheet.wide { left } else { 0.0 };
        let mut y = sheet.first_line(0.0);
        self.key(&marks.key, sheet, y);
        y += if sheet.wide { sheet.lead() } else { 2.0 * sheet.lead() };
        self.axes.push(text(&marks.axis, Spot::px(0.0, y), Anchor::Start, sheet.size, true, Token::Ink));
        y += sheet.lead();
        let [shorter, longer] = &marks.ends;
        self.axes.push(text(shorter, Spot::px(from, y), Anchor::Start, sheet.size, false, Token::Ink));
        self.axes.push(text(longer, Spot::px(right, y), Anchor::End, sheet.size, false, Token::Ink));
    }

    /// In wide room both kinds of marks stand on one line, in narrow room under each other.
    fn key(&mut self, [r, without]: &[String; 2], sheet: &Sheet, y: f64) {
        let middle = |y: f64| y - sheet.size * CAP_HEIGHT / 2.0;
        self.marks.push(line((0.0, middle(y)), (22.0, middle(y)), 2.0, Token::Group1));
        self.marks.push(mark((11.0, middle(y)), RADIUS, Shape::Circle, Token::Group1));
        self.axes.push(text(r, Spot::px(28.0, y), Anchor::Start, sheet.size, false, Token::Muted));
        let (x, y) = if sheet.wide { (28.0 + width(sheet, r, false) + 24.0, y) } else { (0.0, y + sheet.lead()) };
        self.quiet.push(mark((x + 11.0, middle(y)), QUIET, Shape::Triangle, Token::Point));
        self.axes.push(text(without, Spot::px(x + 28.0, y), Anchor::Start, sheet.size, false, Token::Muted));
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
        if row.way == Way::Nowhere {
            self.marks.push(Item::Mark(Mark { edge: Eighth(0), ..disc(at, RADIUS - 2.0, Token::Surface) }));
        }
        if let Some(without) = row.without_london {
            self.quiet.push(mark((scale.at(without), y), QUIET, Shape::Triangle, Token::Point));
        }
        let reading = self.hits.len();
        self.hits.push(Hit { at: Spot::px(at.0, at.1), radius: Eighth::px(RADIUS), reading });
    }

    fn scene(self, frame: Frame) -> Scene {
        let groups = vec![
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

fn mark(at: (f64, f64), radius: f64, shape: Shape, fill: Token) -> Item {
    Item::Mark(Mark { shape, ..disc(at, radius, fill) })
}

fn disc((x, y): (f64, f64), radius: f64, fill: Token) -> Mark {
    let (at, radius) = (Spot::px(x, y), Eighth::px(radius));
    Mark { at, radius, shape: Shape::Circle, fill, edge: Eighth(8), area: None }
}

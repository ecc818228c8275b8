//! The picture of places on the spread of their nation: a row a circumstance, each on a scale of its own.

use super::metrics::CAP_HEIGHT;
use super::plot::{line, text};
use super::rows::{Label, Sheet, heading, heading_height};
use super::scale::{Scale, drawable, extent};
use super::scene::{Anchor, Band, Eighth, Group, Hit, Item, Mark, Scene, Shape, Spot, Token};
use super::wrap::wrap;
use super::{Frame, WIDE};
use crate::figure::{Lane, StripGroup, StripMarks, StripRow};

/// The height of a nation's lane, of the shading in it and of the nation's own stroke, in pixels.
const LANE: f64 = 17.0;
const SHADE: f64 = 10.0;
const STROKE: f64 = 14.0;

/// Room for the nations' names where there are several, in pixels.
const NATIONS: f64 = 104.0;

/// Values in one line below the lanes.
const VALUES: usize = 3;

/// In narrow room up to two values stand before the lane, which saves a line: room of each, in pixels.
const BEFORE: f64 = 74.0;

/// Areas that lie further beyond the middle half than so many times its width do not stretch a row's scale: the rest would have
/// no room.
const FAR: f64 = 2.5;

/// Radius of a place's mark, in pixels.
const RADIUS: f64 = 5.0;

/// The room that the key is set for, in pixels.
const KEY: f64 = 276.0;

/// Heights in pixels, in narrow and in wide room.
pub fn heights(marks: &StripMarks) -> [u32; 2] {
    [false, true].map(|wide| {
        let sheet = Sheet::new(wide, 0.0);
        let before = before(&sheet, marks);
        let groups: f64 = marks.groups.iter().map(|group| height(&sheet, before, group)).sum();
        libm::ceil(above(&sheet, marks) + groups + 6.0) as u32
    })
}

/// The height of the key: a line a place, one for the nation's stroke, some for shading and line.
fn above(sheet: &Sheet, marks: &StripMarks) -> f64 {
    (marks.places.len() + 1 + key(sheet, marks).len()) as f64 * sheet.lead() + 4.0
}

fn key(sheet: &Sheet, marks: &StripMarks) -> Vec<String> {
    wrap(&marks.key, sheet.size, false, KEY - 28.0)
}

fn height(sheet: &Sheet, before: f64, group: &StripGroup) -> f64 {
    let row = |row: &StripRow| sheet.height(&label(sheet, row), track(sheet, before, row));
    heading_height(sheet, &group.note) + group.rows.iter().map(row).sum::<f64>()
}

fn label(sheet: &Sheet, row: &StripRow) -> Label {
    sheet.label(&row.name, &row.remarks)
}

/// The height of a row's lanes, and of its values where they stand below.
fn track(sheet: &Sheet, before: f64, row: &StripRow) -> f64 {
    let below = if before > 0.0 { 0 } else { row.values.len().div_ceil(VALUES) };
    row.lanes.len() as f64 * LANE + below as f64 * sheet.lead()
}

/// The room that values take before the lanes; none where they stand below.
fn before(sheet: &Sheet, marks: &StripMarks) -> f64 {
    let values = marks.groups.iter().flat_map(|group| &group.rows).map(|row| row.values.len()).max().unwrap_or(0);
    if sheet.wide || values > 2 { 0.0 } else { values as f64 * BEFORE }
}

/// From where to where a row's scale reaches.
fn range(row: &StripRow) -> Option<(f64, f64)> {
    let mut all = Vec::new();
    for lane in &row.lanes {
        if let Some([least, lower, _, upper, most]) = lane.spread {
            let far = if upper > lower { FAR * (upper - lower) } else { f64::INFINITY };
            all.extend([least.max(lower - far), lower, upper, most.min(upper + far)]);
        }
        all.extend(lane.own.into_iter().chain(lane.places.iter().map(|place| place.1)));
    }
    extent(&all)
}

/// What is drawn, from the back to the front.
#[derive(Default)]
struct Layers {
    spread: Vec<Item>,
    names: Vec<Item>,
    nations: Vec<Item>,
    places: Vec<Item>,
    hits: Vec<Hit>,
}

/// Lays the picture out.
pub fn lay_out(marks: &StripMarks, frame: Frame) -> Scene {
    let sheet = Sheet::new(frame.width >= WIDE, 0.0);
    let right = (f64::from(frame.width) - 8.0).max(sheet.left + NATIONS + 24.0);
    let mut layers = Layers::default();
    layers.key(marks, &sheet);
    let before = before(&sheet, marks);
    let mut top = above(&sheet, marks);
    for group in &marks.groups {
        heading(&sheet, &group.name, &group.note, top, &mut layers.names);
        top += heading_height(&sheet, &group.note);
        for row in &group.rows {
            let label = label(&sheet, row);
            sheet.write(&label, top, &mut layers.names);
            layers.row(marks, row, &sheet, before, (sheet.track(&label, top), right));
            top += sheet.height(&label, track(&sheet, before, row));
        }
    }
    layers.scene(frame)
}

impl Layers {
    /// What the marks are.
    fn key(&mut self, marks: &StripMarks, sheet: &Sheet) {
        let mut y = sheet.first_line(0.0);
        let middle = |y: f64| y - sheet.size * CAP_HEIGHT / 2.0;
        for (at, name) in marks.places.iter().enumerate() {
            self.place(at, (11.0, middle(y)));
            let ink = if at == 0 { Token::AccentInk } else { Token::Ink };
            self.names.push(text(name, Spot::px(28.0, y), Anchor::Start, sheet.size, true, ink));
            y += sheet.lead();
        }
        self.stroke(11.0, middle(y));
        let nations = marks.nations.join(", ");
        self.names.push(text(&nations, Spot::px(28.0, y), Anchor::Start, sheet.size, false, Token::Ink));
        y += sheet.lead();
        self.shade((0.0, 22.0), (5.0, 17.0), middle(y));
        for words in key(sheet, marks) {
            self.names.push(text(&words, Spot::px(28.0, y), Anchor::Start, sheet.size, false, Token::Muted));
            y += sheet.lead();
        }
    }

    /// The lanes of a circumstance, and its values below them.
    fn row(&mut self, marks: &StripMarks, row: &StripRow, sheet: &Sheet, before: f64, (top, right): (f64, f64)) {
        let several = marks.nations.len() > 1;
        let left = sheet.left + before + if several { NATIONS } else { 0.0 };
        let reading = self.hits.len();
        let mut hit = (left, top + LANE / 2.0);
        if let Some(range) = range(row) {
            let scale = Scale::new(range, (left + RADIUS + 1.0, right));
            for (at, lane) in row.lanes.iter().enumerate().rev() {
                let y = top + (at as f64 + 0.5) * LANE;
                if let (true, Some(name)) = (several, marks.nations.get(lane.nation)) {
                    let spot = Spot::px(left - 8.0, y + sheet.size * CAP_HEIGHT / 2.0);
                    self.names.push(text(name, spot, Anchor::End, sheet.size - 1.0, false, Token::Muted));
                }
                self.lane(lane, &scale, range, y);
                if let Some((_, value)) = lane.places.first() {
                    hit = (scale.at(*value), y);
                }
            }
        }
        self.hits.push(Hit { at: Spot::px(hit.0, hit.1), radius: Eighth::px(RADIUS), reading });
        let columns = row.values.len().clamp(1, VALUES) as f64;
        let (share, below) = match before > 0.0 {
            true => (BEFORE, 0.0),
            false => (((right - sheet.left) / columns).min(130.0), row.lanes.len() as f64 * LANE),
        };
        self.values(marks, row, sheet, share, top + below);
    }

    fn lane(&mut self, lane: &Lane, scale: &Scale, (from, to): (f64, f64), y: f64) {
        if let Some([least, lower, _, upper, most]) = lane.spread {
            let ends = (scale.at(least.max(from)), scale.at(most.min(to)));
            self.shade(ends, (scale.at(lower), scale.at(upper)), y);
            for (end, inwards, is_further) in [(ends.0, 4.0, least < from), (ends.1, -4.0, most > to)] {
                for side in [-4.0, 4.0].into_iter().filter(|_| is_further) {
                    self.spread.push(line((end + inwards, y + side), (end, y), 1.0, Token::Baseline));
                }
            }
        }
        if let Some(own) = lane.own.filter(|own| drawable(*own)) {
            self.stroke(scale.at(own), y);
        }
        // The first place comes last: nothing covers it.
        for &(which, value) in lane.places.iter().rev().filter(|place| drawable(place.1)) {
            self.place(which, (scale.at(value), y));
        }
    }

    /// A line from the least to the greatest, and the shading of the middle half.
    fn shade(&mut self, (least, most): (f64, f64), (lower, upper): (f64, f64), y: f64) {
        let (above, below) = (y - SHADE / 2.0, y + SHADE / 2.0);
        let corners = [(lower, above), (upper, above), (upper, below), (lower, below)];
        let outline = corners.map(|(x, y)| Spot::px(x, y)).to_vec();
        self.spread.push(line((least, y), (most, y), 1.0, Token::Baseline));
        self.spread.push(Item::Band(Band { outline, fill: Token::Rule }));
    }

    fn stroke(&mut self, x: f64, y: f64) {
        self.nations.push(line((x, y - STROKE / 2.0), (x, y + STROKE / 2.0), 2.0, Token::Ink));
    }

    /// The mark of a place: forms differ, so that they do in grey too; the fifth is a ring.
    fn place(&mut self, which: usize, (x, y): (f64, f64)) {
        const LOOKS: [(Shape, Token); 5] = [
            (Shape::Circle, Token::Accent),
            (Shape::Triangle, Token::Group1),
            (Shape::Square, Token::Group2),
            (Shape::Diamond, Token::Group3),
            (Shape::Circle, Token::Group4),
        ];
        let (shape, fill) = LOOKS[which % LOOKS.len()];
        let (at, radius) = (Spot::px(x, y), Eighth::px(RADIUS));
        let mark = Mark { at, radius, shape, fill, edge: Eighth(12), area: None };
        self.places.push(Item::Mark(mark));
        if which == LOOKS.len() - 1 {
            let (radius, fill, edge) = (Eighth::px(RADIUS - 2.5), Token::Surface, Eighth(0));
            self.places.push(Item::Mark(Mark { radius, fill, edge, ..mark }));
        }
    }

    /// Each place's value behind its mark, then the nation's, in columns that take so much each.
    fn values(&mut self, marks: &StripMarks, row: &StripRow, sheet: &Sheet, share: f64, top: f64) {
        for (at, words) in row.values.iter().enumerate() {
            let x = sheet.left + (at % VALUES) as f64 * share;
            let y = sheet.first_line(top + (at / VALUES) as f64 * sheet.lead());
            let middle = y - sheet.size * CAP_HEIGHT / 2.0;
            let is_place = at < marks.places.len();
            if is_place {
                self.place(at, (x + RADIUS + 2.0, middle));
            } else {
                self.stroke(x + RADIUS + 2.0, middle);
            }
            let ink = if at == 0 { Token::AccentInk } else { Token::Ink };
            let spot = Spot::px(x + 2.0 * RADIUS + 8.0, y);
            self.names.push(text(words, spot, Anchor::Start, sheet.size, at == 0, ink));
        }
    }

    fn scene(self, frame: Frame) -> Scene {
        let groups = vec![
            Group::of("spread", self.spread),
            Group::of("names", self.names),
            Group::of("nations", self.nations),
            Group::of("places", self.places),
        ];
        Scene::of(frame, groups, self.hits)
    }
}

//! A picture at one size: shapes and text at fixed places, in colours that have names but no values yet.
//!
//! Painters walk it; pointing reads it (`pointing.rs`).

pub use super::spot::{Eighth, Spot};

use super::Frame;
use super::window::Window;
use crate::figure::Ways;
use crate::model::Code;

/// A colour by what it is for. `paint::tokens` has its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Token {
    /// Behind everything.
    Surface,
    /// Text that is read first.
    Ink,
    /// Text that is read second: numbers on axes, names of landmarks.
    Muted,
    /// Lines that guide the eye along a value.
    Rule,
    /// The line an axis stands on.
    Baseline,
    /// Marks of areas that are not chosen.
    Point,
    /// A fitted line.
    Fit,
    /// The band around a fitted line.
    Band,
    /// Marks of the chosen.
    Accent,
    /// Names of the chosen.
    AccentInk,
    /// Marks of the first group of four, and of the fifth and ninth.
    Group1,
    /// Marks of the second group.
    Group2,
    /// Marks of the third group.
    Group3,
    /// Marks of the fourth group.
    Group4,
    /// Marks of a pair whose first is clearly higher.
    ClearlyHigher,
    /// Marks of a pair whose first is probably higher.
    ProbablyHigher,
    /// Marks of a pair whose first is probably lower.
    ProbablyLower,
    /// Marks of a pair whose first is clearly lower.
    ClearlyLower,
    /// The darkest class of a map: the fewest healthy years.
    Scale1,
    /// The second darkest class.
    Scale2,
    /// The class in the middle.
    Scale3,
    /// The second lightest class.
    Scale4,
    /// The lightest class.
    Scale5,
}

impl Token {
    /// The steps of the scale of values, the darkest first.
    pub const SCALE: [Token; 5] = [Token::Scale1, Token::Scale2, Token::Scale3, Token::Scale4, Token::Scale5];

    /// Every token, in order.
    pub const ALL: [Token; 23] = [
        Token::Surface,
        Token::Ink,
        Token::Muted,
        Token::Rule,
        Token::Baseline,
        Token::Point,
        Token::Fit,
        Token::Band,
        Token::Accent,
        Token::AccentInk,
        Token::Group1,
        Token::Group2,
        Token::Group3,
        Token::Group4,
        Token::ClearlyHigher,
        Token::ProbablyHigher,
        Token::ProbablyLower,
        Token::ClearlyLower,
        Token::Scale1,
        Token::Scale2,
        Token::Scale3,
        Token::Scale4,
        Token::Scale5,
    ];
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// From left to right, in pixels.
    pub width: u32,
    /// From top to bottom, in pixels.
    pub height: u32,
    /// What is drawn, from the back to the front.
    pub groups: Vec<Group>,
    /// Where each reading of the figure stands, in the figure's order: the keyboard goes along it.
    pub hits: Vec<Hit>,
    /// Where marks stand that are too many to go along, in the figure's order: a pointer reads these instead. Those that
    /// are not in the picture are none.
    pub dots: Vec<Option<Spot>>,
    /// On a map, where arrow keys lead from each reading; empty in other pictures.
    pub ways: Vec<Ways>,
    /// The part of a map that is shown, where others can be.
    pub window: Option<Window>,
}

impl Scene {
    /// A picture of those groups that hold anything.
    pub(super) fn of(frame: Frame, mut groups: Vec<Group>, hits: Vec<Hit>) -> Scene {
        groups.retain(|group| !group.items.is_empty());
        Scene { groups, hits, ..Scene::empty(frame.width, frame.height) }
    }

    /// A picture of nothing.
    pub fn empty(width: u32, height: u32) -> Scene {
        Scene { width, height, groups: Vec::new(), hits: Vec::new(), dots: Vec::new(), ways: Vec::new(), window: None }
    }

    /// Everything that is drawn, from the back to the front.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.groups.iter().flat_map(|group| &group.items)
    }
}

/// Things drawn together, under a name that stays on paper and in files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they are: lower-case letters and hyphens.
    pub name: &'static str,
    /// From the back to the front.
    pub items: Vec<Item>,
}

impl Group {
    /// Items under a name.
    pub(super) fn of(name: &'static str, items: Vec<Item>) -> Group {
        Group { name, items }
    }

    /// The group elsewhere: so much to the right and down.
    pub(super) fn moved(mut self, by: Spot) -> Group {
        for item in &mut self.items {
            match item {
                Item::Line(line) => move_all(&mut line.path, by),
                Item::Band(band) => move_all(&mut band.outline, by),
                Item::Mark(mark) => move_all(core::slice::from_mut(&mut mark.at), by),
                Item::Bars(bars) => {
                    for (at, _) in &mut bars.bars {
                        move_all(core::slice::from_mut(at), by);
                    }
                }
                Item::Region(region) => region.rings.iter_mut().for_each(|ring| move_all(ring, by)),
                Item::Text(text) => move_all(core::slice::from_mut(&mut text.at), by),
            }
        }
        self
    }
}

fn move_all(spots: &mut [Spot], by: Spot) {
    for spot in spots {
        *spot = Spot { x: spot.x + by.x, y: spot.y + by.y };
    }
}

/// Where a reading of the figure stands in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The middle of its mark.
    pub at: Spot,
    /// From the middle to the edge of its mark.
    pub radius: Eighth,
    /// Its position among the figure's readings.
    pub reading: usize,
}

/// One thing that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A line through places.
    Line(Line),
    /// A filled area.
    Band(Band),
    /// A mark of an area or in a key.
    Mark(Mark),
    /// Many small marks of one look.
    Bars(Bars),
    /// An area of a map.
    Region(Region),
    /// A line of text.
    Text(Text),
}

/// A line through places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The places, at least two.
    pub path: Vec<Spot>,
    /// How thick it is.
    pub width: Eighth,
    /// Its colour.
    pub ink: Token,
}

/// A filled area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Its corners, in order.
    pub outline: Vec<Spot>,
    /// Its colour.
    pub fill: Token,
}

/// An area of a map, filled. Pointing anywhere in it reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Its outlines, clockwise, and its holes, anticlockwise. What lies in a hole is drawn later.
    pub rings: Vec<Vec<Spot>>,
    /// Its colour.
    pub fill: Token,
    /// How wide a line of the surface's colour parts it from its neighbours.
    pub edge: Eighth,
    /// Its position among the figure's readings.
    pub reading: usize,
}

/// A mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its middle.
    pub at: Spot,
    /// Half its size.
    pub radius: Eighth,
    /// Its form.
    pub shape: Shape,
    /// Its colour.
    pub fill: Token,
    /// How wide an edge of the surface's colour parts it from what lies below; 0 for none.
    pub edge: Eighth,
    /// The area it stands for; none in a key.
    pub area: Option<Code>,
}

/// Many small square marks of one look, drawn in one go. Marks that stand side by side are one bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// The upper left corner of each and how long it is, row by row from above, from the left.
    pub bars: Vec<(Spot, Eighth)>,
    /// How high they are.
    pub height: Eighth,
    /// Their colour.
    pub fill: Token,
}

/// The form of a mark. All forms of one radius cover as much paper as a disc does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// A disc.
    Circle,
    /// A triangle that stands on its side.
    Triangle,
    /// A square that stands on its side.
    Square,
    /// A square that stands on its corner.
    Diamond,
    /// A triangle that stands on its corner.
    Wedge,
}

impl Shape {
    /// The corners of a mark around a place; none for a circle.
    pub fn corners(self, at: Spot, radius: Eighth) -> Vec<Spot> {
        let unit: &[(f64, f64)] = match self {
            Shape::Circle => &[],
            Shape::Triangle => &[(0.0, -1.4), (1.35, 0.93), (-1.35, 0.93)],
            Shape::Square => &[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
            Shape::Diamond => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
            Shape::Wedge => &[(0.0, 1.4), (-1.35, -0.93), (1.35, -0.93)],
        };
        let r = radius.to_px();
        let corner = |&(x, y): &(f64, f64)| Spot { x: at.x + Eighth::px(x * r), y: at.y + Eighth::px(y * r) };
        unit.iter().map(corner).collect()
    }
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The words.
    pub words: String,
    /// Its start, middle or end, on the line the letters stand on.
    pub at: Spot,
    /// Which of these.
    pub anchor: Anchor,
    /// The size of the font.
    pub size: Eighth,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub ink: Token,
    /// Whether a rim of the surface's colour keeps it apart from what lies below.
    pub halo: bool,
}

/// How far a halo reaches from the letters.
pub const HALO: Eighth = Eighth(16);

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_listed_in_order() {
        assert!(Token::ALL.iter().enumerate().all(|(at, &token)| token as usize == at));
    }
}

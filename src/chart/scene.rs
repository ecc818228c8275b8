//! A picture at one size: shapes and text at fixed places, in colours that have names but no values yet.
//!
//! Painters walk it; pointing reads it.

use core::ops::{Add, Neg, Sub};

use crate::model::Code;

/// A length or position in eighths of a CSS pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Eighth(pub i32);

impl Eighth {
    /// The nearest eighth to a length in pixels; what is no number is 0.
    pub fn px(px: f64) -> Eighth {
        Eighth(libm::round(px * 8.0) as i32)
    }

    /// The length in pixels.
    pub fn to_px(self) -> f64 {
        f64::from(self.0) / 8.0
    }

    /// The length in pixels as text: `1.5`. Made of whole numbers, as the library's writing of fractions is large.
    pub fn to_text(self) -> String {
        const PARTS: [&str; 8] = ["", ".125", ".25", ".375", ".5", ".625", ".75", ".875"];
        let sign = if self.0 < 0 { "-" } else { "" };
        let eighths = self.0.unsigned_abs();
        let part = PARTS[(eighths % 8) as usize];
        [sign, &(eighths / 8).to_string(), part].concat()
    }
}

impl Add for Eighth {
    type Output = Eighth;
    fn add(self, other: Eighth) -> Eighth {
        Eighth(self.0.saturating_add(other.0))
    }
}

impl Sub for Eighth {
    type Output = Eighth;
    fn sub(self, other: Eighth) -> Eighth {
        Eighth(self.0.saturating_sub(other.0))
    }
}

impl Neg for Eighth {
    type Output = Eighth;
    fn neg(self) -> Eighth {
        Eighth(self.0.saturating_neg())
    }
}

/// A place in the picture, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Spot {
    /// To the right.
    pub x: Eighth,
    /// Down.
    pub y: Eighth,
}

impl Spot {
    /// The place nearest to a position in pixels.
    pub fn px(x: f64, y: f64) -> Spot {
        Spot { x: Eighth::px(x), y: Eighth::px(y) }
    }
}

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
}

impl Token {
    /// Every token, in order.
    pub const ALL: [Token; 18] = [
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
    ];
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    /// From left to right, in pixels.
    pub width: u32,
    /// From top to bottom, in pixels.
    pub height: u32,
    /// What is drawn, from the back to the front.
    pub groups: Vec<Group>,
    /// Where each reading of the figure stands, in the figure's order: the keyboard goes along it.
    pub hits: Vec<Hit>,
}

impl Scene {
    /// A picture of nothing.
    pub fn empty(width: u32, height: u32) -> Scene {
        Scene { width, height, groups: Vec::new(), hits: Vec::new() }
    }

    /// The mark whose middle is nearest to a place, if its edge is within reach.
    pub fn nearest(&self, to: Spot, reach: Eighth) -> Option<Hit> {
        let near = |hit: &Hit| (distance_squared(hit.at, to), hit.reading);
        let hit = self.hits.iter().copied().min_by_key(near)?;
        (distance_squared(hit.at, to) <= i64::from((reach + hit.radius).0).pow(2)).then_some(hit)
    }
}

fn distance_squared(a: Spot, b: Spot) -> i64 {
    let across = i64::from((a.x - b.x).0);
    let down = i64::from((a.y - b.y).0);
    across * across + down * down
}

/// Things drawn together, under a name that stays on paper and in files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they are: lower-case letters and hyphens.
    pub name: &'static str,
    /// From the back to the front.
    pub items: Vec<Item>,
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
}

impl Shape {
    /// The corners of a mark around a place; none for a circle.
    pub fn corners(self, at: Spot, radius: Eighth) -> Vec<Spot> {
        let unit: &[(f64, f64)] = match self {
            Shape::Circle => &[],
            Shape::Triangle => &[(0.0, -1.4), (1.35, 0.93), (-1.35, 0.93)],
            Shape::Square => &[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
            Shape::Diamond => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
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
    fn rounds_to_eighths() {
        assert_eq!(Eighth::px(1.06), Eighth(8));
        assert_eq!(Eighth::px(-0.1), Eighth(-1));
        assert_eq!(Eighth::px(f64::NAN), Eighth(0));
        assert_eq!(Eighth::px(1e300), Eighth(i32::MAX));
        assert_eq!(Eighth(12).to_px(), 1.5);
        assert_eq!([Eighth(12), Eighth(-1), Eighth(80)].map(Eighth::to_text), ["1.5", "-0.125", "10"]);
    }

    #[test]
    fn finds_the_nearest_mark_within_reach() {
        let hit = |x, reading| Hit { at: Spot::px(x, 10.0), radius: Eighth(24), reading };
        let scene = Scene { hits: vec![hit(10.0, 0), hit(20.0, 1), hit(20.0, 2)], ..Scene::empty(100, 100) };
        let nearest = |x, y| scene.nearest(Spot::px(x, y), Eighth::px(6.0)).map(|hit| hit.reading);
        assert_eq!(nearest(11.0, 10.0), Some(0));
        assert_eq!(nearest(19.0, 12.0), Some(1));
        assert_eq!(nearest(50.0, 10.0), None);
        assert_eq!(Scene::empty(1, 1).nearest(Spot::default(), Eighth(8)), None);
    }

    #[test]
    fn tokens_are_listed_in_order() {
        assert!(Token::ALL.iter().enumerate().all(|(at, &token)| token as usize == at));
    }
}

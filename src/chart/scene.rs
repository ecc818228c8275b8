//! A picture at one size: shapes and text at fixed places, in colours that have names but no values yet.
//!
//! Painters walk it; pointing reads it.

use core::ops::{Add, Neg, Sub};

use super::Frame;
use super::window::Window;
use crate::figure::{Way, Ways};
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

    /// The mark whose region a place is in, or else the one whose middle is nearest, if its edge is within reach.
    pub fn nearest(&self, to: Spot, reach: Eighth) -> Option<Hit> {
        if let Some(region) = self.regions().filter(|region| region.holds(to)).last() {
            return self.hit(region.reading);
        }
        let near = |hit: &Hit| (distance_squared(hit.at, to), hit.reading);
        let hit = self.hits.iter().copied().filter(|hit| self.shows(*hit)).min_by_key(near)?;
        (distance_squared(hit.at, to) <= i64::from((reach + hit.radius).0).pow(2)).then_some(hit)
    }

    /// The position of the nearest of [`Scene::dots`] within reach; of several at one place the first.
    pub fn nearest_dot(&self, to: Spot, reach: Eighth) -> Option<usize> {
        let mut best = (i64::from(reach.0).pow(2), None);
        for (at, dot) in self.dots.iter().enumerate() {
            let Some(dot) = dot else { continue };
            let far = distance_squared(*dot, to);
            if far < best.0 {
                best = (far, Some(at));
            }
        }
        best.1
    }
}

impl Scene {
    /// The areas of a map, from the back to the front; none in other pictures.
    pub fn regions(&self) -> impl Iterator<Item = &Region> {
        self.groups.iter().flat_map(|group| &group.items).filter_map(|item| match item {
            Item::Region(region) => Some(region),
            _ => None,
        })
    }

    /// Whether its marks are areas of a map, among which there are directions.
    pub fn is_map(&self) -> bool {
        !self.ways.is_empty()
    }

    /// Whether a mark is within the picture: of an area outside of the part that a map shows, nothing is drawn.
    pub fn shows(&self, hit: Hit) -> bool {
        let Some(window) = &self.window else { return true };
        let at = (hit.at.x.to_px(), hit.at.y.to_px());
        if self.is_map() {
            return self.regions().any(|region| region.reading == hit.reading);
        }
        let (x, y) = window.room.nearest(at);
        (x - at.0).abs() < 1.0 && (y - at.1).abs() < 1.0
    }

    /// The mark that a way of a map leads to from another. None where nothing lies that way.
    pub fn toward(&self, from: Hit, way: Way) -> Option<Hit> {
        self.hit(self.ways.get(from.reading)?.get(way as usize).copied().flatten()?)
    }

    fn hit(&self, reading: usize) -> Option<Hit> {
        self.hits.iter().copied().find(|hit| hit.reading == reading)
    }
}

impl Region {
    /// Whether a place is in it.
    pub fn holds(&self, spot: Spot) -> bool {
        let sides = self.rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
        sides.filter(|(a, b)| is_left_of(**a, **b, spot)).count() % 2 == 1
    }
}

/// Whether a place lies on the level of a side, the lower end of which does not count, and to the left of it.
fn is_left_of(a: Spot, b: Spot, spot: Spot) -> bool {
    if (a.y > spot.y) == (b.y > spot.y) {
        return false;
    }
    let [across, down, left] = [b.x - a.x, b.y - a.y, spot.x - a.x].map(|length| f64::from(length.0));
    left < across * f64::from((spot.y - a.y).0) / down
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
    fn rounds_to_eighths() {
        assert_eq!(Eighth::px(1.06), Eighth(8));
        assert_eq!(Eighth::px(-0.1), Eighth(-1));
        assert_eq!(Eighth::px(f64::NAN), Eighth(0));
        assert_eq!(Eighth::px(1e300), Eighth(i32::MAX));
        assert_eq!(Eighth(12).to_px(), 1.5);
        assert_eq!([Eighth(12), Eighth(-1), Eighth(80)].map(Eighth::to_text), ["1.5", "-0.125", "10"]);
    }

    #[test]
    fn finds_the_nearest_dot_within_reach() {
        let dots = vec![None, Some(Spot::px(10.0, 10.0)), Some(Spot::px(20.0, 10.0)), Some(Spot::px(20.0, 10.0))];
        let scene = Scene { dots, ..Scene::empty(100, 100) };
        let nearest = |x| scene.nearest_dot(Spot::px(x, 10.0), Eighth::px(6.0));
        assert_eq!([5.0, 14.0, 16.0, 26.5].map(nearest), [Some(1), Some(1), Some(2), None]);
        assert_eq!(Scene::empty(1, 1).nearest_dot(Spot::default(), Eighth(8)), None);
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

    /// A square of two by two in squares of ten pixels, with a hole that another fills, and two more to the right.
    fn map() -> Scene {
        let ring = |left: f64, top: f64, size: f64| {
            [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size)].map(|(x, y)| Spot::px(left + x, top + y)).to_vec()
        };
        let squares = [(0.0, 0.0, 20.0), (5.0, 5.0, 10.0), (20.0, 0.0, 10.0), (20.0, 10.0, 10.0)];
        let mut regions = Vec::new();
        for (reading, (left, top, size)) in squares.into_iter().enumerate() {
            let mut rings = vec![ring(left, top, size)];
            if reading == 0 {
                rings.push(ring(5.0, 5.0, 10.0).into_iter().rev().collect());
            }
            regions.push(Item::Region(Region { rings, fill: Token::Point, edge: Eighth(4), reading }));
        }
        let hit = |(reading, (x, y))| Hit { at: Spot::px(x, y), radius: Eighth(8), reading };
        let hits = [(2.0, 10.0), (10.0, 10.0), (25.0, 5.0), (25.0, 15.0)].into_iter().enumerate().map(hit).collect();
        Scene { groups: vec![Group { name: "map", items: regions }], hits, ..Scene::empty(40, 40) }
    }

    #[test]
    fn pointing_into_a_region_reads_it() {
        let at = |x, y| map().nearest(Spot::px(x, y), Eighth(8)).map(|hit| hit.reading);
        assert_eq!([(1.0, 1.0), (19.0, 19.0), (6.0, 14.0), (21.0, 9.0)].map(|(x, y)| at(x, y)), [0, 0, 1, 2].map(Some));
        assert_eq!(at(35.0, 35.0), None);
    }

    #[test]
    fn a_way_leads_where_the_figure_says() {
        let map = Scene { ways: vec![[None, Some(2), None, None], [None; 4], [None, None, Some(3), Some(0)]], ..map() };
        let to = |from: usize, way| map.toward(map.hits[from], way).map(|hit| hit.reading);
        assert_eq!((to(0, Way::East), to(2, Way::South), to(2, Way::West)), (Some(2), Some(3), Some(0)));
        assert_eq!((to(0, Way::North), to(1, Way::East), to(3, Way::East)), (None, None, None));
        assert!(map.is_map() && !Scene::empty(1, 1).is_map());
    }

    #[test]
    fn tokens_are_listed_in_order() {
        assert!(Token::ALL.iter().enumerate().all(|(at, &token)| token as usize == at));
    }
}

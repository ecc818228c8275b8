//! Where areas lie: the borders of local areas as arcs on a grid, each border once however many areas it parts.
//!
//! An arc is a line between two places where borders meet, or a closed line, with the local area on either side
//! of it. Everything else follows: the outline of an area is made of the arcs that have it on one side; so is
//! that of a region, a nation or any other set of areas, because an arc with areas of the set on both sides lies
//! within. Areas that share an arc are neighbours.

use crate::order;

use super::Code;

/// A point of the grid: steps east and steps north of its origin.
pub type Point = (u16, u16);

/// Where the points of the grid lie in the British National Grid, in metres. Used for Northern Ireland too.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Grid {
    /// Easting of the origin.
    pub easting: f64,
    /// Northing of the origin.
    pub northing: f64,
    /// Length of a step east.
    pub step_east: f64,
    /// Length of a step north.
    pub step_north: f64,
}

/// A line with the local area on either side of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Arc {
    /// The area on the left, looking along the arc; none where there is sea or another country.
    pub left: Option<Code>,
    /// The area on the right.
    pub right: Option<Code>,
    /// Its points, at least two.
    pub points: Vec<Point>,
}

/// An arc as part of an outline: its position among the arcs, and whether it is gone along backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ArcRef {
    /// The position among the arcs.
    pub arc: usize,
    /// Whether from its last point to its first.
    pub backwards: bool,
}

/// A closed line: arcs, each of which begins where the one before ends and the first where the last ends. What
/// it is the outline of lies to its right: clockwise on a map with north at the top, holes anticlockwise.
pub type Ring = Vec<ArcRef>;

/// The borders of all local areas. Every outline closes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Borders {
    grid: Grid,
    arcs: Vec<Arc>,
    /// The outline of each area, in code order: looked for once, not whenever a map is drawn.
    outlines: Vec<(Code, Vec<Ring>)>,
}

/// Why arcs make no borders.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadBorders {
    /// The grid has an origin that is nowhere, or steps that lead nowhere.
    #[error("a grid without finite origin and steps above 0")]
    Grid,
    /// An arc has fewer than two points, or the same on both sides.
    #[error("arc {0}: expected two points or more, and different sides")]
    Arc(usize),
    /// The arcs of an area make no closed lines.
    #[error("the outline of {0} does not close")]
    Open(Code),
}

impl Borders {
    /// Borders of these arcs.
    pub fn new(grid: Grid, arcs: Vec<Arc>) -> Result<Borders, BadBorders> {
        let Grid { easting, northing, step_east, step_north } = grid;
        let finite = [easting, northing, step_east, step_north].iter().all(|number| number.is_finite());
        if !finite || step_east <= 0.0 || step_north <= 0.0 {
            return Err(BadBorders::Grid);
        }
        if let Some(bad) = arcs.iter().position(|arc| arc.points.len() < 2 || arc.left == arc.right) {
            return Err(BadBorders::Arc(bad));
        }
        let mut borders = Borders { grid, arcs, outlines: Vec::new() };
        if let Some(area) = borders.open() {
            return Err(BadBorders::Open(area));
        }
        let mut areas: Vec<Code> = borders.arcs.iter().flat_map(|arc| [arc.left, arc.right]).flatten().collect();
        order::sort_by_key(&mut areas, |area| *area);
        areas.dedup();
        borders.outlines = areas.iter().map(|&area| (area, borders.outline(|code| code == area))).collect();
        Ok(borders)
    }

    /// An area some of whose arcs begin where none of its arcs ends, or the other way round.
    fn open(&self) -> Option<Code> {
        let (mut starts, mut ends) = (Vec::new(), Vec::new());
        for at in 0..self.arcs.len() {
            for backwards in [false, true] {
                let part = ArcRef { arc: at, backwards };
                if let Some(area) = self.inside(part) {
                    starts.push((area, self.start(part)));
                    ends.push((area, self.end(part)));
                }
            }
        }
        order::sort_by_key(&mut starts, |start| *start);
        order::sort_by_key(&mut ends, |end| *end);
        starts.iter().zip(&ends).find(|(start, end)| start != end).map(|(start, end)| start.0.min(end.0))
    }

    /// The grid that points are on.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// Every arc, in an order in which they pack well.
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// The outline of one area; see [`Borders::outline`].
    pub fn outline_of(&self, area: Code) -> &[Ring] {
        self.outlines.iter().find(|outline| outline.0 == area).map_or(&[], |outline| &outline.1)
    }

    /// The outline of the areas that `within` is true of, taken together: of one area, a region, a nation.
    ///
    /// Rings and the arcs in them are in the order of arcs. Where an outline touches itself in a point, and no
    /// outline of an area, region or nation does, its rings may be put together in more than one way; what they
    /// enclose is the same.
    pub fn outline(&self, within: impl Fn(Code) -> bool) -> Vec<Ring> {
        let mut parts = self.outer(&within);
        let mut rings = Vec::new();
        while !parts.is_empty() {
            let first = parts.remove(0);
            let mut ring = vec![first];
            let mut at = self.end(first);
            while at != self.start(first) {
                let Some(next) = parts.iter().position(|part| self.start(*part) == at) else { break };
                let next = parts.remove(next);
                at = self.end(next);
                ring.push(next);
            }
            rings.push(ring);
        }
        rings
    }

    /// The arcs that have an area of a set on one side only, with that side to the right.
    fn outer(&self, within: &dyn Fn(Code) -> bool) -> Vec<ArcRef> {
        let inside = |part| self.inside(part).is_some_and(within);
        let both = |arc| [ArcRef { arc, backwards: false }, ArcRef { arc, backwards: true }];
        let outer = |[there, back]: [ArcRef; 2]| match (inside(there), inside(back)) {
            (true, false) => Some(there),
            (false, true) => Some(back),
            _ => None,
        };
        (0..self.arcs.len()).filter_map(|arc| outer(both(arc))).collect()
    }

    /// The areas that share a border with an area, in code order. Islands have none.
    pub fn neighbours(&self, area: Code) -> Vec<Code> {
        let beyond = |arc: &Arc| match (arc.left, arc.right) {
            (Some(left), Some(right)) if left == area => Some(right),
            (Some(left), Some(right)) if right == area => Some(left),
            _ => None,
        };
        let mut found: Vec<Code> = self.arcs.iter().filter_map(beyond).collect();
        order::sort_by_key(&mut found, |code| *code);
        found.dedup();
        found
    }

    /// The points of a ring in its order. The last is the first again.
    pub fn points(&self, ring: &[ArcRef]) -> impl Iterator<Item = Point> {
        let first = ring.first().map(|part| self.start(*part));
        first.into_iter().chain(ring.iter().flat_map(|part| self.after_start(*part)))
    }

    /// What a ring encloses, in km²; below 0 for a hole.
    pub fn km2(&self, ring: &[ArcRef]) -> f64 {
        let points: Vec<Point> = self.points(ring).collect();
        let twice =
            |((x0, y0), (x1, y1)): (Point, Point)| i64::from(y0) * i64::from(x1) - i64::from(x0) * i64::from(y1);
        let sum: i64 = points.iter().copied().zip(points.iter().copied().skip(1)).map(twice).sum();
        sum as f64 / 2.0 * self.grid.step_east * self.grid.step_north / 1e6
    }

    /// The area to the right of an arc as it is gone along.
    fn inside(&self, part: ArcRef) -> Option<Code> {
        let arc = self.arcs.get(part.arc)?;
        if part.backwards { arc.left } else { arc.right }
    }

    fn start(&self, part: ArcRef) -> Point {
        self.end(ArcRef { backwards: !part.backwards, ..part })
    }

    fn end(&self, part: ArcRef) -> Point {
        let points = self.arcs.get(part.arc).map_or(&[][..], |arc| &arc.points);
        let end = if part.backwards { points.first() } else { points.last() };
        end.copied().unwrap_or_default()
    }

    fn after_start(&self, part: ArcRef) -> impl Iterator<Item = Point> {
        let points = self.arcs.get(part.arc).map_or(&[][..], |arc| &arc.points);
        let last = points.len().saturating_sub(1);
        (0..last).filter_map(move |at| points.get(if part.backwards { last - 1 - at } else { at + 1 }).copied())
    }
}

impl Grid {
    /// Easting and northing of a point, in metres.
    pub fn metres(&self, (east, north): Point) -> (f64, f64) {
        (self.easting + self.step_east * f64::from(east), self.northing + self.step_north * f64::from(north))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRID: Grid = Grid { easting: 100.0, northing: 200.0, step_east: 500.0, step_north: 1000.0 };

    fn code(text: &str) -> Code {
        text.parse().unwrap()
    }

    fn arc(left: &str, right: &str, points: &[Point]) -> Arc {
        Arc { left: left.parse().ok(), right: right.parse().ok(), points: points.to_vec() }
    }

    /// Two squares side by side, a third within the second, and an island of the first.
    ///
    /// ```text
    /// (0,4)──(4,4)────────(10,4)
    ///   │  1   │  2  [3]    │      [1]
    /// (0,0)──(4,0)────────(10,0)
    /// ```
    fn arcs() -> Vec<Arc> {
        let [one, two, three] = AREAS;
        vec![
            arc(one, two, &[(4, 0), (4, 4)]),
            arc("", two, &[(4, 4), (10, 4), (10, 0), (4, 0)]),
            arc(one, "", &[(4, 4), (0, 4), (0, 0), (4, 0)]),
            arc(two, three, &[(6, 1), (6, 2), (8, 2), (8, 1), (6, 1)]),
            arc("", one, &[(12, 1), (12, 2), (13, 2), (13, 1), (12, 1)]),
        ]
    }

    const AREAS: [&str; 3] = ["E06000001", "E06000002", "W06000003"];

    fn borders() -> Borders {
        Borders::new(GRID, arcs()).unwrap()
    }

    fn refs(rings: &[Ring]) -> Vec<Vec<i64>> {
        let signed = |part: &ArcRef| if part.backwards { !(part.arc as i64) } else { part.arc as i64 };
        rings.iter().map(|ring| ring.iter().map(signed).collect()).collect()
    }

    #[test]
    fn an_outline_is_made_of_the_arcs_with_the_area_on_one_side() {
        let outline = |at: usize| refs(&borders().outline(|area| area == code(AREAS[at])));
        assert_eq!(outline(0), [vec![!0, !2], vec![4]], "gone along backwards, and with an island");
        assert_eq!(outline(1), [vec![0, 1], vec![!3]], "with a hole");
        assert_eq!(outline(2), [vec![3]]);
    }

    #[test]
    fn arcs_within_a_set_of_areas_are_not_in_its_outline() {
        let english = |area: Code| area.is_of("E");
        assert_eq!(refs(&borders().outline(english)), [vec![1, !2], vec![!3], vec![4]]);
        assert_eq!(refs(&borders().outline(|_| true)), [vec![1, !2], vec![4]], "the hole is filled");
        assert!(borders().outline(|_| false).is_empty());
    }

    #[test]
    fn points_follow_the_ring_and_close_it() {
        let borders = borders();
        let rings = borders.outline(|area| area == code(AREAS[0]));
        let points: Vec<Point> = borders.points(&rings[0]).collect();
        assert_eq!(points, [(4, 4), (4, 0), (0, 0), (0, 4), (4, 4)]);
        assert_eq!(borders.points(&[]).count(), 0);
        assert_eq!(GRID.metres((2, 3)), (1100.0, 3200.0));
    }

    #[test]
    fn holes_are_taken_off() {
        let borders = borders();
        let km2 = |at: usize| -> Vec<f64> {
            borders.outline(|area| area == code(AREAS[at])).iter().map(|ring| borders.km2(ring)).collect()
        };
        assert_eq!(km2(0), [8.0, 0.5]);
        assert_eq!(km2(1), [12.0, -1.0]);
    }

    #[test]
    fn neighbours_share_an_arc() {
        let neighbours = |at: usize| borders().neighbours(code(AREAS[at]));
        assert_eq!(neighbours(0), [code(AREAS[1])]);
        assert_eq!(neighbours(1), [code(AREAS[0]), code(AREAS[2])]);
        assert_eq!(neighbours(2), [code(AREAS[1])]);
    }

    #[test]
    fn what_makes_no_borders_is_refused() {
        let nowhere = Grid { step_east: f64::NAN, ..GRID };
        assert_eq!(Borders::new(nowhere, arcs()), Err(BadBorders::Grid));
        assert_eq!(Borders::new(Grid { step_north: 0.0, ..GRID }, arcs()), Err(BadBorders::Grid));
        let without = |at: usize| {
            let mut arcs = arcs();
            arcs.remove(at);
            Borders::new(GRID, arcs)
        };
        assert_eq!(without(0), Err(BadBorders::Open(code(AREAS[0]))));
        assert_eq!(without(1), Err(BadBorders::Open(code(AREAS[1]))));
        let short = vec![arc("", AREAS[0], &[(1, 1)])];
        assert_eq!(Borders::new(GRID, short), Err(BadBorders::Arc(0)));
        let same = vec![arc(AREAS[0], AREAS[0], &[(1, 1), (2, 2), (1, 1)])];
        assert_eq!(Borders::new(GRID, same), Err(BadBorders::Arc(0)));
    }
}

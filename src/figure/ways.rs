//! Where arrow keys lead on a map: from each area to one on each side, and by steps from any area to every other.
//!
//! It follows from where areas lie, not from a picture of them, so that keys lead the same way in rooms of any size.

use crate::model::borders::Borders;
use crate::model::{Code, Hexagon, HexagonMap, Way, rings};
use crate::order;

/// Where the ways lead from an area, in the order of [`Way::ALL`]: positions among the map's areas. None where nothing lies
/// that way, or only far across the sea.
pub type Ways = [Option<usize>; 4];

/// The farthest that a step leads across the sea, in metres: to Shetland, to Northern Ireland, not from Cornwall to Wales.
const ACROSS_THE_SEA: f64 = 150_000.0;

/// The same on the hexagon map, in halves of a hexagon.
const ACROSS_THE_GRID: f64 = 16.0;

/// How far a way leads aside for each step straight on, in the order in which it is tried.
const ASIDE: [f64; 7] = [0.0, 0.3, -0.3, 0.6, -0.6, 0.95, -0.95];

/// A place: to the right and up.
type Place = (f64, f64);

/// Areas as they lie.
#[derive(Default)]
struct Lie {
    /// The middle of each.
    middles: Vec<Place>,
    /// What each borders on, and the lines that they share.
    borders: Vec<Vec<(usize, Vec<Place>)>>,
    /// Corners of outlines, with the area they are of.
    corners: Vec<(usize, Place)>,
    /// The farthest that a step leads beyond neighbours.
    far: f64,
}

/// The ways between areas where they lie on the ground.
pub(super) fn on_the_ground(borders: &Borders, areas: &[Code]) -> Vec<Ways> {
    let metres = |point| borders.grid().metres(point);
    let mut lie = Lie { far: ACROSS_THE_SEA, borders: vec![Vec::new(); areas.len()], ..Lie::default() };
    lie.middles = areas.iter().map(|&area| middle(borders, area)).collect();
    let position = |side: Option<Code>| areas.iter().position(|code| Some(*code) == side);
    for arc in borders.arcs() {
        let line: Vec<Place> = arc.points.iter().map(|&point| metres(point)).collect();
        let (left, right) = (position(arc.left), position(arc.right));
        for (here, there) in [(left, right), (right, left)] {
            let Some(here) = here else { continue };
            lie.corners.extend(line.iter().map(|&corner| (here, corner)));
            if let (Some(there), Some(border)) = (there, lie.borders.get_mut(here)) {
                border.push((there, line.clone()));
            }
        }
    }
    let ways = (0..areas.len()).map(|here| Way::ALL.map(|way| lie.across(here, way))).collect();
    lie.completed(ways)
}

/// The ways between areas on hexagons, in which rows go to and fro: north twice is straight on.
pub(super) fn on_hexagons(map: &HexagonMap, areas: &[Code]) -> Vec<Ways> {
    let position = |hexagon| map.area(hexagon).and_then(|area| areas.iter().position(|code| *code == area));
    let mut lie = Lie { far: ACROSS_THE_GRID, ..Lie::default() };
    let mut ways = Vec::new();
    for (here, &area) in areas.iter().enumerate() {
        let hexagon = map.hexagon(area).unwrap_or(Hexagon { column: 0, row: 0 });
        let (column, row) = hexagon.centre();
        // Rows are nearer to each other than hexagons of a row.
        let centre = (f64::from(column), f64::from(row) * -1.732);
        lie.middles.push(centre);
        lie.corners.push((here, centre));
        lie.borders.push(
            map.neighbours(area)
                .filter_map(|beside| Some((areas.iter().position(|code| *code == beside)?, Vec::new())))
                .collect(),
        );
        let beside = |columns: i16, rows: i16| {
            let column = u8::try_from(i16::from(hexagon.column) + columns).ok()?;
            position(Hexagon { column, row: u8::try_from(i16::from(hexagon.row) + rows).ok()? })
        };
        // Of the two above or below, first that of the same number; it lies to the east of an even row, to the west of an odd one.
        let other = if hexagon.row.is_multiple_of(2) { -1 } else { 1 };
        let either = |rows| beside(0, rows).or(beside(other, rows));
        ways.push([either(-1), beside(1, 0), either(1), beside(-1, 0)]);
    }
    lie.completed(ways)
}

/// The middle of an area, in metres.
fn middle(borders: &Borders, area: Code) -> Place {
    let mut outline: Vec<(f64, Vec<Place>)> = Vec::new();
    for ring in borders.outline_of(area) {
        let corners = borders.points(ring).map(|point| borders.grid().metres(point)).collect();
        outline.push((borders.km2(ring).abs(), corners));
    }
    order::sort_by(&mut outline, |a, b| b.0.total_cmp(&a.0));
    let outline: Vec<Vec<Place>> = outline.into_iter().map(|ring| ring.1).collect();
    rings::middle(&outline).unwrap_or_default()
}

impl Lie {
    fn middle(&self, area: usize) -> Place {
        self.middles.get(area).copied().unwrap_or_default()
    }

    /// The neighbour across the border that is met first on a way: straight on, or else somewhat to either side.
    fn across(&self, here: usize, way: Way) -> Option<usize> {
        let (from, (right, up)) = (self.middle(here), way.step());
        let mut best: Option<(f64, usize)> = None;
        for aside in ASIDE {
            let step = (right - aside * up, up + aside * right);
            for (there, line) in self.borders.get(here)? {
                let Some(far) = met(line, from, step) else { continue };
                let cost = far * (1.0 + aside.abs());
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, *there));
                }
            }
        }
        best.map(|(_, there)| there)
    }

    /// The nearest area on a side, wherever its corners lie within the quarter of the compass on that side.
    fn beyond(&self, here: usize, way: Way) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for &(there, corner) in self.corners.iter().filter(|corner| corner.0 != here) {
            let (on, aside) = along(self.middle(here), corner, way);
            if on > 0.0 && on <= self.far && aside <= on && best.is_none_or(|(least, _)| on + aside < least) {
                best = Some((on + aside, there));
            }
        }
        best.map(|(_, there)| there)
    }

    /// The ways, with steps beyond neighbours where there is none on a side; and so that every area can be reached from the
    /// first one: where no way leads to an area, the best that can be spared does.
    fn completed(&self, mut ways: Vec<Ways>) -> Vec<Ways> {
        for (here, ways) in ways.iter_mut().enumerate() {
            for (way, to) in Way::ALL.into_iter().zip(ways) {
                *to = to.or_else(|| self.beyond(here, way));
            }
        }
        for _ in 0..ways.len() {
            let reached = reached(&ways);
            let found = (0..ways.len()).filter(|area| reached.get(*area) == Some(&false));
            let Some(better) = found.into_iter().find_map(|area| self.with_one_to(area, &ways, &reached)) else {
                break;
            };
            ways = better;
        }
        ways
    }

    /// The ways with another one that leads to an area, after which all that was reached still is.
    fn with_one_to(&self, area: usize, ways: &[Ways], reached: &[bool]) -> Option<Vec<Ways>> {
        let mut offers = Vec::new();
        for here in (0..ways.len()).filter(|here| reached.get(*here) == Some(&true)) {
            for (at, way) in Way::ALL.into_iter().enumerate() {
                let (on, aside) = along(self.middle(here), self.middle(area), way);
                // Within 60° of the way.
                if on > 0.0 && aside <= on * 1.73 {
                    offers.push((self.cost(here, area, way, ways), here, at));
                }
            }
        }
        order::sort_by(&mut offers, |a, b| a.0.total_cmp(&b.0));
        offers.into_iter().find_map(|(_, here, at)| {
            let mut better = ways.to_vec();
            *better.get_mut(here)?.get_mut(at)? = Some(area);
            let still = self::reached(&better);
            reached.iter().zip(&still).all(|(was, is)| is | !was).then_some(better)
        })
    }

    /// How ill it would suit that a way leads from here to there: by how far and how far aside that is, whether both are
    /// neighbours, and whether the way back leads here.
    fn cost(&self, here: usize, there: usize, way: Way, ways: &[Ways]) -> f64 {
        let (on, aside) = along(self.middle(here), self.middle(there), way);
        let is_beside = self.borders.get(here).is_some_and(|borders| borders.iter().any(|border| border.0 == there));
        let back = ways.get(there).and_then(|ways| ways.get(!way as usize).copied().flatten());
        let strange = if is_beside { 0.0 } else { self.far };
        (on + 2.0 * aside + strange) * if back == Some(here) { 1.0 } else { 1.5 }
    }
}

/// How far a place lies from another on a way, and how far aside of it.
fn along((x, y): Place, (to_x, to_y): Place, way: Way) -> Place {
    let ((right, up), (across, high)) = (way.step(), (to_x - x, to_y - y));
    (across * right + high * up, (across * up - high * right).abs())
}

/// How many steps from a place it is to a line; none where they do not lead there.
fn met(line: &[Place], (x, y): Place, (right, up): Place) -> Option<f64> {
    let mut nearest: Option<f64> = None;
    for (&(ax, ay), &(bx, by)) in line.iter().zip(line.iter().skip(1)) {
        let ((ax, ay), (bx, by)) = ((ax - x, ay - y), (bx - x, by - y));
        // How far the ends lie to either side of the way.
        let (a_side, b_side) = (ax * up - ay * right, bx * up - by * right);
        if (a_side > 0.0) == (b_side > 0.0) {
            continue;
        }
        let share = a_side / (a_side - b_side);
        let (x, y) = (ax + share * (bx - ax), ay + share * (by - ay));
        let far = (x * right + y * up) / (right * right + up * up);
        if far > 0.0 && nearest.is_none_or(|nearest| far < nearest) {
            nearest = Some(far);
        }
    }
    nearest
}

/// Which areas can be reached by ways from the first.
fn reached(ways: &[Ways]) -> Vec<bool> {
    let mut is_reached = vec![false; ways.len()];
    let mut next = vec![0];
    while let Some(here) = next.pop() {
        let Some(is_new) = is_reached.get_mut(here).filter(|is_reached| !**is_reached) else { continue };
        *is_new = true;
        next.extend(ways.get(here).into_iter().flatten().flatten());
    }
    is_reached
}

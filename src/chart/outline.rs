//! Outlines of areas on paper: where a map lies in its room, and paths as fine as can be seen.

use super::labels::Rect;
use super::scene::{Region, Spot};
use crate::model::Code;
use crate::model::borders::{ArcRef, Borders, Point};

/// How far a path may be off, in pixels.
const OFF: f64 = 0.6;

/// Islands below this size are not drawn, in square pixels; an area's largest part always is.
const SMALLEST: f64 = 2.5;

/// How a map lies in the picture: north is up.
#[derive(Debug, Clone, Copy)]
pub struct Lie {
    /// Where the areas it was made for are, in pixels.
    pub bounds: Rect,
    /// Easting and northing of the upper left corner, in metres.
    corner: (f64, f64),
    /// Pixels of a metre.
    scale: f64,
}

impl Lie {
    /// A map of areas as large as a room allows, in the middle of it from side to side and at its top; none of no areas.
    pub fn fitting(borders: &Borders, areas: &[Code], room: Rect) -> Option<Lie> {
        let (low, high) = extent(borders, areas)?;
        let (width, height) = ((room.right - room.left).max(8.0), (room.bottom - room.top).max(8.0));
        let scale = (width / (high.0 - low.0)).min(height / (high.1 - low.1));
        let (across, down) = ((high.0 - low.0) * scale, (high.1 - low.1) * scale);
        let left = room.left + (width - across).max(0.0) / 2.0;
        let bounds = Rect { left, top: room.top, right: left + across, bottom: room.top + down };
        Some(Lie { bounds, corner: (low.0, high.1), scale })
    }

    /// The same scale for other areas, with their upper right corner at a place.
    pub fn moved(&self, borders: &Borders, areas: &[Code], (right, top): (f64, f64)) -> Option<Lie> {
        let (low, high) = extent(borders, areas)?;
        let (left, bottom) = (right - (high.0 - low.0) * self.scale, top + (high.1 - low.1) * self.scale);
        Some(Lie { bounds: Rect { left, top, right, bottom }, corner: (low.0, high.1), scale: self.scale })
    }

    fn at(&self, borders: &Borders, point: Point) -> (f64, f64) {
        let (east, north) = borders.grid().metres(point);
        (self.bounds.left + (east - self.corner.0) * self.scale, self.bounds.top + (self.corner.1 - north) * self.scale)
    }
}

/// Least and greatest easting and northing of areas, in metres.
fn extent(borders: &Borders, areas: &[Code]) -> Option<((f64, f64), (f64, f64))> {
    let is_in = |side: Option<Code>| side.is_some_and(|code| areas.contains(&code));
    let mut found: Option<((f64, f64), (f64, f64))> = None;
    for arc in borders.arcs().iter().filter(|arc| is_in(arc.left) || is_in(arc.right)) {
        for &point in &arc.points {
            let (x, y) = borders.grid().metres(point);
            let (low, high) = found.unwrap_or(((x, y), (x, y)));
            found = Some(((low.0.min(x), low.1.min(y)), (high.0.max(x), high.1.max(y))));
        }
    }
    found.filter(|(low, high)| low.0 < high.0 && low.1 < high.1)
}

/// The borders of some areas on paper, each border once: areas on either side share every corner.
pub struct Outlines<'a> {
    borders: &'a Borders,
    arcs: Vec<Vec<Spot>>,
}

impl<'a> Outlines<'a> {
    /// The borders of areas in a map that lies so.
    pub fn new(borders: &'a Borders, lie: &Lie, areas: &[Code]) -> Outlines<'a> {
        let is_in = |side: Option<Code>| side.is_some_and(|code| areas.contains(&code));
        let mut arcs = Vec::new();
        for arc in borders.arcs() {
            let mut path = Vec::new();
            if is_in(arc.left) || is_in(arc.right) {
                path.extend(arc.points.iter().map(|&point| lie.at(borders, point)));
            }
            arcs.push(simplified(&path).into_iter().map(quarter).collect());
        }
        Outlines { borders, arcs }
    }

    /// The rings of an area, the largest first, and what it covers, in square kilometres.
    pub fn of(&self, area: Code) -> (Vec<Vec<Spot>>, f64) {
        let (mut rings, mut km2) = (Vec::new(), 0.0);
        for ring in self.borders.outline(|other| other == area) {
            km2 += self.borders.km2(&ring);
            let path = self.path(&ring);
            rings.push((covered(&path).abs(), path));
        }
        let largest = rings.iter().map(|ring| ring.0).fold(0.0, f64::max);
        rings.retain(|(size, _)| *size >= SMALLEST.min(largest));
        crate::order::sort_by(&mut rings, |a, b| b.0.total_cmp(&a.0));
        (rings.into_iter().map(|ring| ring.1).collect(), km2)
    }

    /// The corners of a ring; the first is not repeated.
    fn path(&self, ring: &[ArcRef]) -> Vec<Spot> {
        let mut path: Vec<Spot> = Vec::new();
        for part in ring {
            let arc = self.arcs.get(part.arc).map_or(&[][..], Vec::as_slice);
            let last = arc.len().saturating_sub(1);
            path.extend((0..last).filter_map(|at| arc.get(if part.backwards { last - at } else { at })));
        }
        path.dedup();
        path
    }
}

/// The place on paper, to a quarter of a pixel: finer could not be seen, and would weigh more.
fn quarter((x, y): (f64, f64)) -> Spot {
    let round = |length: f64| libm::round(length * 4.0) / 4.0;
    Spot::px(round(x), round(y))
}

/// What a ring covers, in square pixels.
fn covered(ring: &[Spot]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let twice = ring.iter().zip(next).map(|(a, b)| a.x.to_px() * b.y.to_px() - b.x.to_px() * a.y.to_px());
    twice.sum::<f64>() / 2.0
}

/// A path with as few of its corners as keep it where it is (Douglas and Peucker 1973). Its ends stay.
fn simplified(path: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let Some(last) = path.len().checked_sub(1) else { return Vec::new() };
    let mut keep = vec![false; path.len()];
    let mut parts = vec![(0, last)];
    while let Some((from, to)) = parts.pop() {
        let (Some(&start), Some(&end)) = (path.get(from), path.get(to)) else { continue };
        for at in [from, to] {
            if let Some(kept) = keep.get_mut(at) {
                *kept = true;
            }
        }
        let mut far = (OFF, from);
        for (at, &point) in path.iter().enumerate().take(to).skip(from + 1) {
            let off = distance(point, start, end);
            if off > far.0 {
                far = (off, at);
            }
        }
        if far.1 > from {
            parts.extend([(from, far.1), (far.1, to)]);
        }
    }
    path.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

/// From a point to the line between two others, or to the one where both are in one place.
fn distance((x, y): (f64, f64), (ax, ay): (f64, f64), (bx, by): (f64, f64)) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 { (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (off_x, off_y) = (x - ax - share * dx, y - ay - share * dy);
    (off_x * off_x + off_y * off_y).sqrt()
}

/// A place in a region: the middle of its largest part, or else of the widest room on the level of it.
pub fn middle(region: &Region) -> Spot {
    let Some(ring) = region.rings.first() else { return Spot::default() };
    let (mut x, mut y, mut all) = (0.0, 0.0, 0.0);
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let ((ax, ay), (bx, by)) = ((a.x.to_px(), a.y.to_px()), (b.x.to_px(), b.y.to_px()));
        let cross = ax * by - bx * ay;
        (x, y, all) = (x + (ax + bx) * cross, y + (ay + by) * cross, all + 3.0 * cross);
    }
    let first = ring.first().copied().unwrap_or_default();
    let centre = if all == 0.0 { first } else { Spot::px(x / all, y / all) };
    if region.holds(centre) { centre } else { widest(region, centre).unwrap_or(first) }
}

/// The middle of the widest stretch of a region on the level of a place.
fn widest(region: &Region, level: Spot) -> Option<Spot> {
    let far_left = Spot { x: super::scene::Eighth(-800_000), ..level };
    let mut crossings = region.crossings(far_left, (1.0, 0.0));
    crate::order::sort_by(&mut crossings, f64::total_cmp);
    let mut best: Option<(f64, f64)> = None;
    for pair in crossings.chunks(2) {
        let [from, to] = pair else { continue };
        if best.is_none_or(|(width, _)| to - from > width) {
            best = Some((to - from, (from + to) / 2.0));
        }
    }
    best.map(|(_, at)| Spot { x: super::scene::Eighth(libm::round(at) as i32 - 800_000), ..level })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::{Eighth, Token};

    #[test]
    fn a_path_keeps_its_corners_and_loses_what_cannot_be_seen() {
        let path = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 8.0), (10.2, 9.0), (10.0, 10.0)];
        assert_eq!(simplified(&path), [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]);
        let closed = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 0.0)];
        assert_eq!(simplified(&closed), closed);
        assert_eq!(simplified(&[]), []);
    }

    #[test]
    fn the_middle_of_a_region_is_in_it() {
        let ring = |corners: &[(f64, f64)]| corners.iter().map(|&(x, y)| Spot::px(x, y)).collect::<Vec<_>>();
        let region = |rings| Region { rings, fill: Token::Point, edge: Eighth(0), reading: 0 };
        let square = ring(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]);
        assert_eq!(middle(&region(vec![square.clone()])), Spot::px(5.0, 5.0));
        let hole = ring(&[(3.0, 3.0), (3.0, 8.0), (8.0, 8.0), (8.0, 3.0)]);
        let found = middle(&region(vec![square, hole]));
        assert_eq!(found, Spot::px(1.5, 5.0), "beside the hole, where there is most room");
        let horseshoe =
            ring(&[(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (7.0, 9.0), (7.0, 2.0), (2.0, 2.0), (2.0, 9.0), (0.0, 9.0)]);
        let horseshoe = region(vec![horseshoe]);
        assert!(horseshoe.holds(middle(&horseshoe)));
    }
}

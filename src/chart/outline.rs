//! Outlines of areas on paper: where a map lies in its room, and paths as fine as can be seen.

use super::labels::Rect;
use super::scene::{Region, Spot};
use super::window::Window;
use crate::model::borders::{ArcRef, Borders, Point};
use crate::model::{Code, rings};

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

    /// How far down a northing lies, in pixels.
    pub fn down(&self, northing: f64) -> f64 {
        self.bounds.top + (self.corner.1 - northing) * self.scale
    }

    /// The window of a room that shows this map, and of which each part of other areas can be shown.
    pub fn window(&self, borders: &Borders, areas: &[Code], room: Rect) -> Option<Window> {
        let (x, y) = ((self.bounds.left - room.left) / self.scale, (self.bounds.top - room.top) / self.scale);
        let corner = (self.corner.0 - x, self.corner.1 + y);
        Some(Window::of_all(room, corner, self.scale, extent(borders, areas)?))
    }

    /// The map that a window shows.
    pub fn through(window: &Window) -> Lie {
        Lie { bounds: window.room, corner: window.corner, scale: window.scale }
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
        for ring in self.borders.outline_of(area) {
            km2 += self.borders.km2(ring);
            let path = self.path(ring);
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

/// A place in a region; see [`rings::middle`].
pub fn middle(region: &Region) -> Spot {
    let corners = |ring: &Vec<Spot>| ring.iter().map(|spot| (spot.x.to_px(), spot.y.to_px())).collect();
    let rings: Vec<Vec<(f64, f64)>> = region.rings.iter().map(corners).collect();
    rings::middle(&rings).map_or(Spot::default(), |(x, y)| Spot::px(x, y))
}

/// What of a region lies in a room; none where nothing does that could be seen.
pub fn part(region: Region, room: &Rect) -> Option<Region> {
    let mut rings: Vec<Vec<Spot>> = region.rings.iter().map(|ring| within(ring, room)).collect();
    rings.retain(|ring| covered(ring).abs() >= 1.0);
    crate::order::sort_by(&mut rings, |a, b| covered(b).abs().total_cmp(&covered(a).abs()));
    (!rings.is_empty()).then_some(Region { rings, ..region })
}

/// What of a ring lies in a room, one side of the room after the other (Sutherland and Hodgman 1974); empty where none does.
fn within(ring: &[Spot], room: &Rect) -> Vec<Spot> {
    let corners: Vec<(f64, f64)> = ring.iter().map(|spot| (spot.x.to_px(), spot.y.to_px())).collect();
    let turned = |ring: Vec<(f64, f64)>| ring.into_iter().map(|(x, y)| (y, -x)).collect::<Vec<_>>();
    // The right edge, then, a quarter of a turn further each time, the lower, the left and the upper.
    let edges = [room.right, room.bottom, -room.left, -room.top];
    let cut = edges.into_iter().fold(corners, |ring, edge| turned(left_of(&ring, edge)));
    cut.into_iter().map(quarter).collect()
}

/// What of a ring lies to the left of an upright line.
fn left_of(ring: &[(f64, f64)], edge: f64) -> Vec<(f64, f64)> {
    let mut kept = Vec::new();
    for (&(x, y), &(next_x, next_y)) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        if x <= edge {
            kept.push((x, y));
        }
        if (x <= edge) != (next_x <= edge) {
            kept.push((edge, y + (edge - x) / (next_x - x) * (next_y - y)));
        }
    }
    kept
}

/// The lines of a ring, without those along which a room has cut it; closed where none has.
pub fn lines(ring: &[Spot], room: Option<&Rect>) -> Vec<Vec<Spot>> {
    let edges = room.map(|room| [quarter((room.left, room.top)), quarter((room.right, room.bottom))]);
    let along = |a: Spot, b: Spot| {
        edges.iter().flatten().any(|edge| (a.x == edge.x && b.x == edge.x) || (a.y == edge.y && b.y == edge.y))
    };
    let next = |at: usize| ring.get((at + 1) % ring.len()).copied().unwrap_or_default();
    let is_cut: Vec<bool> = ring.iter().enumerate().map(|(at, spot)| along(*spot, next(at))).collect();
    let Some(first) = is_cut.iter().position(|is_cut| *is_cut) else {
        // Past the first corner, so that no gap is left where the ends meet.
        return vec![ring.iter().chain(ring.iter().take(2)).copied().collect()];
    };
    let mut lines = vec![Vec::new()];
    for at in (first + 1..first + 1 + ring.len()).map(|at| at % ring.len()) {
        if let (Some(line), Some(spot)) = (lines.last_mut(), ring.get(at)) {
            line.push(*spot);
        }
        if is_cut.get(at) == Some(&true) {
            lines.push(Vec::new());
        }
    }
    lines.retain(|line| line.len() > 1);
    lines
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

    fn ring(corners: &[(f64, f64)]) -> Vec<Spot> {
        corners.iter().map(|&(x, y)| Spot::px(x, y)).collect()
    }

    #[test]
    fn the_middle_of_a_region_is_in_it() {
        let horseshoe =
            ring(&[(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (7.0, 9.0), (7.0, 2.0), (2.0, 2.0), (2.0, 9.0), (0.0, 9.0)]);
        let horseshoe = Region { rings: vec![horseshoe], fill: Token::Point, edge: Eighth(0), reading: 0 };
        assert!(horseshoe.holds(middle(&horseshoe)));
    }

    #[test]
    fn a_room_cuts_what_is_beyond_it_and_leaves_the_rest() {
        let room = Rect { left: 2.0, top: 1.0, right: 8.0, bottom: 9.0 };
        let inside = ring(&[(3.0, 2.0), (5.0, 2.0), (5.0, 4.0)]);
        let cut = within(&inside, &room);
        assert_eq!((cut.len(), inside.iter().all(|corner| cut.contains(corner))), (3, true));
        assert_eq!(within(&ring(&[(10.0, 0.0), (12.0, 0.0), (12.0, 5.0)]), &room), []);
        let square = within(&ring(&[(5.0, 3.0), (12.0, 3.0), (12.0, 7.0), (5.0, 7.0)]), &room);
        let corners = ring(&[(5.0, 3.0), (8.0, 3.0), (8.0, 7.0), (5.0, 7.0)]);
        assert_eq!((square.len(), corners.iter().all(|corner| square.contains(corner))), (4, true), "{square:?}");
        assert_eq!(lines(&square, Some(&room)), [ring(&[(8.0, 7.0), (5.0, 7.0), (5.0, 3.0), (8.0, 3.0)])]);
        assert_eq!(lines(&inside, Some(&room))[0].len(), 5, "closed, and past its first corner");
        assert_eq!(within(&[], &room), []);
    }
}

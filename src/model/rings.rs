//! The middle of what closed lines enclose, in whatever unit their corners are.

use crate::order;

/// A corner: to one side, and up or down.
type Corner = (f64, f64);

/// A place within what rings enclose, of which the first is the largest and the others its islands and holes: its middle
/// where that is within, else the middle of the widest stretch on the level of it. None of no rings.
pub fn middle(rings: &[Vec<Corner>]) -> Option<Corner> {
    let ring = rings.first()?;
    let &(first_x, first_y) = ring.first()?;
    let (mut x, mut y, mut all) = (0.0, 0.0, 0.0);
    for (a, b) in sides(ring) {
        let ((ax, ay), (bx, by)) = ((a.0 - first_x, a.1 - first_y), (b.0 - first_x, b.1 - first_y));
        let cross = ax * by - bx * ay;
        (x, y, all) = (x + (ax + bx) * cross, y + (ay + by) * cross, all + 3.0 * cross);
    }
    let centre = if all == 0.0 { (first_x, first_y) } else { (first_x + x / all, first_y + y / all) };
    let mut crossed: Vec<f64> = rings.iter().flat_map(|ring| crossings(ring, centre.1)).collect();
    order::sort_by(&mut crossed, f64::total_cmp);
    let is_within = crossed.iter().filter(|&&x| x > centre.0).count() % 2 == 1;
    Some(if is_within { centre } else { widest(&crossed).map_or((first_x, first_y), |x| (x, centre.1)) })
}

/// The sides of a ring; the last leads back to the first corner.
fn sides(ring: &[Corner]) -> impl Iterator<Item = (Corner, Corner)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// Where a ring crosses a level, in no order.
fn crossings(ring: &[Corner], level: f64) -> impl Iterator<Item = f64> {
    let crosses = move |(a, b): &(Corner, Corner)| (a.1 > level) != (b.1 > level);
    sides(ring).filter(crosses).map(move |(a, b)| a.0 + (level - a.1) / (b.1 - a.1) * (b.0 - a.0))
}

/// The middle of the widest stretch between places where a level goes in and where it goes out again.
fn widest(crossed: &[f64]) -> Option<f64> {
    let mut best: Option<(f64, f64)> = None;
    for pair in crossed.chunks(2) {
        let [from, to] = pair else { continue };
        if best.is_none_or(|(width, _)| to - from > width) {
            best = Some((to - from, (from + to) / 2.0));
        }
    }
    best.map(|(_, middle)| middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_within() {
        let square = vec![(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        assert_eq!(middle(std::slice::from_ref(&square)), Some((5.0, 5.0)));
        let hole = vec![(3.0, 3.0), (3.0, 8.0), (8.0, 8.0), (8.0, 3.0)];
        assert_eq!(middle(&[square, hole]), Some((1.5, 5.0)), "beside the hole, where there is most room");
        let horseshoe =
            vec![(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (7.0, 9.0), (7.0, 2.0), (2.0, 2.0), (2.0, 9.0), (0.0, 9.0)];
        let (x, _) = middle(&[horseshoe]).unwrap();
        assert!(!(2.0..=7.0).contains(&x), "{x}");
        assert_eq!(middle(&[vec![(1.0, 2.0), (3.0, 2.0)]]), Some((1.0, 2.0)), "nothing is enclosed");
        assert_eq!((middle(&[]), middle(&[vec![]])), (None, None));
    }
}

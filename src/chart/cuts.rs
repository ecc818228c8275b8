//! Where a high picture can be cut for paper: from side to side, where that cuts nothing but upright rules.

use super::scene::{Item, Line, Mark, Scene, Spot, Text};
use crate::order;

/// The least free height to cut in, in pixels: lines of one name stand closer.
const FREE: f64 = 4.0;

/// How far letters reach above and below the line they stand on, as shares of their size.
const ABOVE: f64 = 0.95;
const BELOW: f64 = 0.25;

/// How far a mark's corners reach, as a share of its radius.
const CORNERS: f64 = 1.4;

/// Where the picture's parts end, from above, in pixels; the last is its height. No part is higher than `most` where it can be
/// cut, nor lower than half of that, but the last.
pub fn cuts(scene: &Scene, most: u32) -> Vec<u32> {
    let most = f64::from(most.max(1));
    let free = free(scene);
    let mut cuts = Vec::new();
    let mut from = 0.0;
    while f64::from(scene.height) - from > most {
        // Where most is free, a group of rows ends.
        let mut best = (0.0, 0.0);
        for &(top, end) in &free {
            if top >= from + most / 2.0 && end <= from + most && end - top > best.1 - best.0 {
                best = (top, end);
            }
        }
        if best.1 <= from {
            break;
        }
        from = libm::floor((best.0 + best.1) / 2.0);
        cuts.push(from as u32);
    }
    cuts.push(scene.height);
    cuts
}

/// The heights at which nothing but upright rules stands, from above.
fn free(scene: &Scene) -> Vec<(f64, f64)> {
    let mut taken: Vec<(f64, f64)> = scene.items().filter_map(taken).collect();
    order::sort_by(&mut taken, |a, b| a.0.total_cmp(&b.0));
    let mut free = Vec::new();
    let mut end = 0.0;
    for (top, until) in taken {
        if top - end >= FREE {
            free.push((end, top));
        }
        end = until.max(end);
    }
    free
}

/// From where to where an item stands, from above, in pixels; none of an upright rule.
fn taken(item: &Item) -> Option<(f64, f64)> {
    match item {
        Item::Line(line) if is_upright(line) => None,
        Item::Line(line) => around(line.path.iter(), line.width.to_px() / 2.0),
        Item::Band(band) => around(band.outline.iter(), 0.0),
        Item::Mark(Mark { at, radius, .. }) => around([at].into_iter(), radius.to_px() * CORNERS),
        Item::Bars(bars) => around(bars.bars.iter().map(|(at, _)| at), bars.height.to_px()),
        Item::Region(region) => around(region.rings.iter().flatten(), 0.0),
        Item::Text(Text { at, size, .. }) => {
            let (line, size) = (at.y.to_px(), size.to_px());
            Some((line - size * ABOVE, line + size * BELOW))
        }
    }
}

fn is_upright(line: &Line) -> bool {
    line.path.windows(2).all(|pair| matches!(pair, [a, b] if a.x == b.x && a.y != b.y))
}

/// From the highest spot to the lowest, with so much more on both sides; none without spots.
fn around<'a>(spots: impl Iterator<Item = &'a Spot>, more: f64) -> Option<(f64, f64)> {
    let ends = spots.map(|spot| spot.y.to_px()).map(|y| (y - more, y + more));
    ends.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))
}

//! Where the outlines of areas lie at the sea, and which areas face each other over narrow water.

use std::collections::{BTreeMap, BTreeSet};

use healthy_years::model::Code;
use healthy_years::model::borders::Borders;

use super::start::Vector;

/// Up to how many metres of water are a river rather than the sea: the lower Thames, the Mersey, the Menai Strait.
const NARROW: f64 = 2500.0;

/// The coast of all areas.
pub(super) struct Coast {
    /// How much of its outline each area has at the open sea or another country, from 0 to 1.
    pub open: BTreeMap<Code, f64>,
    /// Areas with narrow water between them.
    pub facing: BTreeSet<[Code; 2]>,
}

/// A straight piece of an outline.
struct Piece {
    area: Code,
    ends: [Vector; 2],
}

impl Coast {
    pub(super) fn of(borders: &Borders) -> Coast {
        let mut all: BTreeMap<Code, f64> = BTreeMap::new();
        let mut shore = Vec::new();
        for arc in borders.arcs() {
            let points: Vec<Vector> = arc.points.iter().map(|point| borders.grid().metres(*point)).collect();
            let ends = || points.iter().zip(points.iter().skip(1)).map(|(one, other)| [*one, *other]);
            for area in [arc.left, arc.right].into_iter().flatten() {
                *all.entry(area).or_default() += ends().map(length).sum::<f64>();
                if arc.left.is_none() || arc.right.is_none() {
                    shore.extend(ends().map(|ends| Piece { area, ends }));
                }
            }
        }
        let mut open: BTreeMap<Code, f64> = all.keys().map(|area| (*area, 0.0)).collect();
        let mut facing = BTreeSet::new();
        for piece in &shore {
            let across = across(piece, &shore);
            if across.is_empty() {
                *open.entry(piece.area).or_default() +=
                    length(piece.ends) / all.get(&piece.area).copied().unwrap_or(1.0);
            }
            facing.extend(across.iter().map(|other| [piece.area.min(*other), piece.area.max(*other)]));
        }
        Coast { open, facing }
    }
}

/// The other areas that have shore near the middle of a piece.
fn across(piece: &Piece, shore: &[Piece]) -> BTreeSet<Code> {
    let [(x0, y0), (x1, y1)] = piece.ends;
    let middle = ((x0 + x1) / 2.0, (y0 + y1) / 2.0);
    let near = |other: &&Piece| other.area != piece.area && distance(middle, other.ends) < NARROW;
    shore.iter().filter(near).map(|other| other.area).collect()
}

fn length([(x0, y0), (x1, y1)]: [Vector; 2]) -> f64 {
    ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)).sqrt()
}

/// How far a point is from a straight piece.
fn distance((x, y): Vector, [(x0, y0), (x1, y1)]: [Vector; 2]) -> f64 {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
    let along = along.clamp(0.0, 1.0);
    length([(x, y), (x0 + along * dx, y0 + along * dy)])
}

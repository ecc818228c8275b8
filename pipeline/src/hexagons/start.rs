//! Where areas would lie if each had as much land: what the layout begins with and is held against.
//!
//! The outlines are blown up and shrunk, bit by bit, until areas are of about the same size: each pushes all points of
//! all outlines away, or pulls them, by how much too small or large it is (Dougenik, Chrisman and Niemeyer 1985). There
//! is nothing but sums, products, quotients and roots, whose last bit is the same on every machine.

use std::f64::consts::PI;

use healthy_years::model::Code;
use healthy_years::model::borders::{ArcRef, Borders, Ring};

/// A point or a step, east and north.
pub(super) type Vector = (f64, f64);

/// How often the outlines are pushed. After that, areas hardly change in size any more.
const ROUNDS: usize = 90;

/// The middle of an area, before and after.
pub(super) struct Start {
    /// In metres of the British National Grid.
    pub middle: Vector,
    /// In widths of a hexagon that is as large as the mean area.
    pub evened: Vector,
}

/// Where each of the areas begins.
pub(super) fn starts(borders: &Borders, areas: &[Code]) -> Vec<Start> {
    let mut map = Map::new(borders, areas);
    let before = map.shapes();
    let mean = before.iter().map(|shape| shape.land).sum::<f64>() / areas.len() as f64;
    for _ in 0..ROUNDS {
        map.push(mean);
    }
    let width = (2.0 * mean / 3.0_f64.sqrt()).sqrt();
    let scaled = |(east, north): Vector| (east / width, north / width);
    let both = before.iter().zip(map.shapes());
    both.map(|(before, after)| Start { middle: before.middle, evened: scaled(after.middle) }).collect()
}

/// The true middles of areas, in metres of the British National Grid.
pub(super) fn middles(borders: &Borders, areas: &[Code]) -> Vec<Vector> {
    Map::new(borders, areas).shapes().into_iter().map(|shape| shape.middle).collect()
}

struct Map {
    /// The rings of each area.
    rings: Vec<Vec<Ring>>,
    /// The points of each arc.
    arcs: Vec<Vec<Vector>>,
}

struct Shape {
    land: f64,
    middle: Vector,
}

impl Map {
    fn new(borders: &Borders, areas: &[Code]) -> Map {
        let grid = borders.grid();
        let arcs = borders.arcs().iter().map(|arc| arc.points.iter().map(|point| grid.metres(*point)).collect());
        let rings = areas.iter().map(|area| borders.outline(|code| code == *area));
        Map { rings: rings.collect(), arcs: arcs.collect() }
    }

    fn shapes(&self) -> Vec<Shape> {
        self.rings.iter().map(|rings| self.shape(rings)).collect()
    }

    /// Sizes and middles of triangles between the origin and each edge, summed up.
    fn shape(&self, rings: &[Ring]) -> Shape {
        let (mut twice, mut east, mut north) = (0.0, 0.0, 0.0);
        for ring in rings {
            let points: Vec<Vector> = ring.iter().flat_map(|part| self.points(*part)).collect();
            for ((x0, y0), (x1, y1)) in points.iter().zip(points.iter().cycle().skip(1)) {
                let cross = y0 * x1 - x0 * y1;
                twice += cross;
                east += cross * (x0 + x1);
                north += cross * (y0 + y1);
            }
        }
        Shape { land: twice / 2.0, middle: (east / (3.0 * twice), north / (3.0 * twice)) }
    }

    fn points(&self, part: ArcRef) -> Vec<Vector> {
        let mut points = self.arcs.get(part.arc).cloned().unwrap_or_default();
        if part.backwards {
            points.reverse();
        }
        points
    }

    /// Moves every point once, by the sum of what all areas push and pull.
    fn push(&mut self, mean: f64) {
        let shapes = self.shapes();
        let error = |shape: &Shape| shape.land.max(mean) / shape.land.min(mean).max(mean / 1000.0);
        let gently = 1.0 / (1.0 + shapes.iter().map(error).sum::<f64>() / shapes.len() as f64);
        let wanted = (mean / PI).sqrt();
        let radii: Vec<(Vector, f64)> =
            shapes.iter().map(|shape| (shape.middle, (shape.land.max(mean / 1000.0) / PI).sqrt())).collect();
        for point in self.arcs.iter_mut().flatten() {
            let (mut east, mut north) = (0.0, 0.0);
            for ((x, y), radius) in &radii {
                let (dx, dy) = (point.0 - x, point.1 - y);
                let distance = (dx * dx + dy * dy).sqrt().max(1.0);
                let share = distance / radius;
                let force = if share > 1.0 { 1.0 / share } else { share * share * (4.0 - 3.0 * share) };
                let pushed = (wanted - radius) * force / distance;
                east += dx * pushed;
                north += dy * pushed;
            }
            *point = (point.0 + gently * east, point.1 + gently * north);
        }
    }
}

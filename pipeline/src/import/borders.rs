//! Borders of local areas, from a topology: lines shared by the shapes on both sides of them.
//!
//! Shapes of areas are turned into the area on either side of each line; shapes of regions and nations follow from
//! those and are not kept, but must be what follows. Names and regions of the topology's shapes are not read: they
//! come from the table of areas.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::borders::{Arc, ArcRef, Borders, Grid, Point, Ring};
use healthy_years::model::{Area, AreaKind, Code};
use serde::Deserialize;

use super::ImportError;

const FILE: &str = "geography/utla-2024-simplified-bng.topojson";

#[derive(Deserialize)]
struct Topology {
    #[serde(rename = "type")]
    kind: String,
    transform: Transform,
    arcs: Vec<Vec<[i64; 2]>>,
    objects: Objects,
}

/// How numbers become metres.
#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    utla: Collection,
    rgn: Collection,
    ctry: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

/// Polygons are an outer ring and holes; a ring is arcs, `!n` for arc `n` gone along backwards.
#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon { arcs: Vec<Vec<i64>>, properties: Properties },
    MultiPolygon { arcs: Vec<Vec<Vec<i64>>>, properties: Properties },
}

#[derive(Deserialize)]
struct Properties {
    c: String,
}

/// A shape: what it is of, and where in the file it stands.
struct Shape {
    at: String,
    code: Code,
    /// Outer ring first, then its holes.
    polygons: Vec<Vec<Ring>>,
}

/// Reads the borders of the local areas among `areas`.
pub(super) fn read(sources: &Path, areas: &[Area]) -> Result<Borders, ImportError> {
    let topology = topology(sources)?;
    let lines = lines(&topology.arcs)?;
    let Objects { utla, rgn, ctry } = &topology.objects;
    let local = shapes("utla", utla, &lines, of_kind(areas, &[AreaKind::Local]))?;
    let regions = shapes("rgn", rgn, &lines, regions(areas))?;
    let nations = shapes("ctry", ctry, &lines, of_kind(areas, &[AreaKind::Nation]))?;
    let sides = sides(&local)?;
    let arcs = lines.into_iter().enumerate().map(|(at, points)| arc(at, points, &sides)).collect::<Result<_, _>>()?;
    let borders = Borders::new(grid(&topology.transform), arcs).map_err(|why| wrong("arcs", why))?;
    for level in [&local, &regions, &nations] {
        sides_are_taken_once(level)?;
        level.iter().try_for_each(|shape| follows(shape, &borders, areas))?;
    }
    Ok(borders)
}

fn topology(sources: &Path) -> Result<Topology, ImportError> {
    let bytes = std::fs::read(sources.join(FILE)).map_err(|error| ImportError::file(FILE, &error))?;
    let topology: Topology = serde_json::from_slice(&bytes).map_err(|error| wrong("JSON", error))?;
    match topology.kind.as_str() {
        "Topology" => Ok(topology),
        other => Err(wrong("type", format!("found “{other}”, expected “Topology”"))),
    }
}

fn wrong(at: &str, why: impl std::fmt::Display) -> ImportError {
    ImportError::File { file: FILE.to_owned(), why: format!("{at}: {why}") }
}

fn grid(transform: &Transform) -> Grid {
    let Transform { scale: [step_east, step_north], translate: [easting, northing] } = *transform;
    Grid { easting, northing, step_east, step_north }
}

/// Trap: each point of an arc but the first is given as a step from the one before.
fn lines(arcs: &[Vec<[i64; 2]>]) -> Result<Vec<Vec<Point>>, ImportError> {
    let mut lines = Vec::new();
    for (arc, steps) in arcs.iter().enumerate() {
        let (mut east, mut north) = (0_i64, 0_i64);
        let mut line = Vec::new();
        for (at, [step_east, step_north]) in steps.iter().enumerate() {
            (east, north) = (east.saturating_add(*step_east), north.saturating_add(*step_north));
            let point = u16::try_from(east).ok().zip(u16::try_from(north).ok());
            let point = point.filter(|point| line.last() != Some(point)).ok_or_else(|| {
                let expected = "expected a point from 0 to 65535 that is not the one before";
                wrong(&format!("arcs[{arc}][{at}]"), format!("found {east}, {north}, {expected}"))
            })?;
            line.push(point);
        }
        lines.push(line);
    }
    Ok(lines)
}

fn of_kind(areas: &[Area], kinds: &[AreaKind]) -> BTreeSet<Code> {
    areas.iter().filter(|area| kinds.contains(&area.kind)).map(|area| area.code).collect()
}

/// Trap: among the regions stand the nations that have none.
fn regions(areas: &[Area]) -> BTreeSet<Code> {
    let mut codes = of_kind(areas, &[AreaKind::Region, AreaKind::Nation]);
    codes.remove(&Code::ENGLAND);
    codes
}

/// The shapes of one level: one of each of the areas `expected`.
fn shapes(
    level: &str,
    collection: &Collection,
    lines: &[Vec<Point>],
    mut expected: BTreeSet<Code>,
) -> Result<Vec<Shape>, ImportError> {
    let mut shapes = Vec::new();
    for (at, geometry) in collection.geometries.iter().enumerate() {
        let at = format!("objects.{level}.geometries[{at}]");
        let shape = shape(at, geometry, lines)?;
        if !expected.remove(&shape.code) {
            let why = format!("found {}, expected an area of this level, and each once", shape.code);
            return Err(wrong(&shape.at, why));
        }
        shapes.push(shape);
    }
    match expected.first() {
        Some(missing) => Err(wrong(&format!("objects.{level}"), format!("expected a shape of {missing}"))),
        None => Ok(shapes),
    }
}

/// Trap: a shape of one polygon has one level of brackets less.
fn shape(at: String, geometry: &Geometry, lines: &[Vec<Point>]) -> Result<Shape, ImportError> {
    let (polygons, properties) = match geometry {
        Geometry::Polygon { arcs, properties } => (std::slice::from_ref(arcs), properties),
        Geometry::MultiPolygon { arcs, properties } => (&arcs[..], properties),
    };
    let code = properties.c.parse().map_err(|why| wrong(&format!("{at}.properties.c"), why))?;
    let rings = |rings: &Vec<Vec<i64>>| rings.iter().map(|ring| closed(&at, code, ring, lines)).collect();
    let polygons = polygons.iter().map(rings).collect::<Result<Vec<_>, _>>()?;
    Ok(Shape { at, code, polygons })
}

/// The arcs of a ring, each of which must begin where the one before ends.
fn closed(at: &str, code: Code, ring: &[i64], lines: &[Vec<Point>]) -> Result<Ring, ImportError> {
    let wrong = |why: String| wrong(&format!("{at} ({code})"), why);
    let mut ends = Vec::new();
    let mut parts = Ring::new();
    for signed in ring {
        let part = part(*signed);
        let line = lines.get(part.arc).map_or(&[][..], |line| line);
        let [first, .., last] = line else {
            return Err(wrong(format!("found arc {signed}, expected an arc of two points or more")));
        };
        ends.push(if part.backwards { (*last, *first) } else { (*first, *last) });
        parts.push(part);
    }
    let follows = |at: usize| ends.get((at + 1) % ends.len()).map(|next| next.0) == ends.get(at).map(|this| this.1);
    match (0..ends.len()).find(|at| !follows(*at)) {
        Some(gap) => {
            Err(wrong(format!("arc {} of the ring {ring:?}: expected the next to begin at its end", ring[gap])))
        }
        None => Ok(parts),
    }
}

/// Trap: `!n`, that is −1 − n, is arc n gone along backwards.
fn part(signed: i64) -> ArcRef {
    let backwards = signed < 0;
    let arc = if backwards { !signed } else { signed };
    ArcRef { arc: usize::try_from(arc).unwrap_or(usize::MAX), backwards }
}

/// What lies to the right of each arc, gone along in either direction: what it is a part of the outline of.
fn sides(shapes: &[Shape]) -> Result<BTreeMap<ArcRef, Code>, ImportError> {
    sides_are_taken_once(shapes)?;
    Ok(shapes.iter().flat_map(|shape| parts(shape).map(|part| (part, shape.code))).collect())
}

fn parts(shape: &Shape) -> impl Iterator<Item = ArcRef> {
    shape.polygons.iter().flatten().flatten().copied()
}

/// An arc parts two shapes of a level at most, and they go along it in opposite directions.
fn sides_are_taken_once(shapes: &[Shape]) -> Result<(), ImportError> {
    let mut taken = BTreeMap::new();
    for shape in shapes {
        for part in parts(shape) {
            if let Some(other) = taken.insert(part, shape.code) {
                let why = format!("arc {} is already on that side of {other}; expected it once", part.arc);
                return Err(wrong(&format!("{} ({})", shape.at, shape.code), why));
            }
        }
    }
    Ok(())
}

fn arc(at: usize, points: Vec<Point>, sides: &BTreeMap<ArcRef, Code>) -> Result<Arc, ImportError> {
    let side = |backwards| sides.get(&ArcRef { arc: at, backwards }).copied();
    match (side(true), side(false)) {
        (None, None) => Err(wrong(&format!("arcs[{at}]"), "expected a shape of objects.utla that it is part of")),
        (left, right) => Ok(Arc { left, right, points }),
    }
}

/// A shape must be what the areas within it make, its outer rings clockwise and its holes anticlockwise.
fn follows(shape: &Shape, borders: &Borders, areas: &[Area]) -> Result<(), ImportError> {
    let wrong = |why| Err(wrong(&format!("{} ({})", shape.at, shape.code), why));
    let within: BTreeSet<Code> = areas.iter().filter(|area| area.is_within(shape.code)).map(|area| area.code).collect();
    let derived = borders.outline(|code| within.contains(&code));
    if turned(derived) != turned(shape.polygons.iter().flatten().cloned().collect()) {
        return wrong("expected the rings that its local areas make");
    }
    let turns = |rings: &Vec<Ring>| rings.iter().enumerate().all(|(at, ring)| (borders.km2(ring) > 0.0) == (at == 0));
    if shape.polygons.iter().all(turns) {
        Ok(())
    } else {
        wrong("expected rings that turn clockwise, and holes that do not")
    }
}

/// Rings that begin with their first arc, in order.
fn turned(mut rings: Vec<Ring>) -> Vec<Ring> {
    for ring in &mut rings {
        let first = (0..ring.len()).min_by_key(|at| ring.get(*at)).unwrap_or_default();
        ring.rotate_left(first);
    }
    rings.sort();
    rings
}

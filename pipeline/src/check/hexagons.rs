//! What must hold of the hexagon map.

use std::collections::{BTreeMap, BTreeSet};

use healthy_years::model::borders::Borders;
use healthy_years::model::{Area, AreaKind, Code, HexagonMap};

use crate::hexagons::{Kept, block, is_island, land};
use crate::tables::Hexagons;

/// Adds everything that does not hold.
pub(super) fn check(hexagons: &Hexagons, areas: &[Area], borders: &Borders, wrong: &mut Vec<String>) {
    let map = &hexagons.map;
    let local: Vec<&Area> = areas.iter().filter(|area| area.kind == AreaKind::Local).collect();
    let without: Vec<&&Area> = local.iter().filter(|area| map.hexagon(area.code).is_none()).collect();
    if let Some(first) = without.first() {
        let (count, code) = (without.len(), first.code);
        wrong.push(format!("hexagons.csv: {count} areas without a hexagon, the first {code}: run `pipeline hexagons`"));
        return;
    }
    let mut blocks: BTreeMap<Code, BTreeSet<Code>> = BTreeMap::new();
    for area in local.iter().filter(|area| !is_island(area.code)) {
        blocks.entry(block(area).unwrap_or(area.code)).or_default().insert(area.code);
    }
    for (block, members) in &blocks {
        let parts = parts(map, members);
        if parts != 1 {
            wrong.push(format!("hexagons.csv: {block} is in {parts} parts, expected one"));
        }
    }
    for area in &local {
        for other in map.neighbours(area.code).filter(|other| land(*other) != land(area.code)) {
            wrong.push(format!("hexagons.csv: {} is beside {other}, expected sea between", area.code));
        }
    }
    let kept = Kept::of(map, areas, borders);
    if hexagons.kept != kept {
        wrong.push(format!("hexagons-quality.csv: {:?}, but it is {kept:?}: run `pipeline hexagons`", hexagons.kept));
    }
}

/// How many parts these areas are in, those beside each other being one.
fn parts(map: &HexagonMap, areas: &BTreeSet<Code>) -> usize {
    let mut left = areas.clone();
    let mut parts = 0;
    while let Some(first) = left.pop_first() {
        parts += 1;
        let mut reached = vec![first];
        while let Some(area) = reached.pop() {
            reached.extend(map.neighbours(area).filter(|beside| left.remove(beside)));
        }
    }
    parts
}

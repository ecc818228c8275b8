//! How well a map keeps what is true.

use std::collections::BTreeMap;

use healthy_years::model::borders::Borders;
use healthy_years::model::{Area, AreaKind, Code, Hexagon, HexagonMap};

use super::start::{Vector, middles};

/// What became of the areas that share a border, and what else came together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kept {
    /// Pairs of areas that share a border.
    pub neighbours: usize,
    /// Those of them that are beside each other on the map.
    pub kept: usize,
    /// Those of the kept whose direction is within 45° of the true one, from middle to middle.
    pub in_direction: usize,
    /// Pairs that are beside each other on the map and share no border.
    pub others: usize,
}

impl Kept {
    /// Of a map of the local areas among `areas`.
    pub fn of(map: &HexagonMap, areas: &[Area], borders: &Borders) -> Kept {
        let local = areas.iter().filter(|area| area.kind == AreaKind::Local).map(|area| area.code);
        let codes: Vec<Code> = local.collect();
        let middles: BTreeMap<Code, Vector> = codes.iter().copied().zip(middles(borders, &codes)).collect();
        let mut found = Kept::default();
        for code in codes {
            let beside: Vec<Code> = map.neighbours(code).filter(|other| *other > code).collect();
            let neighbours: Vec<Code> = borders.neighbours(code).into_iter().filter(|other| *other > code).collect();
            let kept = || beside.iter().filter(|other| neighbours.contains(other));
            let in_direction = |other: &&Code| -> Option<bool> {
                let step = step(map.hexagon(code)?, map.hexagon(**other)?);
                Some(is_within_45_degrees(step, between(middles.get(&code)?, middles.get(other)?)))
            };
            found.neighbours += neighbours.len();
            found.kept += kept().count();
            found.in_direction += kept().filter(|other| in_direction(other) == Some(true)).count();
            found.others += beside.len() - kept().count();
        }
        found
    }
}

/// East and north, in halves of a hexagon's width.
fn step(from: Hexagon, to: Hexagon) -> Vector {
    let [from, to] = [from, to].map(|hexagon| {
        let (halves, row) = hexagon.centre();
        (f64::from(halves), -f64::from(row) * 3.0_f64.sqrt())
    });
    between(&from, &to)
}

fn between(from: &Vector, to: &Vector) -> Vector {
    (to.0 - from.0, to.1 - from.1)
}

fn is_within_45_degrees(one: Vector, other: Vector) -> bool {
    let along = one.0 * other.0 + one.1 * other.1;
    let squares = (one.0 * one.0 + one.1 * one.1) * (other.0 * other.0 + other.1 * other.1);
    along > 0.0 && 2.0 * along * along >= squares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_those_of_the_compass() {
        let at = |column, row| Hexagon { column, row };
        let (east, north_east, south) = ((1.0, 0.0), (1.0, 1.0), (0.0, -1.0));
        assert!(is_within_45_degrees(step(at(3, 3), at(4, 3)), east));
        assert!(is_within_45_degrees(step(at(3, 3), at(4, 2)), north_east), "60° from the east");
        assert!(!is_within_45_degrees(step(at(3, 3), at(4, 2)), east));
        assert!(is_within_45_degrees(step(at(3, 3), at(3, 4)), south), "an odd row is further east");
        assert!(!is_within_45_degrees(step(at(3, 3), at(3, 2)), south));
    }
}

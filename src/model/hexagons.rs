//! Where local areas stand on the hexagon map: one hexagon of equal size each.

use super::Code;
use crate::order;

/// A place on a grid of hexagons that stand on a corner. Rows run from north to south and columns from west to east,
/// both from 0; every odd row lies half a hexagon further east.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hexagon {
    /// Its place in the row; 0 is the westernmost.
    pub column: u8,
    /// Its row; 0 is the northernmost.
    pub row: u8,
}

impl Hexagon {
    /// The hexagons that share an edge with it: west, east, north-west, north-east, south-west, south-east. At the edge
    /// of the grid there are fewer.
    pub fn around(self) -> impl Iterator<Item = Hexagon> {
        let (column, row) = (i16::from(self.column), i16::from(self.row));
        let west = column - 1 + row % 2;
        let beside = [(column - 1, row), (column + 1, row)];
        let above_and_below = [(west, row - 1), (west + 1, row - 1), (west, row + 1), (west + 1, row + 1)];
        let hexagon =
            |(column, row)| Some(Hexagon { column: u8::try_from(column).ok()?, row: u8::try_from(row).ok()? });
        beside.into_iter().chain(above_and_below).filter_map(hexagon)
    }

    /// Where its centre lies: halves of a hexagon's width from the western edge of the grid, and rows from the first.
    pub fn centre(self) -> (u16, u16) {
        (2 * u16::from(self.column) + u16::from(self.row % 2) + 1, u16::from(self.row))
    }
}

/// Hexagons of areas: each area once, no two on one hexagon.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HexagonMap {
    /// In code order.
    places: Vec<(Code, Hexagon)>,
}

/// Why hexagons make no map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadHexagons {
    /// An area has more than one hexagon.
    #[error("{0} has more than one hexagon")]
    Twice(Code),
    /// Two areas have the same hexagon.
    #[error("{0} and {1} have the same hexagon")]
    Shared(Code, Code),
}

impl HexagonMap {
    /// A map of these areas, in any order.
    pub fn new(mut places: Vec<(Code, Hexagon)>) -> Result<HexagonMap, BadHexagons> {
        order::sort_by_key(&mut places, |place| *place);
        for (at, (code, hexagon)) in places.iter().enumerate() {
            for (other, there) in places.iter().skip(at + 1) {
                if code == other {
                    return Err(BadHexagons::Twice(*code));
                }
                if hexagon == there {
                    return Err(BadHexagons::Shared(*code, *other));
                }
            }
        }
        Ok(HexagonMap { places })
    }

    /// Every area with its hexagon, in code order.
    pub fn places(&self) -> &[(Code, Hexagon)] {
        &self.places
    }

    /// The hexagon of an area.
    pub fn hexagon(&self, area: Code) -> Option<Hexagon> {
        self.places.iter().find(|place| place.0 == area).map(|place| place.1)
    }

    /// The area on a hexagon.
    pub fn area(&self, hexagon: Hexagon) -> Option<Code> {
        self.places.iter().find(|place| place.1 == hexagon).map(|place| place.0)
    }

    /// The areas whose hexagons share an edge with an area's: west, east, then those above and below.
    pub fn neighbours(&self, area: Code) -> impl Iterator<Item = Code> {
        self.hexagon(area).into_iter().flat_map(Hexagon::around).filter_map(|hexagon| self.area(hexagon))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(column: u8, row: u8) -> Hexagon {
        Hexagon { column, row }
    }

    fn codes() -> [Code; 3] {
        ["E06000009", "E10000017", "W06000015"].map(|code| code.parse().unwrap())
    }

    #[test]
    fn odd_rows_lie_further_east() {
        let around = |hexagon: Hexagon| hexagon.around().collect::<Vec<_>>();
        assert_eq!(around(at(3, 2)), [at(2, 2), at(4, 2), at(2, 1), at(3, 1), at(2, 3), at(3, 3)]);
        assert_eq!(around(at(3, 3)), [at(2, 3), at(4, 3), at(3, 2), at(4, 2), at(3, 4), at(4, 4)]);
        assert_eq!(around(at(0, 0)), [at(1, 0), at(0, 1)], "the grid begins here");
        assert_eq!(around(at(255, 255)), [at(254, 255), at(255, 254)], "and ends here");
        assert_eq!([at(0, 0), at(0, 1), at(3, 2)].map(Hexagon::centre), [(1, 0), (2, 1), (7, 2)]);
    }

    #[test]
    fn those_around_are_as_far_off_as_each_other() {
        let distance = |(x, y): (u16, u16), (other_x, other_y): (u16, u16)| {
            i32::from(x.abs_diff(other_x)).pow(2) + 3 * i32::from(y.abs_diff(other_y)).pow(2)
        };
        for hexagon in [at(5, 6), at(5, 7)] {
            assert!(hexagon.around().all(|other| distance(hexagon.centre(), other.centre()) == 4));
        }
    }

    #[test]
    fn areas_and_hexagons_find_each_other() {
        let [blackpool, lancashire, cardiff] = codes();
        let map = HexagonMap::new(vec![(cardiff, at(4, 4)), (lancashire, at(4, 3)), (blackpool, at(3, 3))]).unwrap();
        assert_eq!(map.places().iter().map(|place| place.0).collect::<Vec<_>>(), codes());
        assert_eq!(map.hexagon(cardiff), Some(at(4, 4)));
        assert_eq!((map.area(at(4, 3)), map.area(at(5, 3))), (Some(lancashire), None));
        assert_eq!(map.neighbours(blackpool).collect::<Vec<_>>(), [lancashire, cardiff]);
        assert_eq!(map.neighbours(Code::UK).count(), 0);
    }

    #[test]
    fn each_area_has_one_hexagon_of_its_own() {
        let [blackpool, lancashire, _] = codes();
        let twice = HexagonMap::new(vec![(blackpool, at(1, 1)), (blackpool, at(1, 2))]);
        assert_eq!(twice, Err(BadHexagons::Twice(blackpool)));
        let shared = HexagonMap::new(vec![(lancashire, at(1, 1)), (blackpool, at(1, 1))]);
        assert_eq!(shared, Err(BadHexagons::Shared(blackpool, lancashire)));
    }
}

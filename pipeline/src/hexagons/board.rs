//! The grid of hexagons that areas are put on, with room around the map.

use healthy_years::model::{Code, Hexagon, HexagonMap};

use super::problem::Problem;

/// Hexagons in a row, and rows.
const COLUMNS: usize = 34;
const ROWS: usize = 52;
/// Where 0, 0 of the targets lies. Even, so that odd rows stay odd.
const MARGIN: i64 = 4;
/// How far rows are apart, in thousandths of a hexagon's width: half the root of 3.
const ROW: i64 = 866;

/// The grid. Cells are numbered row by row; nothing may stand on those at the rim.
pub(super) struct Board {
    /// The cells beside each: west, east, north-west, north-east, south-west, south-east. At the rim cell 0, six times.
    pub around: Vec<[usize; 6]>,
    /// The middle of each, as targets are given.
    pub middles: Vec<(i64, i64)>,
}

/// For each way that cells beside a cell lie in, those to the left and right of it, as positions in `around`.
pub(super) const TURNS: [[usize; 2]; 6] = [[4, 2], [3, 5], [0, 3], [2, 1], [5, 0], [1, 4]];

impl Board {
    pub(super) fn new() -> Board {
        let cells = || (0..COLUMNS * ROWS).map(|cell| (cell % COLUMNS, cell / COLUMNS));
        let middle = |(column, row): (usize, usize)| {
            let east = (column as i64 - MARGIN) * 1000 + (row % 2) as i64 * 500;
            (east, (row as i64 - MARGIN) * ROW)
        };
        Board { around: cells().map(around).collect(), middles: cells().map(middle).collect() }
    }

    /// Whether an area may stand there.
    pub(super) fn is_within(&self, cell: usize) -> bool {
        self.around[cell] != [0; 6]
    }

    /// The map of places on cells, moved to the north-western corner.
    pub(super) fn map(problem: &Problem, at: &[usize]) -> Vec<(Code, Hexagon)> {
        let halves = |cell: usize| 2 * (cell % COLUMNS) + cell / COLUMNS % 2;
        let north = at.iter().map(|cell| cell / COLUMNS).min().unwrap_or_default();
        let west = at.iter().map(|cell| halves(*cell)).min().unwrap_or_default();
        // An odd row must stay half a hexagon further east.
        let west = if (west + north) % 2 == 0 { west } else { west - 1 };
        let hexagon = |cell: usize| {
            let row = cell / COLUMNS - north;
            Hexagon { column: ((halves(cell) - west) / 2) as u8, row: row as u8 }
        };
        problem.places.iter().zip(at).map(|(place, cell)| (place.code, hexagon(*cell))).collect()
    }

    /// The cells of a map's places, wherever on the board it has room.
    pub(super) fn cells(&self, problem: &Problem, map: &HexagonMap) -> Vec<Vec<usize>> {
        let hexagons: Option<Vec<Hexagon>> = problem.places.iter().map(|place| map.hexagon(place.code)).collect();
        let hexagons = hexagons.unwrap_or_default();
        let at = |hexagon: &Hexagon, (east, south): (usize, usize)| {
            let row = usize::from(hexagon.row) + south;
            let halves = usize::from(hexagon.centre().0) - 1 + 2 * east + south % 2;
            let column = (halves - row % 2) / 2;
            (column < COLUMNS && row < ROWS).then_some(row * COLUMNS + column)
        };
        let all = |corner| hexagons.iter().map(|hexagon| at(hexagon, corner)).collect::<Option<Vec<usize>>>();
        let corners = (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (column, row)));
        corners.filter_map(all).filter(|cells| cells.iter().all(|cell| self.is_within(*cell))).collect()
    }
}

fn around((column, row): (usize, usize)) -> [usize; 6] {
    if column == 0 || row == 0 || column + 1 == COLUMNS || row + 1 == ROWS {
        return [0; 6];
    }
    let west = column - 1 + row % 2;
    let cells = [
        (column - 1, row),
        (column + 1, row),
        (west, row - 1),
        (west + 1, row - 1),
        (west, row + 1),
        (west + 1, row + 1),
    ];
    cells.map(|(column, row)| row * COLUMNS + column)
}

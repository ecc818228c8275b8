//! `pipeline hexagons`: the map on which every local area is one hexagon of equal size.
//!
//! The outlines of areas are evened out (`start`); areas that are neighbours, face each other over narrow water (`coast`)
//! or have a neighbour in common are linked (`problem`); a search (`search`) puts them on a grid (`board`) so that what
//! is held against the layout (`state`) is least. It is done again only when areas or borders change. The same tables
//! give the same map on every machine.

mod board;
mod coast;
mod problem;
mod quality;
mod random;
mod search;
mod start;
mod state;

use std::path::Path;

use healthy_years::model::borders::Borders;
use healthy_years::model::{Area, Code, HexagonMap, Nation};
use indicatif::ProgressBar;

use crate::check::{self, CheckError};
use crate::tables::{self, Hexagons};
use board::Board;
use problem::Problem;
pub use quality::Kept;
use state::State;

/// Islands with sea around them, and the area that each lies off.
pub const ISLANDS: [(&str, &str); 5] = [
    ("E06000046", "E10000014"), // Isle of Wight, Hampshire
    ("E06000053", "E06000052"), // Isles of Scilly, Cornwall
    ("S12000013", "S12000017"), // Na h-Eileanan Siar, Highland
    ("S12000023", "S12000017"), // Orkney Islands, Highland
    ("S12000027", "S12000023"), // Shetland Islands, Orkney Islands
];

/// The region of an area or, outside England, its nation: what hangs together on the map.
pub fn block(area: &Area) -> Option<Code> {
    area.region.or_else(|| area.nation().map(Nation::code))
}

/// Whether an area is an island of [`ISLANDS`].
pub fn is_island(area: Code) -> bool {
    land(area) < ISLANDS.len()
}

/// What an area hangs together with: an island of [`ISLANDS`] by its position; after those Great Britain and
/// Northern Ireland.
pub fn land(area: Code) -> usize {
    let island = ISLANDS.iter().position(|(island, _)| area.to_string() == *island);
    island.unwrap_or(ISLANDS.len() + usize::from(Nation::of(area) == Some(Nation::NorthernIreland)))
}

/// `pipeline hexagons`: lays out the local areas in `data`, and writes the map there once it holds what it must.
pub fn command(data: &Path) -> Result<(), CheckError> {
    let (areas, borders) = tables::read_places(data)?;
    let bar = ProgressBar::new(search::levels()).with_message("laying out");
    let hexagons = lay_out(&areas, &borders, &|| bar.inc(1));
    bar.finish_and_clear();
    check::hexagons(&hexagons, &areas, &borders)?;
    tables::write_hexagons(&hexagons, data)?;
    println!("{}: {}", data.display(), sentence(&hexagons));
    Ok(())
}

fn sentence(hexagons: &Hexagons) -> String {
    let Kept { neighbours, kept, in_direction, others } = hexagons.kept;
    let per_cent = 100.0 * kept as f64 / neighbours.max(1) as f64;
    let cost = hexagons.cost;
    format!(
        "{kept} of {neighbours} neighbours kept ({per_cent:.1}%), {in_direction} of them within 45° of the true direction; \
         {others} others brought together; cost {cost}"
    )
}

/// Lays out the local areas among `areas`. `progress` is called [`search::levels`] times.
fn lay_out(areas: &[Area], borders: &Borders, progress: &(dyn Fn() + Sync)) -> Hexagons {
    let problem = Problem::new(areas, borders);
    let places = Board::map(&problem, &search::search(&problem, progress));
    // Cells of the board are distinct, and so are codes.
    let map = HexagonMap::new(places).unwrap_or_default();
    Hexagons { kept: Kept::of(&map, areas, borders), cost: cost(areas, borders, &map), map }
}

/// What a map costs, wherever on the evened map it costs least.
pub fn cost(areas: &[Area], borders: &Borders, map: &HexagonMap) -> i64 {
    let (problem, board) = (Problem::new(areas, borders), Board::new());
    let cells = board.cells(&problem, map).into_iter();
    cells.map(|at| State::of(&problem, &board, at).cost()).min().unwrap_or(i64::MAX)
}

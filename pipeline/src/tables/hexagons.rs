//! `hexagons.csv` and `hexagons-quality.csv`: the map on which every local area is one hexagon, and how well it keeps
//! what is true.

use std::collections::BTreeSet;
use std::path::Path;

use healthy_years::model::{Code, Hexagon, HexagonMap};

use super::TableError;
use crate::hexagons::Kept;
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The file with the map.
pub(super) const FILE: &str = "hexagons.csv";
/// Its columns.
pub(super) const COLUMNS: [&str; 3] = ["code", "column", "row"];
/// The file that says how good it is.
pub(super) const QUALITY: &str = "hexagons-quality.csv";
/// Its columns.
pub(super) const QUALITY_COLUMNS: [&str; 5] = ["neighbours", "kept", "in_direction", "others", "cost"];

/// The map with what is to be said of it. Empty until `pipeline hexagons` has made it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hexagons {
    /// The hexagon of each local area.
    pub map: HexagonMap,
    /// How many neighbours it keeps.
    pub kept: Kept,
    /// What the layout cost: what the search made as little as it could. Compares maps of the same areas only.
    pub cost: i64,
}

/// Reads the map of the areas `local`.
pub(super) fn read(folder: &Path, local: &BTreeSet<Code>) -> Result<Hexagons, TableError> {
    let sheet = Sheet::read(folder, FILE)?;
    let columns = sheet.columns(COLUMNS)?;
    let places = sheet.rows().map(|row| place(row, &columns, local)).collect::<Result<_, _>>()?;
    let map =
        HexagonMap::new(places).map_err(|bad| TableError::File { file: FILE.to_owned(), why: bad.to_string() })?;
    let sheet = Sheet::read(folder, QUALITY)?;
    let columns = sheet.columns(QUALITY_COLUMNS)?;
    let mut rows = sheet.rows();
    let (Some(row), None) = (rows.next(), rows.next()) else {
        return Err(TableError::File { file: QUALITY.to_owned(), why: "expected one row".to_owned() });
    };
    let count = |column| row.parsed(column, "a whole number");
    let [neighbours, kept, in_direction, others, cost] = &columns;
    let (neighbours, kept) = (count(neighbours)?, count(kept)?);
    let kept = Kept { neighbours, kept, in_direction: count(in_direction)?, others: count(others)? };
    Ok(Hexagons { map, kept, cost: row.parsed(cost, "a whole number")? })
}

fn place(
    row: Row<'_>,
    [code, column, line]: &[Column; 3],
    local: &BTreeSet<Code>,
) -> Result<(Code, Hexagon), SheetError> {
    let area: Code = row.parsed(code, "a GSS code")?;
    if !local.contains(&area) {
        return Err(row.wrong(code, "the code of a local area in areas.csv"));
    }
    let number = |column| row.parsed(column, "a whole number from 0 to 255");
    Ok((area, Hexagon { column: number(column)?, row: number(line)? }))
}

/// The cells of an area's row.
pub(super) fn cells((area, hexagon): &(Code, Hexagon)) -> [String; 3] {
    [area.to_string(), hexagon.column.to_string(), hexagon.row.to_string()]
}

/// The cells of the row that says how good the map is.
pub(super) fn quality_cells(hexagons: &Hexagons) -> [String; 5] {
    let Kept { neighbours, kept, in_direction, others } = hexagons.kept;
    let [neighbours, kept, in_direction, others] = [neighbours, kept, in_direction, others].map(|one| one.to_string());
    [neighbours, kept, in_direction, others, hexagons.cost.to_string()]
}

//! `borders/grid.csv` and `borders/arcs.csv`: where local areas lie.

use std::collections::BTreeSet;
use std::path::Path;

use healthy_years::model::Code;
use healthy_years::model::borders::{Arc, BadBorders, Borders, Grid, Point};

use super::TableError;
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The folder of both files.
pub(super) const FOLDER: &str = "borders";
/// The file with the grid.
pub(super) const GRID: &str = "borders/grid.csv";
/// Its columns.
pub(super) const GRID_COLUMNS: [&str; 4] = ["easting", "northing", "step_east", "step_north"];
/// The file with the arcs.
pub(super) const ARCS: &str = "borders/arcs.csv";
/// Its columns.
pub(super) const ARC_COLUMNS: [&str; 4] = ["arc", "left", "right", "points"];

/// Reads the borders of the areas `local`.
pub(super) fn read(folder: &Path, local: &BTreeSet<Code>) -> Result<Borders, TableError> {
    let sheet = Sheet::read(folder, ARCS)?;
    let columns = sheet.columns(ARC_COLUMNS)?;
    let arcs = sheet.rows().enumerate().map(|(at, row)| arc(row, at, &columns, local)).collect::<Result<_, _>>()?;
    Borders::new(grid(folder)?, arcs).map_err(|bad| {
        let file = if bad == BadBorders::Grid { GRID } else { ARCS };
        TableError::File { file: file.to_owned(), why: bad.to_string() }
    })
}

fn grid(folder: &Path) -> Result<Grid, TableError> {
    let sheet = Sheet::read(folder, GRID)?;
    let columns = sheet.columns(GRID_COLUMNS)?;
    let mut rows = sheet.rows();
    let (Some(row), None) = (rows.next(), rows.next()) else {
        return Err(TableError::File { file: GRID.to_owned(), why: "expected one row".to_owned() });
    };
    let number = |column| row.number(column)?.ok_or_else(|| row.wrong(column, "a number"));
    let [easting, northing, step_east, step_north] = &columns;
    Ok(Grid {
        easting: number(easting)?,
        northing: number(northing)?,
        step_east: number(step_east)?,
        step_north: number(step_north)?,
    })
}

fn arc(row: Row<'_>, at: usize, columns: &[Column; 4], local: &BTreeSet<Code>) -> Result<Arc, SheetError> {
    let [arc, left, right, points] = columns;
    if row.text(arc) != at.to_string() {
        return Err(row.wrong(arc, format!("{at}: arcs are numbered from 0")));
    }
    let (left, beyond) = (side(row, left, local)?, side(row, right, local)?);
    if left == beyond {
        return Err(row.wrong(right, "another area than on the left"));
    }
    let line: Option<Vec<Point>> = row.text(points).split(' ').map(point).collect();
    let line = line.filter(|line| line.len() > 1);
    let expected = "two points or more such as 70:20 80:30, of whole numbers from 0 to 65535";
    Ok(Arc { left, right: beyond, points: line.ok_or_else(|| row.wrong(points, expected))? })
}

fn side(row: Row<'_>, column: &Column, local: &BTreeSet<Code>) -> Result<Option<Code>, SheetError> {
    if row.text(column).is_empty() {
        return Ok(None);
    }
    let code = row.parsed(column, "a GSS code or nothing")?;
    if local.contains(&code) { Ok(Some(code)) } else { Err(row.wrong(column, "the code of a local area in areas.csv")) }
}

fn point(text: &str) -> Option<Point> {
    let (east, north) = text.split_once(':')?;
    Some((east.parse().ok()?, north.parse().ok()?))
}

/// The cells of the grid's row.
pub(super) fn grid_cells(grid: &Grid) -> [String; 4] {
    [grid.easting, grid.northing, grid.step_east, grid.step_north].map(|number| number.to_string())
}

/// The cells of an arc's row.
pub(super) fn arc_cells((at, arc): (usize, &Arc)) -> [String; 4] {
    let side = |side: Option<Code>| side.map(|code| code.to_string()).unwrap_or_default();
    let points: Vec<_> = arc.points.iter().map(|(east, north)| format!("{east}:{north}")).collect();
    [at.to_string(), side(arc.left), side(arc.right), points.join(" ")]
}

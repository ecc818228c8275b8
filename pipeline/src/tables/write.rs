//! Writing all tables. The same tables give the same bytes, in the order they are in.

use std::path::Path;

use super::{TableError, Tables, areas, borders, edition, indicators, names, values};

/// Writes every table into `folder`, which must exist and be empty.
pub fn write(tables: &Tables, folder: &Path) -> Result<(), TableError> {
    let text = format!("{}\n", tables.edition);
    std::fs::write(folder.join(edition::FILE), text).map_err(|error| TableError::file(edition::FILE, &error))?;
    sheet(folder, areas::FILE, &areas::COLUMNS, tables.areas.iter().map(areas::cells))?;
    sheet(folder, names::FILE, &names::COLUMNS, tables.names.iter().map(names::cells))?;
    sheet(folder, indicators::FILE, &indicators::COLUMNS, tables.indicators.iter().map(indicators::cells))?;
    std::fs::create_dir(folder.join("values")).map_err(|error| TableError::file("values", &error))?;
    for series in &tables.values {
        let file = values::file(series.indicator.as_str());
        sheet(folder, &file, &values::COLUMNS, series.rows.iter().map(values::cells))?;
    }
    std::fs::create_dir(folder.join(borders::FOLDER)).map_err(|error| TableError::file(borders::FOLDER, &error))?;
    let grid = [borders::grid_cells(tables.borders.grid())];
    sheet(folder, borders::GRID, &borders::GRID_COLUMNS, grid.into_iter())?;
    let arcs = tables.borders.arcs().iter().enumerate().map(borders::arc_cells);
    sheet(folder, borders::ARCS, &borders::ARC_COLUMNS, arcs)
}

fn sheet<const N: usize>(
    folder: &Path,
    file: &str,
    header: &[&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<(), TableError> {
    let failed = |error: csv::Error| TableError::File { file: file.to_owned(), why: error.to_string() };
    let mut writer = csv::Writer::from_path(folder.join(file)).map_err(failed)?;
    writer.write_record(header).map_err(failed)?;
    for row in rows {
        writer.write_record(&row).map_err(failed)?;
    }
    writer.flush().map_err(|error| TableError::file(file, &error))
}

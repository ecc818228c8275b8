//! Writing all tables. The same tables give the same bytes, in the order they are in.

use std::path::Path;

use super::{
    Hexagons, TableError, Tables, ages, areas, borders, constituencies, district_values, districts, edition, gradient,
    hexagons, indicators, names, neighbourhoods, values,
};

/// Writes every table into `folder`, which must exist and be empty.
pub fn write(tables: &Tables, folder: &Path) -> Result<(), TableError> {
    let text = format!("{}\n", tables.edition);
    std::fs::write(folder.join(edition::FILE), text).map_err(|error| TableError::file(edition::FILE, &error))?;
    sheet(folder, areas::FILE, &areas::COLUMNS, tables.areas.iter().map(areas::cells))?;
    sheet(folder, names::FILE, &names::COLUMNS, tables.names.iter().map(names::cells))?;
    sheet(folder, indicators::FILE, &indicators::COLUMNS, tables.indicators.iter().map(indicators::cells))?;
    create(folder, "values")?;
    for series in &tables.values {
        let file = values::file(series.indicator.as_str());
        sheet(folder, &file, &values::COLUMNS, series.rows.iter().map(values::cells))?;
    }
    create(folder, borders::FOLDER)?;
    let grid = [borders::grid_cells(tables.borders.grid())];
    sheet(folder, borders::GRID, &borders::GRID_COLUMNS, grid.into_iter())?;
    let arcs = tables.borders.arcs().iter().enumerate().map(borders::arc_cells);
    sheet(folder, borders::ARCS, &borders::ARC_COLUMNS, arcs)?;
    write_hexagons(&tables.hexagons, folder)?;
    sheet(folder, gradient::FILE, &gradient::COLUMNS, tables.gradient.iter().flat_map(gradient::cells))?;
    sheet(folder, ages::FILE, &ages::COLUMNS, tables.ages.iter().flat_map(ages::cells))?;
    let constituencies = tables.constituencies.iter().map(constituencies::cells);
    sheet(folder, constituencies::FILE, &constituencies::COLUMNS, constituencies)?;
    sheet(folder, districts::FILE, &districts::COLUMNS, tables.districts.iter().map(districts::cells))?;
    let district_values = tables.district_values.iter().flat_map(district_values::cells);
    sheet(folder, district_values::FILE, &district_values::COLUMNS, district_values)?;
    create(folder, "neighbourhoods")?;
    for nation in &tables.neighbourhoods {
        let file = neighbourhoods::file(nation.index.nation);
        let columns = neighbourhoods::columns(nation.index.nation);
        sheet(folder, &file, &columns, nation.rows.iter().map(neighbourhoods::cells))?;
    }
    Ok(())
}

/// Writes the hexagon map into `folder`, which must exist.
pub fn write_hexagons(all: &Hexagons, folder: &Path) -> Result<(), TableError> {
    sheet(folder, hexagons::FILE, &hexagons::COLUMNS, all.map.places().iter().map(hexagons::cells))?;
    let quality = [hexagons::quality_cells(all)];
    sheet(folder, hexagons::QUALITY, &hexagons::QUALITY_COLUMNS, quality.into_iter())
}

fn create(folder: &Path, name: &str) -> Result<(), TableError> {
    std::fs::create_dir(folder.join(name)).map_err(|error| TableError::file(name, &error))
}

fn sheet<Cells: IntoIterator<Item = String>>(
    folder: &Path,
    file: &str,
    header: &[&str],
    rows: impl Iterator<Item = Cells>,
) -> Result<(), TableError> {
    let failed = |error: csv::Error| TableError::File { file: file.to_owned(), why: error.to_string() };
    let mut writer = csv::Writer::from_path(folder.join(file)).map_err(failed)?;
    writer.write_record(header).map_err(failed)?;
    for row in rows {
        writer.write_record(row).map_err(failed)?;
    }
    writer.flush().map_err(|error| TableError::file(file, &error))
}

//! `neighbourhoods/<nation>.csv`: every neighbourhood on its nation's own index of deprivation.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Code, DeprivationIndex, Nation, Neighbourhood, Neighbourhoods, Shares};

use super::indicators::nation_word;
use super::{TableError, Tables};
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The columns of every nation; its scores follow.
const COLUMNS: [&str; 4] = ["code", "area", "rank", "tenth"];

/// The neighbourhoods of a nation.
#[derive(Debug, Clone, PartialEq)]
pub struct NationNeighbourhoods {
    /// The index that ranks them.
    pub index: DeprivationIndex,
    /// In code order.
    pub rows: Vec<NeighbourhoodRow>,
}

/// A neighbourhood.
#[derive(Debug, Clone, PartialEq)]
pub struct NeighbourhoodRow {
    /// The code of the small area: a GSS code, save in Northern Ireland (`95AA01S1`).
    pub code: String,
    /// The local area that it lies in.
    pub area: Code,
    /// From 1, the most deprived of the nation; each rank once.
    pub rank: u32,
    /// From 1, the most deprived tenth of the nation's neighbourhoods, to 10.
    pub tenth: u8,
    /// One number for each of the nation's [`scores`].
    pub scores: Vec<f64>,
}

/// The columns of scores that a nation's source gives, and between what they lie. What they are: `data/README.md`.
pub fn scores(nation: Nation) -> &'static [(&'static str, [f64; 2])] {
    match nation {
        Nation::England => &[
            ("income_share", [0.0, 100.0]),
            ("employment_share", [0.0, 100.0]),
            ("education_score", [0.0, 100.0]),
            ("crime_score", [-5.0, 5.0]),
            ("housing_services_score", [0.0, 100.0]),
            ("living_environment_score", [0.0, 100.0]),
        ],
        Nation::Wales => &[("income_score", [0.0, 100.0]), ("employment_score", [0.0, 100.0])],
        Nation::Scotland | Nation::NorthernIreland => &[],
    }
}

/// The edition of a nation's index that its neighbourhoods are ranked on.
pub(crate) fn index(nation: Nation) -> DeprivationIndex {
    let edition = match nation {
        Nation::England => 2025,
        Nation::Wales => 2019,
        Nation::Scotland => 2020,
        Nation::NorthernIreland => 2017,
    };
    DeprivationIndex { nation, edition: Some(edition) }
}

/// The name of a nation's file.
pub(super) fn file(nation: Nation) -> String {
    format!("neighbourhoods/{}.csv", nation_word(nation))
}

/// The columns of a nation's file.
pub(super) fn columns(nation: Nation) -> Vec<&'static str> {
    COLUMNS.into_iter().chain(scores(nation).iter().map(|(name, _)| *name)).collect()
}

/// Reads the neighbourhoods of a nation, each in an area of `codes`.
pub(super) fn read(folder: &Path, nation: Nation, codes: &BTreeSet<Code>) -> Result<NationNeighbourhoods, TableError> {
    let sheet = Sheet::read(folder, &file(nation))?;
    let columns = sheet.columns(COLUMNS)?;
    let of = scores(nation).iter().map(|(name, _)| sheet.column(name)).collect::<Result<Vec<_>, _>>()?;
    let read = |row: Row<'_>| {
        let [code, area, rank, tenth] = &columns;
        let lies_in = row.parsed(area, "a GSS code")?;
        if !codes.contains(&lies_in) {
            return Err(row.wrong(area, "the code of an area in areas.csv"));
        }
        Ok(NeighbourhoodRow {
            code: row.some_text(code)?.to_owned(),
            area: lies_in,
            rank: row.whole_in(rank, 1..=u32::MAX)?,
            tenth: row.whole_in(tenth, 1..=10)? as u8,
            scores: of
                .iter()
                .zip(scores(nation))
                .map(|(c, (_, [a, b]))| row.number_in(c, *a..=*b))
                .collect::<Result<_, _>>()?,
        })
    };
    let rows = sheet.rows().map(|row| Ok((row, read(row)?))).collect::<Result<Vec<_>, SheetError>>()?;
    gather(nation, rows, &columns)
}

/// Puts a nation's neighbourhoods in code order and holds ranks and tenths against their number.
pub(crate) fn gather(
    nation: Nation,
    found: Vec<(Row<'_>, NeighbourhoodRow)>,
    [_, area, rank, tenth]: &[Column; 4],
) -> Result<NationNeighbourhoods, TableError> {
    let of = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let mut rows: BTreeMap<String, (u64, NeighbourhoodRow)> = BTreeMap::new();
    let mut ranks = BTreeMap::new();
    for (row, place) in found {
        let twice =
            |what: String, first| TableError::Twice { file: row.file().to_owned(), line: row.line(), what, first };
        if Nation::of(place.area) != Some(nation) || !is_local(place.area) {
            return Err(row.wrong(area, "a local area of the file’s nation").into());
        }
        if !(1..=of).contains(&place.rank) {
            return Err(row.wrong(rank, format!("a rank from 1 to {of}, the number of rows")).into());
        }
        if place.tenth != tenth_of(nation, place.rank, of) {
            let expected = format!("{}, the tenth of rank {} of {of}", tenth_of(nation, place.rank, of), place.rank);
            return Err(row.wrong(tenth, expected).into());
        }
        if let Some(first) = ranks.insert(place.rank, row.line()) {
            return Err(twice(format!("rank {}", place.rank), first));
        }
        let code = place.code.clone();
        if let Some((first, _)) = rows.insert(code.clone(), (row.line(), place)) {
            return Err(twice(code, first));
        }
    }
    let rows = rows.into_values().map(|(_, place)| place).collect();
    Ok(NationNeighbourhoods { index: index(nation), rows })
}

/// Whether a code is of a local area, and not of a region or nation.
fn is_local(code: Code) -> bool {
    ["E06", "E08", "E09", "E10", "W06", "S12", "N09"].iter().any(|entity| code.is_of(entity))
}

/// The tenth of a rank. Where a tenth of all is no whole number, England rounds a tenth's last rank down, the other
/// nations round it up.
pub fn tenth_of(nation: Nation, rank: u32, of: u32) -> u8 {
    let last = |tenth: u8| {
        let tenfold = u64::from(of) * u64::from(tenth);
        if nation == Nation::England { tenfold / 10 } else { tenfold.div_ceil(10) }
    };
    (1..10).find(|tenth| u64::from(rank) <= last(*tenth)).unwrap_or(10)
}

impl Tables {
    /// The neighbourhoods of every local area, in code order.
    pub fn neighbourhoods_by_area(&self) -> Vec<Neighbourhoods> {
        let mut areas: BTreeMap<Code, Neighbourhoods> = BTreeMap::new();
        for nation in &self.neighbourhoods {
            let of = u32::try_from(nation.rows.len()).unwrap_or(u32::MAX);
            for row in &nation.rows {
                let none = || Neighbourhoods { area: row.area, index: nation.index, of, places: Vec::new() };
                let place = Neighbourhood { rank: row.rank, tenth: row.tenth, shares: row.shares(nation.index.nation) };
                areas.entry(row.area).or_insert_with(none).places.push(place);
            }
        }
        areas.values_mut().for_each(|area| area.places.sort_by_key(|place| place.rank));
        areas.into_values().collect()
    }
}

impl NeighbourhoodRow {
    /// Income and employment where they are shares of people.
    fn shares(&self, nation: Nation) -> Option<Shares> {
        match self.scores.as_slice() {
            [income, employment, ..] if nation == Nation::England => {
                Some(Shares { income: *income, employment: *employment })
            }
            _ => None,
        }
    }
}

/// The cells of a neighbourhood's row.
pub(super) fn cells(place: &NeighbourhoodRow) -> Vec<String> {
    let first = [place.code.clone(), place.area.to_string(), place.rank.to_string(), place.tenth.to_string()];
    first.into_iter().chain(place.scores.iter().map(f64::to_string)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sizes of tenths as published, counted in the source files with Python.
    #[test]
    fn tenths_are_cut_as_the_nations_cut_them() {
        for (nation, of, sizes) in [
            (Nation::England, 33_755, [3375, 3376, 3375, 3376, 3375, 3376, 3375, 3376, 3375, 3376]),
            (Nation::Wales, 1909, [191, 191, 191, 191, 191, 191, 191, 191, 191, 190]),
            (Nation::Scotland, 6976, [698, 698, 697, 698, 697, 698, 698, 697, 698, 697]),
            (Nation::NorthernIreland, 890, [89; 10]),
        ] {
            let mut found = [0; 10];
            (1..=of).for_each(|rank| found[usize::from(tenth_of(nation, rank, of)) - 1] += 1);
            assert_eq!(found, sizes, "{nation:?}");
        }
    }
}

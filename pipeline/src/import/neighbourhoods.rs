//! The neighbourhoods of the four nations, each on its nation's own index.

use std::collections::BTreeMap;
use std::path::Path;

use healthy_years::model::{Code, Nation};

use super::ImportError;
use super::traps::per_cent;
use super::traps::place::{Place, place};
use super::traps::written_as_decimal;
use crate::sheet::{Column, Row, Sheet, SheetError};
use crate::tables::neighbourhoods::gather;
use crate::tables::{NationNeighbourhoods, NeighbourhoodRow, scores};

const DISTRICTS: &str = "geography/ltla24-utla24-region24-england-wales.csv";

/// A nation's file, its column of codes, and its columns of scores in the order of [`scores`].
fn file(nation: Nation) -> (&'static str, &'static str, &'static [&'static str]) {
    match nation {
        Nation::England => (
            "neighbourhoods/england-iod2025-lsoa.csv",
            "lsoa21_code",
            &[
                "income_score",
                "employment_score",
                "education_score",
                "crime_score",
                "housing_and_services_score",
                "environment_score",
            ],
        ),
        Nation::Wales => {
            ("neighbourhoods/wales-wimd2019-lsoa.csv", "lsoa11_code", &["income_score", "employment_score"])
        }
        Nation::Scotland => ("neighbourhoods/scotland-simd2020-dz.csv", "dz11_code", &[]),
        Nation::NorthernIreland => ("neighbourhoods/northern-ireland-nimdm2017-soa.csv", "soa01_code", &[]),
    }
}

/// Reads the neighbourhoods of every nation, each in an area that `holds` holds.
pub(super) fn read(sources: &Path, holds: impl Fn(Code) -> bool) -> Result<Vec<NationNeighbourhoods>, ImportError> {
    Nation::ALL.into_iter().map(|nation| of(nation, sources, &holds)).collect()
}

fn of(nation: Nation, sources: &Path, holds: impl Fn(Code) -> bool) -> Result<NationNeighbourhoods, ImportError> {
    let (file, code, names) = file(nation);
    let sheet = Sheet::read(sources, file)?;
    let columns = sheet.columns([code, "area", "imd_rank", "imd_decile"])?;
    let score_columns = names.iter().map(|name| sheet.column(name)).collect::<Result<Vec<_>, _>>()?;
    let district = if nation == Nation::England { Some(sheet.column("ltla24_code")?) } else { None };
    let districts = districts(sources)?;
    let mut found = Vec::new();
    for row in sheet.rows() {
        let place = neighbourhood(row, nation, &columns, &score_columns, &holds)?;
        if let Some(column) = &district {
            its_district_lies_in_the_area(row, column, &districts, place.area)?;
        }
        found.push((row, place));
    }
    Ok(gather(nation, found, &columns)?)
}

fn neighbourhood(
    row: Row<'_>,
    nation: Nation,
    [code, area, rank, tenth]: &[Column; 4],
    score_columns: &[Column],
    holds: impl Fn(Code) -> bool,
) -> Result<NeighbourhoodRow, SheetError> {
    let Some(Place::Ours(lies_in)) = place(row.text(area), holds) else {
        return Err(row.wrong(area, "the code of a local area, of December 2024 or one that became it"));
    };
    let whole =
        |column, expected: &str| written_as_decimal::whole(row.text(column)).ok_or_else(|| row.wrong(column, expected));
    let numbers = score_columns.iter().zip(scores(nation)).map(|(column, (name, [least, most]))| {
        if name.ends_with("_share") {
            per_cent::of(row.text(column)).ok_or_else(|| row.wrong(column, "a share from 0 to 1"))
        } else {
            row.number_in(column, *least..=*most)
        }
    });
    Ok(NeighbourhoodRow {
        code: code_of(row, nation, code)?,
        area: lies_in,
        rank: whole(rank, "a rank, from 1")?,
        tenth: whole(tenth, "a tenth, from 1 to 10")?.try_into().unwrap_or(u8::MAX),
        scores: numbers.collect::<Result<_, _>>()?,
    })
}

/// GSS codes of small areas, save in Northern Ireland, whose codes are of an older kind.
fn code_of(row: Row<'_>, nation: Nation, column: &Column) -> Result<String, SheetError> {
    let text = row.text(column);
    let sound = match nation {
        Nation::NorthernIreland => is_of_northern_ireland(text),
        _ => text.parse::<Code>().is_ok_and(|code| code.is_of(&format!("{}01", nation.letter()))),
    };
    if sound { Ok(text.to_owned()) } else { Err(row.wrong(column, "the code of a small area of the nation")) }
}

/// Codes such as `95AA01S1`.
fn is_of_northern_ireland(text: &str) -> bool {
    text.starts_with("95")
        && (7..=9).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

fn districts(sources: &Path) -> Result<BTreeMap<String, String>, ImportError> {
    let sheet = Sheet::read(sources, DISTRICTS)?;
    let [district, area] = sheet.columns(["ltla24_code", "utla24_code"])?;
    Ok(sheet.rows().map(|row| (row.text(&district).to_owned(), row.text(&area).to_owned())).collect())
}

/// Trap: England's rows name the area twice, by district and by upper tier.
fn its_district_lies_in_the_area(
    row: Row<'_>,
    column: &Column,
    districts: &BTreeMap<String, String>,
    area: Code,
) -> Result<(), SheetError> {
    let there = districts.get(row.text(column)).is_some_and(|found| *found == area.to_string());
    if there { Ok(()) } else { Err(row.wrong(column, format!("a district of {area}"))) }
}

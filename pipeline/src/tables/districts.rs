//! `districts.csv`: the districts of counties.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Code, District};

use super::TableError;
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The name of the file.
pub(super) const FILE: &str = "districts.csv";
/// Its columns.
pub(super) const COLUMNS: [&str; 3] = ["code", "name", "area"];

/// Reads the districts, in code order, each in an area of `codes`.
pub(super) fn read(folder: &Path, codes: &BTreeSet<Code>) -> Result<Vec<District>, TableError> {
    let sheet = Sheet::read(folder, FILE)?;
    let columns = sheet.columns(COLUMNS)?;
    gather(sheet.rows(), &columns, codes)
}

/// The districts of rows, in code order.
pub(crate) fn gather<'a>(
    rows: impl Iterator<Item = Row<'a>>,
    columns: &[Column; 3],
    codes: &BTreeSet<Code>,
) -> Result<Vec<District>, TableError> {
    let mut districts: BTreeMap<Code, (u64, District)> = BTreeMap::new();
    for row in rows {
        let district = district(row, columns, codes)?;
        let code = district.code;
        if let Some((first, _)) = districts.insert(code, (row.line(), district)) {
            let file = row.file().to_owned();
            return Err(TableError::Twice { file, line: row.line(), what: code.to_string(), first });
        }
    }
    Ok(districts.into_values().map(|(_, district)| district).collect())
}

fn district(row: Row<'_>, [code, name, area]: &[Column; 3], codes: &BTreeSet<Code>) -> Result<District, SheetError> {
    let (own, county): (Code, Code) = (row.parsed(code, "a GSS code")?, row.parsed(area, "a GSS code")?);
    if codes.contains(&own) || !own.is_of("E07") {
        return Err(row.wrong(code, "the code of a district of a county: E07…"));
    }
    if !codes.contains(&county) || !county.is_of("E10") {
        return Err(row.wrong(area, "the code of a county in areas.csv: E10…"));
    }
    Ok(District { code: own, name: row.some_text(name)?.to_owned(), area: county })
}

/// The cells of a district's row.
pub(super) fn cells(district: &District) -> [String; 3] {
    [district.code.to_string(), district.name.clone(), district.area.to_string()]
}

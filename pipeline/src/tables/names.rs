//! `names.csv`: other names that areas are looked up by.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{AreaName, Code, Listed, NameKind};

use super::TableError;
use crate::sheet::Sheet;

/// The name of the file.
pub(super) const FILE: &str = "names.csv";
/// Its columns.
pub(super) const COLUMNS: [&str; 3] = ["area", "name", "kind"];

/// Reads the names, each of an area in `codes`.
pub(super) fn read(folder: &Path, codes: &BTreeSet<Code>) -> Result<Vec<AreaName>, TableError> {
    let sheet = Sheet::read(folder, FILE)?;
    let [area, name, kind] = sheet.columns(COLUMNS)?;
    let mut names = Vec::new();
    let mut seen = BTreeMap::new();
    for row in sheet.rows() {
        let code: Code = row.parsed(&area, "a GSS code")?;
        if !codes.contains(&code) {
            return Err(row.wrong(&area, "the code of an area in areas.csv").into());
        }
        let text = row.some_text(&name)?;
        if let Some(first) = seen.insert((code, text), row.line()) {
            let what = format!("{code} “{text}”");
            return Err(TableError::Twice { file: FILE.to_owned(), line: row.line(), what, first });
        }
        names.push(AreaName { area: code, name: text.to_owned(), kind: row.parsed(&kind, "a kind of name")? });
    }
    names.sort();
    Ok(names)
}

/// The cells of a name's row.
pub(super) fn cells(name: &AreaName) -> [String; 3] {
    [name.area.to_string(), name.name.clone(), NameKind::id(name.kind).to_owned()]
}

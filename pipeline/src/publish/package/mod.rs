//! Our own tables as a Data Package (<https://datapackage.org>): every table as it stands in `data/`, with every
//! digit, `datapackage.json` beside them, which describes each, and `everything.zip` with all of it.

mod descriptor;

pub(super) use descriptor::OPEN_GOVERNMENT_LICENCE;
mod zip;

use std::fs;
use std::path::Path;

use healthy_years::model::Indicator;
use rayon::prelude::*;

use super::{Context, PublishError};
use crate::tables::described;

/// Files that travel with the tables and are no tables.
const BESIDE: [&str; 2] = ["README.md", "edition.txt"];

/// Every file of the package: its path and its content, the description first.
pub fn files(data: &Path, edition: &str, indicators: &[Indicator]) -> Result<Vec<(String, Vec<u8>)>, PublishError> {
    let read = |file: &str| {
        let path = data.join(file);
        fs::read(&path).map(|content| (file.to_owned(), content)).map_err(PublishError::of(&path))
    };
    let tables = described(indicators);
    let contents = tables.iter().map(|table| read(&table.file)).collect::<Result<Vec<_>, _>>()?;
    let mut files = vec![("datapackage.json".to_owned(), descriptor::json(edition, &tables, &contents)?)];
    for file in BESIDE {
        files.push(read(file)?);
    }
    files.extend(contents);
    Ok(files)
}

/// Writes the tables, their description, and all of it as one archive.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    let files = files(&context.options.data, &context.atlas.edition, &context.atlas.indicators)?;
    let everything = zip::archive(&files).map_err(PublishError::of(Path::new("everything.zip")))?;
    context.write("api/v1/everything.zip", everything)?;
    let alone = files.par_iter().filter(|(file, _)| !BESIDE.contains(&file.as_str()));
    alone.try_for_each(|(file, content)| context.write(&format!("api/v1/{file}"), content))
}

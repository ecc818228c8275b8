//! Trap: which code of another year is which area of December 2024 is also told by a table among the sources. It must
//! say what we say, so that neither is changed without the other.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::{divided, place};
use crate::import::ImportError;

const FILE: &str = "geography/utla-code-crosswalk.json";

#[derive(Deserialize)]
struct Crosswalk {
    map: BTreeMap<String, Vec<String>>,
}

/// Stops where the table and we disagree about a code.
pub(crate) fn verify(sources: &Path) -> Result<(), ImportError> {
    let text = std::fs::read_to_string(sources.join(FILE)).map_err(|error| ImportError::file(FILE, &error))?;
    let crosswalk: Crosswalk = serde_json::from_str(&text)
        .map_err(|error| ImportError::File { file: FILE.to_owned(), why: error.to_string() })?;
    for (old, new) in &crosswalk.map {
        let ours = divided::of(old).map_or_else(|| place::renumbered(old).into_iter().collect(), <[_]>::to_vec);
        if ours != *new {
            let why = format!("found {old} → {}, expected {}", new.join(" and "), ours.join(" and "));
            return Err(ImportError::File { file: FILE.to_owned(), why });
        }
    }
    Ok(())
}

//! Trap: which code of another year is which area of December 2024 is also told by a table among the sources. It must
//! say what we say, so that neither is changed without the other.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::{divided, place};
use crate::import::ImportError;

const FILE: &str = "geography/utla-code-crosswalk.json";

/// Codes of ours that the table does not have: it begins with codes of 2018, and says itself that it cannot express
/// the areas around Bournemouth of before 2019.
const OURS_ONLY: [&str; 5] = [
    "E06000048", // Northumberland, to 2013
    "E08000020", // Gateshead, to 2013
    "E10000009", // Dorset, to 2019
    "E06000028", // Bournemouth, to 2019
    "E06000029", // Poole, to 2019
];

#[derive(Deserialize)]
struct Crosswalk {
    #[serde(deserialize_with = "each_once")]
    map: BTreeMap<String, Vec<String>>,
}

/// Stops where the table and we disagree about a code.
pub(crate) fn verify(sources: &Path) -> Result<(), ImportError> {
    let bytes = std::fs::read(sources.join(FILE)).map_err(|error| ImportError::file(FILE, &error))?;
    let crosswalk: Crosswalk = serde_json::from_slice(&bytes).map_err(|error| {
        file(format!("{error}; expected UTF-8 JSON with `map`, an object from each former code to a list of codes"))
    })?;
    let ours: BTreeMap<&str, Vec<&str>> =
        divided::all().chain(place::all_renumbered()).filter(|(old, _)| !OURS_ONLY.contains(old)).collect();
    for (old, new) in &crosswalk.map {
        let expected = ours.get(old.as_str()).map_or("no such code".to_owned(), |ours| ours.join(" and "));
        if ours.get(old.as_str()).is_none_or(|ours| ours != new) {
            let found = if new.is_empty() { "nothing".to_owned() } else { new.join(" and ") };
            return Err(file(format!("found {old} → {found}, expected {expected}")));
        }
    }
    let absent = ours.iter().find(|(old, _)| !crosswalk.map.contains_key(**old));
    absent.map_or(Ok(()), |(old, new)| Err(file(format!("found no {old}, expected {old} → {}", new.join(" and ")))))
}

/// An object in which no key stands twice, which JSON itself allows.
fn each_once<'de, D: Deserializer<'de>>(object: D) -> Result<BTreeMap<String, Vec<String>>, D::Error> {
    struct Once;

    impl<'de> Visitor<'de> for Once {
        type Value = BTreeMap<String, Vec<String>>;

        fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
            text.write_str("an object of lists of codes")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut object: M) -> Result<Self::Value, M::Error> {
            let mut map = BTreeMap::new();
            while let Some((key, codes)) = object.next_entry::<String, Vec<String>>()? {
                if map.insert(key.clone(), codes).is_some() {
                    return Err(M::Error::custom(format!("found {key} twice")));
                }
            }
            Ok(map)
        }
    }

    object.deserialize_map(Once)
}

fn file(why: String) -> ImportError {
    ImportError::File { file: FILE.to_owned(), why }
}

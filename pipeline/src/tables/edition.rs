//! `edition.txt`: the month the figures were put together.

use std::path::Path;

use super::TableError;

/// The name of the file.
pub(super) const FILE: &str = "edition.txt";

/// Reads the edition.
pub(super) fn read(folder: &Path) -> Result<String, TableError> {
    let text = std::fs::read_to_string(folder.join(FILE)).map_err(|error| TableError::file(FILE, &error))?;
    let edition = text.trim_end();
    if is_edition(edition) { Ok(edition.to_owned()) } else { Err(TableError::Edition(edition.to_owned())) }
}

/// Whether the text is a month such as `2026-06`.
pub fn is_edition(text: &str) -> bool {
    let Some((year, month)) = text.split_once('-') else { return false };
    let digits = |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    digits(year, 4) && digits(month, 2) && ("01"..="12").contains(&month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_a_month() {
        assert!(is_edition("2026-06"));
        for text in ["", "2026", "2026-13", "2026-00", "26-06", "2026-6", "2026-06-01"] {
            assert!(!is_edition(text), "{text}");
        }
    }
}

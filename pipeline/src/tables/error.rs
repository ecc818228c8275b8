//! What can be wrong with our own tables.

use crate::sheet::SheetError;

/// What is wrong with our own tables, and where.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// A file, row, column or cell is not as it should be.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// A file cannot be read or written.
    #[error("{file}: {why}")]
    File {
        /// The file.
        file: String,
        /// What the system says.
        why: String,
    },
    /// The edition is not a month.
    #[error("edition.txt, line 1: found “{0}”, expected a month such as 2026-06")]
    Edition(String),
    /// A row stands twice.
    #[error("{file}, line {line}: {what} is already on line {first}; expected one row for each")]
    Twice {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
        /// What stands twice.
        what: String,
        /// The line it stands on first.
        first: u64,
    },
}

impl TableError {
    /// The complaint of the system about a file.
    pub(crate) fn file(file: &str, error: &std::io::Error) -> TableError {
        TableError::File { file: file.to_owned(), why: error.to_string() }
    }
}

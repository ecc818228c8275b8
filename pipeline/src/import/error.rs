//! Why an import stopped.

use crate::sheet::SheetError;
use crate::tables::TableError;

/// Why an import stopped. Nothing has been written then.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A publisher's file is not as it should be.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// Our own tables cannot be written.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A file or folder cannot be read, written or moved.
    #[error("{file}: {why}")]
    File {
        /// The file.
        file: String,
        /// What the system says.
        why: String,
    },
    /// A table written by hand in `pipeline/` contradicts itself or the sources.
    #[error("{file}: {why}")]
    OurTable {
        /// The file.
        file: String,
        /// What is wrong with it, and what was expected.
        why: String,
    },
    /// Two rows give different figures for one area and period.
    #[error("{file}, line {line}: {what} differs from line {first}; expected the same figures under both codes")]
    Differ {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
        /// Which figure it is.
        what: String,
        /// The other line.
        first: u64,
    },
    /// An indicator has no values.
    #[error("indicators.toml: “{0}” has no values; expected its series in the source tables")]
    NoValues(String),
    /// An indicator has computed values, and nothing says how they were computed.
    #[error("indicators.toml: “{0}” has computed values; expected `computed_rule` at its source")]
    NoRule(String),
    /// Something that cannot fail has failed.
    #[error("{0}")]
    Program(String),
}

impl ImportError {
    /// The complaint of the system about a file.
    pub(crate) fn file(file: impl std::fmt::Display, error: &std::io::Error) -> ImportError {
        ImportError::File { file: file.to_string(), why: error.to_string() }
    }

    /// A complaint about a table written by hand.
    pub(crate) fn ours(file: &str, why: impl Into<String>) -> ImportError {
        ImportError::OurTable { file: file.to_owned(), why: why.into() }
    }
}

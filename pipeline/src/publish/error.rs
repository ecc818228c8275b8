//! What can go wrong while publishing.

use std::path::Path;

use healthy_years::codec::{EncodeError, PackError};
use healthy_years::figure::FigureError;

use crate::tables::TableError;

/// What went wrong while publishing, and where.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Our own tables do not read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// Figures could not be packed.
    #[error("packing: {0}")]
    Encode(#[from] EncodeError),
    /// A pack that was just written does not read.
    #[error("reading back what was packed: {0}")]
    Pack(#[from] PackError),
    /// A pack that was just written holds something else than what was packed.
    #[error("packing: {0} reads back as something else than was packed")]
    Unfaithful(&'static str),
    /// The built site is not there or not as it should be.
    #[error("{0}: not a built site: {1}; build it first with trunk")]
    Site(String, &'static str),
    /// The folder to publish into holds something else.
    #[error("{0} was not written by publish, so it is not replaced; choose another folder or remove it")]
    NotOurs(String),
    /// A table has a licence that has no address to be looked up at.
    #[error("the licence “{0}” is not among those that the package of tables knows")]
    Licence(String),
    /// An icon could not be drawn.
    #[error("the icon {0}: {1}")]
    Icon(&'static str, String),
    /// A card could not be drawn.
    #[error("the card {0}: {1}")]
    Card(String, String),
    /// Files under one rule of the file of headers need different headers.
    #[error("headers: files under {0} need different ones; give them rules of their own")]
    Headers(String),
    /// The file of headers has more rules than hosts read.
    #[error("headers: {0} rules, and Cloudflare reads 100; put what has the same headers into one folder")]
    TooManyHeaders(usize),
    /// A page's figure could not be built.
    #[error("the page {page}: {error}")]
    Page {
        /// The page's address.
        page: String,
        /// What is wrong.
        error: FigureError,
    },
    /// A file could not be read or written.
    #[error("{file}: {why}")]
    File {
        /// The file.
        file: String,
        /// What the system says.
        why: String,
    },
}

impl PublishError {
    /// Turns the system's complaint about a file into an error that names the file.
    pub(crate) fn of<E: ToString>(path: &Path) -> impl FnOnce(E) -> PublishError {
        let file = path.display().to_string();
        move |error| PublishError::File { file, why: error.to_string() }
    }
}

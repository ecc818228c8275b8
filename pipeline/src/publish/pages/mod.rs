//! The static pages: each reads without JavaScript, and the app takes it over.

mod assets;
mod explore;
mod figure;
mod not_found;
mod shell;

use std::path::Path;

use healthy_years::codec::Manifest;
use healthy_years::figure::FigureError;
use healthy_years::model::Atlas;
use thiserror::Error;

pub use assets::Assets;

/// What pages are made from.
pub struct Material<'a> {
    /// The figures, as packs carry them.
    pub atlas: &'a Atlas,
    /// Which packs there are.
    pub manifest: &'a Manifest,
    /// The app's scripts, the style and the first pack.
    pub assets: &'a Assets,
}

/// Why a page could not be made.
#[derive(Debug, Error)]
pub enum PageError {
    /// A figure could not be built from the data.
    #[error("{page}: {error}")]
    Figure {
        /// The page's address.
        page: &'static str,
        /// What is wrong.
        error: FigureError,
    },
    /// A file could not be written.
    #[error("{path}: {error}")]
    Write {
        /// The file.
        path: String,
        /// What is wrong.
        error: std::io::Error,
    },
}

/// Writes every page under `out`.
pub fn publish(material: &Material, out: &Path) -> Result<(), PageError> {
    write(out, "index.html", &explore::page(material)?)?;
    write(out, "404.html", &not_found::page(material))
}

fn write(out: &Path, name: &str, content: &str) -> Result<(), PageError> {
    let path = out.join(name);
    std::fs::write(&path, content).map_err(|error| PageError::Write { path: path.display().to_string(), error })
}

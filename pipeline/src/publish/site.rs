//! The site as Trunk built it.

use std::fs;
use std::path::Path;

use super::{Context, PublishError, files};

/// What pages must know of the built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// File name of the script that starts the app, with its hash.
    pub script: String,
    /// File name of the app's WebAssembly, with its hash.
    pub wasm: String,
}

/// What the names of the app's own files begin with.
const APP: &str = "healthy-years";

impl Site {
    /// Finds the hashed names of the app's script and WebAssembly.
    pub fn read(folder: &Path) -> Result<Site, PublishError> {
        let wrong = |why| PublishError::Site(folder.display().to_string(), why);
        let mut names: Vec<String> = fs::read_dir(folder)
            .map_err(|_| wrong("the folder is not there"))?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.starts_with(APP))
            .collect();
        names.sort();
        let only = |end: &str, why| {
            let mut found = names.iter().filter(|name| name.ends_with(end));
            found.next().filter(|_| found.next().is_none()).cloned().ok_or_else(|| wrong(why))
        };
        Ok(Site {
            script: only(".js", "not exactly one script of the app")?,
            wasm: only(".wasm", "not exactly one WebAssembly file")?,
        })
    }
}

/// Copies the built site, unless it is published in place.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    if context.out == context.options.out {
        return Ok(());
    }
    files::copy(&context.options.site, &context.out, |_| true)
}

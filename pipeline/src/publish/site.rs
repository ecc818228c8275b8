//! The site as Trunk built it.

use std::fs;
use std::path::Path;

use super::packs::hash;
use super::{Context, PublishError, files};

/// What pages must know of the built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The app's script.
    pub script: Built,
    /// The app's WebAssembly.
    pub wasm: Built,
}

/// A file that Trunk built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Its name as Trunk gave it.
    name: String,
    /// Its name as it is published: with a hash of the very bytes that visitors get, because Trunk's is of what
    /// cargo wrote, before wasm-bindgen and wasm-opt.
    pub published: String,
}

/// What the names of the app's own files begin with.
const APP: &str = "healthy-years";

impl Site {
    /// Finds the app's script and WebAssembly.
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
            script: Built::read(folder, only(".js", "not exactly one script of the app")?, "js")?,
            wasm: Built::read(folder, only(".wasm", "not exactly one WebAssembly file")?, "wasm")?,
        })
    }
}

impl Built {
    fn read(folder: &Path, name: String, end: &str) -> Result<Built, PublishError> {
        let path = folder.join(&name);
        let content = fs::read(&path).map_err(PublishError::of(&path))?;
        let published = format!("app-{}.{end}", hash(&content));
        Ok(Built { name, published })
    }
}

/// Copies the built site, unless it is published in place, its own files under their published names.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    let Site { script, wasm } = &context.site;
    let from = &context.options.site;
    if context.out != context.options.out {
        let own = [script.name.as_str(), wasm.name.as_str(), "index.html"];
        files::copy(from, &context.out, |within| own.iter().all(|name| within != Path::new(name)))?;
    }
    for file in [script, wasm] {
        let path = from.join(&file.name);
        context.write(&file.published, fs::read(&path).map_err(PublishError::of(&path))?)?;
    }
    Ok(())
}

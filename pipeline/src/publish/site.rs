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
    /// The app's WebAssembly: what is fetched first of it.
    pub wasm: Built,
    /// The pieces of the app that its script fetches on demand.
    pub pieces: Vec<Built>,
}

/// A file that was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Its name in the built site.
    name: String,
    /// Its name as it is published: with a hash of the very bytes that visitors get, because Trunk's is of what
    /// cargo wrote, before wasm-bindgen and wasm-opt.
    pub published: String,
    /// Its content as it is published.
    content: Vec<u8>,
}

/// What the names of the app's own files begin with.
const APP: &str = "healthy-years";

/// What the names of its pieces begin with: of one piece, and of what several have in common.
const PIECES: [&str; 2] = ["split_", "chunk_"];

impl Site {
    /// Finds the app's script, its WebAssembly and its pieces.
    pub fn read(folder: &Path) -> Result<Site, PublishError> {
        let wrong = |why| PublishError::Site(folder.display().to_string(), why);
        let mut names: Vec<String> = fs::read_dir(folder)
            .map_err(|_| wrong("the folder is not there"))?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        names.sort();
        let only = |end: &str, why| {
            let mut found = names.iter().filter(|name| name.starts_with(APP) && name.ends_with(end));
            found.next().filter(|_| found.next().is_none()).cloned().ok_or_else(|| wrong(why))
        };
        let mut script = Built::read(folder, &only(".js", "not exactly one script of the app")?, "app")?;
        let wasm = Built::read(folder, &only(".wasm", "not exactly one WebAssembly file")?, "app")?;
        let mut pieces = Vec::new();
        for name in names.iter().filter(|name| PIECES.iter().any(|start| name.starts_with(start))) {
            let stem = name.trim_end_matches(".wasm").trim_start_matches(PIECES[0]);
            pieces.push(Built::read(folder, name, stem)?);
        }
        script.name_pieces(&pieces).ok_or_else(|| wrong("the script does not name every piece of the app"))?;
        Ok(Site { script, wasm, pieces })
    }
}

impl Built {
    fn read(folder: &Path, name: &str, stem: &str) -> Result<Built, PublishError> {
        let path = folder.join(name);
        let content = fs::read(&path).map_err(PublishError::of(&path))?;
        Ok(Built { name: name.to_owned(), published: published(stem, name, &content), content })
    }

    /// Puts the published names of pieces in the place of those that the script was built with, its own included; none
    /// if the script lacks one.
    fn name_pieces(&mut self, pieces: &[Built]) -> Option<()> {
        if pieces.is_empty() {
            return Some(());
        }
        let mut text = String::from_utf8(core::mem::take(&mut self.content)).ok()?;
        for piece in pieces {
            let [built, published] = [&piece.name, &piece.published].map(|name| format!("\"./{name}\""));
            text = text.contains(&built).then(|| text.replace(&built, &published))?;
        }
        self.content = text.into_bytes();
        self.published = published("app", &self.name, &self.content);
        Some(())
    }
}

/// A file's published name: its stem, a hash of its content, and its name's own end.
fn published(stem: &str, name: &str, content: &[u8]) -> String {
    let end = name.rsplit('.').next().unwrap_or_default();
    format!("{stem}-{}.{end}", hash(content))
}

/// Copies the built site, unless it is published in place, its own files under their published names.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    let Site { script, wasm, pieces } = &context.site;
    let own = || [script, wasm].into_iter().chain(pieces);
    if context.out != context.options.out {
        let is_own = |within: &Path| own().any(|file| within == Path::new(&file.name));
        files::copy(&context.options.site, &context.out, |within| {
            within != Path::new("index.html") && !is_own(within)
        })?;
    }
    for file in own() {
        context.write(&file.published, &file.content)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(files: &[(&str, &str)]) -> Result<Site, PublishError> {
        let folder = std::env::temp_dir().join(format!("healthy-years-site-{}-{}", std::process::id(), files.len()));
        for (name, content) in files {
            files::write(&folder.join(name), content.as_bytes()).unwrap();
        }
        let site = Site::read(&folder);
        fs::remove_dir_all(&folder).unwrap();
        site
    }

    const APP_WASM: (&str, &str) = ("healthy-years_bg.wasm", "first");
    const HANDS: (&str, &str) = ("split_hands.wasm", "hands");

    #[test]
    fn the_script_names_pieces_as_they_are_published() {
        let site = built(&[("healthy-years.js", "new URL(\"./split_hands.wasm\", here)"), APP_WASM, HANDS]).unwrap();
        let [hands] = site.pieces.as_slice() else { panic!("one piece") };
        assert_eq!(hands.published, format!("hands-{}.wasm", hash(b"hands")));
        let script = format!("new URL(\"./{}\", here)", hands.published);
        assert_eq!(site.script.published, format!("app-{}.js", hash(script.as_bytes())));
        assert_eq!(site.script.content, script.into_bytes());
    }

    #[test]
    fn a_piece_that_nothing_fetches_is_refused() {
        let refused = built(&[("healthy-years.js", ""), APP_WASM, HANDS, ("chunk_1.wasm", "")]);
        assert!(matches!(refused, Err(PublishError::Site(..))));
    }
}

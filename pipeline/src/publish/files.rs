//! Files and folders.

use std::fs;
use std::path::{Path, PathBuf};

use super::PublishError;

/// Writes a file and the folders it lies in.
pub(super) fn write(path: &Path, content: &[u8]) -> Result<(), PublishError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(PublishError::of(folder))?;
    }
    fs::write(path, content).map_err(PublishError::of(path))
}

/// Every file in a folder and the folders within, in order of path.
pub(super) fn all_in(folder: &Path) -> Result<Vec<PathBuf>, PublishError> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(PublishError::of(&folder))? {
            let path = entry.map_err(PublishError::of(&folder))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// Copies every file of a folder that `wanted` wants, by its path in there.
pub(super) fn copy(from: &Path, to: &Path, wanted: impl Fn(&Path) -> bool) -> Result<(), PublishError> {
    for path in all_in(from)? {
        let within = path.strip_prefix(from).unwrap_or(&path);
        if wanted(within) {
            write(&to.join(within), &fs::read(&path).map_err(PublishError::of(&path))?)?;
        }
    }
    Ok(())
}

/// A folder beside the one to publish into, which takes its place when all is written.
///
/// Where the built site is itself the folder to publish into, files are added to it in place.
pub(super) struct Staging {
    /// Where to write.
    pub folder: PathBuf,
    out: PathBuf,
}

impl Staging {
    pub fn new(site: &Path, out: &Path) -> Result<Staging, PublishError> {
        let same = site.canonicalize().is_ok_and(|site| out.canonicalize().is_ok_and(|out| out == site));
        if same {
            return Ok(Staging { folder: out.to_owned(), out: out.to_owned() });
        }
        if !may_be_replaced(out) {
            return Err(PublishError::NotOurs(out.display().to_string()));
        }
        let mut name = out.file_name().unwrap_or_default().to_owned();
        name.push(".partial");
        let folder = out.with_file_name(name);
        remove(&folder)?;
        Ok(Staging { folder, out: out.to_owned() })
    }

    pub fn finish(self) -> Result<(), PublishError> {
        if self.folder == self.out {
            return Ok(());
        }
        remove(&self.out)?;
        fs::rename(&self.folder, &self.out).map_err(PublishError::of(&self.out))
    }
}

impl Drop for Staging {
    /// Leaves nothing half-written behind. After [`Staging::finish`] the folder is no longer there.
    fn drop(&mut self) {
        if self.folder != self.out {
            let _ = remove(&self.folder);
        }
    }
}

/// Whether a folder is absent, empty or written by publish.
fn may_be_replaced(out: &Path) -> bool {
    let empty = fs::read_dir(out).map_or(!out.exists(), |mut entries| entries.next().is_none());
    empty || out.join("api/v1/areas.json").is_file()
}

fn remove(folder: &Path) -> Result<(), PublishError> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(PublishError::of(folder)) } else { Ok(()) }
}

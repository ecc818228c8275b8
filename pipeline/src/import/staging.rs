//! Replacing a folder as a whole: written beside it first, then renamed into its place.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::ImportError;

/// Lets `write` fill a new folder, then puts it in the place of `out`. What else stands in `out`, such as its
/// README, is kept. If anything fails before the last step, `out` is as it was.
pub(super) fn replace(out: &Path, write: impl FnOnce(&Path) -> Result<(), ImportError>) -> Result<(), ImportError> {
    may_be_replaced(out)?;
    let staging = beside(out, "new")?;
    let previous = beside(out, "old")?;
    recover(out, &previous)?;
    remove(&staging)?;
    std::fs::create_dir_all(&staging).map_err(|error| ImportError::file(staging.display(), &error))?;
    let written = write(&staging).and_then(|()| swap(&staging, out, &previous));
    if written.is_err() {
        remove(&staging)?;
    }
    written
}

/// Refuses to replace what is no folder of tables: it must be absent, hold tables, or hold a README at most.
fn may_be_replaced(out: &Path) -> Result<(), ImportError> {
    if !out.exists() || out.join("edition.txt").is_file() {
        return Ok(());
    }
    for entry in std::fs::read_dir(out).map_err(|error| ImportError::file(out.display(), &error))? {
        let entry = entry.map_err(|error| ImportError::file(out.display(), &error))?;
        if entry.file_name() != "README.md" {
            let why = format!("expected a folder of tables, with edition.txt; found {:?}", entry.file_name());
            return Err(ImportError::File { file: out.display().to_string(), why });
        }
    }
    Ok(())
}

/// `data` → `.data.new`, in the same folder, so that renaming does not copy.
fn beside(out: &Path, suffix: &str) -> Result<PathBuf, ImportError> {
    let no_name = || ImportError::File { file: out.display().to_string(), why: "expected a folder's name".to_owned() };
    let name = out.file_name().and_then(OsStr::to_str).ok_or_else(no_name)?;
    Ok(out.with_file_name(format!(".{name}.{suffix}")))
}

/// Puts back what an interrupted run has left aside.
fn recover(out: &Path, previous: &Path) -> Result<(), ImportError> {
    match (out.exists(), previous.exists()) {
        (false, true) => rename(previous, out),
        (true, true) => carry_over(previous, out),
        _ => Ok(()),
    }
}

fn swap(staging: &Path, out: &Path, previous: &Path) -> Result<(), ImportError> {
    if !out.exists() {
        return rename(staging, out);
    }
    rename(out, previous)?;
    if let Err(error) = rename(staging, out) {
        rename(previous, out)?;
        return Err(error);
    }
    carry_over(previous, out)
}

/// Moves what is not ours to the new folder and removes the rest.
fn carry_over(previous: &Path, out: &Path) -> Result<(), ImportError> {
    let failed = |error: std::io::Error| ImportError::file(previous.display(), &error);
    for entry in std::fs::read_dir(previous).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let target = out.join(entry.file_name());
        if !target.exists() {
            rename(&entry.path(), &target)?;
        }
    }
    remove(previous)
}

fn rename(from: &Path, to: &Path) -> Result<(), ImportError> {
    std::fs::rename(from, to).map_err(|error| ImportError::file(to.display(), &error))
}

fn remove(folder: &Path) -> Result<(), ImportError> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(ImportError::file(folder.display(), &error)),
        _ => Ok(()),
    }
}

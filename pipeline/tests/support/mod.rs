//! Where the tests that need the full source tables look for them.

use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The folder with the source tables: the one that HEALTHY_YEARS_SOURCES names, else `../shared/sources` beside the
/// workspace. If there is none, says that the test of this name is left out.
pub fn sources(test: &str) -> Option<PathBuf> {
    let named = std::env::var_os("HEALTHY_YEARS_SOURCES").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| workspace().join("../shared/sources"));
    let present = folder.join("ons-local-statistics").is_dir();
    if !present {
        // Not eprintln, which a passing test keeps to itself.
        let _ = writeln!(std::io::stderr(), "LEFT OUT: {test}: no source tables in {}", folder.display());
    }
    present.then_some(folder)
}

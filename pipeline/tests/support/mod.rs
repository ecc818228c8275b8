//! What the tests on real data stand on: our own tables, read once, and the source tables where they are present.

#![allow(dead_code, reason = "each test binary takes what it needs")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use healthy_years::codec::Manifest;
use healthy_years::model::Atlas;
use pipeline::publish::{self, Options};
use pipeline::tables::{self, Tables};

/// The tables in `data/`.
pub static TABLES: LazyLock<Tables> = LazyLock::new(|| tables::read(&data()).unwrap());

/// What the browser gets of them, all fetched, and the list of its packs.
pub static DATA: LazyLock<(Atlas, Manifest)> = LazyLock::new(|| publish::atlas(&data()).unwrap());

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The folder `data/` of the workspace.
pub fn data() -> PathBuf {
    workspace().join("data")
}

/// Options to publish a made-up site, without compression, into a fresh folder of this name.
pub fn options(name: &str) -> Options {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("publishing").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    options_in(&folder, data())
}

/// Options to publish these tables with a made-up site into a folder.
pub fn options_in(folder: &Path, data: PathBuf) -> Options {
    let site = folder.join("site");
    std::fs::create_dir_all(&site).unwrap();
    for file in ["healthy-years-0a1b.js", "healthy-years-0a1b_bg.wasm", "index.html"] {
        std::fs::write(site.join(file), file).unwrap();
    }
    Options {
        data,
        site,
        out: folder.join("dist"),
        editions: folder.join("editions"),
        deploy: folder.join("deploy"),
        address: "https://hy.example".parse().unwrap(),
        draft: true,
    }
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

/// Whether a text says “life expectancy” without saying which, healthy or total.
pub fn is_bare(text: &str) -> bool {
    let lower = text.to_lowercase();
    let which = |at: usize| ["healthy", "total"].iter().any(|which| lower[..at].trim_end().ends_with(which));
    lower.match_indices("life expectanc").any(|(at, _)| !which(at))
}

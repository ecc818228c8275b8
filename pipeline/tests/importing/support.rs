//! A copy of the fixtures that a test may break.

use std::fs;
use std::path::{Path, PathBuf};

use pipeline::import::{ByHand, ImportError, import};
use pipeline::tables::Tables;

/// A copy of the fixtures in a folder of its own.
pub struct Fixture {
    /// The folder with `sources/` and the tables written by hand.
    pub folder: PathBuf,
}

impl Fixture {
    /// A fresh copy for the test of this name.
    pub fn new(test: &str) -> Fixture {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&folder);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"), &folder);
        Fixture { folder }
    }

    /// Where a file of the fixtures is.
    pub fn original(file: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(file)
    }

    /// Replaces text in a file, which must be there.
    pub fn with(self, file: &str, from: &str, to: &str) -> Fixture {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no “{from}”");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
        self
    }

    /// Adds a file.
    pub fn with_file(self, file: &str, bytes: &[u8]) -> Fixture {
        fs::write(self.folder.join(file), bytes).unwrap();
        self
    }

    /// Imports the copy.
    pub fn import(&self) -> Result<Tables, ImportError> {
        let text = |file: &str| fs::read_to_string(self.folder.join(file)).unwrap();
        let (indicators, everyday_names, names) =
            (text("indicators.toml"), text("everyday-names.csv"), text("names.csv"));
        let by_hand = ByHand { indicators: &indicators, everyday_names: &everyday_names, names: &names };
        import(&self.folder.join("sources"), by_hand, |_, _, _| ())
    }

    /// The sentence that the import of the copy stops with.
    pub fn complaint(&self) -> String {
        self.import().expect_err("the import stops").to_string()
    }
}

/// The rows of a table, the header first.
pub type Rows = Vec<Vec<String>>;

/// The rows of a sound table among the fixture's sources.
pub fn rows(file: &str) -> Rows {
    let path = Fixture::original(&format!("sources/{file}"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Rows as the bytes of a file.
pub fn bytes(rows: &Rows) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

/// The complaint about a table with these bytes; `what` tells its folder from those of other tests.
pub fn complaint(what: &str, file: &str, bytes: &[u8]) -> String {
    let test = format!("hostile-{what}-{}", file.replace(['/', '.'], "-"));
    Fixture::new(&test).with_file(&format!("sources/{file}"), bytes).complaint()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

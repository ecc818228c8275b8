//! What is published against our own tables.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod area_pages;
mod folders;
mod other_names;
mod statements;
#[path = "../support/mod.rs"]
mod support;
mod tables;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use healthy_years::model::Code;
use pipeline::publish;
use serde_json::Value;
use support::options;

/// Published once for all tests that only read.
static OUT: LazyLock<PathBuf> = LazyLock::new(|| {
    let options = options("shared");
    publish::command(&options).unwrap();
    options.out
});

fn json(at: &str) -> Value {
    serde_json::from_slice(&fs::read(OUT.join("api/v1").join(at)).unwrap()).unwrap()
}

fn area(code: Code) -> Value {
    json(&format!("areas/{code}.json"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Every file below a folder with its content.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(at, content)| (path.join(at), content)));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found.into_iter().map(|(path, content)| (path.strip_prefix(folder).unwrap().to_owned(), content)).collect()
}

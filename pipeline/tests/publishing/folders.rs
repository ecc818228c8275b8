//! Where publishing writes: the same bytes each time, editions side by side, nothing of anyone else’s touched.

use std::fs;

use pipeline::publish::{self, PublishError};
use serde_json::Value;

use crate::support::{TABLES, options};
use crate::{OUT, files, text};

#[test]
fn the_same_tables_give_the_same_bytes() {
    let options = options("again");
    publish::command(&options).unwrap();
    let (first, again) = (files(&OUT), files(&options.out));
    assert!(first.keys().eq(again.keys()));
    assert!(first.iter().all(|(at, content)| again.get(at) == Some(content)));
}

#[test]
fn editions_live_side_by_side() {
    let options = options("editions");
    let earlier = options.editions.join("2025-06/first.0000000000000000.hyp");
    fs::create_dir_all(earlier.parent().unwrap()).unwrap();
    fs::write(&earlier, "an earlier edition").unwrap();
    publish::command(&options).unwrap();
    publish::command(&options).unwrap();
    let data = options.out.join("data");
    assert!(data.join("editions/2025-06/first.0000000000000000.hyp").is_file());
    let list: Value = serde_json::from_slice(&fs::read(data.join("editions.json")).unwrap()).unwrap();
    let editions = list["editions"].as_array().unwrap();
    assert_eq!(editions.len(), 2);
    assert_eq!(editions[1]["edition"], TABLES.edition.as_str());
    assert!(data.join(text(&editions[1]["first"])).is_file());
}

#[test]
fn nothing_else_is_replaced() {
    let options = options("not-ours");
    fs::create_dir_all(&options.out).unwrap();
    fs::write(options.out.join("thesis.txt"), "years of work").unwrap();
    assert!(matches!(publish::command(&options), Err(PublishError::NotOurs(_))));
    assert!(options.out.join("thesis.txt").is_file());
}

#[test]
fn a_site_that_is_not_built_is_refused() {
    let mut options = options("no-site");
    options.site = options.site.join("nowhere");
    assert!(matches!(publish::command(&options), Err(PublishError::Site(..))));
    assert!(!options.out.exists());
}

#[test]
fn a_built_site_may_be_published_in_place() {
    let mut options = options("in-place");
    options.out = options.site.clone();
    publish::command(&options).unwrap();
    publish::command(&options).unwrap();
    assert!(options.out.join("index.html").is_file());
    assert!(options.out.join("api/v1/areas.json").is_file());
}

#[test]
fn a_failed_publication_leaves_the_old_one() {
    let mut options = options("failed");
    publish::command(&options).unwrap();
    options.data = options.site.clone();
    assert!(matches!(publish::command(&options), Err(PublishError::Table(_))));
    assert!(options.out.join("api/v1/areas.json").is_file());
    assert!(!options.out.with_extension("partial").exists());
}

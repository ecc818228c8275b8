//! `docs/refresh.md`, tried: a made-up release of healthy life expectancy, from the publisher's table to the page.
//!
//! Needs the full source tables; without them it says that it was left out.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop at what they did not expect")]

mod support;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use pipeline::coverage::Coverage;
use pipeline::import::{ByHand, changes, import, save};
use pipeline::publish;
use pipeline::{check, tables};
use serde_json::Value;
use support::{options_in, workspace};

const RELEASED: &str = "ons-local-statistics/healthy-life-expectancy.csv";
const LATEST: &str = "2022-01-01/P3Y";
const NEXT: &str = "2023-01-01/P3Y";

/// The source tables with one more period of healthy life expectancy: everywhere half a year more than in the latest.
fn made_up_release(sources: &Path, into: &Path) {
    let _ = fs::remove_dir_all(into);
    link_all(sources, into);
    link_all(&sources.join("ons-local-statistics"), &into.join("ons-local-statistics"));
    let table = fs::read_to_string(sources.join(RELEASED)).unwrap();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let (period, numbers) = (at("period"), [at("observation"), at("lci_95"), at("uci_95")]);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).unwrap();
    for record in reader.records().map(Result::unwrap) {
        writer.write_record(&record).unwrap();
        if &record[period] == LATEST {
            writer
                .write_record(record.iter().enumerate().map(|(place, cell)| match cell.parse::<f64>() {
                    Ok(number) if numbers.contains(&place) => format!("{:.1}", number + 0.5),
                    _ => cell.replace(LATEST, NEXT),
                }))
                .unwrap();
        }
    }
    fs::remove_file(into.join(RELEASED)).unwrap();
    fs::write(into.join(RELEASED), writer.into_inner().unwrap()).unwrap();
}

/// A folder with a link to everything in another; a link that is there already is replaced by a folder.
fn link_all(from: &Path, to: &Path) {
    let _ = fs::remove_file(to);
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        symlink(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[test]
fn a_new_release_goes_from_table_to_page() {
    let Some(sources) = support::sources("a_new_release_goes_from_table_to_page") else { return };
    let sources = sources.canonicalize().unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-release");
    made_up_release(&sources, &folder.join("sources"));
    let old = tables::read(&workspace().join("data")).unwrap();

    let mut new = import(&folder.join("sources"), ByHand::OURS, |_, _, _| ()).unwrap();
    // As the command does.
    new.hexagons = old.hexagons.clone();
    assert_eq!(changes(&old, &new), ["healthy-life-expectancy: periods added: 2023-2025"]);
    check::check(&new).unwrap();
    let counted = Coverage::read(&workspace().join("pipeline/coverage.csv")).unwrap();
    let differences = Coverage::of(&new).differences(&counted);
    assert!(differences.len() == 1 && differences[0].contains("2023-2025"), "{differences:?}");

    let data = folder.join("data");
    save(&new, &data).unwrap();
    fs::copy(workspace().join("data/README.md"), data.join("README.md")).unwrap();
    let options = options_in(&folder, data);
    publish::command(&options).unwrap();
    let out = options.out;

    let blackpool: Value = serde_json::from_slice(&fs::read(out.join("api/v1/areas/E06000009.json")).unwrap()).unwrap();
    let women = blackpool["healthy_life_expectancy"]["female"].as_array().unwrap();
    let figures = |at: usize| ["value", "lower", "upper"].map(|what| women[at][what].as_f64().unwrap());
    assert_eq!((women.len(), &women[12]["period"]), (13, &Value::from("2023-2025")));
    assert_eq!(figures(11), [51.8, 47.4, 56.1]);
    assert_eq!(figures(12), [52.3, 47.9, 56.6]);

    let page = fs::read_to_string(out.join("index.html")).unwrap();
    assert!(page.contains("2023–25") && !page.contains("2022–24"), "the page shows the latest period only");
}

//! What an import says of the difference between the old tables and the new.

use crate::support::Fixture;
use pipeline::import::changes;

#[test]
fn the_same_tables_change_nothing() {
    let tables = Fixture::new("changes-none").import().unwrap();
    assert!(changes(&tables, &tables).is_empty());
}

#[test]
fn differences_are_told_in_words() {
    let old = Fixture::new("changes-old").import().unwrap();
    let jobs = "sources/ons-local-statistics/jobs.csv";
    let mut new = Fixture::new("changes-new")
        .with(
            jobs,
            "Jobs,2022-01-01/P1Y,61.123456789,Some measure,%,60,",
            "Jobs,2022-01-01/P1Y,50.5,Some measure,%,50,",
        )
        .with(jobs, "Jobs,2022-01-01/P1Y,68,", "Jobs,2022-01-01/P1Y,67.5,")
        .with("sources/circumstances/fingertips-england.csv", "E06000009,2016/17", "E06000009,2017/18")
        .with("indicators.toml", "id = \"scotland\"", "id = \"scots\"")
        .with("indicators.toml", "definition = \"A ratio.\"", "definition = \"Another ratio.\"")
        .import()
        .unwrap();
    new.edition = "2027-01".to_owned();
    assert_eq!(
        changes(&old, &new),
        [
            "edition: 2026-06 → 2027-01",
            "indicators: added: scots",
            "indicators: gone: scotland",
            "jobs: 2 values changed; the largest change: E06000009 2022 from 61.123456789 to 50.5",
            "affordability: described in other words",
            "inactive: periods added: 2017-11-16..2018-11-15",
            "inactive: 1 value gone",
        ]
    );
}

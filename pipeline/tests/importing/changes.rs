//! What an import says of the difference between the old tables and the new.

use crate::support::Fixture;
use healthy_years::model::borders::Borders;
use healthy_years::model::{Estimate, NameKind};
use pipeline::import::changes;
use pipeline::tables::Tables;

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

/// What is said of the fixture's tables once a test has changed them.
fn said(test: &str, change: impl FnOnce(&mut Tables)) -> Vec<String> {
    let old = Fixture::new(&format!("changes-{test}")).import().unwrap();
    let mut new = old.clone();
    change(&mut new);
    assert_ne!(old, new);
    changes(&old, &new)
}

#[test]
fn of_areas_and_names() {
    let found = said("areas", |tables| {
        tables.areas[0].population = Some(7);
        tables.areas.pop();
        tables.names[0].kind = NameKind::Former;
        tables.names.pop();
    });
    assert_eq!(
        found,
        [
            "areas: 1 row changed, 1 row gone; the largest change: E06000009 population from 100 to 7",
            "names: 1 row changed, 1 row gone",
        ]
    );
}

#[test]
fn of_the_gradient() {
    let found = said("gradient", |tables| {
        tables.gradient[0].healthy[0] = 40.0;
        tables.gradient[0].healthy[1] += 0.25;
        tables.gradient.pop();
    });
    assert_eq!(
        found,
        [
            "gradient: 2 values changed, 5 values gone; the largest change: england 2019 2020-2022 female group 1 healthy from 51 to 40"
        ]
    );
}

#[test]
fn of_figures_by_age() {
    let found = said("ages", |tables| {
        tables.ages[0].ages[0].healthy = 40.0;
        tables.ages[0].ages[1].share = 1.0;
        tables.ages.pop();
    });
    assert_eq!(
        found,
        ["ages: 2 rows changed, 3 rows gone; the largest change: E92000001 2020-2022 female age 0 from 61 to 40"]
    );
}

#[test]
fn of_constituencies() {
    let found = said("constituencies", |tables| {
        tables.constituencies[0].life_expectancy.value = 40.0;
        tables.constituencies.pop();
    });
    assert_eq!(
        found,
        ["constituencies: 1 row changed, 1 row gone; the largest change: E14001100 2022 from 75.25 to 40"]
    );
}

#[test]
fn of_districts() {
    let found = said("districts", |tables| {
        tables.districts[0].name.push('x');
    });
    assert_eq!(found, ["districts: 1 row changed"]);
}

#[test]
fn of_values_of_districts() {
    let found = said("district-values", |tables| {
        if let Estimate::Known(known) = &mut tables.district_values[0].rows[0].estimate {
            known.value = 0.5;
        }
        tables.district_values.pop();
    });
    assert_eq!(
        found,
        [
            "districts: imd-2025: 1 value changed; the largest change: E07000117 2025 from 37.25 to 0.5",
            "districts: life-expectancy-england: 2 values gone"
        ]
    );
}

#[test]
fn of_neighbourhoods() {
    let found = said("neighbourhoods", |tables| {
        let england = &mut tables.neighbourhoods[0].rows;
        england[0].rank += 100;
        england[1].area = england[0].area;
        tables.neighbourhoods[3].rows.pop();
    });
    assert_eq!(
        found,
        [
            "neighbourhoods: england: 1 row changed; the largest change: E01000001 rank from 3 to 103",
            "neighbourhoods: northern-ireland: 1 row gone"
        ]
    );
}

#[test]
fn of_borders() {
    let found = said("borders", |tables| {
        let mut grid = *tables.borders.grid();
        grid.easting += 1.0;
        let mut arcs = tables.borders.arcs().to_vec();
        arcs[0].points.reverse();
        tables.borders = Borders::new(grid, arcs).unwrap();
    });
    assert_eq!(found, ["borders: another grid", "borders: 1 arc changed"]);
}

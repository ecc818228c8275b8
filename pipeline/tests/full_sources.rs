//! The full source tables, where they are present: the figures they must reproduce, and `data/` as committed.
//!
//! Without them these tests say that they were left out.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop at what they did not expect")]

mod support;

use std::fs;
use std::path::Path;

use healthy_years::model::{AreaKind, Estimate, Known, Missing, Period, Sex};
use pipeline::coverage::Coverage;
use pipeline::import::{ByHand, import, save};
use pipeline::tables::{self, Tables};
use support::{TABLES, sources, workspace};

fn known(tables: &Tables, indicator: &str, area: &str, period: &str, sex: Option<Sex>) -> Known {
    let series = tables.series(indicator).unwrap();
    series.estimate(area.parse().unwrap(), period.parse().unwrap(), sex).and_then(Estimate::known).unwrap()
}

/// Value and limits, as published.
fn hle(tables: &Tables, area: &str, sex: Sex) -> (f64, f64, f64) {
    let known = known(tables, "healthy-life-expectancy", area, "2022-2024", Some(sex));
    let limits = known.limits.unwrap();
    (known.value, limits.lower, limits.upper)
}

#[test]
fn the_committed_tables_are_those_of_a_fresh_import() {
    let Some(sources) = sources("the_committed_tables_are_those_of_a_fresh_import") else { return };
    let mut fresh = import(&sources, ByHand::OURS, |_, _, _| ()).unwrap();
    // It is of no source and made by a command of its own.
    fresh.hexagons = TABLES.hexagons.clone();
    assert!(fresh == *TABLES, "data/ is not a fresh import: run the import and commit data/");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fresh-data");
    save(&fresh, &folder).unwrap();
    let mut files: Vec<_> =
        ["edition.txt", "areas.csv", "names.csv", "indicators.csv", "borders/grid.csv", "borders/arcs.csv"]
            .map(str::to_owned)
            .into();
    files.extend(fresh.indicators.iter().map(|indicator| format!("values/{}.csv", indicator.id)));
    let values = fs::read_dir(workspace().join("data/values")).unwrap().count();
    assert_eq!(values, files.len() - 6, "a file in data/values is no indicator's");
    files.extend(OTHER_TABLES.map(str::to_owned));
    for file in &files {
        let (fresh, committed) = (fs::read(folder.join(file)), fs::read(workspace().join("data").join(file)));
        assert_eq!(fresh.unwrap(), committed.unwrap(), "{file} is not as committed: run the import and commit data/");
    }
}

/// The tables that are not one value an area.
const OTHER_TABLES: [&str; 11] = [
    "hexagons.csv",
    "hexagons-quality.csv",
    "gradient.csv",
    "ages.csv",
    "constituencies.csv",
    "districts.csv",
    "district-values.csv",
    "neighbourhoods/england.csv",
    "neighbourhoods/wales.csv",
    "neighbourhoods/scotland.csv",
    "neighbourhoods/northern-ireland.csv",
];

#[test]
fn the_committed_tables_pass_the_check() {
    pipeline::check::check(&TABLES).unwrap();
    let expected = Coverage::read(&workspace().join("pipeline/coverage.csv")).unwrap();
    assert_eq!(Coverage::of(&TABLES).differences(&expected), Vec::<String>::new(), "run `pipeline coverage`");
}

#[test]
fn healthy_life_expectancy_has_5814_rows_of_245_areas() {
    let tables = &TABLES;
    let rows = &tables.series("healthy-life-expectancy").unwrap().rows;
    assert_eq!(rows.iter().filter(|row| row.estimate.known().is_some()).count(), 5814);
    assert_eq!(rows.iter().filter(|row| row.estimate == Estimate::Missing(Missing::TooFewPeople)).count(), 48);
    for first in 2014..=2022 {
        let period = Period::years(first, first + 2).unwrap();
        for sex in [Sex::Female, Sex::Male] {
            let known = |kind| {
                let there = |row: &&tables::ValueRow| row.period == period && row.sex == Some(sex);
                let areas = rows.iter().filter(there).filter(|row| row.estimate.known().is_some());
                areas.filter(|row| tables.areas.iter().any(|area| area.code == row.area && area.kind == kind)).count()
            };
            let counts = [AreaKind::Local, AreaKind::Region, AreaKind::CombinedAuthority].map(known);
            assert_eq!(counts, [216, 9, 15]);
            assert_eq!(known(AreaKind::Nation) + known(AreaKind::Uk), 5);
        }
    }
}

#[test]
fn figures_of_healthy_life_expectancy() {
    let tables = &TABLES;
    assert_eq!(hle(tables, "E06000009", Sex::Male), (50.9, 47.3, 54.4));
    assert_eq!(hle(tables, "E06000009", Sex::Female), (51.8, 47.4, 56.1));
    assert_eq!(hle(tables, "E09000027", Sex::Male), (69.3, 65.2, 73.5));
    assert_eq!(hle(tables, "E09000027", Sex::Female), (70.3, 65.2, 75.4));
    assert_eq!(hle(tables, "K02000001", Sex::Male), (60.7, 60.5, 60.9));
    assert_eq!(hle(tables, "K02000001", Sex::Female).0, 60.9);
}

#[test]
fn figures_of_deprivation() {
    let tables = &TABLES;
    let mut scores: Vec<_> = tables.series("imd-2025").unwrap().rows.iter().collect();
    scores.sort_by(|a, b| b.estimate.known().unwrap().value.total_cmp(&a.estimate.known().unwrap().value));
    assert_eq!(scores.len(), 153);
    let score = |at: usize| (scores[at].area.to_string(), scores[at].estimate.known().unwrap().value);
    assert_eq!(score(0), ("E06000009".to_owned(), 43.467));
    assert_eq!(score(152), ("E06000041".to_owned(), 6.102));
}

/// Read from the source tables with Python's csv module.
#[test]
fn figures_of_further_tables() {
    let tables = &TABLES;
    let value = |indicator, area, period| known(tables, indicator, area, period, None).value;
    assert_eq!(value("imd-2019", "E06000002", "2019"), 40.46);
    assert_eq!(value("imd-2019-income", "E06000001", "2019"), 22.8);
    assert_eq!(value("wimd-2025-most-deprived-tenth", "W06000015", "2025"), 16.97);
    assert_eq!(value("uk-composite", "N09000005", "2017-2020"), 62.310842986626255);
    assert_eq!(value("fuel-poverty", "E06000001", "2020"), 14.61);
    assert_eq!(value("disability", "E06000001", "2021-03-21"), 22.897150716382026);
    assert_eq!(value("active-adults", "E06000001", "2015-11-16..2016-11-15"), 62.7);
    assert_eq!(value("air-pollution", "E06000001", "2015"), 6.9913);
    let life = known(tables, "life-expectancy-england", "E92000001", "2015-2017", Some(Sex::Female));
    assert_eq!((life.value, life.limits), (83.1, None));
}

/// The divided counties of 2019 leave a reason; their successors have no figure.
#[test]
fn the_index_of_2019_has_no_figure_for_later_areas() {
    let rows = &TABLES.series("imd-2019").unwrap().rows;
    let reason = |row: &&tables::ValueRow| row.estimate == Estimate::Missing(Missing::BoundaryChange);
    let missing: Vec<_> = rows.iter().filter(reason).map(|row| row.area.to_string()).collect();
    assert_eq!(missing, ["E06000061", "E06000062", "E06000063", "E06000064"]);
    assert_eq!(rows.len(), 153);
}

#[test]
fn figures_of_child_poverty() {
    let tables = &TABLES;
    let share = |area| known(tables, "child-poverty-ahc", area, "2024-04..2025-03", None).value;
    assert_eq!(format!("{:.1}", share("E06000009")), "39.2");
    assert_eq!(format!("{:.1}", share("E09000027")), "10.6");
}

#[test]
fn every_area_with_healthy_life_expectancy_has_life_expectancy() {
    let tables = &TABLES;
    let with = |indicator: &str, period: &str| {
        let rows = tables.series(indicator).unwrap().rows.iter();
        let known = rows.filter(|row| row.period.to_string() == period && row.estimate.known().is_some());
        known.map(|row| (row.area, row.sex)).collect::<Vec<_>>()
    };
    assert_eq!(with("healthy-life-expectancy", "2021-2023"), with("life-expectancy", "2021-2023"));
}

#[test]
fn everyone_finds_their_place() {
    let tables = &TABLES;
    for (name, slugs) in [
        ("Hull", vec!["kingston-upon-hull"]),
        ("Burnley", vec!["lancashire"]),
        ("Cumbria", vec!["cumberland", "westmorland-and-furness"]),
        ("Brighton", vec!["brighton-and-hove"]),
        ("BCP", vec!["bournemouth-christchurch-and-poole"]),
        ("Bristol, City of", vec!["bristol"]),
        ("Caerdydd", vec!["cardiff"]),
        ("Ynys Môn", vec!["isle-of-anglesey"]),
        ("Western Isles", vec!["na-h-eileanan-siar"]),
        ("Derry", vec!["derry-city-and-strabane"]),
        ("Harrogate", vec!["north-yorkshire"]),
        ("Margate", vec!["kent"]),
    ] {
        let slug = |code| tables.areas.iter().find(|area| area.code == code).unwrap().slug.as_str();
        let found: Vec<_> = tables.names.iter().filter(|n| n.name == name).map(|n| slug(n.area)).collect();
        assert_eq!(found, slugs, "{name}");
    }
}

/// Read apart from the import: as JSON without a schema, and with the sides of arcs looked up by searching shapes.
#[test]
fn fifty_random_arcs_are_those_of_the_source() {
    let Some(sources) = sources("fifty_random_arcs_are_those_of_the_source") else { return };
    let text = fs::read_to_string(sources.join("geography/utla-2024-simplified-bng.topojson")).unwrap();
    let topology: serde_json::Value = serde_json::from_str(&text).unwrap();
    let shapes = topology["objects"]["utla"]["geometries"].as_array().unwrap();
    let table = fs::read_to_string(workspace().join("data/borders/arcs.csv")).unwrap();
    let rows: Vec<_> = table.lines().skip(1).collect();
    let mut random = 2024_u64;
    for _ in 0..50 {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = (random >> 33) as usize % rows.len();
        let mut sum = [0, 0];
        let step = |step: &serde_json::Value| {
            sum = [sum[0] + step[0].as_i64().unwrap(), sum[1] + step[1].as_i64().unwrap()];
            format!("{}:{}", sum[0], sum[1])
        };
        let points: Vec<_> = topology["arcs"][at].as_array().unwrap().iter().map(step).collect();
        // Brackets and commas around it: the text of a number in the text of a shape's arcs.
        let side = |signed: i64| {
            let holds = |shape: &&serde_json::Value| {
                let arcs = shape["arcs"].to_string();
                [("[", ","), ("[", "]"), (",", ","), (",", "]")]
                    .iter()
                    .any(|(a, b)| arcs.contains(&format!("{a}{signed}{b}")))
            };
            let found = shapes.iter().find(holds);
            found.map_or(String::new(), |shape| shape["properties"]["c"].as_str().unwrap().to_owned())
        };
        let expected = format!("{at},{},{},{}", side(!(at as i64)), side(at as i64), points.join(" "));
        assert_eq!(rows[at], expected);
    }
}

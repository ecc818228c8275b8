//! The tables that are not one value an area, against the full source tables where they are present: fifty rows of
//! each, drawn at random, are looked up by a reading of the sources that shares nothing with the import's.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop at what they did not expect")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{Nation, Sex};
use support::{TABLES, data, sources, workspace};

/// A row: cells by the name of their column.
type Cells = BTreeMap<String, String>;

fn rows(file: &Path) -> Vec<Cells> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// Fifty rows of one of our tables, the same ones at every run.
fn fifty(file: &str) -> Vec<Cells> {
    fifty_of(file, |_| true)
}

/// Fifty of the rows of one of our tables that are wanted: xorshift, as Marsaglia gives it.
fn fifty_of(file: &str, wanted: impl Fn(&Cells) -> bool) -> Vec<Cells> {
    let rows: Vec<Cells> = rows(&data().join(file)).into_iter().filter(wanted).collect();
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    let draw = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        rows[(state % rows.len() as u64) as usize].clone()
    };
    (0..50).map(draw).collect()
}

/// The one row of a source that has these texts in these columns.
fn find<'a>(rows: &'a [Cells], wanted: &[(&str, &str)]) -> &'a Cells {
    let found: Vec<&Cells> =
        rows.iter().filter(|row| wanted.iter().all(|(column, text)| row[*column] == *text)).collect();
    assert_eq!(found.len(), 1, "{wanted:?}");
    found[0]
}

fn same(ours: &str, theirs: &str, times: f64) {
    let (ours, theirs): (f64, f64) = (ours.parse().unwrap(), theirs.parse().unwrap());
    assert!((ours - theirs * times).abs() < 1e-9, "{ours} {theirs}");
}

fn capital(sex: &str) -> &'static str {
    if sex == "female" { "Female" } else { "Male" }
}

#[test]
fn fifty_rows_of_the_gradient() {
    let Some(sources) = sources("fifty_rows_of_the_gradient") else { return };
    let england = rows(&sources.join("gradient/england-imd-deciles.csv"));
    let wales = rows(&sources.join("gradient/wales-wimd-quintiles.csv"));
    for row in fifty("gradient.csv") {
        let period = row["period"].replace('-', " to ");
        let of =
            |rows, group| find(rows, &[("period", &period), ("sex", capital(&row["sex"])), (group, &row["group"])]);
        let (found, groups) = if row["nation"] == "england" {
            (of(&england, "imd_decile"), "10")
        } else {
            (of(&wales, "wimd_quintile"), "5")
        };
        let column = if row["measure"] == "healthy-life-expectancy" { "hle" } else { "le" };
        same(&row["value"], &found[column], 1.0);
        assert_eq!(row["groups"], groups);
    }
}

#[test]
fn fifty_rows_by_age() {
    let Some(sources) = sources("fifty_rows_by_age") else { return };
    let theirs = rows(&sources.join("life-expectancy/hle-by-age-uk-nations.csv"));
    for row in fifty("ages.csv") {
        let country = match row["area"].as_bytes()[0] {
            b'E' => "England",
            b'W' => "Wales",
            b'S' => "Scotland",
            b'N' => "Northern Ireland",
            _ => "United Kingdom",
        };
        let age = match (row["first_age"].as_str(), row["last_age"].as_str()) {
            ("0", "0") => "<1".to_owned(),
            (first, "") => format!("{first}+"),
            (first, last) => format!("{first:0>2} to {last:0>2}"),
        };
        let period = row["period"].replace('-', " to ");
        let sex = capital(&row["sex"]);
        let found = find(&theirs, &[("country", country), ("period", &period), ("sex", sex), ("age", &age)]);
        same(&row["healthy_life_expectancy"], &found["hle"], 1.0);
        same(&row["healthy_share"], &found["prop"], 1.0);
    }
}

#[test]
fn fifty_constituencies() {
    let Some(sources) = sources("fifty_constituencies") else { return };
    let theirs = rows(&sources.join("life-expectancy/le-constituency-2022.csv"));
    for row in fifty("constituencies.csv") {
        let found = find(&theirs, &[("Code", &row["code"]), ("Period", &row["period"]), ("Area name", &row["name"])]);
        same(&row["life_expectancy"], &found["Life expectancy (years)"], 1.0);
        same(&row["lower"], &found["Lower 95% confidence interval"], 1.0);
        same(&row["upper"], &found["Upper 95% confidence interval"], 1.0);
    }
}

#[test]
fn fifty_districts() {
    let Some(sources) = sources("fifty_districts") else { return };
    let theirs = rows(&sources.join("geography/ltla24-utla24-region24-england-wales.csv"));
    for row in fifty("districts.csv") {
        find(&theirs, &[("ltla24_code", &row["code"]), ("ltla24_name", &row["name"]), ("utla24_code", &row["area"])]);
    }
}

#[test]
fn fifty_values_of_districts() {
    let Some(sources) = sources("fifty_values_of_districts") else { return };
    let deprivation = rows(&sources.join("deprivation/england-iod2025-ltla24.csv"));
    let with = rows(&sources.join("life-expectancy/le-at-birth-2021-23.csv"));
    let without = rows(&sources.join("life-expectancy/le-at-birth-england-2015-17-to-2023-25.csv"));
    for row in fifty("district-values.csv") {
        let (code, value) = (row["district"].as_str(), row["value"].as_str());
        if row["measure"] == "life-expectancy-england" {
            let period = format!("{} - {}", &row["period"][..4], &row["period"][7..]);
            let keys = [("area_code", code), ("period", &period), ("inequality", capital(&row["sex"]))];
            same(value, &find(&without, &keys)["value"], 1.0);
            assert!(row["lower"].is_empty());
        } else if row["measure"] == "life-expectancy" {
            assert_eq!(row["period"], "2021-2023");
            let found = find(&with, &[("Area code", code), ("Sex", capital(&row["sex"]))]);
            same(value, &found["Life expectancy"], 1.0);
            same(&row["lower"], &found["Lower confidence interval"], 1.0);
            same(&row["upper"], &found["Upper confidence interval"], 1.0);
        } else {
            let (column, times) = deprivation_column(&row["measure"]);
            same(value, &find(&deprivation, &[("ltla24_code", code)])[column], times);
            assert!(row["period"] == "2025" && row["sex"].is_empty() && row["lower"].is_empty());
        }
    }
}

fn deprivation_column(measure: &str) -> (&'static str, f64) {
    match measure {
        "imd-2025" => ("imd_average_score", 1.0),
        "imd-2025-most-deprived-tenth" => ("imd_proportion_of_lso_as_in_most_deprived_10_percent_nationally", 100.0),
        "imd-2025-income" => ("income_average_score", 100.0),
        "imd-2025-employment" => ("employment_average_score", 100.0),
        "imd-2025-education" => ("education_skills_and_training_average_score", 1.0),
        "imd-2025-health" => ("health_deprivation_and_disability_average_score", 1.0),
        "imd-2025-crime" => ("crime_average_score", 1.0),
        "imd-2025-housing-services" => ("barriers_to_housing_and_services_average_score", 1.0),
        "imd-2025-living-environment" => ("living_environment_average_score", 1.0),
        other => panic!("{other}"),
    }
}

#[test]
fn fifty_neighbourhoods_of_each_nation() {
    let Some(sources) = sources("fifty_neighbourhoods_of_each_nation") else { return };
    let england = [
        ("income_share", "income_score", 100.0),
        ("employment_share", "employment_score", 100.0),
        ("education_score", "education_score", 1.0),
        ("crime_score", "crime_score", 1.0),
        ("housing_services_score", "housing_and_services_score", 1.0),
        ("living_environment_score", "environment_score", 1.0),
    ];
    let wales = [("income_score", "income_score", 1.0), ("employment_score", "employment_score", 1.0)];
    for (ours, theirs, code, scores) in [
        ("england", "england-iod2025-lsoa", "lsoa21_code", &england[..]),
        ("wales", "wales-wimd2019-lsoa", "lsoa11_code", &wales[..]),
        ("scotland", "scotland-simd2020-dz", "dz11_code", &[]),
        ("northern-ireland", "northern-ireland-nimdm2017-soa", "soa01_code", &[]),
    ] {
        let theirs = rows(&sources.join(format!("neighbourhoods/{theirs}.csv")));
        for row in fifty(&format!("neighbourhoods/{ours}.csv")) {
            // Every row of the stored sources carries a code of December 2024.
            let found = find(&theirs, &[(code, &row["code"]), ("area", &row["area"])]);
            same(&row["rank"], &found["imd_rank"], 1.0);
            same(&row["tenth"], &found["imd_decile"], 1.0);
            scores.iter().for_each(|(ours, theirs, times)| same(&row[*ours], &found[*theirs], *times));
        }
    }
}

/// Figures to reproduce, from the sources' README.
#[test]
fn figures_of_the_gradient_and_neighbourhoods() {
    let tables = &*TABLES;
    let ends = |sex: Sex| {
        let of = |one: &&healthy_years::model::Gradient| {
            one.index.nation == Nation::England && one.sex == sex && one.period.to_string() == "2022-2024"
        };
        let gradient = tables.gradient.iter().find(of).unwrap();
        (gradient.healthy[0], gradient.healthy[9])
    };
    assert_eq!((ends(Sex::Male), ends(Sex::Female)), ((49.8, 69.2), (48.2, 68.5)));
    let counts: Vec<usize> = tables.neighbourhoods.iter().map(|nation| nation.rows.len()).collect();
    assert_eq!((&counts[..], counts.iter().sum()), (&[33_755, 1909, 6976, 890][..], 43_530_usize));
    assert_eq!(tables.neighbourhoods_by_area().len(), 218);
    assert_eq!((tables.constituencies.len(), tables.districts.len()), (650, 164));
}

#[test]
fn fifty_areas() {
    let Some(sources) = sources("fifty_areas") else { return };
    let places = rows(&sources.join("geography/utla24-region-nation.csv"));
    let people = rows(&sources.join("geography/population-mid2022.csv"));
    let everyday = rows(&workspace().join("pipeline/everyday-names.csv"));
    for row in fifty_of("areas.csv", |row| row["kind"] == "local") {
        let found = find(&places, &[("c", &row["code"])]);
        let region = if found["rgn"].starts_with("E12") { found["rgn"].as_str() } else { "" };
        assert_eq!(row["region"], region);
        assert_eq!(row["population"], find(&people, &[("code", &row["code"])])["pop_all"]);
        let name = everyday.iter().find(|name| name["code"] == row["code"]).unwrap_or(found);
        assert_eq!(row["name"], name["name"]);
    }
}

#[test]
fn fifty_names() {
    let Some(sources) = sources("fifty_names") else { return };
    let places = rows(&sources.join("geography/utla24-region-nation.csv"));
    let districts = rows(&sources.join("geography/ltla24-utla24-region24-england-wales.csv"));
    let local: BTreeSet<&str> = places.iter().map(|place| place["c"].as_str()).collect();
    let by_hand = by_hand();
    let official = |row: &Cells| {
        row["kind"] == "official" && local.contains(row["area"].as_str()) && !by_hand.contains_key(&name_of(row))
    };
    for row in fifty_of("names.csv", official) {
        find(&places, &[("c", &row["area"]), ("name", &row["name"])]);
    }
    for row in fifty_of("names.csv", |row| row["kind"] == "district") {
        find(&districts, &[("utla24_code", &row["area"]), ("ltla24_name", &row["name"])]);
    }
}

/// Every name of `pipeline/names.csv` is among ours, and every one of another kind than official and district is from
/// there. The kind of a name that is a district's too is the district's.
#[test]
fn names_written_by_hand() {
    let own: BTreeSet<(String, String)> =
        rows(&data().join("areas.csv")).into_iter().map(|area| (area["code"].clone(), area["name"].clone())).collect();
    let ours: BTreeMap<_, _> =
        rows(&data().join("names.csv")).iter().map(|row| (name_of(row), row["kind"].clone())).collect();
    let by_hand = by_hand();
    for (name, kind) in by_hand.iter().filter(|(name, _)| !own.contains(name)) {
        let found = ours.get(name).unwrap();
        assert!(found == kind || ["official", "district"].contains(&found.as_str()), "{name:?}: {found}, {kind}");
    }
    for (name, kind) in ours.iter().filter(|(_, kind)| !["official", "district"].contains(&kind.as_str())) {
        assert_eq!(by_hand.get(name), Some(kind), "{name:?}");
    }
}

/// The area and name of a row of `data/names.csv`.
fn name_of(row: &Cells) -> (String, String) {
    (row["area"].clone(), row["name"].clone())
}

/// The kinds of the names in `pipeline/names.csv`, by area and name.
fn by_hand() -> BTreeMap<(String, String), String> {
    let areas = rows(&data().join("areas.csv"));
    let slugs: BTreeMap<&str, &str> = areas.iter().map(|area| (area["slug"].as_str(), area["code"].as_str())).collect();
    let mut kinds = BTreeMap::new();
    for row in rows(&workspace().join("pipeline/names.csv")) {
        for slug in row["areas"].split_whitespace() {
            kinds.insert((slugs[slug].to_owned(), row["name"].clone()), row["kind"].clone());
        }
    }
    kinds
}

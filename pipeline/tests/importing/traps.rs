//! Every trap of the publishers' tables, on small tables made by hand.

use crate::support::Fixture;
use healthy_years::model::{AreaKind, Estimate, Known, Limits, Mark, Missing, NameKind, Sex};
use pipeline::tables::Tables;

fn estimate(tables: &Tables, indicator: &str, area: &str, period: &str, sex: Option<Sex>) -> Option<Estimate> {
    tables.series(indicator).unwrap().estimate(area.parse().unwrap(), period.parse().unwrap(), sex)
}

fn known(value: f64, limits: Option<(f64, f64)>, mark: Mark) -> Option<Estimate> {
    let limits = limits.map(|(lower, upper)| Limits { lower, upper });
    Some(Estimate::Known(Known { value, limits, mark }))
}

fn missing(reason: Missing) -> Option<Estimate> {
    Some(Estimate::Missing(reason))
}

fn jobs(area: &str) -> Option<Estimate> {
    let tables = Fixture::new(&format!("jobs-{area}")).import().unwrap();
    estimate(&tables, "jobs", area, "2022", None)
}

#[test]
fn values_keep_all_their_digits() {
    assert_eq!(jobs("E06000009"), known(61.123456789, Some((60.0, 62.5)), Mark::Published));
}

#[test]
fn codes_of_other_years_are_the_same_areas() {
    assert_eq!(jobs("S12000049"), known(64.0, Some((63.0, 65.0)), Mark::Published));
    assert_eq!(jobs("E08000016"), known(62.0, Some((61.0, 63.0)), Mark::Published));
}

#[test]
fn of_two_codes_with_one_value_the_current_one_gives_the_limits() {
    assert_eq!(jobs("E06000065"), known(71.0, Some((69.0, 73.0)), Mark::Published));
}

#[test]
fn two_codes_with_different_values_stop_the_import() {
    let fixture = Fixture::new("two-values").with("sources/ons-local-statistics/jobs.csv", ",62.0,", ",62.1,");
    assert_eq!(
        fixture.complaint(),
        "ons-local-statistics/jobs.csv, line 11: E08000016 2022 differs from line 10; expected the same figures under both codes"
    );
}

#[test]
fn two_codes_with_limits_far_apart_stop_the_import() {
    let fixture = Fixture::new("two-limits").with("sources/ons-local-statistics/jobs.csv", ",69,73.1,", ",69,75,");
    let complaint = fixture.complaint();
    assert!(complaint.starts_with("ons-local-statistics/jobs.csv, line 13: E06000065 2022 differs"), "{complaint}");
}

#[test]
fn one_code_twice_with_different_values_stops_the_import() {
    let row = "E06000009,Blackpool,Some geography,Affordability,2025-04-01,5.2,Some measure,%,,,,\n";
    let other = row.replace("5.2", "5.3");
    let fixture =
        Fixture::new("twice").with("sources/ons-local-statistics/affordability.csv", row, &format!("{row}{other}"));
    assert!(fixture.complaint().contains("line 3: E06000009 2025-04-01 differs from line 2"));
}

#[test]
fn equal_rows_of_one_area_are_one_figure() {
    let row = "E06000009,Blackpool,Some geography,Affordability,2025-04-01,5.2,Some measure,%,,,,\n";
    let file = "sources/ons-local-statistics/affordability.csv";
    let tables = Fixture::new("twice-equal").with(file, row, &format!("{row}{row}")).import().unwrap();
    assert_eq!(tables.series("affordability").unwrap().rows.len(), 2);
}

#[test]
fn divided_areas_leave_a_reason_for_their_successors() {
    assert_eq!(jobs("E06000063"), missing(Missing::BoundaryChange));
    assert_eq!(jobs("E06000064"), missing(Missing::BoundaryChange));
    let tables = Fixture::new("after-division").import().unwrap();
    assert_eq!(estimate(&tables, "jobs", "E06000063", "2024", None), known(74.0, None, Mark::Published));
    assert_eq!(estimate(&tables, "jobs", "E06000064", "2024", None), None);
}

#[test]
fn a_blank_after_the_division_is_just_not_available() {
    let fixture = Fixture::new("blank-after")
        .with("sources/ons-local-statistics/jobs.csv", "2024-01-01/P1Y,74,", "2024-01-01/P1Y,,")
        .with("sources/ons-local-statistics/jobs.csv", "Some measure,%,,,,\n", "Some measure,%,,,x,\n");
    let tables = fixture.import().unwrap();
    assert_eq!(estimate(&tables, "jobs", "E06000063", "2024", None), missing(Missing::NotAvailable));
}

#[test]
fn flags_become_reasons_and_notes_become_marks() {
    assert_eq!(jobs("E09000001"), missing(Missing::Suppressed));
    assert_eq!(jobs("E06000053"), missing(Missing::NotAvailable));
    assert_eq!(jobs("E06000052"), known(70.0, None, Mark::LimitsUnreliable));
    assert_eq!(jobs("E10000017"), known(70.0, None, Mark::Aggregated));
}

#[test]
fn a_combined_value_belongs_to_the_larger_area() {
    let tables = Fixture::new("combined").import().unwrap();
    let heart = |area| estimate(&tables, "heart-deaths", area, "2020-2022", None);
    assert_eq!(heart("E09000012"), known(44.0, Some((37.0, 52.0)), Mark::WithNeighbour));
    assert_eq!(heart("E09000001"), missing(Missing::WithNeighbour));
    assert_eq!(heart("E06000052"), known(40.0, Some((35.0, 45.0)), Mark::WithNeighbour));
    assert_eq!(heart("E06000053"), missing(Missing::WithNeighbour));
}

#[test]
fn northern_ireland_comes_from_its_own_survey_and_is_marked() {
    assert_eq!(jobs("N09000003"), known(63.0, Some((62.0, 64.0)), Mark::OtherSurvey));
    assert_eq!(jobs("N92000002"), known(66.0, Some((65.0, 67.0)), Mark::OtherSurvey));
}

#[test]
fn a_district_of_a_nation_that_is_not_covered_stops_the_import() {
    let fixture = Fixture::new("other-nation").with(
        "sources/ons-local-statistics/affordability.csv",
        "W06000015,Cardiff",
        "N09000003,Belfast",
    );
    assert_eq!(
        fixture.complaint(),
        "ons-local-statistics/affordability.csv, line 3, column “areacd”: found “N09000003”, expected an area of a nation that the indicator covers"
    );
}

#[test]
fn places_that_are_not_ours_are_left_out() {
    let tables = Fixture::new("left-out").import().unwrap();
    let codes: Vec<_> = tables.series("jobs").unwrap().rows.iter().map(|row| row.area.to_string()).collect();
    for code in ["K03000001", "E07000117", "E47000010", "E10000006", "E10000023", "E08000038"] {
        assert!(!codes.iter().any(|other| other == code), "{code}");
    }
    assert!(codes.iter().any(|code| code == "K02000001"));
}

#[test]
fn a_ratio_labelled_as_a_percentage_is_a_ratio() {
    let tables = Fixture::new("ratio").import().unwrap();
    let indicator = tables.indicators.iter().find(|indicator| indicator.id.as_str() == "affordability").unwrap();
    assert_eq!(indicator.unit.suffix, "");
    assert_eq!(estimate(&tables, "affordability", "E06000009", "2025-04-01", None), known(5.2, None, Mark::Published));
}

#[test]
fn too_few_people_is_said_in_every_period() {
    let tables = Fixture::new("too-few").import().unwrap();
    for area in ["E09000001", "E06000053"] {
        for sex in [Sex::Female, Sex::Male] {
            let outcome = |indicator, period| estimate(&tables, indicator, area, period, Some(sex));
            assert_eq!(outcome("healthy-life-expectancy", "2011-2013"), missing(Missing::TooFewPeople));
            assert_eq!(outcome("healthy-life-expectancy", "2014-2016"), missing(Missing::TooFewPeople));
            assert_eq!(outcome("life-expectancy", "2021-2023"), missing(Missing::TooFewPeople));
        }
    }
}

#[test]
fn one_file_for_both_sexes_is_one_indicator() {
    let tables = Fixture::new("sexes").import().unwrap();
    let hle = |sex| estimate(&tables, "healthy-life-expectancy", "E06000009", "2011-2013", Some(sex));
    assert_eq!(hle(Sex::Female), known(61.5, Some((59.5, 63.5)), Mark::Published));
    assert_eq!(hle(Sex::Male), known(60.5, Some((58.5, 62.5)), Mark::Published));
}

#[test]
fn domain_scores_of_counties_are_marked_as_computed() {
    let tables = Fixture::new("domains").import().unwrap();
    let score = |indicator, area| estimate(&tables, indicator, area, "2025", None);
    assert_eq!(score("imd-income", "E06000009"), known(35.7, None, Mark::Published));
    assert_eq!(score("imd-income", "E10000017"), known(20.31, None, Mark::Computed));
    assert_eq!(score("imd", "E10000017"), known(25.25, None, Mark::Published));
}

#[test]
fn areas_have_everyday_names_and_keep_the_official_ones() {
    let tables = Fixture::new("areas").import().unwrap();
    let area = |slug: &str| tables.areas.iter().find(|area| area.slug == slug).unwrap();
    assert_eq!(area("bristol").name, "Bristol");
    assert_eq!(area("st-helens").name, "St Helens");
    assert_eq!(area("west-midlands-combined-authority").kind, AreaKind::CombinedAuthority);
    assert_eq!(area("glasgow").region, None);
    let names = |name: &str| tables.names.iter().filter(|other| other.name == name).collect::<Vec<_>>();
    assert_eq!(names("Bristol, City of")[0].kind, NameKind::Official);
    assert_eq!(names("Cumbria").len(), 2);
    assert_eq!(names("Burnley").len(), 1, "a district and a town of one name are one name");
    assert!(names("Blackpool").is_empty(), "its own name is no other name");
}

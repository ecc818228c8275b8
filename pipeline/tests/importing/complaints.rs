//! What an import says about a table that is not as it should be: file, line, column and what was expected.

use crate::support::Fixture;

const JOBS: &str = "sources/ons-local-statistics/jobs.csv";
const BLACKPOOL: &str = "E06000009,Blackpool,Some geography,Jobs,2022-01-01/P1Y,61.123456789,Some measure,%,60,62.5,,";

/// The complaint about jobs.csv with its row for Blackpool replaced.
fn about_blackpool(test: &str, row: &str) -> String {
    let complaint = Fixture::new(test).with(JOBS, BLACKPOOL, row).complaint();
    complaint.strip_prefix("ons-local-statistics/jobs.csv, line 9").unwrap_or(&complaint).to_owned()
}

fn replaced(test: &str, from: &str, to: &str) -> String {
    about_blackpool(test, &BLACKPOOL.replacen(from, to, 1))
}

#[test]
fn a_missing_column() {
    let complaint = Fixture::new("no-column").with(JOBS, "observation", "value").complaint();
    assert!(
        complaint
            .starts_with("ons-local-statistics/jobs.csv, line 1: expected one column “observation”; found: areacd,"),
        "{complaint}"
    );
}

#[test]
fn text_for_a_number() {
    for (test, text) in [("text-1", "about 61"), ("text-2", "NaN"), ("text-3", "inf"), ("text-4", "1e999")] {
        let expected = format!(", column “observation”: found “{text}”, expected a number or nothing");
        assert_eq!(replaced(test, "61.123456789", text), expected);
    }
}

#[test]
fn an_unknown_code() {
    assert_eq!(
        replaced("code", "E06000009", "E06000099"),
        ", column “areacd”: found “E06000099”, expected the code of a place that the import knows"
    );
}

#[test]
fn swapped_or_single_limits() {
    let outside = ", column “observation”: found “61.123456789”, expected a lower limit ≤ the value ≤ the upper limit";
    assert_eq!(replaced("swapped", "60,62.5", "62.5,60"), outside);
    assert_eq!(replaced("outside", "60,62.5", "61.5,62.5"), outside);
    assert!(replaced("single", "60,62.5", "60,").ends_with("expected both limits or neither"));
}

#[test]
fn a_blank_without_a_reason_and_a_value_with_one() {
    let limits = ", column “observation”: found “”, expected limits only where there is a value";
    assert_eq!(replaced("only-limits", "61.123456789", ""), limits);
    assert_eq!(
        replaced("no-reason", "61.123456789,Some measure,%,60,62.5", ",Some measure,%,,"),
        ", column “observation”: found “”, expected a number, or a status x or u that says why there is none"
    );
    assert_eq!(
        replaced("reason", "62.5,,", "62.5,x,"),
        ", column “status”: found “x”, expected a status and a note that the import knows"
    );
}

#[test]
fn an_unknown_note() {
    assert_eq!(
        replaced("note", "62.5,,", "62.5,,Counted differently since 2030"),
        ", column “notes”: found “Counted differently since 2030”, expected a status and a note that the import knows"
    );
}

#[test]
fn another_unit() {
    assert_eq!(replaced("unit", ",%,", ",per 1000,"), ", column “unit”: found “per 1000”, expected the unit “%”");
}

#[test]
fn another_writing_of_periods() {
    assert_eq!(
        replaced("period", "2022-01-01/P1Y", "2022"),
        ", column “period”: found “2022”, expected a day, or a start and a duration such as 2022-01-01/P3Y"
    );
}

#[test]
fn a_new_series() {
    assert_eq!(
        replaced("series", ",Jobs,", ",Good jobs,"),
        ", column “indicator”: found “Good jobs”, expected one of the series in indicators.toml: Jobs"
    );
}

#[test]
fn a_ragged_row_and_another_encoding() {
    assert!(replaced("ragged", ",%,", ",").starts_with(": expected a row of CSV in UTF-8"));
    let complaint = Fixture::new("latin").with_file(JOBS, b"areacd\nYnys M\xF4n\n").complaint();
    assert!(complaint.starts_with("ons-local-statistics/jobs.csv, line 2: expected a row of CSV in UTF-8"));
}

#[test]
fn an_empty_table_and_one_that_is_not_there() {
    let complaint = Fixture::new("empty").with_file(JOBS, b"").complaint();
    assert_eq!(complaint, "ons-local-statistics/jobs.csv, line 1: expected one column “areacd”; found: ");
    let fixture = Fixture::new("absent");
    std::fs::remove_file(fixture.folder.join(JOBS)).unwrap();
    assert!(fixture.complaint().starts_with("ons-local-statistics/jobs.csv: "));
}

#[test]
fn a_series_that_is_gone() {
    let header = "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n";
    let fixture = Fixture::new("gone").with_file("sources/ons-local-statistics/heart.csv", header.as_bytes());
    assert_eq!(
        fixture.complaint(),
        "indicators.toml: “heart-deaths” has no values; expected its series in the source tables"
    );
}

#[test]
fn a_new_file() {
    let fixture = Fixture::new("new-file").with_file("sources/ons-local-statistics/new.csv", b"areacd\n");
    assert_eq!(fixture.complaint(), "ons-local-statistics/new.csv: expected a description in indicators.toml");
}

#[test]
fn an_area_without_population() {
    let fixture = Fixture::new("population").with(
        "sources/geography/population-mid2022.csv",
        "E06000009,Blackpool",
        "E06000099,Blackpool",
    );
    assert_eq!(
        fixture.complaint(),
        "geography/utla24-region-nation.csv, line 2, column “c”: found “E06000009”, expected a code that geography/population-mid2022.csv has too"
    );
}

#[test]
fn other_life_expectancies() {
    let file = "sources/life-expectancy/le-at-birth-2021-23.csv";
    let complaint = Fixture::new("le-age").with(file, "<1", "65 to 69").complaint();
    assert!(complaint.ends_with("line 2, column “Age group”: found “65 to 69”, expected “<1”"));
    let complaint = Fixture::new("le-sex").with(file, "Male,1", "Persons,3").complaint();
    assert!(complaint.ends_with("column “Sex”: found “Persons”, expected Female or Male"), "{complaint}");
}

#[test]
fn other_deprivation_scores() {
    let file = "sources/deprivation/england-iod2025-utla24.csv";
    let complaint = Fixture::new("share").with(file, "0.357", "35.7").complaint();
    assert!(complaint.ends_with("line 2, column “income_avg_score”: found “35.7”, expected a share from 0 to 1"));
    let complaint = Fixture::new("origin").with(file, "official File 10", "guessed").complaint();
    assert!(complaint.ends_with("found “guessed”, expected published, official … or computed …"), "{complaint}");
}

#[test]
fn mistakes_in_the_tables_written_by_hand() {
    let complaint = Fixture::new("hand-slug").with("names.csv", "cardiff", "cardif").complaint();
    assert_eq!(
        complaint,
        "names.csv, line 3, column “areas”: found “cardif”, expected slugs of areas, with spaces between"
    );
    let complaint = Fixture::new("hand-code").with("everyday-names.csv", "E06000023", "E06000024").complaint();
    assert_eq!(complaint, "everyday-names.csv: E06000024 (Bristol): expected the code of an area");
    let complaint = Fixture::new("hand-slugs").with("everyday-names.csv", ",Bristol", ",Blackpool").complaint();
    assert!(complaint.contains("“Blackpool” and “Blackpool” have one slug"), "{complaint}");
    let complaint = Fixture::new("hand-source").with("indicators.toml", "[source.heart]", "[source.hart]").complaint();
    assert_eq!(complaint, "indicators.toml: expected a [source.heart]");
    let complaint = Fixture::new("hand-sector").with("indicators.toml", "\"behaviour\"", "\"habits\"").complaint();
    assert!(complaint.starts_with("indicators.toml: “heart-deaths”: expected a sector: “habits” is not one of:"));
    let complaint = Fixture::new("hand-key").with("indicators.toml", "decimals = 1", "decimal = 1").complaint();
    assert!(complaint.contains("unknown field `decimal`"), "{complaint}");
}

#[test]
fn a_crosswalk_that_says_something_else() {
    for (at, (from, to, expected)) in [
        ("\"E08000016\"", "\"E08000017\"", "found E08000038 → E08000017, expected E08000016"),
        ("[\"E08000016\"]", "[]", "found E08000038 → nothing, expected E08000016"),
        ("E10000006", "E10000007", "found E10000007 → E06000063 and E06000064, expected no such code"),
        ("    \"E08000038\": [\"E08000016\"],\n", "", "found no E08000038, expected E08000038 → E08000016"),
        ("E08000039", "E08000038", "found E08000038 twice at line 4 column "),
        ("\"map\"", "\"codes\"", "missing field `map` at line "),
    ]
    .into_iter()
    .enumerate()
    {
        let complaint = Fixture::new(&format!("crosswalk-{at}")).with(CROSSWALK, from, to).complaint();
        crosswalk(&complaint, expected);
    }
}

#[test]
fn a_crosswalk_that_is_empty_cut_off_or_in_another_encoding() {
    let said = |test: &str, bytes: &[u8]| Fixture::new(test).with_file(CROSSWALK, bytes).complaint();
    let sound = std::fs::read(Fixture::original(CROSSWALK)).unwrap();
    crosswalk(&said("crosswalk-empty", b"{\"map\": {}}\n"), "found no E08000038, expected E08000038 → E08000016");
    crosswalk(&said("crosswalk-cut", &sound[..sound.len() - 3]), "EOF while parsing an object at line ");
    crosswalk(&said("crosswalk-latin", b"{\"map\": {\"\xF4\": []}}\n"), "invalid unicode code point at line 1 column ");
    let wide: Vec<u8> = sound.iter().flat_map(|byte| [*byte, 0]).collect();
    crosswalk(&said("crosswalk-wide", &wide), "key must be a string at line 1 column 2");
}

const CROSSWALK: &str = "sources/geography/utla-code-crosswalk.json";

fn crosswalk(complaint: &str, expected: &str) {
    let expected = format!("geography/utla-code-crosswalk.json: {expected}");
    assert!(complaint.starts_with(&expected), "found    {complaint}\nexpected {expected}…");
    assert!(!complaint.trim_end().ends_with("expected"), "{complaint}");
}

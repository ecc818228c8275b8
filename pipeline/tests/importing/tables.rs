//! Our own tables: written, read back, replaced as a whole, and what reading and checking say about a broken one.

use std::fs;
use std::path::Path;

use crate::support::Fixture;
use pipeline::check::check;
use pipeline::import::save;
use pipeline::tables::{self, Tables};

/// The fixture's tables, saved in its folder.
fn saved(test: &str) -> (Fixture, Tables) {
    let fixture = Fixture::new(test);
    let tables = fixture.import().unwrap();
    save(&tables, &fixture.folder.join("data")).unwrap();
    (fixture, tables)
}

/// What reading says once a table has been broken.
fn broken(test: &str, file: &str, from: &str, to: &str) -> String {
    let (fixture, _) = saved(test);
    let fixture = fixture.with(&format!("data/{file}"), from, to);
    tables::read(&fixture.folder.join("data")).unwrap_err().to_string()
}

fn listing(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn tables_read_back_as_they_were_written() {
    let (fixture, tables) = saved("read-back");
    assert_eq!(tables::read(&fixture.folder.join("data")).unwrap(), tables);
}

#[test]
fn a_second_run_replaces_the_tables_and_keeps_what_is_not_a_table() {
    let (fixture, tables) = saved("second-run");
    let data = fixture.folder.join("data");
    fs::write(data.join("README.md"), "ours").unwrap();
    fs::write(data.join("values/stale.csv"), "area").unwrap();
    let before = fs::read(data.join("values/jobs.csv")).unwrap();
    save(&tables, &data).unwrap();
    assert_eq!(fs::read(data.join("values/jobs.csv")).unwrap(), before);
    assert_eq!(fs::read_to_string(data.join("README.md")).unwrap(), "ours");
    assert!(!data.join("values/stale.csv").exists());
    assert!(listing(&fixture.folder).iter().all(|name| !name.starts_with('.')), "nothing is left beside");
}

#[test]
fn what_an_interrupted_run_left_aside_is_put_back() {
    let (fixture, tables) = saved("interrupted");
    let (data, aside) = (fixture.folder.join("data"), fixture.folder.join(".data.old"));
    fs::write(data.join("README.md"), "ours").unwrap();
    fs::rename(&data, &aside).unwrap();
    save(&tables, &data).unwrap();
    assert_eq!(fs::read_to_string(data.join("README.md")).unwrap(), "ours");
    assert!(!aside.exists());
}

#[test]
fn a_failure_while_writing_leaves_the_tables_as_they_were() {
    let (fixture, mut tables) = saved("failure");
    let data = fixture.folder.join("data");
    let before = listing(&data);
    // A file stands where the new tables would be written first.
    let staged = fixture.folder.join(".data.new");
    fs::write(&staged, "in the way").unwrap();
    tables.edition = "2027-01".to_owned();
    assert!(save(&tables, &data).is_err());
    assert_eq!(listing(&data), before);
    assert_eq!(tables::read(&data).unwrap().edition, "2026-06");
}

#[test]
fn a_folder_that_holds_something_else_is_not_replaced() {
    let (fixture, tables) = saved("something-else");
    let complaint = save(&tables, &fixture.folder.join("sources")).unwrap_err().to_string();
    assert!(complaint.contains("expected a folder of tables, with edition.txt; found"), "{complaint}");
    let complaint = save(&tables, &fixture.folder.join("names.csv")).unwrap_err().to_string();
    assert!(complaint.contains("names.csv: "), "{complaint}");
    fs::create_dir(fixture.folder.join("fresh")).unwrap();
    fs::write(fixture.folder.join("fresh/README.md"), "ours").unwrap();
    save(&tables, &fixture.folder.join("fresh")).unwrap();
}

#[test]
fn broken_tables_say_where() {
    assert_eq!(
        broken("b-1", "edition.txt", "2026-06", "June"),
        "edition.txt, line 1: found “June”, expected a month such as 2026-06"
    );
    assert_eq!(
        broken("b-2", "values/jobs.csv", "E06000009", "E06000099"),
        "values/jobs.csv, line 2, column “area”: found “E06000099”, expected the code of an area in areas.csv"
    );
    assert!(broken("b-3", "values/jobs.csv", ",60,62.5,", ",63,62.5,").contains("line 2, column “value”"));
    assert!(broken("b-4", "values/jobs.csv", "suppressed", "hidden").contains("“hidden” is not one of: not-published"));
    assert!(
        broken("b-5", "values/jobs.csv", ",2022,,61", ",2022,female,61").contains("expected nothing: the indicator")
    );
    assert!(broken("b-6", "values/healthy-life-expectancy.csv", ",female,", ",both,").contains("expected a sex"));
    assert!(broken("b-7", "areas.csv", "bristol", "blackpool").contains("the slug “blackpool” is already on line"));
    assert!(broken("b-8", "names.csv", "E06000023,", "E06000024,").contains("the code of an area in areas.csv"));
    assert!(broken("b-9", "indicators.csv", ",england,", ",wales england,").contains("in this order"));
    assert!(broken("b-10", "indicators.csv", "outcome", "income").contains("column “sector”"));
    assert!(
        broken("b-12", "borders/grid.csv", "500.5", "0")
            .ends_with("grid.csv: a grid without finite origin and steps above 0")
    );
    let arc = "borders/arcs.csv, line 4, column “";
    assert_eq!(
        broken("b-13", "borders/arcs.csv", "\n2,", "\n3,"),
        format!("{arc}arc”: found “3”, expected 2: arcs are numbered from 0")
    );
    assert_eq!(
        broken("b-14", "borders/arcs.csv", "\n2,E08000013,", "\n2,E08000013,E12000002"),
        format!("{arc}right”: found “E12000002”, expected the code of a local area in areas.csv")
    );
    assert_eq!(
        broken("b-15", "borders/arcs.csv", "\n2,E08000013,", "\n2,E08000013,E08000013"),
        format!("{arc}right”: found “E08000013”, expected another area than on the left")
    );
    assert_eq!(
        broken("b-16", "borders/arcs.csv", "50:80 50:70", "50:80 n/a"),
        format!(
            "{arc}points”: found “50:80 n/a 80:70 80:80”, expected two points or more such as 70:20 80:30, of whole numbers from 0 to 65535"
        )
    );
    assert_eq!(
        broken("b-17", "borders/arcs.csv", "50:80 50:70", "50:81 50:70"),
        "borders/arcs.csv: the outline of E08000013 does not close"
    );
    let (fixture, _) = saved("b-11");
    fs::remove_file(fixture.folder.join("data/values/jobs.csv")).unwrap();
    assert!(tables::read(&fixture.folder.join("data")).unwrap_err().to_string().starts_with("values/jobs.csv: "));
}

#[test]
fn a_row_that_stands_twice_is_refused() {
    let row = "W06000015,2025-04-01,,7.1,,,\n";
    let complaint = broken("b-twice", "values/affordability.csv", row, &format!("{row}{row}"));
    assert_eq!(
        complaint,
        "values/affordability.csv, line 4: W06000015 2025-04-01 is already on line 3; expected one row for each"
    );
}

#[test]
fn the_check_counts_areas_and_knows_units_and_nations() {
    let mut tables = Fixture::new("check").import().unwrap();
    tables.indicators[4].nations.truncate(1);
    tables.indicators[4].name = "x".repeat(61);
    tables.borders = Default::default();
    let said = check(&tables).unwrap_err().to_string();
    for sentence in [
        "areas.csv: 15 areas of kind local, expected 218",
        "borders/arcs.csv: expected an arc with E06000009 on one side only",
        "indicators.csv: expected “child-poverty-bhc”",
        "indicators.csv: “jobs”: expected a name of at most 60 characters",
        "values/jobs.csv: W06000015 is in a nation that the indicator does not cover",
    ] {
        assert!(said.lines().any(|line| line == sentence), "{sentence}\n--\n{said}");
    }
}

#[test]
fn the_command_says_in_a_sentence_why_it_stopped() {
    let (fixture, _) = saved("command");
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_pipeline"))
            .args(arguments)
            .current_dir(&fixture.folder)
            .output()
            .unwrap();
        (output.status.success(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(
        run(&["check", "--data", "nowhere"]),
        (false, "edition.txt: No such file or directory (os error 2)\n".to_owned())
    );
    let (success, said) = run(&["check", "--data", "data"]);
    assert!(!success && said.contains("areas.csv: 15 areas of kind local, expected 218"), "{said}");
    let (success, said) = run(&["import", "--sources", "nowhere", "--out", "data"]);
    assert!(!success && said.starts_with("ons-local-statistics: "), "{said}");
}

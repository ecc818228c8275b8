//! What `pipeline check` says of `data/` once it has been changed in one place: the check of the tables, and the
//! committed counts.

#![allow(clippy::unwrap_used, reason = "helpers of tests stop at what they did not expect")]

mod support;

use std::path::Path;

use healthy_years::model::{Estimate, Nation, Standing};
use pipeline::check::check;
use pipeline::coverage::Coverage;
use pipeline::tables::{Series, Tables};
use support::TABLES;

/// Everything that is wrong once the tables have been changed, one sentence a line.
fn said(change: impl FnOnce(&mut Tables)) -> String {
    let mut tables = TABLES.clone();
    change(&mut tables);
    let expected = Coverage::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("coverage.csv")).unwrap();
    let wrong = check(&tables).err().map(|wrong| wrong.to_string());
    wrong.into_iter().chain(Coverage::of(&tables).differences(&expected)).collect::<Vec<_>>().join("\n")
}

fn of_districts<'a>(tables: &'a mut Tables, id: &str) -> &'a mut Series {
    tables.district_values.iter_mut().find(|series| series.indicator.as_str() == id).unwrap()
}

fn set(estimate: &mut Estimate, value: f64) {
    if let Estimate::Known(known) = estimate {
        known.value = value;
    }
}

#[test]
fn the_committed_tables_pass() {
    assert_eq!(said(|_| ()), "");
}

#[test]
fn a_value_of_a_district_that_cannot_be() {
    for (id, value, expected) in [
        ("life-expectancy-england", -3.0, "“life-expectancy-england”: E07000008 2015-2017: -3 is no years"),
        ("life-expectancy-england", 5.0, "“life-expectancy-england”: E07000008 2015-2017: 5 is no years"),
        ("imd-2025", -4.0, "“imd-2025”: E07000008 2025: -4 is no average score"),
        ("imd-2025-health", -5.5, "“imd-2025-health”: E07000008 2025: -5.5 is no average score (0 is typical)"),
        ("imd-2025-income", 100.5, "“imd-2025-income”: E07000008 2025: 100.5 is no "),
    ] {
        let said = said(|tables| set(&mut of_districts(tables, id).rows[0].estimate, value));
        assert!(said.starts_with(&format!("district-values.csv: {expected}")), "{said}");
    }
}

#[test]
fn a_measure_or_period_that_is_gone() {
    let measure = said(|tables| tables.district_values.retain(|series| series.indicator.as_str() != "imd-2025-crime"));
    assert_eq!(measure, "districts:imd-2025-crime: 2025: nothing; expected 164 rows of 164");
    let period = said(|tables| {
        let rows = &mut of_districts(tables, "life-expectancy-england").rows;
        rows.retain(|row| row.period.to_string() != "2015-2017");
    });
    assert_eq!(period, "districts:life-expectancy-england: 2015-2017: nothing; expected 328 rows of 164");
    let gradient = said(|tables| tables.gradient.retain(|one| one.period.to_string() != "2022-2024"));
    assert!(
        gradient.contains("gradient:england:healthy-life-expectancy: 2022-2024: nothing; expected 20 rows of 10"),
        "{gradient}"
    );
    let total = said(|tables| tables.gradient.iter_mut().for_each(|one| one.total = None));
    assert!(
        total.contains("gradient:england:life-expectancy: ") && total.contains(": nothing; expected 20"),
        "{total}"
    );
    let ages = said(|tables| tables.ages.retain(|one| one.period.to_string() != "2011-2013"));
    assert_eq!(ages, "ages: 2011-2013: nothing; expected 200 rows of 5");
}

#[test]
fn names_that_are_gone() {
    let none = said(|tables| tables.names.clear());
    assert!(none.starts_with("names.csv: expected names that areas are looked up by\nnames: nothing; "), "{none}");
    let one = said(|tables| drop(tables.names.pop()));
    assert!(one.starts_with("names: 962 rows of "), "{one}");
}

#[test]
fn a_neighbourhood_or_district_that_moved() {
    let neighbourhood = said(|tables| {
        let england = tables.neighbourhoods.iter_mut().find(|one| one.index.nation == Nation::England).unwrap();
        let row = england.rows.iter_mut().find(|row| row.area.to_string() == "E06000009").unwrap();
        row.area = "E09000027".parse().unwrap();
    });
    assert_eq!(
        neighbourhood,
        "neighbourhoods:E06000009: 93 rows of 93; expected 94 rows of 94\n\
         neighbourhoods:E09000027: 116 rows of 116; expected 115 rows of 115"
    );
    let district = said(|tables| tables.districts[0].area = "E10000017".parse().unwrap());
    assert_eq!(
        district,
        "districts:E10000003: 4 rows of 4; expected 5 rows of 5\n\
         districts:E10000017: 13 rows of 13; expected 12 rows of 12"
    );
}

#[test]
fn a_population_beyond_reason() {
    for people in [0, 12, 50_000_000] {
        let said = said(|tables| tables.areas[0].population = Some(people));
        let expected = format!("areas.csv: E06000001: a population of {people}, expected one from 1000 to 3000000");
        assert_eq!(said, expected);
    }
}

#[test]
fn a_standing_that_its_name_contradicts() {
    let at = |standing| TABLES.indicators.iter().position(|one| one.standing == standing).unwrap();
    for (standing, ending) in [(Standing::NotOfficial, "(not official)"), (Standing::Superseded, "(superseded)")] {
        let at = at(standing);
        let said = said(|tables| tables.indicators[at].standing = Standing::Official);
        let expected = format!("expected a standing that goes with “{ending}” at the end of its name");
        assert!(said.ends_with(&expected), "{said}");
    }
}

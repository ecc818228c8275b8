//! Tables with a row an area: what becomes of each, and what is said of a broken one.

use crate::support::Fixture;
use healthy_years::model::{Estimate, Known, Mark, Missing, Sex, Standing};
use pipeline::check::check;
use pipeline::coverage::{self, Coverage};
use pipeline::import::save;
use pipeline::tables::{Tables, ValueRow};

fn rows<'a>(tables: &'a Tables, indicator: &str) -> &'a [ValueRow] {
    &tables.series(indicator).unwrap().rows
}

/// Area, period, value or none, and what is said of it.
fn told(tables: &Tables, indicator: &str) -> Vec<(String, String, Option<f64>, &'static str)> {
    use healthy_years::model::Listed;
    let tell = |row: &ValueRow| match row.estimate {
        Estimate::Known(Known { value, mark, .. }) => (Some(value), mark.id()),
        Estimate::Missing(why) => (None, why.id()),
    };
    let line = |row| {
        let (value, status) = tell(row);
        (row.area.to_string(), row.period.to_string(), value, status)
    };
    rows(tables, indicator).iter().map(line).collect()
}

fn row(
    area: &str,
    period: &str,
    value: impl Into<Option<f64>>,
    status: &'static str,
) -> (String, String, Option<f64>, &'static str) {
    (area.to_owned(), period.to_owned(), value.into(), status)
}

#[test]
fn an_index_of_2019_is_put_under_the_codes_of_2024() {
    let tables = Fixture::new("at-2019").import().unwrap();
    assert_eq!(
        told(&tables, "imd-2019"),
        [
            row("E06000009", "2019", 45.0, ""),
            row("E06000063", "2019", None, "boundary-change"),
            row("E06000064", "2019", None, "boundary-change"),
            row("E06000065", "2019", 14.8, ""),
        ]
    );
    assert_eq!(told(&tables, "imd-2019-crime")[3], row("E06000065", "2019", -0.9, ""));
}

#[test]
fn indices_of_nations_are_computed_shares() {
    let tables = Fixture::new("at-nations").import().unwrap();
    assert_eq!(told(&tables, "wales-2019"), [row("W06000015", "2019", 18.0, "computed")]);
    assert_eq!(told(&tables, "wales-2025"), [row("W06000015", "2025", 16.97, "computed")]);
    assert_eq!(told(&tables, "scotland"), [row("S12000049", "2020", 44.3, "computed")]);
    assert_eq!(told(&tables, "northern-ireland"), [row("N09000003", "2017", 39.68, "computed")]);
}

#[test]
fn a_composite_keeps_areas_of_ours_only() {
    let tables = Fixture::new("at-composite").import().unwrap();
    let expected = [row("E06000009", "2017-2020", 45.5, ""), row("E47000007", "2017-2020", 32.1, "")];
    assert_eq!(told(&tables, "composite"), expected);
    let indicator = tables.indicators.iter().find(|indicator| indicator.id.as_str() == "composite").unwrap();
    assert_eq!((indicator.standing, indicator.about.licence.as_str()), (Standing::NotOfficial, "Another licence"));
}

#[test]
fn years_that_hold_other_years_figures_are_left_out() {
    let tables = Fixture::new("at-filled").import().unwrap();
    assert_eq!(
        told(&tables, "noise"),
        [
            row("E06000009", "2015", 3.0, ""),
            row("E06000009", "2017", 4.0, ""),
            row("E10000017", "2015", 2.0, "computed"),
            row("E10000017", "2017", 3.0, "computed"),
            row("E10000017", "2019", 3.2, "computed"),
        ]
    );
}

#[test]
fn computed_values_that_are_not_what_the_measure_says_are_left_out() {
    let series = "series = \"Noise\"\n";
    let flagged = format!("{series}published_only = true\n");
    let tables = Fixture::new("at-published-only").with("indicators.toml", series, &flagged).import().unwrap();
    assert_eq!(
        told(&tables, "noise"),
        [
            row("E06000009", "2015", 3.0, ""),
            row("E06000009", "2017", 4.0, ""),
            row("E10000017", "2015", None, "not-published"),
            row("E10000017", "2017", None, "not-published"),
            row("E10000017", "2019", None, "not-published"),
        ]
    );
    assert_eq!(rule(&tables, "noise"), "");
}

#[test]
fn a_measure_may_have_a_rule_of_its_own() {
    let series = "series = \"Noise\"\n";
    let ruled = format!("{series}computed_rule = \"its own\"\n");
    let tables = Fixture::new("at-own-rule").with("indicators.toml", series, &ruled).import().unwrap();
    assert_eq!(rule(&tables, "noise"), "its own");
}

fn rule<'a>(tables: &'a Tables, id: &str) -> &'a str {
    let indicator = tables.indicators.iter().find(|indicator| indicator.id.as_str() == id).unwrap();
    &indicator.about.computed_rule
}

#[test]
fn a_year_that_is_not_as_described_stops_the_import() {
    let file = "sources/circumstances/health-index-england-underlying-2015-2021.csv";
    let said = Fixture::new("at-filled-1").with(file, "2016.0,E06000009,3.5", "2016.0,E06000009,3.6").complaint();
    assert_eq!(
        said,
        "circumstances/health-index-england-underlying-2015-2021.csv: line 4: found figures of its own for “Noise” \
         in 2016, expected a year filled from its neighbours, as indicators.toml says"
    );
    let said = Fixture::new("at-filled-2").with("indicators.toml", "[2016, 2018]", "[2016]").complaint();
    assert_eq!(
        said,
        "circumstances/health-index-england-underlying-2015-2021.csv: line 8: found the figures of the year before \
         for “Noise” in 2018, expected figures of its own"
    );
}

#[test]
fn a_county_without_all_its_districts_has_no_figure() {
    let tables = Fixture::new("at-districts").import().unwrap();
    assert_eq!(
        told(&tables, "inactive"),
        [
            row("E06000009", "2015-11-16..2016-11-15", 30.1, ""),
            row("E06000009", "2016-11-16..2017-11-15", 29.9, ""),
            row("E10000017", "2015-11-16..2016-11-15", 25.5, "computed"),
            row("E10000017", "2016-11-16..2017-11-15", None, "not-published"),
        ]
    );
}

#[test]
fn counts_added_up_over_districts_are_computed() {
    let tables = Fixture::new("at-added").import().unwrap();
    assert_eq!(
        told(&tables, "fuel"),
        [
            row("E06000009", "2020", 20.0, ""),
            row("E06000063", "2020", 13.37, "computed"),
            row("E10000017", "2020", 15.0, "computed"),
        ]
    );
    let file = "sources/circumstances/fuel-poverty-england-2020.csv";
    assert_eq!(
        Fixture::new("at-ratio").with(file, "400.0,20.0", "400.0,21.0").complaint(),
        "circumstances/fuel-poverty-england-2020.csv, line 4, column “pct”: found “21.0”, expected 20.00, the \
         percentage of the counts beside it"
    );
}

#[test]
fn a_census_share_is_of_the_day() {
    let tables = Fixture::new("at-census").import().unwrap();
    assert_eq!(told(&tables, "overcrowding")[1], row("W06000015", "2021-03-21", 4.0, ""));
}

#[test]
fn total_life_expectancy_over_time_leaves_districts_out() {
    let tables = Fixture::new("at-life").import().unwrap();
    let series = tables.series("life-england").unwrap();
    let estimate = |area: &str, sex| series.estimate(area.parse().unwrap(), "2015-2017".parse().unwrap(), Some(sex));
    let known = |value| Some(Estimate::Known(Known { value, limits: None, mark: Mark::Published }));
    assert_eq!(estimate("E06000009", Sex::Female), known(79.1));
    assert_eq!(estimate("E92000001", Sex::Male), known(79.5));
    assert_eq!(estimate("E09000001", Sex::Female), Some(Estimate::Missing(Missing::TooFewPeople)));
    assert_eq!(series.rows.iter().filter(|row| row.estimate.known().is_some()).count(), 3);
}

#[test]
fn rules_stand_where_values_are_computed() {
    let tables = Fixture::new("at-rules").import().unwrap();
    for (indicator, series) in tables.indicators.iter().zip(&tables.values) {
        assert_eq!(series.has_computed(), !indicator.about.computed_rule.is_empty(), "{}", indicator.id);
    }
    let without =
        Fixture::new("at-no-rule").with("indicators.toml", "computed_rule = \"added up over districts\"\n", "");
    assert_eq!(
        without.complaint(),
        "indicators.toml: “fuel” has computed values; expected `computed_rule` at its source"
    );
}

#[test]
fn a_name_without_its_mark_is_refused() {
    let said = Fixture::new("at-mark-1").with("indicators.toml", "Composite (not official)", "Composite").complaint();
    assert_eq!(said, "indicators.toml: “composite”: expected a name that ends with “(not official)”");
    let said = Fixture::new("at-mark-2").with("indicators.toml", "2019 (superseded)", "2019").complaint();
    assert_eq!(said, "indicators.toml: “imd-2019”: expected a name that ends with “(superseded)”");
}

#[test]
fn counts_of_areas_are_written_and_read_back() {
    let fixture = Fixture::new("at-coverage");
    let (data, file) = (fixture.folder.join("data"), fixture.folder.join("coverage.csv"));
    let mut tables = fixture.import().unwrap();
    save(&tables, &data).unwrap();
    coverage::command(&data, &file).unwrap();
    let expected = Coverage::read(&file).unwrap();
    assert!(Coverage::of(&tables).differences(&expected).is_empty());
    let at = tables.indicators.iter().position(|indicator| indicator.id.as_str() == "composite").unwrap();
    tables.values[at].rows.pop();
    assert_eq!(
        Coverage::of(&tables).differences(&expected),
        ["values/composite.csv: 2017-2020: 1 of 15 areas and 0 others; expected 1 of 15 areas and 1 others"]
    );
}

#[test]
fn the_check_knows_marks_rules_periods_and_signs() {
    let mut tables = Fixture::new("at-check").import().unwrap();
    let at = |id: &str| tables.indicators.iter().position(|indicator| indicator.id.as_str() == id).unwrap();
    let (composite, noise, fuel, overcrowding) = (at("composite"), at("noise"), at("fuel"), at("overcrowding"));
    tables.indicators[composite].name = "Composite".to_owned();
    tables.indicators[overcrowding].about.computed_rule = "somehow".to_owned();
    tables.indicators[fuel].about.computed_rule.clear();
    tables.values[overcrowding].rows[0].period = "1987".parse().unwrap();
    if let Estimate::Known(known) = &mut tables.values[noise].rows[0].estimate {
        known.value = -3.0;
    }
    let said = check(&tables).unwrap_err().to_string();
    for sentence in [
        "indicators.csv: “composite”: expected a name that ends with “(not official)”",
        "indicators.csv: “overcrowding”: expected no computed_rule: no value is computed",
        "indicators.csv: “fuel”: expected how its computed values were computed",
        "values/overcrowding.csv: 1987 is no sound period",
        "values/noise.csv: E06000009 2015: -3 is no units",
    ] {
        assert!(said.lines().any(|line| line == sentence), "{sentence}\n--\n{said}");
    }
}

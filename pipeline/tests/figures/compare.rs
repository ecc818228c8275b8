//! The figures of Compare on the real data: every mix of places lays out, and what is said is what was published.

use crate::every_place::{WIDTHS, assert_sound};
use crate::support::DATA;

use healthy_years::figure::{self, Figure, Marks, Reading, TrendLook};
use healthy_years::model::AreaKind;
use healthy_years::view::View;

fn figures(query: &str) -> Vec<Figure> {
    let (atlas, manifest) = &*DATA;
    let (view, bad) = View::at("/compare/", query);
    let (settled, dropped) = figure::settle(&view, atlas, manifest);
    assert!(bad.is_empty() && dropped.is_empty() && settled == view, "{query}: {bad:?} {dropped:?}");
    figure::figures(atlas, &view).unwrap()
}

/// A place of every kind beside one of every kind, and beside two; `every_place.rs` has each place alone and among five.
#[test]
fn every_mix_of_kinds_lays_out() {
    let kinds = [AreaKind::Local, AreaKind::Region, AreaKind::CombinedAuthority, AreaKind::Nation, AreaKind::Uk];
    let code = |kind: usize, nth: usize| DATA.0.areas_of(kinds[kind % 5]).nth(nth).map(|area| area.code.to_string());
    for at in 0..25 {
        let (one, other, third) = (code(at, 0), code(at / 5, 1), code(at + 1, 2));
        let two: Vec<String> = [one, other].into_iter().flatten().collect();
        for areas in [two.clone(), two.into_iter().chain(third).collect()] {
            let query = ["areas=", &areas.join(",")].concat();
            figures(&query).iter().for_each(|figure| assert_sound(&query, figure, &WIDTHS));
        }
    }
}

/// The pair that is shown until places are chosen is what it is said to be.
#[test]
fn the_first_pair_is_the_most_and_the_least_deprived_of_england() {
    let (_, scores) = DATA.0.latest("imd-2025", None).unwrap();
    let mut places: Vec<(f64, &str)> = Vec::new();
    for (area, score) in DATA.0.areas.iter().zip(scores) {
        places.extend(
            score.known().filter(|_| area.kind == AreaKind::Local).map(|known| (known.value, area.name.as_str())),
        );
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert_eq!((places[0].1, places[places.len() - 1].1), ("Wokingham", "Blackpool"));
    let rows: Vec<String> = figures("")[0].table.rows.iter().map(|row| row.cells[0].shown().to_owned()).collect();
    assert_eq!(rows, ["Blackpool", "Wokingham"]);
    assert!(figures("")[0].cautions[0].contains("No place is chosen"), "{:?}", figures("")[0].cautions);
}

/// `healthy-life-expectancy.csv` and `life-expectancy.csv`, 2021–23 and 2022–24, women. By hand: 52.9 / 78.9 = 67%,
/// 70.8 / 85.6 = 83%; 51.8 − 69.4 = −17.6, half its interval is √(8.7² + 6.9²) / 2 =
/// 5.552026657 (Python).
#[test]
fn values_are_those_published() {
    let [lives, difference, _, _] = figures("areas=E06000009,E06000041").try_into().unwrap();
    let cells = |figure: &Figure, row: usize| -> Vec<String> {
        figure.table.rows[row].cells.iter().map(|cell| cell.shown().to_owned()).collect()
    };
    assert_eq!(cells(&lives, 0), ["Blackpool", "52.9", "48.4", "57.4", "26.0", "78.9", "78.4", "79.5", "67%"]);
    assert_eq!(cells(&lives, 1), ["Wokingham", "70.8", "67.6", "74.0", "14.8", "85.6", "85.1", "86.0", "83%"]);
    assert_eq!(
        cells(&difference, 0),
        ["Blackpool against Wokingham", "51.8", "69.4", "−17.6", "−23.2", "−12.0", "clearly lower"]
    );
    assert!(lives.subtitle.contains("2021–23") && difference.subtitle.contains("2022–24"));
    assert_eq!(
        difference.table.csv("", &difference.sources),
        "code,pair,first,second,difference,lower,upper,verdict,period,about,source\r\n\
         E06000009,Blackpool against Wokingham,51.8,69.4,-17.6,-23.152026657,-12.047973343,clearly lower,2022-2024,,\
         \"Healthy life expectancy at birth: Office for National Statistics, Health state life expectancies, UK, \
         released 19 February 2026. Open Government Licence v3.0.\"\r\n"
    );
    assert!(lives.table.csv("", &[]).starts_with("code,place,healthy,healthy_lower,healthy_upper,unhealthy,total,"));
}

#[test]
fn five_places_make_ten_pairs_the_first_against_the_others_first() {
    let [lives, difference, _, _] =
        figures("areas=E06000009,W06000015,E12000001,E47000001,S92000003&sort=first").try_into().unwrap();
    assert_eq!((lives.table.rows.len(), difference.table.rows.len()), (5, 10));
    let pairs: Vec<&str> = difference.readings.iter().map(Reading::name).collect();
    assert_eq!(
        pairs[..5],
        [
            "Blackpool against Cardiff",
            "Blackpool against North East",
            "Blackpool against Greater Manchester",
            "Blackpool against Scotland",
            "Cardiff against North East"
        ]
    );
    assert!(difference.cautions.iter().any(|said| said.contains("of 20 pairs")), "{:?}", difference.cautions);
    assert!(difference.notes.iter().any(|said| said.contains("part of its region")), "{:?}", difference.notes);
}

#[test]
fn one_place_stands_beside_its_nation_and_the_uk_and_england_beside_the_nations() {
    let names = |query: &str| -> Vec<String> {
        figures(query)[0].table.rows.iter().map(|row| row.cells[0].shown().to_owned()).collect()
    };
    assert_eq!(names("areas=W06000015"), ["Cardiff", "Wales"]);
    assert_eq!(names("areas=E92000001"), ["England", "Wales", "Scotland", "Northern Ireland"]);
    assert_eq!(names("areas=K02000001"), ["United Kingdom", "England", "Wales", "Scotland", "Northern Ireland"]);
}

/// z of the changes of women from 2017–19 to 2022–24, Python, from the published values and limits: Blackpool −1.3, Cardiff
/// −1.5, North East −3.8, Greater Manchester −3.9, Scotland −5.8.
#[test]
fn over_time_each_place_has_the_others_behind_on_one_scale() {
    let [_, _, trend, _] = figures("areas=E06000009,W06000015,E12000001,E47000001,S92000003").try_into().unwrap();
    assert_eq!(trend.title, "Women’s healthy life expectancy: clearly lower than in 2017–19 in 3 of 5 places");
    assert!(trend.summary.contains("in Scotland (−2.8: −3.7 to −1.9)"), "{}", trend.summary);
    let Marks::Trend(marks) = &trend.marks else { unreachable!("another kind of figure") };
    assert!(marks.one_scale);
    for panel in &marks.panels {
        let quiet = panel.lines.iter().filter(|line| line.look == TrendLook::Quiet);
        let names: Vec<&str> = quiet.map(|line| line.name.as_str()).collect();
        assert_eq!(names.len(), 4, "{names:?}");
        assert!(names.iter().all(|name| !name.starts_with(&panel.name)), "{}: {names:?}", panel.name);
    }
    assert_eq!((trend.table.rows.len(), trend.readings.len()), (60, 60));
    assert!(trend.chosen.is_empty() && trend.coverage == "5 of 5 places");
    let sorted = figures("areas=E06000009,W06000015&sort=-years").remove(2).table;
    assert_eq!(sorted.rows[0].cells[2].shown(), "64.8", "Cardiff, 2018–20");
}

/// One chosen place lies on its nation's spread, which it has in the picture already, so that its nation is no second place.
#[test]
fn circumstances_are_those_of_the_chosen_places_or_of_the_first_pair() {
    let columns = |query: &str| -> Vec<&str> {
        let [_, _, _, strips] = figures(query).try_into().unwrap();
        strips.table.columns.iter().map(|column| column.key).filter(|key| key.contains('_')).collect()
    };
    let spread = ["lower_quartile", "upper_quartile"];
    assert_eq!(columns(""), [&["place_a", "place_b", "nation_a"], &spread[..]].concat());
    assert_eq!(columns("areas=W06000015"), [&["place_a", "nation_a"], &spread[..]].concat());
    assert_eq!(columns("areas=E06000009,W06000015&sort=-nation_b"), ["place_a", "place_b", "nation_a", "nation_b"]);
    let [_, _, _, strips] = figures("areas=E06000009").try_into().unwrap();
    assert!(strips.title.starts_with("Blackpool") && strips.summary.contains("stands out"), "{}", strips.summary);
}

#[test]
fn a_place_without_figures_says_why_and_stays_in_the_tables() {
    let [lives, difference, _, _] = figures("areas=E09000001,E06000053").try_into().unwrap();
    assert!(lives.marks.is_empty() && difference.marks.is_empty());
    assert_eq!((lives.table.rows.len(), difference.table.rows.len()), (2, 1));
    let why = "too few people live there for an estimate";
    assert!(lives.missing.iter().chain(&difference.missing).all(|said| said.contains(why)), "{:?}", lives.missing);
    assert_eq!((lives.missing.len(), difference.missing.len()), (2, 2));
    assert!(difference.table.rows[0].cells[6].shown().contains(why));
    assert!(
        difference.table.csv("", &[]).ends_with("City of London against Isles of Scilly,,,,,,,2022-2024,,\r\n"),
        "{}",
        difference.table.csv("", &[])
    );
    let [lives, difference, _, _] = figures("areas=E09000001,E06000009,E06000041").try_into().unwrap();
    assert_eq!((lives.readings.len(), difference.readings.len()), (4, 1));
    assert!(
        difference.summary.starts_with("In 2022–24, healthy life expectancy of women was clearly lower in Blackpool")
    );
}

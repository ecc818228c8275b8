//! The hexagon map in `data/`: what it must keep, and that it is what it says it is. What is checked of every edition
//! is in `pipeline check`.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod support;

use healthy_years::model::{Code, Hexagon, HexagonMap};
use pipeline::check::check;
use pipeline::hexagons;
use support::TABLES;

fn named(name: &str) -> Code {
    TABLES.areas.iter().find(|area| area.name == name && area.population.is_some()).unwrap().code
}

/// East and south of the middle of an area, in halves of a hexagon's width and in rows.
fn place(name: &str) -> (u16, u16) {
    TABLES.hexagons.map.hexagon(named(name)).unwrap().centre()
}

/// What `check` says once the map has been changed.
fn said(change: impl FnOnce(&mut Vec<(Code, Hexagon)>)) -> String {
    let mut places = TABLES.hexagons.map.places().to_vec();
    change(&mut places);
    let mut tables = TABLES.clone();
    tables.hexagons.map = HexagonMap::new(places).unwrap();
    check(&tables).err().map(|wrong| wrong.to_string()).unwrap_or_default()
}

#[test]
fn two_thirds_of_all_neighbours_are_kept_and_most_in_their_direction() {
    let kept = TABLES.hexagons.kept;
    assert_eq!(kept.neighbours, 506, "as many as the borders have");
    assert!(3 * kept.kept >= 2 * kept.neighbours, "{kept:?}");
    assert!(4 * kept.in_direction >= 3 * kept.kept, "{kept:?}");
}

#[test]
fn the_map_costs_what_the_table_says() {
    assert_eq!(hexagons::cost(&TABLES.areas, &TABLES.borders, &TABLES.hexagons.map), TABLES.hexagons.cost);
}

#[test]
fn the_compass_holds() {
    for (west, east) in [
        ("Hillingdon", "City of London"),
        ("City of London", "Havering"),
        ("Cornwall", "Devon"),
        ("Isles of Scilly", "Cornwall"),
        ("Hampshire", "Kent"),
        ("Leicestershire", "Norfolk"),
        ("Pembrokeshire", "Cardiff"),
        ("Liverpool", "Kingston upon Hull"),
        ("Highland", "Aberdeen"),
        ("Fermanagh and Omagh", "Belfast"),
        ("Belfast", "Dumfries and Galloway"),
    ] {
        assert!(place(west).0 < place(east).0, "{west} is west of {east}");
    }
    for (north, south) in [
        ("Enfield", "City of London"),
        ("City of London", "Croydon"),
        ("City of London", "Bromley"),
        ("Hampshire", "Isle of Wight"),
        ("Norfolk", "Suffolk"),
        ("Isle of Anglesey", "Cardiff"),
        ("Northumberland", "Leeds"),
        ("Shetland Islands", "Orkney Islands"),
        ("Orkney Islands", "Highland"),
        ("Causeway Coast and Glens", "Newry, Mourne and Down"),
    ] {
        assert!(place(north).1 < place(south).1, "{north} is north of {south}");
    }
}

/// A strip of 33 would have a side of 33; a disc, about seven.
#[test]
fn london_is_a_compact_block() {
    let london = TABLES.areas.iter().filter(|area| area.region == Some(Code::LONDON));
    let middles: Vec<_> = london.map(|area| place(&area.name)).collect();
    assert_eq!(middles.len(), 33);
    let span =
        |of: fn(&(u16, u16)) -> u16| middles.iter().map(of).max().unwrap() - middles.iter().map(of).min().unwrap();
    assert!(span(|middle| middle.0) <= 2 * 7 && span(|middle| middle.1) <= 8);
}

#[test]
fn what_is_wrong_with_a_map_is_said() {
    assert_eq!(said(|_| ()), "");
    let blackpool = named("Blackpool");
    let gone = said(|places| places.retain(|place| place.0 != blackpool));
    assert_eq!(gone, "hexagons.csv: 1 areas without a hexagon, the first E06000009: run `pipeline hexagons`");
    let moved = |area: &str, to: Hexagon| {
        let area = named(area);
        said(|places| places.iter_mut().filter(|place| place.0 == area).for_each(|place| place.1 = to))
    };
    let far = moved("Blackpool", Hexagon { column: 99, row: 99 });
    assert!(far.contains("hexagons.csv: E12000002 is in ") && far.contains(" parts, expected one"), "{far}");
    assert!(far.contains("hexagons-quality.csv: Kept { neighbours: 506, "), "{far}");
    let beside = TABLES.hexagons.map.hexagon(named("Cornwall")).unwrap();
    let landed = moved("Isles of Scilly", Hexagon { column: beside.column - 1, row: beside.row });
    assert!(landed.contains("hexagons.csv: E06000052 is beside E06000053, expected sea between"), "{landed}");
}

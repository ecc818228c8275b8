//! Borders in `data/` against what Python makes of the source's geometry: shapes put together and measured from the
//! topology (British National Grid) by the shoelace formula, neighbours from shapes that hold an arc in either
//! direction.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod support;

use std::collections::BTreeSet;

use healthy_years::model::borders::Ring;
use healthy_years::model::{AreaKind, Code};
use support::TABLES;

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// The outline of an area, a region or a nation.
fn outline(of: Code) -> Vec<Ring> {
    let within: BTreeSet<Code> = TABLES.areas.iter().filter(|area| area.is_within(of)).map(|area| area.code).collect();
    TABLES.borders.outline(|code| within.contains(&code))
}

fn km2(of: Code) -> f64 {
    outline(of).iter().map(|ring| TABLES.borders.km2(ring)).sum()
}

fn local() -> impl Iterator<Item = Code> {
    TABLES.areas.iter().filter(|area| area.kind == AreaKind::Local).map(|area| area.code)
}

#[test]
fn every_area_has_the_size_of_the_source() {
    for (area, expected) in [
        ("E06000009", 33.349_891_649_317_38),   // Blackpool
        ("E06000053", 13.130_973_540_742_668),  // Isles of Scilly
        ("E09000001", 2.638_113_897_444_215),   // City of London
        ("E10000024", 2_104.849_368_355_416),   // Nottinghamshire, around Nottingham
        ("N09000003", 137.777_882_131_883_27),  // Belfast
        ("S12000013", 2_935.863_192_176_541),   // Na h-Eileanan Siar
        ("S12000017", 26_298.364_177_846_735),  // Highland
        ("W06000001", 714.464_017_824_850_7),   // Isle of Anglesey
        ("E12000007", 1_583.515_947_751_594_2), // London
        ("E12000009", 23_915.134_197_364_478),  // South West
        ("E92000001", 130_666.862_013_574_78),  // England
        ("N92000002", 14_321.517_790_478_732),  // Northern Ireland
        ("S92000003", 78_729.550_886_475_58),   // Scotland
        ("W92000004", 20_808.012_120_324_485),  // Wales
        ("K02000001", 244_525.942_810_853_54),  // all
    ] {
        let found = km2(code(area));
        assert!((found - expected).abs() < 1e-6 * expected, "{area}: {found}");
    }
}

#[test]
fn every_area_has_a_shape_and_together_they_are_the_uk() {
    let all: f64 = local().map(km2).sum();
    assert!(local().all(|area| km2(area) > 1.0));
    assert!((all - km2(Code::UK)).abs() < 1e-6);
    let rings: Vec<_> = local().map(outline).collect();
    assert_eq!(rings.iter().map(Vec::len).sum::<usize>(), 281);
    let holes = rings.iter().flatten().filter(|ring| TABLES.borders.km2(ring) < 0.0);
    assert_eq!(holes.count(), 4, "Derby, Leicester, Nottingham, Stoke-on-Trent");
    let (regions, nations) = (["E12", "N92", "S92", "W92"], ["E92", "N92", "S92", "W92"]);
    let rings = |level: [&str; 4]| {
        let of_level = TABLES.areas.iter().filter(|area| level.iter().any(|entity| area.code.is_of(entity)));
        of_level.map(|area| outline(area.code).len()).sum::<usize>()
    };
    assert_eq!((rings(regions), rings(nations)), (74, 66), "as many as the source's own shapes have");
}

/// The README of the sources speaks of 504 adjacencies. The file has 506, in either projection; the geometry that it
/// was simplified from has those and three more, across the Thames and a border of some 20 m.
#[test]
fn every_adjacency_of_the_source_is_kept() {
    let neighbours = |area: &str| TABLES.borders.neighbours(code(area));
    let of: usize = local().map(|area| TABLES.borders.neighbours(area).len()).sum();
    assert_eq!(of, 2 * 506);
    for area in local() {
        assert!(TABLES.borders.neighbours(area).iter().all(|other| TABLES.borders.neighbours(*other).contains(&area)));
    }
    assert_eq!(neighbours("E06000009"), ["E10000017"].map(code), "Blackpool: Lancashire");
    assert_eq!(neighbours("E06000018"), ["E10000024"].map(code), "Nottingham: Nottinghamshire");
    assert_eq!(neighbours("N09000003"), ["N09000001", "N09000007", "N09000011"].map(code));
    assert_eq!(neighbours("W06000015"), ["W06000014", "W06000016", "W06000018", "W06000022"].map(code));
    let city = ["E09000007", "E09000012", "E09000019", "E09000022", "E09000028", "E09000030", "E09000033"];
    assert_eq!(neighbours("E09000001"), city.map(code));
    assert!(neighbours("E06000057").contains(&code("S12000026")), "Northumberland and the Scottish Borders");
    let islands: Vec<_> = local().filter(|area| TABLES.borders.neighbours(*area).is_empty()).collect();
    let expected = ["E06000046", "E06000053", "S12000013", "S12000023", "S12000027", "W06000001"];
    assert_eq!(islands, expected.map(code));
}

//! Borders: what the import makes of a topology, and what it says about one that is not as it should be.

use crate::support::Fixture;
use healthy_years::model::Code;

const FILE: &str = "sources/geography/utla-2024-simplified-bng.topojson";

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// What the import says after one change, without the name of the file.
fn changed(test: &str, from: &str, to: &str) -> String {
    let complaint = Fixture::new(test).with(FILE, from, to).complaint();
    let named = complaint.strip_prefix("geography/utla-2024-simplified-bng.topojson: ");
    named.unwrap_or(&complaint).to_owned()
}

#[test]
fn shapes_become_sides_of_arcs() {
    let borders = Fixture::new("borders").import().unwrap().borders;
    assert_eq!(borders.arcs().len(), 26);
    let arc = &borders.arcs()[7];
    assert_eq!((arc.left, arc.right), (Some(code("E06000023")), Some(code("E09000012"))));
    assert_eq!(arc.points, [(60, 40), (70, 40)], "steps are added up");
    let outline = |text: &str| borders.outline(|area| area == code(text));
    let km2 = |text: &str| outline(text).iter().map(|ring| borders.km2(ring)).collect::<Vec<_>>();
    let field = 5.005 * 10.0025;
    let near = |found: Vec<f64>, fields: &[f64]| {
        found.len() == fields.len() && found.iter().zip(fields).all(|(km2, of)| (km2 - of * field).abs() < 1e-9)
    };
    assert!(near(km2("E10000017"), &[9.0, -1.0]), "a hole");
    assert!(near(km2("E06000052"), &[3.0, 1.0]), "two islands");
    assert!(near(km2("W06000015"), &[3.0]));
    assert_eq!(borders.neighbours(code("E06000009")), [code("E10000017")]);
    assert_eq!(borders.neighbours(code("E06000053")), []);
    assert_eq!(borders.grid().metres((2, 4)), (-68.5 + 2.0 * 500.5, 7053.75 + 4.0 * 1000.25));
}

#[test]
fn what_is_no_such_json() {
    for (test, from, to, expected) in [
        (
            "bo-missing",
            "\"transform\":{\"scale\":[500.5,1000.25],\"translate\":[-68.5,7053.75]},",
            "",
            "missing field `transform` at line",
        ),
        ("bo-renamed", "\"ctry\"", "\"countries\"", "missing field `ctry` at line"),
        ("bo-na", "[[50,80],[30,0]]", "[[50,80],[\"n/a\",0]]", "invalid type: string \"n/a\", expected i64 at line 6"),
        (
            "bo-twice",
            "\"transform\"",
            "\"transform\":{\"scale\":[1,1],\"translate\":[0,0]},\"transform\"",
            "duplicate field `transform` at line 28",
        ),
        (
            "bo-point",
            "\"Polygon\"",
            "\"Point\"",
            "unknown variant `Point`, expected `Polygon` or `MultiPolygon` at line",
        ),
        ("bo-cut", "\"properties\":{\"c\":\"W92000004\",\"n\":\"Wales\"}}\n]}}}\n", "", "EOF while parsing"),
    ] {
        let said = changed(test, from, to);
        assert!(said.starts_with("JSON: ") && said.contains(expected), "{test}: {said}");
    }
    let fixture = Fixture::new("bo-latin");
    let latin = String::from_utf8(std::fs::read(fixture.folder.join(FILE)).unwrap()).unwrap();
    let latin: Vec<u8> = latin.replace("Cardiff", "Ynys Môn").chars().map(|char| char as u8).collect();
    let said = fixture.with_file(FILE, &latin).complaint();
    assert!(said.starts_with("geography/utla-2024-simplified-bng.topojson: JSON: invalid unicode"), "{said}");
    let said = changed("bo-kind", "\"Topology\"", "\"FeatureCollection\"");
    assert_eq!(said, "type: found “FeatureCollection”, expected “Topology”");
}

#[test]
fn points_off_the_grid() {
    let expected = "expected a point from 0 to 65535 that is not the one before";
    let said = changed("bo-negative", "[[0,0],[0,10]", "[[0,0],[0,-10]");
    assert_eq!(said, format!("arcs[21][1]: found 0, -10, {expected}"));
    let said = changed("bo-still", "[[50,80],[30,0]]", "[[50,80],[0,0],[30,0]]");
    assert_eq!(said, format!("arcs[4][1]: found 50, 80, {expected}"));
    let said = changed("bo-scale", "[500.5,", "[-500.5,");
    assert_eq!(said, "arcs: a grid without finite origin and steps above 0");
}

#[test]
fn codes_that_are_unknown_twice_or_missing() {
    let level = "expected an area of this level, and each once";
    let said = changed("bo-unknown", "\"E06000023\"", "\"E06000024\"");
    assert_eq!(said, format!("objects.utla.geometries[1]: found E06000024, {level}"));
    let said = changed("bo-again", "\"E06000023\"", "\"E06000009\"");
    assert_eq!(said, format!("objects.utla.geometries[1]: found E06000009, {level}"));
    let said = changed("bo-level", "\"E12000007\",\"n\"", "\"E92000001\",\"n\"");
    assert_eq!(said, format!("objects.rgn.geometries[3]: found E92000001, {level}"));
    let said = changed("bo-code", "\"E06000023\"", "\"Bristol\"");
    assert!(said.starts_with("objects.utla.geometries[1].properties.c: “Bristol” is not a GSS code"), "{said}");
    let bristol = "{\"arcs\":[[6,-8]],\"type\":\"Polygon\",\"properties\":{\"c\":\"E06000023\",\"n\":\"Bristol, City of\",\"r\":\"E12000009\"}},\n";
    assert_eq!(changed("bo-without", bristol, ""), "objects.utla: expected a shape of E06000023");
}

#[test]
fn rings_that_do_not_close_or_overlap() {
    let said = changed("bo-reversed", "[[6,-8]],\"type\":\"Polygon\"", "[[6,7]],\"type\":\"Polygon\"");
    let ring = "arc 6 of the ring [6, 7]: expected the next to begin at its end";
    assert_eq!(said, format!("objects.utla.geometries[1] (E06000023): {ring}"));
    let said = changed("bo-range", "[[22]]", "[[26]]");
    assert_eq!(said, "objects.utla.geometries[12] (N09000003): found arc 26, expected an arc of two points or more");
    let said = changed("bo-hole", ",[-26]]", ",[25]]");
    let taken = "is already on that side of";
    assert_eq!(said, format!("objects.utla.geometries[11] (E10000017): arc 25 {taken} E06000009; expected it once"));
    let unused = "expected a shape of objects.utla that it is part of";
    let said = changed("bo-unused", "[0,-10],[-10,0]]\n]", "[0,-10],[-10,0]],\n[[1,1],[1,1]]\n]");
    assert_eq!(said, format!("arcs[26]: {unused}"));
    let said = changed("bo-turned", "[[22]]", "[[-23]]");
    assert_eq!(
        said,
        "objects.utla.geometries[12] (N09000003): expected rings that turn clockwise, and holes that do not"
    );
}

#[test]
fn regions_that_are_not_what_their_areas_make() {
    let said = changed("bo-region", "[[6,-8]],[[21]]]", "[[6,-8]]]");
    let expected = "expected the rings that its local areas make";
    assert_eq!(said, format!("objects.rgn.geometries[1] (E12000009): {expected}"));
    let said = changed("bo-nation", "[-6,6,14,-14]],[[21]]]", "[-6,7,14,-14]],[[21]]]");
    assert_eq!(said, format!("objects.ctry.geometries[0] (E92000001): {expected}"));
}

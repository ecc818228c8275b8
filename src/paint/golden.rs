//! The text of whole pictures, from figures built by hand: a change in any of them has to be looked at.

use super::svg::{Colours, picture};
use crate::chart::scene::{Anchor, Item, Scene};
use crate::chart::{Frame, lay_out, metrics::Metrics};
use crate::figure::{
    Axis, Figure, Fit, GradientLine, GradientMarks, GradientPanel, Ground, Inset, MapArea, MapClass, MapMarks, Marks,
    Point, RelateMarks, Shade, Table,
};
use crate::model::borders::{Arc, Borders, Grid};
use crate::model::{Code, Hexagon, HexagonMap};
use crate::view::Outcome;

const PLACES: [(&str, f64, f64); 12] = [
    ("Richmond upon Thames", 4.1, 70.3),
    ("Wokingham", 4.6, 70.1),
    ("Bath & North East Somerset", 8.4, 66.0),
    ("Bournemouth, Christchurch and Poole", 11.2, 63.4),
    ("Orkney Islands", 11.9, 69.0),
    ("Ynys Môn", 18.7, 62.5),
    ("Leeds", 21.4, 58.8),
    ("Glasgow City", 24.9, 54.4),
    ("Kingston upon Hull, City of", 30.2, 54.0),
    ("Blackpool", 31.1, 51.8),
    ("Bradford", 36.0, 55.9),
    ("Blackburn with Darwen", 36.4, 54.7),
];

fn point(at: usize, chosen: usize) -> Point {
    let (name, x, y) = PLACES[at];
    Point {
        area: format!("E{:08}", 6_000_001 + at).parse::<Code>().unwrap(),
        name: name.to_owned(),
        x,
        y,
        limits: Some((y - 4.0, y + 4.5)),
        weight: None,
        group: None,
        chosen: at % 2 == 1 && at / 2 < chosen,
        landmark: at == 0 || at == 11,
    }
}

fn figure(chosen: usize) -> Figure {
    let axis = |label: &str, suffix: &str| Axis { label: label.into(), prefix: String::new(), suffix: suffix.into() };
    let band = (0..=8).map(|step| 4.1 + f64::from(step) * 4.0375);
    let line = |x: f64| 69.6 - 0.46 * x;
    let marks = RelateMarks {
        x: axis("Children in relative low income before housing costs, % of children under 16, 2024/25", "%"),
        y: axis("Healthy life expectancy at birth, women, years, 2022–24", ""),
        points: (0..PLACES.len()).map(|at| point(at, chosen)).collect(),
        line: Some(Fit {
            intercept: 69.6,
            slope: -0.46,
            band: band.map(|x| (x, line(x) - 1.5, line(x) + 1.5)).collect(),
        }),
        groups: Vec::new(),
    };
    blank(Marks::Relate(marks))
}

/// A figure with these marks, and with no words but title and description.
fn blank(marks: Marks) -> Figure {
    Figure {
        id: "relate",
        title: "Where more children are in low-income families, healthy lives tend to be shorter".into(),
        subtitle: String::new(),
        summary: String::new(),
        reading: String::new(),
        alt: "Twelve places & their years in good health.".into(),
        notes: Vec::new(),
        sources: Vec::new(),
        coverage: String::new(),
        cautions: Vec::new(),
        missing: Vec::new(),
        chosen: Vec::new(),
        noise: None,
        table: Table { caption: String::new(), columns: Vec::new(), rows: Vec::new() },
        marks,
        readings: Vec::new(),
    }
}

fn relate(figure: &mut Figure) -> &mut RelateMarks {
    match &mut figure.marks {
        Marks::Relate(marks) => marks,
        _ => unreachable!(),
    }
}

fn grouped() -> Figure {
    let mut figure = figure(2);
    let marks = relate(&mut figure);
    marks.groups = ["England", "Wales", "Scotland", "Northern Ireland"].map(str::to_owned).to_vec();
    for (at, point) in marks.points.iter_mut().enumerate() {
        point.group = Some(at % 4);
        point.weight = Some(at as f64 / 11.0);
    }
    figure
}

/// Ten groups with both measures, or five with one; two sexes.
fn gradient(groups: u32) -> Figure {
    let line = |measure, quiet, (most, least): (f64, f64)| {
        let share = |group: u32| f64::from(group) / f64::from(groups - 1);
        let years: Vec<f64> = (0..groups).map(|group| most + (least - most) * share(group).sqrt()).collect();
        let name = match (quiet, measure) {
            (true, _) => "2013–15",
            (false, Outcome::Life) => "Total life expectancy, 2022–24",
            (false, _) => "Healthy life expectancy, 2022–24",
        };
        GradientLine { measure, quiet, name: name.into(), years, ends: [most, least].map(|end| format!("{end:.1}")) }
    };
    let panel = |name: &str, more: f64| {
        let mut lines = vec![line(Outcome::Healthy, false, (48.2 + more, 68.5 + more))];
        if groups == 10 {
            lines.push(line(Outcome::Life, false, (78.3 - 3.0 * more, 86.4 - 2.0 * more)));
        }
        lines.push(line(Outcome::Healthy, true, (52.2, 71.3)));
        GradientPanel { name: name.into(), note: "20.3 years apart".into(), lines }
    };
    let y = Axis { label: "Life expectancy at birth, years".into(), prefix: String::new(), suffix: String::new() };
    blank(Marks::Gradient(GradientMarks {
        y,
        ends: ["Most deprived", "Least deprived"].map(str::to_owned),
        between: "Not in good health".into(),
        panels: vec![panel("Women", 0.0), panel("Men", 1.2)],
    }))
}

/// Six square areas in two rows, of which the last stands far north and the one before has an inset; the second has a hole,
/// which is the third.
fn map(is_hexagons: bool, chosen: usize) -> Figure {
    let code = |at: usize| format!("E{:08}", 6_000_001 + at).parse::<Code>().unwrap();
    let square = |at: usize, (left, bottom, size): (u16, u16, u16)| {
        let (right, top) = (left + size, bottom + size);
        let points = vec![(left, bottom), (left, top), (right, top), (right, bottom), (left, bottom)];
        Arc { left: if at == 2 { Some(code(1)) } else { None }, right: Some(code(at)), points }
    };
    let squares = [(0, 0, 50), (55, 0, 50), (70, 15, 20), (0, 55, 50), (55, 55, 50), (60, 160, 20)];
    let arcs = squares.into_iter().enumerate().map(|(at, where_to)| square(at, where_to)).collect();
    let grid = Grid { easting: 0.0, northing: 0.0, step_east: 1000.0, step_north: 1000.0 };
    let inset = |name: &str, at, enlarged| Inset { name: name.into(), areas: vec![code(at)], enlarged };
    let insets = vec![inset("Enlarged", 4, true), inset("Far north", 5, false)];
    let place = |at: usize| (code(at), Hexagon { column: at as u8 % 3, row: at as u8 / 3 });
    let names = [
        "Leicestershire",
        "Bournemouth, Christchurch and Poole",
        "Hull",
        "Ynys Môn",
        "Bath & North East Somerset",
        "Orkney",
    ];
    let area = |at: usize| MapArea {
        area: code(at),
        name: names[at].into(),
        around: code(at / 2),
        class: at,
        chosen: at < chosen,
    };
    let class = |(label, count, shade): (&str, usize, Shade)| MapClass { label: label.into(), count, shade };
    let classes = [
        ("Under 59", 82, Shade::Step(0)),
        ("59–61.5", 46, Shade::Step(1)),
        ("61.5–63.5", 43, Shade::Step(2)),
        ("63.5 or more", 0, Shade::Step(4)),
        ("No figure", 2, Shade::Missing),
        ("Not compared", 6, Shade::Outside),
    ];
    blank(Marks::Map(MapMarks {
        measure: "Healthy life expectancy, years: number of areas".into(),
        classes: classes.map(class).to_vec(),
        areas: (0..6).map(area).collect(),
        ground: match is_hexagons {
            true => Ground::Hexagons(HexagonMap::new((0..6).map(place).collect()).unwrap()),
            false => Ground::Geographic(Borders::new(grid, arcs).unwrap(), insets),
        },
    }))
}

/// The box of each text, in pixels.
fn boxes(scene: &Scene) -> Vec<(String, [f64; 4])> {
    let items = scene.groups.iter().flat_map(|group| &group.items);
    let text = |item: &Item| match item {
        Item::Text(text) => Some(text.clone()),
        _ => None,
    };
    let bounds = |text: crate::chart::scene::Text| {
        let size = text.size.to_px();
        let width = Metrics::width(&text.words, size, text.bold);
        let before = match text.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
        let (left, base) = (text.at.x.to_px() - before, text.at.y.to_px());
        (text.words, [left, base - size * 0.69, left + width, base])
    };
    items.filter_map(text).map(bounds).collect()
}

fn assert_tidy(figure: &Figure, frame: Frame) {
    let texts = boxes(&lay_out(figure, frame));
    let (width, height) = (f64::from(frame.width), f64::from(frame.height));
    for (at, (words, [left, top, right, bottom])) in texts.iter().enumerate() {
        let inside = *left >= -0.2 && *top >= 0.0 && *right <= width + 0.2 && bottom + 3.0 <= height;
        assert!(inside, "“{words}” leaves {frame:?}: {left} {top} {right} {bottom}");
        for (others, [l, t, r, b]) in &texts[..at] {
            let meet = left < r && l < right && top < b && t < bottom;
            assert!(!meet, "“{words}” meets “{others}” in {frame:?}");
        }
    }
}

#[test]
fn pictures_stay_as_they_are() {
    for (name, width, figure) in [
        ("none-300", 300, figure(0)),
        ("one-720", 720, figure(1)),
        ("five-300", 300, figure(5)),
        ("five-1200", 1200, figure(5)),
        ("grouped-720", 720, grouped()),
        ("gradient-tenths-343", 343, gradient(10)),
        ("gradient-tenths-864", 864, gradient(10)),
        ("gradient-fifths-343", 343, gradient(5)),
        ("map-343", 343, map(false, 6)),
        ("map-864", 864, map(false, 1)),
        ("hexagons-343", 343, map(true, 0)),
        ("hexagons-864", 864, map(true, 6)),
    ] {
        insta::assert_snapshot!(name, picture(&figure, Frame::of(&figure, width), Colours::Page));
    }
}

#[test]
fn no_text_meets_another_or_leaves_the_frame() {
    for width in (280..1600).step_by(37).chain([288, 320]) {
        for chosen in 0..=6 {
            let figure = figure(chosen);
            assert_tidy(&figure, Frame::of(&figure, width));
        }
        for groups in [5, 10] {
            assert_tidy(&gradient(groups), Frame::of(&gradient(groups), width));
        }
        assert_tidy(&grouped(), Frame::of(&grouped(), width));
        for (is_hexagons, chosen) in [(false, 6), (true, 6), (true, 1)] {
            assert_tidy(&map(is_hexagons, chosen), Frame::of(&map(is_hexagons, chosen), width));
        }
    }
}

#[test]
fn a_figure_without_points_is_an_empty_picture() {
    let mut figure = figure(0);
    relate(&mut figure).points.clear();
    assert_eq!(lay_out(&figure, Frame::of(&figure, 300)), Scene::empty(300, 400));
}

#[test]
fn what_cannot_be_drawn_is_left_out() {
    let mut figure = figure(6);
    let marks = relate(&mut figure);
    marks.points[1].y = f64::NAN;
    marks.points[3].limits = Some((f64::NEG_INFINITY, f64::NAN));
    marks.points[5].weight = Some(f64::NAN);
    marks.line = Some(Fit { intercept: f64::INFINITY, slope: f64::NAN, band: vec![(0.0, f64::NAN, 1e300); 5] });
    let scene = lay_out(&figure, Frame::of(&figure, 300));
    let points: Vec<usize> = scene.hits.iter().map(|hit| hit.reading).collect();
    assert_eq!(points, [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    assert!(scene.groups.iter().all(|group| group.name != "fit" && group.name != "band"));
}

#[test]
fn odd_frames_and_lone_points_do_no_harm() {
    for (width, height) in [(0, 0), (1, 1), (40, 1000), (u32::MAX, 9), (300, 30)] {
        for figure in [figure(5), gradient(5), gradient(10), map(false, 6), map(true, 6)] {
            lay_out(&figure, Frame { width, height });
        }
    }
    let mut figure = figure(0);
    relate(&mut figure).points.truncate(1);
    assert_eq!(lay_out(&figure, Frame::of(&figure, 300)).hits.len(), 1);
}

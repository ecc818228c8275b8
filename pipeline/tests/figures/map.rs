//! The maps on the real data: every area once on each, classes that stay, neighbours that keys lead to.

use std::collections::BTreeSet;

use crate::support::DATA;

use healthy_years::chart::scene::{Hit, Region, Scene, Spot};
use healthy_years::chart::{self, Frame};
use healthy_years::facts::Shade;
use healthy_years::figure::{self, Cell, Figure, MapMarks, Marks};
use healthy_years::model::{AreaKind, Code, Hexagon, Way};
use healthy_years::view::{View, Zoom};

const WIDTHS: [u32; 5] = [288, 343, 500, 720, 1072];

fn figures(query: &str) -> [Figure; 2] {
    let (atlas, manifest) = &*DATA;
    let (view, bad) = View::at("/map/", query);
    let (view, dropped) = figure::settle(&view, atlas, manifest);
    assert!(bad.is_empty() && dropped.is_empty(), "{query}: {bad:?} {dropped:?}");
    figure::figures(atlas, &view).unwrap().try_into().unwrap()
}

fn marks(figure: &Figure) -> &MapMarks {
    let Marks::Map(marks) = &figure.marks else { unreachable!("another kind of figure") };
    marks
}

fn scene(figure: &Figure, width: u32) -> Scene {
    chart::lay_out(figure, Frame::of(figure, width))
}

#[test]
fn every_area_is_drawn_on_each_map_and_pointing_at_it_reads_it() {
    for (query, width) in
        ["", "areas=E06000009,E09000001,E06000053"].into_iter().flat_map(|query| WIDTHS.map(|w| (query, w)))
    {
        for figure in figures(query) {
            let scene = scene(&figure, width);
            let areas: BTreeSet<_> = marks(&figure).areas.iter().map(|area| area.area).collect();
            assert_eq!((areas.len(), scene.hits.len(), figure.readings.len()), (218, 218, 218));
            // London is drawn where it lies, too, beside its inset.
            let drawn: Vec<usize> = scene.regions().map(|region| region.reading).collect();
            let twice = if figure.id == "map" { 33 } else { 0 };
            assert_eq!((drawn.len(), drawn.iter().collect::<BTreeSet<_>>().len()), (218 + twice, 218), "{width}");
            let inside = |hit: &Hit| {
                (0..width).contains(&(hit.at.x.to_px() as u32)) && hit.at.y.to_px() < f64::from(scene.height)
            };
            assert!(scene.hits.iter().all(inside), "{width}");
            for hit in &scene.hits {
                let read = scene.nearest(hit.at, hit.radius).unwrap().reading;
                let names = [read, hit.reading].map(|at| figure.readings[at].name().to_owned());
                assert_eq!(names[0], names[1], "{width} {}", figure.id);
            }
        }
    }
}

/// By arrow keys alone a person comes from any area to any other, whatever the width and whichever part of the map is shown:
/// from the first by name to all, and from all to the first.
#[test]
fn arrow_keys_lead_from_any_area_to_every_other() {
    let parts = [None, Some(Zoom { percent: 800, easting: 430_000, northing: 390_000 })];
    for (width, zoom) in WIDTHS.into_iter().flat_map(|width| parts.map(|zoom| (width, zoom))) {
        for figure in figures("") {
            let scene = chart::lay_out(&figure, Frame::of(&figure, width).zoomed(zoom));
            let ways = (0..scene.hits.len()).flat_map(|at| Way::ALL.map(|way| (at, way)));
            let steps: Vec<(usize, usize)> =
                ways.filter_map(|(at, way)| Some((at, scene_step(&scene, at, way)?))).collect();
            for back in [false, true] {
                let (mut seen, mut next) = (BTreeSet::from([0]), vec![0]);
                while let Some(at) = next.pop() {
                    let there = steps.iter().map(|&(from, to)| if back { (to, from) } else { (from, to) });
                    next.extend(there.filter(|step| step.0 == at && seen.insert(step.1)).map(|step| step.1));
                }
                let missing = |at: &usize| !seen.contains(at);
                let missing: Vec<&str> = (0..218).filter(missing).map(|at| figure.readings[at].name()).collect();
                assert_eq!(missing, Vec::<&str>::new(), "{} at {width}, back: {back}", figure.id);
            }
        }
    }
}

fn scene_step(scene: &Scene, at: usize, way: Way) -> Option<usize> {
    scene.toward(scene.hits[at], way).map(|hit| hit.reading)
}

/// No step is absurd: it leads to the side that the key names, to a neighbour wherever one is on that side, else to what is
/// nearest there, at most 150 km across the sea.
#[test]
fn no_arrow_key_leads_astray() {
    let (atlas, _) = &*DATA;
    let borders = atlas.tables.borders.as_ref().unwrap();
    let [map, hexagons] = figures("");
    let beyond = |figure: &Figure, beside: &dyn Fn(Code) -> Vec<Code>| {
        let scene = scene(figure, 720);
        let (mut all, mut beyond) = (0, Vec::new());
        for (at, way) in (0..218).flat_map(|at| Way::ALL.map(|way| (at, way))) {
            let Some(to) = scene_step(&scene, at, way) else { continue };
            assert_ne!(to, at);
            all += 1;
            let [from, to] = [at, to].map(|at| (figure.readings[at].area.unwrap(), figure.readings[at].name()));
            if !beside(from.0).contains(&to.0) {
                beyond.push(format!("{} {way:?} {}", from.1, to.1));
            }
        }
        (all, beyond)
    };
    let (all, across) = beyond(&map, &|area| borders.neighbours(area));
    assert!(all > 218 * 4 - 25, "{all}");
    assert!(across.len() < 55, "{across:?}");
    for step in [
        "Portsmouth South Isle of Wight",
        "Cornwall West Isles of Scilly",
        "Orkney Islands North Shetland Islands",
        "Highland North Orkney Islands",
        "Shetland Islands South Orkney Islands",
        "Ards and North Down East Dumfries and Galloway",
    ] {
        assert!(across.iter().any(|across| across == step), "{step}: {across:?}");
    }
    let grid = atlas.tables.hexagons.as_ref().unwrap();
    let (_, across) = beyond(&hexagons, &|area| grid.neighbours(area).collect());
    assert!(across.len() < 80, "{across:?}");
}

#[test]
fn keys_lead_to_true_neighbours() {
    let [map, hexagons] = figures("").map(|figure| (scene(&figure, 720), figure));
    let step = |(scene, figure): &(Scene, Figure), from: &str, way| {
        let at = figure.readings.iter().position(|reading| reading.name() == from).unwrap();
        scene.toward(scene.hits[at], way).map(|hit| figure.readings[hit.reading].name().to_owned()).unwrap()
    };
    for (from, way, to) in [
        ("Blackpool", Way::East, "Lancashire"),
        ("Leicester", Way::North, "Leicestershire"),
        ("Cornwall", Way::East, "Plymouth"),
        ("Norfolk", Way::South, "Suffolk"),
        ("Isle of Wight", Way::North, "Portsmouth"),
        ("Northumberland", Way::South, "County Durham"),
        ("Camden", Way::West, "Westminster"),
        ("Derbyshire", Way::South, "Derby"),
        ("North Northamptonshire", Way::North, "Rutland"),
    ] {
        assert_eq!(step(&map, from, way), to, "from {from}");
    }
    // On hexagons a step and the step back end where they began, wherever they lead to a neighbour.
    let (atlas, _) = &*DATA;
    let grid = atlas.tables.hexagons.as_ref().unwrap();
    let name = |code| atlas.area(code).unwrap().name.clone();
    for &(area, hexagon) in grid.places() {
        let beside = |columns, rows| {
            let (column, row) = (hexagon.column.checked_add_signed(columns)?, hexagon.row.checked_add_signed(rows)?);
            grid.area(Hexagon { column, row })
        };
        for (way, back, there) in [(Way::East, Way::West, beside(1, 0)), (Way::North, Way::South, beside(0, -1))] {
            let Some(there) = there else { continue };
            assert_eq!(step(&hexagons, &name(area), way), name(there));
            assert_eq!(step(&hexagons, &name(there), back), name(area));
        }
    }
}

/// What is drawn of a part of the map lies in its room, can be read there and nowhere else, and leaves legend and inset alone.
#[test]
fn a_part_of_the_map_is_read_within_its_room() {
    let [figure, hexagons] = figures("areas=E06000009,S12000027,E09000030");
    let at = |width, zoom| chart::lay_out(&figure, Frame::of(&figure, width).zoomed(zoom));
    let [north, isles, astray] = [(400, 360_000, 420_000), (300, 400_000, 1_100_000), (1600, 2_000_000, -2_000_000)]
        .map(|(percent, easting, northing)| Some(Zoom { percent, easting, northing }));
    for (width, zoom) in WIDTHS.into_iter().flat_map(|width| [north, isles, astray].map(|zoom| (width, zoom))) {
        let (whole, part) = (at(width, None), at(width, zoom));
        let group = |scene: &Scene, name| scene.groups.iter().find(|group| group.name == name).cloned();
        assert_eq!(group(&whole, "legend"), group(&part, "legend"));
        let room = part.window.unwrap().room;
        // Corners are whole quarters of a pixel.
        let is_in = |spot: &Spot| {
            let (x, y) = room.nearest((spot.x.to_px(), spot.y.to_px()));
            (x - spot.x.to_px()).abs() < 0.25 && (y - spot.y.to_px()).abs() < 0.25
        };
        let main = |region: &&Region| region.rings.iter().flatten().all(is_in);
        let (inside, inset): (Vec<&Region>, Vec<&Region>) = part.regions().partition(main);
        assert_eq!(inset.len(), 33, "London, enlarged, where it was");
        let drawn_last =
            |scene: &Scene| scene.regions().skip(scene.regions().count() - 33).cloned().collect::<Vec<_>>();
        assert_eq!(drawn_last(&part), inset.into_iter().cloned().collect::<Vec<_>>());
        // In the south-eastern corner there is sea.
        assert_eq!(inside.is_empty(), zoom == astray, "{width}");
        assert!(inside.len() < 185, "{width}: {}", inside.len());
        assert_eq!(part.hits.len(), 218);
        for hit in part.hits.iter().filter(|hit| part.shows(**hit)) {
            assert_eq!(part.nearest(hit.at, hit.radius).map(|read| read.reading), Some(hit.reading), "{width}");
        }
        let beyond: Vec<_> = part.hits.iter().filter(|hit| !part.shows(**hit)).collect();
        assert!(beyond.len() > 30, "{}", beyond.len());
        assert!(
            beyond.iter().all(|hit| part.nearest(hit.at, hit.radius).is_none_or(|read| read.reading != hit.reading))
        );
    }
    // Orkney and Shetland are moved on the whole map only.
    let name = |reading: usize| figure.readings[reading].name();
    let shown: Vec<&str> = at(720, isles).regions().map(|region| name(region.reading)).collect();
    assert!(shown.contains(&"Shetland Islands") && shown.contains(&"Orkney Islands"), "{shown:?}");
    assert!(!at(720, north).regions().any(|region| name(region.reading) == "Orkney Islands"));
    // The hexagon map has no parts.
    let all = Frame::of(&hexagons, 720);
    assert_eq!(chart::lay_out(&hexagons, all.zoomed(north)), chart::lay_out(&hexagons, all));
}

/// The headline is of what is shown: measure, sex, place and period, and says of neighbours what can be said of these.
#[test]
fn the_headline_is_true_of_what_is_mapped() {
    let (atlas, manifest) = &*DATA;
    let headline = |query: &str| {
        let view = figure::settle(&View::at("/map/", query).0, atlas, manifest).0;
        figure::map_headline(atlas, &view).unwrap()
    };
    for (query, text, basis) in [
        (
            "",
            "At the rates of 2022–24, women would have under 59 years in good health in 82 areas of the UK, 66 or more in 19 others.",
            "rates of 2022–24",
        ),
        (
            "sex=male&period=2011-2013",
            "At the rates of 2011–13, men would have under 59 years in good health in ",
            "rates of 2011–13",
        ),
        (
            "y=unhealthy&sex=male",
            "At the rates of 2021–23, men would have 22 or more years not in good health in ",
            "Total less healthy",
        ),
        ("y=le", "Total life expectancy of women is 83 or more years in ", "Total life expectancy at birth"),
        ("x=imd-2025", "Index of Multiple Deprivation 2025: 30 or more in 33 areas of England, ", "average score"),
        (
            "x=child-poverty-bhc",
            "Children in relative low income before housing costs: 25% or more in 41 areas",
            "not tested against each other",
        ),
    ] {
        let said = headline(query);
        assert!(said.text.starts_with(text), "{query}: {}", said.text);
        assert!(said.basis.contains(basis), "{query}: {}", said.basis);
    }
    // Each count is that of the legend.
    for query in ["sex=male", "y=le", "x=weekly-pay", "within=W92000004", "within=E12000007&sex=male"] {
        let [figure, _] = figures(query);
        let classes = &marks(&figure).classes;
        let of = |step| classes.iter().find(|class| class.shade == Shade::Step(step)).unwrap().count;
        let said = headline(query).text;
        for count in [of(0), of(4)] {
            let shown = if count == 0 { "in no area".to_owned() } else { format!("in {count} ") };
            assert!(said.contains(&shown), "{query}: {count} in {said}");
        }
    }
}

#[test]
fn classes_are_the_same_for_both_sexes_and_in_every_period() {
    let labels = |query: &str| {
        let [figure, _] = figures(query);
        let steps = marks(&figure).classes.iter().filter(|class| matches!(class.shade, Shade::Step(_)));
        steps.map(|class| class.label.clone()).collect::<Vec<_>>()
    };
    let usual = labels("");
    assert_eq!(usual.len(), figure::CLASSES);
    for query in ["sex=male", "period=2011-2013", "sex=male&period=2017-2019", "within=W92000004"] {
        assert_eq!(labels(query), usual, "{query}");
    }
    assert_eq!(labels("x=claimant-count"), labels("x=claimant-count&within=S92000003"));
    // Of measures that have more than one period, the first is in the classes of the last.
    let (atlas, manifest) = &*DATA;
    let mut compared = 0;
    for x in atlas.indicators.iter().filter(|x| !x.is_outcome()).step_by(3) {
        let query = format!("x={}", x.id);
        let periods = View::at("/map/", &query).0.periods(manifest);
        let Some(first) = periods.first().filter(|_| periods.len() > 1) else { continue };
        compared += 1;
        assert_eq!(labels(&format!("{query}&period={first}")), labels(&query), "{query}");
    }
    assert!(compared > 8, "{compared}");
}

#[test]
fn counts_of_the_legend_are_those_of_the_table_and_the_dark_end_is_the_fewest_healthy_years() {
    for query in ["", "sex=male", "y=le", "y=unhealthy", "x=weekly-pay", "x=child-poverty-bhc", "within=N92000002"] {
        for figure in figures(query) {
            let marks = marks(&figure);
            assert_eq!(marks.classes.iter().map(|class| class.count).sum::<usize>(), 218, "{query}");
            for class in marks.classes.iter().filter(|class| matches!(class.shade, Shade::Step(_))) {
                let in_class = |cell: &Cell| cell.shown() == class.label;
                let rows = figure.table.rows.iter().filter(|row| row.cells.last().is_some_and(in_class)).count();
                assert_eq!(rows, class.count, "{query}: {}", class.label);
            }
        }
    }
    let first = |query: &str| marks(&figures(query)[0]).classes[0].shade;
    assert_eq!(["", "y=le", "x=weekly-pay"].map(first), [Shade::Step(0); 3]);
    assert_eq!(["y=unhealthy", "x=child-poverty-bhc"].map(first), [Shade::Step(4); 2]);
}

/// 499 pairs of areas with figures share a border; counted in Python from `data/borders/arcs.csv`. How many of them can't be
/// told apart follows from the limits in `data/values/healthy-life-expectancy.csv` by the Difference rule.
#[test]
fn most_neighbours_cannot_be_told_apart_and_it_is_said() {
    let [figure, _] = figures("");
    assert!(
        figure.summary.contains("Of the 499 pairs of areas that share a border, 401 can’t be told apart"),
        "{}",
        figure.summary
    );
    assert!(figure.cautions.iter().any(|said| said.starts_with("Most neighbouring areas can’t be told apart")));
    let [unhealthy, _] = figures("y=unhealthy");
    assert!(
        unhealthy.cautions.iter().any(|said| said.contains("no limits for these figures")),
        "{:?}",
        unhealthy.cautions
    );
}

#[test]
fn london_is_enlarged_where_it_is_looked_at() {
    let regions = |query: &str| scene(&figures(query)[0], 720).regions().count();
    assert_eq!((regions(""), regions("within=E12000007"), regions("within=W92000004")), (218 + 33, 218 + 33, 218));
}

#[test]
fn an_index_of_one_nation_greys_the_others_and_says_so() {
    let [figure, _] = figures("x=imd-2025&areas=W06000015");
    let outside = marks(&figure).classes.iter().find(|class| class.shade == Shade::Outside).unwrap();
    assert_eq!(outside.count, 218 - 153);
    assert!(figure.missing.iter().any(|said| said.contains("each nation has its own index")), "{:?}", figure.missing);
    let cardiff = figure.readings.iter().find(|reading| reading.name() == "Cardiff").unwrap();
    assert_eq!(cardiff.says[1], "Outside England, so not compared here");
    assert_eq!(figure.table.rows.len(), 153);
}

/// Every measure, sex and period that an address can name, in every nation and region.
#[test]
fn every_measure_lays_out_and_its_words_keep_to_their_room() {
    let (atlas, _) = &*DATA;
    let measures = atlas.indicators.iter().filter(|x| !x.is_outcome()).map(|x| format!("x={}", x.id));
    let outcomes =
        ["y=hle", "y=le", "y=unhealthy"].into_iter().flat_map(|y| [format!("{y}&sex=female"), format!("{y}&sex=male")]);
    let scopes = atlas.areas.iter().filter(|area| matches!(area.kind, AreaKind::Nation | AreaKind::Region));
    let scopes = scopes.map(|area| format!("within={}", area.code));
    for query in measures.chain(outcomes).chain(scopes) {
        for figure in figures(&(query.clone() + "&areas=E06000009,W06000015,E09000033,N09000003,S12000027")) {
            assert!(figure.title.chars().count() <= 90, "{query}: {}", figure.title);
            assert!(figure.alt.chars().count() <= 300, "{query}: {}", figure.alt);
            assert_eq!(scene(&figure, 343).hits.len(), 218, "{query}");
        }
    }
}

//! The circumstances' figures on the real data: correlations as others compute them, the same areas for all, every place on its
//! nation's spread.

use healthy_years::figure::{self, Cell, Figure, Marks, StrengthRow};
use healthy_years::model::{AreaKind, Code, Estimate};
use healthy_years::view::{TEN, View};
use healthy_years::words::Way;

use crate::support::DATA;

fn figures(query: &str) -> [Figure; 2] {
    let view = View::at("/circumstances/", query).0;
    figure::figures(&DATA.0, &view).unwrap().try_into().unwrap()
}

fn rows(figure: &Figure) -> Vec<&StrengthRow> {
    let Marks::Strength(marks) = &figure.marks else { unreachable!("another kind of figure") };
    marks.groups.iter().flat_map(|group| &group.rows).collect()
}

/// Python, over `data/values/*.csv`: Pearson's r of the latest values with women's and men's healthy life expectancy of 2022–24, over the
/// areas of England that have every circumstance which at least 0.95 × 151 areas have; then without codes of London (E09).
#[test]
fn correlations_are_those_that_python_finds() {
    for (query, id, r, without) in EXPECTED {
        let [strength, _] = figures(query);
        let rows = rows(&strength);
        let row = rows.iter().find(|row| row.x.as_str() == id).unwrap();
        assert!((row.r - r).abs() < 6e-5, "{query} {id}: {} {r}", row.r);
        assert_eq!(row.without_london.is_some(), (without - r).abs() > 0.1, "{id}");
        assert!(row.without_london.is_none_or(|found| (found - without).abs() < 6e-5), "{id}");
    }
}

#[test]
fn all_are_held_against_the_same_areas_and_the_rest_is_named() {
    let strengths = DATA.0.tables.strengths.as_ref().unwrap();
    assert_eq!((strengths.measured, strengths.areas.len()), (151, 138));
    for one in strengths.of.iter().filter(|one| one.of.is_some()) {
        let (period, column) = DATA.0.latest(one.indicator.as_str(), None).unwrap();
        assert_eq!(period, one.period);
        let has = |code: &Code| column[DATA.0.position(*code).unwrap()].known().is_some();
        assert!(strengths.areas.iter().all(has) && one.areas >= 144, "{}", one.indicator);
    }
    let [strength, _] = figures("");
    assert_eq!(strength.coverage, "138 of 151 areas");
    let circumstances = DATA.0.indicators.iter().filter(|indicator| !indicator.is_outcome()).count();
    assert_eq!(strength.table.rows.len(), circumstances);
    for said in
        ["unemployment rate (modelled) (129 areas)", "do not cover England", "Richmond upon Thames", "newer edition"]
    {
        assert!(strength.missing.iter().any(|missing| missing.contains(said)), "{said}");
    }
}

#[test]
fn what_goes_the_other_way_or_nowhere_is_said() {
    let [strength, multiples] = figures("");
    let rows = rows(&strength);
    let way = |id: &str| rows.iter().find(|row| row.x.as_str() == id).unwrap().way;
    assert_eq!(way("child-poverty-bhc"), Way::Along);
    assert_eq!([way("house-price-to-earnings"), way("gigabit-broadband")], [Way::Against; 2]);
    assert_eq!(["station-walk", "library-walk", "food-outlets"].map(way), [Way::Nowhere; 3]);
    for said in ["house price compared with a year’s earnings", "gigabit", "half an hour’s walk of a library"] {
        assert!(strength.summary.contains(said), "{said}: {}", strength.summary);
    }
    let lists = [&strength.cautions, &strength.notes].map(|list| list.join(" "));
    let said = [&strength.title, &strength.summary, &lists[0], &lists[1]].map(String::as_str).join(" ").to_lowercase();
    assert!(!said.contains("strongest") && said.contains("cannot separate circumstances from behaviour"));
    assert!(
        said.contains("about places, not people") && said.contains("counts ill health")
            || said.contains("count ill health")
    );
    let Marks::Multiples(marks) = &multiples.marks else { unreachable!("another kind of figure") };
    assert_eq!(marks.panels.iter().map(|panel| panel.x.as_str()).collect::<Vec<_>>(), TEN);
    assert!(marks.panels.iter().all(|panel| panel.points.len() == 138));
}

#[test]
fn every_circumstance_leads_to_its_picture_in_explore() {
    let [strength, multiples] = figures("areas=E06000009&sex=male");
    let view = View::at("/circumstances/", "areas=E06000009&sex=male").0;
    for (at, row) in rows(&strength).iter().enumerate() {
        let there = figure::leads(&strength, &view, at).unwrap();
        assert_eq!((&there.x, &there.areas, there.sex), (&row.x, &view.areas, view.sex));
    }
    assert_eq!(figure::leads(&multiples, &view, 1).unwrap().address(), "/?areas=E06000009&sex=male");
    assert_eq!(figure::leads(&multiples, &view, 10), None);
    assert!(
        strength.table.rows.iter().all(|row| matches!(&row.cells[0], Cell::Link { to, .. } if to.starts_with("/?")))
    );
}

/// Every place of every kind, and five of as many nations as there are.
#[test]
fn every_place_lies_on_its_nations_spread() {
    let (atlas, _) = &*DATA;
    let view = View::default();
    let mut choices: Vec<Vec<Code>> = atlas.areas.iter().map(|area| vec![area.code]).collect();
    let five = ["E06000009", "W06000015", "S12000033", "N09000003", "E12000002"];
    choices.push(five.map(|code| code.parse().unwrap()).to_vec());
    for places in choices {
        let strips = figure::strips(atlas, &view, &places).unwrap();
        let table = figure::strips_table(atlas, &view, &places).unwrap();
        assert_eq!(table.rows.len(), strips.readings.len(), "{places:?}");
    }
}

/// Each profile holds what the measures do, and a spread what its nation's areas do.
#[test]
fn profiles_agree_with_the_measures() {
    let (atlas, _) = &*DATA;
    let mut compared = 0;
    for area in &atlas.areas {
        let profile = atlas.tables.profile_of(area.code).unwrap();
        let at = atlas.position(area.code).unwrap();
        for one in &profile.of {
            let (_, column) = atlas.latest(one.indicator.as_str(), None).unwrap();
            match (one.estimate, column[at]) {
                (Estimate::Known(ours), Estimate::Known(measure)) => {
                    assert!((ours.value - measure.value).abs() < 1e-9 && ours.mark == measure.mark);
                    compared += 1;
                }
                (ours, measure) => assert_eq!(ours, measure),
            }
        }
        let is_whole = matches!(area.kind, AreaKind::Nation | AreaKind::Uk);
        assert_eq!(profile.spreads.is_empty(), !is_whole, "{}", area.name);
    }
    assert!(compared > 15_000, "{compared}");
    let blackpool = atlas.tables.profile_of("E06000009".parse().unwrap()).unwrap();
    let named: Vec<&str> = blackpool.stands_out.iter().flatten().map(|one| one.indicator.as_str()).collect();
    assert_eq!(named, ["business-deaths", "young-people-in-education-or-work", "business-survival-1-year"]);
}

/// Address, circumstance, r, r without London.
const EXPECTED: [(&str, &str, f64, f64); 14] = [
    ("", "child-poverty-bhc", -0.798796, -0.816589),
    ("", "household-income", 0.434283, 0.871378),
    ("", "house-price-to-earnings", 0.599447, 0.781090),
    ("", "station-walk", 0.101305, -0.149002),
    ("", "imd-2025-older-people", -0.350249, -0.724331),
    ("", "gigabit-broadband", -0.381911, -0.462368),
    ("", "disability", -0.619575, -0.635153),
    ("sex=male", "child-poverty-bhc", -0.811338, -0.817979),
    ("sex=male", "household-income", 0.459572, 0.863017),
    ("sex=male", "house-price-to-earnings", 0.631864, 0.779610),
    ("sex=male", "station-walk", 0.081018, -0.245415),
    ("sex=male", "imd-2025-older-people", -0.340386, -0.756461),
    ("sex=male", "gigabit-broadband", -0.407555, -0.500588),
    ("sex=male", "disability", -0.645551, -0.631686),
];

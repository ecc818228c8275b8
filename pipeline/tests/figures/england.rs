//! Every neighbourhood of England on the real data. Expected values: Python's `csv`, `statistics.median` and Pearson's r by
//! its definition over `data/neighbourhoods/england.csv`, the regions from `data/areas.csv`.

use healthy_years::chart::{self, Frame};
use healthy_years::figure::{self, EnglandMarks, Figure, Marks, Recipe, Row};
use healthy_years::model::AreaKind;
use healthy_years::paint::svg::{self, Colours};
use healthy_years::view::{Lang, Page, View};

use crate::support::DATA;

fn england(query: &str) -> Figure {
    figure::figures(&DATA.0, &View::at("/gradient/", query).0).unwrap().pop().unwrap()
}

fn marks(figure: &Figure) -> &EnglandMarks {
    let Marks::England(marks) = &figure.marks else { unreachable!("another kind of figure") };
    marks
}

fn cells(row: &Row) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.shown()).collect()
}

#[test]
fn tenths_are_those_of_the_table() {
    let figure = england("");
    let rows: Vec<_> = figure.table.rows.iter().map(cells).collect();
    assert_eq!(rows.len(), 11);
    assert_eq!(rows[0], ["1, most deprived", "3,375", "54.0", "25.1", "99.8", "30.6", "14.6", "97.8"]);
    assert_eq!(rows[4], ["5", "3,375", "20.8", "2.1", "38.6", "12.2", "1.9", "21.6"]);
    assert_eq!(rows[9], ["10, least deprived", "3,376", "5.7", "0.6", "13.8", "4.7", "0.5", "9.3"]);
    assert_eq!(rows[10], ["England", "33,755", "18.4", "0.2", "99.8", "11.0", "0.2", "97.8"]);
    let counts: Vec<&str> = rows[..10].iter().map(|row| row[1]).collect();
    let expected = ["3,375", "3,376", "3,375", "3,376", "3,375", "3,376", "3,375", "3,376", "3,375", "3,376"];
    assert_eq!(counts, expected);
}

#[test]
fn the_finding_is_that_both_go_together_and_why_that_is_partly_so_by_construction() {
    let figure = england("");
    assert!(figure.title.ends_with("more tend to be kept out of work: r = 0.93"), "{}", figure.title);
    assert!(figure.title.chars().count() <= 90 && figure.alt.chars().count() <= 300);
    assert_eq!(figure.coverage, "33,755 of 33,755 neighbourhoods");
    assert!(figure.subtitle.contains(&figure.coverage));
    let cautions = figure.cautions.join(" ");
    for said in ["parts of the index", "kept from work by sickness or disability", "counted in both"] {
        assert!(cautions.contains(said), "{said}: {cautions}");
    }
}

#[test]
fn keys_go_through_groups_that_hold_every_neighbourhood_once() {
    let figure = england("");
    let count = |says: &[String]| says[1].split(' ').next().unwrap().replace(',', "").parse::<usize>().unwrap();
    let counts: Vec<usize> = figure.readings.iter().map(|reading| count(&reading.says)).collect();
    let expected =
        [1614, 6015, 5956, 4456, 3381, 2771, 2325, 1900, 1551, 1250, 937, 712, 458, 222, 122, 55, 20, 3, 6, 1];
    assert_eq!(counts, expected);
    let group = &figure.readings[4].says;
    assert_eq!(
        group[..3],
        ["20 to 25% on a low income", "3,381 neighbourhoods", "Kept out of work: median 13.0%, from 3.8% to 55.7%"]
    );
    let scene = chart::lay_out(&figure, Frame::of(&figure, 864));
    assert_eq!((scene.hits.len(), scene.dots.len()), (20, 33_755));
    assert!(scene.hits.is_sorted_by_key(|hit| (hit.at.x, hit.reading)));
}

#[test]
fn a_chosen_place_is_lit_told_and_gone_through() {
    let figure = england("areas=E06000009");
    assert_eq!(marks(&figure).lit[0].dots.len(), 94);
    let said = "Blackpool: 94 neighbourhoods, medians 33.2% on a low income and 21.8% kept out of work; 38 of them in the \
                most deprived tenth.";
    assert!(figure.summary.contains(said), "{}", figure.summary);
    let row = &figure.table.rows[0];
    assert!(row.chosen);
    assert_eq!(cells(row), ["Blackpool", "94", "33.2", "10.0", "92.4", "21.8", "8.7", "64.4"]);
    assert!(format!("{:?}", row.cells[0]).contains("/api/v1/neighbourhoods/E06000009.csv"));
    // The groups, the place, and each of its pairs of shares.
    assert_eq!(figure.readings.len(), 20 + 1 + 94);
    assert_eq!(figure.readings[20].area, "E06000009".parse().ok());
}

#[test]
fn a_region_is_lit_and_what_is_not_is_named_with_its_reason() {
    let figure = england("areas=E12000007,W06000015,K02000001,E92000001,E47000001");
    assert_eq!((marks(&figure).lit.len(), marks(&figure).lit[0].dots.len()), (1, 4994));
    assert_eq!(cells(&figure.table.rows[0])[..3], ["London", "4,994", "26.2"]);
    let [wales, uk, nation, combined] = figure.missing.as_slice() else { unreachable!("{:?}", figure.missing) };
    for (said, why) in [
        (wales, "it is in Wales, whose index cannot be compared"),
        (uk, "so the UK has none"),
        (nation, "The whole picture is England"),
        (combined, "combined authority"),
    ] {
        assert!(said.contains(why), "{said}");
    }
}

#[test]
fn a_dot_says_its_shares_and_whose_neighbourhoods_have_them() {
    let figure = england("");
    let dot = |at| (Recipe::of(&Page::Gradient).dot)(&figure, Lang::English, at).unwrap();
    let find = |shares: (u16, u16)| marks(&figure).dots.iter().position(|dot| (dot.income, dot.employment) == shares);
    // The one beyond the axis is in Hackney.
    let alone = dot(find((251, 978)).unwrap());
    assert_eq!(alone.says, ["25.1% on a low income, 97.8% kept out of work", "A neighbourhood of Hackney, in tenth 1"]);
    assert_eq!(alone.area, "E09000012".parse().ok());
    assert_eq!(marks(&figure).beyond.len(), 1);
    // Eleven neighbourhoods have these.
    let many = dot(find((86, 60)).unwrap());
    assert_eq!((many.says.len(), many.says[4].as_str()), (5, "and 8 more neighbourhoods"));
    assert!((Recipe::of(&Page::Gradient).dot)(&figure, Lang::English, 33_755).is_none());
}

/// The static page has the picture at two widths; compressed they are some 17 KB.
#[test]
fn the_static_picture_is_small() {
    let figure = england("");
    let size = |width| svg::picture(&figure, Frame::of(&figure, width), Colours::Page).len();
    let (narrow, wide) = (size(343), size(864));
    println!("{narrow} and {wide} bytes");
    assert!(narrow < 40_000 && wide < 90_000);
}

#[test]
fn every_place_lays_out() {
    for area in &DATA.0.areas {
        let figure = england(&format!("areas={}", area.code));
        let is_lit = !marks(&figure).lit.is_empty();
        assert_eq!(is_lit, figure.missing.is_empty(), "{}", area.name);
        let is_english = area.code.letter() == 'E' && matches!(area.kind, AreaKind::Local | AreaKind::Region);
        assert_eq!(is_lit, is_english, "{}", area.name);
        let mut names: Vec<&str> = figure.readings.iter().map(|reading| reading.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), figure.readings.len(), "{}", area.name);
        let scene = chart::lay_out(&figure, Frame::of(&figure, 343));
        assert_eq!(scene.hits.len(), figure.readings.len());
    }
}

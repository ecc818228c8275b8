//! Pictures by themselves, of every figure at every size: everything has room, and all that must be in them is.

use healthy_years::chart::picture::{self, CARD, Imprint, SIZES};
use healthy_years::chart::scene::{Anchor, Item, Scene};
use healthy_years::chart::{self, metrics::Metrics};
use healthy_years::figure;
use healthy_years::view::{Lang, NAVIGATION, Page, Slug, View};
use rayon::prelude::*;

use crate::support::DATA;

fn imprint(view: &View) -> Imprint {
    let address = ["https://healthy-years.example", &view.address()].concat();
    Imprint { address, edition: DATA.0.edition.clone(), zoom: None, lang: Lang::English }
}

fn texts(scene: &Scene) -> String {
    let items = scene.items();
    let words = items.filter_map(|item| match item {
        Item::Text(text) => Some(text.words.as_str()),
        _ => None,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Every page as it is at first and with five places of all kinds, and the page of every twelfth place.
pub fn views() -> Vec<View> {
    let five = "E06000009,E09000027,W92000004,E12000007,N09000003";
    let pages = NAVIGATION.iter().flat_map(|page| {
        let chosen = View::at(&page.path(), &["areas=", five].concat()).0;
        [View::of(page.clone()), chosen]
    });
    let places = DATA.0.areas.iter().step_by(12).map(|area| View::of(Page::Area(Slug::new(&area.slug).unwrap())));
    pages.chain(places).collect()
}

#[test]
fn every_figure_has_its_picture_at_every_size() {
    let drawn: usize = views().par_iter().map(figures_of).sum();
    assert!(drawn > 700, "{drawn}");
}

fn figures_of(view: &View) -> usize {
    let mut drawn = 0;
    for figure in figure::figures(&DATA.0, view).unwrap() {
        let imprint = imprint(view);
        for size in SIZES.into_iter().chain([CARD]) {
            let scene = picture::lay_out(&chart::ALL, &figure, size, &imprint).scene;
            let name = format!("{} {} {}", imprint.address, figure.id, size.name);
            let (width, height) = (f64::from(scene.width), f64::from(scene.height));
            assert!((width / height - f64::from(size.width) / f64::from(size.height)).abs() < 0.003, "{name}");
            let said = texts(&scene);
            for what in [figure.title.as_str(), "Open Government Licence", &imprint.edition] {
                assert!(said.contains(what), "{name}: “{what}” in {said}");
            }
            assert!(said.replace(' ', "").contains(&imprint.address), "{name}: {said}");
            for item in scene.items() {
                if let Item::Text(text) = item {
                    let long = Metrics::width(&text.words, text.size.to_px(), text.bold);
                    let start = text.at.x.to_px()
                        - match text.anchor {
                            Anchor::Start => 0.0,
                            Anchor::Middle => long / 2.0,
                            Anchor::End => long,
                        };
                    let is_inside = start >= -1.0 && start + long <= width + 1.0 && text.at.y.to_px() <= height;
                    assert!(is_inside, "{name}: “{}” is outside", text.words);
                }
            }
            assert_eq!(overlap(&scene), None, "{name}: texts that stand on each other");
            drawn += 1;
        }
    }
    drawn
}

/// Two texts of a picture that stand on each other.
fn overlap(scene: &Scene) -> Option<(String, String)> {
    let texts = scene.items().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    });
    let boxes: Vec<_> = texts
        .map(|text| {
            let (size, long) = (text.size.to_px(), Metrics::width(&text.words, text.size.to_px(), text.bold));
            let start = text.at.x.to_px()
                - match text.anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => long / 2.0,
                    Anchor::End => long,
                };
            // A little less than the letters take: what only touches is read.
            (
                (start + 1.0, start + long - 1.0),
                (text.at.y.to_px() - size * 0.66, text.at.y.to_px() - size * 0.05),
                &text.words,
            )
        })
        .collect();
    let meets = |one: (f64, f64), other: (f64, f64)| one.0 < other.1 && other.0 < one.1;
    for (at, one) in boxes.iter().enumerate() {
        for other in &boxes[at + 1..] {
            if meets(one.0, other.0) && meets(one.1, other.1) {
                return Some((one.2.clone(), other.2.clone()));
            }
        }
    }
    None
}

/// Not all rows have room; those that have are the ends, and the picture says how many there are.
#[test]
fn a_picture_without_room_for_all_rows_says_so() {
    let view = View::of(Page::Circumstances);
    let figures = figure::figures(&DATA.0, &view).unwrap();
    let said = texts(&picture::lay_out(&chart::ALL, &figures[0], CARD, &imprint(&view)).scene);
    assert!(said.contains("The strongest correlations") && said.contains("The weakest correlations"), "{said}");
    assert!(said.contains("strongest and") && said.contains("weakest of"), "{said}");
}

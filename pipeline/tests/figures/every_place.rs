//! Every page with every place: with none, one and five chosen, each figure lays out and keeps to its shape.

use std::collections::BTreeSet;

use healthy_years::chart::{self, Frame};
use healthy_years::figure::{self, Figure, Marks, Reading};
use healthy_years::model::{Area, AreaKind, Code};
use healthy_years::view::{NAVIGATION, Page, Slug, View};
use healthy_years::words::LONGEST_TITLE;
use rayon::prelude::*;

use crate::support::{DATA, is_bare};

/// From the narrowest that pictures are made for to the widest that a page has, in pixels.
pub const WIDTHS: [u32; 4] = [280, 343, 720, 1072];

/// What every figure keeps to, whatever is chosen, at these widths.
pub fn assert_sound(at: &str, figure: &Figure, widths: &[u32]) {
    let name = format!("{at}#{}", figure.id);
    assert!(figure.title.chars().count() <= LONGEST_TITLE, "{name}: {}", figure.title);
    assert!(figure.alt.chars().count() <= 300, "{name}: {}", figure.alt);
    assert!(figure.table.rows.iter().all(|row| row.cells.len() == figure.table.columns.len()), "{name}");
    let names: BTreeSet<&str> = figure.readings.iter().map(Reading::name).collect();
    assert_eq!(names.len(), figure.readings.len(), "{name}: two readings of one name");
    for &width in widths {
        let scene = chart::lay_out(figure, Frame::of(figure, width));
        let read = scene.hits.iter().map(|hit| hit.reading);
        assert!(read.eq(0..figure.readings.len()), "{name} at {width}: marks without a reading");
        assert_eq!(scene.groups.is_empty(), figure.marks.is_empty(), "{name} at {width}");
        let inside = |y: f64| (0.0..f64::from(scene.height)).contains(&y);
        assert!(scene.hits.iter().all(|hit| inside(hit.at.y.to_px())), "{name} at {width}: outside the picture");
    }
    let said = [&figure.title, &figure.subtitle, &figure.summary, &figure.reading, &figure.alt];
    for text in said.into_iter().chain(&figure.cautions).chain(&figure.notes).chain(&figure.missing) {
        assert!(!is_bare(text), "{name}: {text}");
        let odd = ["  ", "()", " ,", " .", "..", ",,", "NaN", "None", "because of", "due to"];
        assert!(odd.iter().all(|gap| !text.contains(gap)), "{name}: {text}");
    }
}

/// The places in an order in which those of a kind are spread among the others, so that five in a row are of mixed kinds.
fn mixed() -> Vec<Code> {
    let kinds = [AreaKind::Uk, AreaKind::Nation, AreaKind::Region, AreaKind::CombinedAuthority, AreaKind::Local];
    let of = |kind: AreaKind| DATA.0.areas.iter().filter(move |area| area.kind == kind);
    let place = |kind| {
        let count = of(kind).count() as f64;
        of(kind).enumerate().map(move |(at, area)| ((at as f64 + 0.5) / count, area.code))
    };
    let mut placed: Vec<(f64, Code)> = kinds.into_iter().flat_map(place).collect();
    placed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    placed.into_iter().map(|(_, code)| code).collect()
}

/// None; each place alone; every place among five.
fn choices() -> Vec<Vec<Code>> {
    let mixed = mixed();
    let mut choices = vec![Vec::new()];
    choices.extend(mixed.iter().map(|code| vec![*code]));
    choices.extend(mixed.chunks_exact(5).map(<[Code]>::to_vec));
    choices.push(mixed[mixed.len() - 5..].to_vec());
    choices
}

/// The views of pages that are not of one place: each choice, women and men in turn, and both without a choice.
fn shared_pages() -> Vec<View> {
    let sexes = ["", "sex=male"];
    let view = |page: &Page, at: usize, areas: &[Code]| View {
        page: page.clone(),
        areas: areas.to_vec(),
        ..View::parse(sexes[at % 2]).0
    };
    let of = |page: &Page| {
        let chosen: Vec<View> = choices().iter().enumerate().map(|(at, areas)| view(page, at, areas)).collect();
        chosen.into_iter().chain([view(page, 1, &[])]).collect::<Vec<_>>()
    };
    NAVIGATION.iter().flat_map(of).collect()
}

/// The pages of all places, with none and with five chosen; one of which is the place itself.
fn pages_of_places() -> Vec<View> {
    let mixed = mixed();
    let of = |(at, area): (usize, &Area)| {
        let five: Vec<Code> = mixed.iter().cycle().skip(at).take(5).copied().collect();
        let page = Page::Area(Slug::new(&area.slug).unwrap());
        [Vec::new(), five].map(|areas| View { page: page.clone(), areas, ..View::default() })
    };
    DATA.0.areas.iter().enumerate().flat_map(of).collect()
}

/// Lays the figures of all views out and says how many they are. Maps, of which the places chosen change a few outlines
/// only, are laid out at two widths of each state in turn: they would take as long as all others together.
fn lays_out(views: &[View]) -> usize {
    let (atlas, manifest) = &*DATA;
    let drawn = views.par_iter().enumerate().map(|(at, view)| {
        let (settled, dropped) = figure::settle(view, atlas, manifest);
        assert!(settled == *view && dropped.is_empty(), "{}: {dropped:?}", view.address());
        let figures = figure::figures(atlas, view).map_err(|error| (view.address(), error)).unwrap();
        for figure in &figures {
            let in_turn = [WIDTHS[at % 2], WIDTHS[2 + at / 2 % 2]];
            let widths = if matches!(figure.marks, Marks::Map(_)) { &in_turn[..] } else { &WIDTHS };
            assert_sound(&view.address(), figure, widths);
            let is_page_of_place = matches!(view.page, Page::Area(_));
            assert!(!is_page_of_place || !figure.marks.is_empty(), "{}#{}", view.address(), figure.id);
        }
        figures.len()
    });
    drawn.sum()
}

/// 218 local areas, 9 regions, 15 combined authorities, 4 nations and the UK; a new release may have others.
#[test]
fn every_figure_lays_out_with_none_one_and_five_of_every_place() {
    let views = shared_pages();
    assert_eq!(views.len(), NAVIGATION.len() * (2 + 247 + 50));
    let all: BTreeSet<Code> = choices().into_iter().filter(|areas| areas.len() == 5).flatten().collect();
    assert_eq!(all.len(), DATA.0.areas.len());
    // Explore has 1 figure, Compare 4, Map 2, Trends 6, Gradient 3, Circumstances 2.
    assert_eq!(lays_out(&views), 299 * (1 + 4 + 2 + 6 + 3 + 2));
}

/// 6 figures: 5 without neighbourhoods, in regions and the like; 2 of them alone where too few people live.
#[test]
fn the_page_of_every_place_lays_out() {
    let drawn = lays_out(&pages_of_places());
    assert_eq!(drawn, 2 * (216 * 6 + 29 * 5 + 2 * 2));
}

//! Figures that are higher than a frame or a sheet of paper has room for: fewer rows in the one, parts on the other.

use healthy_years::chart::scene::{Item, Line};
use healthy_years::chart::{self, Frame};
use healthy_years::figure::{self, Figure, Marks};
use healthy_years::view::{Lang, Page, View};
use rayon::prelude::*;

use crate::every_place::{WIDTHS, assert_sound};
use crate::pictures::views;
use crate::support::DATA;

/// The names of a figure's rows, where it has rows.
fn rows(figure: &Figure) -> Vec<&str> {
    match &figure.marks {
        Marks::Strength(marks) => {
            marks.groups.iter().flat_map(|group| &group.rows).map(|row| row.name.as_str()).collect()
        }
        Marks::Strips(marks) => {
            marks.groups.iter().flat_map(|group| &group.rows).map(|row| row.name.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

/// A frame is granted 4,000 pixels; what stands around a picture in one takes up to 2,000 of them in the narrowest.
#[test]
fn no_picture_in_a_frame_is_higher_than_a_frame_may_be() {
    let cut: usize = views().par_iter().map(framed).sum();
    assert!(cut > 15, "{cut}");
}

/// How many of the view's figures have fewer rows in a frame.
fn framed(view: &View) -> usize {
    let mut cut = 0;
    for whole in figure::figures(&DATA.0, view).unwrap() {
        let name = view.address();
        let framed = chart::framed(&chart::ALL, whole.clone(), Lang::English);
        let most = WIDTHS.map(|width| Frame::of(&framed, width).height).into_iter().max().unwrap();
        assert!(most <= 1400, "{name} {}: {most}", whole.id);
        assert_eq!(framed.table, whole.table, "{name}: the table keeps all");
        if framed.marks == whole.marks {
            assert_eq!(framed, whole, "{name}");
            continue;
        }
        cut += 1;
        // Its alternative text says in a sentence more which rows there are.
        assert!(
            framed.alt.starts_with(&whole.alt) && framed.alt.ends_with(&framed.cautions[0]),
            "{name}: {}",
            framed.alt
        );
        assert_sound(&name, &Figure { alt: whole.alt.clone(), ..framed.clone() }, &WIDTHS);
        let (few, all) = (rows(&framed), rows(&whole));
        assert!(few.len() >= 2 && few.len() < all.len(), "{name}: {} of {}", few.len(), all.len());
        let of = match &whole.marks {
            Marks::Strength(marks) => {
                marks.groups.iter().filter(|group| !group.apart).map(|group| group.rows.len()).sum()
            }
            _ => all.len(),
        };
        assert!(framed.cautions[0].contains(&format!("of {of} circumstances")), "{name}: {}", framed.cautions[0]);
        // The title counts the same circumstances as the picture.
        assert!(
            whole.id != "strength" || whole.title.contains(&format!("of {of} in England;")),
            "{name}: {}",
            whole.title
        );
        // Each row is read as it is read in the whole figure.
        for (row, reading) in few.iter().zip(&framed.readings) {
            let at = all.iter().position(|other| other == row).unwrap();
            assert_eq!(*reading, whole.readings[at], "{name}: {row}");
        }
    }
    cut
}

/// What of an item is a line upright, which may be cut.
fn is_upright(item: &Item) -> bool {
    matches!(item, Item::Line(Line { path, .. }) if path.windows(2).all(|pair| pair[0].x == pair[1].x))
}

/// From where to where a text or a mark stands.
fn stands(item: &Item) -> Option<(f64, f64)> {
    match item {
        Item::Text(text) => {
            Some((text.at.y.to_px() - text.size.to_px() * 0.8, text.at.y.to_px() + text.size.to_px() * 0.2))
        }
        Item::Mark(mark) => Some((mark.at.y.to_px() - mark.radius.to_px(), mark.at.y.to_px() + mark.radius.to_px())),
        Item::Band(band) => {
            let heights: Vec<f64> = band.outline.iter().map(|spot| spot.y.to_px()).collect();
            Some((heights.iter().copied().fold(f64::MAX, f64::min), heights.iter().copied().fold(f64::MIN, f64::max)))
        }
        _ => None,
    }
}

/// On paper no text and no mark is cut, and no part is higher than it may be.
#[test]
fn a_high_picture_can_be_cut_between_its_rows() {
    let mut count = 0;
    for view in views() {
        for figure in figure::figures(&DATA.0, &view).unwrap() {
            for width in [720, 1072] {
                let scene = chart::lay_out(&figure, Frame::of(&figure, width));
                if scene.height <= scene.width || rows(&figure).is_empty() {
                    continue;
                }
                let most = width * 3 / 5;
                let cuts = chart::cuts(&scene, most);
                let name = format!("{} {} at {width}: {cuts:?}", view.address(), figure.id);
                assert_eq!(cuts.last(), Some(&scene.height), "{name}");
                assert!(
                    core::iter::once(&0).chain(&cuts).zip(&cuts).all(|(from, to)| from < to && to - from <= most),
                    "{name}"
                );
                let is_cut = |item: &Item| {
                    let Some((top, end)) = stands(item) else { return false };
                    cuts.iter().map(|&cut| f64::from(cut)).any(|cut| top < cut && cut < end)
                };
                assert!(!scene.items().filter(|item| !is_upright(item)).any(is_cut), "{name}");
                count += cuts.len();
            }
        }
    }
    assert!(count > 200, "{count}");
}

#[test]
fn a_low_picture_is_not_cut() {
    let figure = &figure::figures(&DATA.0, &View::of(Page::Explore)).unwrap()[0];
    let scene = chart::lay_out(figure, Frame::of(figure, 720));
    assert_eq!(chart::cuts(&scene, 2000), [scene.height]);
}

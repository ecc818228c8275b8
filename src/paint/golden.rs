//! The text of whole pictures, from [`figures`] built by hand: a change in any of them has to be looked at.

use super::svg::{Colours, picture};
use crate::chart::scene::{Anchor, Item, Scene};
use crate::chart::{Frame, lay_out, metrics::Metrics};
use crate::figure::{Figure, Fit};

mod figures;

use figures::{
    SPREADS, differences, england, figure, gradient, grouped, groups, lives, map, multiples, neighbourhoods, relate,
    strength, strips, trend,
};

/// The box of each text, in pixels.
fn boxes(scene: &Scene) -> Vec<(String, [f64; 4])> {
    let items = scene.items();
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
        ("england-343", 343, england(0)),
        ("england-lit-343", 343, england(1)),
        ("england-lit-864", 864, england(5)),
        ("neighbourhoods-one-343", 343, neighbourhoods(SPREADS[0])),
        ("neighbourhoods-343", 343, neighbourhoods(SPREADS[1])),
        ("neighbourhoods-864", 864, neighbourhoods(SPREADS[1])),
        ("lives-300", 300, lives(5)),
        ("lives-864", 864, lives(2)),
        ("differences-300", 300, differences(5, 0.0)),
        ("differences-864", 864, differences(10, 0.0)),
        ("trend-one-343", 343, trend(1)),
        ("trend-five-864", 864, trend(5)),
        ("trend-sexes-864", 864, trend(0)),
        ("trend-tenths-288", 288, groups(10)),
        ("trend-tenths-864", 864, groups(10)),
        ("map-343", 343, map(false, 6)),
        ("map-864", 864, map(false, 1)),
        ("hexagons-343", 343, map(true, 0)),
        ("hexagons-864", 864, map(true, 6)),
        ("strength-343", 343, strength()),
        ("strength-864", 864, strength()),
        ("multiples-343", 343, multiples()),
        ("multiples-864", 864, multiples()),
        ("strips-one-343", 343, strips(1, 1)),
        ("strips-five-343", 343, strips(5, 1)),
        ("strips-five-864", 864, strips(5, 3)),
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
        for places in 0..=5 {
            assert_tidy(&trend(places), Frame::of(&trend(places), width));
            assert_tidy(&england(places), Frame::of(&england(places), width));
        }
        for many in [5, 10] {
            assert_tidy(&groups(many), Frame::of(&groups(many), width));
        }
        for figure in [strength(), multiples(), strips(1, 1), strips(5, 1), strips(2, 2), strips(5, 3)] {
            assert_tidy(&figure, Frame::of(&figure, width));
        }
        assert_tidy(&grouped(), Frame::of(&grouped(), width));
        for counts in SPREADS {
            assert_tidy(&neighbourhoods(counts), Frame::of(&neighbourhoods(counts), width));
        }
        for places in 1..=5 {
            assert_tidy(&lives(places), Frame::of(&lives(places), width));
        }
        for (pairs, shift) in [(1, 0.0), (1, 40.0), (3, -40.0), (10, 0.0)] {
            let figure = differences(pairs, shift);
            assert_tidy(&figure, Frame::of(&figure, width));
        }
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
        for figure in [
            figure(5),
            gradient(5),
            gradient(10),
            england(5),
            lives(5),
            lives(0),
            differences(10, 0.0),
            differences(0, 0.0),
            trend(0),
            trend(5),
            groups(10),
            map(false, 6),
            map(true, 6),
            strength(),
            multiples(),
            strips(5, 3),
        ] {
            lay_out(&figure, Frame { width, height, zoom: None });
        }
    }
    let mut figure = figure(0);
    relate(&mut figure).points.truncate(1);
    assert_eq!(lay_out(&figure, Frame::of(&figure, 300)).hits.len(), 1);
}

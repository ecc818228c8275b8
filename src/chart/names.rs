//! The names of chosen areas and of landmarks, written beside their marks.

use super::Frame;
use super::labels::{Place, Rect, Surroundings, Wish, place};
use super::metrics::{CAP_HEIGHT, Metrics};
use super::plot::{Plot, line};
use super::scene::{Anchor, Eighth, Group, Item, Spot, Text, Token};
use super::sizes::Sizes;
use super::wrap::wrap_evenly;
use crate::figure::Point;

/// Half the width that a whisker keeps free of names, in pixels.
const WHISKER: f64 = 5.0;

/// From a mark's edge to its name, in pixels.
const GAP: f64 = 4.0;

/// A point and where its mark stands, in pixels.
pub struct Named<'a> {
    /// The point.
    pub point: &'a Point,
    /// The middle of its mark.
    pub at: (f64, f64),
    /// The radius of its mark.
    pub radius: f64,
}

/// A name set in lines.
struct Set {
    lines: Vec<String>,
    size: f64,
    chosen: bool,
}

/// Names, and what leads to them.
pub struct Names {
    /// The names of landmarks that found room.
    pub landmarks: Group,
    /// Lines from marks to names that are far off.
    pub leaders: Group,
    /// The names of the chosen.
    pub chosen: Group,
}

/// Finds a place for each name and writes it there.
pub fn names(dots: &[Named], plot: &Plot, fit: Option<[(f64, f64); 2]>, frame: Frame, sizes: &Sizes) -> Names {
    let wanted: Vec<&Named> = dots.iter().filter(|dot| dot.point.chosen || dot.point.landmark).collect();
    let sets: Vec<Set> = wanted.iter().map(|dot| set(dot.point, plot, sizes)).collect();
    let wishes: Vec<Wish> = wanted.iter().zip(&sets).map(|(dot, set)| wish(dot, set, plot, sizes)).collect();
    let marks: Vec<(f64, f64)> = dots.iter().map(|dot| dot.at).collect();
    let bounds =
        Rect { left: plot.left, top: plot.top - 4.0, right: f64::from(frame.width) - 1.0, bottom: plot.bottom - 2.0 };
    let obstacles = obstacles(dots, plot);
    let places = place(&wishes, &Surroundings { bounds, obstacles, marks: &marks, line: fit });
    let mut landmarks = Group { name: "landmarks", items: Vec::new() };
    let mut leaders = Group { name: "leaders", items: Vec::new() };
    let mut chosen = Group { name: "names", items: Vec::new() };
    for ((dot, set), place) in wanted.iter().zip(&sets).zip(&places) {
        let Some(place) = place else { continue };
        let group = if set.chosen { &mut chosen } else { &mut landmarks };
        if place.leads {
            leaders.items.push(line(place.rect.nearest(dot.at), dot.at, 1.0, Token::AccentInk));
        }
        write(set, place, sizes, &mut group.items);
    }
    Names { landmarks, leaders, chosen }
}

fn set(point: &Point, plot: &Plot, sizes: &Sizes) -> Set {
    let chosen = point.chosen;
    let size = if chosen { sizes.name } else { sizes.small };
    let room = sizes.label.min(plot.right - plot.left);
    Set { lines: wrap_evenly(&point.name, size, chosen, room), size, chosen }
}

fn wish(dot: &Named, set: &Set, plot: &Plot, sizes: &Sizes) -> Wish {
    let widths = set.lines.iter().map(|words| Metrics::width(words, set.size, set.chosen));
    let width = widths.fold(0.0, f64::max) + 2.0;
    let height = set.lines.len() as f64 * set.size * lead(sizes);
    let stands = if set.chosen { plot.stands(dot.point) } else { None };
    let (top, bottom) = stands.unwrap_or((dot.at.1, dot.at.1));
    let stands = (top - 3.0, bottom + 3.0);
    Wish { mark: dot.at, radius: dot.radius + GAP, stands, size: (width, height), must: set.chosen }
}

/// Names are set closer than running text.
fn lead(sizes: &Sizes) -> f64 {
    sizes.lead - 0.12
}

/// The marks and whiskers of the chosen: no name covers them.
fn obstacles(dots: &[Named], plot: &Plot) -> Vec<Rect> {
    let mut obstacles = Vec::new();
    for dot in dots.iter().filter(|dot| dot.point.chosen) {
        let (x, y) = dot.at;
        let r = dot.radius + 1.0;
        obstacles.push(Rect { left: x - r, top: y - r, right: x + r, bottom: y + r });
        if let Some((top, bottom)) = plot.stands(dot.point) {
            obstacles.push(Rect { left: x - WHISKER, top: top - 1.0, right: x + WHISKER, bottom: bottom + 1.0 });
        }
    }
    obstacles
}

/// Writes a name into its place, against the side that is near the mark.
fn write(set: &Set, place: &Place, sizes: &Sizes, items: &mut Vec<Item>) {
    let line = set.size * lead(sizes);
    let rise = (line + set.size * CAP_HEIGHT) / 2.0;
    let (x, anchor) =
        if place.before { (place.rect.right - 1.0, Anchor::End) } else { (place.rect.left + 1.0, Anchor::Start) };
    for (at, words) in set.lines.iter().enumerate() {
        items.push(Item::Text(Text {
            words: words.clone(),
            at: Spot::px(x, place.rect.top + rise + at as f64 * line),
            anchor,
            size: Eighth::px(set.size),
            bold: set.chosen,
            ink: if set.chosen { Token::AccentInk } else { Token::Muted },
            halo: true,
        }));
    }
}

//! The picture of how a circumstance goes together with an outcome: areas as points, a line through them.

use super::Frame;
use super::key::{key, look};
use super::names::{Named, names};
use super::plot::{Plot, Span, line};
use super::scale::{drawable, extent};
use super::scene::{Band, Eighth, Group, Hit, Item, Line, Mark, Scene, Shape, Spot, Token};
use super::sizes::{Sizes, sizes};
use crate::figure::{Fit, Point, RelateMarks};
use crate::order;

/// Marks beyond this many are drawn without an edge, group by group: it is quicker and looks the same.
const MANY: usize = 800;

/// Half the width of a whisker's cap, in pixels.
const CAP: f64 = 4.0;

/// A point that can be drawn.
struct Dot<'a> {
    point: &'a Point,
    index: usize,
    at: (f64, f64),
    radius: f64,
}

/// Lays the picture out.
pub fn lay_out(marks: &RelateMarks, frame: Frame) -> Scene {
    let points: Vec<(usize, &Point)> =
        marks.points.iter().enumerate().filter(|(_, point)| drawable(point.x) && drawable(point.y)).collect();
    let sizes = sizes(frame, points.len());
    let Some((x, y)) = spans(marks, &points) else { return Scene::empty(frame.width, frame.height) };
    let (key, above) = key(&marks.groups, frame, &sizes);
    let sized = points.iter().any(|(_, point)| point.weight.is_some());
    let reach = if sized { sizes.largest * 0.8 } else { sizes.chosen } + 4.0;
    let plot = Plot::new(frame, above, &x, &y, reach, &sizes);
    let dots: Vec<Dot> = points.iter().map(|&(index, point)| dot(index, point, &plot, &sizes)).collect();
    let fit = marks.line.as_ref().and_then(|fit| fit_ends(fit, &plot, x.range));
    let names = names(&named(&dots), &plot, fit, frame, &sizes);
    let groups = vec![
        band(marks.line.as_ref(), &plot),
        plot.grid(),
        plot.y_axis(&sizes),
        plot.x_axis(frame, &sizes),
        key,
        areas(&dots, marks.groups.len()),
        Group { name: "fit", items: fit.map(|[from, to]| line(from, to, 1.5, Token::Fit)).into_iter().collect() },
        names.landmarks,
        names.leaders,
        chosen(&dots, marks.groups.len(), &plot),
        names.chosen,
    ];
    let hits = dots.iter().map(hit).collect();
    Scene::of(frame, groups, hits)
}

/// What the axes have to hold: every point, the limits of the chosen and the line through them.
fn spans<'a>(marks: &'a RelateMarks, points: &[(usize, &Point)]) -> Option<(Span<'a>, Span<'a>)> {
    let (mut across, mut up) = (Vec::new(), Vec::new());
    for (_, point) in points {
        across.push(point.x);
        up.push(point.y);
        if let Some((lower, upper)) = point.limits.filter(|_| point.chosen) {
            up.extend([lower, upper]);
        }
    }
    let (x, y) = (extent(&across)?, extent(&up)?);
    Some((Span { axis: &marks.x, range: x }, Span { axis: &marks.y, range: y }))
}

fn dot<'a>(index: usize, point: &'a Point, plot: &Plot, sizes: &Sizes) -> Dot<'a> {
    let least = if point.chosen { sizes.chosen } else { sizes.mark };
    let radius = match point.weight {
        Some(weight) if weight.is_finite() => (sizes.largest * weight.clamp(0.0, 1.0).sqrt()).max(least * 0.8),
        _ => least,
    };
    Dot { point, index, at: plot.at(point.x, point.y), radius }
}

fn hit(dot: &Dot) -> Hit {
    Hit { at: Spot::px(dot.at.0, dot.at.1), radius: Eighth::px(dot.radius), reading: dot.index }
}

/// The ends of the fitted line inside the plot, in pixels.
fn fit_ends(fit: &Fit, plot: &Plot, (least, most): (f64, f64)) -> Option<[(f64, f64); 2]> {
    let end = |x: f64| plot.at(x, fit.intercept + fit.slope * x);
    let (from, to) = (end(least), end(most));
    let cut = |y: f64| {
        let inside = y.max(plot.top).min(plot.bottom);
        let share = if inside == y { 0.0 } else { (inside - y) / (to.1 - from.1) };
        (share * (to.0 - from.0), inside)
    };
    let ((from_shift, from_y), (to_shift, to_y)) = (cut(from.1), cut(to.1));
    let ends = [(from.0 + from_shift, from_y), (to.0 + to_shift, to_y)];
    let seen = ends.iter().all(|&(x, y)| x.is_finite() && y.is_finite()) && ends[0].0 < ends[1].0;
    seen.then_some(ends)
}

/// The band around the fitted line, cut at the plot's edges.
fn band(fit: Option<&Fit>, plot: &Plot) -> Group {
    let steps: &[(f64, f64, f64)] = fit.map_or(&[], |fit| &fit.band);
    let steps = || steps.iter().filter(|(x, low, high)| drawable(*x) && drawable(*low) && drawable(*high));
    let spot = |x: f64, y: f64| {
        let (x, y) = plot.at(x, y);
        Spot::px(x.max(plot.left).min(plot.right), y.max(plot.top).min(plot.bottom))
    };
    let mut outline = Vec::new();
    for &(x, _, high) in steps() {
        outline.push(spot(x, high));
    }
    for &(x, low, _) in steps().rev() {
        outline.push(spot(x, low));
    }
    let items = if outline.len() < 4 { vec![] } else { vec![Item::Band(Band { outline, fill: Token::Band })] };
    Group { name: "band", items }
}

/// The marks of areas that are not chosen: large ones at the back.
fn areas(dots: &[Dot], groups: usize) -> Group {
    let mut quiet: Vec<&Dot> = dots.iter().filter(|dot| !dot.point.chosen).collect();
    order::sort_by_key(&mut quiet, |dot| -Eighth::px(dot.radius));
    if quiet.len() > MANY {
        order::sort_by_key(&mut quiet, |dot| dot.point.group);
    }
    let edge = if quiet.len() > MANY { Eighth(0) } else { Eighth(6) };
    let mark = |dot: &&Dot| {
        let (shape, fill) = dot.point.group.map_or((Shape::Circle, Token::Point), |group| look(group, groups));
        mark(dot, shape, fill, edge)
    };
    Group { name: "areas", items: quiet.iter().map(mark).collect() }
}

/// The marks of the chosen, on their whiskers.
fn chosen(dots: &[Dot], groups: usize, plot: &Plot) -> Group {
    let (mut whiskers, mut marks) = (Vec::new(), Vec::new());
    for dot in dots.iter().filter(|dot| dot.point.chosen) {
        whiskers.extend(plot.stands(dot.point).map(|ends| whisker(dot.at.0, ends)));
        let shape = dot.point.group.map_or(Shape::Circle, |group| look(group, groups).0);
        marks.push(mark(dot, shape, Token::Accent, Eighth(12)));
    }
    whiskers.append(&mut marks);
    Group { name: "chosen", items: whiskers }
}

fn mark(dot: &Dot, shape: Shape, fill: Token, edge: Eighth) -> Item {
    let at = Spot::px(dot.at.0, dot.at.1);
    Item::Mark(Mark { at, radius: Eighth::px(dot.radius), shape, fill, edge, area: Some(dot.point.area) })
}

/// A line with a cap at both ends, drawn in one go.
fn whisker(x: f64, (top, bottom): (f64, f64)) -> Item {
    let path = [(x - CAP, top), (x + CAP, top), (x, top), (x, bottom), (x - CAP, bottom), (x + CAP, bottom)];
    let path = path.iter().map(|&(x, y)| Spot::px(x, y)).collect();
    Item::Line(Line { path, width: Eighth::px(1.75), ink: Token::Accent })
}

/// What the placing of names has to know about the dots.
fn named<'a>(dots: &'a [Dot]) -> Vec<Named<'a>> {
    dots.iter().map(|dot| Named { point: dot.point, at: dot.at, radius: dot.radius }).collect()
}

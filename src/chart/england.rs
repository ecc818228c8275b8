//! The picture of every neighbourhood of England: tens of thousands of dots, coloured by tenth, the chosen places lit.
//!
//! Dots are put on a raster of pixels first, where the more deprived takes the place of the less. What is left is a third of
//! them, and dots side by side are one bar: so it is drawn in milliseconds, and is some kilobytes in a static page.

use super::key::key_of;
use super::labels::{Rect, Surroundings, Wish, place};
use super::metrics::{CAP_HEIGHT, Metrics};
use super::plot::{Plot, Span, line, written};
use super::scene::{Anchor, Bars, Eighth, Group, Hit, Item, Mark, Scene, Shape, Spot, Token};
use super::sizes::{Sizes, sizes};
use super::window::Window;
use super::{Frame, WIDE};
use crate::figure::{EnglandDot, EnglandMarks, LitPlace};
use crate::order;

/// Heights in pixels, in narrow and in wide room.
pub fn heights(_: &EnglandMarks) -> [u32; 2] {
    [440, 600]
}

/// What a view's zoom counts in: so many to a point of a per cent. All that there is are two million.
const UNITS: f64 = 20_000.0;

/// How long a dot's side is in the whole picture, in narrow and in wide room, in pixels.
const SIDES: [f64; 2] = [2.0, 3.0];

/// Cells of the raster along a side, at most; in any usual room one is a pixel.
const MOST_CELLS: f64 = 2000.0;

/// The forms of chosen places.
const FORMS: [Shape; 5] = [Shape::Circle, Shape::Triangle, Shape::Square, Shape::Diamond, Shape::Wedge];

/// Room around the outermost dots, and from a mark to its name, in pixels.
const REACH: f64 = 5.0;
const GAP: f64 = 4.0;

/// Lays the picture out, or the part of it that the frame asks for.
pub fn lay_out(marks: &EnglandMarks, frame: Frame) -> Scene {
    if marks.dots.is_empty() {
        return Scene::empty(frame.width, frame.height);
    }
    let sizes = sizes(frame, 0);
    let classes: Vec<_> =
        marks.classes.iter().zip(Token::SCALE).map(|(name, shade)| (name, Shape::Square, shade)).collect();
    let (key, above) = key_of(&classes, frame, &sizes);
    let plot = |[x, y]: [(f64, f64); 2], reach| {
        let (x, y) = (Span { axis: &marks.x, range: x }, Span { axis: &marks.y, range: y });
        Plot::new(frame, above, &x, &y, reach, &sizes)
    };
    let whole = plot([(0.0, marks.most.0), (0.0, marks.most.1)], REACH);
    let room = match frame.zoom {
        None => Room::of(marks.most, window(&whole), whole),
        Some(zoom) => {
            let window = window(&whole).at(zoom);
            let plot = plot(window.shown().map(|(from, to)| (from / UNITS, to / UNITS)), 0.0);
            Room::of(marks.most, window.in_room(plot.inside()), plot)
        }
    };
    let side = room.side(frame);
    let dots: Vec<Option<Spot>> = marks.dots.iter().map(|dot| room.dot(dot)).collect();
    let lit: Vec<Lit> =
        marks.lit.iter().zip(FORMS).map(|(place, form)| Lit { place, form, at: room.at(place.middle) }).collect();
    let mut taken: Vec<Rect> =
        lit.iter().filter_map(|lit| lit.covers(&sizes)).chain([room.window.room_of_buttons()]).collect();
    let middles = room.middles(marks, &mut taken, &sizes);
    let edges = room.edges(marks, &dots, &mut taken, &sizes);
    let (names, leaders) = room.names(&lit, taken, &sizes);
    let groups = vec![
        room.plot.grid(),
        room.plot.y_axis(&sizes),
        room.plot.x_axis(frame, &sizes),
        key,
        Group::of("neighbourhoods", room.bars(&marks.dots, &dots, side)),
        Group::of("chosen", chosen(&lit, &dots, &sizes)),
        Group::of("tenths", middles),
        Group::of("beyond", edges),
        Group::of("leaders", leaders),
        Group::of("names", names),
    ];
    Scene { dots, window: Some(room.window), ..Scene::of(frame, groups, room.hits(&marks.stops)) }
}

/// The window of a picture that is shown whole.
fn window(plot: &Plot) -> Window {
    let at = |x: f64, y: f64| (plot.x.value(x) * UNITS, plot.y.value(y) * UNITS);
    Window::of_picture(plot.inside(), (at(plot.left, plot.bottom), at(plot.right, plot.top)))
}

/// The room inside the axes, and what of the data is shown there.
struct Room {
    plot: Plot,
    window: Window,
    /// From where to where, across and up, in data units.
    shown: [(f64, f64); 2],
    /// Where the axes of the whole picture end.
    most: (f64, f64),
}

impl Room {
    fn of(most: (f64, f64), window: Window, plot: Plot) -> Room {
        let shown = window.shown().map(|(from, to)| (from / UNITS, to / UNITS));
        Room { plot, window, shown, most }
    }

    /// How long a dot's side is, in whole pixels: the closer one looks, the larger, though less so than what is between dots.
    fn side(&self, frame: Frame) -> f64 {
        let [narrow, wide] = SIDES;
        let times = self.window.zoom.map_or(1.0, |zoom| f64::from(zoom.percent) / 100.0);
        libm::floor(if frame.width < WIDE { narrow } else { wide } * times.sqrt().sqrt())
    }

    /// Where a place of the data stands, in pixels; none outside of the window.
    fn at(&self, (x, y): (f64, f64)) -> Option<(f64, f64)> {
        let [across, up] = self.shown;
        let (x, y) = (x.min(self.most.0), y.min(self.most.1));
        let is_inside = (across.0..=across.1).contains(&x) && (up.0..=up.1).contains(&y);
        is_inside.then(|| self.plot.at(x, y))
    }

    fn dot(&self, dot: &EnglandDot) -> Option<Spot> {
        let shares = dot.shares();
        self.at((shares.income, shares.employment)).map(|(x, y)| Spot::px(x, y))
    }

    /// Where readings stand, those outside of the window too: keys lead to them.
    fn hits(&self, stops: &[(f64, f64)]) -> Vec<Hit> {
        let hit = |(reading, &(x, y)): (usize, &(f64, f64))| {
            let (x, y) = self.plot.at(x.min(self.most.0), y.min(self.most.1));
            Hit { at: Spot::px(x, y), radius: Eighth::px(4.0), reading }
        };
        stops.iter().enumerate().map(hit).collect()
    }

    /// The dots by colour, the least deprived at the back.
    fn bars(&self, dots: &[EnglandDot], spots: &[Option<Spot>], side: f64) -> Vec<Item> {
        let mut raster = Raster::over(&self.plot);
        for (dot, spot) in dots.iter().zip(spots) {
            if let Some(spot) = spot {
                raster.put(*spot, shade(dot.tenth));
            }
        }
        let bars = raster.bars(side);
        let item = |(bars, fill)| Item::Bars(Bars { bars, height: Eighth::px(side), fill });
        bars.into_iter().zip(Token::SCALE).rev().filter(|(bars, _)| !bars.is_empty()).map(item).collect()
    }

    /// The number of each tenth at its medians, those that find room: first the ends.
    fn middles(&self, marks: &EnglandMarks, taken: &mut Vec<Rect>, sizes: &Sizes) -> Vec<Item> {
        let mut items = Vec::new();
        let last = marks.middles.len().saturating_sub(1);
        for at in [0, last].into_iter().chain(1..last) {
            let Some((x, y)) = marks.middles.get(at).copied().flatten().and_then(|middle| self.at(middle)) else {
                continue;
            };
            let words = (at + 1).to_string();
            let rect = around(
                (x, y),
                Metrics::width(&words, sizes.name, true) / 2.0 + 2.0,
                sizes.name * CAP_HEIGHT / 2.0 + 2.0,
            );
            if !taken.iter().any(|other| other.meets(&rect)) {
                let base = y + sizes.name * CAP_HEIGHT / 2.0;
                items.push(written(&words, (x, base), Anchor::Middle, sizes.name, true, Token::Ink));
                taken.push(rect);
            }
        }
        items
    }

    /// What stands beside dots at the edge that belong beyond it.
    fn edges(&self, marks: &EnglandMarks, dots: &[Option<Spot>], taken: &mut Vec<Rect>, sizes: &Sizes) -> Vec<Item> {
        let mut items = Vec::new();
        for (at, words) in &marks.beyond {
            let Some(spot) = dots.get(*at).copied().flatten() else { continue };
            let (x, y) = (spot.x.to_px(), spot.y.to_px());
            let width = Metrics::width(words, sizes.small, false);
            let is_before = x + REACH + width > self.plot.right;
            let (left, anchor) = if is_before { (x - REACH - width, Anchor::End) } else { (x + REACH, Anchor::Start) };
            let rect = around((left + width / 2.0, y), width / 2.0, sizes.small * 0.6);
            if !taken.iter().any(|other| other.meets(&rect)) {
                let at = (if is_before { x - REACH } else { left }, y + sizes.small * CAP_HEIGHT / 2.0);
                items.push(written(words, at, anchor, sizes.small, false, Token::Ink));
                taken.push(rect);
            }
        }
        items
    }

    /// The names of chosen places beside their large marks, and lines to those that stand afar.
    fn names(&self, lit: &[Lit], obstacles: Vec<Rect>, sizes: &Sizes) -> (Vec<Item>, Vec<Item>) {
        let named: Vec<(&Lit, Wish)> = lit.iter().filter_map(|lit| Some((lit, lit.wish(sizes)?))).collect();
        let wishes: Vec<Wish> = named.iter().map(|(_, wish)| *wish).collect();
        let bounds = self.plot.inside();
        let found = place(&wishes, &Surroundings { bounds, obstacles, marks: &[], line: None });
        let (mut names, mut leaders) = (Vec::new(), Vec::new());
        for ((lit, wish), found) in named.iter().zip(found) {
            let Some(found) = found else { continue };
            if found.leads {
                leaders.push(line(found.rect.nearest(wish.mark), wish.mark, 1.0, Token::AccentInk));
            }
            let base = (found.rect.top + found.rect.bottom + sizes.name * CAP_HEIGHT) / 2.0;
            let (x, anchor) =
                if found.before { (found.rect.right, Anchor::End) } else { (found.rect.left, Anchor::Start) };
            names.push(written(&lit.place.name, (x, base), anchor, sizes.name, true, Token::AccentInk));
        }
        (names, leaders)
    }
}

/// The box around a place that reaches so far to each side.
fn around((x, y): (f64, f64), across: f64, up: f64) -> Rect {
    Rect { left: x - across, top: y - up, right: x + across, bottom: y + up }
}

/// A chosen place, and where its medians stand, in pixels; none outside of the window.
struct Lit<'a> {
    place: &'a LitPlace,
    form: Shape,
    at: Option<(f64, f64)>,
}

impl Lit<'_> {
    /// What its large mark covers.
    fn covers(&self, sizes: &Sizes) -> Option<Rect> {
        let reach = sizes.chosen + GAP;
        self.at.map(|at| around(at, reach, reach))
    }

    fn wish(&self, sizes: &Sizes) -> Option<Wish> {
        let (at, radius) = (self.at?, sizes.chosen + GAP);
        let size = (Metrics::width(&self.place.name, sizes.name, true), sizes.name * 1.2);
        Some(Wish { mark: at, radius, stands: (at.1 - radius, at.1 + radius), size, must: true })
    }

    fn mark(&self, at: Spot, radius: f64, edge: i32) -> Item {
        let radius = Eighth::px(radius);
        Item::Mark(Mark { at, radius, shape: self.form, fill: Token::Accent, edge: Eighth(edge), area: None })
    }
}

/// The neighbourhoods of the chosen places, those of the largest at the back, then a large mark at the medians of each.
fn chosen(lit: &[Lit], dots: &[Option<Spot>], sizes: &Sizes) -> Vec<Item> {
    let mut all: Vec<&Lit> = lit.iter().collect();
    order::sort_by_key(&mut all, |lit| core::cmp::Reverse(lit.place.dots.len()));
    let mut items = Vec::new();
    for lit in &all {
        let (radius, edge) = small(lit.place.dots.len());
        let there = lit.place.dots.iter().filter_map(|&dot| dots.get(dot).copied().flatten());
        items.extend(there.map(|at| lit.mark(at, radius, edge)));
    }
    items.extend(all.iter().filter_map(|lit| lit.at.map(|(x, y)| lit.mark(Spot::px(x, y), sizes.chosen, 12))));
    items
}

/// Radius in pixels and edge in eighths of so many lit dots: the more, the smaller.
fn small(count: usize) -> (f64, i32) {
    match count {
        0..=150 => (3.5, 6),
        151..=700 => (2.5, 4),
        _ => (1.75, 0),
    }
}

/// The position of a tenth's colour, two tenths to each.
fn shade(tenth: u8) -> u8 {
    (tenth.saturating_sub(1) / 2).min(4)
}

/// Cells, each with the darkest colour that any of its dots has.
struct Raster {
    left: f64,
    top: f64,
    cell: f64,
    across: usize,
    shades: Vec<u8>,
}

/// A cell without a dot.
const NONE: u8 = u8::MAX;

impl Raster {
    fn over(plot: &Plot) -> Raster {
        let (width, height) = (plot.right - plot.left, plot.bottom - plot.top);
        let cell = (width.max(height) / MOST_CELLS).max(1.0);
        let cells = |length: f64| (length / cell) as usize + 2;
        let (left, top) = (libm::floor(plot.left), libm::floor(plot.top));
        Raster { left, top, cell, across: cells(width), shades: vec![NONE; cells(width) * cells(height)] }
    }

    fn put(&mut self, spot: Spot, shade: u8) {
        let (column, row) = ((spot.x.to_px() - self.left) / self.cell, (spot.y.to_px() - self.top) / self.cell);
        if let Some(there) = self.shades.get_mut(row as usize * self.across + column as usize) {
            *there = shade.min(*there);
        }
    }

    /// What is drawn of each colour, with dots of this side.
    fn bars(&self, side: f64) -> Vec<Vec<(Spot, Eighth)>> {
        let mut bars = vec![Vec::new(); Token::SCALE.len()];
        let before = libm::floor(side / 2.0);
        for (row, cells) in self.shades.chunks(self.across).enumerate() {
            let mut column = 0;
            for run in cells.chunk_by(|a, b| a == b) {
                if let Some(bars) = bars.get_mut(usize::from(run[0])) {
                    let x = self.left + column as f64 * self.cell - before;
                    let y = self.top + row as f64 * self.cell - before;
                    bars.push((Spot::px(x, y), Eighth::px((run.len() - 1) as f64 * self.cell + side)));
                }
                column += run.len();
            }
        }
        bars
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Axis;
    use crate::view::Zoom;

    fn marks(dots: &[(u16, u16, u8)]) -> EnglandMarks {
        let axis = || Axis { label: "Share".into(), prefix: String::new(), suffix: "%".into() };
        let dot = |&(income, employment, tenth): &(_, _, _)| EnglandDot { income, employment, tenth, place: 0 };
        EnglandMarks {
            x: axis(),
            y: axis(),
            most: (100.0, 50.0),
            dots: dots.iter().map(dot).collect(),
            places: Vec::new(),
            classes: Vec::new(),
            middles: Vec::new(),
            lit: Vec::new(),
            beyond: Vec::new(),
            stops: vec![(20.0, 10.0), (90.0, 40.0)],
        }
    }

    const FRAME: Frame = Frame { width: 600, height: 500, zoom: None };

    fn bars(scene: &Scene) -> Vec<(Token, usize)> {
        let items = scene.items();
        items
            .filter_map(|item| match item {
                Item::Bars(bars) => Some((bars.fill, bars.bars.len())),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn dots_on_one_pixel_are_drawn_once_and_the_more_deprived_is_on_top() {
        let scene = lay_out(&marks(&[(500, 250, 10), (500, 250, 1), (500, 250, 3), (900, 250, 10)]), FRAME);
        assert_eq!(bars(&scene), [(Token::Scale5, 1), (Token::Scale1, 1)]);
        assert_eq!((scene.dots.len(), scene.dots[0]), (4, scene.dots[2]));
    }

    #[test]
    fn dots_side_by_side_are_one_bar() {
        let close = lay_out(&marks(&[(500, 250, 1), (502, 250, 1), (504, 250, 1), (506, 250, 2)]), FRAME);
        assert_eq!(bars(&close), [(Token::Scale1, 1)]);
    }

    #[test]
    fn what_is_beyond_an_axis_stands_at_its_end() {
        let scene = lay_out(&marks(&[(250, 978, 1), (250, 500, 1)]), FRAME);
        assert_eq!(scene.dots[0], scene.dots[1]);
    }

    #[test]
    fn a_part_shows_its_dots_alone_and_they_grow_in_it() {
        let marks = marks(&[(200, 100, 9), (900, 400, 1)]);
        // Four times as large, around a quarter from the left and from below.
        let zoom = Some(Zoom { percent: 400, easting: 500_000, northing: 250_000 });
        let scene = lay_out(&marks, FRAME.zoomed(zoom));
        assert!(scene.dots[0].is_some() && scene.dots[1].is_none());
        assert_eq!(scene.hits.iter().map(|hit| scene.shows(*hit)).collect::<Vec<_>>(), [true, false]);
        assert_eq!(bars(&scene), [(Token::Scale5, 1)]);
        let height = |scene: &Scene| {
            let mut items = scene.items();
            items.find_map(|item| if let Item::Bars(bars) = item { Some(bars.height) } else { None })
        };
        let whole = lay_out(&marks, FRAME);
        assert!(height(&scene) > height(&whole));
        // What is held in the whole picture stays where it is: the dot lies as far from the middle as it should.
        let window = whole.window.unwrap();
        let held = whole.dots[0].map(|spot| (spot.x.to_px(), spot.y.to_px())).unwrap();
        let near = lay_out(&marks, FRAME.zoomed(window.moved(held, held, 4.0)));
        let there = near.dots[0].unwrap();
        assert!((there.x.to_px() - held.0).abs() < 4.0 && (there.y.to_px() - held.1).abs() < 4.0, "{there:?} {held:?}");
    }
}

//! The picture of a map: areas in the colours of their classes, a legend that counts them, insets, names of the chosen.

use super::Frame;
use super::labels::{Rect, Surroundings, Wish, place};
use super::metrics::{CAP_HEIGHT, Metrics};
use super::outline::{Lie, Outlines, lines, middle, part};
use super::plot::{line, text};
use super::scene::{Anchor, Band, Eighth, Group, Hit, Item, Line, Region, Scene, Spot, Text, Token};
use super::sizes::{Sizes, sizes};
use super::window::{BUTTON, BUTTONS, Window};
use super::wrap::wrap_evenly;
use crate::facts::Shade;
use crate::figure::{Ground, Inset, MapArea, MapMarks};
use crate::model::borders::Borders;
use crate::model::{Code, HexagonMap};
use crate::order;
use crate::view::Zoom;

/// From this width on (pixels) legend and insets stand beside the map; below, above and below it.
pub(super) const BESIDE: u32 = 640;

/// Height of a row of the legend, and of its bar, in pixels.
const ROW: f64 = 20.0;
const BAR: f64 = 14.0;

/// Room between parts of the picture, in pixels.
const BETWEEN: f64 = 16.0;

/// The widest that the legend and an inset grow, in pixels.
const WIDEST: f64 = 360.0;

/// Northing from which buttons stand at the left edge of the map, in metres: south of Northern Ireland and west of Wales there is
/// sea enough for those of the whole map, however narrow it is.
const SEA: f64 = 460_000.0;

/// Heights in pixels: in narrow room the legend stands above the map, and London below it.
pub fn heights(marks: &MapMarks) -> [u32; 2] {
    let rows = u32::try_from(marks.classes.len()).unwrap_or(0);
    let narrow = match marks.ground {
        Ground::Geographic(..) => 780,
        Ground::Hexagons(_) => 540,
    };
    [narrow + 20 * rows, 760]
}

/// What is drawn, from the back to the front.
#[derive(Default)]
struct Layers {
    legend: Vec<Item>,
    regions: Vec<Region>,
    /// What parts regions and nations from one another.
    parting: Vec<Item>,
    insets: Vec<Item>,
    hits: Vec<Hit>,
    /// What of the map is shown, where other parts can be.
    window: Option<Window>,
}

/// Lays the picture out.
pub fn lay_out(marks: &MapMarks, frame: Frame) -> Scene {
    let sizes = sizes(frame, 0);
    let (width, height) = (f64::from(frame.width), f64::from(frame.height));
    if frame.width < 40 || frame.height < 40 || frame.width > 100_000 {
        return Scene::empty(frame.width, frame.height);
    }
    let whole = Rect { left: 1.0, top: 1.0, right: width - 1.0, bottom: height - 4.0 };
    let mut layers = Layers::default();
    let (room, beside) = if frame.width < BESIDE {
        let below = layers.legend(marks, whole, &sizes);
        (Rect { top: below + BETWEEN, ..whole }, None)
    } else {
        let column = Rect { left: whole.right - (width * 0.4).min(WIDEST), ..whole };
        let below = layers.legend(marks, column, &sizes);
        (Rect { right: column.left - BETWEEN, ..whole }, Some(Rect { top: below + 2.0 * BETWEEN, ..column }))
    };
    match &marks.ground {
        Ground::Geographic(borders, insets) => {
            layers.geographic(marks, borders, insets, (room, beside), frame.zoom, &sizes)
        }
        Ground::Hexagons(map) => layers.hexagons(marks, map, room),
    }
    layers.scene(marks, frame, whole, &sizes)
}

impl Layers {
    /// The legend at the top of a room: a bar for each class, as long as it has many areas. Gives where it ends.
    fn legend(&mut self, marks: &MapMarks, room: Rect, sizes: &Sizes) -> f64 {
        let lead = sizes.title * sizes.lead;
        let mut top = room.top;
        for words in wrap_evenly(&marks.measure, sizes.title, true, (room.right - room.left).max(24.0)) {
            let at = Spot::px(room.left, top + sizes.title);
            self.legend.push(text(&words, at, Anchor::Start, sizes.title, true, Token::Ink));
            top += lead;
        }
        top += 6.0;
        let width = |words: &str| Metrics::width(words, sizes.small, false);
        let labels = marks.classes.iter().map(|class| width(&class.label)).fold(0.0, f64::max);
        let is_class = |shade| matches!(shade, Shade::Step(_));
        let counts = marks.classes.iter().filter(|class| is_class(class.shade)).map(|class| class.count);
        let most = counts.max().unwrap_or(1).max(1) as f64;
        let left = (room.left + labels + 8.0).min(room.right - 60.0);
        let longest = (room.right - left - width("000") - 8.0).max(8.0);
        for class in &marks.classes {
            let middle = top + ROW / 2.0;
            let base = middle + sizes.small * CAP_HEIGHT / 2.0;
            // What is no class has no bar, only its look: it may be most of the country.
            let share = longest * class.count as f64 / most;
            let end = left + if is_class(class.shade) { share.max(2.0) } else { BAR };
            self.legend.push(text(
                &class.label,
                Spot::px(left - 8.0, base),
                Anchor::End,
                sizes.small,
                false,
                Token::Ink,
            ));
            let corners = [(left, -1.0), (end, -1.0), (end, 1.0), (left, 1.0)];
            let outline: Vec<Spot> = corners.iter().map(|&(x, side)| Spot::px(x, middle + side * BAR / 2.0)).collect();
            self.legend.push(match class.shade {
                Shade::Missing => closed(&outline, Eighth(8), Token::Muted),
                _ => Item::Band(Band { outline, fill: fill(class.shade) }),
            });
            let count = class.count.to_string();
            self.legend.push(text(&count, Spot::px(end + 6.0, base), Anchor::Start, sizes.small, false, Token::Muted));
            top += ROW;
        }
        top
    }

    /// Areas where they lie; beside them, or else below, those that are enlarged.
    fn geographic(
        &mut self,
        marks: &MapMarks,
        borders: &Borders,
        insets: &[Inset],
        (room, beside): (Rect, Option<Rect>),
        zoom: Option<Zoom>,
        sizes: &Sizes,
    ) {
        let shown = |area: &MapArea| !insets.iter().any(|inset| inset.areas.contains(&area.area));
        let moved = |area: &MapArea| insets.iter().any(|inset| !inset.enlarged && inset.areas.contains(&area.area));
        // The room of an inset that stands below.
        let has_one = insets.iter().any(|inset| inset.enlarged);
        let below = if has_one { (room.bottom - room.top) * 0.28 } else { 0.0 };
        let (main, spare) = match beside {
            Some(beside) => (room, beside),
            None => (
                Rect { bottom: room.bottom - below, ..room },
                Rect { top: room.bottom - below + BETWEEN, right: room.right.min(room.left + WIDEST), ..room },
            ),
        };
        let codes = |take: &dyn Fn(&MapArea) -> bool| -> Vec<Code> {
            marks.areas.iter().filter(|area| take(area)).map(|area| area.area).collect()
        };
        let Some(whole) = Lie::fitting(borders, &codes(&shown), main) else { return };
        let Some(window) = whole.window(borders, &codes(&|_| true), main) else { return };
        let most = main.bottom - BUTTON * BUTTONS[1] - 4.0;
        let mut window = zoom.map_or(window, |zoom| window.at(zoom));
        window.buttons = whole.down(SEA).min(most).max(main.top);
        let lie = if zoom.is_some() { Lie::through(&window) } else { whole };
        self.window = Some(window);
        // On a part of the map, what the whole map has moved lies where it lies.
        let on_map = |area: &MapArea| zoom.is_some() || !moved(area);
        self.land(marks, &Outlines::new(borders, &lie, &codes(&on_map)), &on_map, zoom.map(|_| main));
        for inset in insets.iter().filter(|inset| inset.enlarged || zoom.is_none()) {
            let is_in = |area: &MapArea| inset.areas.contains(&area.area);
            let above = sizes.small * sizes.lead;
            let lie = if inset.enlarged {
                // In the room that is spare, below its name.
                Lie::fitting(borders, &inset.areas, Rect { top: spare.top + above + 4.0, ..spare })
            } else {
                // In the upper right corner, where the sea is.
                lie.moved(borders, &inset.areas, (main.right - 8.0, main.top + above + 8.0))
            };
            let Some(lie) = lie else { continue };
            self.land(marks, &Outlines::new(borders, &lie, &inset.areas), &is_in, None);
            self.frame(inset, lie.bounds, main, sizes);
        }
        if zoom.is_some() {
            let (left, top, right, bottom) = (main.left, main.top, main.right, main.bottom);
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| Spot::px(x, y));
            self.insets.push(closed(&corners, Eighth(8), Token::Baseline));
        }
    }

    /// The name of an inset, above it; a line parts what is moved from the sea around it.
    fn frame(&mut self, inset: &Inset, bounds: Rect, main: Rect, sizes: &Sizes) {
        let width = Metrics::width(&inset.name, sizes.small, false);
        let base = bounds.top - 8.0;
        if inset.enlarged {
            self.insets.push(text(
                &inset.name,
                Spot::px(bounds.left, base),
                Anchor::Start,
                sizes.small,
                true,
                Token::Ink,
            ));
            return;
        }
        let left = bounds.left.min(main.right - width) - 8.0;
        let low = bounds.bottom + 8.0;
        self.insets.push(line((left, main.top), (left, low), 1.0, Token::Baseline));
        self.insets.push(line((left, low), (main.right, low), 1.0, Token::Baseline));
        let at = Spot::px(main.right, base);
        self.insets.push(text(&inset.name, at, Anchor::End, sizes.small, false, Token::Muted));
    }

    /// Areas with their outlines, as far as they lie in a room, if there is one; those drawn before stay as they are, but
    /// are read where they are drawn last.
    fn land(&mut self, marks: &MapMarks, outlines: &Outlines, take: &dyn Fn(&MapArea) -> bool, room: Option<Rect>) {
        let mut land = Vec::new();
        for (reading, area) in marks.areas.iter().enumerate().filter(|(_, area)| take(area)) {
            let (rings, km2) = outlines.of(area.area);
            if !rings.is_empty() {
                land.push((km2, Region { rings, fill: marks.fill(area), edge: Eighth(4), reading }));
            }
        }
        // What lies in a hole of another is smaller, and is drawn later.
        order::sort_by(&mut land, |a, b| b.0.total_cmp(&a.0));
        for (_, region) in land {
            self.reach(&region);
            let Some(room) = room else {
                self.regions.push(region);
                continue;
            };
            if let Some(region) = part(region, &room) {
                self.reach(&region);
                self.regions.push(region);
            }
        }
    }

    /// Has a region read in its middle.
    fn reach(&mut self, region: &Region) {
        self.hits.retain(|hit| hit.reading != region.reading);
        self.hits.push(Hit { at: middle(region), radius: Eighth(32), reading: region.reading });
    }

    /// Each area on its hexagon, regions and nations somewhat apart. Lengths are whole eighths of a pixel, so that all
    /// hexagons are the same.
    fn hexagons(&mut self, marks: &MapMarks, map: &HexagonMap, room: Rect) {
        let centres = map.places().iter().map(|(_, hexagon)| hexagon.centre());
        let (columns, rows) = centres.fold((1, 0), |most, centre| (most.0.max(centre.0), most.1.max(centre.1)));
        let (columns, rows) = (f64::from(columns) + 1.0, f64::from(rows));
        const SIDE: f64 = 1.732_050_807_568_877_2;
        let across = (room.right - room.left) / columns;
        let down = (room.bottom - room.top) / (SIDE * rows + 4.0 / SIDE);
        let half = libm::floor(across.min(down).max(1.0) * 8.0) / 8.0;
        // A quarter of a hexagon's height.
        let quarter = libm::round(half / SIDE * 8.0) / 8.0;
        let left = room.left + (room.right - room.left - half * columns) / 2.0;
        let corners = [(0.0, -2.0), (1.0, -1.0), (1.0, 1.0), (0.0, 2.0), (-1.0, 1.0), (-1.0, -1.0)];
        let corners = corners.map(|(x, y)| Spot::px(x * half, y * quarter));
        let at = |centre: Spot, corner: Spot| Spot { x: centre.x + corner.x, y: centre.y + corner.y };
        let mut others = Vec::new();
        for area in &marks.areas {
            others.extend(map.hexagon(area.area).map(|hexagon| (hexagon.centre(), area.around)));
        }
        for (reading, area) in marks.areas.iter().enumerate() {
            let Some(hexagon) = map.hexagon(area.area) else { continue };
            let (column, row) = hexagon.centre();
            let centre = Spot::px(left + half * f64::from(column), room.top + quarter * (2.0 + 3.0 * f64::from(row)));
            let ring = corners.iter().map(|corner| at(centre, *corner)).collect();
            self.regions.push(Region { rings: vec![ring], fill: marks.fill(area), edge: Eighth(10), reading });
            self.hits.push(Hit { at: centre, radius: Eighth::px(half), reading });
            // Sides to the east, south-east and south-west; the other three are those of other hexagons.
            for (side, beside) in
                [(1, (column + 2, row)), (2, (column + 1, row + 1)), (3, (column.wrapping_sub(1), row + 1))]
            {
                let is_parted = others.iter().any(|(other, around)| *other == beside && *around != area.around);
                if is_parted {
                    let path = [side, side + 1].map(|corner| at(centre, corners[corner])).to_vec();
                    self.parting.push(Item::Line(Line { path, width: Eighth(36), ink: Token::Surface }));
                }
            }
        }
    }

    fn scene(mut self, marks: &MapMarks, frame: Frame, whole: Rect, sizes: &Sizes) -> Scene {
        order::sort_by_key(&mut self.hits, |hit| hit.reading);
        let (mut missing, mut chosen) = (Vec::new(), Vec::new());
        let cut = self.window.filter(|window| window.zoom.is_some()).map(|window| window.room);
        for region in &self.regions {
            let Some(area) = marks.areas.get(region.reading) else { continue };
            let is_missing = marks.classes.get(area.class).is_some_and(|class| class.shade == Shade::Missing);
            for path in region.rings.iter().flat_map(|ring| lines(ring, cut.as_ref())) {
                if area.chosen {
                    chosen.push(Item::Line(Line { path: path.clone(), width: Eighth(36), ink: Token::Surface }));
                    chosen.push(Item::Line(Line { path, width: Eighth(20), ink: Token::Accent }));
                } else if is_missing {
                    missing.push(Item::Line(Line { path, width: Eighth(8), ink: Token::Muted }));
                }
            }
        }
        let (leaders, names) = self.names(marks, whole, cut, sizes);
        let areas = self.regions.into_iter().map(Item::Region).collect();
        let groups = vec![
            Group::of("legend", self.legend),
            Group::of("areas", areas),
            Group::of("parting", self.parting),
            Group::of("missing", missing),
            Group::of("insets", self.insets),
            Group::of("chosen", chosen),
            Group::of("leaders", leaders),
            Group::of("names", names),
        ];
        Scene { ways: marks.ways.clone(), window: self.window, ..Scene::of(frame, groups, self.hits) }
    }

    /// The names of the chosen that are drawn, and the lines that lead to them. Those on a part of the map stay in its room, and
    /// others out of it.
    fn names(&self, marks: &MapMarks, whole: Rect, cut: Option<Rect>, sizes: &Sizes) -> (Vec<Item>, Vec<Item>) {
        let is_drawn = |hit: &&Hit| self.regions.iter().any(|region| region.reading == hit.reading);
        let drawn = self.hits.iter().filter(is_drawn).copied();
        let mut obstacles: Vec<Rect> = self
            .legend
            .iter()
            .chain(&self.insets)
            .filter_map(covers)
            .chain(self.window.as_ref().map(Window::room_of_buttons))
            .collect();
        let Some(room) = cut else { return names(marks, &drawn.collect::<Vec<_>>(), whole, obstacles, sizes) };
        let is_within = |hit: &Hit| {
            let at = (hit.at.x.to_px(), hit.at.y.to_px());
            room.nearest(at) == at
        };
        let (within, beside): (Vec<Hit>, Vec<Hit>) = drawn.partition(is_within);
        let (mut leaders, mut texts) = names(marks, &within, room, obstacles.clone(), sizes);
        obstacles.push(room);
        let others = names(marks, &beside, whole, obstacles, sizes);
        leaders.extend(others.0);
        texts.extend(others.1);
        (leaders, texts)
    }
}

impl MapMarks {
    fn fill(&self, area: &MapArea) -> Token {
        self.classes.get(area.class).map_or(Token::Rule, |class| fill(class.shade))
    }
}

fn fill(shade: Shade) -> Token {
    match shade {
        Shade::Step(step) => Token::SCALE.get(step).copied().unwrap_or(Token::Scale5),
        Shade::Missing => Token::Surface,
        Shade::Outside => Token::Rule,
    }
}

/// A line around an outline.
fn closed(ring: &[Spot], width: Eighth, ink: Token) -> Item {
    // Past the first corner, so that no gap is left where the ends meet.
    Item::Line(Line { path: ring.iter().chain(ring.iter().take(2)).copied().collect(), width, ink })
}

/// The room of a text, or of a bar of the legend: no name covers it.
fn covers(item: &Item) -> Option<Rect> {
    match item {
        Item::Text(text) => {
            let size = text.size.to_px();
            let width = Metrics::width(&text.words, size, text.bold);
            let (x, base) = (text.at.x.to_px(), text.at.y.to_px());
            let left = match text.anchor {
                Anchor::Start => x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            Some(Rect { left: left - 2.0, top: base - size, right: left + width + 2.0, bottom: base + size * 0.3 })
        }
        Item::Band(band) => {
            let (first, last) = (band.outline.first()?, band.outline.get(2)?);
            let (left, top) = (first.x.to_px(), first.y.to_px());
            Some(Rect { left, top, right: last.x.to_px(), bottom: last.y.to_px() })
        }
        _ => None,
    }
}

/// The names of the chosen, and the lines that lead to them.
fn names(
    marks: &MapMarks,
    hits: &[Hit],
    bounds: Rect,
    mut obstacles: Vec<Rect>,
    sizes: &Sizes,
) -> (Vec<Item>, Vec<Item>) {
    let (mut sets, mut wishes) = (Vec::new(), Vec::new());
    let lead = sizes.name * (sizes.lead - 0.12);
    for hit in hits {
        let Some(area) = marks.areas.get(hit.reading).filter(|area| area.chosen) else { continue };
        let mark = (hit.at.x.to_px(), hit.at.y.to_px());
        let room = sizes.label.min(bounds.right - bounds.left);
        let lines = wrap_evenly(&area.name, sizes.name, true, room);
        let width = lines.iter().map(|words| Metrics::width(words, sizes.name, true)).fold(0.0, f64::max) + 2.0;
        let radius = hit.radius.to_px() + 6.0;
        let size = (width, lines.len() as f64 * lead);
        let (left, right, top, bottom) = (mark.0 - 5.0, mark.0 + 5.0, mark.1 - 5.0, mark.1 + 5.0);
        obstacles.push(Rect { left, top, right, bottom });
        wishes.push(Wish { mark, radius, stands: (mark.1 - radius, mark.1 + radius), size, must: true });
        sets.push(lines);
    }
    let places = place(&wishes, &Surroundings { bounds, obstacles, marks: &[], line: None });
    let (mut leaders, mut names) = (Vec::new(), Vec::new());
    for ((lines, wish), place) in sets.iter().zip(&wishes).zip(&places) {
        let Some(place) = place else { continue };
        if place.leads {
            leaders.push(line(place.rect.nearest(wish.mark), wish.mark, 1.0, Token::AccentInk));
        }
        let rise = (lead + sizes.name * CAP_HEIGHT) / 2.0;
        let (x, anchor) =
            if place.before { (place.rect.right - 1.0, Anchor::End) } else { (place.rect.left + 1.0, Anchor::Start) };
        for (at, words) in lines.iter().enumerate() {
            names.push(Item::Text(Text {
                words: words.clone(),
                at: Spot::px(x, place.rect.top + rise + at as f64 * lead),
                anchor,
                size: Eighth::px(sizes.name),
                bold: true,
                ink: Token::AccentInk,
                halo: true,
            }));
        }
    }
    (leaders, names)
}

//! A figure as a picture by itself, for an article, a post or a card: laid out for its own size, never the screen's, with all in
//! it that it must not lose on the way: title, measure and period, sources, count of areas, edition and address.

use super::plot::text;
use super::scene::{Anchor, Group, Item, Scene, Spot, Token};
use super::wrap::{wrap, wrap_evenly};
use super::{Chart, Frame, WIDE, heights_by, lay_out_by, map};
use crate::figure::{Figure, Marks, Source, rows_of, shortened};
use crate::view::{Lang, Zoom};
use crate::words;

/// A picture's size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Its name in files: lower-case letters.
    pub name: &'static str,
    /// From left to right, in device pixels.
    pub width: u32,
    /// From top to bottom, in device pixels.
    pub height: u32,
    /// Device pixels to an inch on paper, where it is meant for paper.
    pub dpi: Option<u32>,
    /// Device pixels to a CSS pixel at which letters are of their usual size.
    usual: f64,
}

const fn on_screen(name: &'static str, width: u32, height: u32) -> Size {
    Size { name, width, height, dpi: None, usual: 1.0 }
}

/// What a person can choose.
pub const SIZES: [Size; 4] = [
    on_screen("landscape", 1200, 675),
    on_screen("square", 1080, 1080),
    on_screen("portrait", 1080, 1350),
    Size { name: "print", width: 2126, height: 1417, dpi: Some(300), usual: 1.772 },
];

/// The card that shows a page where it is shared.
pub const CARD: Size = on_screen("card", 1200, 630);

/// The width of a drawing that is a file by itself and as high as it needs to be, in CSS pixels.
const DRAWING: u32 = 960;

/// What a picture says of where it is from, beside what the figure says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// The address that opens the figure.
    pub address: String,
    /// The edition of the data.
    pub edition: String,
    /// Which part of the picture is shown; none for all of it.
    pub zoom: Option<Zoom>,
    /// The language of the words.
    pub lang: Lang,
}

/// How large letters are, as a share of their usual size: the largest at which all has room is taken, or enough.
const LETTERS: [f64; 7] = [2.0, 1.75, 1.5, 1.3, 1.15, 1.0, 0.92];

/// The smallest of them.
const SMALLEST: f64 = LETTERS[LETTERS.len() - 1];

/// The size of letters that is still read on a phone. From there on rows are left out rather than set smaller, as long as some are
/// left.
const LEGIBLE: f64 = 1.5;

/// The fewest rows that make a picture of rows.
const FEWEST_ROWS: usize = 6;

/// The least height of a figure whose height follows from its width, as a share of that.
const LEAST_SHARE: f64 = 0.39;

/// Its least height in any case, in pixels: names of axes and keys are in it.
const LEAST: u32 = 300;

/// A picture that was laid out.
pub struct Picture {
    /// The scene, in CSS pixels: its width times [`scale`] is the size's.
    pub scene: Scene,
    /// Which rows it has, of how many; empty where it has all.
    pub shortened: String,
}

/// The picture at a size.
pub fn lay_out(charts: &[Chart], figure: &Figure, size: Size, imprint: &Imprint) -> Picture {
    let paper = Paper { charts, figure, size, imprint };
    let found = LETTERS.iter().find_map(|&letters| paper.with(letters));
    found.or_else(|| paper.shortened(SMALLEST, 2)).unwrap_or_else(|| paper.drawn(SMALLEST, "", figure))
}

/// A figure and the size that its picture is to have.
struct Paper<'a> {
    charts: &'a [Chart],
    figure: &'a Figure,
    size: Size,
    imprint: &'a Imprint,
}

impl Paper<'_> {
    /// The picture with letters of a size: whole where that has room, else with fewer rows where that is better than smaller letters.
    fn with(&self, letters: f64) -> Option<Picture> {
        let has_room = self.fits(&self.sheet(letters, ""), &self.figure.marks);
        let whole = || self.drawn(letters, "", self.figure);
        // Pairs are counted in the title: smaller letters are better than fewer.
        let may_have_fewer = letters <= LEGIBLE && !matches!(self.figure.marks, Marks::Difference(_));
        let few = || if may_have_fewer { self.shortened(letters, FEWEST_ROWS) } else { None };
        has_room.then(whole).or_else(few)
    }

    /// The picture with as many rows as have room, if that is so many at least.
    fn shortened(&self, letters: f64, least: usize) -> Option<Picture> {
        let marks = &self.figure.marks;
        let mut fewer = (least..rows_of(marks)).rev().filter_map(|rows| shortened(self.imprint.lang, marks, rows));
        let found = fewer.find(|fewer| self.fits(&self.sheet(letters, &fewer.says), &fewer.marks))?;
        Some(self.drawn(letters, &found.says, &Figure { marks: found.marks, ..self.figure.clone() }))
    }

    fn drawn(&self, letters: f64, shortened: &str, figure: &Figure) -> Picture {
        let sheet = self.sheet(letters, shortened);
        let scene = sheet.fill(self.charts, figure, self.height(&sheet));
        Picture { scene, shortened: shortened.to_owned() }
    }

    fn sheet(&self, letters: f64, shortened: &str) -> Sheet {
        let width = libm::round(f64::from(self.size.width) / (self.size.usual * letters)) as u32;
        Sheet::of(self.figure, shortened, width, self.imprint)
    }

    fn height(&self, sheet: &Sheet) -> u32 {
        libm::round(f64::from(self.size.height * sheet.width) / f64::from(self.size.width)) as u32
    }

    fn fits(&self, sheet: &Sheet, marks: &Marks) -> bool {
        // A map in narrow room has its legend above it, which leaves little of a picture to the map.
        let has_width = !matches!(marks, Marks::Map(_)) || sheet.inside() >= map::BESIDE;
        has_width && sheet.room(self.height(sheet)) >= least(self.charts, marks, sheet.inside())
    }
}

/// Device pixels to a CSS pixel of a picture that was laid out at a size.
pub fn scale(scene: &Scene, size: Size) -> f64 {
    f64::from(size.width) / f64::from(scene.width.max(1))
}

/// The picture as a drawing by itself, as high as it needs to be.
pub fn drawing(charts: &[Chart], figure: &Figure, imprint: &Imprint) -> Scene {
    let sheet = Sheet::of(figure, "", DRAWING, imprint);
    let chart = Frame::with(heights_by(charts, &figure.marks), sheet.inside()).height;
    sheet.fill(charts, figure, sheet.around() + chart)
}

/// The least height that marks can be drawn in at a width, in pixels.
fn least(charts: &[Chart], marks: &Marks, width: u32) -> u32 {
    let own = heights_by(charts, marks);
    let Some([narrow, wide]) = own else { return ((f64::from(width) * LEAST_SHARE) as u32).max(LEAST) };
    let own = if width < WIDE { narrow } else { wide };
    (f64::from(own) * enough(marks, width)) as u32
}

/// How much of the height that it has on pages a picture can do with: rows need all of it, but for pairs, whose names take fewer
/// lines in wide room.
fn enough(marks: &Marks, width: u32) -> f64 {
    match marks {
        Marks::Difference(_) if width >= 2 * WIDE => 0.75,
        Marks::Map(_) => 0.6,
        Marks::Trend(_) | Marks::Gradient(_) | Marks::Neighbourhoods(_) | Marks::England(_) => 0.75,
        _ => 1.0,
    }
}

/// All that stands around the chart, set for a width.
struct Sheet {
    width: u32,
    zoom: Option<Zoom>,
    margin: f64,
    head: Vec<Set>,
    foot: Vec<Set>,
}

/// A line of text, and how far below the one before it stands.
struct Set {
    words: String,
    size: f64,
    bold: bool,
    ink: Token,
    lead: f64,
}

/// Between head and chart, and chart and foot, in pixels.
const BETWEEN: f64 = 16.0;

impl Sheet {
    fn of(figure: &Figure, shortened: &str, width: u32, imprint: &Imprint) -> Sheet {
        let wide = width >= 760;
        let margin = if wide { 32.0 } else { 24.0 };
        let room = f64::from(width) - 2.0 * margin;
        let title = if wide { 26.0 } else { 22.0 };
        let set = |words: Vec<String>, size: f64, bold, ink, lead: f64| {
            words.into_iter().map(move |words| Set { words, size, bold, ink, lead: size * lead })
        };
        let small = |words: &str, bold| set(wrap(words, 12.0, bold, room), 12.0, bold, Token::Muted, 1.35);
        let mut head: Vec<Set> =
            set(wrap_evenly(&figure.title, title, true, room), title, true, Token::Ink, 1.2).collect();
        let is_whole = shortened.is_empty();
        let mut subtitle = match is_whole {
            true => figure.subtitle.clone(),
            false => words::shortened_subtitle(imprint.lang, &figure.subtitle),
        };
        if imprint.zoom.is_some() && matches!(figure.marks, Marks::Map(_)) {
            subtitle = words::part_of_map(imprint.lang, &subtitle);
        }
        head.extend(set(wrap(&subtitle, 14.0, false, room), 14.0, false, Token::Muted, 1.35));
        let sources = &figure.sources;
        let (publishers, licences) = (Source::publishers_of(sources), Source::licences_of(sources));
        let coverage = [figure.coverage.as_str(), "."].concat();
        let mut said = vec![if is_whole { coverage } else { shortened.to_owned() }];
        said.extend(figure.cautions.first().cloned());
        said.push(figure.drawn.clone());
        said.push(words::credits(imprint.lang, &publishers, &licences));
        if sources.iter().any(|source| source.in_development) {
            said.push([words::in_development(imprint.lang), "."].concat());
        }
        said.retain(|said| !said.is_empty());
        let mut foot: Vec<Set> = small(&said.join(" "), false).collect();
        foot.extend(small(
            &[&words::edition_of_site(imprint.lang, &imprint.edition), ": ", &imprint.address].concat(),
            true,
        ));
        Sheet { width, zoom: imprint.zoom, margin, head, foot }
    }

    /// The width of the chart.
    fn inside(&self) -> u32 {
        self.width - 2 * self.margin as u32
    }

    /// The height of all but the chart.
    fn around(&self) -> u32 {
        let lines: f64 = self.head.iter().chain(&self.foot).map(|set| set.lead).sum();
        libm::ceil(lines + 2.0 * (self.margin + BETWEEN)) as u32
    }

    /// The height that is left for the chart.
    fn room(&self, height: u32) -> u32 {
        height.saturating_sub(self.around())
    }

    fn fill(&self, charts: &[Chart], figure: &Figure, height: u32) -> Scene {
        let frame = Frame { width: self.inside(), height: self.room(height), zoom: self.zoom };
        let chart = lay_out_by(charts, figure, frame);
        let head: f64 = self.head.iter().map(|set| set.lead).sum();
        let foot: f64 = self.foot.iter().map(|set| set.lead).sum();
        let by = Spot::px(self.margin, self.margin + head + BETWEEN);
        let mut groups = vec![Group::of("head", self.lines(&self.head, self.margin))];
        groups.extend(chart.groups.into_iter().map(|group| group.moved(by)));
        groups.push(Group::of("foot", self.lines(&self.foot, f64::from(height) - self.margin - foot)));
        Scene::of(Frame { width: self.width, height, zoom: None }, groups, Vec::new())
    }

    fn lines(&self, lines: &[Set], mut top: f64) -> Vec<Item> {
        let mut items = Vec::new();
        for set in lines {
            // Letters stand in the middle of their line.
            let stands = top + set.lead / 2.0 + set.size * 0.35;
            let at = Spot::px(self.margin, stands);
            items.push(text(&set.words, at, Anchor::Start, set.size, set.bold, set.ink));
            top += set.lead;
        }
        items
    }
}

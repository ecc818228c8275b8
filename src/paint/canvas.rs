//! A scene on a canvas, through plotters' canvas backend.
//!
//! The backend draws in whole units and knows nothing of the screen's pixels, so the canvas is scaled until one
//! unit is an eighth of a CSS pixel: the unit of scenes. Text is drawn on the canvas itself, because the backend
//! has neither halos nor the line that letters stand on. Where a device has only a font that is wider than the
//! table of widths, its letters are condensed to the width that was laid out.

use core::ops::Range;

use plotters_backend::{BackendColor, BackendStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::tokens::{FONT, Palette, Rgb};
use crate::chart::metrics::Metrics;
use crate::chart::scene::{
    Anchor, Band, Bars, Eighth, HALO, Item, Line, Mark, Region, Scene, Shape, Spot, Text, Token,
};

/// Why a scene could not be painted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaintError {
    /// The browser gives no drawing context: it ran out of them, or they are blocked.
    #[error("the browser does not let this page draw")]
    Refused,
    /// The browser stopped in the middle of drawing.
    #[error("drawing stopped: {0}")]
    Stopped(String),
}

/// Paints a scene, or what of it is at these heights (pixels from above), over the whole canvas, at so many device pixels to a CSS
/// pixel; on the surface's colour, or on nothing.
pub fn paint(
    canvas: &HtmlCanvasElement,
    scene: &Scene,
    heights: Range<u32>,
    palette: &Palette,
    ratio: f64,
    has_ground: bool,
) -> Result<(), PaintError> {
    let ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
    resize(canvas, (scene.width, heights.len() as u32), ratio);
    let painter = Painter::new(canvas, palette, ratio)?;
    if heights.start > 0 {
        painter.context.translate(0.0, f64::from(heights.start) * -8.0).map_err(|_| PaintError::Refused)?;
    }
    if !has_ground {
        painter.context.clear_rect(0.0, 0.0, f64::from(scene.width) * 8.0, f64::from(scene.height) * 8.0);
    }
    painter.all(scene, has_ground)
}

/// Paints a scene on its surface over a canvas that has its size already, at so many device pixels to a CSS pixel.
pub fn paint_over(canvas: &HtmlCanvasElement, scene: &Scene, palette: &Palette, scale: f64) -> Result<(), PaintError> {
    Painter::new(canvas, palette, scale)?.all(scene, true)
}

/// Gives the canvas one pixel for each of the screen's; only when that changes, as it costs memory anew.
fn resize(canvas: &HtmlCanvasElement, (width, height): (u32, u32), ratio: f64) {
    let device = |length: u32| libm::round(f64::from(length) * ratio).max(1.0) as u32;
    let (width, height) = (device(width), device(height));
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
}

struct Painter<'a> {
    backend: CanvasBackend,
    context: CanvasRenderingContext2d,
    palette: &'a Palette,
    /// Whether what is painted stands on the surface's colour, which halos are of.
    has_ground: bool,
}

impl<'a> Painter<'a> {
    fn new(canvas: &HtmlCanvasElement, palette: &'a Palette, ratio: f64) -> Result<Self, PaintError> {
        let context = canvas.get_context("2d").ok().flatten().ok_or(PaintError::Refused)?;
        let context: CanvasRenderingContext2d = context.dyn_into().map_err(|_| PaintError::Refused)?;
        let backend = CanvasBackend::with_canvas_object(canvas.clone()).ok_or(PaintError::Refused)?;
        let scale = ratio / 8.0;
        context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).map_err(|_| PaintError::Refused)?;
        context.set_line_join("round");
        context.set_text_baseline("alphabetic");
        Ok(Painter { backend, context, palette, has_ground: true })
    }

    fn all(mut self, scene: &Scene, has_ground: bool) -> Result<(), PaintError> {
        self.has_ground = has_ground;
        if has_ground {
            self.ground(scene)?;
        }
        for item in scene.items() {
            self.item(item)?;
        }
        Ok(())
    }

    /// The surface, over all that was there.
    fn ground(&mut self, scene: &Scene) -> Result<(), PaintError> {
        let units = |length: u32| i32::try_from(length.saturating_mul(8)).unwrap_or(i32::MAX);
        let corner = (units(scene.width), units(scene.height));
        self.backend.draw_rect((0, 0), corner, &self.style(Token::Surface, 0), true).map_err(stopped)
    }

    fn item(&mut self, item: &Item) -> Result<(), PaintError> {
        match item {
            Item::Line(line) => self.line(line),
            Item::Band(band) => self.band(band),
            Item::Mark(mark) => self.mark(mark),
            Item::Bars(bars) => {
                self.bars(bars);
                Ok(())
            }
            Item::Region(region) => self.region(region),
            Item::Text(text) => self.text(text),
        }
    }

    /// A line. One that is level or upright is drawn as a box: the backend would shift it off its pixels.
    fn line(&mut self, line: &Line) -> Result<(), PaintError> {
        let style = self.style(line.ink, line.width.0);
        match line.path.as_slice() {
            [from, to] if from.x == to.x || from.y == to.y => {
                let (low, high) = around(*from, *to, line.width);
                self.backend.draw_rect(low, high, &style, true)
            }
            path => self.backend.draw_path(path.iter().map(unit), &style),
        }
        .map_err(stopped)
    }

    fn band(&mut self, band: &Band) -> Result<(), PaintError> {
        let style = self.style(band.fill, 0);
        self.backend.fill_polygon(band.outline.iter().map(unit), &style).map_err(stopped)
    }

    /// An area of a map. Holes are filled too: what lies in them is drawn later.
    fn region(&mut self, region: &Region) -> Result<(), PaintError> {
        let (fill, edge) = (self.style(region.fill, 0), self.style(Token::Surface, region.edge.0));
        for ring in &region.rings {
            self.backend.fill_polygon(ring.iter().map(unit), &fill).map_err(stopped)?;
        }
        for ring in region.rings.iter().filter(|_| region.edge.0 > 0) {
            self.backend.draw_path(ring.iter().chain(ring.first()).map(unit), &edge).map_err(stopped)?;
        }
        Ok(())
    }

    /// A mark on a slightly larger one in the surface's colour.
    fn mark(&mut self, mark: &Mark) -> Result<(), PaintError> {
        if mark.edge.0 > 0 {
            self.form(mark, mark.radius + mark.edge, Token::Surface)?;
        }
        self.form(mark, mark.radius, mark.fill)
    }

    /// Bars, by the canvas itself: the backend would write out the colour for each.
    fn bars(&self, bars: &Bars) {
        self.context.set_fill_style_str(&self.palette.get(bars.fill).hex());
        let height = f64::from(bars.height.0);
        for (at, length) in &bars.bars {
            self.context.fill_rect(f64::from(at.x.0), f64::from(at.y.0), f64::from(length.0), height);
        }
    }

    fn form(&mut self, mark: &Mark, radius: Eighth, fill: Token) -> Result<(), PaintError> {
        let style = self.style(fill, 0);
        if mark.shape == Shape::Circle {
            return self.backend.draw_circle(unit(&mark.at), radius.0.unsigned_abs(), &style, true).map_err(stopped);
        }
        let corners = mark.shape.corners(mark.at, radius);
        self.backend.fill_polygon(corners.iter().map(unit), &style).map_err(stopped)
    }

    fn text(&mut self, text: &Text) -> Result<(), PaintError> {
        let weight = if text.bold { "bold " } else { "" };
        self.context.set_font(&[weight, &text.size.0.to_string(), "px ", FONT].concat());
        self.context.set_text_align(match text.anchor {
            Anchor::Start => "left",
            Anchor::Middle => "center",
            Anchor::End => "right",
        });
        let (x, y) = (f64::from(text.at.x.0), f64::from(text.at.y.0));
        let most = Metrics::width(&text.words, f64::from(text.size.0), text.bold);
        if text.halo && self.has_ground {
            self.context.set_stroke_style_str(&self.palette.get(Token::Surface).hex());
            self.context.set_line_width(f64::from(HALO.0 * 2));
            self.context.stroke_text_with_max_width(&text.words, x, y, most).map_err(|_| halted())?;
        }
        self.context.set_fill_style_str(&self.palette.get(text.ink).hex());
        self.context.fill_text_with_max_width(&text.words, x, y, most).map_err(|_| halted())
    }

    fn style(&self, token: Token, width: i32) -> Style {
        Style { colour: self.palette.get(token), width: width.unsigned_abs() }
    }
}

/// A colour and a line's width in the backend's terms.
struct Style {
    colour: Rgb,
    width: u32,
}

impl BackendStyle for Style {
    fn color(&self) -> BackendColor {
        let Rgb(r, g, b) = self.colour;
        BackendColor { alpha: 1.0, rgb: (r, g, b) }
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

fn unit(spot: &Spot) -> (i32, i32) {
    (spot.x.0, spot.y.0)
}

/// The corners of the box that a level or upright line covers.
fn around(from: Spot, to: Spot, width: Eighth) -> ((i32, i32), (i32, i32)) {
    let (low, high) = ((from.x.min(to.x).0, from.y.min(to.y).0), (from.x.max(to.x).0, from.y.max(to.y).0));
    let (before, after) = (width.0 / 2, width.0 - width.0 / 2);
    if from.y == to.y {
        ((low.0, low.1 - before), (high.0, high.1 + after))
    } else {
        ((low.0 - before, low.1), (high.0 + after, high.1))
    }
}

fn stopped<E: std::error::Error + Send + Sync>(error: DrawingErrorKind<E>) -> PaintError {
    PaintError::Stopped(error.to_string())
}

fn halted() -> PaintError {
    PaintError::Stopped("text".to_owned())
}

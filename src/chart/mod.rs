//! From a [`Figure`] to its picture at one size: scales, ticks, labels and marks. Knows neither canvas nor DOM.

use crate::figure::{Figure, Marks};

mod gradient;
mod key;
pub mod labels;
pub mod metrics;
mod multiples;
mod names;
mod plot;
mod relate;
mod rows;
pub mod scale;
pub mod scene;
mod sizes;
mod strengths;
mod strips;
pub mod ticks;
mod wrap;

pub use scene::Scene;

/// The room a picture has, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Frame {
    /// The frame a figure gets at a width.
    pub fn of(figure: &Figure, width: u32) -> Frame {
        Frame { width, height: height(figure, width) }
    }
}

/// From each width on (pixels, ascending), a figure without a height of its own is this high (pixels). Publish writes it
/// into the CSS too.
pub const HEIGHTS: [(u32, u32); 3] = [(0, 400), (WIDE, 460), (900, 540)];

/// From this width on (pixels) room is wide: static pages have a picture for either kind.
pub const WIDE: u32 = 480;

/// The heights of a figure whose picture grows with what it shows (rows, panels): in narrow and in wide room, in pixels.
/// None for the others, whose height follows from the width alone ([`HEIGHTS`]).
///
/// The page has no height for these in its CSS. A static picture brings its own, and the app sets both as properties of
/// the chart's style, of which the CSS takes one: so that nothing moves when the app takes over.
pub fn own_heights(figure: &Figure) -> Option<[u32; 2]> {
    match &figure.marks {
        Marks::Relate(_) => None,
        Marks::Gradient(marks) => Some(gradient::heights(marks)),
        Marks::Strength(marks) => Some(strengths::heights(marks)),
        Marks::Multiples(marks) => Some(multiples::heights(marks)),
        Marks::Strips(marks) => Some(strips::heights(marks)),
    }
}

/// The height of a figure at a width, both in pixels.
pub fn height(figure: &Figure, width: u32) -> u32 {
    match own_heights(figure) {
        Some([narrow, wide]) => {
            if width < WIDE {
                narrow
            } else {
                wide
            }
        }
        None => shared_height(width),
    }
}

fn shared_height(width: u32) -> u32 {
    let step = HEIGHTS.iter().rev().find(|(from, _)| *from <= width);
    step.map_or(HEIGHTS[0].1, |&(_, height)| height)
}

/// The figure's picture in a frame. A figure without points gives a picture without marks or axes.
pub fn lay_out(figure: &Figure, frame: Frame) -> Scene {
    match &figure.marks {
        Marks::Relate(marks) => relate::lay_out(marks, frame),
        Marks::Gradient(marks) => gradient::lay_out(marks, frame),
        Marks::Strength(marks) => strengths::lay_out(marks, frame),
        Marks::Multiples(marks) => multiples::lay_out(marks, frame),
        Marks::Strips(marks) => strips::lay_out(marks, frame),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_step_up_with_the_width() {
        assert_eq!([0, 288, 479, 480, 899, 900, 4000].map(shared_height), [400, 400, 400, 460, 460, 540, 540]);
        assert!(HEIGHTS.is_sorted());
    }
}

//! From a [`Figure`] to its picture at one size: scales, ticks, labels and marks. Knows neither canvas nor DOM.

use crate::figure::{Figure, Marks};

pub mod difference;
pub mod gradient;
mod key;
pub mod labels;
pub mod lives;
pub mod map;
pub mod metrics;
pub mod multiples;
mod names;
pub mod neighbourhoods;
mod outline;
mod plot;
pub mod relate;
mod rows;
pub mod scale;
pub mod scene;
mod sizes;
pub mod strengths;
pub mod strips;
pub mod ticks;
pub mod trends;
mod wrap;

pub use difference::ink_of;
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
        Frame::with(own_heights(figure), width)
    }

    /// The frame of a figure that has these heights of its own, or none.
    pub fn with(own: Option<[u32; 2]>, width: u32) -> Frame {
        let height = match own {
            Some([narrow, _]) if width < WIDE => narrow,
            Some([_, wide]) => wide,
            None => shared_height(width),
        };
        Frame { width, height }
    }
}

/// From each width on (pixels, ascending), a figure without a height of its own is this high (pixels). Publish writes it
/// into the CSS too.
pub const HEIGHTS: [(u32, u32); 3] = [(0, 400), (WIDE, 460), (900, 540)];

/// From this width on (pixels) room is wide: static pages have a picture for either kind.
pub const WIDE: u32 = 480;

/// The narrowest room that pictures are made for, in pixels. Rows of words are as high as it makes them.
const NARROWEST: u32 = 280;

/// The heights of a figure whose picture grows with what it shows (rows, panels): in narrow and in wide room, in pixels.
/// None for the others, whose height follows from the width alone ([`HEIGHTS`]).
///
/// The page has no height for these in its CSS. A static picture brings its own, and the app sets both as properties of
/// the chart's style, of which the CSS takes one: so that nothing moves when the app takes over.
pub fn own_heights(figure: &Figure) -> Option<[u32; 2]> {
    match &figure.marks {
        Marks::Relate(_) => None,
        Marks::Gradient(marks) => Some(gradient::heights(marks)),
        Marks::Neighbourhoods(_) => Some(neighbourhoods::heights()),
        Marks::Lives(marks) => Some(lives::heights(marks)),
        Marks::Difference(marks) => Some(difference::heights(marks)),
        Marks::Trend(marks) => Some(trends::heights(marks)),
        Marks::Map(marks) => Some(map::heights(marks)),
        Marks::Strength(marks) => Some(strengths::heights(marks)),
        Marks::Multiples(marks) => Some(multiples::heights(marks)),
        Marks::Strips(marks) => Some(strips::heights(marks)),
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
        Marks::Neighbourhoods(marks) => neighbourhoods::lay_out(marks, frame),
        Marks::Lives(marks) => lives::lay_out(marks, frame),
        Marks::Difference(marks) => difference::lay_out(marks, frame),
        Marks::Trend(marks) => trends::lay_out(marks, frame),
        Marks::Map(marks) => map::lay_out(marks, frame),
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

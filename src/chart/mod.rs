//! From a [`Figure`] to its picture at one size: scales, ticks, labels and marks. Knows neither canvas nor DOM.

use crate::figure::{Figure, Marks};
use crate::view::Zoom;

mod cuts;
mod difference;
mod england;
mod framed;
mod gradient;
mod key;
pub mod labels;
mod lives;
mod map;
pub mod metrics;
mod multiples;
mod names;
mod neighbourhoods;
mod outline;
pub mod picture;
mod plot;
mod pointing;
mod relate;
mod rows;
pub mod scale;
pub mod scene;
mod sizes;
mod spot;
mod strengths;
mod strips;
pub mod ticks;
mod trends;
pub mod window;
mod wrap;

pub use cuts::cuts;
pub use difference::ink_of;
pub use framed::framed;
pub use scene::Scene;

/// A kind of chart: what it makes of the marks that are its own, and nothing of any others. A view's code names the charts it
/// draws with; only publish and tests know them all.
pub struct Chart {
    /// The heights of its own that the picture has; see [`own_heights`].
    pub heights: fn(&Marks) -> Option<[u32; 2]>,
    /// The picture in a frame.
    pub lay_out: fn(&Marks, Frame) -> Option<Scene>,
}

/// A kind of chart, by its module and the marks it draws. `heights` is left out where they follow from the width alone.
macro_rules! chart {
    ($module:ident: $marks:ident $(, $heights:ident)?) => {
        Chart {
            heights: |marks| match marks {
                $(Marks::$marks(marks) => Some($module::$heights(marks)),)?
                _ => None,
            },
            lay_out: |marks, frame| match marks {
                Marks::$marks(marks) => Some($module::lay_out(marks, frame)),
                _ => None,
            },
        }
    };
}

/// Areas as points.
pub const RELATE: Chart = chart!(relate: Relate);
/// Lines from group to group.
pub const GRADIENT: Chart = chart!(gradient: Gradient, heights);
/// Tens of thousands of dots.
pub const ENGLAND: Chart = chart!(england: England, heights);
/// Columns of dots.
pub const NEIGHBOURHOODS: Chart = chart!(neighbourhoods: Neighbourhoods, heights);
/// Bars of years.
pub const LIVES: Chart = chart!(lives: Lives, heights);
/// Gaps around a zero line.
pub const DIFFERENCE: Chart = chart!(difference: Difference, heights);
/// Series over time.
pub const TRENDS: Chart = chart!(trends: Trend, heights);
/// Areas where they lie.
pub const MAP: Chart = chart!(map: Map, heights);
/// Rows of correlations.
pub const STRENGTHS: Chart = chart!(strengths: Strength, heights);
/// Small pictures.
pub const MULTIPLES: Chart = chart!(multiples: Multiples, heights);
/// Rows of places on a spread.
pub const STRIPS: Chart = chart!(strips: Strips, heights);

/// Every kind.
pub const ALL: [Chart; 11] =
    [RELATE, GRADIENT, ENGLAND, NEIGHBOURHOODS, LIVES, DIFFERENCE, TRENDS, MAP, STRENGTHS, MULTIPLES, STRIPS];

/// The room a picture has, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
    /// The part of the picture that is shown; none for all of it. Only maps and every neighbourhood heed it.
    pub zoom: Option<Zoom>,
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
        Frame { width, height, zoom: None }
    }

    /// The same room for a part of the picture.
    pub fn zoomed(self, zoom: Option<Zoom>) -> Frame {
        Frame { zoom, ..self }
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
    heights_by(&ALL, &figure.marks)
}

/// [`own_heights`] of marks that one of these charts draws.
pub fn heights_by(charts: &[Chart], marks: &Marks) -> Option<[u32; 2]> {
    charts.iter().find_map(|chart| (chart.heights)(marks))
}

fn shared_height(width: u32) -> u32 {
    let step = HEIGHTS.iter().rev().find(|(from, _)| *from <= width);
    step.map_or(HEIGHTS[0].1, |&(_, height)| height)
}

/// The figure's picture in a frame. A figure without points gives a picture without marks or axes.
pub fn lay_out(figure: &Figure, frame: Frame) -> Scene {
    lay_out_by(&ALL, figure, frame)
}

/// [`lay_out`] of a figure that one of these charts draws; any other gives a picture of nothing.
pub fn lay_out_by(charts: &[Chart], figure: &Figure, frame: Frame) -> Scene {
    let drawn = charts.iter().find_map(|chart| (chart.lay_out)(&figure.marks, frame));
    drawn.unwrap_or_else(|| Scene::empty(frame.width, frame.height))
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

//! How large things are drawn at each width of frame.

use super::Frame;

/// Sizes in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// Font of axis titles.
    pub title: f64,
    /// Font of the numbers on axes and of keys.
    pub small: f64,
    /// Font of the names of the chosen.
    pub name: f64,
    /// From one line of text to the next, as a share of the font.
    pub lead: f64,
    /// Free room at the frame's edges.
    pub pad: f64,
    /// Radius of a mark.
    pub mark: f64,
    /// Radius of a chosen mark.
    pub chosen: f64,
    /// Radius of the mark with the most people, where marks are sized.
    pub largest: f64,
    /// Widest label of a mark before it is wrapped.
    pub label: f64,
}

/// The sizes for a frame that shows so many marks.
pub fn sizes(frame: Frame, marks: usize) -> Sizes {
    let width = f64::from(frame.width);
    let mark = match marks {
        0..=800 => 3.75,
        801..=5000 => 2.25,
        _ => 1.5,
    };
    let common = Sizes {
        title: 14.0,
        small: 13.0,
        name: 14.0,
        lead: 1.3,
        pad: 16.0,
        mark,
        chosen: 6.0,
        largest: 15.0,
        label: 190.0,
    };
    match frame.width {
        0..480 => Sizes {
            title: 13.0,
            small: 12.0,
            name: 13.0,
            pad: 12.0,
            mark: mark * 0.8,
            chosen: 5.0,
            largest: 10.0,
            label: width * 0.45,
            ..common
        },
        480..900 => common,
        _ => Sizes { title: 15.0, name: 15.0, mark: mark * 1.1, chosen: 6.5, largest: 18.0, label: 220.0, ..common },
    }
}

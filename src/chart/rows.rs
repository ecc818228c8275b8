//! Rows with a name, a track and what is written beside it: in narrow room the name stands above its track, in wide room left
//! of it. What decides how high a row is does not depend on the frame's width within either, so that a picture's height is
//! known before its width is.

use super::metrics::{CAP_HEIGHT, Metrics};
use super::plot::text;
use super::scene::{Anchor, Item, Spot, Token};
use super::wrap::wrap;

/// The narrowest frame that names are wrapped for, in pixels.
const NARROWEST: f64 = 280.0;

/// The column of names in wide room, in pixels.
const NAMES: f64 = 238.0;

/// Between names and track in wide room, and after a row, in pixels.
const GAP: f64 = 12.0;
const AFTER: f64 = 9.0;

/// Between a name and a remark on the same line, in pixels.
const BESIDE: f64 = 10.0;

/// How rows are set.
pub struct Sheet {
    /// Whether names stand beside their tracks.
    pub wide: bool,
    /// Left end of tracks, in pixels.
    pub left: f64,
    /// Font of names, in pixels.
    pub size: f64,
    names: f64,
}

/// A name with a remark, in lines; a line has one part or two.
pub struct Label {
    lines: Vec<Vec<(String, Token)>>,
}

impl Sheet {
    /// Rows in narrow or wide room. In narrow room so much is kept free right of the name.
    pub fn new(wide: bool, beside: f64) -> Sheet {
        match wide {
            true => Sheet { wide, left: NAMES + GAP, size: 13.0, names: NAMES },
            false => Sheet { wide, left: 2.0, size: 12.0, names: NARROWEST - 4.0 - beside },
        }
    }

    /// From one line to the next.
    pub fn lead(&self) -> f64 {
        self.size * 1.25
    }

    /// A name and a remark that may be empty: after the name where there is room, else below it.
    pub fn label(&self, name: &str, remark: &str) -> Label {
        let set = |words: &str, ink| {
            let lines = wrap(words, self.size, false, self.names).into_iter().filter(|line| !line.is_empty());
            lines.map(|line| vec![(line, ink)]).collect::<Vec<_>>()
        };
        let (mut lines, remarks) = (set(name, Token::Ink), set(remark, Token::Muted));
        let taken = lines.last().and_then(|line| line.first()).map(|(words, _)| width(self, words, false));
        match (lines.last_mut(), taken, remarks.as_slice()) {
            (Some(last), Some(taken), [one]) if taken + BESIDE + width(self, remark, false) <= self.names => {
                last.extend(one.iter().cloned());
            }
            _ => lines.extend(remarks),
        }
        Label { lines }
    }

    /// The height of a row whose track takes so much.
    pub fn height(&self, label: &Label, track: f64) -> f64 {
        let lines = label.lines.len() as f64 * self.lead();
        AFTER + if self.wide { lines.max(track) } else { lines + track + 3.0 }
    }

    /// Where the track of a row begins that begins at `top`.
    pub fn track(&self, label: &Label, top: f64) -> f64 {
        if self.wide { top } else { top + label.lines.len() as f64 * self.lead() + 3.0 }
    }

    /// The letters' line of the first line of a row.
    pub fn first_line(&self, top: f64) -> f64 {
        top + (self.lead() + self.size * CAP_HEIGHT) / 2.0
    }

    /// Writes a label.
    pub fn write(&self, label: &Label, top: f64, items: &mut Vec<Item>) {
        for (at, line) in label.lines.iter().enumerate() {
            let y = self.first_line(top) + at as f64 * self.lead();
            let mut x = 0.0;
            for (words, ink) in line {
                items.push(text(words, Spot::px(x, y), Anchor::Start, self.size, false, *ink));
                x += width(self, words, false) + BESIDE;
            }
        }
    }
}

/// A heading over rows with a note below it, as high as [`heading_height`] says.
pub fn heading(sheet: &Sheet, name: &str, note: &str, top: f64, items: &mut Vec<Item>) {
    let y = top + 20.0 + sheet.size;
    items.push(text(name, Spot::px(0.0, y), Anchor::Start, sheet.size + 2.0, true, Token::Ink));
    for (at, words) in notes(sheet, note).iter().enumerate() {
        let y = y + (at + 1) as f64 * sheet.lead();
        items.push(text(words, Spot::px(0.0, y), Anchor::Start, sheet.size, false, Token::Muted));
    }
}

/// The height of a heading.
pub fn heading_height(sheet: &Sheet, note: &str) -> f64 {
    20.0 + sheet.size + notes(sheet, note).len() as f64 * sheet.lead() + 12.0
}

fn notes(sheet: &Sheet, note: &str) -> Vec<String> {
    let room = if sheet.wide { NAMES } else { NARROWEST - 4.0 };
    if note.is_empty() { Vec::new() } else { wrap(note, sheet.size, false, room) }
}

/// How wide a text of a row is.
pub fn width(sheet: &Sheet, words: &str, bold: bool) -> f64 {
    Metrics::width(words, sheet.size, bold)
}

//! Words of the part of a picture that is shown, and of what enlarges and moves it.

use crate::model::Way;
use crate::view::Lang;

/// What a person sees a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// A map, on which north is up.
    Map,
    /// Any other picture.
    Picture,
}

/// What the buttons that enlarge and move it are for.
pub fn zoom_buttons(_: Lang, of: Whole) -> &'static str {
    match of {
        Whole::Map => "Part of the map",
        Whole::Picture => "Part of the picture",
    }
}

/// Makes it larger.
pub fn zoom_in(_: Lang) -> &'static str {
    "Zoom in"
}

/// Makes it smaller.
pub fn zoom_out(_: Lang) -> &'static str {
    "Zoom out"
}

/// Shows the whole of it.
pub fn zoom_all(_: Lang, of: Whole) -> &'static str {
    match of {
        Whole::Map => "All of the map",
        Whole::Picture => "All of the picture",
    }
}

/// Shows what lies further on a side.
pub fn zoom_further(_: Lang, way: Way, of: Whole) -> &'static str {
    match (way, of) {
        (Way::North, Whole::Map) => "Further north",
        (Way::East, Whole::Map) => "Further east",
        (Way::South, Whole::Map) => "Further south",
        (Way::West, Whole::Map) => "Further west",
        (Way::North, Whole::Picture) => "Further up",
        (Way::East, Whole::Picture) => "Further right",
        (Way::South, Whole::Picture) => "Further down",
        (Way::West, Whole::Picture) => "Further left",
    }
}

/// That a part is shown, and how large.
pub fn zoomed(lang: Lang, percent: u16, of: Whole) -> String {
    format!("{}, at {percent}%", zoom_buttons(lang, of))
}

//! The names of views in the site's navigation, and how a picture is read.

use crate::view::{Lang, Page};

/// The view in one or two words that a first-time visitor understands; none for a page of one area, which bears its
/// name.
pub fn page_name(_: Lang, page: &Page) -> &'static str {
    match page {
        Page::Explore => "Explore",
        Page::Area(_) => "",
        Page::Compare => "Compare places",
        Page::Map => "Map",
        Page::Trends => "Over time",
        Page::Gradient => "By deprivation",
        Page::Circumstances => "All circumstances",
    }
}

/// How a picture is read with mouse and keys; whether pointing can choose a place.
pub fn by_mouse(_: Lang, offers_places: bool) -> &'static str {
    if offers_places {
        "Point at the picture to read it, click to choose the place. By keyboard: arrow keys, then Enter."
    } else {
        "Point at the picture to read it. By keyboard: arrow keys."
    }
}

/// The same for a map of which a part can be enlarged.
pub fn by_mouse_of_map(_: Lang) -> &'static str {
    "Point at the picture to read it, click to choose the place. By keyboard: arrow keys, then Enter. Larger: + and −, or the wheel \
     with Ctrl or ⌘ held."
}

/// The same where marks lead to Explore.
pub fn by_mouse_to_explore(_: Lang) -> &'static str {
    "Point at a mark to read it, click it to open it in Explore. By keyboard: arrow keys, then Enter."
}

/// The same where there are too many marks to go along them by keyboard.
pub fn by_mouse_among_dots(_: Lang) -> &'static str {
    "Point at a dot to read it, click it to choose its place. By keyboard: arrow keys lead through groups of dots from the left, \
     then through the chosen places. Larger: + and −, or the wheel with Ctrl or ⌘ held."
}

/// How a picture is read with a finger.
pub fn by_finger(_: Lang) -> &'static str {
    "Touch the picture to read it, or slide a finger along it."
}

//! The figures of one place, in the order its page shows them.

use crate::model::{Area, Atlas};
use crate::view::{Page, View};

use super::{Figure, FigureError, Table, neighbourhoods};

/// The figures' ids.
pub(super) const IDS: [&str; 1] = [neighbourhoods::ID];

/// The keys of all columns that a table of the page can be sorted by.
pub(super) const KEYS: [&str; 5] = neighbourhoods::KEYS;

/// The place that the page is about.
pub(super) fn place<'a>(atlas: &'a Atlas, page: &Page) -> Option<&'a Area> {
    match page {
        Page::Area(slug) => atlas.by_slug(slug.as_str()),
        _ => None,
    }
}

/// The figures of a place, without their tables: those that there are for a place of its kind.
pub fn area_figures(atlas: &Atlas, view: &View) -> Result<Vec<Figure>, FigureError> {
    let area = place(atlas, &view.page).ok_or(FigureError::NoSuchPlace)?;
    Ok(neighbourhoods::neighbourhoods(atlas, view, area)?.into_iter().collect())
}

/// The table of one of them, sorted as the view says.
pub fn area_table(atlas: &Atlas, view: &View, _: &str) -> Result<Table, FigureError> {
    let area = place(atlas, &view.page).ok_or(FigureError::NoSuchPlace)?;
    neighbourhoods::table(atlas, view, area)
}

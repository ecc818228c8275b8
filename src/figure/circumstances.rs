//! Circumstances: the figures that hold all of them against healthy life expectancy.

use crate::model::Atlas;
use crate::view::View;
use crate::words;

use super::{Figure, FigureError, Headline, Table, multiples, strengths};

/// The figures' ids.
pub(super) const IDS: [&str; 2] = [strengths::ID, multiples::ID];

/// The figures of the page, without their tables.
pub fn figures(atlas: &Atlas, view: &View) -> Result<Vec<Figure>, FigureError> {
    Ok(vec![strengths::without_table(atlas, view)?, multiples::without_table(atlas, view)?])
}

/// The table of one of them, sorted as the view says.
pub fn table(atlas: &Atlas, view: &View, id: &str) -> Result<Table, FigureError> {
    match id {
        multiples::ID => multiples::table(atlas, view),
        _ => strengths::table(atlas, view),
    }
}

/// The headline of the page.
pub fn circumstances_headline(view: &View) -> Headline {
    let [text, basis] = words::strength_headline(view.lang);
    Headline { text, basis }
}

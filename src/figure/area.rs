//! The figures of one place, in the order its page shows them.

use crate::facts::{Outcomes, whole_of};
use crate::model::{Area, Atlas, Code, Nation, Sex};
use crate::view::{Outcome, Page, View};
use crate::words;

use super::{Figure, FigureError, Table, lives, neighbourhoods};

/// The figures' ids: whole lives of women and of men, then the place's neighbourhoods.
pub(super) const IDS: [&str; 3] = [LIVES[0].1, LIVES[1].1, neighbourhoods::ID];

/// Whole lives of either sex, side by side and never tested against each other.
const LIVES: [(Sex, &str); 2] = [(Sex::Female, lives::ID), (Sex::Male, "lives-men")];

/// Whether a table of the page can be sorted by this column.
pub(super) fn is_sort_key(key: &str) -> bool {
    lives::KEYS.contains(&key) || neighbourhoods::KEYS.contains(&key)
}

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
    let mut figures = Vec::new();
    for (sex, id) in LIVES {
        figures.extend(life(atlas, &View { sex, ..view.clone() }, area, id)?);
    }
    // The trend (`trend`) and the circumstances (`strips`) of the place follow here.
    figures.extend(neighbourhoods::neighbourhoods(atlas, view, area)?);
    Ok(figures)
}

/// The table of one of them, sorted as the view says.
pub fn area_table(atlas: &Atlas, view: &View, id: &str) -> Result<Table, FigureError> {
    let area = place(atlas, &view.page).ok_or(FigureError::NoSuchPlace)?;
    match LIVES.into_iter().find(|(_, other)| *other == id) {
        Some((sex, _)) => lives::table(atlas, &View { sex, ..view.clone() }, &around(area)),
        None => neighbourhoods::table(atlas, view, area),
    }
}

/// The place's whole lives beside those of what it lies in, named by its own; none where it has no figures.
fn life(atlas: &Atlas, view: &View, area: &Area, id: &'static str) -> Result<Option<Figure>, FigureError> {
    let both = Outcomes::of(atlas, Outcome::Unhealthy, view.sex, None)?;
    if both.estimate(area.code).known().is_none() {
        return Ok(None);
    }
    let latest = Outcomes::of(atlas, Outcome::Healthy, view.sex, None)?.period;
    let mut figure = lives::lives(atlas, view, &around(area))?;
    figure.cautions.extend(words::earlier_bars(view.lang, both.period, latest));
    let title = lives::lives(atlas, view, &[area.code])?.title;
    Ok(Some(Figure { id, title, ..figure }))
}

/// The place, then its region and its nation; the UK beside a nation, the nations beside the UK.
fn around(area: &Area) -> Vec<Code> {
    let mut codes = vec![area.code];
    codes.extend(area.region);
    match whole_of(area) {
        Some(whole) => codes.push(whole),
        None => codes.extend(Nation::ALL.map(Nation::code)),
    }
    codes
}

//! The figures of one place, in the order its page shows them.
//!
//! Women's and men's stand beside each other and are never tested against each other.

use crate::facts::{Outcomes, whole_of};
use crate::model::{Area, Atlas, Code, Nation, Sex};
use crate::view::{Outcome, Page, View};
use crate::words;

use super::{Figure, FigureError, STRIP_KEYS, STRIPS, Table, lives, neighbourhoods, strips, strips_table, trends};

/// The figures' ids: whole lives, then healthy life expectancy over time, each of women and of men; then the place's
/// neighbourhoods and its circumstances.
pub(super) const IDS: [&str; 6] = [LIVES[0].1, LIVES[1].1, TREND[0].1, TREND[1].1, neighbourhoods::ID, STRIPS];

/// Whole lives.
const LIVES: [(Sex, &str); 2] = [(Sex::Female, lives::ID), (Sex::Male, "lives-men")];

/// Over time.
const TREND: [(Sex, &str); 2] = [(Sex::Female, trends::IDS[0]), (Sex::Male, "trend-men")];

/// Whether a table of the page can be sorted by this column.
pub(super) fn is_sort_key(key: &str) -> bool {
    [&lives::KEYS[..], &trends::TREND_KEYS, &STRIP_KEYS, &neighbourhoods::KEYS].iter().any(|keys| keys.contains(&key))
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
        figures.extend(life(atlas, &of(view, area, sex), area, id)?);
    }
    for (sex, id) in TREND {
        figures.extend(trend(atlas, &of(view, area, sex), area, id)?);
    }
    figures.extend(neighbourhoods::neighbourhoods(atlas, view, area)?);
    // Last, because it is by far the longest.
    figures.push(strips(atlas, view, &[area.code])?);
    Ok(figures)
}

/// The table of one of them, sorted as the view says.
pub fn area_table(atlas: &Atlas, view: &View, id: &str) -> Result<Table, FigureError> {
    let area = place(atlas, &view.page).ok_or(FigureError::NoSuchPlace)?;
    let named = |(_, other): &(Sex, &str)| *other == id;
    if let Some((sex, _)) = LIVES.into_iter().find(named) {
        return lives::table(atlas, &of(view, area, sex), &around(area));
    }
    match TREND.into_iter().find(named) {
        Some((sex, _)) => trends::table_of_place(atlas, &of(view, area, sex)),
        None if id == STRIPS => strips_table(atlas, view, &[area.code]),
        None => neighbourhoods::table(atlas, view, area),
    }
}

/// The view of the place alone, of one sex.
fn of(view: &View, area: &Area, sex: Sex) -> View {
    View { sex, areas: vec![area.code], ..view.clone() }
}

/// Healthy life expectancy of the place over time; none where it has none.
fn trend(atlas: &Atlas, view: &View, area: &Area, id: &'static str) -> Result<Option<Figure>, FigureError> {
    if Outcomes::of(atlas, Outcome::Healthy, view.sex, None)?.estimate(area.code).known().is_none() {
        return Ok(None);
    }
    let (mut figure, is_told) = trends::of_place(atlas, view, area)?;
    if is_told {
        figure.told_above = Some(words::told_above(view.lang, area));
    }
    Ok(Some(Figure { id, chosen: Vec::new(), ..figure }))
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

//! Circumstances: how strongly every one goes together with healthy life expectancy, over the same areas.

use crate::codec::TablePack;
use crate::facts::LeftOut;
use crate::model::{
    AreaKind, Atlas, Code, Indicator, IndicatorId, Listed, Nation, Sector, Strength, Strengths, place_of,
};
use crate::order;
use crate::stats::{FEWEST_FOR_A_LINE, Pearson};
use crate::view::{Page, View};
use crate::words::{self, OfCircumstance, StrengthWords, Way};

use super::relation::strength;
use super::{Cell, Figure, FigureError, Marks, Reading, Row, Source, Table, TableColumn, not_loaded};

/// The keys of the columns, in their order; a view is sorted by one of them.
pub(super) const KEYS: [&str; 9] =
    ["circumstance", "sector", "period", "r", "lower", "upper", "without_london", "link", "to_know"];

/// The figure's id.
pub(super) const ID: &str = "strength";

/// The marks of the figure: a row a circumstance, by sector.
#[derive(Debug, Clone, PartialEq)]
pub struct StrengthMarks {
    /// What the axis says.
    pub axis: String,
    /// What lies left of zero, and right of it.
    pub ends: [String; 2],
    /// What mark and line are.
    pub marked: String,
    /// What the looks of marks mean: along, against, neither, nowhere; then r without London.
    pub key: [String; 5],
    /// The sectors, in order.
    pub groups: Vec<StrengthGroup>,
}

/// A sector.
#[derive(Debug, Clone, PartialEq)]
pub struct StrengthGroup {
    /// Its name.
    pub name: String,
    /// What stands under its name; may be empty.
    pub note: String,
    /// Whether it stands apart from the circumstances: behaviours and illnesses.
    pub apart: bool,
    /// Its circumstances, the least r first: the figure's readings are in the same order.
    pub rows: Vec<StrengthRow>,
}

/// A circumstance.
#[derive(Debug, Clone, PartialEq)]
pub struct StrengthRow {
    /// The circumstance.
    pub x: IndicatorId,
    /// Its name.
    pub name: String,
    /// What is to be known of it, in few words; may be empty.
    pub remarks: String,
    /// Pearson's r.
    pub r: f64,
    /// r as it is written.
    pub shown: String,
    /// Its 95% interval.
    pub interval: (f64, f64),
    /// r without London's boroughs, where that differs by more than 0.1.
    pub without_london: Option<f64>,
    /// Which way it goes.
    pub way: Way,
}

/// All circumstances of a view, and what is said of them.
pub(super) struct Found<'a> {
    pub all: &'a Strengths,
    pub words: StrengthWords,
    /// Those that are shown, in the order of sectors, then of r.
    pub shown: Vec<OfCircumstance<'a>>,
}

/// The figure without its table.
pub(super) fn without_table(atlas: &Atlas, view: &View) -> Result<Figure, FigureError> {
    let Found { all, words, shown } = &Found::of(atlas, view)?;
    let hle = atlas.indicator(IndicatorId::HEALTHY_LIFE_EXPECTANCY);
    let mut sources: Vec<Source> = hle.map(|outcome| Source::of(view.lang, outcome)).into_iter().collect();
    let circumstances: Vec<&Indicator> = shown.iter().map(|one| one.x).collect();
    sources.push(Source::of_many(view.lang, &circumstances));
    Ok(Figure {
        id: ID,
        title: words.title(shown),
        subtitle: words.subtitle(),
        summary: words.summary(shown),
        cautions: [words.cautions(shown), vec![words.no_order_of_importance()]].concat(),
        reading: words.reading(),
        alt: words.alt(shown),
        notes: words.notes(shown),
        noise: None,
        drawn: String::new(),
        told_above: None,
        sources,
        coverage: words.coverage(),
        missing: missing(atlas, all, words),
        chosen: Vec::new(),
        table: Table::default(),
        marks: Marks::Strength(marks(words, shown)),
        readings: shown.iter().map(|one| Reading { area: None, says: words.says(one) }).collect(),
    })
}

impl<'a> Found<'a> {
    /// What is found for the view's sex.
    pub fn of(atlas: &'a Atlas, view: &View) -> Result<Found<'a>, FigureError> {
        let all = atlas.tables.strengths.as_ref().ok_or_else(|| not_loaded(TablePack::Strengths))?;
        let words = StrengthWords {
            lang: view.lang,
            sex: view.sex,
            when: all.period,
            n: all.areas.len(),
            measured: all.measured,
            noise: all.noise[place_of(view.sex)],
        };
        let mut shown = Vec::new();
        for one in &all.of {
            shown.extend(of_circumstance(atlas, view, all, one));
        }
        order::sort_by(&mut shown, |a: &OfCircumstance, b| {
            a.x.sector.cmp(&b.x.sector).then_with(|| a.strength.r.total_cmp(&b.strength.r))
        });
        if shown.is_empty() || all.areas.len() < FEWEST_FOR_A_LINE {
            return Err(FigureError::NothingThere("strengths"));
        }
        Ok(Found { all, words, shown })
    }
}

/// A circumstance with its correlation, if it has one.
fn of_circumstance<'a>(
    atlas: &'a Atlas,
    view: &View,
    all: &Strengths,
    one: &'a Strength,
) -> Option<OfCircumstance<'a>> {
    let found = one.of?[place_of(view.sex)];
    let is_outside = |code: &&Code| atlas.area(**code).is_some_and(|area| !area.is_within(Code::LONDON));
    let outside = all.areas.iter().filter(is_outside).count();
    let is_enough = outside >= FEWEST_FOR_A_LINE && outside < all.areas.len();
    let without = is_enough.then(|| Pearson::of(found.without_london, outside));
    let (strength, link) = strength(&Pearson::of(found.r, all.areas.len()), without);
    Some(OfCircumstance { x: atlas.indicator(one.indicator.as_str())?, when: one.period, strength, link })
}

fn marks(words: &StrengthWords, shown: &[OfCircumstance]) -> StrengthMarks {
    let mut groups = Vec::new();
    for &sector in Sector::ALL {
        let of_sector = shown.iter().filter(|one| one.x.sector == sector);
        let rows: Vec<StrengthRow> = of_sector.map(|one| row(words, one)).collect();
        if !rows.is_empty() {
            let name = words::sector_name(words.lang, sector).to_owned();
            let apart = sector == Sector::Behaviour;
            groups.push(StrengthGroup { name, note: words.sector_note(sector), apart, rows });
        }
    }
    StrengthMarks { axis: words.axis(), ends: words.ends(), marked: words.marked(), key: words.key(), groups }
}

fn row(words: &StrengthWords, one: &OfCircumstance) -> StrengthRow {
    StrengthRow {
        x: one.x.id.clone(),
        name: one.x.name.clone(),
        remarks: words.remarks(one),
        r: one.strength.r,
        shown: words.r(one.strength.r),
        interval: (one.strength.interval.lower, one.strength.interval.upper),
        without_london: one.strength.without_london,
        way: one.way(),
    }
}

/// Which areas and which circumstances are not in the picture, and why.
fn missing(atlas: &Atlas, all: &Strengths, words: &StrengthWords) -> Vec<String> {
    let england = || atlas.areas_of(AreaKind::Local).filter(|area| area.nation() == Some(Nation::England));
    let without: Vec<_> = england().filter(|area| !all.areas.contains(&area.code)).collect();
    let mut said: Vec<String> = words.missing_areas(&without).into_iter().collect();
    let left_out = left_out(atlas, all);
    for why in LeftOut::ALL {
        let these: Vec<_> = left_out.iter().filter(|(_, other, _)| *other == why).map(|(x, _, n)| (*x, *n)).collect();
        said.extend(words.left_out(why, &these));
    }
    said
}

/// The circumstances that are not shown, why, and how many areas have each; in the atlas's order.
fn left_out<'a>(atlas: &'a Atlas, all: &Strengths) -> Vec<(&'a Indicator, LeftOut, usize)> {
    let mut left = Vec::new();
    for x in atlas.indicators.iter().filter(|x| !x.is_outcome()) {
        let found = all.of.iter().find(|one| one.indicator == x.id);
        if found.is_none_or(|one| one.of.is_none()) {
            let why = LeftOut::by_kind(x).unwrap_or(LeftOut::TooFewAreas);
            left.push((x, why, found.map_or(0, |one| one.areas)));
        }
    }
    left
}

/// The table: every circumstance, those left out too; sorted as the view says.
pub(super) fn table(atlas: &Atlas, view: &View) -> Result<Table, FigureError> {
    let Found { all, words, shown } = &Found::of(atlas, view)?;
    let heads = KEYS.into_iter().zip(words.columns());
    let is_number = |key: &str| matches!(key, "r" | "lower" | "upper" | "without_london");
    let columns = heads.map(|(key, label)| TableColumn::of(key, label.to_owned(), is_number(key))).collect();
    let mut rows = Vec::new();
    for one in shown {
        rows.push(Row {
            source: Some(words::source_in_short(one.x)),
            area: None,
            chosen: false,
            cells: cells(view, words, one),
        });
    }
    for (x, why, areas) in left_out(atlas, all) {
        let why = words.why_left_out(why, areas);
        let mut cells = vec![name(view, x), Cell::Text(words::sector_name(view.lang, x.sector).to_owned())];
        cells.push(Cell::Missing(String::new()));
        cells.push(Cell::Missing(why));
        cells.extend(core::iter::repeat_n(Cell::Missing(String::new()), 5));
        rows.push(Row { source: Some(words::source_in_short(x)), area: None, chosen: false, cells });
    }
    let mut table = Table { caption: words.table_caption(), columns, rows };
    if let Some(sort) = &view.sort {
        table.sort(sort);
    }
    Ok(table)
}

fn cells(view: &View, words: &StrengthWords, one: &OfCircumstance) -> Vec<Cell> {
    let number = |value: f64| Cell::Number { value, shown: words.r(value) };
    let interval = one.strength.interval;
    vec![
        name(view, one.x),
        Cell::Text(words::sector_name(view.lang, one.x.sector).to_owned()),
        Cell::Text(words::period(view.lang, one.when)),
        number(one.strength.r),
        number(interval.lower),
        number(interval.upper),
        one.strength.without_london.map_or(Cell::Missing(String::new()), number),
        Cell::Text(words.link(one).to_owned()),
        Cell::Text(words.remarks(one)),
    ]
}

/// The name of a circumstance, which leads to its picture.
pub(super) fn name(view: &View, x: &Indicator) -> Cell {
    Cell::Link { shown: x.name.clone(), to: in_explore(view, &x.id).address() }
}

/// The view of Explore that shows a circumstance.
pub(super) fn in_explore(view: &View, x: &IndicatorId) -> View {
    View { x: x.clone(), ..view.on(Page::Explore) }
}

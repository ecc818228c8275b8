//! Circumstances: ten of them as small pictures beside each other.

use crate::facts::Outcomes;
use crate::model::{Atlas, Code, Column, IndicatorId};
use crate::view::{Outcome, TEN, View};
use crate::words::{self, OfCircumstance, StrengthWords, Way};

use super::strengths::Found;
use super::{Axis, Cell, Figure, FigureError, Marks, Reading, Row, Source, Table, TableColumn};

/// The keys of the columns, in their order: the place, its years, and the ten in the order of [`TEN`].
pub(super) const KEYS: [&str; 12] =
    ["place", "years", "x_1", "x_2", "x_3", "x_4", "x_5", "x_6", "x_7", "x_8", "x_9", "x_10"];

/// The figure's id.
pub(super) const ID: &str = "multiples";

/// The marks of the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct MultiplesMarks {
    /// Healthy life expectancy, up; the same in all.
    pub y: Axis,
    /// The small pictures: the figure's readings are in the same order.
    pub panels: Vec<Multiple>,
}

/// A small picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiple {
    /// The circumstance.
    pub x: IndicatorId,
    /// Its name.
    pub name: String,
    /// r.
    pub note: String,
    /// Which way it goes.
    pub way: Way,
    /// What stands before and after its numbers.
    pub affixes: [String; 2],
    /// The circumstance and the years of each area, in code order.
    pub points: Vec<(f64, f64)>,
    /// The same of chosen places.
    pub chosen: Vec<(f64, f64)>,
}

/// One of the ten with its column.
struct One<'a> {
    of: &'a OfCircumstance<'a>,
    column: &'a Column,
}

/// What the ten are drawn from.
struct Ten<'a> {
    words: &'a StrengthWords,
    years: Outcomes<'a>,
    /// The areas, each with its place in columns.
    areas: Vec<(Code, usize)>,
    all: Vec<One<'a>>,
}

/// The figure without its table.
pub(super) fn without_table(atlas: &Atlas, view: &View) -> Result<Figure, FigureError> {
    let found = Found::of(atlas, view)?;
    let ten = Ten::of(atlas, view, &found)?;
    let words = ten.words;
    let all: Vec<OfCircumstance> = ten.all.iter().map(|one| *one.of).collect();
    let hle = atlas.indicator(IndicatorId::HEALTHY_LIFE_EXPECTANCY);
    let measures = hle.into_iter().chain(all.iter().map(|one| one.x));
    Ok(Figure {
        id: ID,
        title: words.multiples_title(&all),
        subtitle: words.multiples_subtitle(),
        summary: words.multiples_summary(&all),
        cautions: words.cautions(&all),
        reading: words.multiples_reading(),
        alt: words.multiples_alt(&all),
        notes: all.iter().map(|one| [&one.x.name, ": ", &one.x.about.definition].concat()).collect(),
        noise: None,
        drawn: String::new(),
        told_above: None,
        sources: measures.map(|measure| Source::of(view.lang, measure)).collect(),
        coverage: words.coverage(),
        missing: Vec::new(),
        chosen: Vec::new(),
        table: Table::default(),
        readings: all.iter().map(|one| Reading { area: None, says: words.says(one) }).collect(),
        marks: Marks::Multiples(MultiplesMarks {
            y: Axis { label: words.years_axis(), prefix: String::new(), suffix: String::new() },
            panels: ten.all.iter().map(|one| ten.panel(view, one)).collect(),
        }),
    })
}

impl<'a> Ten<'a> {
    fn of(atlas: &'a Atlas, view: &View, found: &'a Found<'a>) -> Result<Ten<'a>, FigureError> {
        let mut all = Vec::new();
        for id in TEN {
            let Some(of) = found.shown.iter().find(|one| one.x.id.as_str() == id) else { continue };
            let (_, column) = atlas.latest(id, None).ok_or(FigureError::CircumstanceNotLoaded)?;
            all.push(One { of, column });
        }
        let years = Outcomes::of(atlas, Outcome::Healthy, view.sex, Some(found.all.period))?;
        let mut areas = Vec::new();
        for &code in &found.all.areas {
            areas.extend(atlas.position(code).map(|at| (code, at)));
        }
        Ok(Ten { words: &found.words, years, areas, all })
    }

    fn panel(&self, view: &View, one: &One) -> Multiple {
        let (mut points, mut chosen) = (Vec::new(), Vec::new());
        for &(code, at) in &self.areas {
            let Some(point) = value(one.column, at).zip(self.years_at(at)) else { continue };
            let which = if view.areas.contains(&code) { &mut chosen } else { &mut points };
            which.push(point);
        }
        let x = one.of.x;
        Multiple {
            x: x.id.clone(),
            name: x.name.clone(),
            note: self.words.r(one.of.strength.r),
            way: one.of.way(),
            affixes: [x.unit.prefix.clone(), x.unit.suffix.clone()],
            points,
            chosen,
        }
    }

    fn years_at(&self, at: usize) -> Option<f64> {
        self.years.at(at).known().map(|known| known.value)
    }
}

fn value(column: &Column, at: usize) -> Option<f64> {
    column.get(at)?.known().map(|known| known.value)
}

/// The table: a row an area, a column a circumstance, sorted as the view says.
pub(super) fn table(atlas: &Atlas, view: &View) -> Result<Table, FigureError> {
    let found = Found::of(atlas, view)?;
    let ten = Ten::of(atlas, view, &found)?;
    let (lang, words) = (view.lang, ten.words);
    let mut labels = vec![words::place_heading(lang).to_owned(), words.years_column()];
    labels.extend(ten.all.iter().map(|one| words::dated_with_unit(lang, one.of.x, one.of.when)));
    let heads = KEYS.into_iter().zip(labels);
    let periods = [None, Some(ten.years.period)].into_iter().chain(ten.all.iter().map(|one| Some(one.of.when)));
    let column = |((key, label), period)| TableColumn { period, ..TableColumn::of(key, label, key != KEYS[0]) };
    let columns = heads.zip(periods).map(column).collect();
    let mut rows = Vec::new();
    for &(code, at) in &ten.areas {
        let Some(area) = atlas.area(code) else { continue };
        let number = |value: Option<f64>, shown: &dyn Fn(f64) -> String| match value {
            Some(value) => Cell::Number { value, shown: shown(value) },
            None => Cell::Missing(String::new()),
        };
        let mut cells = vec![Cell::Text(area.name.clone())];
        cells.push(number(ten.years_at(at), &|years| words::number(lang, years, 1)));
        for one in &ten.all {
            let x = one.of.x;
            cells.push(number(value(one.column, at), &|value| words::amount(lang, &x.unit, value, x.decimals)));
        }
        rows.push(Row { source: None, area: Some(code), chosen: view.areas.contains(&code), cells });
    }
    let mut table = Table { caption: words.multiples_caption(), columns, rows };
    if let Some(sort) = &view.sort {
        table.sort(sort);
    }
    Ok(table)
}

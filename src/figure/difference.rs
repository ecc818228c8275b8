//! Difference: places against each other, pair by pair, each gap with its interval and verdict.
//!
//! Healthy life expectancy of one sex in its latest period. The verdict is that of [`Comparison`] and of nothing else.

use crate::facts::{Comparison, NoFact, Outcomes};
use crate::model::{Area, Atlas, Code, Estimate, IndicatorId};
use crate::stats::Verdict;
use crate::view::{MOST_AREAS, Outcome, View};
use crate::words::{self, DifferenceWords};

use super::{Cell, Chosen, Figure, FigureError, Marks, Reading, Row, Source, Table, TableColumn};

/// The figure's id.
pub(super) const ID: &str = "difference";

/// The keys of the columns, in their order.
pub(super) const KEYS: [&str; 7] = ["pair", "first", "second", "difference", "lower", "upper", "verdict"];

/// The marks of a difference figure.
#[derive(Debug, Clone, PartialEq)]
pub struct DifferenceMarks {
    /// What the axis measures.
    pub label: String,
    /// What stands left and right of the zero line.
    pub sides: [String; 2],
    /// One row a pair, in the order of the readings.
    pub gaps: Vec<Gap>,
}

/// One pair in a difference figure; years.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// Both places: “Blackpool against Wokingham”.
    pub name: String,
    /// Verdict, gap and interval in words.
    pub says: String,
    /// What decides the colour.
    pub verdict: Verdict,
    /// The first less the second.
    pub gap: f64,
    /// Its 95% interval.
    pub interval: (f64, f64),
}

/// The places that are compared.
struct Data<'a> {
    outcomes: Outcomes<'a>,
    words: DifferenceWords,
    areas: Vec<&'a Area>,
}

impl<'a> Data<'a> {
    /// As many of the places as can be chosen at once: ten pairs.
    fn of(atlas: &'a Atlas, view: &View, places: &[Code]) -> Result<Data<'a>, FigureError> {
        let outcomes = Outcomes::of(atlas, Outcome::Healthy, view.sex, None)?;
        let words = DifferenceWords { lang: view.lang, measure: outcomes.measure() };
        let areas = places.iter().take(MOST_AREAS).filter_map(|code| atlas.area(*code)).collect();
        Ok(Data { outcomes, words, areas })
    }

    /// Every pair: the first place against each other, then the second against those after it, and so on.
    fn pairs(&self) -> Vec<(&'a Area, &'a Area, Result<Comparison<'a>, NoFact>)> {
        let mut pairs = Vec::new();
        for (at, one) in self.areas.iter().enumerate() {
            for other in self.areas.iter().skip(at + 1) {
                pairs.push((*one, *other, Comparison::of(&self.outcomes, one.code, other.code)));
            }
        }
        pairs
    }

    fn chosen(&self, view: &View) -> Vec<Chosen> {
        let value = |area: &Area| {
            let known = self.outcomes.estimate(area.code).known()?;
            Some(
                [
                    &words::value_with_limits(view.lang, known.value, known.limits),
                    ", ",
                    &words::period(view.lang, self.outcomes.period),
                ]
                .concat(),
            )
        };
        let areas = self.areas.iter().filter(|area| view.areas.contains(&area.code));
        areas.map(|area| Chosen { area: area.code, name: area.name.clone(), value: value(area) }).collect()
    }
}

/// The figure of these places, without its table. Places that the atlas does not have are left out.
pub(super) fn difference(atlas: &Atlas, view: &View, places: &[Code]) -> Result<Figure, FigureError> {
    let data = Data::of(atlas, view, places)?;
    let words = &data.words;
    let pairs = data.pairs();
    let found: Vec<Comparison> = pairs.iter().filter_map(|(.., found)| found.as_ref().ok().copied()).collect();
    let first = data.areas.first().map(|area| area.code);
    let of_first: Vec<Comparison> = found.iter().filter(|found| Some(found.one().code) == first).copied().collect();
    let uncompared = data.areas.iter().filter(|area| data.outcomes.measured(area.code).is_err());
    let uncompared = uncompared.map(|area| words.missing(area, data.outcomes.estimate(area.code)));
    let untested = pairs.iter().filter(|(.., found)| matches!(found, Err(NoFact::MostOfIt)));
    let source = atlas.indicator(IndicatorId::HEALTHY_LIFE_EXPECTANCY);
    Ok(Figure {
        id: ID,
        title: words.title(&found),
        subtitle: words.subtitle(),
        summary: match of_first.as_slice() {
            [] => words.summary(&found, 0),
            of_first => words.summary(of_first, found.len() - of_first.len()),
        },
        cautions: words.cautions(found.len()),
        reading: words.reading(),
        alt: words.alt(&found),
        notes: words.notes(&data.areas),
        noise: None,
        drawn: String::new(),
        told_above: None,
        sources: source.map(|source| Source::of(view.lang, source)).into_iter().collect(),
        coverage: words.coverage(found.len(), pairs.len()),
        missing: uncompared.chain(untested.map(|_| words.none(NoFact::MostOfIt))).collect(),
        chosen: data.chosen(view),
        table: Table::default(),
        marks: Marks::Difference(DifferenceMarks {
            label: words.axis(),
            sides: words.sides(),
            gaps: found.iter().map(|found| gap(words, found)).collect(),
        }),
        readings: found.iter().map(|found| reading(words, view, found)).collect(),
    })
}

fn gap(words: &DifferenceWords, found: &Comparison) -> Gap {
    let difference = found.difference();
    Gap {
        name: words.name(found.one(), found.other()),
        says: words.says(found),
        verdict: found.verdict(),
        gap: difference.gap,
        interval: (difference.interval.lower, difference.interval.upper),
    }
}

fn reading(words: &DifferenceWords, view: &View, found: &Comparison) -> Reading {
    let sentence = words::compared(view.lang, found).into();
    Reading { area: None, says: vec![words.name(found.one(), found.other()), sentence] }
}

/// The table of these places' pairs, sorted as the view says.
pub(super) fn table(atlas: &Atlas, view: &View, places: &[Code]) -> Result<Table, FigureError> {
    let data = Data::of(atlas, view, places)?;
    let column =
        |(key, label)| TableColumn::of(key, label, !matches!(key, "pair" | "verdict")).at(data.outcomes.period);
    let mut table = Table {
        caption: data.words.table_caption(),
        columns: KEYS.into_iter().zip(data.words.headings()).map(column).collect(),
        rows: data.pairs().iter().map(|pair| row(&data, view, pair)).collect(),
    };
    if let Some(sort) = &view.sort {
        table.sort(sort);
    }
    Ok(table)
}

fn row(data: &Data, view: &View, (one, other, found): &(&Area, &Area, Result<Comparison, NoFact>)) -> Row {
    let words = &data.words;
    let years = |value: f64| Cell::Number { value, shown: words.years(value) };
    let own = |area: &Area| match data.outcomes.estimate(area.code) {
        Estimate::Known(known) => years(known.value),
        Estimate::Missing(why) => Cell::Missing(words::missing_reason(view.lang, why).to_owned()),
    };
    let mut cells = vec![Cell::Text(words.name(one, other)), own(one), own(other)];
    match found {
        Ok(found) => {
            let difference = found.difference();
            cells.extend([difference.gap, difference.interval.lower, difference.interval.upper].map(years));
            cells.push(Cell::Text(words.verdict(found)));
        }
        Err(why) => cells.extend([(); 4].map(|()| Cell::Missing(words.none(*why)))),
    }
    Row { source: None, area: Some(one.code), chosen: false, cells }
}

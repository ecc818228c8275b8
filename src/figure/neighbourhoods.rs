//! Neighbourhoods: how those of a place are spread over its nation's tenths, and each of them as a dot.

use crate::codec::TablePack;
use crate::facts::{Mix, Outcomes};
use crate::model::{Area, Atlas, Nation, Neighbourhoods, Sex};
use crate::view::{Outcome, View};
use crate::words::{self, NeighbourhoodWords};

use super::{Cell, Figure, FigureError, Marks, Reading, Row, Source, Table, TableColumn, not_loaded};

/// The figure's id.
pub(super) const ID: &str = "neighbourhoods";

/// The keys of the columns, in their order. Only England's tenths have figures of their own: the last two.
pub(super) const KEYS: [&str; 5] = ["tenth", "neighbourhoods", "share", "england_female", "england_male"];

/// The marks of a neighbourhoods figure.
#[derive(Debug, Clone, PartialEq)]
pub struct NeighbourhoodMarks {
    /// What the columns are.
    pub label: String,
    /// Neighbourhoods in each tenth of the nation, the most deprived first. The figure's readings are the tenths, then the
    /// neighbourhoods in order of rank, which is column after column.
    pub counts: Vec<usize>,
    /// The share of each tenth as it is written.
    pub shares: Vec<String>,
    /// What stands beside the line at a tenth of the place's neighbourhoods.
    pub even: String,
    /// What stands below the first column, and below the last.
    pub ends: [String; 2],
}

/// The figure without its table; none where the place has no neighbourhoods of its own: regions, nations.
pub(super) fn neighbourhoods(atlas: &Atlas, view: &View, area: &Area) -> Result<Option<Figure>, FigureError> {
    if area.population.is_none() {
        return Ok(None);
    }
    let all = loaded(atlas, area)?;
    let words = NeighbourhoodWords { lang: view.lang, area, all };
    let counts = counts(all);
    let mut summary = words.summary();
    let mixed = mixes(atlas, area)?;
    if let Some([women, men]) = &mixed {
        summary = [&summary, " ", &words.mix(women, men)].concat();
    }
    let mut says: Vec<Vec<String>> =
        counts.iter().zip(1..).map(|(count, tenth)| words.says_tenth(tenth, *count)).collect();
    says.extend(all.places.iter().map(|one| words.says_one(one)));
    Ok(Some(Figure {
        id: ID,
        title: words.title(),
        subtitle: words.subtitle(),
        summary,
        cautions: words.cautions(),
        reading: words.reading(),
        alt: words.alt(),
        notes: words.notes(),
        noise: None,
        drawn: String::new(),
        told_above: None,
        sources: source(atlas, view, all)
            .into_iter()
            .chain(mixed.map(|_| Source::of_lives(words.source_of_mix())))
            .collect(),
        coverage: words.coverage(),
        missing: Vec::new(),
        chosen: Vec::new(),
        table: Table::default(),
        marks: Marks::Neighbourhoods(NeighbourhoodMarks {
            label: words.axis(),
            shares: counts.iter().map(|count| words.per_cent(*count)).collect(),
            counts,
            even: words.even(),
            ends: words.ends(),
        }),
        readings: says.into_iter().map(|says| Reading { area: None, says }).collect(),
    }))
}

/// The table of the figure, sorted as the view says.
pub(super) fn table(atlas: &Atlas, view: &View, area: &Area) -> Result<Table, FigureError> {
    let all = loaded(atlas, area)?;
    let words = NeighbourhoodWords { lang: view.lang, area, all };
    let mixes = mixes(atlas, area)?;
    let tenths: Vec<_> = mixes.iter().flatten().map(|mix| mix.tenths).collect();
    let labels = words.headings().into_iter();
    let labels = labels.chain(tenths.iter().map(|tenths| words.tenths_heading(tenths.sex, tenths.period)));
    let mut rows = Vec::new();
    for (at, count) in counts(all).into_iter().enumerate() {
        let number = |value: f64, shown: String| Cell::Number { value, shown };
        let share = count as f64 / all.places.len().max(1) as f64;
        let mut cells = vec![
            number((at + 1) as f64, words.tenth(at + 1)),
            number(count as f64, words::number(view.lang, count as f64, 0)),
            number(share, words.per_cent(count)),
        ];
        let years = tenths.iter().filter_map(|tenths| tenths.healthy.get(at));
        cells.extend(years.map(|years| number(*years, words::number(view.lang, *years, 1))));
        rows.push(Row { source: None, area: None, chosen: false, cells });
    }
    let column = |(key, label)| TableColumn::of(key, label, key != KEYS[0]);
    let mut table =
        Table { caption: words.table_caption(), columns: KEYS.into_iter().zip(labels).map(column).collect(), rows };
    if let Some(sort) = &view.sort {
        table.sort(sort);
    }
    Ok(table)
}

fn loaded<'a>(atlas: &'a Atlas, area: &Area) -> Result<&'a Neighbourhoods, FigureError> {
    let pack = TablePack::Neighbourhoods(area.code);
    atlas.tables.neighbourhoods_of(area.code).ok_or_else(|| not_loaded(pack))
}

/// How many are in each tenth.
fn counts(all: &Neighbourhoods) -> Vec<usize> {
    (1..=10).map(|tenth| all.places.iter().filter(|place| place.tenth == tenth).count()).collect()
}

/// What the place's mix of tenths would give women and men; none where tenths have no figures or the place has
/// no estimate of its own.
fn mixes<'a>(atlas: &'a Atlas, area: &Area) -> Result<Option<[Mix<'a>; 2]>, FigureError> {
    if area.nation() != Some(Nation::England) {
        return Ok(None);
    }
    // Beside no estimate, the benchmark would be read as one.
    let outcomes = Outcomes::of(atlas, Outcome::Healthy, Sex::Female, None)?;
    if outcomes.measured(area.code).is_err() {
        return Ok(None);
    }
    let of = |sex| Mix::of(atlas, area.code, sex).map_err(|_| not_loaded(TablePack::Gradient));
    Ok(Some([of(Sex::Female)?, of(Sex::Male)?]))
}

/// The index's own source, by the measure that sums it up.
fn source(atlas: &Atlas, view: &View, all: &Neighbourhoods) -> Option<Source> {
    let edition = all.index.edition?.to_string();
    let letters = all.index.letters().to_ascii_lowercase();
    let id = [&letters, "-", &edition, "-most-deprived-tenth"].concat();
    atlas.indicator(&id).map(|indicator| Source::of(view.lang, indicator))
}

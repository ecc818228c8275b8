//! Gradient: life expectancies from a nation's most deprived neighbourhoods to its least deprived. Every neighbourhood of
//! England stands beside them (`england.rs`).

use crate::codec::TablePack;
use crate::model::{Atlas, Gradient, Nation, Sex};
use crate::stats::{equal_groups, slope_index};
use crate::view::{Outcome, View};
use crate::words::{self, Ends, GradientWords, OfSex};

use super::{
    Axis, Cell, Figure, FigureError, Headline, Marks, Reading, Row, Source, Table, TableColumn, england, not_loaded,
};

/// The keys of the columns, in their order; a view is sorted by one of them. A nation without total life expectancy has
/// the first five.
const KEYS: [&str; 9] = [
    "group",
    "female_first",
    "female",
    "male_first",
    "male",
    "female_total_first",
    "female_total",
    "male_total_first",
    "male_total",
];

/// The figures' ids.
pub(super) const IDS: [&str; 3] = [NATIONS[0].1, NATIONS[1].1, england::ID];

/// The nations that have a gradient, each with its figure's id.
const NATIONS: [(Nation, &str); 2] = [(Nation::England, "tenths"), (Nation::Wales, "fifths")];

/// The marks of a gradient figure.
#[derive(Debug, Clone, PartialEq)]
pub struct GradientMarks {
    /// Life expectancy, up.
    pub y: Axis,
    /// What stands below the first group, and below the last.
    pub ends: [String; 2],
    /// What lies between the lines of the latest period, where both are drawn.
    pub between: String,
    /// Women, then men.
    pub panels: Vec<GradientPanel>,
}

/// One sex in a gradient figure.
#[derive(Debug, Clone, PartialEq)]
pub struct GradientPanel {
    /// Whom it is about.
    pub name: String,
    /// The range, in a few words.
    pub note: String,
    /// Healthy life expectancy in the latest period, then total where it is published; then both in the first period.
    pub lines: Vec<GradientLine>,
}

/// One measure and period from group to group.
#[derive(Debug, Clone, PartialEq)]
pub struct GradientLine {
    /// Healthy or total life expectancy.
    pub measure: Outcome,
    /// Whether it is of the first period, behind that of the latest. Only lines of the latest period have readings: one
    /// a group, line after line and panel after panel.
    pub quiet: bool,
    /// What stands beside it.
    pub name: String,
    /// Years, the most deprived group first.
    pub years: Vec<f64>,
    /// The first and the last of them as they are written.
    pub ends: [String; 2],
}

/// One sex: its first and its latest period, and no first where there is but one.
struct Series<'a> {
    sex: Sex,
    first: Option<&'a Gradient>,
    latest: &'a Gradient,
}

/// The figures of the view, without their tables: the nations' gradients, then every neighbourhood of England.
pub(super) fn figures(atlas: &Atlas, view: &View) -> Result<Vec<Figure>, FigureError> {
    let mut figures = gradients(atlas, view)?;
    figures.push(england::england(atlas, view)?);
    Ok(figures)
}

/// Whether one of the tables can be sorted by this column.
pub(super) fn is_sort_key(key: &str) -> bool {
    KEYS.contains(&key) || england::KEYS.contains(&key)
}

/// One figure for each nation that has a gradient, without its table: England's tenths, Wales's fifths, each on its own
/// axis.
fn gradients(atlas: &Atlas, view: &View) -> Result<Vec<Figure>, FigureError> {
    let all = loaded(atlas)?;
    let mut figures = Vec::new();
    for (nation, id) in NATIONS {
        figures.extend(series(all, nation).map(|series| figure(view, id, nation, &series)));
    }
    if figures.is_empty() { Err(NOTHING_THERE) } else { Ok(figures) }
}

/// The table of one of the figures, sorted as the view says.
pub fn gradient_table(atlas: &Atlas, view: &View, id: &str) -> Result<Table, FigureError> {
    if id == england::ID {
        return england::table(atlas, view);
    }
    let (nation, _) = NATIONS.into_iter().find(|(_, other)| *other == id).ok_or(NOTHING_THERE)?;
    let series = series(loaded(atlas)?, nation).ok_or(NOTHING_THERE)?;
    let mut table = rows_and_columns(&words_of(view, nation, &series), &series);
    if let Some(sort) = &view.sort {
        table.sort(sort);
    }
    Ok(table)
}

const NOTHING_THERE: FigureError = FigureError::NothingThere("gradient");

fn loaded(atlas: &Atlas) -> Result<&[Gradient], FigureError> {
    atlas.tables.gradients.as_deref().ok_or_else(|| not_loaded(TablePack::Gradient))
}

/// The headline of the gradient's page, on England's latest tenths.
pub fn gradient_headline(atlas: &Atlas, view: &View) -> Result<Headline, FigureError> {
    let series = series(loaded(atlas)?, Nation::England).ok_or(NOTHING_THERE)?;
    let [women, men] = series.as_slice() else { return Err(NOTHING_THERE) };
    Ok(Headline {
        text: words::gradient_headline(view.lang, ends(&women.latest.healthy)),
        basis: words::gradient_basis(view.lang, ends(&men.latest.healthy), women.latest.period),
    })
}

/// The nation's women and men, as far as they are there; none without either.
fn series(all: &[Gradient], nation: Nation) -> Option<Vec<Series<'_>>> {
    let mut found = Vec::new();
    for sex in [Sex::Female, Sex::Male] {
        let of_sex = || all.iter().filter(move |one| one.index.nation == nation && one.sex == sex);
        let Some(latest) = of_sex().max_by_key(|one| one.period) else { continue };
        let first = of_sex().min_by_key(|one| one.period).filter(|one| one.period != latest.period);
        found.push(Series { sex, first, latest });
    }
    (!found.is_empty()).then_some(found)
}

fn figure(view: &View, id: &'static str, nation: Nation, series: &[Series]) -> Figure {
    let words = words_of(view, nation, series);
    let all: Vec<OfSex> = series.iter().map(of_sex).collect();
    Figure {
        id,
        title: words.title(&all),
        subtitle: words.subtitle(),
        summary: words.summary(&all),
        cautions: words.cautions(&all),
        reading: words.reading(),
        alt: words.alt(&all),
        notes: words.notes(),
        sources: vec![Source::of_lives(words.source())],
        coverage: words.coverage(),
        missing: Vec::new(),
        chosen: Vec::new(),
        noise: None,
        drawn: String::new(),
        told_above: None,
        table: Table::default(),
        marks: Marks::Gradient(GradientMarks {
            y: Axis { label: words.y_label(), prefix: String::new(), suffix: String::new() },
            ends: words.ends(),
            between: words.between(),
            panels: series.iter().map(|one| panel(&words, one)).collect(),
        }),
        readings: readings(&words, series),
    }
}

fn words_of(view: &View, nation: Nation, series: &[Series]) -> GradientWords {
    let latest = series.iter().map(|one| one.latest).max_by_key(|one| one.period);
    GradientWords {
        lang: view.lang,
        nation,
        index: latest.map(|one| one.index),
        groups: latest.map_or(0, |one| one.healthy.len()),
        latest: latest.map(|one| one.period),
        first: series.iter().filter_map(|one| one.first).map(|one| one.period).min(),
        has_total: series.iter().any(|one| one.latest.total.is_some()),
    }
}

/// What is said of one sex.
fn of_sex(series: &Series) -> OfSex {
    let latest = series.latest;
    OfSex {
        sex: series.sex,
        healthy: ends(&latest.healthy),
        total: latest.total.as_deref().map(ends),
        first: series.first.map(|first| ends(&first.healthy)),
        slope: slope(&latest.healthy),
    }
}

/// The values of the most and of the least deprived group.
fn ends(years: &[f64]) -> Ends {
    let end = |end: Option<&f64>| end.copied().unwrap_or_default();
    Ends { most_deprived: end(years.first()), least_deprived: end(years.last()) }
}

/// Slope index and relative index; of tenths only, which are equal in number of neighbourhoods.
fn slope(years: &[f64]) -> Option<(f64, f64)> {
    let slope = slope_index(&equal_groups(years)).ok().filter(|_| years.len() == 10)?;
    Some((slope.sii, slope.relative_england().ok()?.0))
}

fn panel(words: &GradientWords, series: &Series) -> GradientPanel {
    let mut lines = Vec::new();
    for (one, quiet) in [(Some(series.latest), false), (series.first, true)] {
        let Some(one) = one else { continue };
        let mut line = |measure, years: &[f64]| {
            let ends = ends(years);
            lines.push(GradientLine {
                measure,
                quiet,
                name: words.line(measure, quiet),
                years: years.to_vec(),
                ends: [ends.most_deprived, ends.least_deprived].map(|years| words.years(years)),
            });
        };
        line(Outcome::Healthy, &one.healthy);
        if let Some(total) = &one.total {
            line(Outcome::Life, total);
        }
    }
    let note = words.panel_note(ends(&series.latest.healthy));
    GradientPanel { name: words.panel(series.sex), note, lines }
}

/// One reading for each dot of the latest period: women's healthy years from group to group, then their total; then men.
fn readings(words: &GradientWords, series: &[Series]) -> Vec<Reading> {
    let mut readings = Vec::new();
    for Series { sex, first, latest } in series {
        let lines = [
            (Outcome::Healthy, Some(&latest.healthy), first.map(|first| &first.healthy)),
            (Outcome::Life, latest.total.as_ref(), first.and_then(|first| first.total.as_ref())),
        ];
        for (measure, latest, first) in lines {
            for (at, years) in latest.into_iter().flatten().enumerate() {
                let before = first.and_then(|first| first.get(at).copied());
                readings.push(Reading { area: None, says: words.says(*sex, measure, at, *years, before) });
            }
        }
    }
    readings
}

/// The table: a row a group, a column for each measure, sex and period.
fn rows_and_columns(words: &GradientWords, series: &[Series]) -> Table {
    let mut columns = vec![TableColumn::of(KEYS[0], words.group_heading(), true)];
    let mut values: Vec<&[f64]> = Vec::new();
    for (key, (measure, sex, quiet)) in KEYS.into_iter().skip(1).zip(column_order()) {
        let one = series.iter().find(|one| one.sex == sex);
        let Some(one) = one.and_then(|one| if quiet { one.first } else { Some(one.latest) }) else { continue };
        let years = if measure == Outcome::Healthy { Some(&one.healthy) } else { one.total.as_ref() };
        if let Some(years) = years {
            columns.push(TableColumn::of(key, words.column(measure, sex, quiet), true).at(one.period));
            values.push(years);
        }
    }
    let row = |at: usize| {
        let mut cells = vec![Cell::Number { value: (at + 1) as f64, shown: words.group(at) }];
        for years in &values {
            cells.push(match years.get(at) {
                Some(&value) => Cell::Number { value, shown: words.years(value) },
                None => Cell::Missing(words.no_group()),
            });
        }
        Row { source: None, area: None, chosen: false, cells }
    };
    Table { caption: words.table_caption(), columns, rows: (0..words.groups).map(row).collect() }
}

/// Measure, sex and whether of the first period, of each column after that of the group.
fn column_order() -> impl Iterator<Item = (Outcome, Sex, bool)> {
    let sexes = |measure| [Sex::Female, Sex::Male].into_iter().map(move |sex| (measure, sex));
    let both = sexes(Outcome::Healthy).chain(sexes(Outcome::Life));
    both.flat_map(|(measure, sex)| [(measure, sex, true), (measure, sex, false)])
}

//! Healthy life expectancy over time by how deprived neighbourhoods are: England's tenths, Wales's fifths.
//!
//! The tables give no limits, so that nothing is said of a change.

use crate::codec::TablePack;
use crate::figure::{Axis, Cell, Figure, FigureError, Marks, Reading, Row, Source, Table, TableColumn, not_loaded};
use crate::model::{Gradient, Nation, Period};
use crate::words::{self, Ends, GroupsWords};

use super::{IDS, TrendDot, TrendLine, TrendLook, TrendMarks, TrendPanel, Trends, at};

/// The nations that have groups, each with its figure's id.
const NATIONS: [(Nation, &str); 2] = [(Nation::England, IDS[4]), (Nation::Wales, IDS[5])];

/// The keys of the columns: the period, each group, the gap between the first and the last.
pub(super) const KEYS: [&str; 12] = [
    "period", "group_1", "group_2", "group_3", "group_4", "group_5", "group_6", "group_7", "group_8", "group_9",
    "group_10", "gap",
];

/// The groups of a nation in every period, earliest first.
struct Groups<'a> {
    periods: Vec<&'a Gradient>,
    words: GroupsWords,
}

/// One figure for each nation whose groups have more than one period, without its table.
pub(super) fn figures(trends: &Trends) -> Result<Vec<Figure>, FigureError> {
    let mut figures = Vec::new();
    for (nation, id) in NATIONS {
        figures.extend(Groups::of(trends, nation)?.map(|groups| figure(trends, &groups, id)));
    }
    Ok(figures)
}

impl<'a> Groups<'a> {
    /// None where there is no second period to see beside the first. Periods whose neighbourhoods are sorted by another
    /// edition of the index than the latest, or into other groups, are no part of its line.
    fn of(trends: &Trends<'a>, nation: Nation) -> Result<Option<Groups<'a>>, FigureError> {
        let all = trends.atlas.tables.gradients.as_deref().ok_or_else(|| not_loaded(TablePack::Gradient))?;
        let of_nation = || all.iter().filter(|one| one.index.nation == nation && one.sex == trends.view.sex);
        let Some(latest) = of_nation().max_by_key(|one| one.period) else { return Ok(None) };
        let alike = |one: &&Gradient| one.index == latest.index && one.healthy.len() == latest.healthy.len();
        let mut periods: Vec<&Gradient> = of_nation().filter(alike).collect();
        crate::order::sort_by(&mut periods, |a, b| a.period.cmp(&b.period));
        let [first, .., _] = periods.as_slice() else { return Ok(None) };
        let words = GroupsWords {
            lang: trends.view.lang,
            sex: trends.view.sex,
            index: latest.index,
            groups: latest.healthy.len(),
            first: (first.period, ends(first)),
            latest: (latest.period, ends(latest)),
        };
        Ok(Some(Groups { periods, words }))
    }

    fn in_periods(&self) -> Vec<Period> {
        self.periods.iter().map(|one| one.period).collect()
    }

    /// The group at a position over time.
    fn dots(&self, group: usize) -> Vec<TrendDot> {
        let dot = |one: &&Gradient| one.healthy.get(group).map(|&y| TrendDot { x: at(one.period), y, limits: None });
        self.periods.iter().filter_map(dot).collect()
    }
}

/// The values of the most and of the least deprived group.
fn ends(one: &Gradient) -> Ends {
    let end = |end: Option<&f64>| end.copied().unwrap_or_default();
    Ends { most_deprived: end(one.healthy.first()), least_deprived: end(one.healthy.last()) }
}

fn figure(trends: &Trends, groups: &Groups, id: &'static str) -> Figure {
    let words = &groups.words;
    let title = words.title();
    Figure {
        id,
        alt: words.alt(&title),
        subtitle: words.subtitle(),
        summary: words.summary(),
        cautions: words.cautions(),
        reading: words.reading(),
        notes: words.notes(),
        noise: None,
        drawn: String::new(),
        told_above: None,
        sources: vec![Source::of_lives(words.source())],
        coverage: words.coverage(),
        missing: Vec::new(),
        chosen: Vec::new(),
        table: Table::default(),
        marks: Marks::Trend(TrendMarks {
            y: Axis { label: words.y_label(), prefix: String::new(), suffix: String::new() },
            one_scale: true,
            periods: trends.periods(&groups.in_periods()),
            panels: vec![panel(groups)],
        }),
        readings: readings(groups),
        title,
    }
}

/// The groups between, then the most deprived, then the least deprived.
fn panel(groups: &Groups) -> TrendPanel {
    let words = &groups.words;
    let last = words.groups.saturating_sub(1);
    let between = |group: usize| {
        let name = if group == words.groups / 2 { words.between() } else { String::new() };
        TrendLine { look: TrendLook::Quiet, name, first: String::new(), dots: groups.dots(group) }
    };
    let mut lines: Vec<TrendLine> = (1..last).map(between).collect();
    for group in [0, last] {
        let dots = groups.dots(group);
        let years = |dot: Option<&TrendDot>| dot.map(|dot| words.years(dot.y)).unwrap_or_default();
        let (name, first) = (words.line(group, &years(dots.last())), years(dots.first()));
        lines.push(TrendLine { look: TrendLook::Chosen, name, first, dots });
    }
    TrendPanel { name: words.panel(), lines }
}

/// The most deprived group in every period, then the least deprived, each with all groups of its period.
fn readings(groups: &Groups) -> Vec<Reading> {
    let words = &groups.words;
    let mut readings = Vec::new();
    for group in [0, words.groups.saturating_sub(1)] {
        for one in &groups.periods {
            let years = one.healthy.get(group).copied().unwrap_or_default();
            readings.push(Reading { area: None, says: words.says(group, one.period, years, ends(one), &one.healthy) });
        }
    }
    readings
}

/// A row a period, a column a group, then the gap.
pub(super) fn table(trends: &Trends, id: &str) -> Result<Table, FigureError> {
    let nation = NATIONS.into_iter().find(|(_, other)| *other == id).map(|(nation, _)| nation);
    let groups = Groups::of(trends, nation.ok_or(super::NOTHING_THERE)?)?.ok_or(super::NOTHING_THERE)?;
    let words = &groups.words;
    let period = TableColumn::of(KEYS[0], words::period_heading(words.lang).to_owned(), false);
    let of_group = (0..words.groups).zip(KEYS.into_iter().skip(1));
    let of_group = of_group.map(|(group, key)| TableColumn::of(key, words.column(group), true));
    let gap = TableColumn::of(KEYS[11], words.gap_heading(), true);
    let number = |value: f64| Cell::Number { value, shown: words.years(value) };
    let row = |one: &&Gradient| {
        let mut cells = vec![Cell::Text(words::period(words.lang, one.period))];
        cells.extend(one.healthy.iter().copied().chain([ends(one).gap()]).map(number));
        Row { source: None, area: None, chosen: false, cells }
    };
    Ok(Table {
        caption: words.caption(),
        columns: core::iter::once(period).chain(of_group).chain([gap]).collect(),
        rows: groups.periods.iter().map(row).collect(),
    })
}

//! Total life expectancy over time, as far as it is published: two tables that are never joined.

use crate::facts::Outcomes;
use crate::figure::{Axis, Cell, Figure, FigureError, Marks, Reading, Row, Source, Table, TableColumn};
use crate::model::{Area, Code, Estimate, IndicatorId, Period};
use crate::view::Outcome;
use crate::words::{self, LifeWords};

use super::series::{Series, cells};
use super::{IDS, TrendLine, TrendLook, TrendMarks, TrendPanel, Trends, at, every_period};

/// What there is of one place.
struct Life<'a> {
    area: &'a Area,
    /// Over time, without limits: England and its areas without districts.
    over_time: Series,
    /// The one period with limits.
    with_limits: Series,
}

/// The figure without its table.
pub(super) fn figure(trends: &Trends) -> Result<Figure, FigureError> {
    let words = words_of(trends);
    let all = lives(trends)?;
    let shown: Vec<&Life> = all.iter().filter(|life| life.has_any()).collect();
    // As the panels show them: those over time first.
    let in_order = [true, false].map(|over_time| shown.iter().filter(move |life| life.has_series() == over_time));
    let in_order = in_order.into_iter().flatten();
    let periods: Vec<Period> = all.iter().flat_map(Life::periods).collect();
    let (first, last) = (periods.iter().min().copied(), periods.iter().max().copied());
    // The period with limits has to be written where it stands alone.
    let with_limits = all.iter().flat_map(|life| life.with_limits.known()).map(|(period, _)| period).max();
    let with_limits = with_limits.map(|period| (at(period), words::period(trends.view.lang, period)));
    let axis: Vec<Period> = first.into_iter().chain(last).collect();
    let title = words.title(shown.first().map(|life| (life.area, life.over_time.known(), life.with_limits.known())));
    let in_short: Vec<String> = shown.iter().filter_map(|life| life.in_short(&words)).collect();
    let [over_time, in_one] = [|life: &&&Life| life.has_series(), |life: &&&Life| !life.with_limits.known().is_empty()]
        .map(|has: fn(&&&Life) -> bool| shown.iter().filter(has).count());
    Ok(Figure {
        id: IDS[1],
        alt: words.alt(&title, &in_short),
        subtitle: words.subtitle(&trends.places, first, last),
        summary: words.summary(&in_short),
        cautions: words.cautions(over_time > 0),
        reading: words.reading(over_time > 0, in_one > 0),
        notes: words.notes(),
        noise: None,
        drawn: String::new(),
        told_above: None,
        sources: sources(trends, over_time > 0),
        coverage: words.coverage(over_time, in_one, all.len()),
        missing: missing(trends, &words, &all),
        chosen: Vec::new(),
        table: Table::default(),
        marks: Marks::Trend(TrendMarks {
            y: Axis { label: words.y_label(), prefix: String::new(), suffix: String::new() },
            one_scale: true,
            periods: trends.periods(&axis).into_iter().chain(with_limits).collect(),
            panels: panels(trends, &words, &shown),
        }),
        readings: in_order.into_iter().flat_map(|life| readings(trends, &words, life)).collect(),
        title,
    })
}

fn words_of(trends: &Trends) -> LifeWords {
    let with_limits = trends.atlas.periods(IndicatorId::LIFE_EXPECTANCY, Some(trends.view.sex)).last();
    LifeWords { lang: trends.view.lang, sex: trends.view.sex, with_limits }
}

fn lives<'a>(trends: &Trends<'a>) -> Result<Vec<Life<'a>>, FigureError> {
    let outcomes = every_period(trends.atlas, Outcome::Life, trends.view.sex)?;
    Ok(trends.places.iter().map(|area| Life::of(trends, &outcomes, area)).collect())
}

impl<'a> Life<'a> {
    fn of(trends: &Trends, outcomes: &[Outcomes], area: &'a Area) -> Life<'a> {
        let over_time = Series::of_england(trends.atlas, trends.view.sex, area.code);
        Life { area, over_time, with_limits: Series::of(outcomes, area.code) }
    }

    fn has_series(&self) -> bool {
        !self.over_time.known().is_empty()
    }

    fn has_any(&self) -> bool {
        self.has_series() || !self.with_limits.known().is_empty()
    }

    fn periods(&self) -> Vec<Period> {
        [&self.over_time, &self.with_limits]
            .iter()
            .flat_map(|series| series.known())
            .map(|(period, _)| period)
            .collect()
    }

    fn in_short(&self, words: &LifeWords) -> Option<String> {
        words.in_short(self.area, &self.over_time.known(), &self.with_limits.known())
    }
}

/// England's line, which stands behind those of its areas.
fn behind(trends: &Trends, life: &Life) -> Option<Series> {
    let of_england = life.has_series() && life.area.code != Code::ENGLAND;
    of_england.then(|| Series::of_england(trends.atlas, trends.view.sex, Code::ENGLAND))
}

fn panel(trends: &Trends, life: &Life) -> TrendPanel {
    let lang = trends.view.lang;
    let mut lines = Vec::new();
    if let (Some(series), Some(england)) = (behind(trends, life), trends.atlas.area(Code::ENGLAND)) {
        let name = words::name_and_value(lang, england, &series.last(lang));
        lines.push(TrendLine { look: TrendLook::Quiet, name, first: String::new(), dots: series.dots() });
    }
    let (name, first) = (life.over_time.last(lang), life.over_time.first(lang));
    lines.push(TrendLine { look: TrendLook::Chosen, name, first, dots: life.over_time.dots() });
    // Beside a line the point is explained below the picture: its name would stand upon the line.
    lines.push(point(life, String::new()));
    TrendPanel { name: life.area.name.clone(), lines }
}

fn point(life: &Life, name: String) -> TrendLine {
    TrendLine { look: TrendLook::Alone, name, first: String::new(), dots: life.with_limits.dots() }
}

/// A panel for each place over time, and one for all others.
fn panels(trends: &Trends, words: &LifeWords, shown: &[&Life]) -> Vec<TrendPanel> {
    let mut panels: Vec<TrendPanel> =
        shown.iter().filter(|life| life.has_series()).map(|life| panel(trends, life)).collect();
    let lang = trends.view.lang;
    let named = |life: &&&Life| point(life, words::name_and_value(lang, life.area, &life.with_limits.last(lang)));
    let lines: Vec<TrendLine> = shown.iter().filter(|life| !life.has_series()).map(|life| named(&life)).collect();
    if !lines.is_empty() {
        panels.push(TrendPanel { name: words.one_period(), lines });
    }
    panels
}

fn readings(trends: &Trends, words: &LifeWords, life: &Life) -> Vec<Reading> {
    let lang = trends.view.lang;
    let behind = behind(trends, life);
    let beside = |period| {
        let known = behind.as_ref().and_then(|series| series.in_period(period));
        known.map(|known| words.england(known.value)).into_iter().collect()
    };
    let mut readings = life.over_time.readings(lang, &life.area.name, &words.measure(), beside);
    let name = words.with_limits(life.area);
    readings.extend(life.with_limits.readings(lang, &name, &words.measure(), |_| Vec::new()));
    readings
}

/// Where total life expectancy is not there over time, or at all.
fn missing(trends: &Trends, words: &LifeWords, all: &[Life]) -> Vec<String> {
    let lang = trends.view.lang;
    let (some, none): (Vec<&Life>, Vec<&Life>) = all.iter().partition(|life| life.has_any());
    let without: Vec<String> =
        some.iter().filter(|life| !life.has_series()).map(|life| words::place(lang, life.area)).collect();
    let mut said: Vec<String> = words.not_over_time(&without).into_iter().collect();
    for life in none {
        let why = life.with_limits.0.iter().find_map(|(_, estimate)| match estimate {
            Estimate::Missing(why) => Some(*why),
            Estimate::Known(_) => None,
        });
        let what = words::outcome_name(lang, Outcome::Life);
        said.extend(why.map(|why| words::no_figure(lang, what, life.area, why)));
    }
    said
}

fn sources(trends: &Trends, has_series: bool) -> Vec<Source> {
    let ids = [IndicatorId::LIFE_EXPECTANCY_ENGLAND, IndicatorId::LIFE_EXPECTANCY];
    ids.into_iter().skip(usize::from(!has_series)).filter_map(|id| trends.source(id)).collect()
}

/// A row for each place, table and period.
pub(super) fn table(trends: &Trends) -> Result<Table, FigureError> {
    let lang = trends.view.lang;
    let words = words_of(trends);
    let columns = vec![
        TableColumn::of("place", words::place_heading(lang).to_owned(), false),
        TableColumn::of("series", words.series_heading(), false),
        TableColumn::of("period", words::period_heading(lang).to_owned(), false),
        TableColumn::of("years", words::years_heading(lang, Outcome::Life), true),
        TableColumn::of("lower", words::limit_heading(lang, false).to_owned(), true),
        TableColumn::of("upper", words::limit_heading(lang, true).to_owned(), true),
    ];
    let mut all = lives(trends)?;
    let england = all.iter().find_map(|life| behind(trends, life)).zip(trends.atlas.area(Code::ENGLAND));
    if let Some((over_time, area)) = england.filter(|_| !all.iter().any(|life| life.area.code == Code::ENGLAND)) {
        all.push(Life { area, over_time, with_limits: Series(Vec::new()) });
    }
    let mut rows = Vec::new();
    for life in &all {
        for (series, has_limits) in [(&life.over_time, false), (&life.with_limits, true)] {
            for (period, estimate) in series.0.iter().filter(|(_, estimate)| has_limits || estimate.known().is_some()) {
                let mut row = vec![
                    Cell::Text(life.area.name.clone()),
                    Cell::Text(words.series(has_limits)),
                    Cell::Text(words::period(lang, *period)),
                ];
                row.extend(cells(lang, *estimate));
                let (area, chosen) = (Some(life.area.code), trends.view.areas.contains(&life.area.code));
                rows.push(Row { source: None, area, chosen, cells: row });
            }
        }
    }
    Ok(Table { caption: words.caption(), columns, rows })
}

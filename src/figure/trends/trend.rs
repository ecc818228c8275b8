//! Healthy life expectancy over time, a panel a place.

use crate::facts::Change;
use crate::figure::{Axis, Cell, Chosen, Figure, FigureError, Marks, Reading, Row, Table, TableColumn};
use crate::model::{Area, Code, Estimate, IndicatorId, Missing};
use crate::stats::Verdict;
use crate::view::Outcome;
use crate::words::{self, OverTime, TrendWords};

use super::series::{Series, cells};
use super::{IDS, NOTHING_THERE, TREND_KEYS, TrendLine, TrendLook, TrendMarks, TrendPanel, Trends};

/// The figure without its table.
pub(super) fn figure(trends: &Trends) -> Result<Figure, FigureError> {
    let words = words_of(trends)?;
    let nation = trends.nation().code;
    let (before, since) = (before_the_fall(trends, nation), since_the_fall(trends, nation));
    let found: Vec<Change> = trends.places.iter().filter_map(|area| since_the_fall(trends, area.code)).collect();
    let told = |change: &Change| change.nation.is_some_and(|nation| nation.against.verdict != Verdict::CantTell);
    let title = title(trends, &words, &found);
    let shown: Vec<&&Area> = trends.places.iter().filter(|area| !series(trends, area).known().is_empty()).collect();
    let chosen: Vec<Chosen> =
        trends.view.areas.iter().filter_map(|&code| chosen(trends, trends.atlas.area(code)?)).collect();
    Ok(Figure {
        id: IDS[0],
        alt: words.alt(&title, &in_short(trends)),
        subtitle: words.subtitle(&trends.places),
        summary: words.summary(before.as_ref(), since.as_ref(), &found),
        cautions: words.cautions(),
        reading: words.reading(trends.of, trends.places.iter().any(|area| !trends.behind(area).is_empty())),
        notes: words.notes(found.iter().any(told)),
        noise: None,
        drawn: String::new(),
        told_above: None,
        sources: trends.source(IndicatorId::HEALTHY_LIFE_EXPECTANCY).into_iter().collect(),
        coverage: words.coverage(trends.of, shown.len(), trends.places.len()),
        missing: missing(trends, &words),
        chosen,
        table: Table::default(),
        marks: Marks::Trend(TrendMarks {
            y: Axis { label: words.y_label(), prefix: String::new(), suffix: String::new() },
            one_scale: true,
            periods: trends.periods(&trends.healthy.iter().map(|one| one.period).collect::<Vec<_>>()),
            panels: shown.iter().map(|area| panel(trends, area)).collect(),
        }),
        readings: shown.iter().flat_map(|area| readings(trends, &words, area)).collect(),
        title,
    })
}

/// Named by the UK where the nations are shown, else by the places shown: by their changes where several have one.
fn title(trends: &Trends, words: &TrendWords, found: &[Change]) -> String {
    let lead = || {
        words.title(
            trends.lead,
            before_the_fall(trends, trends.lead.code).as_ref(),
            since_the_fall(trends, trends.lead.code).as_ref(),
        )
    };
    match found {
        _ if trends.of == OverTime::Nations || trends.places.len() == 1 => lead(),
        [] => words.title_without_changes(trends.places.len()),
        [one] => words.title(one.area, before_the_fall(trends, one.area.code).as_ref(), Some(one)),
        several => words.title_of_several(several),
    }
}

fn words_of(trends: &Trends) -> Result<TrendWords, FigureError> {
    let (first, latest) = trends.healthy.first().zip(trends.latest()).ok_or(NOTHING_THERE)?;
    Ok(TrendWords { lang: trends.view.lang, sex: trends.view.sex, first: first.period, latest: latest.period })
}

/// The change of an area from the first period to the last before the fall; none where it cannot be told.
pub(super) fn before_the_fall<'a>(trends: &Trends<'a>, area: Code) -> Option<Change<'a>> {
    Change::of(trends.first()?, trends.before_the_fall()?, area).ok()
}

/// The change of an area since the last period before the fall; none where it cannot be told.
pub(super) fn since_the_fall<'a>(trends: &Trends<'a>, area: Code) -> Option<Change<'a>> {
    Change::of(trends.before_the_fall()?, trends.latest()?, area).ok()
}

fn series(trends: &Trends, area: &Area) -> Series {
    Series::of(&trends.healthy, area.code)
}

fn panel(trends: &Trends, area: &Area) -> TrendPanel {
    let lang = trends.view.lang;
    // Names of more lines than two stand far from their ends; each compared place has its name in its own panel.
    let are_named = trends.of != OverTime::Compared || trends.places.len() <= 3;
    let quiet = |other: &&Area| {
        let series = series(trends, other);
        let name = if are_named { words::name_and_value(lang, other, &series.last(lang)) } else { String::new() };
        TrendLine { look: TrendLook::Quiet, name, first: String::new(), dots: series.dots() }
    };
    let mut lines: Vec<TrendLine> = trends.behind(area).iter().map(quiet).collect();
    let series = series(trends, area);
    let (name, first) = (series.last(lang), series.first(lang));
    lines.push(TrendLine { look: TrendLook::Chosen, name, first, dots: series.dots() });
    TrendPanel { name: area.name.clone(), lines }
}

fn readings(trends: &Trends, words: &TrendWords, area: &Area) -> Vec<Reading> {
    let behind: Vec<(&Area, Series)> =
        trends.behind(area).into_iter().map(|other| (other, series(trends, other))).collect();
    let beside = |period| {
        let one = |(other, series): &(&Area, Series)| {
            let known = series.in_period(period)?;
            let value = words::value_with_limits(trends.view.lang, known.value, known.limits);
            Some([&other.name, ": ", &value].concat())
        };
        behind.iter().filter_map(one).collect()
    };
    series(trends, area).readings(trends.view.lang, &area.name, &words.measure(), beside)
}

/// The chosen place with its latest figure.
fn chosen(trends: &Trends, area: &Area) -> Option<Chosen> {
    let known = trends.latest()?.estimate(area.code).known();
    let value = known.map(|known| words::value_with_limits(trends.view.lang, known.value, known.limits));
    Some(Chosen { area: area.code, name: area.name.clone(), value })
}

/// Each place with its first and last figure.
fn in_short(trends: &Trends) -> Vec<String> {
    let lang = trends.view.lang;
    let short = |area: &&Area| {
        let series = series(trends, area);
        let mut first = series.first(lang);
        // A series that begins later than the others says when.
        let begins = series.known().first().map(|(period, _)| *period);
        let late = begins.filter(|_| begins != trends.healthy.first().map(|one| one.period) && !first.is_empty());
        if let Some(period) = late {
            first = [&first, " (", &words::period(lang, period), ")"].concat();
        }
        words::from_to(lang, area, &first, &series.last(lang))
    };
    trends.places.iter().filter_map(short).collect()
}

/// Which figures are not there, and why.
fn missing(trends: &Trends, words: &TrendWords) -> Vec<String> {
    let mut said = Vec::new();
    for area in &trends.places {
        let series = series(trends, area);
        match series.known().first() {
            None => {
                let why = series.0.last().map_or(Missing::NotPublished, |(_, last)| match last {
                    Estimate::Missing(why) => *why,
                    Estimate::Known(_) => Missing::NotPublished,
                });
                let what = words::outcome_name(trends.view.lang, Outcome::Healthy);
                said.push(words::no_figure(trends.view.lang, what, area, why));
            }
            Some((first, _)) if *first > words.first => said.push(words.starts_later(area, *first)),
            Some(_) => {}
        }
    }
    said
}

/// A row for each place and period, chosen places first, then what stands behind them.
pub(super) fn table(trends: &Trends) -> Table {
    let lang = trends.view.lang;
    let mut areas: Vec<&Area> = trends.places.clone();
    for area in &trends.places {
        for other in trends.behind(area) {
            if !areas.iter().any(|shown| shown.code == other.code) {
                areas.push(other);
            }
        }
    }
    let columns = vec![
        TableColumn::of(TREND_KEYS[0], words::place_heading(lang).to_owned(), false),
        TableColumn::of(TREND_KEYS[1], words::period_heading(lang).to_owned(), false),
        TableColumn::of(TREND_KEYS[2], words::years_heading(lang, Outcome::Healthy), true),
        TableColumn::of(TREND_KEYS[3], words::limit_heading(lang, false).to_owned(), true),
        TableColumn::of(TREND_KEYS[4], words::limit_heading(lang, true).to_owned(), true),
    ];
    let mut rows = Vec::new();
    for area in areas {
        for (period, estimate) in series(trends, area).0 {
            let mut row = vec![Cell::Text(area.name.clone()), Cell::Text(words::period(lang, period))];
            row.extend(cells(lang, estimate));
            rows.push(Row {
                source: None,
                area: Some(area.code),
                chosen: trends.view.areas.contains(&area.code),
                cells: row,
            });
        }
    }
    Table { caption: words::trend_caption(lang, trends.view.sex), columns, rows }
}

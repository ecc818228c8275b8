//! Women and men of a nation or the UK over time. Of smaller areas there is no such figure: `facts::National` says why.

use crate::facts::{BetweenSexes, FIRST, National, Outcomes};
use crate::figure::{Axis, Cell, Figure, FigureError, Marks, Reading, Row, Source, Table, TableColumn};
use crate::model::{Estimate, IndicatorId, Missing, Period, Sex};
use crate::view::Outcome;
use crate::words::{self, SexesWords};

use super::series::{Series, cells};
use super::{IDS, NOTHING_THERE, TrendLine, TrendLook, TrendMarks, TrendPanel, Trends, every_period, of_years};

const BOTH: [(Sex, TrendLook); 2] = [(Sex::Female, TrendLook::Women), (Sex::Male, TrendLook::Men)];

/// An outcome of women and of men.
struct Both<'a> {
    outcomes: [Vec<Outcomes<'a>>; 2],
    nation: National<'a>,
}

impl<'a> Both<'a> {
    fn of(trends: &Trends<'a>, outcome: Outcome) -> Result<Both<'a>, FigureError> {
        let nation = National::of(trends.nation()).ok_or(NOTHING_THERE)?;
        let [women, men] = BOTH.map(|(sex, _)| every_period(trends.atlas, outcome, sex));
        Ok(Both { outcomes: [women?, men?], nation })
    }

    fn series(&self) -> [Series; 2] {
        let code = self.nation.area().code;
        [Series::of(&self.outcomes[0], code), Series::of(&self.outcomes[1], code)]
    }

    /// Women against men in one period; in the latest without one.
    fn between(&self, years: Option<(u16, u16)>) -> Option<BetweenSexes<'a>> {
        let [women, men] = &self.outcomes;
        let women = years.map_or(women.last(), |years| of_years(women, years))?;
        let men = men.iter().find(|men| men.period == women.period)?;
        BetweenSexes::of(women, men, self.nation).ok()
    }
}

/// The figure without its table.
pub(super) fn figure(trends: &Trends) -> Result<Figure, FigureError> {
    let lang = trends.view.lang;
    let (healthy, total) = (Both::of(trends, Outcome::Healthy)?, Both::of(trends, Outcome::Life)?);
    let words = words_of(trends, &healthy, &total)?;
    let title = words.title();
    let lines = |both: &Both| {
        let line = |((sex, look), series): ((Sex, TrendLook), Series)| {
            let name = words.line(sex, &series.last(lang));
            TrendLine { look, name, first: series.first(lang), dots: series.dots() }
        };
        BOTH.into_iter().zip(both.series()).map(line).collect::<Vec<_>>()
    };
    let [healthy_name, total_name] = words.panels();
    Ok(Figure {
        id: IDS[3],
        alt: words.alt(&title),
        subtitle: words.subtitle(),
        summary: words.summary(),
        cautions: words.cautions(),
        reading: words.reading(),
        notes: words.notes(),
        noise: None,
        drawn: words.drawn().to_owned(),
        told_above: None,
        sources: sources(trends),
        coverage: words.coverage(),
        missing: vec![words.no_total_over_time()],
        chosen: Vec::new(),
        table: Table::default(),
        marks: Marks::Trend(TrendMarks {
            y: Axis { label: words.y_label(), prefix: String::new(), suffix: String::new() },
            one_scale: false,
            periods: periods(trends, &[&healthy, &total]),
            panels: vec![
                TrendPanel { name: healthy_name, lines: lines(&healthy) },
                TrendPanel { name: total_name, lines: lines(&total) },
            ],
        }),
        readings: readings(trends, &words, &[(Outcome::Healthy, healthy), (Outcome::Life, total)]),
        title,
    })
}

/// What may be written below either panel.
fn periods(trends: &Trends, all: &[&Both]) -> Vec<(f64, String)> {
    let of = |both: &&Both| trends.periods(&both.outcomes[0].iter().map(|one| one.period).collect::<Vec<_>>());
    all.iter().flat_map(of).collect()
}

fn words_of<'a>(trends: &Trends<'a>, healthy: &Both<'a>, total: &Both<'a>) -> Result<SexesWords<'a>, FigureError> {
    let periods = (healthy.outcomes[0].first(), healthy.outcomes[0].last(), total.outcomes[0].last());
    let (Some(first), Some(latest), Some(lives)) = periods else { return Err(NOTHING_THERE) };
    let (before, after) = (healthy.between(Some(FIRST)), healthy.between(None));
    let change = before.as_ref().zip(after.as_ref()).and_then(|(before, after)| before.change_of_lead(after).ok());
    Ok(SexesWords {
        lang: trends.view.lang,
        area: healthy.nation.area(),
        periods: [first.period, latest.period, lives.period],
        before: before.map(|found| *found.difference()),
        after: after.map(|found| *found.difference()),
        change,
        total: total.between(None).map(|found| *found.difference()),
    })
}

fn readings(trends: &Trends, words: &SexesWords, all: &[(Outcome, Both)]) -> Vec<Reading> {
    let mut readings = Vec::new();
    for (outcome, both) in all {
        for ((sex, _), series) in BOTH.into_iter().zip(both.series()) {
            let name = words.reading_name(sex, *outcome);
            readings.extend(series.readings(trends.view.lang, &name, &words.reading_measure(*outcome), |_| Vec::new()));
        }
    }
    readings
}

fn sources(trends: &Trends) -> Vec<Source> {
    [IndicatorId::HEALTHY_LIFE_EXPECTANCY, IndicatorId::LIFE_EXPECTANCY]
        .into_iter()
        .filter_map(|id| trends.source(id))
        .collect()
}

/// A row for each measure and period.
pub(super) fn table(trends: &Trends) -> Result<Table, FigureError> {
    let lang = trends.view.lang;
    let (healthy, total) = (Both::of(trends, Outcome::Healthy)?, Both::of(trends, Outcome::Life)?);
    let words = words_of(trends, &healthy, &total)?;
    let mut columns = vec![
        TableColumn::of("series", words.series_heading(), false),
        TableColumn::of("period", words::period_heading(lang).to_owned(), false),
    ];
    let keys = [["female", "female_lower", "female_upper"], ["male", "male_lower", "male_upper"]];
    for ((sex, _), [value, lower, upper]) in BOTH.into_iter().zip(keys) {
        columns.push(TableColumn::of(value, words.column(sex), true));
        columns.push(TableColumn::of(lower, words.limit_column(sex, false), true));
        columns.push(TableColumn::of(upper, words.limit_column(sex, true), true));
    }
    let mut rows = Vec::new();
    for (outcome, both) in [(Outcome::Healthy, &healthy), (Outcome::Life, &total)] {
        let [women, men] = both.series();
        for (period, estimate) in &women.0 {
            let mut row = vec![
                Cell::Text(words::outcome_title(lang, outcome).to_owned()),
                Cell::Text(words::period(lang, *period)),
            ];
            row.extend(cells(lang, *estimate));
            row.extend(cells(lang, in_period(&men, *period)));
            rows.push(Row { source: None, area: None, chosen: false, cells: row });
        }
    }
    Ok(Table { caption: words.caption(), columns, rows })
}

fn in_period(series: &Series, period: Period) -> Estimate {
    let found = series.0.iter().find(|(other, _)| *other == period);
    found.map_or(Estimate::Missing(Missing::NotPublished), |(_, estimate)| *estimate)
}

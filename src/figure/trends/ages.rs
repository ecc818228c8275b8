//! Before and after 65: healthy life expectancy at birth and from 65 on, of a nation or the UK.

use crate::codec::TablePack;
use crate::facts::{Change, Outcomes};
use crate::figure::{Axis, Cell, Figure, FigureError, Marks, Row, Source, Table, TableColumn, not_loaded};
use crate::model::{Area, ByAge, Estimate, IndicatorId, Known, Mark, Missing};
use crate::words::{self, AgesWords};

use super::series::{Series, cells};
use super::{IDS, NOTHING_THERE, TrendLine, TrendLook, TrendMarks, TrendPanel, Trends};

/// The age that the figure looks at beside birth.
const LATER: u8 = 65;

/// The figure without its table.
pub(super) fn figure(trends: &Trends) -> Result<Figure, FigureError> {
    let lang = trends.view.lang;
    let [birth, later] = at_both(trends)?;
    let words = words_of(trends, &later)?;
    let area = trends.nation();
    let latest = latest(trends, &later);
    let [at_birth, since] =
        [trends.first(), trends.before_the_fall()].map(|from| Change::of(from?, latest?, area.code).ok());
    let title = words.title(at_birth.as_ref());
    let panel = |name: &str, series: &Series| {
        let (name, last, first) = (name.to_owned(), series.last(lang), series.first(lang));
        TrendPanel { name, lines: vec![TrendLine { look: TrendLook::Chosen, name: last, first, dots: series.dots() }] }
    };
    let names = words.panels();
    let readings = names.iter().zip([&birth, &later]);
    let readings = readings.flat_map(|(name, series)| series.readings(lang, name, &words.measure(), |_| Vec::new()));
    Ok(Figure {
        id: IDS[2],
        alt: words.alt(&title),
        subtitle: words.subtitle(),
        summary: words.summary(at_birth.as_ref(), since.as_ref()),
        cautions: words.cautions(),
        reading: words.reading(),
        notes: words.notes(),
        noise: None,
        drawn: words.drawn().to_owned(),
        told_above: None,
        sources: trends
            .source(IndicatorId::HEALTHY_LIFE_EXPECTANCY)
            .into_iter()
            .chain([Source::of_lives(words.source())])
            .collect(),
        coverage: words.coverage(),
        missing: Vec::new(),
        chosen: Vec::new(),
        table: Table::default(),
        marks: Marks::Trend(TrendMarks {
            y: Axis { label: words.y_label(), prefix: String::new(), suffix: String::new() },
            one_scale: false,
            periods: trends.periods(&birth.0.iter().map(|(period, _)| *period).collect::<Vec<_>>()),
            panels: names.iter().zip([&birth, &later]).map(|(name, series)| panel(name, series)).collect(),
        }),
        readings: readings.collect(),
        title,
    })
}

/// Healthy life expectancy at birth, with limits, and from 65 on, of which the table gives none.
fn at_both(trends: &Trends) -> Result<[Series; 2], FigureError> {
    let all = trends.atlas.tables.ages.as_deref().ok_or_else(|| not_loaded(TablePack::Gradient))?;
    let area = trends.nation().code;
    let healthy = |one: &ByAge| {
        let value = one.ages.iter().find(|from| from.first == LATER)?.healthy;
        Some((one.period, Estimate::Known(Known { value, limits: None, mark: Mark::Published })))
    };
    let later = all.iter().filter(|one| (one.area, one.sex) == (area, trends.view.sex)).filter_map(healthy);
    let later = Series(later.collect());
    let mut birth = Series::of(&trends.healthy, area);
    birth.0.retain(|(period, _)| later.in_period(*period).is_some());
    Ok([birth, later])
}

/// The latest figures at birth of a period that the table by age has too: a new release of the one may come first.
fn latest<'a, 'b>(trends: &'b Trends<'a>, later: &Series) -> Option<&'b Outcomes<'a>> {
    trends.healthy.iter().rev().find(|outcomes| later.in_period(outcomes.period).is_some())
}

fn words_of<'a>(trends: &Trends<'a>, later: &Series) -> Result<AgesWords<'a>, FigureError> {
    let area: &Area = trends.nation();
    let of = |outcomes: Option<&Outcomes>| {
        let period = outcomes?.period;
        Some((period, later.in_period(period)?.value))
    };
    let values = [of(trends.first()), of(trends.before_the_fall()), of(latest(trends, later))];
    let [Some(first), Some(before), Some(latest)] = values else { return Err(NOTHING_THERE) };
    Ok(AgesWords { lang: trends.view.lang, sex: trends.view.sex, area, first, before, latest })
}

/// A row a period.
pub(super) fn table(trends: &Trends) -> Result<Table, FigureError> {
    let lang = trends.view.lang;
    let [birth, later] = at_both(trends)?;
    let words = words_of(trends, &later)?;
    let [at_birth, at_65] = words.panels();
    let columns = vec![
        TableColumn::of("period", words::period_heading(lang).to_owned(), false),
        TableColumn::of("at_birth", words.column(&at_birth), true),
        TableColumn::of("lower", words::limit_heading(lang, false).to_owned(), true),
        TableColumn::of("upper", words::limit_heading(lang, true).to_owned(), true),
        TableColumn::of("at_65", words.column(&at_65), true),
    ];
    let mut rows = Vec::new();
    for (period, estimate) in &birth.0 {
        let mut row = vec![Cell::Text(words::period(lang, *period))];
        row.extend(cells(lang, *estimate));
        let known = later.in_period(*period);
        let number = |known: Known| Cell::Number { value: known.value, shown: words::number(lang, known.value, 1) };
        row.push(
            known.map_or_else(|| Cell::Missing(words::missing_reason(lang, Missing::NotPublished).to_owned()), number),
        );
        rows.push(Row { source: None, area: None, chosen: false, cells: row });
    }
    Ok(Table { caption: words.caption(), columns, rows })
}

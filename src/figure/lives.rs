//! Lives: of each place, years in good health, then years not in good health, up to total life expectancy.
//!
//! In the latest period in which both are published, with limits (2021–23). Years added up, not a timeline.

use crate::facts::Outcomes;
use crate::model::{Area, Atlas, Code, Estimate, IndicatorId, Known, Limits, Missing};
use crate::view::{Outcome, View};
use crate::words::{self, LivesWords, OfLife};

use super::{Cell, Figure, FigureError, Marks, Reading, Row, Source, Table, TableColumn};

/// The figure's id.
pub(super) const ID: &str = "lives";

/// The keys of the columns, in their order.
pub(super) const KEYS: [&str; 9] =
    ["place", "healthy", "healthy_lower", "healthy_upper", "unhealthy", "total", "total_lower", "total_upper", "share"];

/// The marks of a lives figure.
#[derive(Debug, Clone, PartialEq)]
pub struct LivesMarks {
    /// What the axis measures, and what it is not.
    pub label: String,
    /// One bar a place, in order. Its readings are the end of its first part, then the end of the bar.
    pub lives: Vec<LifeBar>,
}

/// One place in a lives figure; years.
#[derive(Debug, Clone, PartialEq)]
pub struct LifeBar {
    /// The place.
    pub name: String,
    /// What stands beside its name.
    pub beside: String,
    /// Years in good health: the first part.
    pub healthy: f64,
    /// Their 95% limits, where there are any.
    pub healthy_limits: Option<(f64, f64)>,
    /// Total life expectancy: the whole bar.
    pub total: f64,
    /// Its 95% limits, where there are any.
    pub total_limits: Option<(f64, f64)>,
    /// What stands in the first part and in the second, the longest first: the first that has room is written.
    pub parts: [[String; 3]; 2],
}

/// Both outcomes of one sex in the one period.
struct Data<'a> {
    healthy: Outcomes<'a>,
    total: Outcomes<'a>,
    words: LivesWords,
    /// The latest period of healthy life expectancy that is loaded.
    latest: Outcomes<'a>,
}

/// A place with both figures.
struct Life<'a> {
    area: &'a Area,
    healthy: Known,
    total: Known,
}

impl<'a> Data<'a> {
    fn of(atlas: &'a Atlas, view: &View) -> Result<Data<'a>, FigureError> {
        let of = |outcome, period| Outcomes::of(atlas, outcome, view.sex, period);
        let period = of(Outcome::Unhealthy, None)?.period;
        Ok(Data {
            healthy: of(Outcome::Healthy, Some(period))?,
            total: of(Outcome::Life, Some(period))?,
            words: LivesWords { lang: view.lang, sex: view.sex, period },
            latest: of(Outcome::Healthy, None)?,
        })
    }

    /// A place with both figures, or why it has not.
    fn life(&self, area: &'a Area) -> Result<Life<'a>, Missing> {
        match (self.healthy.estimate(area.code), self.total.estimate(area.code)) {
            (Estimate::Known(healthy), Estimate::Known(total)) => Ok(Life { area, healthy, total }),
            (Estimate::Missing(why), _) | (_, Estimate::Missing(why)) => Err(why),
        }
    }
}

impl Life<'_> {
    fn told(&self) -> OfLife<'_> {
        OfLife {
            area: self.area,
            healthy: self.healthy.value,
            healthy_limits: self.healthy.limits,
            total: self.total.value,
            total_limits: self.total.limits,
        }
    }
}

/// The figure of these places, without its table. Places that the atlas does not have are left out.
pub(super) fn lives(atlas: &Atlas, view: &View, places: &[Code]) -> Result<Figure, FigureError> {
    let data = Data::of(atlas, view)?;
    let words = &data.words;
    let (mut lives, mut missing) = (Vec::new(), Vec::new());
    for area in places.iter().filter_map(|code| atlas.area(*code)) {
        match data.life(area) {
            Ok(life) => lives.push(life),
            Err(why) => missing.push(words.missing(area, why)),
        }
    }
    let told: Vec<OfLife> = lives.iter().map(Life::told).collect();
    let sources = [IndicatorId::HEALTHY_LIFE_EXPECTANCY, IndicatorId::LIFE_EXPECTANCY];
    let source = |id: &&str| atlas.indicator(id).map(|indicator| Source::of(view.lang, indicator));
    Ok(Figure {
        id: ID,
        title: words.title(&told),
        subtitle: words.subtitle(),
        summary: words.summary(&told),
        cautions: words.cautions(),
        reading: words.reading(),
        alt: words.alt(&told),
        notes: words.notes(Some(data.latest.period)),
        noise: None,
        drawn: words.drawn().to_owned(),
        told_above: None,
        sources: sources.iter().filter_map(source).collect(),
        coverage: words.coverage(told.len(), told.len() + missing.len()),
        missing,
        chosen: Vec::new(),
        table: Table::default(),
        marks: Marks::Lives(LivesMarks {
            label: words.axis(),
            lives: told.iter().map(|one| bar(words, one)).collect(),
        }),
        readings: told.iter().flat_map(|one| readings(words, one)).collect(),
    })
}

fn bar(words: &LivesWords, life: &OfLife) -> LifeBar {
    LifeBar {
        name: life.area.name.clone(),
        beside: words.beside(life),
        healthy: life.healthy,
        healthy_limits: life.healthy_limits.map(ends),
        total: life.total,
        total_limits: life.total_limits.map(ends),
        parts: [words.in_health(life), words.not_in_health(life)],
    }
}

fn ends(limits: Limits) -> (f64, f64) {
    (limits.lower, limits.upper)
}

/// The end of the bar's first part, then the end of the bar.
fn readings(words: &LivesWords, life: &OfLife) -> [Reading; 2] {
    [words.says_healthy(life), words.says_total(life)].map(|says| Reading { area: None, says })
}

/// The table of these places, sorted as the view says.
pub(super) fn table(atlas: &Atlas, view: &View, places: &[Code]) -> Result<Table, FigureError> {
    let data = Data::of(atlas, view)?;
    let labels = [words::place_heading(view.lang).to_owned()].into_iter().chain(data.words.headings());
    let column = |(key, label)| TableColumn::of(key, label, key != KEYS[0]).at(data.healthy.period);
    let areas = places.iter().filter_map(|code| atlas.area(*code));
    let mut table = Table {
        caption: data.words.table_caption(),
        columns: KEYS.into_iter().zip(labels).map(column).collect(),
        rows: areas.map(|area| row(&data, view, area)).collect(),
    };
    if let Some(sort) = &view.sort {
        table.sort(sort);
    }
    Ok(table)
}

fn row(data: &Data, view: &View, area: &Area) -> Row {
    let words = &data.words;
    let mut cells = vec![Cell::Text(area.name.clone())];
    match data.life(area) {
        Ok(life) => {
            let life = life.told();
            let years = |value: f64| Cell::Number { value, shown: words.years(value) };
            let limit = |limit: Option<f64>| limit.map_or(Cell::Missing(words::no_limits(view.lang).to_owned()), years);
            let (healthy, total) = (life.healthy_limits, life.total_limits);
            cells.extend([
                years(life.healthy),
                limit(healthy.map(|limits| limits.lower)),
                limit(healthy.map(|limits| limits.upper)),
                years(life.unhealthy()),
                years(life.total),
                limit(total.map(|limits| limits.lower)),
                limit(total.map(|limits| limits.upper)),
                life.share().map_or(Cell::Missing(words.none().to_owned()), |value| Cell::Number {
                    value,
                    shown: words.per_cent(value),
                }),
            ]);
        }
        Err(why) => {
            let why = words::missing_reason(view.lang, why);
            cells.extend(KEYS.iter().skip(1).map(|_| Cell::Missing(why.to_owned())));
        }
    }
    Row { source: None, area: Some(area.code), chosen: view.areas.contains(&area.code), cells }
}

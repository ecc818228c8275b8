//! Trends: what has changed, and what the tables do not say of it.

mod ages;
mod groups;
mod life;
mod series;
mod sexes;
mod trend;

use crate::facts::{FIRST, LATEST_BEFORE_THE_FALL, NotLoaded, Outcomes, whole_of};
use crate::model::{Area, Atlas, Code, Nation, Period, Sex};
use crate::view::{Outcome, View};
use crate::words::{self, OverTime};

use super::{Axis, Figure, FigureError, Headline, Source, Table};

/// The figures' ids.
pub(super) const IDS: [&str; 6] = ["trend", "life", "ages", "sexes", "tenths", "fifths"];

/// The keys of the columns of all tables but those of groups.
const KEYS: [&str; 14] = [
    "place",
    "series",
    "period",
    "years",
    "lower",
    "upper",
    "at_birth",
    "at_65",
    "female",
    "female_lower",
    "female_upper",
    "male",
    "male_lower",
    "male_upper",
];

/// Whether a table of the page can be sorted by this column.
pub(super) fn is_sort_key(key: &str) -> bool {
    KEYS.contains(&key) || groups::KEYS.contains(&key)
}

/// The keys of the columns of the first figure's table.
pub(super) const TREND_KEYS: [&str; 5] = ["place", "period", "years", "lower", "upper"];

/// The marks of a figure over time: a panel a place or a measure, beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendMarks {
    /// Years, up.
    pub y: Axis,
    /// Whether all panels have one scale. Else each has its own range; in either case as many years on the same height.
    pub one_scale: bool,
    /// What may be written below: where it stands and what it says, those first that matter most.
    pub periods: Vec<(f64, String)>,
    /// The panels, in order.
    pub panels: Vec<TrendPanel>,
}

/// One place or one measure over time.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPanel {
    /// What it shows.
    pub name: String,
    /// Lines, those behind first. The figure's readings are of the dots of all that are not quiet, in order.
    pub lines: Vec<TrendLine>,
}

/// One series over time.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendLine {
    /// How it looks.
    pub look: TrendLook,
    /// What stands beside its last dot, if anything.
    pub name: String,
    /// What stands beside its first dot, if anything.
    pub first: String,
    /// Its dots, earliest first. Dots that are not a year apart are not joined.
    pub dots: Vec<TrendDot>,
}

/// How a series looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendLook {
    /// That of the place or measure that the panel is about.
    Chosen,
    /// Women, where men stand beside.
    Women,
    /// Men.
    Men,
    /// A figure of one period that belongs to no line.
    Alone,
    /// What stands behind for comparison. It has no readings.
    Quiet,
}

/// One figure of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrendDot {
    /// The first year of its period.
    pub x: f64,
    /// Years.
    pub y: f64,
    /// 95% limits, where there are any.
    pub limits: Option<(f64, f64)>,
}

/// What the figures of a view are about.
struct Trends<'a> {
    atlas: &'a Atlas,
    view: &'a View,
    /// Which places are shown.
    of: OverTime,
    /// The places shown.
    places: Vec<&'a Area>,
    /// The place that is named first: the UK where the four nations are shown, else the first of those shown.
    lead: &'a Area,
    /// Healthy life expectancy of the view's sex in every period, earliest first.
    healthy: Vec<Outcomes<'a>>,
}

/// The figures, without their tables.
pub fn figures(atlas: &Atlas, view: &View) -> Result<Vec<Figure>, FigureError> {
    let trends = Trends::of(atlas, view)?;
    let mut figures =
        vec![trend::figure(&trends)?, life::figure(&trends)?, ages::figure(&trends)?, sexes::figure(&trends)?];
    figures.extend(groups::figures(&trends)?);
    Ok(figures)
}

/// The first of the figures for one place alone, the only one chosen in the view. Whether a change since the last period
/// before the fall is told of it stands beside it.
pub(super) fn of_place(atlas: &Atlas, view: &View, area: &Area) -> Result<(Figure, bool), FigureError> {
    let trends = Trends::of(atlas, view)?;
    Ok((trend::figure(&trends)?, trend::since_the_fall(&trends, area.code).is_some()))
}

/// Its table, sorted as the view says.
pub(super) fn table_of_place(atlas: &Atlas, view: &View) -> Result<Table, FigureError> {
    Ok(sorted(trend::table(&Trends::of(atlas, view)?), view))
}

/// The first of the figures for places that are compared, each with the others behind.
pub(super) fn side_by_side(atlas: &Atlas, view: &View, places: &[Code]) -> Result<Figure, FigureError> {
    let figure = trend::figure(&Trends::of_places(atlas, view, OverTime::Compared, places)?)?;
    Ok(Figure { chosen: Vec::new(), ..figure })
}

/// Its table, sorted as the view says.
pub(super) fn side_by_side_table(atlas: &Atlas, view: &View, places: &[Code]) -> Result<Table, FigureError> {
    Ok(sorted(trend::table(&Trends::of_places(atlas, view, OverTime::Compared, places)?), view))
}

/// The table of one of the figures, sorted as the view says.
pub fn table(atlas: &Atlas, view: &View, id: &str) -> Result<Table, FigureError> {
    let trends = Trends::of(atlas, view)?;
    let [_, life, ages, sexes, tenths, fifths] = IDS;
    let table = match id {
        id if id == life => life::table(&trends)?,
        id if id == ages => ages::table(&trends)?,
        id if id == sexes => sexes::table(&trends)?,
        id if id == tenths || id == fifths => groups::table(&trends, id)?,
        _ => trend::table(&trends),
    };
    Ok(sorted(table, view))
}

fn sorted(mut table: Table, view: &View) -> Table {
    if let Some(sort) = &view.sort {
        table.sort(sort);
    }
    table
}

/// The headline of the page, on the UK's women and men.
pub fn trends_headline(atlas: &Atlas, view: &View) -> Result<Headline, FigureError> {
    let of_sex = |sex| View { areas: Vec::new(), sex, ..view.clone() };
    let views = [Sex::Female, Sex::Male].map(of_sex);
    let [women, men] = views.each_ref().map(|view| Trends::of(atlas, view));
    let [women, men] = [women?, men?];
    let since = [&women, &men].map(|trends| trend::since_the_fall(trends, Code::UK));
    let before = [&women, &men].map(|trends| trend::before_the_fall(trends, Code::UK));
    let [Some(women), Some(men)] = &since else { return Err(NOTHING_THERE) };
    Ok(Headline {
        text: words::trends_headline(view.lang, [women, men], before.each_ref().map(Option::as_ref)),
        basis: words::trends_basis(view.lang, [women, men]),
    })
}

const NOTHING_THERE: FigureError = FigureError::NothingThere("healthy life expectancy over time");

impl<'a> Trends<'a> {
    fn of(atlas: &'a Atlas, view: &'a View) -> Result<Trends<'a>, FigureError> {
        let usual = Nation::ALL.map(Nation::code);
        match view.areas.as_slice() {
            [] => Trends::of_places(atlas, view, OverTime::Nations, &usual),
            chosen => Trends::of_places(atlas, view, OverTime::Chosen, chosen),
        }
    }

    fn of_places(atlas: &'a Atlas, view: &'a View, of: OverTime, places: &[Code]) -> Result<Trends<'a>, FigureError> {
        let places: Vec<&Area> = places.iter().filter_map(|&code| atlas.area(code)).collect();
        let first = if of == OverTime::Nations { atlas.area(Code::UK) } else { places.first().copied() };
        let lead = first.ok_or(NOTHING_THERE)?;
        Ok(Trends { atlas, view, of, places, lead, healthy: every_period(atlas, Outcome::Healthy, view.sex)? })
    }

    /// The nation of the place that is named first, or that place where it is a nation or the UK.
    fn nation(&self) -> &'a Area {
        let code = self.lead.nation().map_or(Code::UK, Nation::code);
        self.atlas.area(code).unwrap_or(self.lead)
    }

    /// What stands behind a place: where places are compared, the others; else its nation, or the UK behind a nation, and
    /// its region too behind the first.
    fn behind(&self, area: &Area) -> Vec<&'a Area> {
        if self.of == OverTime::Compared {
            return self.places.iter().filter(|other| other.code != area.code).copied().collect();
        }
        let region = area.region.filter(|_| area.code == self.lead.code);
        [whole_of(area), region].into_iter().flatten().filter_map(|code| self.atlas.area(code)).collect()
    }

    /// The figures of the period that changes are told from: the first, or the last before the fall.
    fn before_the_fall(&self) -> Option<&Outcomes<'a>> {
        of_years(&self.healthy, LATEST_BEFORE_THE_FALL)
    }

    fn first(&self) -> Option<&Outcomes<'a>> {
        of_years(&self.healthy, FIRST)
    }

    fn latest(&self) -> Option<&Outcomes<'a>> {
        self.healthy.last()
    }

    fn source(&self, indicator: &str) -> Option<Source> {
        self.atlas.indicator(indicator).map(|indicator| Source::of(self.view.lang, indicator))
    }

    /// The periods that may be written below: the first, the last, then the last before the fall.
    fn periods(&self, all: &[Period]) -> Vec<(f64, String)> {
        let before = Period::years(LATEST_BEFORE_THE_FALL.0, LATEST_BEFORE_THE_FALL.1);
        let mut kept: Vec<Period> = all.first().into_iter().chain(all.last()).copied().collect();
        kept.extend(before.filter(|before| all.contains(before) && !kept.contains(before)));
        kept.dedup();
        kept.into_iter().map(|period| (at(period), words::period(self.view.lang, period))).collect()
    }
}

/// An outcome of one sex in every loaded period, earliest first.
fn every_period(atlas: &Atlas, outcome: Outcome, sex: Sex) -> Result<Vec<Outcomes<'_>>, NotLoaded> {
    let id = outcome.indicators().first().copied().unwrap_or_default();
    let all: Result<Vec<Outcomes>, NotLoaded> =
        atlas.periods(id, Some(sex)).map(|period| Outcomes::of(atlas, outcome, sex, Some(period))).collect();
    all.and_then(|all| if all.is_empty() { Err(NotLoaded(id)) } else { Ok(all) })
}

fn of_years<'a, 'b>(all: &'b [Outcomes<'a>], (first, last): (u16, u16)) -> Option<&'b Outcomes<'a>> {
    let period = Period::years(first, last)?;
    all.iter().find(|outcomes| outcomes.period == period)
}

/// Where a period stands, across.
fn at(period: Period) -> f64 {
    f64::from(period.first.year)
}

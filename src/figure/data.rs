//! The two measures of a relate figure, for every area it looks at.

use crate::model::{Area, AreaKind, Atlas, Code, ColumnKey, Estimate, Indicator, Known, Limits, Period};
use crate::view::{Lang, View};

use super::FigureError;
use super::outcome::{Outcomes, UNKNOWN};

/// The two measures of a relate figure for every area, and which areas it is about.
pub(super) struct Data<'a> {
    pub atlas: &'a Atlas,
    pub view: &'a View,
    pub lang: Lang,
    /// The circumstance.
    pub x: &'a Indicator,
    pub x_period: Period,
    pub outcomes: Outcomes,
    /// The nation, region or country looked at.
    pub scope: Code,
}

/// An area that has both figures.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub area: &'a Area,
    pub x: f64,
    pub y: f64,
    pub limits: Option<Limits>,
}

impl<'a> Data<'a> {
    /// The measures of a settled view; an error where a column they need is not loaded.
    pub fn of(atlas: &'a Atlas, view: &'a View) -> Result<Data<'a>, FigureError> {
        let x = atlas.indicator(view.x.as_str()).ok_or(FigureError::NoSuchIndicator)?;
        let x_period = atlas.periods(view.x.as_str(), None).last().ok_or(FigureError::CircumstanceNotLoaded)?;
        let outcomes = Outcomes::of(atlas, view)?;
        let scope = match (x.national_index, x.nations.as_slice(), view.within) {
            (true, [nation], Code::UK) => nation.code(),
            _ => view.within,
        };
        Ok(Data { atlas, view, lang: view.lang, x, x_period, outcomes, scope })
    }

    /// The circumstance in an area.
    pub fn x_of(&self, area: &Area) -> Estimate {
        let key = ColumnKey { indicator: self.x.id.clone(), sex: None, period: self.x_period };
        self.atlas.estimate(&key, area.code)
    }

    /// The outcome in an area.
    pub fn y_of(&self, area: &Area) -> Estimate {
        let at = self.atlas.position(area.code);
        at.and_then(|at| self.outcomes.column.get(at).copied()).unwrap_or(UNKNOWN)
    }

    /// The local areas looked at, in code order.
    pub fn local_areas(&self) -> impl Iterator<Item = &'a Area> + '_ {
        self.atlas.areas_of(AreaKind::Local).filter(|area| area.is_within(self.scope))
    }

    /// The local areas looked at that have the outcome, with it.
    pub fn with_outcome(&self) -> impl Iterator<Item = (&'a Area, Known)> + '_ {
        self.local_areas().filter_map(|area| Some((area, self.y_of(area).known()?)))
    }

    /// The chosen places, in the order chosen.
    pub fn chosen(&self) -> impl Iterator<Item = &'a Area> + '_ {
        self.view.areas.iter().filter_map(|&code| self.atlas.area(code))
    }

    /// An area with both figures.
    pub fn pair(&self, area: &'a Area) -> Option<Pair<'a>> {
        let y = self.y_of(area).known()?;
        Some(Pair { area, x: self.x_of(area).known()?.value, y: y.value, limits: y.limits })
    }

    /// The local areas that have both figures, in code order.
    pub fn pairs(&self) -> Vec<Pair<'a>> {
        self.local_areas().filter_map(|area| self.pair(area)).collect()
    }
}

/// The pairs as points.
pub(super) fn coordinates(pairs: &[Pair]) -> Vec<(f64, f64)> {
    pairs.iter().map(|pair| (pair.x, pair.y)).collect()
}

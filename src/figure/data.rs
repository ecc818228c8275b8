//! The two measures of a relate figure, for every area it looks at.

use crate::facts::Outcomes;
use crate::model::{Area, AreaKind, Atlas, Code, Column, Estimate, Indicator, Limits, Period};
use crate::view::{Lang, View};

use super::FigureError;

/// The two measures of a relate figure, and which areas it is about.
pub(super) struct Data<'a> {
    pub atlas: &'a Atlas,
    pub view: &'a View,
    pub lang: Lang,
    /// The circumstance.
    pub x: &'a Indicator,
    pub x_period: Period,
    /// The outcome.
    pub y: Outcomes<'a>,
    /// The nation, region or country looked at.
    pub scope: Code,
    /// The local areas looked at, in code order.
    pub local: Vec<Place<'a>>,
    /// The chosen places, in the order chosen.
    pub chosen: Vec<Place<'a>>,
    x_column: &'a Column,
}

/// An area with both measures, or why they are not there.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub area: &'a Area,
    /// The circumstance.
    pub x: Estimate,
    /// The outcome.
    pub y: Estimate,
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
        let (x_period, x_column) = atlas.latest(view.x.as_str(), None).ok_or(FigureError::CircumstanceNotLoaded)?;
        let y = Outcomes::of(atlas, view.y, view.sex, view.period)?;
        let scope = match (x.national_index, x.nations.as_slice(), view.within) {
            (true, [nation], Code::UK) => nation.code(),
            _ => view.within,
        };
        let mut data = Data {
            atlas,
            view,
            lang: view.lang,
            x,
            x_period,
            y,
            scope,
            local: Vec::new(),
            chosen: Vec::new(),
            x_column,
        };
        for area in &atlas.areas {
            if data.looks_at(area) {
                data.local.extend(data.place(area.code));
            }
        }
        for &code in &view.areas {
            data.chosen.extend(data.place(code));
        }
        Ok(data)
    }

    /// Whether it is one of the local areas looked at.
    pub fn looks_at(&self, area: &Area) -> bool {
        area.kind == AreaKind::Local && area.is_within(self.scope)
    }

    /// Whether the circumstance covers the area's nation.
    pub fn covers(&self, area: &Area) -> bool {
        area.nation().is_some_and(|nation| self.x.covers(nation))
    }

    /// An area with both measures.
    pub fn place(&self, code: Code) -> Option<Place<'a>> {
        let at = self.atlas.position(code)?;
        Some(Place { area: self.atlas.areas.get(at)?, x: *self.x_column.get(at)?, y: self.y.at(at) })
    }

    /// The local areas that have both figures, in code order.
    pub fn pairs(&self) -> Vec<Pair<'a>> {
        let mut pairs = Vec::new();
        for place in &self.local {
            pairs.extend(place.pair());
        }
        pairs
    }
}

impl<'a> Place<'a> {
    /// The area with both figures, if it has them.
    pub fn pair(&self) -> Option<Pair<'a>> {
        let y = self.y.known()?;
        Some(Pair { area: self.area, x: self.x.known()?.value, y: y.value, limits: y.limits })
    }
}

/// The pairs as points.
pub(super) fn coordinates(pairs: &[Pair]) -> Vec<(f64, f64)> {
    pairs.iter().map(|pair| (pair.x, pair.y)).collect()
}

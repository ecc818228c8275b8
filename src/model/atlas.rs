//! Everything that is loaded, in one place.

use crate::order;

use super::{Area, AreaKind, AreaName, Code, Estimate, Indicator, IndicatorId, Missing, Period, Sex, Tables};

/// Which column of figures: one indicator, one sex where it has any, one period.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColumnKey {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The sex, for indicators that are given by sex.
    pub sex: Option<Sex>,
    /// The period.
    pub period: Period,
}

/// One estimate for each area of the atlas, in the atlas's order of areas.
pub type Column = Vec<Estimate>;

/// Areas, indicators and the figures that are loaded.
///
/// Areas are in code order; so is every sum over areas.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Atlas {
    /// The edition the figures are of: the month it was put together, `2026-06`.
    pub edition: String,
    /// Every area, in code order.
    pub areas: Vec<Area>,
    /// Other names that areas are looked up by.
    pub names: Vec<AreaName>,
    /// Every indicator, loaded or not, in the order they are offered.
    pub indicators: Vec<Indicator>,
    /// Figures that are not one value an area.
    pub tables: Tables,
    /// In order of their keys.
    columns: Vec<(ColumnKey, Column)>,
}

impl Atlas {
    /// An atlas of these areas and indicators, without figures. Areas are put into code order.
    pub fn new(edition: String, mut areas: Vec<Area>, names: Vec<AreaName>, indicators: Vec<Indicator>) -> Atlas {
        order::sort_by_key(&mut areas, |area| area.code);
        Atlas { edition, areas, names, indicators, tables: Tables::default(), columns: Vec::new() }
    }

    /// Adds a column, or replaces it. It is cut or filled up to one estimate an area.
    pub fn insert(&mut self, key: ColumnKey, mut column: Column) {
        column.resize(self.areas.len(), Estimate::Missing(Missing::NotPublished));
        match self.find(&key) {
            Ok(at) => self.columns[at] = (key, column),
            Err(at) => self.columns.insert(at, (key, column)),
        }
    }

    /// Where a column is, or where it would belong.
    fn find(&self, key: &ColumnKey) -> Result<usize, usize> {
        self.columns.binary_search_by(|(other, _)| other.cmp(key))
    }

    /// The position of an area in every column.
    pub fn position(&self, code: Code) -> Option<usize> {
        self.areas.binary_search_by_key(&code, |area| area.code).ok()
    }

    /// The area with this code.
    pub fn area(&self, code: Code) -> Option<&Area> {
        self.position(code).and_then(|at| self.areas.get(at))
    }

    /// The area whose page has this name in its address.
    pub fn by_slug(&self, slug: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.slug == slug)
    }

    /// The areas of one kind, in code order.
    pub fn areas_of(&self, kind: AreaKind) -> impl Iterator<Item = &Area> {
        self.areas.iter().filter(move |area| area.kind == kind)
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id.as_str() == id)
    }

    /// The figures of a column, if it is loaded.
    pub fn column(&self, key: &ColumnKey) -> Option<&Column> {
        self.find(key).ok().and_then(|at| self.columns.get(at)).map(|(_, column)| column)
    }

    /// Every loaded column, in order of indicator, sex and period.
    pub fn columns(&self) -> impl Iterator<Item = (&ColumnKey, &Column)> {
        self.columns.iter().map(|(key, column)| (key, column))
    }

    /// The loaded periods of an indicator for a sex, earliest first.
    pub fn periods<'a>(&'a self, indicator: &'a str, sex: Option<Sex>) -> impl Iterator<Item = Period> + 'a {
        self.columns
            .iter()
            .map(|(key, _)| key)
            .filter(move |key| key.indicator.as_str() == indicator && key.sex == sex)
            .map(|key| key.period)
    }

    /// The latest loaded figures of an indicator for a sex, and their period.
    pub fn latest(&self, indicator: &str, sex: Option<Sex>) -> Option<(Period, &Column)> {
        let is_wanted = |key: &ColumnKey| key.indicator.as_str() == indicator && key.sex == sex;
        let (key, column) = self.columns.iter().rev().find(|(key, _)| is_wanted(key))?;
        Some((key.period, column))
    }
}

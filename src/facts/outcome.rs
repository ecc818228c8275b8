//! An outcome for every area: healthy or total life expectancy, or their difference, of one sex in one period.

use super::NoFact;
use crate::model::{Area, Atlas, Code, Column, ColumnKey, Estimate, IndicatorId, Known, Mark, Missing, Period, Sex};
use crate::stats::Measured;
use crate::view::Outcome;

/// Published outcomes and their limits are rounded to a tenth of a year.
const PUBLISHED_TO: f64 = 0.1;

/// The figures of an outcome are not loaded; the indicator that is wanting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the figures of {0} are not loaded")]
pub struct NotLoaded(pub &'static str);

/// What is measured, of whose lives, when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// The outcome.
    pub outcome: Outcome,
    /// Whose lives.
    pub sex: Sex,
    /// When.
    pub period: Period,
}

/// An outcome's figures, one an area, of one sex in one period. Whatever is compared comes from one of these, so that
/// women of one place are never tested against men, nor one period against another.
#[derive(Debug, Clone)]
pub struct Outcomes<'a> {
    /// The areas.
    pub atlas: &'a Atlas,
    /// What is measured.
    pub outcome: Outcome,
    /// Whose lives.
    pub sex: Sex,
    /// When.
    pub period: Period,
    /// The figures, in the atlas's order of areas.
    column: Column,
}

impl<'a> Outcomes<'a> {
    /// The figures of a period, or of the latest that all parts of the outcome have.
    ///
    /// # Errors
    /// [`NotLoaded`] where the atlas holds no such period.
    pub fn of(atlas: &'a Atlas, outcome: Outcome, sex: Sex, period: Option<Period>) -> Result<Outcomes<'a>, NotLoaded> {
        let parts = outcome.indicators();
        let first = parts.first().copied().unwrap_or_default();
        let mut found = None;
        for loaded in atlas.periods(first, Some(sex)) {
            if parts.iter().all(|part| column(atlas, part, sex, loaded).is_ok()) {
                found = Some(loaded);
            }
            if found == period && found.is_some() {
                break;
            }
        }
        let period = found.ok_or(NotLoaded(first))?;
        let mut figures = column(atlas, first, sex, period)?.clone();
        for part in parts.iter().skip(1) {
            for (total, healthy) in figures.iter_mut().zip(column(atlas, part, sex, period)?) {
                *total = less(*total, *healthy);
            }
        }
        Ok(Outcomes { atlas, outcome, sex, period, column: figures })
    }

    /// What they are figures of.
    pub fn measure(&self) -> Measure {
        Measure { outcome: self.outcome, sex: self.sex, period: self.period }
    }

    /// The figure of the area at this position in the atlas.
    pub fn at(&self, position: usize) -> Estimate {
        self.column.get(position).copied().unwrap_or(Estimate::Missing(Missing::NotPublished))
    }

    /// The figure of an area.
    pub fn estimate(&self, area: Code) -> Estimate {
        self.atlas.position(area).map_or(Estimate::Missing(Missing::NotPublished), |position| self.at(position))
    }

    /// The figure of an area with its standard error.
    ///
    /// # Errors
    /// [`NoFact::Missing`], [`NoFact::NoLimits`].
    pub fn measured(&self, area: Code) -> Result<Measured, NoFact> {
        measured(self.estimate(area))
    }

    /// The area of this code.
    pub(super) fn area(&self, code: Code) -> Result<&'a Area, NoFact> {
        self.atlas.area(code).ok_or(NoFact::Missing(Missing::NotPublished))
    }
}

/// A figure with its standard error.
fn measured(estimate: Estimate) -> Result<Measured, NoFact> {
    match estimate {
        Estimate::Known(known) => Measured::of(known, PUBLISHED_TO).map_err(|_| NoFact::NoLimits),
        Estimate::Missing(why) => Err(NoFact::Missing(why)),
    }
}

fn column<'a>(atlas: &'a Atlas, part: &'static str, sex: Sex, period: Period) -> Result<&'a Column, NotLoaded> {
    let indicator = IndicatorId::new(part).ok_or(NotLoaded(part))?;
    atlas.column(&ColumnKey { indicator, sex: Some(sex), period }).ok_or(NotLoaded(part))
}

/// Total less healthy life expectancy. It has no limits: the two are not independent.
fn less(life: Estimate, healthy: Estimate) -> Estimate {
    match (life, healthy) {
        (Estimate::Known(life), Estimate::Known(healthy)) => {
            Estimate::Known(Known { value: life.value - healthy.value, limits: None, mark: Mark::Computed })
        }
        (Estimate::Missing(why), _) | (_, Estimate::Missing(why)) => Estimate::Missing(why),
    }
}

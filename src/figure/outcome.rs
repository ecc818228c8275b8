//! The outcome that a view looks at, for every area: healthy or total life expectancy, or their difference.

use crate::model::{Atlas, Column, ColumnKey, Estimate, IndicatorId, Known, Mark, Period};
use crate::view::View;

use super::FigureError;

/// An outcome's figures, one an area, in the atlas's order.
pub(super) struct Outcomes {
    /// The period they are for.
    pub period: Period,
    /// The figures.
    pub column: Column,
}

impl Outcomes {
    /// The figures of the view's outcome in its period, or the latest that all parts of the outcome have.
    pub fn of(atlas: &Atlas, view: &View) -> Result<Outcomes, FigureError> {
        let parts = view.y.indicators();
        let first = parts.first().copied().unwrap_or_default();
        let mut found = None;
        for period in atlas.periods(first, Some(view.sex)) {
            if parts.iter().all(|part| column(atlas, view, part, period).is_ok()) {
                found = Some(period);
            }
            if found == view.period && found.is_some() {
                break;
            }
        }
        let period = found.ok_or(FigureError::NotLoaded(first))?;
        let mut figures = column(atlas, view, first, period)?.clone();
        for part in parts.iter().skip(1) {
            for (total, healthy) in figures.iter_mut().zip(column(atlas, view, part, period)?) {
                *total = less(*total, *healthy);
            }
        }
        Ok(Outcomes { period, column: figures })
    }
}

fn column<'a>(atlas: &'a Atlas, view: &View, part: &'static str, period: Period) -> Result<&'a Column, FigureError> {
    let indicator = IndicatorId::new(part).ok_or(FigureError::NotLoaded(part))?;
    atlas.column(&ColumnKey { indicator, sex: Some(view.sex), period }).ok_or(FigureError::NotLoaded(part))
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

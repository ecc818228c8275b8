//! The outcome that a view looks at, for every area: healthy or total life expectancy, or their difference.

use crate::model::{Atlas, Column, ColumnKey, Estimate, IndicatorId, Known, Mark, Missing, Period};
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
        let shared =
            |period: &Period| parts.iter().all(|part| atlas.periods(part, Some(view.sex)).any(|p| p == *period));
        let first = parts.first().copied().unwrap_or_default();
        let periods: Vec<Period> = atlas.periods(first, Some(view.sex)).filter(shared).collect();
        let asked = view.period.filter(|period| periods.contains(period));
        let period = asked.or(periods.last().copied()).ok_or(FigureError::NotLoaded(first))?;
        let columns = parts.iter().map(|part| column(atlas, view, part, period)).collect::<Result<Vec<_>, _>>()?;
        let column = match columns.as_slice() {
            [life, healthy] => life.iter().zip(healthy.iter()).map(|(&life, &healthy)| less(life, healthy)).collect(),
            [only, ..] => (*only).clone(),
            [] => Column::new(),
        };
        Ok(Outcomes { period, column })
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

/// The value that stands for an area that has none in a column.
pub(super) const UNKNOWN: Estimate = Estimate::Missing(Missing::NotPublished);

//! The figures of one area over time, as dots, readings and rows.

use crate::facts::Outcomes;
use crate::figure::{Cell, Reading};
use crate::model::{Atlas, Code, ColumnKey, Estimate, IndicatorId, Known, Period, Sex};
use crate::view::Lang;
use crate::words;

use super::{TrendDot, at};

/// The figures of one area, earliest first, with the reason where there is none.
pub(super) struct Series(pub Vec<(Period, Estimate)>);

impl Series {
    /// An outcome's figures.
    pub fn of(all: &[Outcomes], area: Code) -> Series {
        Series(all.iter().map(|outcomes| (outcomes.period, outcomes.estimate(area))).collect())
    }

    /// Total life expectancy over time: none but for England and its areas without districts, and without limits.
    pub fn of_england(atlas: &Atlas, sex: Sex, area: Code) -> Series {
        let id = IndicatorId::LIFE_EXPECTANCY_ENGLAND;
        let (Some(indicator), Some(position)) = (IndicatorId::new(id), atlas.position(area)) else {
            return Series(Vec::new());
        };
        let estimate = |period| {
            let column = atlas.column(&ColumnKey { indicator: indicator.clone(), sex: Some(sex), period })?;
            Some((period, *column.get(position)?))
        };
        Series(atlas.periods(id, Some(sex)).filter_map(estimate).collect())
    }

    /// The periods that have a figure.
    pub fn known(&self) -> Vec<(Period, Known)> {
        self.0.iter().filter_map(|(period, estimate)| Some((*period, estimate.known()?))).collect()
    }

    /// The figure of a period.
    pub fn in_period(&self, period: Period) -> Option<Known> {
        self.0.iter().find(|(other, _)| *other == period)?.1.known()
    }

    /// A dot for each figure.
    pub fn dots(&self) -> Vec<TrendDot> {
        let limits = |known: Known| known.limits.map(|limits| (limits.lower, limits.upper));
        let dot =
            |&(period, known): &(Period, Known)| TrendDot { x: at(period), y: known.value, limits: limits(known) };
        self.known().iter().map(dot).collect()
    }

    /// The last figure as it is written.
    pub fn last(&self, lang: Lang) -> String {
        self.known().last().map(|(_, known)| words::number(lang, known.value, 1)).unwrap_or_default()
    }

    /// The first figure as it is written; nothing where it is the last too.
    pub fn first(&self, lang: Lang) -> String {
        let known = self.known();
        let first = known.first().filter(|_| known.len() > 1);
        first.map(|(_, known)| words::number(lang, known.value, 1)).unwrap_or_default()
    }

    /// A reading for each figure: its name, the figure, and what stands beside it.
    pub fn readings(&self, lang: Lang, name: &str, what: &str, beside: impl Fn(Period) -> Vec<String>) -> Vec<Reading> {
        let reading = |(period, known): (Period, Known)| {
            let value = words::value_with_limits(lang, known.value, known.limits);
            let mut says = vec![words::trend_reading(lang, name, period), [what, ": ", &value].concat()];
            says.extend(beside(period));
            Reading { area: None, says }
        };
        self.known().into_iter().map(reading).collect()
    }
}

/// A figure with its limits, in three cells.
pub(super) fn cells(lang: Lang, estimate: Estimate) -> [Cell; 3] {
    let number = |value: f64| Cell::Number { value, shown: words::number(lang, value, 1) };
    let missing = |why: &str| Cell::Missing(why.to_owned());
    match estimate {
        Estimate::Known(Known { value, limits: Some(limits), .. }) => {
            [number(value), number(limits.lower), number(limits.upper)]
        }
        Estimate::Known(Known { value, limits: None, .. }) => {
            [number(value), missing(words::no_limits(lang)), missing(words::no_limits(lang))]
        }
        Estimate::Missing(why) => [0; 3].map(|_| missing(words::missing_reason(lang, why))),
    }
}

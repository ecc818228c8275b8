//! Where a place may stand in a list.

use super::{Measure, NoFact, Outcomes};
use crate::model::{Area, AreaKind, Code};
use crate::stats::{self, RankInterval};

/// Where a local area may stand among those of a nation, a region or the UK, counted from the lowest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked<'a> {
    measure: Measure,
    area: &'a Area,
    scope: &'a Area,
    interval: RankInterval,
}

impl<'a> Ranked<'a> {
    /// The place's rank interval among the local areas of a scope that have a figure with limits.
    ///
    /// # Errors
    /// [`NoFact::NotLocal`], or that a figure or its limits are missing.
    pub fn of(outcomes: &Outcomes<'a>, area: Code, scope: Code) -> Result<Ranked<'a>, NoFact> {
        let (area, scope) = (outcomes.area(area)?, outcomes.area(scope)?);
        if area.kind != AreaKind::Local || !area.is_within(scope.code) {
            return Err(NoFact::NotLocal);
        }
        outcomes.measured(area.code)?;
        let (mut listed, mut at) = (Vec::new(), 0);
        for other in outcomes.atlas.areas_of(AreaKind::Local).filter(|other| other.is_within(scope.code)) {
            if other.code == area.code {
                at = listed.len();
            }
            listed.extend(outcomes.measured(other.code));
        }
        let interval = stats::rank_interval(&listed, at).and_then(Result::ok).ok_or(NoFact::NoAnswer)?;
        Ok(Ranked { measure: outcomes.measure(), area, scope, interval })
    }

    /// What it is ranked by.
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// The place.
    pub fn area(&self) -> &'a Area {
        self.area
    }

    /// The nation, region or country whose local areas are in the list.
    pub fn scope(&self) -> &'a Area {
        self.scope
    }

    /// How far its rank can be told.
    pub fn interval(&self) -> RankInterval {
        self.interval
    }
}

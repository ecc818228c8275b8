//! Which packs a view needs before it can be drawn.

use super::{Outcome, View};
use crate::codec::{Manifest, PackId};
use crate::model::{ColumnKey, Period};

impl View {
    /// The packs that hold what the first pack does not: none for the default view.
    pub fn needs(&self, manifest: &Manifest) -> Vec<PackId> {
        let period = self.period.or_else(|| self.latest(manifest));
        let parts = self.y.indicators().iter().map(|part| (*part, Some(self.sex), period));
        let circumstance = (self.x.as_str(), None, manifest.latest(self.x.as_str(), None));
        parts
            .chain([circumstance])
            .filter_map(|(indicator, sex, period)| {
                let pack = manifest.pack(indicator)?;
                let key = ColumnKey { indicator: pack.id.clone(), sex, period: period? };
                (!manifest.is_in_first(&key)).then(|| pack.id.clone())
            })
            .collect()
    }

    /// The latest period that all parts of the outcome have.
    pub fn latest(&self, manifest: &Manifest) -> Option<Period> {
        self.periods(manifest).last().copied()
    }

    /// The periods that all parts of the outcome have, earliest first.
    pub fn periods(&self, manifest: &Manifest) -> Vec<Period> {
        periods_of(self.y, self, manifest)
    }
}

fn periods_of(outcome: Outcome, view: &View, manifest: &Manifest) -> Vec<Period> {
    let [first, rest @ ..] = outcome.indicators() else { return Vec::new() };
    let has = |part: &str, period| manifest.periods(part, Some(view.sex)).any(|other| other == period);
    let all = manifest.periods(first, Some(view.sex));
    all.filter(|&period| rest.iter().all(|part| has(part, period))).collect()
}

//! A view held against what there is: what it names and the data do not have falls back, and is reported.

use crate::codec::Manifest;
use crate::model::{AreaKind, Atlas, Code, Indicator, IndicatorId};
use crate::view::{BadValue, View};

/// The view with only what the atlas has, and what had to be dropped for that.
pub fn settle(view: &View, atlas: &Atlas, manifest: &Manifest) -> (View, Vec<BadValue>) {
    let mut settled = view.clone();
    let mut bad = Vec::new();
    settled.areas.retain(|&code| atlas.area(code).is_some());
    bad.extend(dropped_areas(view, &settled));
    if atlas.indicator(view.x.as_str()).is_none_or(Indicator::is_outcome) {
        bad.push(BadValue::new("x", view.x.as_str()));
        settled.x = IndicatorId::default_circumstance();
    }
    if !is_scope(atlas, view.within) {
        bad.push(BadValue::new("within", &view.within.to_string()));
        settled.within = Code::UK;
    }
    if let Some(edition) = view.data.as_ref().filter(|edition| **edition != atlas.edition) {
        bad.push(BadValue::new("data", edition));
        settled.data = None;
    }
    if let Some(period) = view.period.filter(|period| !settled.periods(manifest).contains(period)) {
        bad.push(BadValue::new("period", &period.to_string()));
        settled.period = None;
    }
    (settled, bad)
}

fn dropped_areas(view: &View, settled: &View) -> Option<BadValue> {
    let dropped: Vec<String> =
        view.areas.iter().filter(|code| !settled.areas.contains(code)).map(Code::to_string).collect();
    (!dropped.is_empty()).then(|| BadValue::new("areas", &dropped.join(",")))
}

/// Whether a picture may be cut down to this area: the UK, a nation or a region.
fn is_scope(atlas: &Atlas, code: Code) -> bool {
    atlas.area(code).is_some_and(|area| matches!(area.kind, AreaKind::Uk | AreaKind::Nation | AreaKind::Region))
}

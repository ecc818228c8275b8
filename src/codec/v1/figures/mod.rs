//! The columns of figures of one indicator.
//!
//! Every number is scaled to a whole one. A value is written as its difference from the area's value in the
//! column before, or from the middle of its own column where the area had none; the distance down to the lower
//! limit as its difference from the area's last such distance; the distance up to the upper limit as its
//! difference from the distance down. Numbers of one sort stand together, from all columns. What sort of
//! estimate an area has is written as runs of equal classes, going on from column to column. Areas of nations
//! which the indicator does not cover are not written at all.
//!
//! In order: the indicator's id; what else is to be known of it; the decimals, ten to whose power whole numbers are divided by; the columns; the
//! middle value of each column; lists of classes, of lengths of runs, of values, of distances to lower limits and
//! of the further distances to upper limits.
//!
//! Measured on the real tables: differences from the column before save a quarter over plain values, those of
//! limits a sixth; choosing plain or difference column by column saves nothing worth its code.

mod decode;
mod encode;

pub(super) use decode::decode;
pub(super) use encode::encode;

use crate::model::{About, Atlas, Column, ColumnKey, Indicator, IndicatorId};

/// All columns of one indicator that a pack holds, and what else is to be known of it.
pub(in crate::codec) struct Figures {
    indicator: IndicatorId,
    about: About,
    /// The columns, in the atlas's order.
    pub columns: Vec<(ColumnKey, Column)>,
}

impl Figures {
    /// Puts them into the atlas that they were read for.
    pub fn put_into(self, atlas: &mut Atlas) {
        if let Some(indicator) = atlas.indicators.iter_mut().find(|indicator| indicator.id == self.indicator) {
            indicator.about = self.about;
        }
        for (key, column) in self.columns {
            atlas.insert(key, column);
        }
    }
}

/// Classes below this are reasons why there is no estimate; from here they are this + 2 × mark + whether there are
/// limits.
const KNOWN: usize = 16;

/// What numbers of an area in one column are written relative to, from the columns before.
#[derive(Clone, Copy, Default)]
struct Before {
    value: Option<i64>,
    below: i64,
}

/// Whether an indicator covers each area, in the atlas's order.
fn covered(atlas: &Atlas, indicator: &Indicator) -> Vec<bool> {
    let covers = |nation| indicator.covers(nation);
    atlas.areas.iter().map(|area| area.nation().is_none_or(covers)).collect()
}

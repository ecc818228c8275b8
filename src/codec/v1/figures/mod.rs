//! The columns of figures of one indicator.
//!
//! Every number is scaled to a whole one. A value is written as its difference from the area's value in the
//! column before, or from the middle of its own column where the area had none; the distance down to the lower
//! limit as its difference from the area's last such distance; the distance up to the upper limit as its
//! difference from the distance down. Numbers of one sort stand together, from all columns. What sort of
//! estimate an area has is written as runs of equal classes. Areas of nations which the indicator does not cover
//! are not written at all.
//!
//! Measured on the real tables: differences from the column before save a quarter over plain values, those of
//! limits a sixth; sorting areas otherwise, or choosing column by column, saves nothing worth its code.

mod decode;
mod encode;

pub(super) use decode::decode;
pub(super) use encode::encode;

use serde::{Deserialize, Serialize};

use super::columns::Columns;
use crate::model::{Atlas, Indicator};

/// All columns of one indicator that a pack holds.
#[derive(Serialize, Deserialize)]
pub(super) struct Figures {
    indicator: String,
    /// Whole numbers are divided by ten to this power.
    decimals: i64,
    columns: Columns,
    /// What sort of estimate a run of areas has: below [`KNOWN`] the reason why there is none.
    classes: Vec<i64>,
    /// How many areas each run has; runs go on from column to column.
    runs: Vec<i64>,
    /// The middle value of each column.
    middles: Vec<i64>,
    values: Vec<i64>,
    below: Vec<i64>,
    skew: Vec<i64>,
}

/// The class of the first sort of known estimate; classes from here are this + 2 × mark + whether it has limits.
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

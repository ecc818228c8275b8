//! Trap: some areas stand twice for one period, under two codes (Barnsley, Sheffield, North Yorkshire, Somerset) or
//! under two kinds of geography (combined authorities that are also territorial levels).
//!
//! They must agree: the import stops where the values differ. In the obesity table the values agree but limits of North
//! Yorkshire and Somerset were drawn twice at random: there the row under the code of December 2024 is kept,
//! as long as limits differ by less than a tenth of the distance between them.

use healthy_years::model::{Estimate, Known, Limits};

use crate::import::collected::Found;

/// The one of two figures to keep; none if they disagree.
pub(crate) fn keep_one(first: Found, second: Found) -> Option<Found> {
    if !agree(first.estimate, second.estimate) {
        return None;
    }
    Some(if second.written == second.area && first.written != first.area { second } else { first })
}

fn agree(a: Estimate, b: Estimate) -> bool {
    match (a, b) {
        (Estimate::Known(a), Estimate::Known(b)) => a.value == b.value && limits_agree(a, b),
        _ => a == b,
    }
}

fn limits_agree(a: Known, b: Known) -> bool {
    match (a.limits, b.limits) {
        (Some(a), Some(b)) => near(a, b),
        (a, b) => a == b,
    }
}

fn near(a: Limits, b: Limits) -> bool {
    let tolerance = (a.upper - a.lower) / 10.0;
    a == b || ((a.lower - b.lower).abs() < tolerance && (a.upper - b.upper).abs() < tolerance)
}

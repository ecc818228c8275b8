//! What to look at instead of an index that counts ill health.

use crate::model::IndicatorId;
use crate::stats;
use crate::view::View;
use crate::words;

use super::data::{Data, coordinates};

/// A circumstance to look at instead, with the r of the same places.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The circumstance.
    pub x: IndicatorId,
    /// Its name, r and the interval of r.
    pub says: String,
}

/// What is offered, in order; nothing where the circumstance counts no ill health.
pub(super) fn of(data: &Data) -> Vec<Offer> {
    let mut offers = Vec::new();
    for id in data.view.offers() {
        offers.extend(IndicatorId::new(id).and_then(|x| offer(data, x)));
    }
    offers
}

fn offer(data: &Data, x: IndicatorId) -> Option<Offer> {
    let view = View { x: x.clone(), ..data.view.clone() };
    let other = Data::of(data.atlas, &view).ok()?;
    let pearson = stats::pearson(&coordinates(&other.pairs())).ok()?;
    let says = words::offer(data.lang, other.x, other.x_period, pearson.r, pearson.interval);
    Some(Offer { x, says })
}

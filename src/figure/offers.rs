//! What to look at instead of an index that counts ill health.

use crate::model::{Atlas, IndicatorId};
use crate::view::View;
use crate::words;

use super::data::Data;
use super::relation::Relation;

/// A circumstance to look at instead, with the r of the same places.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The circumstance.
    pub x: IndicatorId,
    /// Its name, and r where there are enough places for one.
    pub says: String,
}

/// What is offered in a settled view, in order; nothing where the circumstance counts no ill health.
pub fn offers(atlas: &Atlas, view: &View) -> Vec<Offer> {
    let mut offers = Vec::new();
    for id in view.offers() {
        offers.extend(IndicatorId::new(id).and_then(|x| offer(atlas, View { x, ..view.clone() })));
    }
    offers
}

fn offer(atlas: &Atlas, view: View) -> Option<Offer> {
    let other = Data::of(atlas, &view).ok()?;
    let pairs = other.pairs();
    // Under 20 areas there is no relation, and no r to tell.
    let strength = Relation::of(&pairs).map(|relation| relation.strength);
    let says = words::offer(view.lang, other.x, other.x_period, pairs.len(), strength.as_ref());
    Some(Offer { x: view.x.clone(), says })
}

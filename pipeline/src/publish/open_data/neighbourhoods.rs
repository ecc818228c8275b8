//! How a local area's neighbourhoods are spread over the tenths of its nation.

use std::collections::BTreeMap;

use healthy_years::model::{Atlas, Code, Neighbourhoods};
use serde::Serialize;

use super::area::{Place, place};
use super::gradient::IndexName;
use crate::publish::Context;

/// `neighbourhoods` of an area, or why there is nothing.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum NeighbourhoodShares<'a> {
    /// A local area.
    There {
        index: IndexName,
        nation: Option<Place<'a>>,
        /// How many neighbourhoods the area has.
        count: usize,
        /// The share of them in each tenth of the nation's, the most deprived first, from 0 to 1.
        shares: [f64; 10],
        /// Every neighbourhood.
        csv: String,
    },
    /// A region, combined authority, nation or the UK.
    None {
        /// In words.
        reason: &'static str,
    },
}

/// The neighbourhoods of every local area.
pub(super) fn all(context: &Context) -> BTreeMap<Code, Neighbourhoods> {
    context.tables.neighbourhoods_by_area().into_iter().map(|one| (one.area, one)).collect()
}

impl NeighbourhoodShares<'_> {
    pub fn of<'a>(atlas: &'a Atlas, neighbourhoods: Option<&Neighbourhoods>) -> NeighbourhoodShares<'a> {
        let Some(all) = neighbourhoods else {
            return NeighbourhoodShares::None { reason: "Neighbourhoods are counted for local areas only." };
        };
        NeighbourhoodShares::There {
            index: IndexName::of(all.index),
            nation: place(atlas, all.index.nation.code()),
            count: all.places.len(),
            shares: all.tenths(),
            csv: format!("/api/v1/neighbourhoods/{}.csv", all.area),
        }
    }
}

//! A local area's neighbourhoods: how they are spread over the tenths of its nation, and each of them.

use std::collections::BTreeMap;

use healthy_years::model::{Atlas, Code, Listed, Nation, Neighbourhoods, Standing};
use serde::Serialize;

use super::area::{Place, place};
use super::gradient::IndexName;
use super::standing;
use crate::publish::Context;
use crate::tables::neighbourhoods::index;
use crate::tables::{NeighbourhoodRow, Tables, index_of, scores};

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
            index: IndexName::of(atlas, all.index),
            nation: place(atlas, all.index.nation.code()),
            count: all.places.len(),
            shares: all.tenths(),
            csv: format!("/api/v1/neighbourhoods/{}.csv", all.area),
        }
    }
}

/// The rows of every local area, in code order.
pub(super) fn by_area(tables: &Tables) -> BTreeMap<Code, (Nation, Vec<&NeighbourhoodRow>)> {
    let mut areas: BTreeMap<Code, (Nation, Vec<&NeighbourhoodRow>)> = BTreeMap::new();
    for nation in &tables.neighbourhoods {
        for row in &nation.rows {
            areas.entry(row.area).or_insert_with(|| (nation.index.nation, Vec::new())).1.push(row);
        }
    }
    areas
}

/// `neighbourhoods/<code>.csv`. What the scores are: `data/README.md`.
pub(super) fn csv(atlas: &Atlas, nation: Nation, rows: &[&NeighbourhoodRow]) -> Result<Vec<u8>, csv::Error> {
    let names = scores(nation).iter().map(|(name, _)| *name);
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(["code", "rank", "tenth"].into_iter().chain(names).chain(["source", "standing"]))?;
    let standing = standing::of_index(atlas, index(nation)).unwrap_or_else(|| Standing::Official.id());
    for row in rows {
        let first = [row.code.clone(), row.rank.to_string(), row.tenth.to_string()];
        let scores = row.scores.iter().map(f64::to_string);
        table.write_record(
            first.into_iter().chain(scores).chain([index_of(nation).0.to_owned(), standing.to_owned()]),
        )?;
    }
    table.into_inner().map_err(|error| error.into_error().into())
}

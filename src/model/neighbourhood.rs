//! Neighbourhoods: the small areas that a nation's index of deprivation ranks.
//!
//! England's and Wales's are Lower-layer Super Output Areas, Scotland's Data Zones, Northern Ireland's Super Output
//! Areas. A rank or a tenth says something within its nation only.

use super::{Code, DeprivationIndex};

/// The neighbourhoods of a local area.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbourhoods {
    /// The local area.
    pub area: Code,
    /// The index that ranks them.
    pub index: DeprivationIndex,
    /// How many neighbourhoods the nation has.
    pub of: u32,
    /// The area's own, in order of rank.
    pub places: Vec<Neighbourhood>,
}

/// A neighbourhood on its nation's index.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbourhood {
    /// From 1, the most deprived of the nation. No two of a nation have one rank.
    pub rank: u32,
    /// From 1, the most deprived tenth of the nation's neighbourhoods, to 10.
    pub tenth: u8,
    /// Only where they are shares of people: in England.
    pub shares: Option<Shares>,
}

/// Two parts of England's index, which are shares of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    /// People on a low income, in per cent.
    pub income: f64,
    /// People of working age kept out of work, in per cent.
    pub employment: f64,
}

/// All neighbourhoods of one local area of England, as points of a picture of all of England.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaPoints {
    /// The local area.
    pub area: Code,
    /// Its neighbourhoods by tenth, then by income, then by employment.
    pub points: Vec<Point>,
}

/// A neighbourhood of England.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From 1, the most deprived tenth, to 10.
    pub tenth: u8,
    /// Income and employment.
    pub shares: Shares,
}

impl Neighbourhoods {
    /// The share of the area's neighbourhoods in each tenth, the most deprived first, from 0 to 1. They add up to 1
    /// unless there are no neighbourhoods.
    pub fn tenths(&self) -> [f64; 10] {
        let mut shares = [0.0; 10];
        for (tenth, share) in (1..).zip(&mut shares) {
            let there = self.places.iter().filter(|place| place.tenth == tenth).count();
            *share = there as f64 / self.places.len().max(1) as f64;
        }
        shares
    }
}

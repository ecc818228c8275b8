//! Areas, indicators, periods, estimates, and the [`Atlas`] that holds them; the [`borders`] of areas.
//!
//! Knows nothing of files, browsers or pixels.

mod age;
mod alike;
mod area;
mod atlas;
pub mod borders;
mod code;
mod constituency;
mod district;
mod estimate;
mod gradient;
mod hexagons;
mod indicator;
pub(crate) mod listed;
mod loaded;
mod neighbourhood;
mod period;
#[cfg(test)]
pub(crate) mod plain;
mod profile;
pub mod rings;
mod sex;
mod strength;
mod way;

pub use age::{ByAge, FromAge};
pub use alike::Alike;
pub use area::{Area, AreaKind, AreaName, NameKind, Nation};
pub use atlas::{Atlas, Column, ColumnKey};
pub use code::{BadCode, Code};
pub use constituency::Constituency;
pub use district::{District, Districts};
pub use estimate::{Estimate, Known, Limits, Mark, Missing};
pub use gradient::{DeprivationIndex, Gradient};
pub use hexagons::{BadHexagons, Hexagon, HexagonMap};
pub use indicator::{About, Direction, Indicator, IndicatorId, Sector, Standing, Unit};
pub use listed::{Listed, NotListed};
pub use loaded::Tables;
pub use neighbourhood::{AreaPoints, Neighbourhood, Neighbourhoods, Point, Shares};
pub use period::{BadPeriod, Date, Period};
pub use profile::{InProfile, Profile, Spread, Unusual};
pub use sex::Sex;
pub use strength::{Correlation, Strength, Strengths, place_of};
pub use way::Way;

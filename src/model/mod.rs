//! Areas, indicators, periods, estimates, and the [`Atlas`] that holds them; the [`borders`] of areas.
//!
//! Knows nothing of files, browsers or pixels.

mod area;
mod atlas;
pub mod borders;
mod code;
mod estimate;
mod indicator;
pub(crate) mod listed;
mod period;
mod sex;

pub use area::{Area, AreaKind, AreaName, NameKind, Nation};
pub use atlas::{Atlas, Column, ColumnKey};
pub use code::{BadCode, Code};
pub use estimate::{Estimate, Known, Limits, Mark, Missing};
pub use indicator::{About, Direction, Indicator, IndicatorId, Sector, Standing, Unit};
pub use listed::{Listed, NotListed};
pub use period::{BadPeriod, Date, Period};
pub use sex::Sex;

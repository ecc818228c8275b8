//! Headings of tables.

use crate::view::Lang;

/// The heading over places.
pub fn place_heading(_: Lang) -> &'static str {
    "Place"
}

/// The heading over regions of England and the other nations.
pub fn region_heading(_: Lang) -> &'static str {
    "Region or nation"
}

/// The heading over 95% confidence limits.
pub fn limit_heading(_: Lang, upper: bool) -> &'static str {
    if upper { "Upper 95% limit" } else { "Lower 95% limit" }
}

/// In a cell where a limit would stand.
pub fn no_limits(_: Lang) -> &'static str {
    "no limits given"
}

//! The traps of the publishers' tables, one module each. `data/README.md` tells them in words.
//!
//! Two more are dealt with where they bite: byte order marks and the order of columns in [`crate::sheet`],
//! and a ratio labelled as a percentage in `indicators.toml`, whose `published_unit` is the label that must stand in
//! the file while `unit` is what it is.

pub(super) mod added_up;
pub(super) mod basis;
pub(super) mod combined;
pub(super) mod crosswalk;
pub(super) mod divided;
pub(super) mod ended_district;
pub(super) mod filled_years;
pub(super) mod other_survey;
pub(super) mod per_cent;
pub(super) mod place;
pub(super) mod published_period;
pub(super) mod ratio;
pub(super) mod short_period;
pub(super) mod status;
pub(super) mod too_few_people;
pub(super) mod two_codes;
pub(super) mod written_as_decimal;

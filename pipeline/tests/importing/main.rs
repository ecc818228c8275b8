//! Import, tables and check on the small tables in `tests/fixtures`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop at what they did not expect")]

mod area_tables;
mod borders;
mod changes;
mod complaints;
mod geography;
mod hostile;
mod other_tables;
mod support;
mod tables;
mod traps;

//! Import, tables and check on the small tables in `tests/fixtures`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop at what they did not expect")]

mod complaints;
mod other_tables;
mod support;
mod tables;
mod traps;

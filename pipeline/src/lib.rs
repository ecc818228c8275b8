//! Imports published tables into `data/`, checks them, and publishes the site. Native only.

pub mod check;
pub mod coverage;
pub mod hexagons;
pub mod import;
pub mod publish;
pub mod sheet;
pub mod tables;

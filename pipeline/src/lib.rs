//! Imports published tables into `data/`, lays areas out as hexagons, checks them, and publishes the site. Native only.

pub mod check;
pub mod coverage;
pub mod hexagons;
pub mod import;
pub mod publish;
pub mod sheet;
pub mod tables;

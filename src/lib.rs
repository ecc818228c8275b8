//! Healthy Years: how circumstances and years in good health go together, for every part of the UK.
//!
//! The rooms, bottom first; a room may use those above it in this list, never those below it.
//! See `ARCHITECTURE.md` for the one way through them.

mod order;

pub mod model;

pub mod stats;

pub mod codec;

pub mod view;

pub mod facts;

pub mod search;

pub mod words;

pub mod figure;

pub mod chart;

pub mod paint;

pub mod export;

#[cfg(target_arch = "wasm32")]
pub mod ui;

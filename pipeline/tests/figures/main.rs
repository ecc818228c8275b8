//! Every view's figures on the whole of the real data.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod circumstances;
mod compare;
mod england;
mod every_place;
mod explore;
mod golden;
mod gradient;
mod map;
mod pictures;
mod tall;
mod trends;
mod wording;

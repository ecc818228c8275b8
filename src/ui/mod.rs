//! The app in the browser: components that show a [`Figure`](crate::figure::Figure) and change the address.
//!
//! State flows one way: the address owns it, a component asks for a new view, the figure follows.

mod app;
mod area;
mod chart;
mod chosen;
mod circumstances;
mod code;
mod compare;
mod controls;
mod dom;
mod explore;
mod fetch;
mod figure;
mod findings;
mod gradient;
mod late;
mod map;
mod navigation;
mod page;
mod problem;
mod reading;
mod search;
mod share;
mod state;
mod table;
mod trends;
mod view;
mod zoom;

pub use page::start;

//! Puts a scene on canvas or into SVG text, in colours that it alone knows. Never knows what is drawn.

#[cfg(target_arch = "wasm32")]
pub mod canvas;
#[cfg(test)]
mod golden;
pub mod svg;
pub mod tokens;

pub use crate::chart::metrics;

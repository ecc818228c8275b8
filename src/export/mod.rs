//! What leaves the site: what files say of themselves, citations, the snippet for embedding.

mod about;
mod cite;
pub mod png;
mod snippet;

pub use about::About;
pub use cite::{Citation, Cited};
pub use snippet::{Snippet, snippet};

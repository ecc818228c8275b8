//! Which places are most alike, worked out when the figures are published: doing so needs whole columns of measures that a
//! page shows none of.

use super::Code;

/// A local area and those of its nation that are most like it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The area.
    pub area: Code,
    /// The others, the most similar first.
    pub similar: Vec<Code>,
}

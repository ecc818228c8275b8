//! Which places Compare is about.

use super::View;
use crate::model::Code;

/// Shown until a place is chosen: Blackpool and Wokingham, the most and the least deprived of England's local areas by the
/// Index of Multiple Deprivation 2025. Two ends of a measure that is not health, chosen by rank and not by hand, so that
/// the first thing seen is neither a picked extreme of healthy years nor a pair that cannot be told apart.
/// `pipeline/tests/compare.rs` holds them against the index.
pub const MOST_AND_LEAST_DEPRIVED: [&str; 2] = ["E06000009", "E06000041"];

impl View {
    /// The chosen places; where there is none, [`MOST_AND_LEAST_DEPRIVED`].
    pub fn compared(&self) -> Vec<Code> {
        match self.areas.as_slice() {
            [] => MOST_AND_LEAST_DEPRIVED.iter().filter_map(|code| code.parse().ok()).collect(),
            chosen => chosen.to_vec(),
        }
    }
}

//! The four sides.

use core::ops::Not;

/// A side on which another area may lie. North is up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Up.
    North,
    /// To the right.
    East,
    /// Down.
    South,
    /// To the left.
    West,
}

impl Way {
    /// Every way.
    pub const ALL: [Way; 4] = [Way::North, Way::East, Way::South, Way::West];

    /// A step: to the right and up.
    pub fn step(self) -> (f64, f64) {
        match self {
            Way::North => (0.0, 1.0),
            Way::East => (1.0, 0.0),
            Way::South => (0.0, -1.0),
            Way::West => (-1.0, 0.0),
        }
    }
}

impl Not for Way {
    type Output = Way;

    /// The way back.
    fn not(self) -> Way {
        match self {
            Way::North => Way::South,
            Way::East => Way::West,
            Way::South => Way::North,
            Way::West => Way::East,
        }
    }
}

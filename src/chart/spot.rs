//! Lengths and places in a picture, in eighths of a pixel: whole numbers, so that a layout is the same everywhere.

use core::ops::{Add, Neg, Sub};

/// A length or position in eighths of a CSS pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Eighth(pub i32);

impl Eighth {
    /// The nearest eighth to a length in pixels; what is no number is 0.
    pub fn px(px: f64) -> Eighth {
        Eighth(libm::round(px * 8.0) as i32)
    }

    /// The length in pixels.
    pub fn to_px(self) -> f64 {
        f64::from(self.0) / 8.0
    }

    /// The length in pixels as text: `1.5`. Made of whole numbers, as the library's writing of fractions is large.
    pub fn to_text(self) -> String {
        const PARTS: [&str; 8] = ["", ".125", ".25", ".375", ".5", ".625", ".75", ".875"];
        let sign = if self.0 < 0 { "-" } else { "" };
        let eighths = self.0.unsigned_abs();
        let part = PARTS[(eighths % 8) as usize];
        [sign, &(eighths / 8).to_string(), part].concat()
    }
}

impl Add for Eighth {
    type Output = Eighth;
    fn add(self, other: Eighth) -> Eighth {
        Eighth(self.0.saturating_add(other.0))
    }
}

impl Sub for Eighth {
    type Output = Eighth;
    fn sub(self, other: Eighth) -> Eighth {
        Eighth(self.0.saturating_sub(other.0))
    }
}

impl Neg for Eighth {
    type Output = Eighth;
    fn neg(self) -> Eighth {
        Eighth(self.0.saturating_neg())
    }
}

/// A place in the picture, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Spot {
    /// To the right.
    pub x: Eighth,
    /// Down.
    pub y: Eighth,
}

impl Spot {
    /// The place nearest to a position in pixels.
    pub fn px(x: f64, y: f64) -> Spot {
        Spot { x: Eighth::px(x), y: Eighth::px(y) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_to_eighths() {
        assert_eq!(Eighth::px(1.06), Eighth(8));
        assert_eq!(Eighth::px(-0.1), Eighth(-1));
        assert_eq!(Eighth::px(f64::NAN), Eighth(0));
        assert_eq!(Eighth::px(1e300), Eighth(i32::MAX));
        assert_eq!(Eighth(12).to_px(), 1.5);
        assert_eq!([Eighth(12), Eighth(-1), Eighth(80)].map(Eighth::to_text), ["1.5", "-0.125", "10"]);
    }
}

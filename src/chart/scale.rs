//! From data to pixels and back.

/// A straight scale: equal steps in the data are equal steps on paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    data: (f64, f64),
    pixels: (f64, f64),
}

/// Numbers further from 0 than this are not drawn.
const LARGEST: f64 = 1e12;

/// Whether a number can be drawn: finite, and not astronomical.
pub fn drawable(value: f64) -> bool {
    value.abs() <= LARGEST
}

/// The least and the greatest of the numbers that can be drawn.
pub fn extent(values: &[f64]) -> Option<(f64, f64)> {
    let mut range: Option<(f64, f64)> = None;
    for &value in values.iter().filter(|&&value| drawable(value)) {
        let (low, high) = range.unwrap_or((value, value));
        range = Some((low.min(value), high.max(value)));
    }
    range
}

impl Scale {
    /// Puts a range of data on a range of pixels. A range without length is widened around its value.
    pub fn new((low, high): (f64, f64), pixels: (f64, f64)) -> Scale {
        let least = (low.abs().max(high.abs()) * 1e-9).max(1e-9);
        let short = high - low < least;
        let room = if low == 0.0 { 1.0 } else { low.abs() * 0.05 };
        let data = if short { (low - room, high + room) } else { (low, high) };
        Scale { data, pixels }
    }

    /// Where a value stands, in pixels.
    pub fn at(&self, value: f64) -> f64 {
        let share = (value - self.data.0) / (self.data.1 - self.data.0);
        self.pixels.0 + share * (self.pixels.1 - self.pixels.0)
    }

    /// The value that stands at a pixel.
    pub fn value(&self, pixel: f64) -> f64 {
        let share = (pixel - self.pixels.0) / (self.pixels.1 - self.pixels.0);
        self.data.0 + share * (self.data.1 - self.data.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn goes_there_and_back(low in -1e6..1e6, span in 0.0..1e6, share in 0.0..1.0) {
            let scale = Scale::new((low, low + span), (500.0, 20.0));
            let value = low + share * span;
            prop_assert!((scale.value(scale.at(value)) - value).abs() < 1e-6);
            prop_assert!((20.0 - 1e-6..=500.0 + 1e-6).contains(&scale.at(value)));
        }
    }

    #[test]
    fn widens_a_range_without_length() {
        assert_eq!(Scale::new((60.0, 60.0), (0.0, 100.0)).at(60.0), 50.0);
        assert_eq!(Scale::new((0.0, 0.0), (0.0, 100.0)).at(0.0), 50.0);
    }

    #[test]
    fn leaves_out_what_cannot_be_drawn() {
        assert_eq!(extent(&[f64::NAN, 3.0, f64::INFINITY, 1e300, -2.0]), Some((-2.0, 3.0)));
        assert_eq!(extent(&[f64::NAN]), None);
    }
}

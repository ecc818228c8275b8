//! A stretch of the number line.

/// From `lower` to `upper`, both finite and in the unit of what they bound. `lower ≤ upper`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

impl Interval {
    /// As far to each side of `centre` as `half_width`; none unless both ends are finite.
    pub(super) fn around(centre: f64, half_width: f64) -> Option<Interval> {
        let half_width = half_width.abs();
        let (lower, upper) = (centre - half_width, centre + half_width);
        (lower.is_finite() && upper.is_finite()).then_some(Interval { lower, upper })
    }

    /// Whether `value` lies in it, ends included.
    pub fn contains(self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }
}

//! An estimate with its standard error.

use super::verdict::TOUCHES;
use crate::model::{Known, Limits};

/// Up to this many rounding steps from the middle to a limit, rounding is part of the error worth counting.
const FINE_STEPS: f64 = 5.0;

/// An estimate and its standard error, in the same unit; both finite, the error not negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    pub(super) value: f64,
    pub(super) standard_error: f64,
}

/// Why two estimates cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DifferenceError {
    /// A number is NaN or infinite, or the comparison is out of a 64-bit number's range.
    #[error("a value, a limit or their difference is not a finite number")]
    NotFinite,
    /// The upper limit is below the lower, or a standard error or rounding step is negative.
    #[error("the upper limit is below the lower limit, or an error is negative")]
    BadLimits,
    /// The publisher gives no limits, so that the error is not known.
    #[error("the figure has no published limits")]
    NoLimits,
    /// Neither estimate has any error, so that the rule does not apply.
    #[error("neither figure has any error to compare the gap with")]
    NoStandardError,
}

impl Measured {
    /// An estimate whose standard error is known.
    ///
    /// # Errors
    /// [`DifferenceError::NotFinite`], or [`DifferenceError::BadLimits`] for a negative error.
    pub fn new(value: f64, standard_error: f64) -> Result<Measured, DifferenceError> {
        if !value.is_finite() || !standard_error.is_finite() {
            return Err(DifferenceError::NotFinite);
        }
        if standard_error < 0.0 {
            return Err(DifferenceError::BadLimits);
        }
        Ok(Measured { value, standard_error })
    }

    /// An estimate published with 95% limits, all three rounded to `step` (0.1 for life expectancies; 0 if exact).
    ///
    /// SE = (upper − lower) / (2 × 1.96). Where the limits are within five steps of their middle (England and the
    /// UK at ±0.2, and the narrowest of the other nations and the regions; never a local area, ±1.3 at least) the
    /// value's own rounding is added: SE² + step²/12, the variance of an error spread evenly over one step. The
    /// limits' rounding is not added as well: on average it has already made their squared distance larger by its
    /// own variance. Further out than five steps, rounding would widen SE by less than 1% and is left out.
    ///
    /// # Errors
    /// [`DifferenceError::NotFinite`], or [`DifferenceError::BadLimits`] where the limits are the wrong way round.
    pub fn published(value: f64, limits: Limits, step: f64) -> Result<Measured, DifferenceError> {
        let width = limits.upper - limits.lower;
        if !width.is_finite() || !step.is_finite() {
            return Err(DifferenceError::NotFinite);
        }
        if width < 0.0 || step < 0.0 {
            return Err(DifferenceError::BadLimits);
        }
        let sampling = limits.standard_error();
        let fine = width <= 2.0 * FINE_STEPS * step * (1.0 + TOUCHES);
        let rounding = if fine { step / 12f64.sqrt() } else { 0.0 };
        Measured::new(value, libm::hypot(sampling, rounding))
    }

    /// A figure of the atlas, with its published limits; see [`Measured::published`].
    ///
    /// # Errors
    /// [`DifferenceError::NoLimits`] where there are none, and those of [`Measured::published`].
    pub fn of(known: Known, step: f64) -> Result<Measured, DifferenceError> {
        Measured::published(known.value, known.limits.ok_or(DifferenceError::NoLimits)?, step)
    }

    /// The estimate.
    pub fn value(self) -> f64 {
        self.value
    }

    /// Its standard error.
    pub fn standard_error(self) -> f64 {
        self.standard_error
    }

    /// This less another, their errors being independent: SE² is the sum of both.
    ///
    /// # Errors
    /// [`DifferenceError::NotFinite`] on overflow.
    pub(super) fn less(self, other: Measured) -> Result<Measured, DifferenceError> {
        Measured::new(self.value - other.value, libm::hypot(self.standard_error, other.standard_error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Mark;
    use crate::stats::testdata::close;

    fn published(value: f64, lower: f64, upper: f64) -> Measured {
        Measured::published(value, Limits { lower, upper }, 0.1).unwrap()
    }

    #[test]
    fn rounding_counts_where_limits_are_narrow() {
        // By hand: England ±0.2 → √((0.4/3.92)² + 0.01/12) = 0.106 046; a local area ±1.3 keeps 2.6/3.92.
        close(published(61.5, 61.3, 61.7).standard_error(), 0.106_046, 1e-6);
        assert_eq!(published(60.0, 58.7, 61.3).standard_error(), (61.3 - 58.7) / 3.92);
        assert_eq!(published(60.0, 59.5, 60.5).standard_error(), libm::hypot(1.0 / 3.92, 0.1 / 12f64.sqrt()));
    }

    #[test]
    fn degenerate_input_is_a_typed_error() {
        assert_eq!(Measured::new(f64::NAN, 1.0), Err(DifferenceError::NotFinite));
        assert_eq!(Measured::new(1.0, f64::INFINITY), Err(DifferenceError::NotFinite));
        assert_eq!(Measured::new(1.0, -1.0), Err(DifferenceError::BadLimits));
        let crossed = Limits { lower: 2.0, upper: 1.0 };
        assert_eq!(Measured::published(1.0, crossed, 0.1), Err(DifferenceError::BadLimits));
        let none = Known { value: 1.0, limits: None, mark: Mark::Published };
        assert_eq!(Measured::of(none, 0.1), Err(DifferenceError::NoLimits));
    }
}

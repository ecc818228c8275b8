//! What every statistic of paired values needs of its input, and the sums they share.

/// The fewest areas for which a line is drawn and a correlation is given.
///
/// A rule of presentation, for callers to keep: the functions here answer for as few as their formulae allow.
pub const FEWEST_FOR_A_LINE: usize = 20;

/// A spread below this share of the largest value is rounding, not variation.
pub(super) const ROUNDING: f64 = 1e-12;

/// Which of two measures is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The first of each pair, drawn across.
    X,
    /// The second of each pair, drawn up.
    Y,
}

/// Why a statistic cannot be had from these values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SampleError {
    /// Fewer values than the formula needs.
    #[error("{found} values, at least {needed} are needed")]
    TooFew {
        /// How many there are.
        found: usize,
        /// How many there must be.
        needed: usize,
    },
    /// A value is NaN or infinite.
    #[error("a value is not a finite number")]
    NotFinite,
    /// One measure is the same everywhere, to within rounding.
    #[error("one of the measures is the same everywhere")]
    Constant(Side),
    /// A share that is not from 0 to 1.
    #[error("a share must be from 0 to 1")]
    NotAShare,
    /// Shares of a whole that do not add up to it.
    #[error("the groups' shares must be above zero and add up to one")]
    NotAWhole,
    /// More groups than the formula is meant for.
    #[error("{found} groups, at most {most} are expected")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// The group at this position, from 0, has no value.
    #[error("group {0} has no value, counted from 0")]
    Missing(usize),
    /// There is no value at this position, from 0.
    #[error("there is no place {0}, counted from 0")]
    NoSuchPlace(usize),
    /// Places that are measured in different numbers of dimensions, or in none.
    #[error("the places have different numbers of dimensions, or none")]
    Uneven,
    /// This dimension, from 0, is the same everywhere, to within rounding.
    #[error("dimension {0} is the same everywhere, counted from 0")]
    Flat(usize),
    /// Half of the points or more lie on the line, so that there is nothing to measure the others' distance with.
    #[error("half of the points or more lie on the line")]
    NoScatter,
    /// A standard error is negative, or zero where a place counts by it.
    #[error("a standard error is negative, or zero where it must not be")]
    BadStandardError,
    /// A ratio of values that are not all above zero.
    #[error("a ratio needs values above zero")]
    NotPositive,
    /// The answer is too large or too small for a 64-bit number.
    #[error("the values are too large or too small to compute with")]
    OutOfRange,
}

/// Means and centred sums of pairs: `sxx` = Σ(x − x̄)², `sxy` = Σ(x − x̄)(y − ȳ), `syy` = Σ(y − ȳ)².
#[derive(Debug, Clone, Copy)]
pub(super) struct Moments {
    pub n: f64,
    pub x_mean: f64,
    pub y_mean: f64,
    pub sxx: f64,
    pub sxy: f64,
    pub syy: f64,
}

impl Moments {
    /// Two passes, means first, so that nearly equal values lose no digits. Both sums of squares are positive.
    pub fn of(points: &[(f64, f64)], needed: usize) -> Result<Moments, SampleError> {
        if points.len() < needed.max(1) {
            return Err(SampleError::TooFew { found: points.len(), needed: needed.max(1) });
        }
        if points.iter().any(|(x, y)| !x.is_finite() || !y.is_finite()) {
            return Err(SampleError::NotFinite);
        }
        let n = points.len() as f64;
        let x_mean = mean(points, |point| point.0, Side::X)?;
        let y_mean = mean(points, |point| point.1, Side::Y)?;
        let (mut sxx, mut sxy, mut syy) = (0.0, 0.0, 0.0);
        for (x, y) in points {
            let (dx, dy) = (x - x_mean, y - y_mean);
            sxx += dx * dx;
            sxy += dx * dy;
            syy += dy * dy;
        }
        let sound = sxx.is_normal() && syy.is_normal() && sxy.is_finite() && x_mean.is_finite() && y_mean.is_finite();
        if sound { Ok(Moments { n, x_mean, y_mean, sxx, sxy, syy }) } else { Err(SampleError::OutOfRange) }
    }
}

/// The mean of one measure, taken from the first value on, so that equal values have exactly their own value as
/// mean; an error where it is the same everywhere.
fn mean(points: &[(f64, f64)], of: fn(&(f64, f64)) -> f64, side: Side) -> Result<f64, SampleError> {
    let first = points.first().map_or(0.0, of);
    let (mut least, mut most, mut sum) = (first, first, 0.0);
    for value in points.iter().map(of) {
        (least, most) = (value.min(least), value.max(most));
        sum += value - first;
    }
    if most - least <= ROUNDING * most.abs().max(least.abs()) {
        return Err(SampleError::Constant(side));
    }
    Ok(first + sum / points.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degenerate_input_is_a_typed_error() {
        let error = |points: &[(f64, f64)]| Moments::of(points, 3).unwrap_err();
        assert_eq!(error(&[]), SampleError::TooFew { found: 0, needed: 3 });
        assert_eq!(error(&[(1.0, 2.0), (2.0, 3.0)]), SampleError::TooFew { found: 2, needed: 3 });
        assert_eq!(error(&[(1.0, 2.0), (f64::NAN, 3.0), (3.0, 1.0)]), SampleError::NotFinite);
        assert_eq!(error(&[(1.0, 2.0), (2.0, f64::INFINITY), (3.0, 1.0)]), SampleError::NotFinite);
        assert_eq!(error(&[(0.1, 2.0), (0.1, 3.0), (0.1, 1.0)]), SampleError::Constant(Side::X));
        assert_eq!(error(&[(1.0, 0.1), (2.0, 0.1), (3.0, 0.1)]), SampleError::Constant(Side::Y));
        assert_eq!(error(&[(1.0, 0.0), (2.0, 0.0), (3.0, 0.0)]), SampleError::Constant(Side::Y));
        assert_eq!(error(&[(1.0, 0.1 + 0.2), (2.0, 0.3), (3.0, 0.3)]), SampleError::Constant(Side::Y));
        assert_eq!(error(&[(1e200, 1.0), (2e200, 2.0), (3e200, 4.0)]), SampleError::OutOfRange);
        assert_eq!(error(&[(1e-200, 1.0), (2e-200, 2.0), (3e-200, 4.0)]), SampleError::OutOfRange);
        assert_eq!(error(&[(f64::MAX, 1.0), (f64::MIN, 2.0), (3.0, 4.0)]), SampleError::OutOfRange);
    }
}

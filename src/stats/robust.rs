//! Which places stand out from a line, measured by how far places usually are from it.

use super::sample::ROUNDING;
use super::{SampleError, fit, quantile};

/// From this |z| on, a place stands out.
pub const STANDS_OUT: f64 = 2.5;
/// The fewest places among which any may be said to stand out.
pub const FEWEST_TO_STAND_OUT: usize = 100;

/// Of normally distributed distances, the standard deviation is so many times the median absolute one.
const NORMAL: f64 = 1.4826;

/// How far each y is from the least-squares line on x, in robust standard deviations, in the order given.
///
/// z = (y − ŷ) / (1.4826 × median |y − ŷ|): a few far places do not widen the measure they are held against. The
/// figure names those with |z| ≥ [`STANDS_OUT`], at most three.
///
/// # Errors
/// Fewer than 100 pairs, half of the points or more on the line, and those of [`fit`].
pub fn stands_out(points: &[(f64, f64)]) -> Result<Vec<f64>, SampleError> {
    if points.len() < FEWEST_TO_STAND_OUT {
        return Err(SampleError::TooFew { found: points.len(), needed: FEWEST_TO_STAND_OUT });
    }
    let line = fit(points)?;
    let mut left = Vec::with_capacity(points.len());
    let mut largest = 0.0f64;
    for &(x, y) in points {
        left.push(y - line.at(x)?);
        largest = largest.max(y.abs());
    }
    let away: Vec<_> = left.iter().map(|left| left.abs()).collect();
    let usual = quantile(&away, 0.5)?;
    if usual <= ROUNDING * largest {
        return Err(SampleError::NoScatter);
    }
    for one in &mut left {
        *one /= NORMAL * usual;
        if !one.is_finite() {
            return Err(SampleError::OutOfRange);
        }
    }
    Ok(left)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::Side;
    use crate::stats::testdata::wild;

    /// 120 points about a line, their distances repeating in a fixed pattern.
    fn scattered() -> Vec<(f64, f64)> {
        (0..120).map(|i| (f64::from(i), 5.0 + f64::from(i) / 2.0 + f64::from(i * 37 % 11) - 5.0)).collect()
    }

    #[test]
    fn one_far_place_stands_out_alone() {
        let mut points = scattered();
        points[60].1 += 30.0;
        let found = stands_out(&points).unwrap();
        let named: Vec<_> = (0..120).filter(|&at| found[at].abs() >= STANDS_OUT).collect();
        assert_eq!(named, [60]);
        assert!(stands_out(&scattered()).unwrap().iter().all(|z| z.abs() < STANDS_OUT));
    }

    #[test]
    fn degenerate_input_is_a_typed_error() {
        let points = scattered();
        assert_eq!(stands_out(&points[..99]), Err(SampleError::TooFew { found: 99, needed: 100 }));
        let on_a_line: Vec<_> = points.iter().map(|point| (point.0, 0.1 * point.0)).collect();
        assert_eq!(stands_out(&on_a_line), Err(SampleError::NoScatter));
        let flat: Vec<_> = points.iter().map(|point| (point.0, 1.0)).collect();
        assert_eq!(stands_out(&flat), Err(SampleError::Constant(Side::Y)));
        let mut broken = points;
        broken[3].1 = f64::NAN;
        assert_eq!(stands_out(&broken), Err(SampleError::NotFinite));
    }

    proptest! {
        #[test]
        fn follows_shift_scale_and_order(noise in proptest::collection::vec(-9.0..9.0f64, 120), scale in 0.1..9.0f64) {
            let points: Vec<_> = scattered().into_iter().zip(&noise).map(|((x, y), noise)| (x, y + noise)).collect();
            let moved: Vec<_> = points.iter().rev().map(|(x, y)| (x / scale + 7.0, y * scale - 3.0)).collect();
            let (here, there) = (stands_out(&points).unwrap(), stands_out(&moved).unwrap());
            prop_assert!(here.iter().zip(there.iter().rev()).all(|(a, b)| (a - b).abs() < 1e-8));
        }

        #[test]
        fn never_nan(points in proptest::collection::vec((wild(), wild()), 100..104)) {
            prop_assert!(stands_out(&points).map_or(true, |found| found.iter().all(|z| z.is_finite())));
        }
    }
}

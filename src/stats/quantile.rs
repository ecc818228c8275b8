//! The value that a given share of values lies below.

use super::SampleError;
use crate::order;

/// The quantile of `values` at `share`, 0 to 1: 0.5 is the median.
///
/// Hyndman and Fan's type 7, the default of R, NumPy and spreadsheets: with the values in order and
/// h = (n − 1)·share, the straight line between the ⌊h⌋th and the next, counted from 0. In the values' unit.
///
/// # Errors
/// No values, NaN or infinity, a share outside 0 to 1, or two neighbours whose distance is out of range.
pub fn quantile(values: &[f64], share: f64) -> Result<f64, SampleError> {
    of_sorted(&sorted(values)?, share)
}

/// Several quantiles of the same values, which are put in order once; see [`quantile()`].
///
/// # Errors
/// As for [`quantile()`].
pub fn quantiles(values: &[f64], shares: &[f64]) -> Result<Vec<f64>, SampleError> {
    let sorted = sorted(values)?;
    shares.iter().map(|&share| of_sorted(&sorted, share)).collect()
}

fn sorted(values: &[f64]) -> Result<Vec<f64>, SampleError> {
    if values.iter().any(|value| !value.is_finite()) {
        return Err(SampleError::NotFinite);
    }
    let mut sorted = values.to_vec();
    order::sort_by(&mut sorted, f64::total_cmp);
    Ok(sorted)
}

fn of_sorted(sorted: &[f64], share: f64) -> Result<f64, SampleError> {
    if !(0.0..=1.0).contains(&share) {
        return Err(SampleError::NotAShare);
    }
    let last = sorted.len().saturating_sub(1);
    let place = last as f64 * share;
    let (below, part) = (place as usize, place - libm::floor(place));
    let Some(&low) = sorted.get(below) else {
        return Err(SampleError::TooFew { found: 0, needed: 1 });
    };
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    let value = low + (high - low) * part;
    if value.is_finite() { Ok(value) } else { Err(SampleError::OutOfRange) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::testdata::{close, wild};

    #[test]
    fn agrees_with_numpy() {
        // NumPy 2.4.6: [numpy.quantile([3.1, -2.0, 7.5, 7.5, .4, 12.25, 9.0], p) for p in (0, .1, .25, .5, .75, .9, 1)]
        let values = [3.1, -2.0, 7.5, 7.5, 0.4, 12.25, 9.0];
        let found = quantiles(&values, &[0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0]).unwrap();
        for (found, expected) in found.into_iter().zip([-2.0, -0.56, 1.75, 7.5, 8.25, 10.3, 12.25]) {
            close(found, expected, 1e-14);
        }
    }

    #[test]
    fn degenerate_input_is_a_typed_error() {
        assert_eq!(quantile(&[], 0.5), Err(SampleError::TooFew { found: 0, needed: 1 }));
        assert_eq!(quantile(&[1.0, f64::NAN], 0.5), Err(SampleError::NotFinite));
        assert_eq!(quantile(&[1.0], 1.5), Err(SampleError::NotAShare));
        assert_eq!(quantile(&[1.0], f64::NAN), Err(SampleError::NotAShare));
        assert_eq!(quantile(&[f64::MIN, f64::MAX], 0.5), Err(SampleError::OutOfRange));
        assert_eq!(quantile(&[4.0], 0.3), Ok(4.0));
    }

    proptest! {
        #[test]
        fn rises_with_the_share_and_stays_within(
            values in proptest::collection::vec(-100.0..100.0f64, 1..50), a in 0.0..=1.0f64, b in 0.0..=1.0f64,
        ) {
            let all = quantiles(&values, &[0.0, a.min(b), a.max(b), 1.0]).unwrap();
            prop_assert!(all.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12));
            let doubled: Vec<_> = values.iter().rev().map(|value| value * 2.0).collect();
            prop_assert_eq!(quantile(&doubled, a).unwrap(), quantile(&values, a).unwrap() * 2.0);
        }

        #[test]
        fn never_nan(values in proptest::collection::vec(wild(), 0..8), share in wild(), part in 0.0..=1.0f64) {
            prop_assert!(quantile(&values, share).map_or(true, f64::is_finite));
            prop_assert!(quantile(&values, part).map_or(true, f64::is_finite));
        }
    }
}

//! Which places are most alike in several dimensions.

use super::SampleError;
use super::sample::ROUNDING;
use crate::order;

/// The positions of the places most like the one at `at`, the nearest first; as many as asked for, or all others.
///
/// `places` holds each place's values, one a dimension, in the same order. Each dimension is standardised over the
/// places given, (value − mean) / standard deviation of n − 1, so that none counts more for its unit; the distance is
/// Euclidean. Places equally near keep their order.
///
/// # Errors
/// Fewer than two places, no such place, no dimensions or not as many everywhere, NaN or infinity, a dimension that
/// is the same everywhere, or values out of range.
pub fn nearest(places: &[Vec<f64>], at: usize, how_many: usize) -> Result<Vec<usize>, SampleError> {
    let own = places.get(at).ok_or(SampleError::NoSuchPlace(at))?;
    if own.is_empty() || places.iter().any(|place| place.len() != own.len()) {
        return Err(SampleError::Uneven);
    }
    let mut squares = vec![0.0; places.len()];
    for (dimension, &here) in own.iter().enumerate() {
        let values: Vec<f64> = places.iter().filter_map(|place| place.get(dimension).copied()).collect();
        let spread = spread(&values, dimension)?;
        for (square, value) in squares.iter_mut().zip(values) {
            let away = (value - here) / spread;
            *square += away * away;
        }
    }
    let mut others: Vec<_> = squares.into_iter().enumerate().filter(|other| other.0 != at).collect();
    if others.iter().any(|other| !other.1.is_finite()) {
        return Err(SampleError::OutOfRange);
    }
    order::sort_by(&mut others, |a, b| a.1.total_cmp(&b.1));
    Ok(others.into_iter().take(how_many).map(|other| other.0).collect())
}

/// Standard deviation of n − 1 of one dimension's values.
fn spread(values: &[f64], dimension: usize) -> Result<f64, SampleError> {
    if values.len() < 2 {
        return Err(SampleError::TooFew { found: values.len(), needed: 2 });
    }
    if values.iter().any(|value| !value.is_finite()) {
        return Err(SampleError::NotFinite);
    }
    let n = values.len() as f64;
    let first = values.first().copied().unwrap_or(0.0);
    let (mut sum, mut least, mut most) = (0.0, first, first);
    for &value in values {
        sum += value - first;
        (least, most) = (value.min(least), value.max(most));
    }
    if most - least <= ROUNDING * most.abs().max(least.abs()) {
        return Err(SampleError::Flat(dimension));
    }
    let mean = first + sum / n;
    let mut squares = 0.0;
    for value in values {
        squares += (value - mean) * (value - mean);
    }
    if squares.is_normal() { Ok((squares / (n - 1.0)).sqrt()) } else { Err(SampleError::OutOfRange) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::testdata::wild;

    #[test]
    fn a_dimension_counts_by_its_spread_and_not_its_unit() {
        // By hand: standard deviations 1 and 1000; squared distances from the first 1 + 1, 4 + 0, 1 + 4, and so on.
        let places = [[0.0, 0.0], [1.0, 1000.0], [2.0, 0.0], [1.0, 2000.0], [1.0, 0.0]].map(Vec::from);
        assert_eq!(nearest(&places, 0, 9), Ok(vec![4, 1, 3, 2]));
        assert_eq!(nearest(&places, 0, 1), Ok(vec![4]));
        assert_eq!(nearest(&places, 0, 0), Ok(vec![]));
        let tied = [[0.0], [1.0], [-1.0], [1.0]].map(Vec::from);
        assert_eq!(nearest(&tied, 0, 3), Ok(vec![1, 2, 3]));
    }

    #[test]
    fn degenerate_input_is_a_typed_error() {
        let places = [[1.0, 2.0], [2.0, 2.0], [3.0, 2.0]].map(Vec::from);
        assert_eq!(nearest(&places, 0, 1), Err(SampleError::Flat(1)));
        assert_eq!(nearest(&places, 3, 1), Err(SampleError::NoSuchPlace(3)));
        assert_eq!(nearest(&places[..1], 0, 1), Err(SampleError::TooFew { found: 1, needed: 2 }));
        assert_eq!(nearest(&[vec![], vec![]], 0, 1), Err(SampleError::Uneven));
        assert_eq!(nearest(&[vec![1.0], vec![1.0, 2.0]], 0, 1), Err(SampleError::Uneven));
        assert_eq!(nearest(&[vec![1.0], vec![f64::NAN]], 0, 1), Err(SampleError::NotFinite));
        assert_eq!(nearest(&[vec![f64::MAX], vec![f64::MIN]], 0, 1), Err(SampleError::OutOfRange));
    }

    proptest! {
        #[test]
        fn does_not_depend_on_shift_scale_or_order(
            places in proptest::collection::vec(proptest::collection::vec(-9.0..9.0f64, 3), 4..30),
            scale in 0.1..9.0f64,
        ) {
            let found = nearest(&places, 2, 5).unwrap();
            prop_assert!(!found.contains(&2) && found.len() == 5.min(places.len() - 1));
            let last = places.len() - 1;
            let moved = |place: &Vec<f64>| vec![place[2] * scale + 3.0, place[0], -place[1]];
            let moved: Vec<_> = places.iter().rev().map(moved).collect();
            let mut other = nearest(&moved, last - 2, 5).unwrap();
            other.iter_mut().for_each(|at| *at = last - *at);
            prop_assert_eq!(found, other);
        }

        #[test]
        fn names_no_place_twice(places in proptest::collection::vec((wild(), wild()), 0..9), at in 0..9usize) {
            let places: Vec<_> = places.into_iter().map(|(a, b)| vec![a, b]).collect();
            if let Ok(mut found) = nearest(&places, at, 9) {
                found.sort_unstable();
                prop_assert_eq!(found, (0..places.len()).filter(|other| *other != at).collect::<Vec<_>>());
            }
        }
    }
}

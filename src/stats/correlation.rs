//! How closely two measures go together over areas. About places, never about people.

use super::sample::Moments;
use super::{Interval, NORMAL_WIDTH, SampleError};

/// Pearson's product-moment correlation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pearson {
    /// From −1 to 1.
    pub r: f64,
    /// Its 95% interval, within −1 to 1.
    pub interval: Interval,
    /// How many pairs.
    pub n: usize,
}

/// Pearson's r with Fisher's interval: tanh(atanh r ± 1.96 / √(n − 3)).
///
/// r = Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)²·Σ(y−ȳ)²). The interval takes the pairs to be independent: over neighbouring
/// areas, which are alike, it is too narrow, and error in either measure pulls r towards 0. Where r is ±1 the
/// interval is that one value.
///
/// # Errors
/// Fewer than four pairs, NaN or infinity, a measure that is the same everywhere, or sums out of range.
pub fn pearson(points: &[(f64, f64)]) -> Result<Pearson, SampleError> {
    let moments = Moments::of(points, 4)?;
    let r = correlation(&moments);
    Ok(Pearson::of(r, points.len()))
}

impl Pearson {
    /// An r over so many pairs, at least four, with Fisher's interval.
    pub fn of(r: f64, n: usize) -> Pearson {
        // tanh(a ± b) = (tanh a ± tanh b) / (1 ± tanh a · tanh b): so atanh is not needed, and of tanh only an exponential.
        let half = 1.0 - 2.0 / (libm::exp(2.0 * NORMAL_WIDTH / (n as f64 - 3.0).sqrt()) + 1.0);
        let interval = Interval { lower: (r - half) / (1.0 - r * half), upper: (r + half) / (1.0 + r * half) };
        Pearson { r, interval, n }
    }
}

/// Spearman's rank correlation, from −1 to 1: Pearson's r of the ranks, equal values sharing their middle rank.
///
/// # Errors
/// Fewer than three pairs, NaN or infinity, or a measure that is the same everywhere.
pub fn spearman(points: &[(f64, f64)]) -> Result<f64, SampleError> {
    if points.iter().any(|(x, y)| !x.is_finite() || !y.is_finite()) {
        return Err(SampleError::NotFinite);
    }
    let side = |of: fn(&(f64, f64)) -> f64| mid_ranks(&points.iter().map(of).collect::<Vec<_>>());
    let ranks: Vec<_> = side(|point| point.0).into_iter().zip(side(|point| point.1)).collect();
    Ok(correlation(&Moments::of(&ranks, 3)?))
}

fn correlation(moments: &Moments) -> f64 {
    (moments.sxy / moments.sxx.sqrt() / moments.syy.sqrt()).clamp(-1.0, 1.0)
}

/// The rank of each value from 1, the least; equal values share the mean of their ranks.
fn mid_ranks(values: &[f64]) -> Vec<f64> {
    let mut ranks = Vec::with_capacity(values.len());
    for value in values {
        let less = values.iter().filter(|other| *other < value).count();
        let equal = values.iter().filter(|other| *other == value).count();
        ranks.push(less as f64 + (equal as f64 + 1.0) / 2.0);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::Side;
    use crate::stats::testdata::{LONGLEY, LONGLEY_UNEMPLOYED, NORRIS, close, points, wild};

    /// Ten pairs with ties on both sides, made up for this test.
    const TIED: [(f64, f64); 10] = [
        (1.0, 3.0),
        (2.0, 1.0),
        (2.0, 4.0),
        (3.0, 4.0),
        (5.0, 2.0),
        (5.0, 7.0),
        (5.0, 7.0),
        (8.0, 6.0),
        (9.0, 9.0),
        (10.0, 5.0),
    ];

    #[test]
    fn pearson_and_its_interval_agree_with_scipy() {
        // SciPy 1.17.1: r = scipy.stats.pearsonr(x, y); r.statistic, r.confidence_interval(.95)
        for (points, r, lower, upper) in [
            (&NORRIS[..], 0.9999968729369664, 0.9999938129117608, 0.9999984195286314),
            (&LONGLEY[..], 0.9835516111796694, 0.951991359000485, 0.9944238345515606),
            (&TIED[..], 0.629033745706389, -0.0009811420735754354, 0.9015826547632304),
        ] {
            let found = pearson(points).unwrap();
            close(found.r, r, 1e-13);
            close(found.interval.lower, lower, 1e-12);
            close(found.interval.upper, upper, 1e-12);
            assert_eq!(found.n, points.len());
        }
    }

    #[test]
    fn spearman_with_ties_agrees_with_scipy() {
        // SciPy 1.17.1: scipy.stats.spearmanr(x, y).statistic
        close(spearman(&TIED).unwrap(), 0.6470867347823539, 1e-13);
        close(spearman(&LONGLEY_UNEMPLOYED).unwrap(), 0.5647058823529412, 1e-13);
    }

    #[test]
    fn equal_values_share_their_middle_rank() {
        // SciPy 1.17.1: scipy.stats.rankdata([1, 2, 2, 3, 5, 5, 5, 8, 9, 10])
        let ranks = mid_ranks(&TIED.map(|point| point.0));
        assert_eq!(ranks, [1.0, 2.5, 2.5, 4.0, 6.0, 6.0, 6.0, 8.0, 9.0, 10.0]);
        assert_eq!(mid_ranks(&[3.0, -0.0, 0.0]), [3.0, 1.5, 1.5]);
    }

    #[test]
    fn a_perfect_correlation_is_certain() {
        let rising = [(0.0, 1.0), (1.0, 2.0), (2.0, 3.0), (3.0, 4.0)];
        let found = pearson(&rising).unwrap();
        assert_eq!((found.r, found.interval), (1.0, Interval { lower: 1.0, upper: 1.0 }));
        assert_eq!(spearman(&rising), Ok(1.0));
    }

    #[test]
    fn degenerate_input_is_a_typed_error() {
        assert_eq!(pearson(&TIED[..3]), Err(SampleError::TooFew { found: 3, needed: 4 }));
        assert_eq!(spearman(&TIED[..2]), Err(SampleError::TooFew { found: 2, needed: 3 }));
        let flat = [(1.0, 2.0), (2.0, 2.0), (3.0, 2.0), (4.0, 2.0)];
        assert_eq!(pearson(&flat), Err(SampleError::Constant(Side::Y)));
        assert_eq!(spearman(&flat), Err(SampleError::Constant(Side::Y)));
        let not_finite = [(1.0, 2.0), (2.0, f64::NAN), (3.0, 2.0), (4.0, 2.0)];
        assert_eq!(pearson(&not_finite), Err(SampleError::NotFinite));
        assert_eq!(spearman(&not_finite), Err(SampleError::NotFinite));
    }

    proptest! {
        #[test]
        fn is_within_its_interval_and_that_within_one(points in points()) {
            prop_assume!(points.len() >= 4);
            let Pearson { r, interval, .. } = pearson(&points).unwrap();
            prop_assert!(-1.0 <= interval.lower && interval.lower <= r + 1e-12);
            prop_assert!(r <= interval.upper + 1e-12 && interval.upper <= 1.0);
            prop_assert!((-1.0..=1.0).contains(&spearman(&points).unwrap()));
        }

        #[test]
        fn does_not_depend_on_shift_scale_sides_or_order(points in points(), shift in -9.0..9.0f64, scale in 0.1..9.0f64) {
            prop_assume!(points.len() >= 4);
            let moved: Vec<_> = points.iter().rev().map(|(x, y)| (y * scale - shift, x * scale + shift)).collect();
            prop_assert!((pearson(&points).unwrap().r - pearson(&moved).unwrap().r).abs() < 1e-9);
            let turned: Vec<_> = points.iter().map(|(x, y)| (*x, -y)).collect();
            prop_assert!((pearson(&points).unwrap().r + pearson(&turned).unwrap().r).abs() < 1e-9);
            prop_assert!((spearman(&points).unwrap() + spearman(&turned).unwrap()).abs() < 1e-9);
        }

        #[test]
        fn never_nan(points in proptest::collection::vec((wild(), wild()), 0..8)) {
            if let Ok(Pearson { r, interval, .. }) = pearson(&points) {
                prop_assert!([r, interval.lower, interval.upper].iter().all(|found| (-1.0..=1.0).contains(found)));
            }
            if let Ok(rho) = spearman(&points) {
                prop_assert!((-1.0..=1.0).contains(&rho));
            }
        }
    }
}

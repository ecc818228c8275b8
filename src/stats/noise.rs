//! How much of the spread between areas is there only because samples were drawn.

/// Share of the variance of estimates that is sampling error, 0 to 1: Σ SE² / Σ (y − ȳ)².
///
/// Estimates are values with their standard errors, in one unit. None where all values are the same, or fewer than two.
pub fn noise_share(estimates: &[(f64, f64)]) -> Option<f64> {
    let n = u32::try_from(estimates.len()).ok().filter(|n| *n > 1)?;
    let mut sum = 0.0;
    for (value, _) in estimates {
        sum += value;
    }
    let mean = sum / f64::from(n);
    let (mut noise, mut spread) = (0.0, 0.0);
    for (value, error) in estimates {
        noise += error * error;
        spread += (value - mean) * (value - mean);
    }
    let share = noise / spread;
    share.is_finite().then(|| share.min(1.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::testdata::{close, wild, women};

    #[test]
    fn three_tenths_of_the_spread_of_healthy_life_expectancy_is_noise() {
        // Of women, 2022–24, 216 areas, recomputed in Python with SE = (upper − lower) / 3.92; 0.3 in `statistics.md`.
        // The test data carry the rounding of published limits too, which adds little.
        let estimates: Vec<_> = women().iter().map(|(_, one)| (one.value, one.standard_error)).collect();
        close(noise_share(&estimates).unwrap(), 0.302_794_641_494_768, 1e-3);
    }

    #[test]
    fn it_is_none_where_nothing_can_be_said_and_never_more_than_all() {
        assert_eq!(noise_share(&[]), None);
        assert_eq!(noise_share(&[(60.0, 1.0)]), None);
        assert_eq!(noise_share(&[(60.0, 1.0), (60.0, 1.0)]), None);
        assert_eq!(noise_share(&[(60.0, f64::NAN), (61.0, 1.0)]), None);
        assert_eq!(noise_share(&[(60.0, 9.0), (61.0, 9.0)]), Some(1.0));
        assert_eq!(noise_share(&[(0.0, 1.0), (2.0, 0.0)]), Some(0.5));
    }

    proptest! {
        #[test]
        fn does_not_depend_on_shift_scale_or_order(
            estimates in proptest::collection::vec((40.0..80.0f64, 0.1..4.0f64), 2..40),
            shift in -9.0..9.0f64, scale in 0.1..9.0f64,
        ) {
            let moved = |(value, error): &(f64, f64)| (value * scale + shift, error * scale);
            let moved: Vec<_> = estimates.iter().rev().map(moved).collect();
            let (Some(one), Some(other)) = (noise_share(&estimates), noise_share(&moved)) else { return Ok(()) };
            prop_assert!((one - other).abs() < 1e-9);
        }

        #[test]
        fn never_nan(estimates in proptest::collection::vec((wild(), wild()), 0..9)) {
            prop_assert!(noise_share(&estimates).is_none_or(|share| (0.0..=1.0).contains(&share)));
        }
    }
}

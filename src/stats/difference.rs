//! The one rule by which two estimates are called higher, lower or impossible to tell apart.

use super::{DifferenceError, Interval, Measured, PROBABLY, Verdict};

/// The first of two estimates against the second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// First minus second, in their unit.
    pub gap: f64,
    /// Standard error of the gap, in the same unit; positive.
    pub standard_error: f64,
    /// The gap in standard errors.
    pub z: f64,
    /// The gap's 95% interval: gap ± 1.96 standard errors.
    pub interval: Interval,
    /// What is to be said of it.
    pub verdict: Verdict,
}

/// Compares the first estimate with the second, their errors being independent.
///
/// gap = a − b, SE² = SEa² + SEb², z = gap / SE; thresholds [`CLEARLY`](super::CLEARLY) and [`PROBABLY`].
/// This, not whether two intervals overlap, decides: intervals may overlap where the gap is clear. Never for women
/// against men of one local area, whose published estimates share one local effect.
///
/// # Errors
/// [`DifferenceError::NoStandardError`] where both errors are zero, [`DifferenceError::NotFinite`] on overflow.
pub fn difference(a: Measured, b: Measured) -> Result<Difference, DifferenceError> {
    let Measured { value: gap, standard_error } = a.less(b)?;
    if standard_error == 0.0 {
        return Err(DifferenceError::NoStandardError);
    }
    let z = gap / standard_error;
    let interval = Interval::around(gap, PROBABLY * standard_error).filter(|_| z.is_finite());
    let interval = interval.ok_or(DifferenceError::NotFinite)?;
    Ok(Difference { gap, standard_error, z, interval, verdict: Verdict::of(z) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::verdict::TOUCHES;
    use super::*;
    use crate::model::Limits;
    use crate::stats::testdata::{close, wild};

    fn published(value: f64, lower: f64, upper: f64) -> Measured {
        Measured::published(value, Limits { lower, upper }, 0.1).unwrap()
    }

    fn measured() -> impl Strategy<Value = Measured> {
        (-200.0..200.0, 0.01..10.0).prop_map(|(value, error)| Measured::new(value, error).unwrap())
    }

    #[test]
    fn richmond_is_clearly_higher_than_blackpool() {
        // Women, 2022–24, as published: Richmond upon Thames 70.3 (65.2–75.4), Blackpool 51.8 (47.4–56.1).
        let difference = difference(published(70.3, 65.2, 75.4), published(51.8, 47.4, 56.1)).unwrap();
        // By hand: √(10.2² + 8.7²) / 3.92 = 13.406 341 / 3.92; 18.5 / 3.419 985 = 5.409 380.
        close(difference.gap, 18.5, 1e-12);
        close(difference.standard_error, 3.419_985, 1e-6);
        close(difference.z, 5.409_380, 1e-6);
        close(difference.interval.lower, 11.796_829, 1e-6);
        close(difference.interval.upper, 25.203_171, 1e-6);
        assert_eq!(difference.verdict, Verdict::ClearlyHigher);
    }

    #[test]
    fn overlapping_intervals_may_still_be_told_apart() {
        // By hand: 58.0–62.0 and 61.5–65.5 overlap; z = 3.5 / (√32 / 3.92) = 2.425.
        let verdict = difference(published(60.0, 58.0, 62.0), published(63.5, 61.5, 65.5)).unwrap().verdict;
        assert_eq!(verdict, Verdict::ProbablyLower);
    }

    #[test]
    fn a_z_of_exactly_the_threshold_has_reached_it() {
        // By hand: widths 3 and 4 give SE = 5 / 3.92, so a gap of 2.5 is z = 1.96 exactly.
        // So for the published pairs here, found with whole tenths: Cheshire East and Bournemouth, Christchurch and
        // Poole; Bath and North East Somerset and Wrexham (women, 2022–24); Lambeth and North Tyneside (men, 2021–23).
        for (high, low) in [
            (published(60.0, 58.5, 61.5), published(57.5, 55.5, 59.5)),
            (published(66.0, 62.4, 69.6), published(61.5, 58.8, 64.2)),
            (published(65.6, 62.3, 68.9), published(60.1, 55.7, 64.5)),
            (published(63.9, 59.1, 68.7), published(57.9, 54.3, 61.5)),
        ] {
            assert_eq!(difference(high, low).unwrap().verdict, Verdict::ProbablyHigher);
            assert_eq!(difference(low, high).unwrap().verdict, Verdict::ProbablyLower);
        }
        let at = |z| difference(Measured::new(z, 1.0).unwrap(), Measured::new(0.0, 0.0).unwrap()).unwrap().verdict;
        assert_eq!(at(2.58), Verdict::ClearlyHigher);
        assert_eq!(at(2.579), Verdict::ProbablyHigher);
        assert_eq!(at(1.959), Verdict::CantTell);
        assert_eq!(at(-2.58), Verdict::ClearlyLower);
    }

    #[test]
    fn degenerate_input_is_a_typed_error() {
        let new = Measured::new;
        let compare = |a: (f64, f64), b: (f64, f64)| difference(new(a.0, a.1).unwrap(), new(b.0, b.1).unwrap());
        assert_eq!(compare((1.0, 0.0), (1.0, 0.0)), Err(DifferenceError::NoStandardError));
        assert_eq!(compare((f64::MAX, 1.0), (f64::MIN, 1.0)), Err(DifferenceError::NotFinite));
        assert_eq!(compare((1.0, 1e-320), (0.0, 0.0)), Err(DifferenceError::NotFinite));
    }

    proptest! {
        #[test]
        fn swapping_sides_reverses_everything(a in measured(), b in measured()) {
            let (one, other) = (difference(a, b).unwrap(), difference(b, a).unwrap());
            prop_assert_eq!(one.verdict, other.verdict.reversed());
            prop_assert_eq!((one.gap, one.z, one.standard_error), (-other.gap, -other.z, other.standard_error));
            prop_assert_eq!((one.interval.lower, one.interval.upper), (-other.interval.upper, -other.interval.lower));
        }

        #[test]
        fn told_apart_means_zero_is_outside_the_interval(a in measured(), b in measured()) {
            let found = difference(a, b).unwrap();
            prop_assume!((found.z.abs() - PROBABLY).abs() > 2.0 * TOUCHES);
            prop_assert_eq!(found.verdict.tells_apart(), !found.interval.contains(0.0));
            prop_assert_eq!(found.verdict.is_higher(), found.verdict.tells_apart() && found.gap > 0.0);
        }

        #[test]
        fn never_nan(values in proptest::array::uniform7(wild())) {
            let [a, a_low, a_high, b, b_low, b_high, step] = values;
            let made = |value, lower, upper| Measured::published(value, Limits { lower, upper }, step);
            if let (Ok(a), Ok(b)) = (made(a, a_low, a_high), made(b, b_low, b_high))
                && let Ok(found) = difference(a, b)
            {
                let numbers = [found.gap, found.standard_error, found.z, found.interval.lower, found.interval.upper];
                prop_assert!(numbers.iter().all(|number| number.is_finite()));
            }
        }
    }
}

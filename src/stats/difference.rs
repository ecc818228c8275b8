//! The one rule by which two estimates are called higher, lower or impossible to tell apart.

use super::Interval;
use crate::model::{Known, Limits, Listed};

/// From this |z| on, one estimate is *clearly* higher (two-sided probability of 1% if there were no difference).
pub const CLEARLY: f64 = 2.58;
/// From this |z| on, one estimate is *probably* higher (5%). Also the width of a 95% interval in standard errors.
pub const PROBABLY: f64 = 1.96;

/// Published figures are decimal, so that z can be exactly 1.96 on paper: widths 3.0 and 4.0 with a gap of 2.5 are.
/// In the table of February 2026, 41 pairs of local areas are, over all periods, and 23 of these would come out a
/// few bits too low. Anything this near a threshold has reached it; no other pair of that table is.
const TOUCHES: f64 = 1e-9;

/// Up to this many rounding steps from the middle to a limit, rounding is part of the error worth counting.
const FINE_STEPS: f64 = 5.0;

/// An estimate and its standard error, in the same unit; both finite, the error not negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    pub(super) value: f64,
    pub(super) standard_error: f64,
}

/// What is to be said of the first of two estimates against the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// z ≥ 2.58.
    ClearlyHigher,
    /// 1.96 ≤ z < 2.58.
    ProbablyHigher,
    /// −1.96 < z < 1.96. Not the same as “equal”.
    CantTell,
    /// −2.58 < z ≤ −1.96.
    ProbablyLower,
    /// z ≤ −2.58.
    ClearlyLower,
}

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
}

/// Compares the first estimate with the second, their errors being independent.
///
/// gap = a − b, SE² = SEa² + SEb², z = gap / SE; thresholds [`CLEARLY`] and [`PROBABLY`]. This, not whether two
/// intervals overlap, decides: intervals may overlap where the gap is clear. Never for women against men of one
/// local area, whose published estimates share one local effect.
///
/// # Errors
/// [`DifferenceError::NoStandardError`] where both errors are zero, [`DifferenceError::NotFinite`] on overflow.
pub fn difference(a: Measured, b: Measured) -> Result<Difference, DifferenceError> {
    let gap = a.value - b.value;
    let standard_error = libm::hypot(a.standard_error, b.standard_error);
    if standard_error == 0.0 {
        return Err(DifferenceError::NoStandardError);
    }
    let z = gap / standard_error;
    let interval = Interval::around(gap, PROBABLY * standard_error).filter(|_| z.is_finite());
    let interval = interval.ok_or(DifferenceError::NotFinite)?;
    Ok(Difference { gap, standard_error, z, interval, verdict: Verdict::of(z) })
}

impl Verdict {
    fn of(z: f64) -> Verdict {
        match z.abs() + TOUCHES {
            size if size >= CLEARLY && z > 0.0 => Verdict::ClearlyHigher,
            size if size >= CLEARLY => Verdict::ClearlyLower,
            size if size >= PROBABLY && z > 0.0 => Verdict::ProbablyHigher,
            size if size >= PROBABLY => Verdict::ProbablyLower,
            _ => Verdict::CantTell,
        }
    }

    /// Whether the first is higher, clearly or probably.
    pub fn is_higher(self) -> bool {
        matches!(self, Verdict::ClearlyHigher | Verdict::ProbablyHigher)
    }

    /// Whether the first is lower, clearly or probably.
    pub fn is_lower(self) -> bool {
        matches!(self, Verdict::ClearlyLower | Verdict::ProbablyLower)
    }

    /// Whether anything may be said about which is higher.
    pub fn tells_apart(self) -> bool {
        self != Verdict::CantTell
    }

    /// The verdict on the second against the first.
    pub fn reversed(self) -> Verdict {
        match self {
            Verdict::ClearlyHigher => Verdict::ClearlyLower,
            Verdict::ProbablyHigher => Verdict::ProbablyLower,
            Verdict::CantTell => Verdict::CantTell,
            Verdict::ProbablyLower => Verdict::ProbablyHigher,
            Verdict::ClearlyLower => Verdict::ClearlyHigher,
        }
    }
}

impl Listed for Verdict {
    const ALL: &'static [Verdict] = &[
        Verdict::ClearlyHigher,
        Verdict::ProbablyHigher,
        Verdict::CantTell,
        Verdict::ProbablyLower,
        Verdict::ClearlyLower,
    ];

    fn id(self) -> &'static str {
        match self {
            Verdict::ClearlyHigher => "clearly-higher",
            Verdict::ProbablyHigher => "probably-higher",
            Verdict::CantTell => "cant-tell",
            Verdict::ProbablyLower => "probably-lower",
            Verdict::ClearlyLower => "clearly-lower",
        }
    }
}

crate::model::listed::from_str!(Verdict);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
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
    fn rounding_counts_where_limits_are_narrow() {
        // By hand: England ±0.2 → √((0.4/3.92)² + 0.01/12) = 0.106 046; a local area ±1.3 keeps 2.6/3.92.
        close(published(61.5, 61.3, 61.7).standard_error(), 0.106_046, 1e-6);
        assert_eq!(published(60.0, 58.7, 61.3).standard_error(), (61.3 - 58.7) / 3.92);
        assert_eq!(published(60.0, 59.5, 60.5).standard_error(), libm::hypot(1.0 / 3.92, 0.1 / 12f64.sqrt()));
    }

    #[test]
    fn degenerate_input_is_a_typed_error() {
        let new = Measured::new;
        assert_eq!(new(f64::NAN, 1.0), Err(DifferenceError::NotFinite));
        assert_eq!(new(1.0, f64::INFINITY), Err(DifferenceError::NotFinite));
        assert_eq!(new(1.0, -1.0), Err(DifferenceError::BadLimits));
        let crossed = Limits { lower: 2.0, upper: 1.0 };
        assert_eq!(Measured::published(1.0, crossed, 0.1), Err(DifferenceError::BadLimits));
        let none = Known { value: 1.0, limits: None, mark: crate::model::Mark::Published };
        assert_eq!(Measured::of(none, 0.1), Err(DifferenceError::NoLimits));
        let compare = |a: (f64, f64), b: (f64, f64)| difference(new(a.0, a.1).unwrap(), new(b.0, b.1).unwrap());
        assert_eq!(compare((1.0, 0.0), (1.0, 0.0)), Err(DifferenceError::NoStandardError));
        assert_eq!(compare((f64::MAX, 1.0), (f64::MIN, 1.0)), Err(DifferenceError::NotFinite));
        assert_eq!(compare((1.0, 1e-320), (0.0, 0.0)), Err(DifferenceError::NotFinite));
    }

    #[test]
    fn verdicts_read_back_from_their_word() {
        for &verdict in Verdict::ALL {
            assert_eq!(verdict.to_string().parse(), Ok(verdict));
        }
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

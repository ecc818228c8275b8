//! Whether a place has changed between two periods, and whether otherwise than its nation.

use super::{Difference, DifferenceError, Measured, difference};
use crate::model::Period;

/// An estimate for one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InPeriod {
    /// When.
    pub period: Period,
    /// The estimate and its standard error.
    pub measured: Measured,
}

/// Why a change cannot be tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The periods have a year in common, so that one survey would stand on both sides.
    #[error("the periods {0} and {1} have a year in common")]
    SharedYear(Period, Period),
    /// The period named first is the later one.
    #[error("the period {0} is not before {1}")]
    NotBefore(Period, Period),
    /// The place and the nation are not compared over the same two periods.
    #[error("the place and the nation are not of the same two periods")]
    OtherPeriods,
    /// The estimates cannot be compared.
    #[error(transparent)]
    Difference(#[from] DifferenceError),
}

/// The change from one period to a later one that shares no year with it: [`difference()`], later less earlier.
///
/// # Errors
/// Periods that share a year or are the wrong way round, and those of [`difference()`].
pub fn change(earlier: InPeriod, later: InPeriod) -> Result<Difference, ChangeError> {
    check(earlier, later)?;
    Ok(difference(later.measured, earlier.measured)?)
}

/// A place's change against its nation's over the same two periods, each given as (earlier, later).
///
/// gap = (a₂ − a₁) − (n₂ − n₁), SE² the sum of all four; the verdict is [`difference()`]'s: *higher* means that the
/// place rose more, or fell less. The two are taken to be independent, though the place is a part of its nation: SE
/// comes out too large by about that part, so that a verdict is, if anything, withheld.
///
/// # Errors
/// As for [`change()`], for either pair, and pairs of different periods.
pub fn change_against(place: (InPeriod, InPeriod), nation: (InPeriod, InPeriod)) -> Result<Difference, ChangeError> {
    check(place.0, place.1)?;
    if (place.0.period, place.1.period) != (nation.0.period, nation.1.period) {
        return Err(ChangeError::OtherPeriods);
    }
    let place = place.1.measured.less(place.0.measured)?;
    let nation = nation.1.measured.less(nation.0.measured)?;
    Ok(difference(place, nation)?)
}

fn check(earlier: InPeriod, later: InPeriod) -> Result<(), ChangeError> {
    let (first, second) = (earlier.period, later.period);
    if first.shares_a_year_with(second) {
        return Err(ChangeError::SharedYear(first, second));
    }
    if first > second {
        return Err(ChangeError::NotBefore(first, second));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Limits;
    use crate::stats::Verdict;
    use crate::stats::testdata::{close, wild};

    fn at(first: u16, last: u16, value: f64, lower: f64, upper: f64) -> InPeriod {
        let measured = Measured::published(value, Limits { lower, upper }, 0.1).unwrap();
        InPeriod { period: Period::years(first, last).unwrap(), measured }
    }

    /// Women of Blackpool and of England, 2011–13 and 2022–24, as published.
    fn blackpool_and_england() -> [(InPeriod, InPeriod); 2] {
        [
            (at(2011, 2013, 57.0, 54.8, 59.2), at(2022, 2024, 51.8, 47.4, 56.1)),
            (at(2011, 2013, 63.9, 63.7, 64.1), at(2022, 2024, 61.3, 61.0, 61.6)),
        ]
    }

    #[test]
    fn blackpool_fell_but_not_for_certain_more_than_england() {
        let [place, nation] = blackpool_and_england();
        // By hand: 51.8 − 57.0; √(4.4² + 8.7²) / 3.92 = 9.749 359 / 3.92.
        let own = change(place.0, place.1).unwrap();
        close(own.gap, -5.2, 1e-12);
        close(own.standard_error, 2.487_081, 1e-6);
        assert_eq!(own.verdict, Verdict::ProbablyLower);
        // By hand: −5.2 − (61.3 − 63.9); England's limits ±0.2 and ±0.3 have 0.01/12 each added for rounding:
        // √(4.4² + 8.7² + 0.4² + 0.6² + 2 × 3.92² × 0.01 / 12) / 3.92 = √95.595 6 / 3.92.
        let against = change_against(place, nation).unwrap();
        close(against.gap, -2.6, 1e-12);
        close(against.standard_error, 2.494_2, 1e-4);
        assert_eq!(against.verdict, Verdict::CantTell);
    }

    #[test]
    fn periods_that_share_a_year_or_are_turned_round_are_refused() {
        let (old, new) = (at(2019, 2021, 60.0, 58.0, 62.0), at(2022, 2024, 58.0, 56.0, 60.0));
        let between = at(2021, 2023, 59.0, 57.0, 61.0);
        assert!(change(old, new).is_ok());
        assert_eq!(change(old, between), Err(ChangeError::SharedYear(old.period, between.period)));
        assert_eq!(change(new, new), Err(ChangeError::SharedYear(new.period, new.period)));
        assert_eq!(change(new, old), Err(ChangeError::NotBefore(new.period, old.period)));
        assert_eq!(change_against((new, old), (new, old)), Err(ChangeError::NotBefore(new.period, old.period)));
        let older = at(2016, 2018, 60.0, 58.0, 62.0);
        assert_eq!(change_against((old, new), (older, new)), Err(ChangeError::OtherPeriods));
        let exact = InPeriod { measured: Measured::new(1.0, 0.0).unwrap(), ..old };
        let later = InPeriod { period: new.period, ..exact };
        assert_eq!(change(exact, later), Err(DifferenceError::NoStandardError.into()));
    }

    proptest! {
        #[test]
        fn shift_of_all_changes_nothing_and_sides_are_symmetric(
            values in proptest::array::uniform4(40.0..80.0f64), shift in -9.0..9.0f64,
        ) {
            let make = |value: f64, years: (u16, u16)| at(years.0, years.1, value, value - 2.0, value + 2.0);
            let all = |by: f64| values.map(|value| value + by);
            let pairs = |[a, b, c, d]: [f64; 4]| {
                let (old, new) = ((2011, 2013), (2022, 2024));
                ((make(a, old), make(b, new)), (make(c, old), make(d, new)))
            };
            let (place, nation) = pairs(all(0.0));
            let (moved_place, moved_nation) = pairs(all(shift));
            let found = change_against(place, nation).unwrap();
            let moved = change_against(moved_place, moved_nation).unwrap();
            prop_assert!((found.gap - moved.gap).abs() < 1e-9);
            prop_assert_eq!(found.verdict, change_against(nation, place).unwrap().verdict.reversed());
            // The nation standing still for certain, it is the place's own change.
            let still = InPeriod { measured: Measured::new(61.0, 0.0).unwrap(), ..nation.0 };
            let still = (still, InPeriod { period: nation.1.period, ..still });
            prop_assert_eq!(change_against(place, still), change(place.0, place.1));
        }

        #[test]
        fn never_nan(values in proptest::array::uniform8(wild())) {
            let (old, new) = (Period::years(2011, 2013).unwrap(), Period::years(2022, 2024).unwrap());
            let made = |at: usize, period| {
                Measured::new(values[at], values[at + 1].abs()).map(|measured| InPeriod { period, measured })
            };
            if let (Ok(a), Ok(b), Ok(c), Ok(d)) = (made(0, old), made(2, new), made(4, old), made(6, new))
                && let Ok(found) = change_against((a, b), (c, d))
            {
                let numbers = [found.gap, found.z, found.interval.lower, found.interval.upper];
                prop_assert!(numbers.iter().all(|number| number.is_finite()));
            }
        }
    }
}

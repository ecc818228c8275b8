//! What would be expected of a place, given one circumstance, from the line through all the others.

use super::{Interval, MetaLine, Observed, SampleError, meta_regression, student_width};

/// How a place stands to the line through the others: all that may be said of it. Never performance, never cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Within the interval.
    InLine,
    /// Outside it: further from the line than 19 in 20 such places would be, in part survey error. About one place
    /// in 20 is, by construction.
    FurtherThan19In20,
}

/// What would be expected of a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// Height of the others' line at the place's circumstance, in the unit of y.
    pub value: f64,
    /// Where 19 in 20 estimates of such a place would be.
    pub interval: Interval,
    /// Whether the place's own estimate is.
    pub standing: Standing,
    /// The line through the others.
    pub line: MetaLine,
}

/// What would be expected of the place at this position, from 0, given its x and the line through all other places.
///
/// ŷ ± t·√(τ² + SE² + SE²(line)): how far places differ, the place's own error and the line's at its x; t of n − 1 − 2
/// degrees, n − 1 being the others. The line is [`meta_regression`]'s.
///
/// # Errors
/// No such place, fewer than four places, and those of [`meta_regression`] for the others.
pub fn expected(places: &[Observed], at: usize) -> Result<Expected, SampleError> {
    from_others(places, at, width(places.len())?)
}

/// [`expected()`] of every place, in the order given.
///
/// # Errors
/// As for [`expected()`], of any place.
pub fn expected_all(places: &[Observed]) -> Result<Vec<Expected>, SampleError> {
    let width = width(places.len())?;
    (0..places.len()).map(|at| from_others(places, at, width)).collect()
}

/// How many standard errors the interval reaches; the same for every place.
fn width(n: usize) -> Result<f64, SampleError> {
    if n < 4 {
        return Err(SampleError::TooFew { found: n, needed: 4 });
    }
    u32::try_from(n - 3).ok().and_then(student_width).ok_or(SampleError::OutOfRange)
}

fn from_others(places: &[Observed], at: usize, width: f64) -> Result<Expected, SampleError> {
    let own = places.get(at).ok_or(SampleError::NoSuchPlace(at))?;
    let mut others = places.to_vec();
    others.remove(at);
    let line = meta_regression(&others)?;
    let height = line.at(own.x)?;
    let error = libm::hypot(libm::hypot(line.between_places, own.measured.standard_error), height.standard_error);
    let interval = Interval::around(height.value, width * error).ok_or(SampleError::OutOfRange)?;
    let inside = interval.contains(own.measured.value);
    let standing = if inside { Standing::InLine } else { Standing::FurtherThan19In20 };
    Ok(Expected { value: height.value, interval, standing, line })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::testdata::{observed, wild_observed};
    use crate::stats::{Measured, Side};

    #[test]
    fn degenerate_input_is_a_typed_error() {
        let place = |x: f64, y: f64| Observed { x, measured: Measured::new(y, 1.0).unwrap() };
        let places = [place(1.0, 1.0), place(1.0, 2.0), place(1.0, 4.0), place(2.0, 3.0)];
        assert_eq!(expected(&places[..3], 0), Err(SampleError::TooFew { found: 3, needed: 4 }));
        assert_eq!(expected(&places, 4), Err(SampleError::NoSuchPlace(4)));
        assert!(expected(&places, 0).is_ok());
        assert_eq!(expected(&places, 3), Err(SampleError::Constant(Side::X)));
        assert_eq!(expected_all(&places), Err(SampleError::Constant(Side::X)));
        assert_eq!(expected_all(&[]), Err(SampleError::TooFew { found: 0, needed: 4 }));
    }

    proptest! {
        #[test]
        fn a_place_is_no_part_of_its_own_line(places in observed(), moved in -500.0..500.0f64) {
            prop_assume!(places.len() >= 4);
            let (Ok(before), mut places) = (expected(&places, 1), places) else { return Ok(()) };
            places[1].measured.value = moved;
            let after = expected(&places, 1).unwrap();
            prop_assert_eq!((before.line, before.value, before.interval), (after.line, after.value, after.interval));
            prop_assert!(after.interval.contains(after.value));
            prop_assert_eq!(after.standing == Standing::InLine, after.interval.contains(moved));
        }

        #[test]
        fn all_are_what_each_is(places in observed()) {
            let Ok(all) = expected_all(&places) else { return Ok(()) };
            for (at, one) in all.iter().enumerate() {
                prop_assert_eq!(expected(&places, at), Ok(*one));
            }
        }

        #[test]
        fn never_nan(places in wild_observed(), at in 0..9usize) {
            if let Ok(Expected { value, interval, .. }) = expected(&places, at) {
                prop_assert!(value.is_finite() && interval.lower.is_finite() && interval.upper.is_finite());
                prop_assert!(interval.contains(value));
            }
        }
    }
}

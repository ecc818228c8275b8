//! A line through estimates that are themselves uncertain: random-effects meta-regression.

use super::reml::{Fit, Row, fit};
use super::sample::Moments;
use super::{Measured, SampleError};

/// Standard errors further apart than this are not of one kind of estimate, and their weights would lose all digits.
const MOST_UNEVEN: f64 = 1e6;

/// A place: a circumstance, and what is measured there, whose standard error must be above zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed {
    /// The circumstance, in its own unit; taken to be known without error.
    pub x: f64,
    /// The estimate and its standard error.
    pub measured: Measured,
}

/// A line through estimates: ŷ = `intercept` + `slope` · x.
///
/// Built by [`meta_regression`] only; every number is finite.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct MetaLine {
    /// How many places it was fitted to.
    pub n: usize,
    /// Height at x = 0, in the unit of y.
    pub intercept: f64,
    /// Change in y for one unit of x.
    pub slope: f64,
    /// Standard error of the intercept, in the unit of y.
    pub intercept_error: f64,
    /// Standard error of the slope, in units of y for one of x.
    pub slope_error: f64,
    /// τ: how far places lie from the line beyond their own errors, as a standard deviation in the unit of y.
    pub between_places: f64,
    x_mean: f64,
    y_mean: f64,
    mean_error: f64,
}

/// Fits yᵢ = a + b·xᵢ + uᵢ + eᵢ, with Var(eᵢ) = SEᵢ² as published and Var(uᵢ) = τ² by restricted maximum likelihood.
///
/// Places count by 1/(τ² + SEᵢ²). τ² is where the restricted likelihood is greatest, 0 included: see `reml`. Standard
/// errors of the line are the usual ones, which take τ² to be known; they agree with R's `metafor::rma`. The places are
/// taken to be independent, which neighbours are not: the errors are too small.
///
/// # Errors
/// Fewer than three places, NaN or infinity, an x or y that is the same everywhere, a standard error that is zero,
/// or errors more than a million-fold apart or out of all proportion to y.
pub fn meta_regression(places: &[Observed]) -> Result<MetaLine, SampleError> {
    let points: Vec<_> = places.iter().map(|place| (place.x, place.measured.value)).collect();
    let moments = Moments::of(&points, 3)?;
    let (mut least, mut unit) = (f64::INFINITY, 0.0f64);
    for place in places {
        (least, unit) = (place.measured.standard_error.min(least), place.measured.standard_error.max(unit));
    }
    if least <= 0.0 {
        return Err(SampleError::BadStandardError);
    }
    let (x_unit, y_spread) = (moments.sxx.sqrt(), moments.syy.sqrt());
    if unit > least * MOST_UNEVEN || y_spread / unit > 1e100 {
        return Err(SampleError::OutOfRange);
    }
    let scaled = |place: &Observed| Row {
        x: (place.x - moments.x_mean) / x_unit,
        y: (place.measured.value - moments.y_mean) / unit,
        variance: (place.measured.standard_error / unit) * (place.measured.standard_error / unit),
    };
    let rows: Vec<_> = places.iter().map(scaled).collect();
    let Fit { between, total, x_mean, y_mean, sxx, slope } = fit(&rows);
    let mut line = MetaLine {
        n: places.len(),
        intercept: 0.0,
        slope: slope / x_unit * unit,
        intercept_error: 0.0,
        slope_error: unit / x_unit / sxx.sqrt(),
        between_places: between.sqrt() * unit,
        x_mean: moments.x_mean + x_mean * x_unit,
        y_mean: moments.y_mean + y_mean * unit,
        mean_error: unit / total.sqrt(),
    };
    (line.intercept, line.intercept_error) = (line.height(0.0), line.height_error(0.0));
    if line.numbers().iter().all(|number| number.is_finite()) { Ok(line) } else { Err(SampleError::OutOfRange) }
}

impl MetaLine {
    fn numbers(&self) -> [f64; 8] {
        let [a, b] = [self.intercept, self.intercept_error];
        [a, b, self.slope, self.slope_error, self.between_places, self.x_mean, self.y_mean, self.mean_error]
    }

    /// The line's height at `x`, in the unit of y, with its own standard error.
    ///
    /// # Errors
    /// An `x` that is not finite, or so large that the height or its error is not.
    pub fn at(&self, x: f64) -> Result<Measured, SampleError> {
        if !x.is_finite() {
            return Err(SampleError::NotFinite);
        }
        Measured::new(self.height(x), self.height_error(x)).map_err(|_| SampleError::OutOfRange)
    }

    fn height(&self, x: f64) -> f64 {
        self.y_mean + self.slope * (x - self.x_mean)
    }

    fn height_error(&self, x: f64) -> f64 {
        libm::hypot(self.mean_error, self.slope_error * (x - self.x_mean))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::testdata::{close, observed, wild_observed};
    use crate::stats::{Side, fit as least_squares};

    fn place(x: f64, y: f64, error: f64) -> Observed {
        Observed { x, measured: Measured::new(y, error).unwrap() }
    }

    #[test]
    fn degenerate_input_is_a_typed_error() {
        let error = |places: &[Observed]| meta_regression(places).unwrap_err();
        let sound = [place(1.0, 1.0, 0.5), place(2.0, 3.0, 0.5), place(3.0, 2.0, 0.5)];
        assert!(meta_regression(&sound).is_ok());
        assert_eq!(error(&sound[..2]), SampleError::TooFew { found: 2, needed: 3 });
        let with = |third| error(&[sound[0], sound[1], third]);
        assert_eq!(with(place(f64::NAN, 2.0, 0.5)), SampleError::NotFinite);
        assert_eq!(with(place(3.0, 2.0, 0.0)), SampleError::BadStandardError);
        assert_eq!(with(place(3.0, 2.0, 1e9)), SampleError::OutOfRange);
        assert_eq!(with(place(3.0, 1e140, 0.5)), SampleError::OutOfRange);
        assert_eq!(error(&[sound[0]; 4]), SampleError::Constant(Side::X));
        let line = meta_regression(&sound).unwrap();
        assert_eq!(line.at(f64::INFINITY), Err(SampleError::NotFinite));
        let steep = [place(1.0, 1e3, 1.0), place(2.0, 3e3, 1.0), place(3.0, 9e3, 1.0)];
        assert_eq!(meta_regression(&steep).unwrap().at(f64::MAX), Err(SampleError::OutOfRange));
    }

    #[test]
    fn points_on_a_line_leave_nothing_between_places() {
        let places: Vec<_> = (0..9).map(|x| place(f64::from(x), 3.0 + 2.0 * f64::from(x), 0.5)).collect();
        let line = meta_regression(&places).unwrap();
        assert_eq!(line.between_places, 0.0);
        close(line.slope, 2.0, 1e-14);
        close(line.intercept, 3.0, 1e-13);
    }

    proptest! {
        #[test]
        fn follows_shift_and_scale_in_any_order(places in observed(), shift in -50.0..50.0f64, scale in 0.1..10.0f64) {
            let line = meta_regression(&places).unwrap();
            let moved = |it: &Observed| {
                place(it.x * scale - shift, it.measured.value * 2.0 + shift, it.measured.standard_error * 2.0)
            };
            let other = meta_regression(&places.iter().rev().map(moved).collect::<Vec<_>>()).unwrap();
            prop_assert!(line.between_places >= 0.0);
            // τ is flat near 0, where the least change in τ² is a large one in τ.
            let (here, there) = (line.between_places.powi(2), other.between_places.powi(2) / 4.0);
            prop_assert!((here - there).abs() < 1e-7 * (1.0 + here), "{here} {there}");
            prop_assert!((other.slope * scale / 2.0 - line.slope).abs() < 1e-6 * (1.0 + line.slope.abs()));
            prop_assert!((other.slope_error * scale / 2.0 - line.slope_error).abs() < 1e-6 * (1.0 + line.slope_error));
        }

        #[test]
        fn equal_errors_give_the_least_squares_line(places in observed(), error in 0.1..20.0f64) {
            let places: Vec<_> = places.iter().map(|it| place(it.x, it.measured.value, error)).collect();
            let points: Vec<_> = places.iter().map(|it| (it.x, it.measured.value)).collect();
            let (line, plain) = (meta_regression(&places).unwrap(), least_squares(&points).unwrap());
            prop_assert!((line.slope - plain.slope).abs() < 1e-9 * (1.0 + plain.slope.abs()));
            // Then τ² = s² − SE², or 0, exactly.
            let between = (plain.residual_sd.powi(2) - error * error).max(0.0);
            prop_assert!((line.between_places.powi(2) - between).abs() < 1e-8 * (1.0 + between));
        }

        #[test]
        fn never_nan(places in wild_observed(), x in wild_x()) {
            if let Ok(line) = meta_regression(&places) {
                prop_assert!(line.numbers().iter().all(|number| number.is_finite()));
                if let Ok(height) = line.at(x) {
                    prop_assert!(height.value.is_finite() && height.standard_error.is_finite());
                }
            }
        }
    }

    use crate::stats::testdata::wild as wild_x;
}

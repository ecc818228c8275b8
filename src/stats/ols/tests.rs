use proptest::prelude::*;

use super::*;
use crate::stats::testdata::{LONGLEY, NORRIS, close, points, wild};
use crate::stats::{Side, pearson};

#[test]
fn norris_as_certified_by_nist() {
    // NIST Statistical Reference Datasets, linear regression, “Norris”, certified values:
    // https://www.itl.nist.gov/div898/strd/lls/data/Norris.shtml
    let line = fit(&NORRIS).unwrap();
    assert_eq!(line.n, 36);
    close(line.intercept, -0.262323073774029, 1e-12);
    close(line.intercept_error, 0.232818234301152, 1e-13);
    close(line.slope, 1.00211681802045, 1e-14);
    close(line.slope_error, 0.429796848199937e-03, 1e-16);
    close(line.residual_sd, 0.884796396144373, 1e-13);
    close(line.r_squared, 0.999993745883712, 1e-15);
}

#[test]
fn norris_bands_as_from_statsmodels() {
    // statsmodels 0.15.0: m = sm.OLS(y, sm.add_constant(x)).fit();
    // m.get_prediction(sm.add_constant([0., 500., 1200.], has_constant='add')).summary_frame(alpha=.05)
    let line = fit(&NORRIS).unwrap();
    for (x, height, confidence, prediction) in [
        (0.0, -0.26232307377406, [-0.73546665210163, 0.21082050455351], [-2.1216535432761, 1.597007395728]),
        (500.0, 500.79608593645, [500.48819647153, 501.10397540137], [498.97179405418, 502.62037781872]),
        (1200.0, 1202.2778585508, [1201.5329080147, 1203.0228090868], [1200.3315296345, 1204.224187467]),
    ] {
        close(line.at(x).unwrap(), height, 1e-10);
        bounds(line.confidence(x), confidence, 1e-9);
        bounds(line.prediction(x), prediction, 1e-9);
    }
}

#[test]
fn longley_employment_on_product_as_from_statsmodels() {
    // NIST's “Longley” has six circumstances; here total employment on gross national product alone.
    // statsmodels 0.15.0: L = sm.datasets.longley.load_pandas().data;
    // m = sm.OLS(L['TOTEMP'], sm.add_constant(L['GNP'])).fit(); m.params, m.bse, m.scale**.5, m.rsquared;
    // m.get_prediction(sm.add_constant([250e3, 400e3], has_constant='add')).summary_frame(alpha=.05)
    let line = fit(&LONGLEY).unwrap();
    close(line.intercept, 51843.5897818841, 1e-8);
    close(line.slope, 0.0347522943476291, 1e-14);
    close(line.intercept_error, 681.37163637923, 1e-9);
    close(line.slope_error, 0.0017057121554844, 1e-15);
    close(line.residual_sd, 656.622318388193, 1e-9);
    close(line.r_squared, 0.967373771854123, 1e-13);
    bounds(line.confidence(250_000.0), [59917.06763252, 61146.259105063], 1e-7);
    bounds(line.prediction(250_000.0), [58995.083232261, 62068.243505321], 1e-7);
    bounds(line.confidence(400_000.0), [65389.564197146, 66099.450844725], 1e-7);
    bounds(line.prediction(400_000.0), [64292.152412831, 67196.862629041], 1e-7);
}

fn bounds(found: Result<Interval, SampleError>, expected: [f64; 2], within: f64) {
    let found = found.unwrap();
    close(found.lower, expected[0], within);
    close(found.upper, expected[1], within);
}

#[test]
fn points_on_a_line_are_fitted_without_error() {
    let line = fit(&[(0.0, 1.0), (1.0, 3.0), (2.0, 5.0), (3.0, 7.0)]).unwrap();
    assert_eq!((line.intercept, line.slope, line.residual_sd, line.r_squared), (1.0, 2.0, 0.0, 1.0));
    assert_eq!(line.prediction(10.0), Ok(Interval { lower: 21.0, upper: 21.0 }));
}

#[test]
fn the_band_runs_from_the_least_x_to_the_greatest() {
    let line = fit(&LONGLEY).unwrap();
    let band = line.band(4).unwrap();
    let ends: Vec<_> = [0, 4].iter().map(|&at: &usize| band[at].0).collect();
    assert_eq!((band.len(), ends), (5, vec![234_289.0, 554_894.0]));
    assert_eq!(band[1].1, line.confidence(band[1].0).unwrap().lower);
    assert_eq!(line.band(0).unwrap().len(), 2);
}

#[test]
fn degenerate_input_is_a_typed_error() {
    assert_eq!(fit(&[(1.0, 2.0), (2.0, 3.0)]), Err(SampleError::TooFew { found: 2, needed: 3 }));
    assert_eq!(fit(&[(1.0, 2.0), (1.0, 3.0), (1.0, 4.0)]), Err(SampleError::Constant(Side::X)));
    let line = fit(&NORRIS).unwrap();
    assert_eq!(line.at(f64::NAN), Err(SampleError::NotFinite));
    assert_eq!(line.confidence(f64::INFINITY), Err(SampleError::NotFinite));
    assert_eq!(line.prediction(f64::MAX), Err(SampleError::OutOfRange));
}

proptest! {
    #[test]
    fn follows_shift_and_scale(points in points(), shift in -50.0..50.0f64, scale in 0.1..10.0f64) {
        let line = fit(&points).unwrap();
        let moved: Vec<_> = points.iter().map(|(x, y)| (x * scale + shift, y)).map(|(x, y)| (x, y + shift)).collect();
        let other = fit(&moved).unwrap();
        let size = 1.0 + line.slope.abs();
        prop_assert!((other.slope * scale - line.slope).abs() < 1e-8 * size);
        prop_assert!((other.residual_sd - line.residual_sd).abs() < 1e-8 * (1.0 + line.residual_sd));
        let (here, there) = (line.prediction(10.0).unwrap(), other.prediction(10.0 * scale + shift).unwrap());
        prop_assert!((here.lower + shift - there.lower).abs() < 1e-6 * (size + here.lower.abs()));
        prop_assert!((here.upper + shift - there.upper).abs() < 1e-6 * (size + here.upper.abs()));
    }

    #[test]
    fn hardly_depends_on_the_order_of_areas(points in points()) {
        let backwards: Vec<_> = points.iter().rev().copied().collect();
        let (one, other) = (fit(&points).unwrap(), fit(&backwards).unwrap());
        prop_assert!((one.slope - other.slope).abs() < 1e-9 * (1.0 + one.slope.abs()));
        prop_assert!((one.r_squared - other.r_squared).abs() < 1e-9);
    }

    #[test]
    fn prediction_is_wider_than_confidence_and_holds_the_line(points in points(), x in -300.0..300.0f64) {
        let line = fit(&points).unwrap();
        let (y, mean, one) = (line.at(x).unwrap(), line.confidence(x).unwrap(), line.prediction(x).unwrap());
        prop_assert!(one.lower <= mean.lower && mean.contains(y) && mean.upper <= one.upper);
    }

    #[test]
    fn r_squared_is_the_square_of_r(points in points()) {
        prop_assume!(points.len() >= 4);
        let r = pearson(&points).unwrap().r;
        prop_assert!((fit(&points).unwrap().r_squared - r * r).abs() < 1e-9);
    }

    #[test]
    fn never_nan(points in proptest::collection::vec((wild(), wild()), 0..8), x in wild()) {
        if let Ok(line) = fit(&points) {
            prop_assert!(line.numbers().iter().all(|number| number.is_finite()));
            prop_assert!(line.at(x).map_or(true, f64::is_finite));
            if let Ok(Interval { lower, upper }) = line.prediction(x) {
                prop_assert!(lower <= upper && lower.is_finite() && upper.is_finite());
            }
            if let Ok(band) = line.band(3) {
                prop_assert!(band.iter().all(|(x, lower, upper)| x.is_finite() && lower <= upper));
            }
        }
    }
}

//! Quantiles of the normal distribution and of Student's t, by which the width of an interval is found.

/// Above this, Student's t is so near the normal that a short series is exact to 12 digits, while the gamma
/// functions begin to lose some.
const MANY: f64 = 1e4;

/// Terms of the continued fraction; with at most 10⁴ degrees of freedom fewer than 200 are used.
const TERMS: u32 = 500;

/// Why there is no quantile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DistributionError {
    /// The probability is not between 0 and 1, both excluded.
    #[error("a probability must lie between 0 and 1")]
    NotAProbability,
    /// The degrees of freedom are not a finite number from 1 on.
    #[error("degrees of freedom must be a finite number, at least 1")]
    BadFreedom,
    /// The quantile is beyond ±10¹⁵⁰.
    #[error("the quantile is too far out to compute")]
    OutOfRange,
}

/// The value that a standard normal variable stays below with probability `p`: 1.959 964 for 0.975.
///
/// Bisection of ½ erfc(z/√2) on the nearer tail; exact to 14 digits or 10⁻¹⁵, whichever is the larger error.
///
/// # Errors
/// [`DistributionError::NotAProbability`] unless 0 < p < 1.
pub fn normal_quantile(p: f64) -> Result<f64, DistributionError> {
    quantile(p, |z| 0.5 * libm::erfc(z * core::f64::consts::FRAC_1_SQRT_2))
}

/// The value that a Student variable of `freedom` degrees stays below with probability `p`: 2.0322 for 0.975 and 34.
///
/// Up to 10⁴ degrees by bisection of the nearer tail, ½ I(ν/(ν+t²); ν/2, ½), where I is the regularised
/// incomplete beta function; beyond, Abramowitz and Stegun 26.7.5. Relative error below 10⁻¹⁰ for p from
/// 10⁻¹⁰ to 1 − 10⁻¹⁰, as the tests against SciPy show.
///
/// # Errors
/// Unless 0 < p < 1 and 1 ≤ freedom < ∞, and where the answer is beyond ±10¹⁵⁰ (p below 10⁻¹⁵⁰, few degrees).
pub fn student_quantile(p: f64, freedom: f64) -> Result<f64, DistributionError> {
    if !freedom.is_finite() || freedom < 1.0 {
        return Err(DistributionError::BadFreedom);
    }
    if freedom > MANY {
        return Ok(from_normal(normal_quantile(p)?, freedom));
    }
    quantile(p, |t| student_tail(t, freedom))
}

/// The quantile of a symmetric distribution, whose upper tail P(T > t), t ≥ 0, falls from ½ to 0.
fn quantile(p: f64, tail: impl Fn(f64) -> f64) -> Result<f64, DistributionError> {
    if !(p > 0.0 && p < 1.0) {
        return Err(DistributionError::NotAProbability);
    }
    if p == 0.5 {
        return Ok(0.0);
    }
    let size = invert(p.min(1.0 - p), tail)?;
    Ok(if p < 0.5 { -size } else { size })
}

/// The t at which a falling `tail` is `p`, by doubling and halving until no number lies between.
fn invert(p: f64, tail: impl Fn(f64) -> f64) -> Result<f64, DistributionError> {
    let (mut low, mut high) = (0.0, 1.0);
    while tail(high) > p {
        (low, high) = (high, 2.0 * high);
        if high > 1e150 {
            return Err(DistributionError::OutOfRange);
        }
    }
    for _ in 0..200 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if tail(middle) > p { low = middle } else { high = middle }
    }
    Ok(high)
}

/// P(T > t) for t > 0.
fn student_tail(t: f64, freedom: f64) -> f64 {
    let (a, b) = (freedom / 2.0, 0.5);
    let square = t * t;
    let (x, y) = (freedom / (freedom + square), square / (freedom + square));
    // x is near 1 where t is small: ln x is taken from t²/ν, which keeps its digits.
    let ln_x = -libm::log1p(square / freedom);
    let ln_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let front = libm::exp(a * ln_x + b * libm::log(y) - ln_beta);
    let below =
        if x < (a + 1.0) / (a + b + 2.0) { front * fraction(a, b, x) / a } else { 1.0 - front * fraction(b, a, y) / b };
    0.5 * below
}

/// The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let away_from_zero = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let (mut c, mut product) = (1.0, d);
    for m in 1..=TERMS {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + term * d);
            c = away_from_zero(1.0 + term / c);
            change = c * d;
            product *= change;
        }
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    product
}

/// Student's quantile from the normal one, z, for many degrees of freedom: Abramowitz and Stegun 26.7.5, first
/// three terms; past 10⁴ degrees the fourth is below 10⁻¹² of the whole.
fn from_normal(z: f64, freedom: f64) -> f64 {
    let w = z * z;
    let g1 = (w + 1.0) / 4.0;
    let g2 = ((5.0 * w + 16.0) * w + 3.0) / 96.0;
    let g3 = (((3.0 * w + 19.0) * w + 17.0) * w - 15.0) / 384.0;
    z * (1.0 + (g1 + (g2 + g3 / freedom) / freedom) / freedom)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::testdata::{close, wild};

    #[test]
    fn normal_quantiles_agree_with_scipy() {
        // SciPy 1.17.1: [f'{v:.16g}' for v in scipy.stats.norm.ppf([.6, .9, .975, .995, .999999, 1e-10, 1e-300])]
        for (p, expected) in [
            (0.6, 0.2533471031357997),
            (0.9, 1.2815515655446),
            (0.975, 1.959963984540054),
            (0.995, 2.5758293035489),
            (0.999999, 4.753424308817087),
            (1e-10, -6.361340902404056),
            (1e-300, -37.0470962993612),
        ] {
            close(normal_quantile(p).unwrap(), expected, 1e-12);
        }
        assert_eq!(normal_quantile(0.5), Ok(0.0));
    }

    #[test]
    fn student_quantiles_agree_with_scipy() {
        // SciPy 1.17.1: [f'{v:.16g}' for v in scipy.stats.t.ppf([.6, .9, .975, .995, .9999], df)]
        let shares = [0.6, 0.9, 0.975, 0.995, 0.9999];
        for (freedom, expected) in [
            (1.0, [0.3249196962329063, 3.077683537175254, 12.70620473617469, 63.65674116287153, 3183.098757118502]),
            (2.0, [0.2886751345948128, 1.885618083164127, 4.302652729749462, 9.924843200918287, 70.70007107496818]),
            (3.0, [0.2766706623326898, 1.637744353696209, 3.182446305283708, 5.840909309733355, 22.203742273205]),
            (4.0, [0.2707222947075976, 1.533206274058944, 2.776445105197793, 4.604094871349992, 13.03367172089682]),
            (14.0, [0.2582126538890586, 1.345030374454651, 2.144786687917804, 2.976842734370834, 4.985013157719529]),
            (34.0, [0.2553385219207751, 1.30695158712643, 2.032244509317719, 2.72839436707072, 4.167222869889273]),
            (214.0, [0.2536622982096983, 1.285520061483382, 1.971111257662303, 2.598997985558614, 3.784462894721987]),
            (1000.0, [0.2534145158394988, 1.282398721460925, 1.962339080826408, 2.580754698065951, 3.732851604575397]),
            (10000.0, [0.253353843445727, 1.281636229730478, 1.960201239890626, 2.576321046668528, 3.720395869117668]),
            (10001.0, [0.2533538427717526, 1.281636221264335, 1.960201216164641, 2.576320997490298, 3.720395731147337]),
            (1e7, [0.2533471098760028, 1.281551650203083, 1.959964221767205, 2.575829795203749, 3.719017864382278]),
        ] {
            for (p, expected) in shares.into_iter().zip(expected) {
                close(student_quantile(p, freedom).unwrap() / expected, 1.0, 1e-10);
                close(student_quantile(1.0 - p, freedom).unwrap() / expected, -1.0, 1e-10);
            }
        }
    }

    #[test]
    fn far_tails_agree_with_scipy() {
        // SciPy 1.17.1: scipy.stats.t.ppf(1e-10, df)
        for (freedom, expected) in [
            (1.0, -3183098861.8379064),
            (3.0, -2225.769284683093),
            (10.0, -25.466008021697725),
            (214.0, -6.682686269311964),
            (10001.0, -6.367940690917591),
            (20000.0, -6.364639661371595),
        ] {
            close(student_quantile(1e-10, freedom).unwrap() / expected, 1.0, 1e-11);
        }
    }

    #[test]
    fn degenerate_input_is_a_typed_error() {
        for p in [0.0, 1.0, -0.1, 1.1, f64::NAN, f64::INFINITY] {
            assert_eq!(normal_quantile(p), Err(DistributionError::NotAProbability));
            assert_eq!(student_quantile(p, 5.0), Err(DistributionError::NotAProbability));
            assert_eq!(student_quantile(p, 1e9), Err(DistributionError::NotAProbability));
        }
        for freedom in [0.0, 0.5, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(student_quantile(0.9, freedom), Err(DistributionError::BadFreedom));
        }
        assert_eq!(student_quantile(1e-200, 1.0), Err(DistributionError::OutOfRange));
    }

    proptest! {
        #[test]
        fn rises_with_p_and_is_symmetric(p in 0.001..0.499f64, step in 0.0001..0.5f64, freedom in 1.0..20_000.0f64) {
            let at = |p| student_quantile(p, freedom).unwrap();
            prop_assert!(at(p) < at((p + step).min(0.9999)));
            prop_assert!((at(p) + at(1.0 - p)).abs() < 1e-9 * at(p).abs());
        }

        #[test]
        fn never_nan(p in wild(), share in 0.0..1.0f64, freedom in wild()) {
            for p in [p, share] {
                prop_assert!(student_quantile(p, freedom).is_ok_and(f64::is_finite) || student_quantile(p, freedom).is_err());
                prop_assert!(normal_quantile(p).is_ok_and(f64::is_finite) || normal_quantile(p).is_err());
            }
        }
    }
}

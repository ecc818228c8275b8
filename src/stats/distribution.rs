//! How many standard errors a 95% interval reaches to either side.

use core::f64::consts::FRAC_2_PI;

/// The normal distribution's: its quantile of 0.975.
pub const NORMAL_WIDTH: f64 = 1.959_963_984_540_054;

/// Above so many degrees of freedom, the series is used.
const MANY: u32 = 2_000;

/// Student's t of so many whole degrees of freedom: its quantile of 0.975, 2.0322 for 34. None for 0 degrees.
///
/// The t whose upper tail is 0.025, by halving. Whole degrees need no gamma functions: the tail is a finite sum
/// (Abramowitz and Stegun 26.7.3 and 26.7.4), so the answer is exact to 12 digits, as the tests against SciPy show.
/// Where that sum would grow long, its series in 1/ν (26.7.5) is as exact in four terms.
pub fn student_width(freedom: u32) -> Option<f64> {
    if freedom > MANY {
        let (z, share) = (NORMAL_WIDTH, 1.0 / f64::from(freedom));
        let square = z * z;
        let first = (square + 1.0) / 4.0;
        let second = ((5.0 * square + 16.0) * square + 3.0) / 96.0;
        let third = (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) / 384.0;
        return Some(z * (1.0 + share * (first + share * (second + share * third))));
    }
    // The most there is, 12.7 for one degree, is within the range that is halved.
    let (mut low, mut high) = (1.0, 16.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if within(middle, freedom) < 0.95 { low = middle } else { high = middle }
    }
    (freedom > 0).then_some(high)
}

/// The share of Student's t of `freedom` degrees between −t and t.
fn within(t: f64, freedom: u32) -> f64 {
    let degrees = f64::from(freedom);
    // t is √ν times the tangent of an angle, whose sine and squared cosine these are.
    let sine = t / (degrees + t * t).sqrt();
    let square = degrees / (degrees + t * t);
    let odd = freedom % 2 == 1;
    let (mut term, mut sum) = if odd { (square.sqrt(), 0.0) } else { (1.0, 0.0) };
    let mut next = if odd { 1 } else { 0 };
    while next + 2 <= freedom {
        sum += term;
        next += 2;
        term *= square * f64::from(next - 1) / f64::from(next);
    }
    if odd { FRAC_2_PI * (libm::atan(t / degrees.sqrt()) + sine * sum) } else { sine * sum }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::testdata::close;

    #[test]
    fn agrees_with_scipy() {
        // SciPy 1.17.1: [f'{v:.16g}' for v in scipy.stats.t.ppf(.975, df)]
        for (freedom, expected) in [
            (1, 12.70620473617469),
            (2, 4.302652729749462),
            (3, 3.182446305283708),
            (4, 2.776445105197793),
            (14, 2.144786687917804),
            (34, 2.032244509317719),
            (214, 1.971111257662303),
            (1000, 1.962339080826408),
            (2000, 1.961150826099438),
            (2001, 1.961150232622441),
            (10_000, 1.960201239890626),
            (10_001, 1.960201216164641),
            (50_000, 1.96001143109368),
            (50_001, 1.960011430144745),
            (1_000_000, 1.959966356814107),
        ] {
            close(student_width(freedom).unwrap() / expected, 1.0, 1e-12);
        }
        assert_eq!(student_width(0), None);
    }

    #[test]
    fn narrows_towards_the_normal() {
        let widths: Vec<f64> = (1..400).map(|freedom| student_width(freedom).unwrap()).collect();
        assert!(widths.is_sorted_by(|a, b| a > b));
        assert!(student_width(100_000).unwrap() - NORMAL_WIDTH < 3e-5);
        assert!(student_width(u32::MAX).unwrap() >= NORMAL_WIDTH);
    }
}

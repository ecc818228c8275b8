//! The straight line that goes best through points, and how sure it is: ordinary least squares, unweighted.

use super::sample::Moments;
use super::{Interval, SampleError, student_width};

/// A line fitted to points: ŷ = `intercept` + `slope` · x.
///
/// Built by [`fit`] only; every number is finite.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Line {
    /// How many points it was fitted to.
    pub n: usize,
    /// Height at x = 0, in the unit of y.
    pub intercept: f64,
    /// Change in y for one unit of x.
    pub slope: f64,
    /// Standard error of the intercept, in the unit of y.
    pub intercept_error: f64,
    /// Standard error of the slope, in units of y for one of x.
    pub slope_error: f64,
    /// √(residual sum of squares / (n − 2)), in the unit of y.
    pub residual_sd: f64,
    /// Share of the spread of y that goes with x, 0 to 1.
    pub r_squared: f64,
    x_mean: f64,
    y_mean: f64,
    x_least: f64,
    x_most: f64,
    sxx: f64,
    t: f64,
}

/// Fits a line to (x, y) by ordinary least squares, every point counting the same.
///
/// slope = Σ(x−x̄)(y−ȳ) / Σ(x−x̄)²; intercept = ȳ − slope · x̄; s² = Σ(y−ŷ)² / (n−2);
/// SE(slope) = s/√Σ(x−x̄)²; SE(intercept) = s·√(1/n + x̄²/Σ(x−x̄)²). Checked against NIST's reference sets.
/// The errors take the points to be independent, which neighbouring areas are not: they are too small.
///
/// # Errors
/// Fewer than three points, NaN or infinity, an x or y that is the same everywhere, or sums out of range.
pub fn fit(points: &[(f64, f64)]) -> Result<Line, SampleError> {
    let Moments { n, x_mean, y_mean, sxx, sxy, syy } = Moments::of(points, 3)?;
    let slope = sxy / sxx;
    let left: f64 = points.iter().map(|(x, y)| (y - y_mean) - slope * (x - x_mean)).map(|left| left * left).sum();
    let residual_sd = (left / (n - 2.0)).sqrt();
    let line = Line {
        n: points.len(),
        intercept: y_mean - slope * x_mean,
        slope,
        intercept_error: residual_sd * (1.0 / n + x_mean * x_mean / sxx).sqrt(),
        slope_error: residual_sd / sxx.sqrt(),
        residual_sd,
        r_squared: (1.0 - left / syy).clamp(0.0, 1.0),
        x_mean,
        y_mean,
        x_least: points.iter().fold(f64::INFINITY, |least, point| least.min(point.0)),
        x_most: points.iter().fold(f64::NEG_INFINITY, |most, point| most.max(point.0)),
        sxx,
        t: u32::try_from(points.len() - 2).ok().and_then(student_width).ok_or(SampleError::OutOfRange)?,
    };
    if line.numbers().iter().all(|number| number.is_finite()) { Ok(line) } else { Err(SampleError::OutOfRange) }
}

impl Line {
    fn numbers(&self) -> [f64; 6] {
        [self.intercept, self.slope, self.intercept_error, self.slope_error, self.residual_sd, self.r_squared]
    }

    /// The line's height at `x`, in the unit of y.
    ///
    /// # Errors
    /// An `x` that is not finite, or so large that the height is not.
    pub fn at(&self, x: f64) -> Result<f64, SampleError> {
        if !x.is_finite() {
            return Err(SampleError::NotFinite);
        }
        let y = self.y_mean + self.slope * (x - self.x_mean);
        if y.is_finite() { Ok(y) } else { Err(SampleError::OutOfRange) }
    }

    /// The 95% confidence interval of the line's height at `x`: ŷ ± t·s·√(1/n + (x−x̄)²/Σ(x−x̄)²), t of n − 2 degrees.
    ///
    /// It bounds the mean of y at this x, not the y of one area.
    ///
    /// # Errors
    /// As for [`Line::at`].
    pub fn confidence(&self, x: f64) -> Result<Interval, SampleError> {
        self.interval(x, 0.0)
    }

    /// The 95% prediction interval of one more y at `x`: ŷ ± t·s·√(1 + 1/n + (x−x̄)²/Σ(x−x̄)²), t of n − 2 degrees.
    ///
    /// # Errors
    /// As for [`Line::at`].
    pub fn prediction(&self, x: f64) -> Result<Interval, SampleError> {
        self.interval(x, 1.0)
    }

    fn interval(&self, x: f64, of_one: f64) -> Result<Interval, SampleError> {
        let y = self.at(x)?;
        let away = (x - self.x_mean) / self.sxx.sqrt();
        let error = self.residual_sd * (of_one + 1.0 / self.n as f64 + away * away).sqrt();
        Interval::around(y, self.t * error).ok_or(SampleError::OutOfRange)
    }

    /// The confidence band for drawing: (x, lower, upper) at `steps` + 1 even places from the least x to the
    /// greatest, both included; 0 steps count as 1.
    ///
    /// # Errors
    /// As for [`Line::at`].
    pub fn band(&self, steps: u16) -> Result<Vec<(f64, f64, f64)>, SampleError> {
        let steps = steps.max(1);
        let place = |step: u16| {
            let share = f64::from(step) / f64::from(steps);
            let x = self.x_least * (1.0 - share) + self.x_most * share;
            self.confidence(x).map(|Interval { lower, upper }| (x, lower, upper))
        };
        (0..=steps).map(place).collect()
    }
}

#[cfg(test)]
mod tests;

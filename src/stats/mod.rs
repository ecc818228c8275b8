//! Differences, ranks, straight lines, correlation, quantiles: the arithmetic behind every statement.
//!
//! Pure functions of numbers. They know no area by name, no file and no browser. Sums run in the order the
//! numbers are given, transcendental functions are those of `libm`, and nothing depends on hash order, so the
//! same input gives the same bits everywhere. No input makes them panic or return NaN or infinity: what cannot
//! be answered is a typed error.
//!
//! | question | ask |
//! |---|---|
//! | Is one estimate higher than another? | [`difference()`], the one rule; its [`Verdict`] |
//! | How far up the list could an area stand? | [`rank_intervals`], from the same rule |
//! | What line goes through the points, how sure is it? | [`fit`], a [`Line`] |
//! | How closely do two measures go together? | [`pearson`], [`spearman`] |
//! | How much of a spread is sampling error? | [`noise_share`] |
//! | Where do the tenths, quarters, classes fall? | [`quantile()`], [`quantiles`] |
//! | How wide is a 95% interval? | [`student_width`], [`NORMAL_WIDTH`] |

mod correlation;
mod difference;
mod distribution;
mod interval;
mod noise;
mod ols;
mod quantile;
mod rank;
mod sample;
#[cfg(test)]
mod testdata;

pub use correlation::{Pearson, pearson, spearman};
pub use difference::{CLEARLY, Difference, DifferenceError, Measured, PROBABLY, Verdict, difference};
pub use distribution::{NORMAL_WIDTH, student_width};
pub use interval::Interval;
pub use noise::noise_share;
pub use ols::{Line, fit};
pub use quantile::{quantile, quantiles};
pub use rank::{RankInterval, rank_interval, rank_intervals};
pub use sample::{FEWEST_FOR_A_LINE, SampleError, Side};

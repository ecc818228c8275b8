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
//! | Has a place changed, and otherwise than its nation? | [`change()`], [`change_against`], by the same rule |
//! | What line goes through the points, how sure is it? | [`fit`], a [`Line`] |
//! | How closely do two measures go together? | [`pearson`], [`spearman`] |
//! | What line goes through estimates with errors of their own? | [`meta_regression`], a [`MetaLine`] |
//! | What would be expected of a place, given a circumstance? | [`expected()`], [`expected_all`] |
//! | Which places stand out from a line? | [`stands_out`] |
//! | Which places are most alike? | [`nearest`] |
//! | How steep is a gradient? | [`slope_index`], its two relative indices, [`range()`] |
//! | How much of a spread is sampling error? | [`noise_share`] |
//! | Where do the tenths, quarters fall? | [`quantile()`], [`quantiles`] |
//! | Which class of a map is a value in? | [`class_breaks`], a [`ClassBreaks`] |
//! | How wide is a 95% interval? | [`student_width`], [`NORMAL_WIDTH`] |

mod change;
mod classes;
mod correlation;
mod difference;
mod distribution;
mod expected;
mod interval;
mod measured;
mod meta;
mod noise;
mod ols;
mod quantile;
mod rank;
#[cfg(test)]
mod references;
mod reml;
mod robust;
mod sample;
mod similar;
mod slope;
#[cfg(test)]
mod testdata;
mod verdict;

pub use change::{ChangeError, InPeriod, change, change_against};
pub use classes::{ClassBreaks, class_breaks};
pub use correlation::{Pearson, pearson, spearman};
pub use difference::{Difference, difference};
pub use distribution::{NORMAL_WIDTH, student_width};
pub use expected::{Expected, Standing, expected, expected_all};
pub use interval::Interval;
pub use measured::{DifferenceError, Measured};
pub use meta::{MetaLine, Observed, meta_regression};
pub use noise::noise_share;
pub use ols::{Line, fit};
pub use quantile::{quantile, quantiles};
pub use rank::{RankInterval, rank_intervals};
pub use robust::{FEWEST_TO_STAND_OUT, STANDS_OUT, stands_out};
pub use sample::{FEWEST_FOR_A_LINE, SampleError, Side};
pub use similar::nearest;
pub use slope::{Group, Range, RelativeEngland, RelativeScotland, Slope, equal_groups, range, slope_index};
pub use verdict::{CLEARLY, PROBABLY, Verdict};

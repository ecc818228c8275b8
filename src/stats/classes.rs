//! Classes for a map: breaks at round numbers, with about as many values in each class.

use super::SampleError;
use crate::order;

/// How far a break may move from its quantile to a rounder number, as a share of an even class: so that each class
/// holds between three fifths and seven fifths of an even share, unless equal values forbid.
const LEEWAY: f64 = 0.2;

/// Where the classes of a map meet.
///
/// Built by [`class_breaks`] only; breaks rise, and no class is empty.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClassBreaks {
    /// One fewer than classes. A value at a break is in the class above it.
    pub breaks: Vec<f64>,
    /// How many of the values given are in each class, the lowest first.
    pub counts: Vec<usize>,
}

/// Breaks of at most `most` classes (0 counts as 1) for all values given, which are those of every area and of every
/// period that is to be mapped, so that a colour means the same in each.
///
/// Each break is looked for about its quantile, up to a fifth of an even class to either side, where it is the
/// roundest decimal there: a multiple of the highest power of ten, or else of five times the next, and of these the
/// nearest to the quantile. Where all values thereabouts are equal it goes to the nearer side of them: equal
/// values are never split. A break that would leave a class empty is left out.
///
/// # Errors
/// No values, NaN or infinity, or values too far apart.
pub fn class_breaks(values: &[f64], most: usize) -> Result<ClassBreaks, SampleError> {
    let Some(&first) = values.first() else {
        return Err(SampleError::TooFew { found: 0, needed: 1 });
    };
    let (mut least, mut greatest) = (first, first);
    for &value in values {
        if !value.is_finite() {
            return Err(SampleError::NotFinite);
        }
        (least, greatest) = (value.min(least), value.max(greatest));
    }
    if !(greatest - least).is_finite() {
        return Err(SampleError::OutOfRange);
    }
    let mut sorted = values.to_vec();
    order::sort_by(&mut sorted, f64::total_cmp);
    let classes = most.clamp(1, sorted.len());
    let (mut breaks, mut counts, mut below) = (Vec::new(), Vec::new(), 0);
    for class in 1..classes {
        let Some((low, high, near)) = window(&sorted, class, classes) else { continue };
        let found = roundest(low, high, near);
        let count = sorted.partition_point(|value| *value < found);
        if count > below && count < sorted.len() {
            breaks.push(found);
            counts.push(count - below);
            below = count;
        }
    }
    counts.push(sorted.len() - below);
    Ok(ClassBreaks { breaks, counts })
}

impl ClassBreaks {
    /// The class of a value, 0 for the lowest; values beyond those the breaks were made for are in the outermost.
    /// None for NaN.
    pub fn class_of(&self, value: f64) -> Option<usize> {
        (!value.is_nan()).then(|| self.breaks.partition_point(|edge| *edge <= value))
    }
}

/// Where a break may be, above `low` and up to `high`, and where it would best be. None if all there are equal to the
/// least of all.
fn window(sorted: &[f64], class: usize, classes: usize) -> Option<(f64, f64, f64)> {
    let even = sorted.len() as f64 / classes as f64;
    let (middle, leeway) = (even * class as f64, even * LEEWAY);
    let value = |place: f64| sorted.get(place as usize).or(sorted.last()).copied();
    // So many values at least, and so many at most, are to be below the break.
    let (fewest, most) = (libm::ceil(middle - leeway), libm::floor(middle + leeway));
    let (low, high) = (value(fewest - 1.0)?, value(most)?);
    let near = value(middle)?;
    if low < high {
        return Some((low, high, near));
    }
    let (start, end) = (sorted.partition_point(|other| *other < near), sorted.partition_point(|other| *other <= near));
    let sides = (start.checked_sub(1).and_then(|at| sorted.get(at)), sorted.get(end));
    let before_is_nearer = middle - start as f64 <= end as f64 - middle;
    match sides {
        (Some(&before), None) => Some((before, near, near)),
        (Some(&before), Some(_)) if before_is_nearer => Some((before, near, near)),
        (_, Some(&after)) => Some((near, after, after)),
        (None, None) => None,
    }
}

/// The roundest decimal above `low` and up to `high`, which is the nearest of its kind to `near`; `high` where there
/// is none of 15 digits.
fn roundest(low: f64, high: f64, near: f64) -> f64 {
    let size = libm::log10(low.abs().max(high.abs()));
    let top = libm::floor(size) as i32 + 1;
    for power in ((top - 15)..=top).rev() {
        for multiple in [10.0, 5.0] {
            if let Some(found) = multiple_between(multiple, power - 1, low, high, near) {
                return found;
            }
        }
    }
    high
}

/// A multiple of `multiple` · 10^`power` above `low` and up to `high`, the nearest to `near`.
fn multiple_between(multiple: f64, power: i32, low: f64, high: f64, near: f64) -> Option<f64> {
    // Ten to a power above 0 is exact, and so the quotient is the double that the decimal is written with.
    let ten = libm::exp10(f64::from(power.abs()));
    let decimal = |count: f64| if power < 0 { count * multiple / ten } else { count * multiple * ten };
    let below = libm::floor(if power < 0 { near * ten / multiple } else { near / ten / multiple });
    let inside = |found: &f64| low < *found && *found <= high;
    let (under, over) = (decimal(below), decimal(below + 1.0));
    let (first, second) = if near - under <= over - near { (under, over) } else { (over, under) };
    Some(first).filter(inside).or(Some(second).filter(inside))
}

#[cfg(test)]
mod tests;

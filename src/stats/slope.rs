//! How steeply a measure rises from the most deprived neighbourhoods to the least: slope and relative indices, range.

use super::{Difference, Interval, Measured, PROBABLY, SampleError, difference};

/// The fewest groups that a slope index is computed from, and the most.
const GROUPS: (usize, usize) = (5, 100);
/// How far shares may be from adding up to one: by rounding, not by a group that is missing.
const ROUNDED: f64 = 1e-6;

/// A group of neighbourhoods, such as a tenth; groups stand in order, the most deprived first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Its share of the population (of neighbourhoods, where that is all that is known); above 0. All add up to 1.
    pub share: f64,
    /// What is measured there; none where it is missing.
    pub value: Option<f64>,
    /// The value's standard error, in its unit; none where it is not known.
    pub standard_error: Option<f64>,
}

/// The line through the groups over their place in the order of deprivation, from 0, most deprived, to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Slope {
    /// Slope index of inequality, in the unit of the values; positive where the least deprived have more.
    ///
    /// Not the difference between the last group and the first: for a straight gradient in tenths it is 10/9 of it.
    pub sii: f64,
    /// Its 95% interval, ± 1.96 standard errors; none unless every group has a standard error.
    pub interval: Option<Interval>,
    /// The line's height at 0.
    pub at_most_deprived: f64,
    /// The line's height at 1.
    pub at_least_deprived: f64,
    /// Mean of the groups, weighted by share.
    pub mean: f64,
}

/// Relative index of inequality as England has it: the line's height at the least deprived ÷ at the most deprived.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RelativeEngland(pub f64);

/// Relative index of inequality as Scotland has it: the slope index ÷ the mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RelativeScotland(pub f64);

/// The least deprived group against the most deprived.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Last less first, in the unit of the values.
    pub gap: f64,
    /// The same by the one rule; none unless both groups have a standard error.
    pub difference: Option<Difference>,
}

/// Groups of equal share, whose standard errors are not known.
pub fn equal_groups(values: &[f64]) -> Vec<Group> {
    let share = 1.0 / values.len() as f64;
    values.iter().map(|&value| Group { share, value: Some(value), standard_error: None }).collect()
}

/// The slope index of inequality as England computes it, and the line it comes from.
///
/// With shares aᵢ and bᵢ the middle of group i's stretch of the order from 0 to 1: √aᵢ·Yᵢ is regressed on √aᵢ and
/// bᵢ√aᵢ without intercept, that is, Y on b with weights a; the index is the coefficient of b,
/// Σwᵢ·Yᵢ with wᵢ = aᵢ(bᵢ − b̄)/Σa(b − b̄)². So SE² = Σwᵢ²SEᵢ² exactly. No transform: for life expectancies.
///
/// # Errors
/// Fewer than 5 groups or more than 100, a missing value, shares that are not above 0 or miss 1 by more than
/// a millionth, NaN or infinity, a negative standard error, or sums out of range.
pub fn slope_index(groups: &[Group]) -> Result<Slope, SampleError> {
    check(groups)?;
    let whole: f64 = groups.iter().map(|group| group.share).sum();
    // Weights a, and b less its mean, which is 1/2: the groups' middles, weighted, are the middle of the whole.
    let (mut passed, mut spread, mut placed) = (0.0, 0.0, Vec::with_capacity(groups.len()));
    for group in groups {
        let share = group.share / whole;
        let place = passed + share / 2.0 - 0.5;
        passed += share;
        spread += share * place * place;
        placed.push((share, place, group.value.unwrap_or(0.0), group.standard_error));
    }
    let (mut sii, mut mean, mut error) = (0.0, 0.0, Some(0.0));
    for (share, place, value, standard_error) in placed {
        let weight = share * place / spread;
        sii += weight * value;
        mean += share * value;
        error = error.zip(standard_error).map(|(sum, one)| libm::hypot(sum, weight * one));
    }
    let interval = match error {
        Some(error) => Some(Interval::around(sii, PROBABLY * error).ok_or(SampleError::OutOfRange)?),
        None => None,
    };
    let (at_most_deprived, at_least_deprived) = (mean - sii / 2.0, mean + sii / 2.0);
    let sound = [sii, mean, at_most_deprived, at_least_deprived].iter().all(|number| number.is_finite());
    if !sound {
        return Err(SampleError::OutOfRange);
    }
    Ok(Slope { sii, interval, at_most_deprived, at_least_deprived, mean })
}

/// The gap between the least and the most deprived group, last less first.
///
/// # Errors
/// As for [`slope_index`].
pub fn range(groups: &[Group]) -> Result<Range, SampleError> {
    check(groups)?;
    let end = |group: Option<&Group>| group.and_then(|group| Some((group.value?, group.standard_error)));
    let missing = SampleError::TooFew { found: groups.len(), needed: GROUPS.0 };
    let ((most, most_error), (least, least_error)) = end(groups.first()).zip(end(groups.last())).ok_or(missing)?;
    let gap = least - most;
    if !gap.is_finite() {
        return Err(SampleError::OutOfRange);
    }
    let made = |value, error: Option<f64>| Measured::new(value, error?).ok();
    let both = made(least, least_error).zip(made(most, most_error));
    Ok(Range { gap, difference: both.and_then(|(least, most)| difference(least, most).ok()) })
}

fn check(groups: &[Group]) -> Result<(), SampleError> {
    let found = groups.len();
    if found < GROUPS.0 {
        return Err(SampleError::TooFew { found, needed: GROUPS.0 });
    }
    if found > GROUPS.1 {
        return Err(SampleError::TooMany { found, most: GROUPS.1 });
    }
    let mut whole = 0.0;
    for (at, group) in groups.iter().enumerate() {
        let value = group.value.ok_or(SampleError::Missing(at))?;
        let error = group.standard_error.unwrap_or(0.0);
        if !value.is_finite() || !error.is_finite() {
            return Err(SampleError::NotFinite);
        }
        if error < 0.0 {
            return Err(SampleError::BadStandardError);
        }
        if group.share.is_nan() || group.share <= 0.0 {
            return Err(SampleError::NotAWhole);
        }
        whole += group.share;
    }
    if (whole - 1.0).abs() <= ROUNDED { Ok(()) } else { Err(SampleError::NotAWhole) }
}

impl Slope {
    /// The line's height at the least deprived ÷ at the most deprived: England's. Never in a column with Scotland's.
    ///
    /// # Errors
    /// A height that is not above 0, or a ratio out of range.
    pub fn relative_england(&self) -> Result<RelativeEngland, SampleError> {
        if self.at_least_deprived <= 0.0 {
            return Err(SampleError::NotPositive);
        }
        ratio(self.at_least_deprived, self.at_most_deprived).map(RelativeEngland)
    }

    /// The slope index ÷ the mean: Scotland's. Never in a column with England's.
    ///
    /// # Errors
    /// A mean that is not above 0, or a ratio out of range.
    pub fn relative_scotland(&self) -> Result<RelativeScotland, SampleError> {
        ratio(self.sii, self.mean).map(RelativeScotland)
    }
}

fn ratio(above: f64, below: f64) -> Result<f64, SampleError> {
    if below <= 0.0 {
        return Err(SampleError::NotPositive);
    }
    let ratio = above / below;
    if ratio.is_finite() { Ok(ratio) } else { Err(SampleError::OutOfRange) }
}

#[cfg(test)]
mod tests;

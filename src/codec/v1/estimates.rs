//! Estimates of which there may be none, kept exactly: a class each (0 to 15 a reason why there is none; from 16 on
//! twice the mark, and one more with limits), then the values of those known, and the lower and the upper limits of
//! those with limits. How many there are is known from elsewhere.

use super::decimals;
use super::lists::{self, MARKS, MISSING};
use super::streams::{Reader, Writer};
use crate::codec::{EncodeError, PackError};
use crate::model::{Estimate, Known, Limits};

const KNOWN: usize = 16;

pub(super) fn encode(writer: &mut Writer, estimates: &[Estimate]) -> Result<(), EncodeError> {
    writer.column(estimates.iter().map(class));
    let known: Vec<Known> = estimates.iter().filter_map(|estimate| estimate.known()).collect();
    let limits: Vec<Limits> = known.iter().filter_map(|known| known.limits).collect();
    decimals::encode(writer, &known.iter().map(|known| known.value).collect::<Vec<_>>())?;
    decimals::encode(writer, &limits.iter().map(|limits| limits.lower).collect::<Vec<_>>())?;
    decimals::encode(writer, &limits.iter().map(|limits| limits.upper).collect::<Vec<_>>())
}

pub(super) fn decode(reader: &mut Reader, count: usize) -> Result<Vec<Estimate>, PackError> {
    let mut numbers = reader.column(count)?;
    let mut classes = Vec::with_capacity(count);
    for _ in 0..count {
        classes.push(numbers.next_place()?);
    }
    let known = |class: &&usize| **class >= KNOWN;
    let limited = |class: &&usize| known(class) && **class % 2 == 1;
    let [values, limits] = [classes.iter().filter(known).count(), classes.iter().filter(limited).count()];
    let mut values = decimals::decode(reader, values)?.into_iter();
    let mut lower = decimals::decode(reader, limits)?.into_iter();
    let mut upper = decimals::decode(reader, limits)?.into_iter();
    let mut estimates = Vec::with_capacity(count);
    for class in classes {
        let Some(sort) = class.checked_sub(KNOWN) else {
            estimates.push(Estimate::Missing(lists::item(MISSING, class)?));
            continue;
        };
        let limits = if sort % 2 == 1 { Some(limits_of(lower.next(), upper.next())?) } else { None };
        let value = values.next().ok_or(PackError::Malformed("a value is missing"))?;
        estimates.push(Estimate::Known(Known { value, limits, mark: lists::item(MARKS, sort / 2)? }));
    }
    Ok(estimates)
}

fn limits_of(lower: Option<f64>, upper: Option<f64>) -> Result<Limits, PackError> {
    let limits = lower.zip(upper).map(|(lower, upper)| Limits { lower, upper });
    limits.filter(|limits| limits.lower <= limits.upper).ok_or(PackError::Malformed("limits the wrong way round"))
}

fn class(estimate: &Estimate) -> i64 {
    match estimate {
        Estimate::Missing(why) => lists::number(MISSING, *why),
        Estimate::Known(known) => {
            KNOWN as i64 + 2 * lists::number(MARKS, known.mark) + i64::from(known.limits.is_some())
        }
    }
}

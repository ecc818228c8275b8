//! Numbers with decimals, kept exactly: the decimals that all of them need; then whole numbers, ten to that power times
//! each, as steps from one to the next. How many there are is known from elsewhere.

use super::streams::{OUT_OF_RANGE, Reader, Writer, add};
use crate::codec::quantise::LARGEST;
use crate::codec::{EncodeError, PackError};

/// More decimals than this are refused.
const MOST: u8 = 6;

pub(super) fn encode(writer: &mut Writer, numbers: &[f64]) -> Result<(), EncodeError> {
    let decimals = (0..=MOST).find(|decimals| numbers.iter().all(|number| whole(*number, *decimals).is_some()));
    let decimals = decimals.ok_or(EncodeError::TooMuch("decimals of a number"))?;
    let mut last = 0;
    writer.number(i64::from(decimals));
    for number in numbers {
        let whole = whole(*number, decimals).unwrap_or_default();
        writer.number(whole - last);
        last = whole;
    }
    Ok(())
}

pub(super) fn decode(reader: &mut Reader, count: usize) -> Result<Vec<f64>, PackError> {
    let decimals = u8::try_from(reader.number()?).ok().filter(|decimals| *decimals <= MOST).ok_or(OUT_OF_RANGE)?;
    let mut steps = reader.column(count)?;
    let mut last = 0;
    let mut numbers = Vec::with_capacity(count);
    for _ in 0..count {
        last = add(last, steps.next()?)?;
        if last.unsigned_abs() > LARGEST.unsigned_abs() {
            return Err(OUT_OF_RANGE);
        }
        numbers.push(last as f64 / power(decimals));
    }
    Ok(numbers)
}

/// The number × 10^`decimals` where that is a whole number which reads back as the very same number.
fn whole(number: f64, decimals: u8) -> Option<i64> {
    let scaled = libm::round(number * power(decimals));
    let exact = scaled.abs() <= LARGEST as f64 && scaled / power(decimals) == number;
    exact.then_some(scaled as i64)
}

/// Ten to a power; exact.
fn power(decimals: u8) -> f64 {
    (0..decimals).fold(1.0, |product, _| product * 10.0)
}

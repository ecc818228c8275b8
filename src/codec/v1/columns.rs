//! Which columns there are: their count, then columns of sexes, of first days (steps from one to the next, see
//! [`day_number`]) and of spans from the first to the last day.

use super::lists::{self, SEXES};
use super::streams::{Reader, Writer, add};
use crate::codec::PackError;
use crate::model::{Date, Period, Sex};

const DAYS_A_MONTH: i64 = 31;
const DAYS_A_YEAR: i64 = 12 * DAYS_A_MONTH;
const FIRST_YEAR: i64 = 1900;

pub(super) fn encode(writer: &mut Writer, columns: &[(Option<Sex>, Period)]) {
    let mut last = 0;
    writer.count(columns.len());
    writer.column(columns.iter().map(|(sex, _)| lists::number(SEXES, *sex)));
    writer.column(columns.iter().map(|(_, period)| {
        let before = core::mem::replace(&mut last, day_number(period.first));
        last - before
    }));
    writer.column(columns.iter().map(|(_, period)| day_number(period.last) - day_number(period.first)));
}

pub(super) fn decode(reader: &mut Reader) -> Result<Vec<(Option<Sex>, Period)>, PackError> {
    let count = reader.count()?;
    let (mut sexes, mut firsts) = (reader.column(count)?, reader.column(count)?);
    let mut spans = reader.column(count)?;
    let mut first = 0;
    let mut columns = Vec::new();
    for _ in 0..count {
        let sex = lists::item(SEXES, sexes.next_place()?)?;
        first = add(first, firsts.next()?)?;
        let last = add(first, spans.next()?)?;
        let period = date(first).zip(date(last)).and_then(|(first, last)| Period::new(first, last));
        columns.push((sex, period.ok_or(PackError::Malformed("a period"))?));
    }
    Ok(columns)
}

/// A number for a day, greater for later days: as if every month had 31.
fn day_number(date: Date) -> i64 {
    let (year, month) = (i64::from(date.year) - FIRST_YEAR, i64::from(date.month) - 1);
    year * DAYS_A_YEAR + month * DAYS_A_MONTH + i64::from(date.day) - 1
}

fn date(number: i64) -> Option<Date> {
    let year = u16::try_from(add(FIRST_YEAR, number.div_euclid(DAYS_A_YEAR)).ok()?).ok()?;
    let rest = number.rem_euclid(DAYS_A_YEAR);
    let (month, day) = (rest / DAYS_A_MONTH + 1, rest % DAYS_A_MONTH + 1);
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

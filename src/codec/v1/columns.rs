//! Which columns there are: sexes and periods.

use serde::{Deserialize, Serialize};

use super::lists::{self, SEXES};
use super::streams::{Numbers, OUT_OF_RANGE, add};
use crate::codec::PackError;
use crate::model::{Date, Period, Sex};

/// Sexes and periods of columns.
#[derive(Serialize, Deserialize, Default)]
pub(super) struct Columns {
    sexes: Vec<i64>,
    /// Steps from first day to first day, see [`day_number`].
    firsts: Vec<i64>,
    /// From the first to the last day.
    spans: Vec<i64>,
}

const DAYS_A_MONTH: i64 = 31;
const DAYS_A_YEAR: i64 = 12 * DAYS_A_MONTH;
const FIRST_YEAR: i64 = 1900;

impl Columns {
    /// Appends columns.
    pub fn extend(&mut self, columns: impl Iterator<Item = (Option<Sex>, Period)>) {
        let mut last = self.firsts.iter().sum();
        for (sex, period) in columns {
            let first = day_number(period.first);
            self.sexes.push(lists::number(SEXES, sex));
            self.firsts.push(first - last);
            self.spans.push(day_number(period.last) - first);
            last = first;
        }
    }

    /// All columns in their order.
    pub fn decode(&self) -> Result<Vec<(Option<Sex>, Period)>, PackError> {
        let (mut firsts, mut spans) = (Numbers::new(&self.firsts), Numbers::new(&self.spans));
        let mut first = 0;
        let mut columns = Vec::new();
        for sex in &self.sexes {
            let sex = lists::item(SEXES, usize::try_from(*sex).map_err(|_| OUT_OF_RANGE)?)?;
            first = add(first, firsts.next()?)?;
            let last = add(first, spans.next()?)?;
            let period = date(first).zip(date(last)).and_then(|(first, last)| Period::new(first, last));
            columns.push((sex, period.ok_or(PackError::Malformed("a period"))?));
        }
        firsts.finish()?;
        spans.finish()?;
        Ok(columns)
    }
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

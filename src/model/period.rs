//! The stretch of time a figure is for.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// Year, 1900 to 2199.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// The first and the last day of the stretch that a figure is for, both included.
///
/// Written, in tables and addresses, as short as the days allow: `2022-2024` or `2023` for whole calendar
/// years, `2024-04..2025-03` for whole months, `2025-03-15` for one day, `2024-11-16..2025-11-15` otherwise.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub first: Date,
    /// Last day, not before the first.
    pub last: Date,
}

/// What stood where a period was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a period such as 2022-2024, 2023, 2024-04..2025-03 or 2025-03-15")]
pub struct BadPeriod(pub String);

impl Date {
    /// The day, if the calendar has it and the year is from 1900 to 2199.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let sound =
            (1900..2200).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        sound.then_some(Date { year, month, day })
    }

    /// The day before.
    pub fn previous(self) -> Date {
        match (self.month, self.day) {
            (1, 1) => Date { year: self.year - 1, month: 12, day: 31 },
            (month, 1) => Date { month: month - 1, day: days_in(self.year, month - 1), ..self },
            (_, day) => Date { day: day - 1, ..self },
        }
    }
}

/// Days in a month of the Gregorian calendar.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Period {
    /// Whole calendar years, both included; none if they are out of order or out of range.
    pub fn years(first: u16, last: u16) -> Option<Period> {
        Period::new(Date::new(first, 1, 1)?, Date::new(last, 12, 31)?)
    }

    /// From one day to another, both included; none if they are out of order.
    pub fn new(first: Date, last: Date) -> Option<Period> {
        (first <= last).then_some(Period { first, last })
    }

    /// Whether the two periods have a year in common, in which case a change between them may not be tested.
    pub fn shares_a_year_with(self, other: Period) -> bool {
        self.first.year <= other.last.year && other.first.year <= self.last.year
    }

    /// Whether it begins and ends with calendar years.
    pub fn is_whole_years(self) -> bool {
        (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)
    }

    /// Whether it begins and ends with months.
    pub fn is_whole_months(self) -> bool {
        self.first.day == 1 && self.last.day == days_in(self.last.year, self.last.month)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Period { first, last } = self;
        if self.is_whole_years() && first.year == last.year {
            write!(f, "{}", first.year)
        } else if self.is_whole_years() {
            write!(f, "{}-{}", first.year, last.year)
        } else if first == last {
            write!(f, "{first}")
        } else if self.is_whole_months() {
            write!(f, "{}-{:02}..{}-{:02}", first.year, first.month, last.year, last.month)
        } else {
            write!(f, "{first}..{last}")
        }
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Period {
    type Err = BadPeriod;

    fn from_str(text: &str) -> Result<Self, BadPeriod> {
        parse(text).filter(|period| period.to_string() == text).ok_or_else(|| BadPeriod(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Period> {
    if let Some((first, last)) = text.split_once('.') {
        return Period::new(day_or_month(first, 1)?, day_or_month(last.strip_prefix('.')?, 31)?);
    }
    match text.len() {
        4 => Period::years(number(text)?, number(text)?),
        9 => {
            let (first, last) = text.split_once('-')?;
            Period::years(number(first)?, number(last)?)
        }
        _ => {
            let day = day_or_month(text, 0)?;
            Period::new(day, day)
        }
    }
}

/// Reads `2025-03-15`, or `2025-03` with the given day, moved back to the month's last if there is no such day.
fn day_or_month(text: &str, day: u8) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month) = (number(parts.next()?)?, u8::try_from(number(parts.next()?)?).ok()?);
    let day = match parts.next() {
        Some(day) => u8::try_from(number(day)?).ok()?,
        None if (1..=12).contains(&month) => day.min(days_in(year, month)),
        None => return None,
    };
    if parts.next().is_some() { None } else { Date::new(year, month, day) }
}

fn number(text: &str) -> Option<u16> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn is_written_as_short_as_its_days_allow() {
        for text in
            ["2022-2024", "2023", "2024-04..2025-03", "2025-03-15", "2024-11-16..2025-11-15", "2024-02..2024-02"]
        {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_period() {
        for text in [
            "",
            "22-24",
            "2024-2022",
            "2024/25",
            "2025-02-30",
            "2025-13",
            "2025-00..2025-01",
            "2024-01..2024-12",
            "+202-2024",
            "2022-2024-",
            "é022-2024",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn knows_which_periods_share_a_year() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        assert!(period("2017-2019").shares_a_year_with(period("2019-2021")));
        assert!(!period("2017-2019").shares_a_year_with(period("2020-2022")));
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in ".{0,30}") {
            let _ = text.parse::<Period>();
        }

        #[test]
        fn reads_back_what_it_writes(a in 0u16..300, b in 0u16..300, months in any::<(u8, u8)>(), days in any::<(u8, u8)>()) {
            let date = |year: u16, month: u8, day: u8| {
                let month = month % 12 + 1;
                let year = 1900 + year;
                Date::new(year, month, day % days_in(year, month) + 1).unwrap()
            };
            let (mut first, mut last) = (date(a, months.0, days.0), date(b, months.1, days.1));
            if first > last {
                core::mem::swap(&mut first, &mut last);
            }
            let period = Period::new(first, last).unwrap();
            prop_assert_eq!(period.to_string().parse(), Ok(period));
        }
    }
}

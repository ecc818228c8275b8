//! Trap: periods are written in four more ways: `2021`, `2021.0`, `2015 - 17`, and `2015/16`, whose first day depends on
//! what is counted: financial years, school years, and a survey that begins in the middle of November.

use healthy_years::model::{Date, Period};
use serde::Deserialize;

/// The day that a year written `2015/16` begins on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Begins {
    /// A financial year.
    #[default]
    April,
    /// A school year.
    September,
    /// A year of the Active Lives survey: the 16th.
    MidNovember,
}

/// The period that a publisher's text stands for.
pub(crate) fn period(text: &str, begins: Begins) -> Option<Period> {
    if let Some((first, last)) = text.split_once(" - ") {
        let first = year(first)?;
        return Period::years(first, ending(first, last)?);
    }
    if let Some((first, last)) = text.split_once('/') {
        let first = year(first)?;
        return (ending(first, last)? == first + 1).then(|| year_from(first, begins))?;
    }
    let year = year(text.strip_suffix(".0").unwrap_or(text))?;
    Period::years(year, year)
}

fn year_from(year: u16, begins: Begins) -> Option<Period> {
    let (month, day) = match begins {
        Begins::April => (4, 1),
        Begins::September => (9, 1),
        Begins::MidNovember => (11, 16),
    };
    Period::new(Date::new(year, month, day)?, Date::new(year + 1, month, day)?.previous())
}

fn year(text: &str) -> Option<u16> {
    text.parse().ok().filter(|_| digits(text, 4))
}

/// The year that two digits stand for, in the century of the first year or the next.
fn ending(first: u16, text: &str) -> Option<u16> {
    let digits: u16 = text.parse().ok().filter(|_| digits(text, 2))?;
    let year = first - first % 100 + digits;
    Some(if year < first { year + 100 } else { year })
}

fn digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn reading_never_panics(text in "[0-9/. -]{0,12}|.{0,12}") {
            let _ = period(&text, Begins::April);
        }
    }

    #[test]
    fn reads_short_years() {
        for (text, begins, expected) in [
            ("2011", Begins::April, "2011"),
            ("2015.0", Begins::April, "2015"),
            ("2015 - 17", Begins::April, "2015-2017"),
            ("2015/16", Begins::April, "2015-04..2016-03"),
            ("2015/16", Begins::September, "2015-09..2016-08"),
            ("2015/16", Begins::MidNovember, "2015-11-16..2016-11-15"),
            ("1999/00", Begins::April, "1999-04..2000-03"),
        ] {
            assert_eq!(period(text, begins).unwrap().to_string(), expected);
        }
    }

    #[test]
    fn refuses_other_writing() {
        for text in ["", "15/16", "2015/17", "2015/2016", "2015.5", "2015-17", "20155", "+015", "2015/1"] {
            assert_eq!(period(text, Begins::April), None, "{text}");
        }
    }
}

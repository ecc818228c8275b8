//! Trap: periods are ISO starts with a duration in years (`2022-01-01/P3Y` is 2022 to 2024), or a bare day.

use healthy_years::model::{Date, Period};

/// The period that a publisher's text stands for.
pub(crate) fn period(text: &str) -> Option<Period> {
    let Some((start, duration)) = text.split_once('/') else {
        let day = date(text)?;
        return Period::new(day, day);
    };
    let first = date(start)?;
    let years: u16 = duration.strip_prefix('P')?.strip_suffix('Y')?.parse().ok().filter(|years| *years > 0)?;
    let end = Date::new(first.year.checked_add(years)?, first.month, first.day)?;
    Period::new(first, end.previous())
}

/// The calendar years of “2021 to 2023”.
pub(crate) fn years(text: &str) -> Option<Period> {
    let (first, last) = text.split_once(" to ")?;
    Period::years(first.parse().ok()?, last.parse().ok()?)
}

/// The calendar years of “2015 - 17”.
pub(crate) fn short_years(text: &str) -> Option<Period> {
    let (first, last) = text.split_once(" - ")?;
    let first: u16 = first.parse().ok()?;
    let last: u16 = Some(last).filter(|last| last.len() == 2)?.parse().ok()?;
    Period::years(first, first / 100 * 100 + last)
}

fn date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let date = Date::new(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?;
    (parts.next().is_none() && text.len() == 10).then_some(date)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn reading_never_panics(text in "[0-9/PYto -]{0,24}|.{0,24}") {
            let _ = (period(&text), years(&text), short_years(&text));
        }
    }

    #[test]
    fn reads_starts_with_durations_and_days() {
        for (text, expected) in [
            ("2022-01-01/P3Y", "2022-2024"),
            ("2024-04-01/P1Y", "2024-04..2025-03"),
            ("2024-11-16/P1Y", "2024-11-16..2025-11-15"),
            ("2025-03-15", "2025-03-15"),
            ("2021-01-01/P1Y", "2021"),
        ] {
            assert_eq!(period(text).unwrap().to_string(), expected);
        }
        assert_eq!(short_years("2015 - 17").unwrap().to_string(), "2015-2017");
        assert_eq!(years("2021 to 2023").unwrap().to_string(), "2021-2023");
    }

    #[test]
    fn refuses_other_writing() {
        for text in
            ["", "2022", "2022-01-01/P3M", "2022-01-01/P0Y", "2022-13-01/P1Y", "2022-1-1", "2022-02-30", "x/P1Y"]
        {
            assert_eq!(period(text), None, "{text}");
        }
        assert_eq!(years("2021-2023"), None);
        for text in ["2015 - 2017", "2015-17", "2017 - 15", "15 - 17", "65535 - 99"] {
            assert_eq!(short_years(text), None, "{text}");
        }
    }
}

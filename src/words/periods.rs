//! Periods as people read them: `2022–24`, `2024/25`, `March 2025`.

use crate::model::{Date, Period};
use crate::view::Lang;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The period in words. A year that begins in April is a financial year (`2024/25`); one that begins in
/// August or September is a school year.
pub fn period(_: Lang, period: Period) -> String {
    let Period { first, last } = period;
    if period.is_whole_years() && first.year == last.year {
        first.year.to_string()
    } else if period.is_whole_years() {
        format!("{}–{}", first.year, short_year(first, last))
    } else if first == last {
        // Publishers often write “as at June” as a day of June: the month is what can be relied on.
        format!("{} {}", month(first), first.year)
    } else if is_one_year(period) && first.month == 4 {
        format!("{}/{:02}", first.year, last.year % 100)
    } else if is_one_year(period) && (first.month == 8 || first.month == 9) {
        format!("school year {}/{:02}", first.year, last.year % 100)
    } else {
        format!("{} {} to {} {}", month(first), first.year, month(last), last.year)
    }
}

/// A day: `19 February 2026`.
pub fn day(_: Lang, date: Date) -> String {
    format!("{} {} {}", date.day, month(date), date.year)
}

/// The last year, cut to two digits where the century is the same.
fn short_year(first: Date, last: Date) -> String {
    if first.year / 100 == last.year / 100 { format!("{:02}", last.year % 100) } else { last.year.to_string() }
}

fn is_one_year(period: Period) -> bool {
    let Period { first, last } = period;
    period.is_whole_months() && first.year + 1 == last.year && first.month == last.month + 1
}

fn month(date: Date) -> &'static str {
    MONTHS.get(usize::from(date.month).wrapping_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_as_people_write_them() {
        let cases = [
            ("2022-2024", "2022–24"),
            ("1999-2001", "1999–2001"),
            ("2023", "2023"),
            ("2024-04..2025-03", "2024/25"),
            ("2024-08..2025-07", "school year 2024/25"),
            ("2024-09..2025-08", "school year 2024/25"),
            ("2025-03-15", "March 2025"),
            ("2024-11-16..2025-11-15", "November 2024 to November 2025"),
        ];
        for (id, words) in cases {
            assert_eq!(period(Lang::English, id.parse().unwrap()), words);
        }
    }
}

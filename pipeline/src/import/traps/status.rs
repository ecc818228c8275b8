//! Trap: the columns `status` and `notes` hold flags, explanations and housekeeping remarks, all in one.

use healthy_years::model::{Mark, Missing};

use super::combined;

/// The reason for a blank, from its status: x is not available, u is suppressed or unreliable.
pub(crate) fn reason(status: &str) -> Option<Missing> {
    match status {
        "x" => Some(Missing::NotAvailable),
        "u" => Some(Missing::Suppressed),
        _ => None,
    }
}

/// What to know about a value, from its status and note; none if the two are not understood.
pub(crate) fn mark(status: &str, note: &str) -> Option<Mark> {
    match status {
        "" => mark_of_note(note),
        "u" => Some(Mark::LimitsUnreliable),
        _ if combined::says_combined(status) => Some(Mark::WithNeighbour),
        _ => None,
    }
}

fn mark_of_note(note: &str) -> Option<Mark> {
    let begins = |beginning| note.starts_with(beginning);
    if begins("This data has been aggregated") {
        Some(Mark::Aggregated)
    } else if begins("Estimate and confidence interval unreliable") {
        Some(Mark::LimitsUnreliable)
    } else if note.is_empty() || begins("Obsolete code since ") {
        Some(Mark::Published)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_and_notes_become_reasons_and_marks() {
        assert_eq!(reason("x"), Some(Missing::NotAvailable));
        assert_eq!(reason("u"), Some(Missing::Suppressed));
        assert_eq!(reason(""), None);
        assert_eq!(mark("", ""), Some(Mark::Published));
        assert_eq!(mark("u", ""), Some(Mark::LimitsUnreliable));
        assert_eq!(mark("", "Obsolete code since 2025 (replaced by E08000038 Barnsley)"), Some(Mark::Published));
        assert_eq!(mark("", "This data has been aggregated and so on"), Some(Mark::Aggregated));
        assert_eq!(mark("", "Something new"), None);
        assert_eq!(mark("x", ""), None);
    }
}

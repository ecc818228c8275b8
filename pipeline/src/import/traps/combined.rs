//! Trap: some figures are for an area together with a very small neighbour.
//!
//! They belong to the larger area, marked; the smaller one gets a reason instead.

/// The larger and the smaller of two areas that are published together.
const TOGETHER: [(&str, &str); 2] = [
    ("E09000012", "E09000001"), // Hackney, City of London
    ("E06000052", "E06000053"), // Cornwall, Isles of Scilly
];

/// The codes that stand for two areas together.
const COMBINED: [(&str, usize); 2] = [("E67000001", 0), ("E67000002", 1)];

/// The larger and the smaller area that a code stands for, if it stands for two.
pub(crate) fn of(text: &str) -> Option<(&'static str, &'static str)> {
    let (_, at) = COMBINED.iter().find(|(code, _)| *code == text)?;
    TOGETHER.get(*at).copied()
}

/// Whether the publisher's status says that a value is for two areas.
pub(crate) fn says_combined(status: &str) -> bool {
    status.starts_with("Value for ") && status.ends_with(" combined")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_larger_area_comes_first() {
        assert_eq!(of("E67000001"), Some(("E09000012", "E09000001")));
        assert_eq!(of("E67000002"), Some(("E06000052", "E06000053")));
        assert_eq!(of("E09000012"), None);
        assert!(says_combined("Value for Cornwall and Isles of Scilly combined"));
        assert!(!says_combined("x"));
    }
}

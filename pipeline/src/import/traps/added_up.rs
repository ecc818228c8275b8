//! Trap: the table of fuel poverty adds districts up, without saying for which areas. It did so for counties, and for
//! areas that came after its year; all others are districts themselves.

/// Areas that were not there in 2020.
const LATER: [&str; 6] = ["E06000061", "E06000062", "E06000063", "E06000064", "E06000065", "E06000066"];

/// Whether the figure of an area is added up from districts.
pub(crate) fn is(code: &str) -> bool {
    code.starts_with("E10") || LATER.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counties_and_later_areas_are_added_up() {
        assert!(is("E10000017") && is("E06000063") && is("E06000066"));
        assert!(!is("E06000009") && !is("E06000060") && !is("E09000001"));
    }
}

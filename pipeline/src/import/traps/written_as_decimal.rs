//! Trap: whole numbers are written as decimals in some files: `26525.0`.

/// The whole number of a text; none if it has another fraction than `.0`.
pub(crate) fn whole(text: &str) -> Option<u32> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_numbers_are_read() {
        assert_eq!((whole("26525.0"), whole("8")), (Some(26_525), Some(8)));
        for text in ["", ".0", "8.5", "-8", "+8", "8.", "8e1", "99999999999", "n/a"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}

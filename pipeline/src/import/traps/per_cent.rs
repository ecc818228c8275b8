//! Trap: shares of deprivation are given from 0 to 1. Ours are per cent.

use crate::sheet::number;

/// A share from 0 to 1 as per cent; none for anything else. The point is moved in the text, so no digit changes by
/// rounding.
pub(crate) fn of(text: &str) -> Option<f64> {
    number(text).filter(|share| (0.0..=1.0).contains(share))?;
    if text.contains(['e', 'E']) { number(text).map(|share| share * 100.0) } else { number(&format!("{text}e2")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_become_per_cent_without_rounding() {
        assert_eq!(of("0.421"), Some(42.1));
        assert_eq!(of("0.07"), Some(7.0));
        assert_eq!(of("1"), Some(100.0));
        assert_eq!(of("42.1"), None);
        assert_eq!(of("-0.1"), None);
        assert_eq!(of(""), None);
    }
}

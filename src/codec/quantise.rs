//! Rounding values for packing, exactly, without ever changing what a reader sees.
//!
//! Values are packed to two decimals more than they are shown to. Rounding twice can go wrong: 2.4496 shown to
//! no decimals is 2, packed as 2.45 it stays 2, but 2.4996 would pack as 2.50 and be shown as 3. A packed value
//! that became a tie in this way is moved back by its last digit.

/// Decimals that are kept beyond those shown.
pub(super) const SPARE: u8 = 2;

/// Largest number that can be packed, scaled: every integer up to it is exact in a double.
pub(super) const LARGEST: i64 = 1 << 53;

/// The value × 10^(`shown` + [`SPARE`]) as a whole number, rounded half away from zero, and such that rounding it
/// again to `shown` decimals gives what rounding the value once would. None if it is not finite or too large.
///
/// Works on the shortest decimal text that stands for the value: the number as it was published.
pub(super) fn scaled(value: f64, shown: u8) -> Option<i64> {
    let text = value.is_finite().then(|| value.abs().to_string())?;
    let kept = rounded(&text, shown + SPARE)?;
    let ten_to_spare = 10_i64.pow(u32::from(SPARE));
    let again = (kept + ten_to_spare / 2) / ten_to_spare;
    let kept = if again == rounded(&text, shown)? { kept } else { kept - 1 };
    (kept <= LARGEST).then_some(if value < 0.0 { -kept } else { kept })
}

/// A decimal text × 10^`decimals`, rounded half up; none if it is too large for 64 bits.
fn rounded(text: &str, decimals: u8) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut digits = fraction.bytes();
    let mut sum = whole.parse::<i64>().ok()?;
    for _ in 0..decimals {
        let digit = digits.next().map_or(0, digit);
        sum = sum.checked_mul(10)?.checked_add(digit)?;
    }
    let up = digits.next().is_some_and(|next| digit(next) >= 5);
    sum.checked_add(i64::from(up))
}

fn digit(byte: u8) -> i64 {
    i64::from(byte.saturating_sub(b'0'))
}

/// How many trailing decimal zeros all the numbers share, at most `most`.
pub(super) fn shared_zeros(numbers: impl Iterator<Item = i64> + Clone, most: u8) -> u8 {
    let divides = |zeros: &u8| {
        let power = 10_i64.pow(u32::from(*zeros));
        numbers.clone().all(|number| number % power == 0)
    };
    (1..=most).take_while(divides).count() as u8
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keeps_two_more_decimals_than_are_shown() {
        assert_eq!(scaled(51.8, 1), Some(51_800));
        assert_eq!(scaled(-43.467_49, 1), Some(-43_467));
        assert_eq!(scaled(0.285, 2), Some(2850));
        assert_eq!(scaled(1e-300, 3), Some(0));
    }

    #[test]
    fn never_makes_a_tie_of_what_was_none() {
        assert_eq!(scaled(2.4996, 0), Some(249));
        assert_eq!(scaled(-2.4996, 0), Some(-249));
        assert_eq!(scaled(2.5, 0), Some(250));
        assert_eq!(scaled(2.5004, 0), Some(250));
        assert_eq!(scaled(0.049_99, 1), Some(49));
    }

    #[test]
    fn refuses_what_it_cannot_keep() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, 9e13 + 0.5] {
            assert_eq!(scaled(value, 2), None, "{value}");
        }
    }

    #[test]
    fn finds_the_zeros_all_share() {
        assert_eq!(shared_zeros([500, -1200, 0].into_iter(), 3), 2);
        assert_eq!(shared_zeros([0].into_iter(), 3), 3);
        assert_eq!(shared_zeros([5].into_iter(), 3), 0);
    }

    proptest! {
        /// What the two roundings show is what one rounding of the published text shows.
        #[test]
        fn a_reader_sees_the_published_number(whole in 0_i64..100_000, fraction in "[0-9]{0,9}", minus in any::<bool>(), shown in 0_u8..4) {
            let text = format!("{}{whole}.{fraction}0", if minus { "-" } else { "" });
            let value: f64 = text.parse().unwrap();
            let packed = scaled(value, shown).unwrap();
            let twice = (packed.abs() + 50) / 100;
            let once = rounded(text.trim_start_matches('-'), shown).unwrap();
            prop_assert_eq!(twice, once);
            prop_assert!(packed == 0 || (packed < 0) == minus);
        }

        #[test]
        fn any_double_is_packed_or_refused(value in any::<f64>(), shown in 0_u8..10) {
            let _ = scaled(value, shown);
        }
    }
}

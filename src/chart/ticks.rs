//! Round numbers along an axis.

/// A round number: a whole number of steps of 1, 2 or 5 times a power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// The number's digits, without its decimal point.
    digits: i64,
    /// The power of ten that they count.
    exponent: i32,
}

/// The most ticks an axis gets, whatever is asked for.
const MOST: usize = 50;

/// The round numbers in a range, about as many as asked for.
pub fn ticks((low, high): (f64, f64), about: usize) -> Vec<Tick> {
    let about = about.clamp(1, MOST / 3);
    let span = high - low;
    if !(span > 0.0 && span < 1e15 && low.abs().max(high.abs()) / span < 1e9) {
        return Vec::new();
    }
    let (factor, exponent) = step(span / about as f64);
    let length = Tick { digits: factor, exponent }.value();
    let first = libm::ceil(low / length - 1e-9) as i64;
    let last = libm::floor(high / length + 1e-9) as i64;
    let mut found = Vec::new();
    for count in first..=last.min(first + MOST as i64 - 1) {
        found.push(Tick { digits: count * factor, exponent });
    }
    found
}

/// The round step nearest to a rough one: 1, 2 or 5, and a power of ten.
fn step(rough: f64) -> (i64, i32) {
    let (mut leading, mut exponent) = (rough, 0);
    while leading >= 10.0 {
        (leading, exponent) = (leading / 10.0, exponent + 1);
    }
    while leading < 1.0 {
        (leading, exponent) = (leading * 10.0, exponent - 1);
    }
    match leading {
        f if f < 1.5 => (1, exponent),
        f if f < 3.5 => (2, exponent),
        f if f < 7.5 => (5, exponent),
        _ => (1, exponent + 1),
    }
}

impl Tick {
    /// The number.
    pub fn value(self) -> f64 {
        let power = (0..self.exponent.abs()).fold(1.0, |power, _| power * 10.0);
        let digits = self.digits as f64;
        if self.exponent < 0 { digits / power } else { digits * power }
    }

    /// The number as people read it: “−1,250.5”.
    pub fn words(self, prefix: &str, suffix: &str) -> String {
        let sign = if self.digits < 0 { "−" } else { "" };
        let digits = self.digits.unsigned_abs().to_string();
        let (whole, decimals) = self.split(digits);
        let point = if decimals.is_empty() { "" } else { "." };
        [sign, prefix, &with_commas(&whole), point, &decimals, suffix].concat()
    }

    /// The digits before and after the decimal point.
    fn split(self, mut digits: String) -> (String, String) {
        let places = self.exponent.unsigned_abs() as usize;
        if self.exponent >= 0 {
            if self.digits != 0 {
                digits.push_str(&"0".repeat(places));
            }
            return (digits, String::new());
        }
        let missing = (places + 1).saturating_sub(digits.len());
        digits.insert_str(0, &"0".repeat(missing));
        let decimals = digits.split_off(digits.len() - places);
        (digits, decimals)
    }
}

/// Digits in threes.
fn with_commas(digits: &str) -> String {
    let mut parts = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            parts.push(',');
        }
        parts.push(digit);
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(range: (f64, f64), about: usize) -> Vec<String> {
        ticks(range, about).into_iter().map(|tick| tick.words("", "")).collect()
    }

    #[test]
    fn are_round() {
        assert_eq!(words((47.3, 71.2), 5), ["50", "55", "60", "65", "70"]);
        assert_eq!(words((0.0, 1.0), 5), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(words((-1.2, 1.2), 3), ["−1", "0", "1"]);
        assert_eq!(words((11_000.0, 62_000.0), 3), ["20,000", "40,000", "60,000"]);
        assert_eq!(words((0.02, 0.09), 3), ["0.02", "0.04", "0.06", "0.08"]);
        assert_eq!(words((-2e6, 2e6), 2), ["−2,000,000", "0", "2,000,000"]);
    }

    #[test]
    fn wear_their_unit() {
        let tick = Tick { digits: -125, exponent: 1 };
        assert_eq!(tick.words("£", ""), "−£1,250");
        assert_eq!(Tick { digits: 5, exponent: -1 }.words("", "%"), "0.5%");
    }

    #[test]
    fn are_none_where_there_is_no_range() {
        for range in [(1.0, 1.0), (2.0, 1.0), (f64::NAN, 1.0), (0.0, f64::INFINITY), (1e12, 1e12 + 1.0)] {
            assert_eq!(ticks(range, 5), []);
        }
    }

    proptest! {
        #[test]
        fn stay_in_the_range_and_near_the_count(low in -1e6..1e6, span in 1e-3..1e6, about in 1usize..12) {
            let found = ticks((low, low + span), about);
            prop_assert!(found.len() <= about * 2 + 1);
            let slack = span * 1e-6;
            for tick in found {
                prop_assert!((low - slack..=low + span + slack).contains(&tick.value()));
                let read: f64 = tick.words("", "").replace(',', "").replace('−', "-").parse().unwrap();
                prop_assert!((read - tick.value()).abs() <= tick.value().abs() * 1e-12);
            }
        }
    }
}

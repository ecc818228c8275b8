//! Numbers as people read them: a real minus sign, commas in thousands, halves rounded away from zero.
//!
//! Written with integer arithmetic: the standard library's float formatting would cost the visitor bytes.

use crate::model::Unit;
use crate::view::Lang;

/// A number to so many decimal places: `−1,234.5`. Not finite or beyond 10¹⁵ reads “–”.
pub fn number(_: Lang, value: f64, decimals: u8) -> String {
    let places = usize::from(decimals.min(6));
    let scale = 10_i64.pow(u32::from(decimals.min(6)));
    let Some(scaled) = scaled(value, scale) else { return "–".to_owned() };
    let mut text = String::new();
    if scaled < 0 {
        text.push('−');
    }
    push_grouped(&mut text, scaled.unsigned_abs() / scale.unsigned_abs());
    if places > 0 {
        text.push('.');
        let rest = (scaled.unsigned_abs() % scale.unsigned_abs()).to_string();
        text.extend(core::iter::repeat_n('0', places.saturating_sub(rest.len())));
        text.push_str(&rest);
    }
    text
}

/// The value in units of 1/scale. What differs from a half by less than a billionth counts as a half, because
/// 18.45 has no exact binary form but was published as a half.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "bounded to 10¹⁵ before the cast")]
fn scaled(value: f64, scale: i64) -> Option<i64> {
    let exact = value * scale as f64;
    if !exact.is_finite() || exact.abs() > 1e15 {
        return None;
    }
    let nudge = if exact < 0.0 { -1e-9 } else { 1e-9 };
    Some(libm::round(exact + nudge) as i64)
}

fn push_grouped(text: &mut String, whole: u64) {
    let digits = whole.to_string();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
}

/// A value in its unit's short form: `£642`, `18.4%`, `51.8`.
pub fn amount(lang: Lang, unit: &Unit, value: f64, decimals: u8) -> String {
    let number = number(lang, value, decimals);
    match number.strip_prefix('−') {
        Some(positive) => ["−", &unit.prefix, positive, &unit.suffix].concat(),
        None => [&unit.prefix, number.as_str(), &unit.suffix].concat(),
    }
}

/// The unit in words, in brackets after a name, where amounts do not carry it; else nothing.
pub fn unit_beside(unit: &Unit) -> String {
    if unit.prefix.is_empty() && unit.suffix.is_empty() { [" (", &unit.words, ")"].concat() } else { String::new() }
}

/// The unit in words, where amounts do not carry it; else nothing.
pub fn unit_alone(unit: &Unit) -> String {
    if unit.prefix.is_empty() && unit.suffix.is_empty() { unit.words.clone() } else { String::new() }
}

/// A span that reads as one thing: `47.4–56.1`; with “to” where a minus sign would meet the dash.
pub fn span(lang: Lang, lower: f64, upper: f64, decimals: u8) -> String {
    let (low, high) = (number(lang, lower, decimals), number(lang, upper, decimals));
    let joint = if low.starts_with('−') || high.starts_with('−') { " to " } else { "–" };
    [low.as_str(), joint, &high].concat()
}

/// A span in a sentence: `47 to 56`.
pub fn interval(lang: Lang, lower: f64, upper: f64, decimals: u8) -> String {
    [number(lang, lower, decimals).as_str(), " to ", &number(lang, upper, decimals)].concat()
}

/// `1st`, `22nd`, `113th`.
pub fn ordinal(_: Lang, n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// `1 area`, `216 areas`.
pub fn count_of(_: Lang, n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// `Wales`, `Wales and Scotland`, `Wales, Scotland and Northern Ireland`; with semicolons where an item holds a
/// comma or an “and” of its own.
pub fn list<S: AsRef<str>>(_: Lang, items: &[S]) -> String {
    list_of(items.iter().map(AsRef::as_ref).collect())
}

fn list_of(mut names: Vec<&str>) -> String {
    let Some(last) = names.pop() else { return String::new() };
    let is_compound = |item: &str| item.contains(',') || item.as_bytes().windows(5).any(|part| part == b" and ");
    if names.is_empty() {
        return last.to_owned();
    }
    let compound = is_compound(last) || names.iter().any(|item| is_compound(item));
    let (comma, and) = if compound { ("; ", "; and ") } else { (", ", " and ") };
    [&names.join(comma), and, last].concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EN: Lang = Lang::English;

    #[test]
    fn numbers_read_as_people_write_them() {
        let cases = [
            (51.8, 1, "51.8"),
            (18.45, 1, "18.5"),
            (18.449, 1, "18.4"),
            (-0.65, 2, "−0.65"),
            (-0.001, 1, "0.0"),
            (1_253_154.0, 0, "1,253,154"),
            (999.95, 1, "1,000.0"),
            (0.05, 3, "0.050"),
            (f64::NAN, 1, "–"),
            (1e300, 0, "–"),
        ];
        for (value, decimals, text) in cases {
            assert_eq!(number(EN, value, decimals), text, "{value}");
        }
    }

    #[test]
    fn amounts_carry_their_unit_and_the_minus_stands_first() {
        let pounds = Unit { prefix: "£".into(), suffix: String::new(), words: "£ a week".into() };
        assert_eq!(amount(EN, &pounds, -1642.5, 0), "−£1,643");
    }

    #[test]
    fn spans_never_put_a_dash_before_a_minus() {
        assert_eq!(span(EN, 47.4, 56.1, 1), "47.4–56.1");
        assert_eq!(span(EN, -1.2, 3.0, 1), "−1.2 to 3.0");
    }

    #[test]
    fn ordinals_and_lists() {
        let ordinals = [1, 2, 3, 4, 11, 12, 13, 21, 68, 101, 111, 216].map(|n| ordinal(EN, n));
        assert_eq!(
            ordinals,
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "68th", "101st", "111th", "216th"]
        );
        assert_eq!(list(EN, &["Wales", "Scotland", "Northern Ireland"]), "Wales, Scotland and Northern Ireland");
        assert_eq!(list::<&str>(EN, &[]), "");
    }

    proptest! {
        #[test]
        fn agrees_with_the_standard_library_away_from_halves(value in -1e6f64..1e6, decimals in 0u8..4) {
            let scaled = value.abs() * 10f64.powi(i32::from(decimals));
            prop_assume!((scaled.fract() - 0.5).abs() > 1e-6);
            let plain = number(EN, value, decimals).replace(',', "").replace('−', "-");
            let standard = format!("{value:.*}", usize::from(decimals));
            let standard = if standard.trim_matches(['-', '0', '.']).is_empty() { standard.replace('-', "") } else { standard };
            prop_assert_eq!(plain, standard);
        }
    }
}

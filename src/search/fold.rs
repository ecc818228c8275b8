//! Names cut down to what people type: small letters without accents, single spaces.

/// The text in small letters without accents or punctuation, “&” as “and”, “saint” as “st”.
///
/// Letters that no name in these islands has count as punctuation: the library's tables of all the world's
/// letters would be a tenth of the app.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().map(|letter| letter.to_ascii_lowercase()) {
        match plain(letter) {
            Some(plain) => folded.push_str(plain),
            None if letter.is_ascii_alphanumeric() => folded.push(letter),
            None if letter == '\'' || letter == '’' || letter == '.' => {}
            None => folded.push(' '),
        }
    }
    let words = folded.split_whitespace().map(|word| if word == "saint" { "st" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// Letters with accents that names in these islands have, large and small, without them.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'À'..='Å' => "a",
        'ç' | 'Ç' => "c",
        'è'..='ë' | 'È'..='Ë' => "e",
        'ì'..='ï' | 'Ì'..='Ï' => "i",
        'ñ' | 'Ñ' => "n",
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' => "o",
        'ù'..='ü' | 'Ù'..='Ü' => "u",
        'ŵ' | 'Ŵ' | 'Ẁ'..='ẅ' => "w",
        'ý' | 'ÿ' | 'Ý' | 'ŷ' | 'Ŷ' | 'Ÿ' | 'ỳ' | 'Ỳ' => "y",
        '&' => " and ",
        _ => return None,
    })
}

/// Whether `wanted` is one slip from some start of `name`: a letter left out, added, changed, or two swapped.
pub fn is_one_slip_from_a_start(wanted: &str, name: &str) -> bool {
    let wanted: Vec<char> = wanted.chars().collect();
    let name: Vec<char> = name.chars().collect();
    let same = wanted.iter().zip(&name).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (wanted.get(same..).unwrap_or_default(), name.get(same..).unwrap_or_default());
    let after = |letters: &[char], skip: usize| letters.get(skip..).map(<[char]>::to_vec).unwrap_or_default();
    let starts = |typed: Vec<char>, meant: Vec<char>| meant.starts_with(&typed);
    let swapped = matches!((typed, meant), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    !meant.is_empty()
        && (starts(after(typed, 1), after(meant, 1))
            || starts(after(typed, 1), meant.to_vec())
            || starts(typed.to_vec(), after(meant, 1))
            || (swapped && starts(after(typed, 2), after(meant, 2))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds_what_people_do_not_type() {
        assert_eq!(fold("Ynys Môn"), "ynys mon");
        assert_eq!(fold("YNYS MÔN, Ŵy, Ẃy"), "ynys mon wy wy");
        assert_eq!(fold("Bristol, City of"), "bristol city of");
        assert_eq!(fold("St. Helen’s & Saint Ives"), "st helens and st ives");
    }

    proptest! {
        #[test]
        fn one_letter_left_out_is_one_slip(name in "[a-z]{5,12}", at in 0usize..5) {
            let mut typed: Vec<char> = name.chars().collect();
            typed.remove(at);
            let typed: String = typed.into_iter().collect();
            prop_assert!(name.starts_with(&typed) || is_one_slip_from_a_start(&typed, &name));
        }

        #[test]
        fn never_panics(wanted in ".{0,20}", name in ".{0,20}") {
            is_one_slip_from_a_start(&fold(&wanted), &fold(&name));
        }
    }
}

//! Breaking text into lines that fit.

use super::metrics::Metrics;

/// The lines of a text at a size, none wider than the room (pixels). Breaks at spaces, or within a word that
/// is wider than the room by itself.
pub fn wrap(text: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let fits = |line: &str| Metrics::width(line, size, bold) <= room;
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { [&line, " ", word].concat() };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(line);
        }
        line = break_word(word, fits, &mut lines);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Like [`wrap`], with lines of about equal width: as few as fit, then as narrow as that allows.
pub fn wrap_evenly(text: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let count = wrap(text, size, bold, room).len();
    let width = |words: &str| Metrics::width(words, size, bold);
    let widest_word = text.split_whitespace().map(width).fold(0.0, f64::max);
    let (mut least, mut most) = ((width(text) / count.max(1) as f64).max(widest_word).min(room), room);
    for _ in 0..8 {
        let middle = (least + most) / 2.0;
        if wrap(text, size, bold, middle).len() <= count {
            most = middle;
        } else {
            least = middle;
        }
    }
    wrap(text, size, bold, most)
}

/// Puts the full lines of an overlong word into `lines` and gives what is left.
fn break_word(word: &str, fits: impl Fn(&str) -> bool, lines: &mut Vec<String>) -> String {
    let mut line = String::new();
    for letter in word.chars() {
        line.push(letter);
        if !fits(&line) && line.chars().count() > 1 {
            // An address goes on after what parts it, if there is such a place in the second half of the line.
            let parted =
                line.rfind(['&', '?', ',', '/']).map(|at| at + 1).filter(|at| *at > line.len() / 2 && *at < line.len());
            let rest = line.split_off(parted.unwrap_or(line.len() - letter.len_utf8()));
            lines.push(core::mem::replace(&mut line, rest));
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn breaks_between_words() {
        assert_eq!(
            wrap("Bournemouth, Christchurch and Poole", 13.0, true, 170.0),
            ["Bournemouth,", "Christchurch and Poole"]
        );
        assert_eq!(wrap("", 13.0, true, 170.0), [""; 0]);
    }

    #[test]
    fn evens_out_lines() {
        let lines = wrap_evenly("Brighton and Hove by the sea", 13.0, false, 150.0);
        assert_eq!(lines, ["Brighton and", "Hove by the sea"]);
        let lines = wrap_evenly("Bournemouth, Christchurch and Poole", 13.0, true, 130.0);
        assert_eq!(lines, ["Bournemouth,", "Christchurch", "and Poole"]);
    }

    proptest! {
        #[test]
        fn keeps_every_letter_and_the_room(text in "[a-zA-Z ,]{0,80}", room in 20.0..300.0) {
            for lines in [wrap(&text, 13.0, false, room), wrap_evenly(&text, 13.0, false, room)] {
                let letters = |text: &str| text.split_whitespace().collect::<String>();
                prop_assert_eq!(letters(&lines.concat()), letters(&text));
                prop_assert!(lines.iter().all(|line| Metrics::width(line, 13.0, false) <= room));
            }
        }
    }
}

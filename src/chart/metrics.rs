//! How wide text is, from one committed table, so that a layout is the same on screen, in a file, on a card and
//! in a test.
//!
//! Advance widths of Liberation Sans, which has the metrics of Arial, read from its font files. Kerning is left
//! out: a line is at most a little narrower than said here.

/// Measures text set in Arial, Helvetica or Liberation Sans.
pub struct Metrics;

impl Metrics {
    /// Width in pixels of one line of text at a size in pixels.
    pub fn width(text: &str, size_px: f64, bold: bool) -> f64 {
        let units: u32 = text.chars().map(|letter| u32::from(advance(letter, bold))).sum();
        f64::from(units) * size_px / UNITS_PER_EM
    }
}

/// Height of a capital letter or a figure, as a share of the size.
pub const CAP_HEIGHT: f64 = 1409.0 / UNITS_PER_EM;

/// How far a “g” reaches below the baseline, as a share of the size.
pub const DESCENT: f64 = 434.0 / UNITS_PER_EM;

/// The font's units in one em.
const UNITS_PER_EM: f64 = 2048.0;

/// What a letter outside the table is taken for: a wide one, so that room is never too small for Latin text.
const UNKNOWN: u16 = 1593;

/// Advance width of one letter, in the font's units.
fn advance(letter: char, bold: bool) -> u16 {
    let table = if bold { &BOLD } else { &REGULAR };
    let code = u32::from(letter);
    let index = match code {
        0x20..=0x7e => Some(code as usize - 0x20),
        0xa0..=0xff => Some(code as usize - 0xa0 + 95),
        _ => OTHERS.iter().position(|&other| other == letter).map(|at| at + 95 + 96),
    };
    index.and_then(|at| table.get(at)).copied().unwrap_or(UNKNOWN)
}

/// Letters beyond Latin-1 that are measured, in the order of the tables.
const OTHERS: [char; 20] =
    ['Ŵ', 'ŵ', 'Ŷ', 'ŷ', 'ρ', 'τ', '‑', '–', '—', '‘', '’', '“', '”', '•', '…', '←', '→', '−', '≤', '≥'];

/// Widths of the regular weight: ASCII from the space, Latin-1 from the no-break space, then the others.
#[rustfmt::skip]
const REGULAR: [u16; 211] = [
    569, 569, 727, 1139, 1139, 1821, 1366, 391, 682, 682, 797, 1196, 569, 682, 569, 569, 1139, 1139, 1139,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 569, 569, 1196, 1196, 1196, 1139, 2079, 1366, 1366, 1479, 1479, 1366,
    1251, 1593, 1479, 569, 1024, 1366, 1139, 1706, 1479, 1593, 1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366,
    1366, 1251, 569, 569, 569, 961, 1139, 682, 1139, 1139, 1024, 1139, 1139, 569, 1139, 1139, 455, 455, 1024,
    455, 1706, 1139, 1139, 1139, 1139, 682, 1024, 569, 1139, 1024, 1479, 1024, 1024, 1024, 684, 532, 684, 1196,
    569, 682, 1139, 1139, 1139, 1139, 532, 1139, 682, 1509, 758, 1139, 1196, 682, 1509, 1131, 819, 1124, 682,
    682, 682, 1180, 1100, 569, 682, 682, 748, 1139, 1708, 1708, 1708, 1251, 1366, 1366, 1366, 1366, 1366, 1366,
    2048, 1479, 1366, 1366, 1366, 1366, 569, 569, 569, 569, 1479, 1479, 1593, 1593, 1593, 1593, 1593, 1196, 1593,
    1479, 1479, 1479, 1479, 1366, 1366, 1251, 1139, 1139, 1139, 1139, 1139, 1139, 1821, 1024, 1139, 1139, 1139, 1139,
    569, 569, 569, 569, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1124, 1251, 1139, 1139, 1139, 1139, 1024, 1139,
    1024, 1933, 1479, 1366, 1024, 1165, 809, 682, 1139, 2048, 455, 455, 682, 682, 717, 2048, 2048, 2048, 1196,
    1124, 1124,
];

/// Widths of the bold weight: ASCII from the space, Latin-1 from the no-break space, then the others.
#[rustfmt::skip]
const BOLD: [u16; 211] = [
    569, 682, 971, 1139, 1139, 1821, 1479, 487, 682, 682, 797, 1196, 569, 682, 569, 569, 1139, 1139, 1139,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 682, 682, 1196, 1196, 1196, 1251, 1997, 1479, 1479, 1479, 1479, 1366,
    1251, 1593, 1479, 569, 1139, 1479, 1251, 1706, 1479, 1593, 1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366,
    1366, 1251, 682, 569, 682, 1196, 1139, 682, 1139, 1251, 1139, 1251, 1139, 682, 1251, 1251, 569, 569, 1139,
    569, 1821, 1251, 1251, 1251, 1251, 797, 1139, 682, 1251, 1139, 1593, 1139, 1139, 1024, 797, 573, 797, 1196,
    569, 682, 1139, 1139, 1139, 1139, 573, 1139, 682, 1509, 758, 1139, 1196, 682, 1509, 1131, 819, 1124, 682,
    682, 682, 1180, 1139, 569, 682, 682, 748, 1139, 1708, 1708, 1708, 1251, 1479, 1479, 1479, 1479, 1479, 1479,
    2048, 1479, 1366, 1366, 1366, 1366, 569, 569, 569, 569, 1479, 1479, 1593, 1593, 1593, 1593, 1593, 1196, 1593,
    1479, 1479, 1479, 1479, 1366, 1366, 1251, 1139, 1139, 1139, 1139, 1139, 1139, 1821, 1139, 1139, 1139, 1139, 1139,
    569, 569, 569, 569, 1251, 1251, 1251, 1251, 1251, 1251, 1251, 1124, 1251, 1251, 1251, 1251, 1251, 1139, 1251,
    1139, 1933, 1593, 1366, 1139, 1267, 914, 682, 1139, 2048, 569, 569, 1024, 1024, 717, 2048, 2048, 2048, 1196,
    1124, 1124,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_font_files() {
        for (text, regular, bold) in [
            ("Blackpool", 8880.0, 9787.0),
            ("51.8 (47.4–56.1)", 15030.0, 15030.0),
            ("Ynys Môn", 9106.0, 9672.0),
            ("Tŷ Ŵyl → ρ ≥ −½", 15773.0, 16219.0),
        ] {
            assert!((Metrics::width(text, 2048.0, false) - regular).abs() < 1e-9, "{text}");
            assert!((Metrics::width(text, 2048.0, true) - bold).abs() < 1e-9, "{text}");
        }
    }

    #[test]
    fn grows_with_size_and_counts_unknown_letters() {
        assert_eq!(Metrics::width("", 13.0, false), 0.0);
        assert_eq!(Metrics::width("Hull", 26.0, true), 2.0 * Metrics::width("Hull", 13.0, true));
        assert!(Metrics::width("年", 10.0, false) > 5.0);
    }
}

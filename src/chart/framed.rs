//! A figure for a frame in somebody else's page, which is no higher than an article has patience for.

use super::{Chart, heights_by};
use crate::figure::{Figure, Marks, Shortened, rows_of, shortened};
use crate::view::Lang;
use crate::words;

/// The most height of a picture that grows with what it shows, in narrow room, in pixels. With all that stands around it the
/// frame stays below the 4,000 that scripts beside frames grant.
const MOST: u32 = 1000;

/// The most sentences about what is missing.
const MOST_MISSING: usize = 4;

/// The figure; with fewer rows in its picture where all would make it too high, and then saying which. The table keeps all.
pub fn framed(charts: &[Chart], mut figure: Figure, lang: Lang) -> Figure {
    if figure.missing.len() > MOST_MISSING {
        figure.missing.truncate(MOST_MISSING - 1);
        figure.missing.push(words::more_missing(lang).to_owned());
    }
    let fits = |marks: &Marks| heights_by(charts, marks).is_none_or(|[high, _]| high <= MOST);
    if fits(&figure.marks) {
        return figure;
    }
    let fewer = (2..rows_of(&figure.marks)).rev().filter_map(|rows| shortened(lang, &figure.marks, rows));
    let Some(Shortened { marks, rows, says }) = fewer.into_iter().find(|fewer| fits(&fewer.marks)) else {
        return figure;
    };
    let readings = rows.iter().filter_map(|&at| figure.readings.get(at).cloned()).collect();
    let subtitle = words::shortened_subtitle(lang, &figure.subtitle);
    let alt = [&figure.alt, " ", &says].concat();
    let mut cautions = figure.cautions;
    cautions.insert(0, says);
    Figure { marks, readings, subtitle, alt, cautions, ..figure }
}

//! What stands in pictures by themselves, beside the figure's own words.

use super::numbers::{list, number};
use crate::view::Lang;

/// Over the rows of the strongest and of the weakest links.
pub fn ends_of_strengths(_: Lang) -> [&'static str; 2] {
    ["The strongest correlations", "The weakest correlations"]
}

/// Over the rows in which places are furthest from the middle.
pub fn furthest_heading(_: Lang) -> &'static str {
    "Furthest from the median area"
}

/// Which circumstances a picture has room for: so many of the strongest links and of the weakest, of all.
pub fn shortened_strengths(lang: Lang, [strongest, weakest]: [usize; 2], of: usize) -> String {
    let count = |n: usize| number(lang, n as f64, 0);
    format!(
        "In this picture: the {} strongest and {} weakest of {} circumstances’ correlations, without those that turn on London. \
         The page has all of them, with behaviours and illnesses.",
        count(strongest),
        count(weakest),
        count(of)
    )
}

/// Which circumstances a picture has room for: those furthest from the middle.
pub fn shortened_strips(_: Lang, places: usize, rows: usize, of: usize) -> String {
    let who = match places {
        1 => "the place is furthest",
        _ => "most of these places have a figure and one is furthest",
    };
    format!(
        "In this picture: the {rows} of {of} circumstances in which {who} from its nation’s median area, in widths of the middle \
         half. The page has all of them."
    )
}

/// Which pairs a picture has room for: the first.
pub fn shortened_pairs(_: Lang, rows: usize, of: usize) -> String {
    format!("In this picture: the first {rows} of {of} pairs. The page has all of them.")
}

/// That more is missing than a frame has room to say.
pub fn more_missing(_: Lang) -> &'static str {
    "More figures are missing: the page says which, and why."
}

/// That a picture shows a part of its map only.
pub fn part_of_map(_: Lang, subtitle: &str) -> String {
    [subtitle, "; a part of the map, enlarged: title and key count all areas"].concat()
}

/// How many publishers a picture names.
const MOST_PUBLISHERS: usize = 4;

/// “Sources: Office for National Statistics; Department for Work and Pensions. Open Government Licence v3.0.” Of many, the
/// others are named on the page alone, and that is said.
pub fn credits(_: Lang, publishers: &[&str], licences: &[&str]) -> String {
    let (named, more) = publishers.split_at(publishers.len().min(MOST_PUBLISHERS));
    let mut sources: Vec<String> = named.iter().map(|&publisher| publisher.to_owned()).collect();
    if !more.is_empty() {
        sources.push("others, each named at the address below".to_owned());
    }
    let what = if sources.len() == 1 { "Source" } else { "Sources" };
    format!("{what}: {}. {}.", sources.join("; "), licences.join("; "))
}

/// What a figure is marked with whose main measure its publisher calls so.
pub fn in_development(_: Lang) -> &'static str {
    "Healthy life expectancy: official statistics in development"
}

/// The site's name.
pub const SITE: &str = "Healthy Years";

/// “Healthy Years, edition 2026-06”.
pub fn edition_of_site(_: Lang, edition: &str) -> String {
    [SITE, ", edition ", edition].concat()
}

/// A figure as a text cites it: title, site, year, edition, address, then where its numbers are from.
pub fn citation(lang: Lang, title: &str, year: &str, edition: &str, address: &str, sources: &str) -> String {
    format!("{SITE} ({year}). {title}. {}. {address}. Data: {sources}", edition_of_site(lang, edition))
}

/// “…: chart and table”: what a link to a figure says.
pub fn chart_and_table(_: Lang, title: &str) -> String {
    [title, ": chart and table"].concat()
}

/// “… (Blackpool and Birmingham)”: what is said of places, with their names.
pub fn of_places(lang: Lang, text: &str, places: &[String]) -> String {
    [text, " (", &list(lang, places), ")"].concat()
}

/// What stands over the ways in which a figure leaves the site.
pub fn share_heading(_: Lang) -> &'static str {
    "Share, embed or take away"
}

/// The subtitle of a picture that has fewer rows than its figure, which says that it has every circumstance.
pub fn shortened_subtitle(_: Lang, subtitle: &str) -> String {
    subtitle.strip_prefix("Every circumstance").map_or(subtitle.to_owned(), |rest| ["Circumstances", rest].concat())
}

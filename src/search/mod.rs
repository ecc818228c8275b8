//! Finding a place by any name people use for it.
//!
//! Forgives case, accents, punctuation, “saint” for “st”, and one typing error. A place is found by its own
//! name, its official one, its names in other languages, its districts and towns, and what it used to be part of.

mod fold;

pub use fold::fold;

use crate::model::{Area, AreaKind, AreaName, Atlas};
use crate::order;
use fold::is_one_slip_from_a_start;

/// Shorter texts than this are not forgiven a typing error: too much would match.
const SHORTEST_FORGIVEN: usize = 4;

/// A place that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found<'a> {
    /// The place.
    pub area: &'a Area,
    /// The name it was found by, when that is not its own.
    pub via: Option<&'a AreaName>,
}

/// The places that best fit a text, best first, at most `most`. None for a text without letters.
pub fn find<'a>(atlas: &'a Atlas, text: &str, most: usize) -> Vec<Found<'a>> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut ranked: Vec<(Rank, Found)> = Vec::new();
    for area in &atlas.areas {
        add(&mut ranked, &wanted, &area.name, Found { area, via: None });
    }
    for name in &atlas.names {
        if let Some(area) = atlas.area(name.area) {
            add(&mut ranked, &wanted, &name.name, Found { area, via: Some(name) });
        }
    }
    order::sort_by(&mut ranked, |a, b| a.0.cmp(&b.0).then_with(|| a.1.area.name.cmp(&b.1.area.name)));
    let mut best: Vec<Found> = Vec::new();
    for (_, found) in ranked {
        if best.len() < most && best.iter().all(|other| other.area.code != found.area.code) {
            best.push(found);
        }
    }
    best
}

/// Adds what was found if its name fits.
fn add<'a>(ranked: &mut Vec<(Rank, Found<'a>)>, wanted: &str, name: &str, found: Found<'a>) {
    let relation = found.via.map_or(0, |via| 1 + via.kind as usize);
    let kind = match found.area.kind {
        AreaKind::Local => 0,
        AreaKind::Nation | AreaKind::Uk | AreaKind::Region => 1,
        AreaKind::CombinedAuthority => 2,
    };
    if let Some(fit) = Fit::of(wanted, &fold(name)) {
        ranked.push((Rank { fit, relation, kind }, found));
    }
}

/// How well a name fits; the least is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    fit: Fit,
    /// Own names before others, closer relations before looser ones.
    relation: usize,
    /// Local areas, then nations and regions, then combined authorities.
    kind: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Same,
    Starts,
    WordStarts,
    Slip,
    Holds,
}

impl Fit {
    fn of(wanted: &str, name: &str) -> Option<Fit> {
        let word_starts =
            || name.match_indices(' ').any(|(at, _)| name.get(at + 1..).is_some_and(|rest| rest.starts_with(wanted)));
        let slips = || wanted.chars().count() >= SHORTEST_FORGIVEN && is_one_slip_from_a_start(wanted, name);
        // Byte by byte: the library's search in texts is large, and names are short.
        let holds = || name.as_bytes().windows(wanted.len()).any(|part| part == wanted.as_bytes());
        if name == wanted {
            Some(Fit::Same)
        } else if name.starts_with(wanted) {
            Some(Fit::Starts)
        } else if word_starts() {
            Some(Fit::WordStarts)
        } else if slips() {
            Some(Fit::Slip)
        } else if wanted.len() >= 3 && holds() {
            Some(Fit::Holds)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NameKind, plain};

    fn atlas() -> Atlas {
        let area =
            |code: &str, name: &str, kind| Area { name: name.into(), ..plain::area(code.parse().unwrap(), kind) };
        let name = |code: &str, name: &str, kind| AreaName { area: code.parse().unwrap(), name: name.into(), kind };
        let areas = vec![
            area("E06000009", "Blackpool", AreaKind::Local),
            area("E06000008", "Blackburn with Darwen", AreaKind::Local),
            area("E06000010", "Kingston upon Hull", AreaKind::Local),
            area("E10000017", "Lancashire", AreaKind::Local),
            area("E47000018", "Lancashire Combined County Authority", AreaKind::CombinedAuthority),
            area("E06000043", "Brighton and Hove", AreaKind::Local),
            area("E06000063", "Cumberland", AreaKind::Local),
            area("E06000064", "Westmorland and Furness", AreaKind::Local),
            area("W06000002", "Gwynedd", AreaKind::Local),
            area("E08000013", "St. Helens", AreaKind::Local),
        ];
        let names = vec![
            name("E06000010", "Hull", NameKind::Everyday),
            name("E06000010", "Kingston upon Hull, City of", NameKind::Official),
            name("E10000017", "Burnley", NameKind::District),
            name("E06000063", "Cumbria", NameKind::Former),
            name("E06000064", "Cumbria", NameKind::Former),
            name("E06000063", "Workington", NameKind::Within),
            name("W06000002", "Ynys Môn", NameKind::OtherLanguage),
        ];
        Atlas::new("2026-06".into(), areas, names, vec![])
    }

    fn names(text: &str) -> Vec<String> {
        find(&atlas(), text, 5).iter().map(|found| found.area.name.clone()).collect()
    }

    #[test]
    fn finds_by_every_kind_of_name() {
        assert_eq!(names("Hull")[0], "Kingston upon Hull");
        assert_eq!(names("burnley"), ["Lancashire"]);
        assert_eq!(names("Cumbria"), ["Cumberland", "Westmorland and Furness"]);
        assert_eq!(names("brighton"), ["Brighton and Hove"]);
        assert_eq!(names("hove"), ["Brighton and Hove"]);
        assert_eq!(names("ynys mon"), ["Gwynedd"]);
        assert_eq!(names("Saint Helens"), ["St. Helens"]);
        assert_eq!(names("  lancashire ")[0], "Lancashire");
    }

    #[test]
    fn forgives_one_typing_error() {
        for text in ["Blckpool", "Blackpol", "Blackpoool", "Balckpool", "Blackpoll"] {
            assert_eq!(names(text).first().map(String::as_str), Some("Blackpool"), "{text}");
        }
        assert_eq!(names("Blkpol"), Vec::<String>::new());
    }

    #[test]
    fn says_by_which_name_it_was_found() {
        let atlas = atlas();
        let found = find(&atlas, "Burnley", 5);
        assert_eq!(found[0].via.map(|via| via.name.as_str()), Some("Burnley"));
        assert_eq!(find(&atlas, "Lancashire", 5)[0].via, None);
    }

    #[test]
    fn nothing_is_found_by_nothing() {
        assert!(names("").is_empty() && names(" .,-").is_empty() && names("zzzz").is_empty());
    }
}

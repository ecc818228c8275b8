//! Trap: rows of places we do not hold stand among ours, and some of ours stand under codes of other years.

use healthy_years::model::Code;

use super::{combined, divided};

/// What a code in a publisher's table is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// An area of ours, by its code of December 2024.
    Ours(Code),
    /// An area that was divided since: its figure belongs to no area of ours.
    Divided(&'static [&'static str]),
    /// A larger area together with a very small neighbour.
    Combined {
        /// The area that the figure is shown for.
        larger: &'static str,
        /// The neighbour that has no figure of its own.
        smaller: &'static str,
    },
    /// A place that we leave out knowingly.
    LeftOut,
}

/// Areas that carry another code in some tables, with their code of December 2024. The area is the same, save for a
/// few houses at the border of Northumberland and Gateshead (2013) and of Barnsley and Sheffield (2025).
const RENUMBERED: [(&str, &str); 11] = [
    ("E06000048", "E06000057"), // Northumberland, to 2013
    ("E08000020", "E08000037"), // Gateshead, to 2013
    ("E08000038", "E08000016"), // Barnsley, from 2025
    ("E08000039", "E08000019"), // Sheffield, from 2025
    ("E10000002", "E06000060"), // Buckinghamshire, to 2020
    ("E10000023", "E06000065"), // North Yorkshire, to 2023
    ("E10000027", "E06000066"), // Somerset, to 2023
    ("S12000015", "S12000047"), // Fife, to 2018
    ("S12000024", "S12000048"), // Perth and Kinross, to 2018
    ("S12000044", "S12000050"), // North Lanarkshire, to 2019
    ("S12000046", "S12000049"), // Glasgow City, to 2019
];

/// Entities that we leave out knowingly, by the beginning of their codes.
const LEFT_OUT: [&str; 15] = [
    "E07",       // districts of two-tier counties
    "E11",       // metropolitan counties
    "E13",       // inner and outer London
    "E54",       // integrated care boards
    "E61",       // the Greater London Authority
    "K03",       // Great Britain
    "K04",       // England and Wales
    "K99",       // outside England, or unknown
    "N34",       // city regions of Northern Ireland
    "S08",       // health boards of Scotland
    "TL",        // international territorial levels
    "W11",       // health boards of Wales
    "W42",       // city regions of Wales
    "E47000010", // North East Combined Authority of 2014 to 2024, not the present one
    "E47000011", // North of Tyne Combined Authority, ended in 2024
];

/// The code of December 2024 of an area that carries another one in some tables.
fn renumbered(text: &str) -> Option<&'static str> {
    RENUMBERED.iter().find(|(old, _)| *old == text).map(|(_, new)| *new)
}

/// Every area that carries another code in some tables, with its code of December 2024.
pub(crate) fn all_renumbered() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    RENUMBERED.iter().map(|(old, new)| (*old, vec![*new]))
}

/// What a code is to us; none if it is unknown.
pub(crate) fn place(text: &str, holds: impl Fn(Code) -> bool) -> Option<Place> {
    if let Some((larger, smaller)) = combined::of(text) {
        return Some(Place::Combined { larger, smaller });
    }
    if let Some(successors) = divided::of(text) {
        return Some(Place::Divided(successors));
    }
    if LEFT_OUT.iter().any(|beginning| text.starts_with(beginning)) {
        return Some(Place::LeftOut);
    }
    renumbered(text).unwrap_or(text).parse().ok().filter(|code| holds(*code)).map(Place::Ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<Place> {
        place(text, |code| ["E08000016", "E06000065", "E12000001"].contains(&code.to_string().as_str()))
    }

    #[test]
    fn areas_of_other_years_are_ours() {
        assert_eq!(found("E08000038"), found("E08000016"));
        assert_eq!(found("E10000023"), Some(Place::Ours("E06000065".parse().unwrap())));
    }

    #[test]
    fn places_are_left_out_knowingly_or_not_at_all() {
        for text in ["E07000117", "TLC3", "K03000001", "K04000001", "E47000011", "E13000001"] {
            assert_eq!(found(text), Some(Place::LeftOut), "{text}");
        }
        for text in ["E08000099", "E12000019", "X", "", "Barnsley"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}

//! Names of places, nations and sectors, with the article they need in a sentence.

use crate::model::{Area, AreaKind, Nation, Sector};
use crate::view::Lang;

/// Names that take “the” in a sentence, by how they begin or as a whole.
const WITH_ARTICLE: [&str; 20] = [
    "City of London",
    "East Midlands",
    "East of England",
    "East Riding of Yorkshire",
    "Highland Council",
    "Isle of ",
    "Isles of ",
    "Lancashire Combined",
    "Liverpool City Region",
    "North East",
    "North West",
    "Orkney Islands",
    "Scottish Borders",
    "Shetland Islands",
    "South East",
    "South West",
    "United Kingdom",
    "UK",
    "Vale of ",
    "West Midlands",
];

/// The place in the middle of a sentence: `Blackpool`, `the Isle of Wight`, `the UK`.
pub fn place(_: Lang, area: &Area) -> String {
    if area.kind == AreaKind::Uk {
        return "the UK".to_owned();
    }
    let local_that_looks_like_a_region = area.kind == AreaKind::Local
        && ["North ", "South ", "East ", "West "].iter().any(|start| area.name.starts_with(start));
    let takes_article = WITH_ARTICLE.iter().any(|start| area.name.starts_with(start)) || area.name == "West of England";
    if takes_article && !local_that_looks_like_a_region { ["the ", &area.name].concat() } else { area.name.clone() }
}

/// The place after a preposition: `in Blackpool`, `in the Isle of Wight`, `on the Isle of Wight` is not attempted.
pub fn in_place(lang: Lang, area: &Area) -> String {
    ["in ", &place(lang, area)].concat()
}

/// The nation's name.
pub fn nation_name(_: Lang, nation: Nation) -> &'static str {
    match nation {
        Nation::England => "England",
        Nation::Wales => "Wales",
        Nation::Scotland => "Scotland",
        Nation::NorthernIreland => "Northern Ireland",
    }
}

/// The sector's name, as a heading.
pub fn sector_name(_: Lang, sector: Sector) -> &'static str {
    match sector {
        Sector::Outcome => "Length of life and health",
        Sector::Deprivation => "Deprivation",
        Sector::Money => "Money",
        Sector::Work => "Work",
        Sector::Housing => "Housing",
        Sector::Education => "Education",
        Sector::Transport => "Transport",
        Sector::Environment => "Environment",
        Sector::Commercial => "What is sold and sited around us",
        Sector::Wellbeing => "Culture and wellbeing",
        Sector::Behaviour => "Behaviours and illness",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plain;

    fn named(name: &str, kind: AreaKind) -> String {
        let area = Area { name: name.into(), ..plain::area("E06000001".parse().unwrap(), kind) };
        in_place(Lang::English, &area)
    }

    #[test]
    fn names_that_need_an_article_have_one() {
        assert_eq!(named("Blackpool", AreaKind::Local), "in Blackpool");
        assert_eq!(named("Isle of Wight", AreaKind::Local), "in the Isle of Wight");
        assert_eq!(named("City of London", AreaKind::Local), "in the City of London");
        assert_eq!(named("North East", AreaKind::Region), "in the North East");
        assert_eq!(named("North East Lincolnshire", AreaKind::Local), "in North East Lincolnshire");
        assert_eq!(named("West of England", AreaKind::CombinedAuthority), "in the West of England");
        assert_eq!(named("United Kingdom", AreaKind::Uk), "in the UK");
    }
}

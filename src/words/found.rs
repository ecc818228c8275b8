//! What a search result says of itself beside its name, and what is said of a name that no one place has.

use super::place;
use crate::model::{Area, AreaKind, AreaName, Atlas, NameKind};
use crate::search::Found;
use crate::view::Lang;

/// The name it was found by, where that is not its own; what and where it is.
pub fn about_found(lang: Lang, atlas: &Atlas, found: &Found) -> String {
    let what = about(lang, atlas, found.area);
    let Some(via) = found.via else { return what };
    let name = &via.name;
    let via = match via.kind {
        NameKind::District | NameKind::Within => format!("includes {name}"),
        NameKind::Former => format!("once part of {name}"),
        NameKind::Official | NameKind::Everyday | NameKind::OtherLanguage => name.clone(),
    };
    format!("{via}; {what}")
}

fn about(lang: Lang, atlas: &Atlas, area: &Area) -> String {
    let around = area.region.or_else(|| area.nation().map(|nation| nation.code()));
    let around = around.and_then(|code| atlas.area(code)).filter(|whole| whole.code != area.code);
    let around = around.map(|whole| place(lang, whole)).unwrap_or_default();
    match area.kind {
        AreaKind::Local => around,
        AreaKind::Region => format!("region of {around}"),
        AreaKind::CombinedAuthority => format!("combined authority in {around}"),
        AreaKind::Nation => "nation".to_owned(),
        AreaKind::Uk => "all four nations".to_owned(),
    }
}

/// What a name means that is not another name of one whole place: of a part, of what once was, of several. Before a list of
/// the places, each with how it has the name.
pub fn signpost(lang: Lang, found: &[(&AreaName, &Area)]) -> String {
    let Some(((name, area), others)) = found.split_first() else { return String::new() };
    let (name, kind, whole) = (&name.name, name.kind, place(lang, area));
    let is_alone = others.iter().all(|(_, other)| other.code == area.code);
    let is_former = found.iter().all(|(name, _)| name.kind == NameKind::Former);
    match (is_alone, kind) {
        (true, NameKind::Former) => {
            format!("{name} is now part of {whole}. Healthy life expectancy is published for {whole} as a whole.")
        }
        (true, _) => format!(
            "{name} is part of {whole}. Healthy life expectancy is published for {whole} as a whole, not for {name} alone."
        ),
        (false, _) if is_former => format!(
            "Healthy life expectancy is not published for {name}. All or part of each of these places was once in it."
        ),
        (false, _) => format!("Several places go by the name of {name}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plain;

    fn said(found: &[(NameKind, &str)]) -> String {
        let named: Vec<(AreaName, Area)> = found
            .iter()
            .enumerate()
            .map(|(at, (kind, place))| {
                let code = format!("E0600000{at}").parse().unwrap();
                let area = Area { name: (*place).into(), ..plain::area(code, AreaKind::Local) };
                (AreaName { area: code, name: "Name".into(), kind: *kind }, area)
            })
            .collect();
        signpost(Lang::English, &named.iter().map(|(name, area)| (name, area)).collect::<Vec<_>>())
    }

    #[test]
    fn a_part_is_not_taken_for_the_whole() {
        use NameKind::{District, Everyday, Former};
        assert_eq!(
            said(&[(District, "Lancashire")]),
            "Name is part of Lancashire. Healthy life expectancy is published for Lancashire as a whole, not for Name alone."
        );
        assert!(said(&[(Former, "North Yorkshire")]).starts_with("Name is now part of North Yorkshire."));
        assert!(said(&[(Former, "Cumberland"), (Former, "Furness")]).contains("not published for Name."));
        assert_eq!(said(&[(Everyday, "North"), (Former, "South")]), "Several places go by the name of Name.");
    }
}

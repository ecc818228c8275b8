//! What a search result says of itself beside its name.

use super::place;
use crate::model::{Area, AreaKind, Atlas, NameKind};
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

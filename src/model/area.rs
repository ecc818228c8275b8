//! Places: upper-tier local authorities, regions, combined authorities and nations.

use serde::{Deserialize, Serialize};

use super::{Code, Listed};

/// What sort of place an area is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AreaKind {
    /// An upper-tier local authority: county, unitary, metropolitan or London borough, Welsh or Scottish
    /// council, Northern Ireland district. 218 on December 2024 codes.
    Local,
    /// One of the nine English regions.
    Region,
    /// One of the fifteen English combined authorities.
    CombinedAuthority,
    /// England, Wales, Scotland, Northern Ireland.
    Nation,
    /// The United Kingdom.
    Uk,
}

impl Listed for AreaKind {
    const ALL: &'static [AreaKind] =
        &[AreaKind::Local, AreaKind::Region, AreaKind::CombinedAuthority, AreaKind::Nation, AreaKind::Uk];

    fn id(self) -> &'static str {
        match self {
            AreaKind::Local => "local",
            AreaKind::Region => "region",
            AreaKind::CombinedAuthority => "combined-authority",
            AreaKind::Nation => "nation",
            AreaKind::Uk => "uk",
        }
    }
}

/// One of the four nations. Their deprivation indices are not comparable with one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// All four, most populous English-first order of official publications.
    pub const ALL: [Nation; 4] = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

    /// The nation's own GSS code.
    pub fn code(self) -> Code {
        match self {
            Nation::England => Code::ENGLAND,
            Nation::Wales => Code::WALES,
            Nation::Scotland => Code::SCOTLAND,
            Nation::NorthernIreland => Code::NORTHERN_IRELAND,
        }
    }

    /// The letter that the nation's GSS codes begin with.
    pub fn letter(self) -> char {
        match self {
            Nation::England => 'E',
            Nation::Wales => 'W',
            Nation::Scotland => 'S',
            Nation::NorthernIreland => 'N',
        }
    }

    /// The nation a code belongs to, by its letter; none for codes that span nations (`K…`).
    pub fn of(code: Code) -> Option<Nation> {
        Nation::ALL.into_iter().find(|nation| nation.letter() == code.letter())
    }
}

/// A place that figures are published for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// GSS code, December 2024.
    pub code: Code,
    /// Everyday name in everyday order: “Bristol”, not “Bristol, City of”. Unique within a kind.
    pub name: String,
    /// The name in its address: lower case, ASCII, hyphens. Unique over all areas.
    pub slug: String,
    /// What sort of place it is.
    pub kind: AreaKind,
    /// The region it lies in (local areas of England only).
    pub region: Option<Code>,
    /// Residents, all ages, mid-2022 (local areas only).
    pub population: Option<u32>,
}

impl Area {
    /// The nation the area lies in; none for the UK.
    pub fn nation(&self) -> Option<Nation> {
        Nation::of(self.code)
    }

    /// Whether the area lies in, or is, `scope`: the UK, a nation or a region.
    pub fn is_within(&self, scope: Code) -> bool {
        scope == Code::UK
            || self.code == scope
            || self.region == Some(scope)
            || self.nation().is_some_and(|nation| nation.code() == scope)
    }
}

/// Another word that people look a place up by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AreaName {
    /// The area that the name leads to.
    pub area: Code,
    /// The name as people write it: “Hull”, “Burnley”, “Cumbria”.
    pub name: String,
    /// How the name relates to the area.
    pub kind: NameKind,
}

/// How a name relates to the area it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NameKind {
    /// The official name where it differs from the everyday one: “Bristol, City of”.
    Official,
    /// A shorter or local name: “Hull”.
    Everyday,
    /// A name in another language of the UK: “Caerdydd”.
    OtherLanguage,
    /// A district within the area: “Burnley” in Lancashire.
    District,
    /// A town or city within the area that does not share its name: “Harrogate” in North Yorkshire.
    Within,
    /// A former area of which this is all or part: “Cumbria”.
    Former,
}

impl NameKind {
    /// Whether it names the whole area, not a part of it or something that is gone.
    pub fn is_of_whole(self) -> bool {
        matches!(self, NameKind::Official | NameKind::Everyday | NameKind::OtherLanguage)
    }
}

impl Listed for NameKind {
    const ALL: &'static [NameKind] = &[
        NameKind::Official,
        NameKind::Everyday,
        NameKind::OtherLanguage,
        NameKind::District,
        NameKind::Within,
        NameKind::Former,
    ];

    fn id(self) -> &'static str {
        match self {
            NameKind::Official => "official",
            NameKind::Everyday => "everyday",
            NameKind::OtherLanguage => "other-language",
            NameKind::District => "district",
            NameKind::Within => "within",
            NameKind::Former => "former",
        }
    }
}

super::listed::from_str!(AreaKind, NameKind);

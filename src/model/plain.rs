//! Areas and indicators for tests, of which nothing is known but what the test is about.

use super::{About, Area, AreaKind, Code, Direction, Indicator, IndicatorId, Nation, Sector, Standing, Unit};

/// An area that is named by its code.
pub(crate) fn area(code: Code, kind: AreaKind) -> Area {
    let (name, slug) = (code.to_string(), code.to_string().to_lowercase());
    Area { code, name, slug, kind, region: None, population: None }
}

/// An indicator of every nation, not by sex, that is named by its id.
pub(crate) fn indicator(id: &str) -> Indicator {
    Indicator {
        id: IndicatorId::new(id).unwrap(),
        sector: Sector::Money,
        name: id.to_owned(),
        more: String::new(),
        unit: Unit { prefix: String::new(), suffix: String::new(), words: String::new() },
        direction: Direction::Neutral,
        decimals: 1,
        nations: Nation::ALL.to_vec(),
        by_sex: false,
        contains_health: false,
        same_survey: false,
        national_index: false,
        in_development: false,
        standing: Standing::Official,
        about: About::default(),
    }
}

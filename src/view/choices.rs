//! What can be chosen in a view, each with the word it has in an address.

use crate::model::{IndicatorId, Listed};

/// What is measured up the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Outcome {
    /// Healthy life expectancy: years in good health.
    #[default]
    Healthy,
    /// Total life expectancy.
    Life,
    /// Total less healthy life expectancy: years not in good health.
    Unhealthy,
}

/// What points are coloured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The four nations.
    Nation,
    /// The nine regions of England and the three other nations.
    Region,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// As the reader's device says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The language of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// English.
    #[default]
    English,
}

/// How a table is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The key of the column: lower-case ASCII letters and underscores, at most 30.
    pub column: String,
    /// Whether the greatest comes first.
    pub descending: bool,
}

impl Listed for Outcome {
    const ALL: &'static [Outcome] = &[Outcome::Healthy, Outcome::Life, Outcome::Unhealthy];

    fn id(self) -> &'static str {
        match self {
            Outcome::Healthy => "hle",
            Outcome::Life => "le",
            Outcome::Unhealthy => "unhealthy",
        }
    }
}

impl Listed for Grouping {
    const ALL: &'static [Grouping] = &[Grouping::Nation, Grouping::Region];

    fn id(self) -> &'static str {
        match self {
            Grouping::Nation => "nation",
            Grouping::Region => "region",
        }
    }
}

impl Listed for Theme {
    const ALL: &'static [Theme] = &[Theme::Auto, Theme::Light, Theme::Dark];

    fn id(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "false",
            Theme::Dark => "true",
        }
    }
}

impl Listed for Lang {
    const ALL: &'static [Lang] = &[Lang::English];

    fn id(self) -> &'static str {
        match self {
            Lang::English => "en",
        }
    }
}

crate::model::listed::from_str!(Outcome, Grouping, Theme, Lang);

impl Outcome {
    /// The indicators that the outcome is made of: itself, or what it is the difference of.
    pub fn indicators(self) -> &'static [&'static str] {
        match self {
            Outcome::Healthy => &[IndicatorId::HEALTHY_LIFE_EXPECTANCY],
            Outcome::Life => &[IndicatorId::LIFE_EXPECTANCY],
            Outcome::Unhealthy => &[IndicatorId::LIFE_EXPECTANCY, IndicatorId::HEALTHY_LIFE_EXPECTANCY],
        }
    }
}

impl Sort {
    /// The sort that `-column` (greatest first) or `column` stands for.
    pub fn parse(text: &str) -> Option<Sort> {
        let (column, descending) = match text.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let sound = !column.is_empty() && column.len() <= 30;
        let sound = sound && column.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        sound.then(|| Sort { column: column.to_owned(), descending })
    }

    /// The text that [`Sort::parse`] reads.
    pub fn text(&self) -> String {
        let sign = if self.descending { "-" } else { "" };
        [sign, &self.column].concat()
    }
}

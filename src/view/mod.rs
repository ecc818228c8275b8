//! The state of a view, which its address holds whole.

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

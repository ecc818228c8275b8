//! Parliamentary constituencies, which are no part of the other areas: the sources do not say where each lies.

use super::{Code, Known, Period};

/// A constituency with its total life expectancy.
#[derive(Debug, Clone, PartialEq)]
pub struct Constituency {
    /// GSS code, boundaries of 2024.
    pub code: Code,
    /// Its name.
    pub name: String,
    /// When.
    pub period: Period,
    /// Total life expectancy at birth in years, women and men together, with limits.
    pub life_expectancy: Known,
}

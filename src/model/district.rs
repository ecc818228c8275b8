//! Districts: the lower tier within England's 21 counties. What is a district and a local area in one is no district.

use super::{Code, Column, ColumnKey};

/// A district.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct District {
    /// GSS code, December 2024.
    pub code: Code,
    /// Its name.
    pub name: String,
    /// The county it lies in.
    pub area: Code,
}

/// All districts with their figures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Districts {
    /// In code order.
    pub places: Vec<District>,
    /// In order of their keys; one estimate a district, in the order of `places`.
    pub columns: Vec<(ColumnKey, Column)>,
}

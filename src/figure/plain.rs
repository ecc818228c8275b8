//! A plain figure, for tests that need one and don't look at the rest of it.

use super::{Figure, Marks, StripMarks, Table};

/// A figure with these marks, without words.
pub fn with(marks: Marks) -> Figure {
    Figure {
        id: "relate",
        title: String::new(),
        subtitle: String::new(),
        summary: String::new(),
        reading: String::new(),
        alt: String::new(),
        notes: Vec::new(),
        sources: Vec::new(),
        coverage: String::new(),
        cautions: Vec::new(),
        missing: Vec::new(),
        chosen: Vec::new(),
        noise: None,
        drawn: String::new(),
        told_above: None,
        table: Table::default(),
        marks,
        readings: Vec::new(),
    }
}

/// A figure with nothing in it.
pub fn figure() -> Figure {
    with(Marks::Strips(StripMarks { places: Vec::new(), nations: Vec::new(), key: String::new(), groups: Vec::new() }))
}

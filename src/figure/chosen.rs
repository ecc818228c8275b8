//! The chosen places and their figures, in a few characters each.

use crate::model::{Code, Estimate};
use crate::words;

use super::data::{Data, Place};

/// A chosen place with its outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// The place.
    pub area: Code,
    /// Its name.
    pub name: String,
    /// Its outcome with limits, `51.8 healthy years (47.4–56.1)`; none where there is no figure.
    pub value: Option<String>,
}

impl Chosen {
    pub(super) fn of(data: &Data, place: &Place) -> Chosen {
        let value = match place.y {
            Estimate::Known(known) => {
                Some(words::outcome_with_limits(data.lang, data.view.y, known.value, known.limits))
            }
            Estimate::Missing(_) => None,
        };
        Chosen { area: place.area.code, name: place.area.name.clone(), value }
    }

    /// Name and value in one line.
    pub fn short(&self) -> String {
        match &self.value {
            Some(value) => format!("{}: {value}", self.name),
            None => format!("{}: no figure", self.name),
        }
    }
}

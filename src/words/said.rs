//! A sentence about an outcome, which cannot be made without naming the outcome in full.

use super::outcomes::outcome_name;
use super::places::capital;
use crate::view::{Lang, Outcome};

/// A sentence about an outcome.
///
/// Papers have printed healthy life expectancy as lifespan. So there is one way to make such a sentence: of what stands
/// before the outcome, the outcome in one of its full forms, and what stands after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said(String);

/// How a sentence names its outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `healthy life expectancy`, `total life expectancy`, `years not in good health`.
    Name,
    /// After a number: `years in good health`, `years in all`, `years not in good health`.
    Years,
}

impl Said {
    /// The sentence `before` + outcome + `after`, with a capital where it begins.
    pub(super) fn new(lang: Lang, before: &str, outcome: Outcome, form: Form, after: &str) -> Said {
        let name = match form {
            Form::Name => outcome_name(lang, outcome),
            Form::Years => years_of(outcome),
        };
        Said(capital(&[before, name, after].concat()))
    }

    /// The sentence.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl From<Said> for String {
    fn from(said: Said) -> String {
        said.0
    }
}

fn years_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Healthy => "years in good health",
        Outcome::Life => "years in all",
        Outcome::Unhealthy => "years not in good health",
    }
}

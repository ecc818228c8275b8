//! Whom a figure speaks of, where it is published separately for women and men.

use serde::{Deserialize, Serialize};

use super::Listed;

/// The sex that an estimate is published for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sex {
    /// Women and girls.
    Female,
    /// Men and boys.
    Male,
}

impl Listed for Sex {
    const ALL: &'static [Sex] = &[Sex::Female, Sex::Male];

    fn id(self) -> &'static str {
        match self {
            Sex::Female => "female",
            Sex::Male => "male",
        }
    }
}

super::listed::from_str!(Sex);

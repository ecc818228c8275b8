//! What is measured up the picture, and for whom.

use crate::model::Sex;
use crate::view::{Lang, Outcome};

/// The outcome's full name, as titles and menus write it.
pub fn outcome_title(_: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Healthy => "Healthy life expectancy",
        Outcome::Life => "Total life expectancy",
        Outcome::Unhealthy => "Years not in good health",
    }
}

/// The outcome in the middle of a sentence.
pub fn outcome_name(_: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Healthy => "healthy life expectancy",
        Outcome::Life => "total life expectancy",
        Outcome::Unhealthy => "years not in good health",
    }
}

/// `women`, `men`.
pub fn whose(_: Lang, sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "women",
        Sex::Male => "men",
    }
}

/// `Women`, `Men`.
pub fn whose_title(_: Lang, sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "Women",
        Sex::Male => "Men",
    }
}

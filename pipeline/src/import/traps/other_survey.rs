//! Trap: Northern Ireland's figures for some measures come from another survey, in another file, while its national
//! figure stands in Great Britain's file too. Ours are all from its own survey, and marked.

use healthy_years::model::{Code, Estimate, Known, Mark, Nation};

/// The estimate, marked as from another survey.
pub(crate) fn marked(estimate: Estimate) -> Estimate {
    match estimate {
        Estimate::Known(known) if known.mark == Mark::Published => {
            Estimate::Known(Known { mark: Mark::OtherSurvey, ..known })
        }
        _ => estimate,
    }
}

/// Whether an area is taken from a series for these nations. `None`: it belongs to no nation of the series, and is
/// not the nation's own total that may stand there without being meant.
pub(crate) fn takes(nations: &[Nation], area: Code) -> Option<bool> {
    match Nation::of(area) {
        None => Some(true),
        Some(nation) if nations.contains(&nation) => Some(true),
        Some(nation) if nation.code() == area => Some(false),
        Some(_) => None,
    }
}

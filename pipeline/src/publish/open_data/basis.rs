//! Whether a value was published for its area, or computed, and how.

use healthy_years::model::{Indicator, Known, Mark};

/// `published`, or `computed: ` and the rule.
pub(super) fn basis(known: Known, indicator: &Indicator) -> String {
    computed(known, indicator).unwrap_or_else(|| "published".to_owned())
}

/// `computed: ` and the rule; none for a published value.
pub(super) fn computed(known: Known, indicator: &Indicator) -> Option<String> {
    (known.mark == Mark::Computed).then(|| format!("computed: {}", indicator.about.computed_rule))
}

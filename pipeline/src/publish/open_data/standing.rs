//! Whether a measure or an index is official, where it must be said beside a figure.

use healthy_years::model::{Atlas, DeprivationIndex, Indicator, Listed, Standing};

/// The standing of a measure; none for an official one, which goes without saying.
pub(super) fn unless_official(indicator: &Indicator) -> Option<&'static str> {
    (indicator.standing != Standing::Official).then(|| indicator.standing.id())
}

/// The standing of an edition of an index, as its measures have it (`imd-2019`, `wimd-2019-extent`). Without measures,
/// or where the source does not say which edition it is, there is none to tell.
pub(super) fn of_index(atlas: &Atlas, index: DeprivationIndex) -> Option<&'static str> {
    let stem = format!("{}-{}", index.letters().to_lowercase(), index.edition?);
    let of_edition = |indicator: &&Indicator| {
        indicator.id.as_str().strip_prefix(&stem).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    atlas.indicators.iter().find(of_edition).and_then(unless_official)
}

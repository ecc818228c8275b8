//! Where all circumstances are from, at the foot of pages whose figures show many: the figures themselves have no room for it.

use std::collections::BTreeMap;

use healthy_years::figure::{Figure, Marks};
use healthy_years::model::Atlas;
use healthy_years::view::Lang;
use healthy_years::words;
use maud::{Markup, html};

/// The list, if one of the figures has as many and says that it stands here.
pub(super) fn below(atlas: &Atlas, figures: &[Figure]) -> Markup {
    let is_said = figures.iter().any(|figure| matches!(figure.marks, Marks::Strength(_) | Marks::Strips(_)));
    html! {
        @if is_said {
            details.all-sources {
                summary { "Where the circumstances are from" }
                ul { @for (from, names) in by_release(atlas) { li { (from) " " (names.join("; ")) "." } } }
            }
        }
    }
}

/// The names of circumstances by publisher, publication, release and licence.
fn by_release(atlas: &Atlas) -> BTreeMap<String, Vec<&str>> {
    let mut releases: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for one in atlas.indicators.iter().filter(|one| !one.is_outcome()) {
        releases.entry(words::release(Lang::default(), one)).or_default().push(&one.name);
    }
    releases
}

//! Naming areas that have no figure, so that no missing place is hidden.

use crate::model::{Area, Nation};
use crate::view::Lang;
use crate::words;

/// The most areas named one by one; more are counted, and stand in the table.
const MOST_NAMED: usize = 8;

/// The areas that are missing, in words: a nation of which all are missing as one, the rest by name.
pub fn grouped_missing(lang: Lang, areas: &[&Area], is_missing: impl Fn(&Area) -> bool) -> Vec<String> {
    let (gone, partial): (Vec<Nation>, Vec<Nation>) = Nation::ALL
        .into_iter()
        .filter(|&nation| areas.iter().any(|area| area.nation() == Some(nation)))
        .partition(|&nation| areas.iter().filter(|area| area.nation() == Some(nation)).all(|area| is_missing(area)));
    let whole = gone.iter().map(|&nation| {
        let n = areas.iter().filter(|area| area.nation() == Some(nation)).count();
        words::all_of_nation(lang, n, nation)
    });
    let left = |area: &Area| area.nation().is_some_and(|nation| partial.contains(&nation)) && is_missing(area);
    let single: Vec<String> = areas.iter().filter(|area| left(area)).map(|area| words::place(lang, area)).collect();
    let more = single.len().saturating_sub(MOST_NAMED);
    let rest = (more > 0).then(|| words::more_in_table(lang, more));
    whole.chain(single.into_iter().take(MOST_NAMED)).chain(rest).collect()
}

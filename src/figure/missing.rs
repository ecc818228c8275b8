//! Naming areas that have no figure, so that no missing place is hidden.

use crate::model::Nation;
use crate::view::Lang;
use crate::words;

use super::data::Place;

/// The most areas named one by one; more are counted, and stand in the table.
const MOST_NAMED: usize = 8;

/// The places that are missing of all, in words: a nation of which all are missing as one, the rest by name.
pub(super) fn grouped_missing(lang: Lang, all: &[&Place], missing: &[&Place]) -> Vec<String> {
    let mut named = Vec::new();
    let mut gone = Vec::new();
    for nation in Nation::ALL {
        let n = count(all, nation);
        if n > 0 && n == count(missing, nation) {
            named.push(words::all_of_nation(lang, n, nation));
            gone.push(nation);
        }
    }
    let mut left = 0;
    for Place { area, .. } in missing {
        if area.nation().is_none_or(|nation| gone.contains(&nation)) {
            continue;
        }
        left += 1;
        if left <= MOST_NAMED {
            named.push(words::place(lang, area));
        }
    }
    if left > MOST_NAMED {
        named.push(words::more_in_table(lang, left - MOST_NAMED));
    }
    named
}

fn count(places: &[&Place], nation: Nation) -> usize {
    places.iter().filter(|place| place.area.nation() == Some(nation)).count()
}

//! Compare: which places stand side by side, and the figures that show how they differ.

use crate::facts::tested_against;
use crate::model::{Area, Atlas, Code, Nation};
use crate::view::{Lang, MOST_AND_LEAST_DEPRIVED, View};
use crate::words;

use super::{Figure, FigureError, Headline, Table, difference, lives, strips, trends};

/// The figures' ids.
pub(super) const IDS: [&str; 4] = [lives::ID, difference::ID, trends::IDS[0], strips::STRIPS];

/// Whether a table of the page can be sorted by this column.
pub(super) fn is_sort_key(key: &str) -> bool {
    [&lives::KEYS[..], &difference::KEYS, &trends::TREND_KEYS, &strips::STRIP_KEYS]
        .iter()
        .any(|keys| keys.contains(&key))
}

/// The places of a view and why they are these, where they are not as chosen.
pub(super) struct Places {
    pub codes: Vec<Code>,
    pub why: Option<String>,
}

impl Places {
    /// The chosen places. Where there is but one, what it is tested against stands beside it, beside England and the UK
    /// the nations; where there is none, [`MOST_AND_LEAST_DEPRIVED`].
    pub fn of(atlas: &Atlas, view: &View) -> Places {
        match view.areas.as_slice() {
            [] => {
                let most_and_least = most_and_least(atlas);
                let why = most_and_least.map(|[most, least]| words::none_chosen(view.lang, most, least));
                Places { codes: most_and_least.iter().flatten().map(|area| area.code).collect(), why }
            }
            [one] => beside(atlas, view, *one),
            chosen => Places { codes: chosen.to_vec(), why: None },
        }
    }
}

fn most_and_least(atlas: &Atlas) -> Option<[&Area; 2]> {
    let [most, least] = MOST_AND_LEAST_DEPRIVED.map(|code| atlas.area(code.parse().ok()?));
    Some([most?, least?])
}

/// One place beside what it is tested against, else beside the nations.
fn beside(atlas: &Atlas, view: &View, one: Code) -> Places {
    let mut codes = vec![one];
    let Some(area) = atlas.area(one) else { return Places { codes, why: None } };
    let whole = tested_against(area).ok().and_then(|code| atlas.area(code));
    let name = whole.map(|whole| words::place(view.lang, whole));
    match whole {
        Some(whole) => codes.push(whole.code),
        None => codes.extend(
            Nation::ALL.map(Nation::code).into_iter().filter(|&code| code != one && atlas.area(code).is_some()),
        ),
    }
    let beside = name.unwrap_or_else(|| words::the_nations(view.lang, area).to_owned());
    Places { codes, why: Some(words::one_chosen(view.lang, area, &beside)) }
}

/// The figures of the page, without their tables.
pub fn figures(atlas: &Atlas, view: &View) -> Result<Vec<Figure>, FigureError> {
    let places = Places::of(atlas, view);
    let mut lives = lives::lives(atlas, view, &places.codes)?;
    if let Some(why) = places.why {
        lives.cautions.insert(0, why);
    }
    let difference = difference::difference(atlas, view, &places.codes)?;
    let trend = trends::side_by_side(atlas, view, &places.codes)?;
    Ok(vec![lives, difference, trend, strips::strips(atlas, view, &view.compared())?])
}

/// The table of one of them, sorted as the view says.
pub fn table(atlas: &Atlas, view: &View, id: &str) -> Result<Table, FigureError> {
    let places = Places::of(atlas, view);
    match id {
        lives::ID => lives::table(atlas, view, &places.codes),
        strips::STRIPS => strips::strips_table(atlas, view, &view.compared()),
        id if id == trends::IDS[0] => trends::side_by_side_table(atlas, view, &places.codes),
        _ => difference::table(atlas, view, &places.codes),
    }
}

/// The headline of the page, true whichever places it shows.
pub fn compare_headline(lang: Lang) -> Headline {
    Headline { text: words::compare_headline(lang).to_owned(), basis: words::compare_basis(lang).to_owned() }
}

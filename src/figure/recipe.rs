//! How the figures of a view are made. A view's code names its own recipe; only publish and tests know them all.

use crate::codec::{Manifest, PackId};
use crate::model::Atlas;
use crate::view::{Lang, Page, View};

use super::{
    Figure, FigureError, Reading, area, circumstances, compare, england, gradient, map, multiples, relate, strengths,
    table, trends,
};

/// How the figures of a view are made.
pub struct Recipe {
    /// The ids of all figures that the page can have, in the order they are shown. A figure that does not apply to a
    /// state of the view is left out there.
    pub ids: &'static [&'static str],
    /// The packs that a view needs beyond the first.
    pub needs: fn(&View, &Atlas, &Manifest) -> Vec<PackId>,
    /// Whether one of its tables can be sorted by this column.
    pub is_sort_key: fn(&str) -> bool,
    /// The figures with empty tables; see [`figures`](super::figures).
    pub figures: fn(&Atlas, &View) -> Result<Vec<Figure>, FigureError>,
    /// What a dot of a figure says, by its position: of dots that are too many to have readings of their own.
    pub dot: fn(&Figure, Lang, usize) -> Option<Reading>,
}

/// [`Recipe::dot`] where every mark has its reading.
fn no_dots(_: &Figure, _: Lang, _: usize) -> Option<Reading> {
    None
}

/// Explore's.
pub const EXPLORE: Recipe = Recipe {
    ids: &["relate"],
    needs: |view, _, manifest| view.needs_of_relate(manifest),
    is_sort_key: |key| table::KEYS.contains(&key),
    figures: |atlas, view| Ok(vec![relate::without_table(atlas, view)?]),
    dot: no_dots,
};

/// That of a place's page.
pub const AREA: Recipe = Recipe {
    ids: &area::IDS,
    needs: View::needs_of_area,
    is_sort_key: area::is_sort_key,
    figures: area::area_figures,
    dot: no_dots,
};

/// That of places side by side.
pub const COMPARE: Recipe = Recipe {
    ids: &compare::IDS,
    needs: |view, _, manifest| view.needs_of_compare(manifest),
    is_sort_key: compare::is_sort_key,
    figures: compare::figures,
    dot: no_dots,
};

/// That of maps.
pub const MAP: Recipe = Recipe {
    ids: &map::IDS,
    needs: |view, _, manifest| view.needs_of_map(manifest),
    is_sort_key: |key| map::KEYS.contains(&key),
    figures: map::maps,
    dot: no_dots,
};

/// That of series over time.
pub const TRENDS: Recipe = Recipe {
    ids: &trends::IDS,
    needs: |view, _, manifest| view.needs_of_trends(manifest),
    is_sort_key: trends::is_sort_key,
    figures: trends::figures,
    dot: no_dots,
};

/// That of gradients.
pub const GRADIENT: Recipe = Recipe {
    ids: &gradient::IDS,
    needs: |view, _, _| view.needs_of_gradient(),
    is_sort_key: gradient::is_sort_key,
    figures: gradient::figures,
    dot: england::dot,
};

/// That of all circumstances.
pub const CIRCUMSTANCES: Recipe = Recipe {
    ids: &circumstances::IDS,
    needs: |view, _, manifest| view.needs_of_circumstances(manifest),
    is_sort_key: |key| strengths::KEYS.contains(&key) || multiples::KEYS.contains(&key),
    figures: circumstances::figures,
    dot: no_dots,
};

impl Recipe {
    /// That of a page.
    pub fn of(page: &Page) -> &'static Recipe {
        match page {
            Page::Explore => &EXPLORE,
            Page::Area(_) => &AREA,
            Page::Compare => &COMPARE,
            Page::Map => &MAP,
            Page::Trends => &TRENDS,
            Page::Gradient => &GRADIENT,
            Page::Circumstances => &CIRCUMSTANCES,
        }
    }
}

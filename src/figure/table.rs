//! The table of a relate figure: every area that could be in the picture, those without a figure too.

use crate::model::{Area, Atlas, Code, Estimate, Mark};
use crate::order;
use crate::view::{Sort, View};
use crate::words::{self, RelationWords};

use super::data::{Data, Place};
use super::{Cell, FigureError, Row, Table, TableColumn};

/// The keys of the columns, in their order; a view is sorted by one of them.
pub(super) const KEYS: [&str; 6] = ["place", "region", "x", "y", "lower", "upper"];

/// The table of the view's relate figure, sorted as the view says: else by name, chosen places first.
pub fn table(atlas: &Atlas, view: &View) -> Result<Table, FigureError> {
    let data = Data::of(atlas, view)?;
    let (scope, place) = (data.scope_words(), data.place_words());
    Ok(of(&data, &data.words(&scope, &place)))
}

fn of(data: &Data, words: &RelationWords) -> Table {
    let labels = [
        words::place_heading(data.lang).to_owned(),
        words::region_heading(data.lang).to_owned(),
        words.x_column(),
        words.y_heading(),
        words::limit_heading(data.lang, false).to_owned(),
        words::limit_heading(data.lang, true).to_owned(),
    ];
    let mut columns = Vec::new();
    for (key, label) in KEYS.into_iter().zip(labels) {
        let period = match key {
            "place" | "region" => None,
            "x" => Some(data.x_period),
            _ => Some(data.y.period),
        };
        columns.push(TableColumn { period, ..TableColumn::of(key, label, period.is_some()) });
    }
    let mut rows = Vec::new();
    let others = data.chosen.iter().filter(|place| !data.looks_at(place.area));
    // Places of nations that the circumstance does not cover are named as such above the table.
    let is_told = |place: &&Place| data.covers(place.area) || data.view.areas.contains(&place.area.code);
    for place in others.chain(data.local.iter().filter(is_told)) {
        rows.push(row(data, place));
    }
    order::sort_by(&mut rows, |a, b| {
        (!a.chosen).cmp(&!b.chosen).then_with(|| by_text(a.cells.first(), b.cells.first()))
    });
    let mut table = Table { caption: words.table_caption(), columns, rows };
    if let Some(sort) = &data.view.sort {
        table.sort(sort);
    }
    table
}

fn row(data: &Data, place: &Place) -> Row {
    let (lang, area) = (data.lang, place.area);
    let number = |value: f64| Cell::Number { value, shown: words::number(lang, value, 1) };
    let limits = place.y.known().and_then(|known| known.limits);
    let limit = |value: Option<f64>| value.map_or(Cell::Missing(words::no_limits(lang).to_owned()), number);
    let x = match place.x {
        Estimate::Known(known) => {
            let mut shown = words::amount(lang, &data.x.unit, known.value, data.x.decimals);
            if known.mark == Mark::Computed {
                shown.push_str(words::computed(lang));
            }
            Cell::Number { value: known.value, shown }
        }
        Estimate::Missing(why) => Cell::Missing(words::missing_reason(lang, why).to_owned()),
    };
    let y = match place.y {
        Estimate::Known(known) => number(known.value),
        Estimate::Missing(why) => Cell::Missing(words::missing_reason(lang, why).to_owned()),
    };
    let cells = vec![
        Cell::Text(area.name.clone()),
        Cell::Text(region_of(data, area)),
        x,
        y,
        limit(limits.map(|limits| limits.lower)),
        limit(limits.map(|limits| limits.upper)),
    ];
    Row { source: None, area: Some(area.code), chosen: data.view.areas.contains(&area.code), cells }
}

/// The region of an English area, the nation of others.
fn region_of(data: &Data, area: &Area) -> String {
    let around: Option<Code> = area.region.or_else(|| area.nation().map(|nation| nation.code()));
    around.and_then(|code| data.atlas.area(code)).map(|area| area.name.clone()).unwrap_or_default()
}

impl Table {
    /// Sorts the rows by a column; rows without a number there come last. An unknown column changes nothing.
    pub fn sort(&mut self, sort: &Sort) {
        let Some(at) = self.columns.iter().position(|column| column.key == sort.column) else { return };
        order::sort_by(&mut self.rows, |a, b| match (a.cells.get(at), b.cells.get(at)) {
            (Some(Cell::Number { value: a, .. }), Some(Cell::Number { value: b, .. })) => turned(a.total_cmp(b), sort),
            (Some(Cell::Missing(_)), Some(Cell::Number { .. })) => core::cmp::Ordering::Greater,
            (Some(Cell::Number { .. }), Some(Cell::Missing(_))) => core::cmp::Ordering::Less,
            (a, b) => turned(by_text(a, b), sort),
        });
    }
}

fn turned(order: core::cmp::Ordering, sort: &Sort) -> core::cmp::Ordering {
    if sort.descending { order.reverse() } else { order }
}

pub(super) fn by_text(a: Option<&Cell>, b: Option<&Cell>) -> core::cmp::Ordering {
    match (a, b) {
        (Some(Cell::Text(a) | Cell::Link { shown: a, .. }), Some(Cell::Text(b) | Cell::Link { shown: b, .. })) => {
            a.cmp(b)
        }
        _ => core::cmp::Ordering::Equal,
    }
}

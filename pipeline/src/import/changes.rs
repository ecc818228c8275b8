//! What an import changes, in words, for whoever refreshes the figures.

use std::collections::{BTreeMap, BTreeSet};

use healthy_years::model::{Estimate, Indicator, IndicatorId, Period};

use crate::tables::{Series, Tables, ValueRow};

/// The differences between the old and the new tables, one sentence each, in the order of indicators.
pub fn changes(old: &Tables, new: &Tables) -> Vec<String> {
    let mut said = Vec::new();
    if old.edition != new.edition {
        said.push(format!("edition: {} → {}", old.edition, new.edition));
    }
    for (what, differ) in [("areas", old.areas != new.areas), ("names", old.names != new.names)] {
        if differ {
            said.push(format!("{what}: changed"));
        }
    }
    let ids = |tables: &Tables| tables.indicators.iter().map(|indicator| indicator.id.clone()).collect::<Vec<_>>();
    let (before, after) = (ids(old), ids(new));
    said.extend(listed("indicators", "added", after.iter().filter(|id| !before.contains(id))));
    said.extend(listed("indicators", "gone", before.iter().filter(|id| !after.contains(id))));
    for id in after.iter().filter(|id| before.contains(id)) {
        said.extend(of_indicator(id, old, new));
    }
    said
}

fn of_indicator(id: &IndicatorId, old: &Tables, new: &Tables) -> Vec<String> {
    let mut said = Vec::new();
    let described = |tables: &Tables| -> Option<Indicator> {
        tables.indicators.iter().find(|indicator| indicator.id == *id).cloned()
    };
    if described(old) != described(new) {
        said.push(format!("{id}: described in other words"));
    }
    let (Some(old), Some(new)) = (old.series(id.as_str()), new.series(id.as_str())) else { return said };
    let (before, after) = (periods(old), periods(new));
    said.extend(listed(id.as_str(), "periods added", after.difference(&before)));
    said.extend(listed(id.as_str(), "periods gone", before.difference(&after)));
    said.extend(values(id, old, new, |period| before.contains(&period) && after.contains(&period)));
    said
}

/// What became of the values of the periods that both have.
fn values(id: &IndicatorId, old: &Series, new: &Series, both: impl Fn(Period) -> bool) -> Option<String> {
    let of = |series: &Series| -> BTreeMap<_, Estimate> {
        series.rows.iter().filter(|row| both(row.period)).map(|row| (row.key(), row.estimate)).collect()
    };
    let (before, after) = (of(old), of(new));
    let added = after.keys().filter(|key| !before.contains_key(*key)).count();
    let gone = before.keys().filter(|key| !after.contains_key(*key)).count();
    let changed: Vec<(&ValueRow, Estimate)> = new
        .rows
        .iter()
        .filter_map(|row| before.get(&row.key()).filter(|first| **first != row.estimate).map(|first| (row, *first)))
        .collect();
    let counts = [(changed.len(), "changed"), (added, "added"), (gone, "gone")];
    let counts: Vec<_> =
        counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {} {what}", value_or_values(*n))).collect();
    let largest = largest(&changed).map(|largest| format!("; the largest change: {largest}")).unwrap_or_default();
    (!counts.is_empty()).then(|| format!("{id}: {}{largest}", counts.join(", ")))
}

fn value_or_values(n: usize) -> &'static str {
    if n == 1 { "value" } else { "values" }
}

/// The change of a value that is furthest from nothing, in words.
fn largest(changed: &[(&ValueRow, Estimate)]) -> Option<String> {
    let moved = changed.iter().filter_map(|(row, first)| {
        let (from, to) = (first.known()?.value, row.estimate.known()?.value);
        (from != to).then_some((row, from, to))
    });
    let (row, from, to) = moved.max_by(|(_, a, b), (_, c, d)| (a - b).abs().total_cmp(&(c - d).abs()))?;
    let sex = row.sex.map(|sex| format!(" {}", healthy_years::model::Listed::id(sex))).unwrap_or_default();
    Some(format!("{} {}{sex} from {from} to {to}", row.area, row.period))
}

fn periods(series: &Series) -> BTreeSet<Period> {
    series.rows.iter().map(|row| row.period).collect()
}

fn listed(of: &str, what: &str, items: impl Iterator<Item = impl ToString>) -> Option<String> {
    let items: Vec<_> = items.map(|item| item.to_string()).collect();
    (!items.is_empty()).then(|| format!("{of}: {what}: {}", items.join(", ")))
}

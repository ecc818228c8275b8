//! What an import changes, in words, for whoever refreshes the figures.

use std::collections::{BTreeMap, BTreeSet};

use healthy_years::model::{
    ByAge, DeprivationIndex, Estimate, Gradient, Indicator, IndicatorId, Listed, Nation, Period,
};

use crate::tables::{NeighbourhoodRow, Series, Tables, ValueRow, nation_word};

/// The rows of a table by what each is of, in words.
type Rows<T> = BTreeMap<String, T>;

/// The differences between the old and the new tables, one sentence each, in the order of indicators.
pub fn changes(old: &Tables, new: &Tables) -> Vec<String> {
    let mut said = Vec::new();
    if old.edition != new.edition {
        said.push(format!("edition: {} → {}", old.edition, new.edition));
    }
    said.extend(places(old, new));
    let ids = |tables: &Tables| tables.indicators.iter().map(|indicator| indicator.id.clone()).collect::<Vec<_>>();
    let (before, after) = (ids(old), ids(new));
    said.extend(listed("indicators", "added", after.iter().filter(|id| !before.contains(id))));
    said.extend(listed("indicators", "gone", before.iter().filter(|id| !after.contains(id))));
    for id in after.iter().filter(|id| before.contains(id)) {
        said.extend(of_indicator(id, old, new));
    }
    said.extend(by_group_or_age(old, new));
    said.extend(district_values(old, new));
    said.extend(neighbourhoods(old, new));
    said
}

/// What became of the tables of places: areas, their names and borders, constituencies and districts.
fn places(old: &Tables, new: &Tables) -> Vec<String> {
    let areas = |tables: &Tables| -> Rows<_> {
        tables.areas.iter().map(|area| (format!("{} population", area.code), area.clone())).collect()
    };
    let names = |tables: &Tables| -> Rows<_> {
        tables.names.iter().map(|name| (format!("{} {}", name.area, name.name), name.kind)).collect()
    };
    let constituencies = |tables: &Tables| -> Rows<_> {
        tables.constituencies.iter().map(|one| (format!("{} {}", one.code, one.period), one.clone())).collect()
    };
    let districts = |tables: &Tables| -> Rows<_> {
        tables.districts.iter().map(|district| (district.code.to_string(), district.clone())).collect()
    };
    let arcs = |tables: &Tables| -> Rows<_> {
        tables.borders.arcs().iter().enumerate().map(|(at, arc)| (format!("arc {at}"), arc.clone())).collect()
    };
    let grid = (old.borders.grid() != new.borders.grid()).then(|| "borders: another grid".to_owned());
    let said = [
        rows("areas", "row", &areas(old), &areas(new), |area| area.population.map(f64::from)),
        rows("names", "row", &names(old), &names(new), |_| None),
        grid,
        rows("borders", "arc", &arcs(old), &arcs(new), |_| None),
        rows("constituencies", "row", &constituencies(old), &constituencies(new), |one| {
            Some(one.life_expectancy.value)
        }),
        rows("districts", "row", &districts(old), &districts(new), |_| None),
    ];
    said.into_iter().flatten().collect()
}

/// What became of the gradient and of the figures by age.
fn by_group_or_age(old: &Tables, new: &Tables) -> Vec<String> {
    let gradient = |tables: &Tables| tables.gradient.iter().flat_map(of_gradient).collect::<Rows<_>>();
    let ages = |tables: &Tables| -> Rows<_> {
        let of = |by_age: &ByAge| {
            let of = format!("{} {} {}", by_age.area, by_age.period, by_age.sex);
            by_age.ages.iter().map(|band| (format!("{of} age {}", band.first), *band)).collect::<Vec<_>>()
        };
        tables.ages.iter().flat_map(of).collect()
    };
    let said = [
        rows("gradient", "value", &gradient(old), &gradient(new), |years| Some(*years)),
        rows("ages", "row", &ages(old), &ages(new), |band| Some(band.healthy)),
    ];
    said.into_iter().flatten().collect()
}

/// The years of every group of a gradient.
fn of_gradient(gradient: &Gradient) -> Vec<(String, f64)> {
    let DeprivationIndex { nation, edition } = gradient.index;
    let edition = edition.map(|year| format!(" {year}")).unwrap_or_default();
    let of = format!("{}{edition} {} {}", nation_word(nation), gradient.period, gradient.sex);
    let named = |measure: &str, years: &[f64]| {
        let one = |(at, years): (usize, &f64)| (format!("{of} group {} {measure}", at + 1), *years);
        years.iter().enumerate().map(one).collect::<Vec<_>>()
    };
    let mut all = named("healthy", &gradient.healthy);
    all.extend(named("total", gradient.total.as_deref().unwrap_or_default()));
    all
}

fn district_values(old: &Tables, new: &Tables) -> Vec<String> {
    let ids: BTreeSet<&IndicatorId> =
        old.district_values.iter().chain(&new.district_values).map(|series| &series.indicator).collect();
    let of = |tables: &Tables, id: &IndicatorId| {
        let series = tables.district_values.iter().find(|series| series.indicator == *id);
        series.map(|series| estimates(series, |_| true)).unwrap_or_default()
    };
    let said = |id| rows(&format!("districts: {id}"), "value", &of(old, id), &of(new, id), value);
    ids.into_iter().filter_map(said).collect()
}

fn neighbourhoods(old: &Tables, new: &Tables) -> Vec<String> {
    let of = |tables: &Tables, nation: Nation| -> Rows<NeighbourhoodRow> {
        let there = tables.neighbourhoods.iter().filter(|one| one.index.nation == nation).flat_map(|one| &one.rows);
        there.map(|row| (format!("{} rank", row.code), row.clone())).collect()
    };
    let said = |nation| {
        let what = format!("neighbourhoods: {}", nation_word(nation));
        rows(&what, "row", &of(old, nation), &of(new, nation), |row| Some(f64::from(row.rank)))
    };
    Nation::ALL.into_iter().filter_map(said).collect()
}

/// What became of the rows of a table: how many are added, gone and changed, and the largest change of the number
/// that `number` takes of a row.
fn rows<T: PartialEq>(
    what: &str,
    noun: &str,
    old: &Rows<T>,
    new: &Rows<T>,
    number: impl Fn(&T) -> Option<f64>,
) -> Option<String> {
    let added = new.keys().filter(|key| !old.contains_key(*key)).count();
    let gone = old.keys().filter(|key| !new.contains_key(*key)).count();
    let both = new.iter().filter_map(|(key, row)| Some((key, old.get(key)?, row)));
    let changed: Vec<_> = both.filter(|(_, first, row)| first != row).collect();
    let counts = [(changed.len(), "changed"), (added, "added"), (gone, "gone")];
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    let counts: Vec<_> =
        counts.iter().filter(|(n, _)| *n > 0).map(|(n, became)| format!("{n} {noun}{} {became}", plural(*n))).collect();
    let moved = changed.iter().filter_map(|(key, first, row)| {
        let (from, to) = (number(first)?, number(row)?);
        (from != to).then_some((key, from, to))
    });
    let largest = moved.max_by(|(_, a, b), (_, c, d)| (a - b).abs().total_cmp(&(c - d).abs()));
    let largest = largest.map(|(key, from, to)| format!("; the largest change: {key} from {from} to {to}"));
    (!counts.is_empty()).then(|| format!("{what}: {}{}", counts.join(", "), largest.unwrap_or_default()))
}

/// The estimates of a series' rows that are wanted.
fn estimates(series: &Series, wanted: impl Fn(&ValueRow) -> bool) -> Rows<Estimate> {
    let key = |row: &ValueRow| {
        let sex = row.sex.map(|sex| format!(" {}", sex.id())).unwrap_or_default();
        format!("{} {}{sex}", row.area, row.period)
    };
    series.rows.iter().filter(|row| wanted(row)).map(|row| (key(row), row.estimate)).collect()
}

fn value(estimate: &Estimate) -> Option<f64> {
    estimate.known().map(|known| known.value)
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
    let both = |row: &ValueRow| before.contains(&row.period) && after.contains(&row.period);
    said.extend(rows(id.as_str(), "value", &estimates(old, both), &estimates(new, both), value));
    said
}

fn periods(series: &Series) -> BTreeSet<Period> {
    series.rows.iter().map(|row| row.period).collect()
}

fn listed(of: &str, what: &str, items: impl Iterator<Item = impl ToString>) -> Option<String> {
    let items: Vec<_> = items.map(|item| item.to_string()).collect();
    (!items.is_empty()).then(|| format!("{of}: {what}: {}", items.join(", ")))
}

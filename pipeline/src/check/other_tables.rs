//! What must hold of the tables that are not one value an area.

use std::collections::{BTreeMap, BTreeSet};

use healthy_years::model::{AreaKind, ByAge, Code, Constituency, Gradient, Listed, Nation, Period, Sex};

use crate::tables::{Series, Tables};

/// How many groups a nation's gradient has.
const GROUPS: [(Nation, usize); 2] = [(Nation::England, 10), (Nation::Wales, 5)];

/// What codes of constituencies begin with, and how many there are: England, Northern Ireland, Scotland, Wales.
const CONSTITUENCIES: [(&str, usize); 4] = [("E14", 543), ("N05", 18), ("S14", 57), ("W07", 32)];

/// How many districts there are, and in how many counties.
const DISTRICTS: (usize, usize) = (164, 21);

/// How many neighbourhoods a nation's index ranks.
const NEIGHBOURHOODS: [(Nation, usize); 4] =
    [(Nation::England, 33_755), (Nation::Wales, 1909), (Nation::Scotland, 6976), (Nation::NorthernIreland, 890)];

/// Adds everything that does not hold.
pub(super) fn check(tables: &Tables, wrong: &mut Vec<String>) {
    gradient(&tables.gradient, wrong);
    ages(&tables.ages, wrong);
    constituencies(&tables.constituencies, wrong);
    districts(tables, wrong);
    for series in &tables.district_values {
        district_values(series, tables, wrong);
    }
    neighbourhoods(tables, wrong);
}

fn gradient(gradients: &[Gradient], wrong: &mut Vec<String>) {
    for (nation, groups) in GROUPS {
        let there = || gradients.iter().filter(|gradient| gradient.index.nation == nation);
        if there().count() == 0 || there().any(|gradient| gradient.healthy.len() != groups) {
            wrong.push(format!("gradient.csv: expected {groups} groups for {nation:?}"));
        }
        both_sexes("gradient.csv", &format!("{nation:?}"), there().map(|one| (one.sex, one.period)), wrong);
    }
    for gradient in gradients {
        let total = gradient.total.as_deref().unwrap_or_default();
        if gradient.healthy.iter().zip(total).any(|(healthy, total)| healthy >= total) {
            let when = gradient.period;
            wrong.push(format!("gradient.csv: {} {when}: expected healthy years below all years", gradient.sex));
        }
    }
}

/// Every period has women and men.
fn both_sexes(file: &str, what: &str, there: impl Iterator<Item = (Sex, Period)>, wrong: &mut Vec<String>) {
    let there: BTreeSet<(Sex, Period)> = there.collect();
    let periods = |sex| there.iter().filter(move |one| one.0 == sex).map(|one| one.1);
    if !periods(Sex::Female).eq(periods(Sex::Male)) {
        wrong.push(format!("{file}: {what}: expected both sexes in every period"));
    }
}

fn ages(ages: &[ByAge], wrong: &mut Vec<String>) {
    let bands = |by_age: &ByAge| by_age.ages.iter().map(|band| (band.first, band.last)).collect::<Vec<_>>();
    let periods: BTreeSet<(Sex, Period)> = ages.iter().map(|one| (one.sex, one.period)).collect();
    for area in [Code::UK, Code::ENGLAND, Code::WALES, Code::SCOTLAND, Code::NORTHERN_IRELAND] {
        let there: BTreeSet<(Sex, Period)> =
            ages.iter().filter(|one| one.area == area).map(|one| (one.sex, one.period)).collect();
        if there != periods || there.is_empty() {
            wrong.push(format!("ages.csv: {area}: expected the sexes and periods of all others"));
        }
        both_sexes("ages.csv", &area.to_string(), there.into_iter(), wrong);
    }
    if ages.iter().any(|by_age| Some(bands(by_age)) != ages.first().map(bands)) {
        wrong.push("ages.csv: expected the same bands of ages everywhere".to_owned());
    }
}

fn constituencies(all: &[Constituency], wrong: &mut Vec<String>) {
    for (entity, expected) in CONSTITUENCIES {
        let found = all.iter().filter(|one| one.code.is_of(entity)).count();
        if found != expected {
            wrong.push(format!("constituencies.csv: {found} codes {entity}…, expected {expected}"));
        }
    }
    if all.iter().any(|one| Some(one.period) != all.first().map(|first| first.period)) {
        wrong.push("constituencies.csv: expected one period".to_owned());
    }
}

fn districts(tables: &Tables, wrong: &mut Vec<String>) {
    let counties: BTreeSet<Code> = tables.districts.iter().map(|district| district.area).collect();
    let found = (tables.districts.len(), counties.len());
    if found != DISTRICTS {
        let (districts, counties) = DISTRICTS;
        wrong.push(format!(
            "districts.csv: {} districts in {} counties, expected {districts} in {counties}",
            found.0, found.1
        ));
    }
}

fn district_values(series: &Series, tables: &Tables, wrong: &mut Vec<String>) {
    let Series { indicator: id, rows } = series;
    let mut complain = |what: String| wrong.push(format!("district-values.csv: “{id}”: {what}"));
    let Some(indicator) = tables.indicators.iter().find(|indicator| indicator.id == *id) else {
        return complain("expected an indicator of indicators.csv".to_owned());
    };
    let range = super::range(indicator);
    let mut columns: BTreeMap<(Option<Sex>, Period), usize> = BTreeMap::new();
    for row in rows {
        *columns.entry((row.sex, row.period)).or_default() += 1;
        if row.sex.is_some() != indicator.by_sex {
            complain(format!("{} {}: expected a sex where the indicator has one only", row.area, row.period));
        }
        let value = row.estimate.known().map(|known| known.value);
        if !value.is_some_and(|value| range.contains(&value)) {
            let found = value.map_or("nothing".to_owned(), |value| value.to_string());
            complain(format!("{} {}: {found} is no {}", row.area, row.period, indicator.unit.words));
        }
    }
    for ((sex, period), found) in columns {
        if found != tables.districts.len() {
            let sex = sex.map_or("", Sex::id);
            complain(format!("{period} {sex}: expected a value for every district"));
        }
    }
}

fn neighbourhoods(tables: &Tables, wrong: &mut Vec<String>) {
    for (nation, expected) in NEIGHBOURHOODS {
        let there = tables.neighbourhoods.iter().filter(|one| one.index.nation == nation);
        let found: usize = there.map(|one| one.rows.len()).sum();
        if found != expected {
            wrong.push(format!("neighbourhoods: {found} in {nation:?}, expected {expected}"));
        }
    }
    let of_areas = tables.neighbourhoods_by_area();
    let with: BTreeSet<Code> = of_areas.iter().map(|area| area.area).collect();
    for area in tables.areas.iter().filter(|area| area.kind == AreaKind::Local && !with.contains(&area.code)) {
        wrong.push(format!("neighbourhoods: {} has none", area.code));
    }
    for area in &of_areas {
        let sum: f64 = area.tenths().iter().sum();
        if (sum - 1.0).abs() > 1e-9 {
            wrong.push(format!("neighbourhoods: {}: shares add up to {sum}, expected 1", area.area));
        }
    }
}

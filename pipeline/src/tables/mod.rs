//! Our own tidy tables in `data/`: what `import` writes and `publish` and `check` read.
//!
//! `edition.txt`, `areas.csv`, `names.csv`, `indicators.csv`, one `values/<indicator>.csv` each, `borders/`, and the hexagon map; what is not
//! one value an area: `gradient.csv`, `ages.csv`, `constituencies.csv`, `districts.csv`, `district-values.csv` and one
//! `neighbourhoods/<nation>.csv` each. The schema is described in `data/README.md`. Reading is strict: a table that reads
//! is one that can be published.

pub(crate) mod ages;
mod areas;
mod borders;
pub(crate) mod constituencies;
mod described;
mod district_values;
pub(crate) mod districts;
mod edition;
mod error;
mod field;
pub(crate) mod gradient;
mod hexagons;
mod indicators;
mod names;
pub(crate) mod neighbourhoods;
mod values;
mod write;

use std::collections::BTreeSet;
use std::path::Path;

use healthy_years::model::borders::Borders;
use healthy_years::model::{
    Area, AreaKind, AreaName, ByAge, Code, Constituency, District, Estimate, Gradient, Indicator, IndicatorId, Mark,
    Nation, Period, Sex,
};

pub use described::{BY_DEPRIVATION, described, index_of};
pub use edition::is_edition;
pub use error::TableError;
pub use field::{Field, Kind, Source, Table};
pub use hexagons::Hexagons;
pub(crate) use indicators::{ending, nation_of, nation_word};
pub use neighbourhoods::{NationNeighbourhoods, NeighbourhoodRow, scores};
pub use values::{WrongEstimate, estimate};
pub use write::{write, write_hexagons};

/// Everything in `data/`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tables {
    /// The edition: the month the figures were put together, `2026-06`.
    pub edition: String,
    /// Every area, in code order.
    pub areas: Vec<Area>,
    /// Other names that areas are looked up by, in order of area, name and kind.
    pub names: Vec<AreaName>,
    /// Every indicator, in the order they are offered.
    pub indicators: Vec<Indicator>,
    /// The values of every indicator, in the order of `indicators`.
    pub values: Vec<Series>,
    /// Where local areas lie.
    pub borders: Borders,
    /// The map on which each of them is a hexagon.
    pub hexagons: Hexagons,
    /// Life expectancies by how deprived neighbourhoods are, in order of index, sex and period.
    pub gradient: Vec<Gradient>,
    /// Healthy life expectancy at every age, in order of area, sex and period.
    pub ages: Vec<ByAge>,
    /// Parliamentary constituencies, in code order.
    pub constituencies: Vec<Constituency>,
    /// Districts of counties, in code order.
    pub districts: Vec<District>,
    /// The values of districts, in order of measure; `area` is the district.
    pub district_values: Vec<Series>,
    /// The neighbourhoods of the four nations.
    pub neighbourhoods: Vec<NationNeighbourhoods>,
}

/// All values of one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its values, in order of area, period and sex; at most one for each.
    pub rows: Vec<ValueRow>,
}

/// One value, or the reason why it is not there.
///
/// An area and period without a row has not been published.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ValueRow {
    /// The area.
    pub area: Code,
    /// The sex, for indicators that are given by sex.
    pub sex: Option<Sex>,
    /// The period.
    pub period: Period,
    /// The value with its limits, or why there is none.
    pub estimate: Estimate,
}

/// Reads and verifies every table in `data_dir`.
pub fn read(data_dir: &Path) -> Result<Tables, TableError> {
    let edition = edition::read(data_dir)?;
    let (areas, borders) = read_places(data_dir)?;
    let codes: BTreeSet<Code> = areas.iter().map(|area| area.code).collect();
    let names = names::read(data_dir, &codes)?;
    let indicators = indicators::read(data_dir)?;
    let values =
        indicators.iter().map(|indicator| values::read(data_dir, indicator, &codes)).collect::<Result<Vec<_>, _>>()?;
    let districts = districts::read(data_dir, &codes)?;
    let district_codes = districts.iter().map(|district| district.code).collect();
    let neighbourhoods = Nation::ALL.into_iter().map(|nation| neighbourhoods::read(data_dir, nation, &codes));
    Ok(Tables {
        hexagons: hexagons::read(data_dir, &local(&areas))?,
        gradient: gradient::read(data_dir)?,
        ages: ages::read(data_dir)?,
        constituencies: constituencies::read(data_dir)?,
        district_values: district_values::read(data_dir, &district_codes)?,
        neighbourhoods: neighbourhoods.collect::<Result<_, _>>()?,
        edition,
        areas,
        names,
        indicators,
        values,
        borders,
        districts,
    })
}

/// Reads and verifies the areas in `data_dir` and where they lie.
pub fn read_places(data_dir: &Path) -> Result<(Vec<Area>, Borders), TableError> {
    let areas = areas::read(data_dir)?;
    let borders = borders::read(data_dir, &local(&areas))?;
    Ok((areas, borders))
}

fn local(areas: &[Area]) -> BTreeSet<Code> {
    areas.iter().filter(|area| area.kind == AreaKind::Local).map(|area| area.code).collect()
}

impl Tables {
    /// The values of an indicator.
    pub fn series(&self, indicator: &str) -> Option<&Series> {
        self.values.iter().find(|series| series.indicator.as_str() == indicator)
    }
}

impl Series {
    /// Whether any value is marked as computed.
    pub fn has_computed(&self) -> bool {
        self.rows.iter().filter_map(|row| row.estimate.known()).any(|known| known.mark == Mark::Computed)
    }

    /// The value of an area for a period, if there is a row for it.
    pub fn estimate(&self, area: Code, period: Period, sex: Option<Sex>) -> Option<Estimate> {
        let key = (area, period, sex);
        self.rows
            .binary_search_by_key(&key, ValueRow::key)
            .ok()
            .and_then(|at| self.rows.get(at))
            .map(|row| row.estimate)
    }
}

impl ValueRow {
    /// What rows are ordered by, and unique in.
    pub fn key(&self) -> (Code, Period, Option<Sex>) {
        (self.area, self.period, self.sex)
    }
}

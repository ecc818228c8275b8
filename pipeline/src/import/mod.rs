//! From the publishers' tables to our own.
//!
//! Each file is read by the module of its format, every trap has a module of its own under `traps`, and
//! nothing is written before everything has been read.

mod ages;
mod borders;
mod changes;
mod collected;
mod constituencies;
mod districts;
mod error;
mod geography;
mod gradient;
mod layout;
mod local_statistics;
mod names;
mod neighbourhoods;
mod registry;
mod staging;
mod table;
mod traps;

use std::collections::BTreeSet;
use std::path::Path;

use healthy_years::model::{Area, AreaKind, AreaName, Code, Indicator, IndicatorId, NameKind};
use indicatif::{ProgressBar, ProgressStyle};

use crate::tables::{Hexagons, Series, Tables};
pub use changes::changes;
use collected::Collected;
pub use error::ImportError;
use registry::{Registry, Source};
use table::ByName;

/// The month of the newest of the stored source tables.
pub const EDITION: &str = "2026-06";

/// The tables written by hand in `pipeline/`, as text.
#[derive(Debug, Clone, Copy)]
pub struct ByHand<'a> {
    /// `indicators.toml`: every indicator in our own words, and where its figures come from.
    pub indicators: &'a str,
    /// `everyday-names.csv`: names of areas whose official name is not in everyday writing and order.
    pub everyday_names: &'a str,
    /// `names.csv`: other names that areas are looked up by.
    pub names: &'a str,
}

impl ByHand<'static> {
    /// The committed tables.
    pub const OURS: ByHand<'static> = ByHand {
        indicators: include_str!("../../indicators.toml"),
        everyday_names: include_str!("../../everyday-names.csv"),
        names: include_str!("../../names.csv"),
    };
}

/// `pipeline import`: reads `sources` and replaces `out`, showing a progress bar, and says what has changed.
pub fn command(sources: &Path, out: &Path) -> Result<(), ImportError> {
    let bar = ProgressBar::new(0).with_style(style()?);
    let mut tables = import(sources, ByHand::OURS, |done, of, file| {
        bar.set_length(of);
        bar.set_position(done);
        bar.set_message(file.to_owned());
    })?;
    let before = crate::tables::read(out);
    // The map follows from areas and borders, which hardly ever change; `check` says when it no longer fits them.
    if let Ok(before) = &before {
        tables.hexagons = before.hexagons.clone();
    }
    save(&tables, out)?;
    bar.finish_and_clear();
    match before {
        Ok(before) => changes(&before, &tables).iter().for_each(|change| println!("{change}")),
        Err(why) => println!("what changed cannot be said, as the old tables do not read: {why}"),
    }
    let values: usize = tables.values.iter().map(|series| series.rows.len()).sum();
    println!(
        "{}: {} areas, {} names, {} indicators, {values} values",
        out.display(),
        tables.areas.len(),
        tables.names.len(),
        tables.indicators.len()
    );
    Ok(())
}

/// Replaces the tables in `out` as a whole; what else stands there is kept.
pub fn save(tables: &Tables, out: &Path) -> Result<(), ImportError> {
    staging::replace(out, |folder| crate::tables::write(tables, folder).map_err(ImportError::from))
}

fn style() -> Result<ProgressStyle, ImportError> {
    ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}").map_err(|error| ImportError::Program(error.to_string()))
}

/// Reads the publishers' tables in `sources`. `progress` is told files done, files in all, and the next file.
pub fn import(
    sources: &Path,
    by_hand: ByHand<'_>,
    mut progress: impl FnMut(u64, u64, &str),
) -> Result<Tables, ImportError> {
    let registry = &Registry::parse(by_hand.indicators)?;
    registry.every_file_is_described(sources)?;
    traps::crosswalk::verify(sources)?;
    let areas = geography::read(sources, by_hand.everyday_names)?;
    let names = names::read(sources, by_hand.names, &areas)?;
    let borders = borders::read(sources, &areas)?;
    let held: BTreeSet<Code> = areas.iter().map(|area| area.code).collect();
    let mut collected = Collected::new(held.clone(), registry.indicators.len());
    let by_name = by_name(&areas, &names);
    let files = registry.sources.len() as u64;
    for (done, source) in (0..).zip(&registry.sources) {
        progress(done, files, &source.file);
        read_source(source, sources, &by_name, &mut collected)?;
    }
    let values = collected.finish(registry);
    every_indicator_has_values(&values)?;
    let described = registry.indicators.iter().zip(&values);
    let indicators = described.map(|(described, series)| with_rule(described, series)).collect::<Result<_, _>>()?;
    let districts = districts::read(sources, &held)?;
    Ok(Tables {
        edition: EDITION.to_owned(),
        hexagons: Hexagons::default(),
        gradient: gradient::read(sources)?,
        ages: ages::read(sources)?,
        constituencies: constituencies::read(sources)?,
        district_values: districts::values(sources, &districts, &held)?,
        neighbourhoods: neighbourhoods::read(sources, |code| held.contains(&code))?,
        areas,
        names,
        indicators,
        values,
        borders,
        districts,
    })
}

fn read_source(source: &Source, folder: &Path, by_name: &ByName, collected: &mut Collected) -> Result<(), ImportError> {
    match &source.layout {
        None => local_statistics::read(source, folder, collected),
        Some(layout) => table::read(source, layout, folder, by_name, collected),
    }
}

/// Areas by everyday and official names, for tables without codes.
fn by_name(areas: &[Area], names: &[AreaName]) -> ByName {
    let official = names.iter().filter(|name| name.kind == NameKind::Official);
    let local = areas.iter().filter(|area| area.kind == AreaKind::Local);
    let named = official.map(|name| (name.name.clone(), name.area));
    named.chain(local.map(|area| (area.name.clone(), area.code))).collect()
}

/// The indicator, with the rule its computed values follow if it has any.
fn with_rule(described: &Described, series: &Series) -> Result<Indicator, ImportError> {
    let mut indicator = described.indicator.clone();
    if !series.has_computed() {
        indicator.about.computed_rule.clear();
    } else if indicator.about.computed_rule.is_empty() {
        return Err(ImportError::NoRule(indicator.id.to_string()));
    }
    Ok(indicator)
}

fn every_indicator_has_values(values: &[Series]) -> Result<(), ImportError> {
    let empty = values.iter().find(|series| series.rows.is_empty());
    empty.map_or(Ok(()), |series| Err(ImportError::NoValues(series.indicator.to_string())))
}

/// An indicator and how the import treats it.
#[derive(Debug, Clone)]
struct Described {
    indicator: Indicator,
    leaves_out_smallest: bool,
}

impl Described {
    fn id(&self) -> &IndicatorId {
        &self.indicator.id
    }
}

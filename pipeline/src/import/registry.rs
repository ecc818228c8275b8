//! `indicators.toml`: every indicator in our own words, and where its figures come from.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use healthy_years::model::{About, Indicator, IndicatorId, Listed, Nation, Sex, Standing, Unit};
use serde::Deserialize;

use super::layout::Layout;
use super::traps::short_period::Begins;
use super::{Described, ImportError};
use crate::tables::{ending, nation_of};

const FILE: &str = "indicators.toml";
const LICENCE: &str = "Open Government Licence v3.0";
const LOCAL_STATISTICS: &str = "ons-local-statistics";

/// The indicators in the order they are offered, and the files they come from.
#[derive(Debug)]
pub(super) struct Registry {
    pub(super) indicators: Vec<Described>,
    pub(super) sources: Vec<Source>,
}

/// One file and what is read from it.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) file: String,
    /// How the file is laid out; none for ONS Explore Local Statistics, whose files are all alike.
    pub(super) layout: Option<Layout>,
    pub(super) wanted: Vec<Wanted>,
}

/// One series of a file, and the indicator it becomes.
#[derive(Debug)]
pub(super) struct Wanted {
    /// Position in [`Registry::indicators`].
    pub(super) indicator: usize,
    /// The publisher's name for the series or column; empty where the file holds one only.
    pub(super) series: String,
    /// The unit that the publisher's rows must carry.
    pub(super) published_unit: String,
    /// The sex the series is for, where the series' name says it.
    pub(super) sex: Option<Sex>,
    /// The nations whose areas are taken from this series.
    pub(super) nations: Vec<Nation>,
    /// Whether the areas are from another survey than the indicator's other areas.
    pub(super) other_survey: bool,
    /// Whether the publisher gives shares from 0 to 1 that we hold as per cent.
    pub(super) per_cent: bool,
    /// Whether it is official for every area, whatever the file says of the basis of its other series.
    pub(super) official: bool,
    /// Whether values that were computed from districts are left out, because they are not what the measure says.
    pub(super) published_only: bool,
    /// What its values may be.
    pub(super) range: Range,
    /// The day that a year written `2015/16` begins on.
    pub(super) begins: Begins,
    /// The years that hold another year's figures or a line drawn between two, and are left out.
    pub(super) filled_years: Vec<u16>,
}

/// What values may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Range {
    /// 0 to 100.
    PerCent,
    /// Zero or more.
    NotNegative,
    /// Any number: a score around zero, or a gain that may be a loss.
    Any,
}

impl Range {
    /// Nothing if a value may be so, else what was expected.
    pub(super) fn complaint(self, value: f64) -> Option<&'static str> {
        match self {
            Range::PerCent if !(0.0..=100.0).contains(&value) => Some("a share from 0 to 100 per cent"),
            Range::NotNegative if value < 0.0 => Some("a number that is not negative"),
            _ => None,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    source: BTreeMap<String, SourceText>,
    indicator: Vec<IndicatorText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceText {
    file: String,
    layout: Option<Layout>,
    title: String,
    publisher: String,
    url: String,
    released: String,
    #[serde(default = "open_government_licence")]
    licence: String,
    #[serde(default = "official")]
    standing: String,
    #[serde(default)]
    in_development: bool,
    /// How its computed rows were computed.
    #[serde(default)]
    computed_rule: String,
}

fn open_government_licence() -> String {
    LICENCE.to_owned()
}

fn official() -> String {
    Standing::Official.id().to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorText {
    id: String,
    sector: String,
    source: String,
    #[serde(default)]
    series: String,
    #[serde(default)]
    series_by_sex: BTreeMap<String, String>,
    #[serde(default)]
    published_unit: String,
    #[serde(default)]
    parts: Vec<PartText>,
    name: String,
    more: String,
    definition: String,
    unit: UnitText,
    direction: String,
    decimals: u8,
    nations: Vec<String>,
    #[serde(default)]
    by_sex: bool,
    #[serde(default)]
    contains_health: bool,
    #[serde(default)]
    same_survey: bool,
    #[serde(default)]
    national_index: bool,
    #[serde(default)]
    per_cent: bool,
    #[serde(default)]
    official: bool,
    #[serde(default)]
    published_only: bool,
    /// In place of its source's.
    #[serde(default)]
    computed_rule: String,
    #[serde(default)]
    may_be_negative: bool,
    #[serde(default)]
    year_begins: Begins,
    #[serde(default)]
    filled_years: Vec<u16>,
    #[serde(default)]
    leaves_out_smallest: bool,
    #[serde(default)]
    quality: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartText {
    source: String,
    series: String,
    published_unit: String,
    nations: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitText {
    #[serde(default)]
    prefix: String,
    suffix: String,
    words: String,
}

impl Registry {
    /// Reads the text of `indicators.toml`.
    pub(super) fn parse(text: &str) -> Result<Registry, ImportError> {
        let text: Text = toml::from_str(text).map_err(|error| ImportError::ours(FILE, error.to_string()))?;
        let mut registry = Registry { indicators: Vec::new(), sources: Vec::new() };
        let mut wanted: BTreeMap<&str, Vec<Wanted>> = BTreeMap::new();
        for (at, described) in text.indicator.iter().enumerate() {
            registry.indicators.push(described.described(&text.source)?);
            for (source, series) in described.wanted(at)? {
                wanted.entry(source).or_default().push(series);
            }
        }
        for (name, wanted) in wanted {
            let source = source(&text.source, name)?;
            registry.sources.push(Source { file: source.file.clone(), layout: source.layout.clone(), wanted });
        }
        Ok(registry)
    }

    /// Stops at a file of local statistics that no indicator comes from: a new one is described, not overlooked.
    pub(super) fn every_file_is_described(&self, sources: &Path) -> Result<(), ImportError> {
        let folder = sources.join(LOCAL_STATISTICS);
        let described: BTreeSet<&str> = self.sources.iter().map(|source| source.file.as_str()).collect();
        for entry in std::fs::read_dir(folder).map_err(|error| ImportError::file(LOCAL_STATISTICS, &error))? {
            let entry = entry.map_err(|error| ImportError::file(LOCAL_STATISTICS, &error))?;
            let file = format!("{LOCAL_STATISTICS}/{}", entry.file_name().to_string_lossy());
            if file.ends_with(".csv") && !described.contains(file.as_str()) {
                return Err(ImportError::File { file, why: format!("expected a description in {FILE}") });
            }
        }
        Ok(())
    }
}

fn source<'a>(sources: &'a BTreeMap<String, SourceText>, name: &str) -> Result<&'a SourceText, ImportError> {
    sources.get(name).ok_or_else(|| ImportError::ours(FILE, format!("expected a [source.{name}]")))
}

impl IndicatorText {
    fn described(&self, sources: &BTreeMap<String, SourceText>) -> Result<Described, ImportError> {
        let from = source(sources, &self.source)?;
        let standing = from.standing.parse().map_err(|why| self.wrong(format!("a standing: {why}")))?;
        if !self.name.ends_with(ending(standing)) {
            return Err(self.wrong(format!("a name that ends with “{}”", ending(standing).trim_start())));
        }
        let indicator = Indicator {
            id: IndicatorId::new(&self.id).ok_or_else(|| self.wrong("an id of lower-case letters and hyphens"))?,
            sector: self.sector.parse().map_err(|why| self.wrong(format!("a sector: {why}")))?,
            name: self.name.clone(),
            more: self.more.clone(),
            unit: Unit {
                prefix: self.unit.prefix.clone(),
                suffix: self.unit.suffix.clone(),
                words: self.unit.words.clone(),
            },
            direction: self.direction.parse().map_err(|why| self.wrong(format!("a direction: {why}")))?,
            decimals: self.decimals,
            nations: self.nations(&self.nations)?,
            by_sex: self.by_sex || !self.series_by_sex.is_empty(),
            contains_health: self.contains_health,
            same_survey: self.same_survey,
            national_index: self.national_index,
            in_development: from.in_development,
            standing,
            about: About {
                definition: self.definition.clone(),
                source: from.title.clone(),
                publisher: from.publisher.clone(),
                url: from.url.clone(),
                released: from.released.clone(),
                licence: from.licence.clone(),
                computed_rule: if self.computed_rule.is_empty() { &from.computed_rule } else { &self.computed_rule }
                    .clone(),
                quality: self.quality.clone(),
            },
        };
        Ok(Described { indicator, leaves_out_smallest: self.leaves_out_smallest })
    }

    /// The series that make the indicator, each with the name of its source.
    fn wanted(&self, indicator: usize) -> Result<Vec<(&str, Wanted)>, ImportError> {
        let mut elsewhere = Vec::new();
        for part in &self.parts {
            elsewhere.extend(self.nations(&part.nations)?);
        }
        let mut nations = self.nations(&self.nations)?;
        nations.retain(|nation| !elsewhere.contains(nation));
        let main = |series: &str, sex| Wanted {
            indicator,
            series: series.to_owned(),
            published_unit: self.published_unit.clone(),
            sex,
            nations: nations.clone(),
            other_survey: false,
            per_cent: self.per_cent,
            official: self.official,
            published_only: self.published_only,
            range: self.range(),
            begins: self.year_begins,
            filled_years: self.filled_years.clone(),
        };
        let mut all = Vec::new();
        for (sex, series) in &self.series_by_sex {
            let sex = sex.parse().map_err(|why| self.wrong(format!("a sex: {why}")))?;
            all.push((self.source.as_str(), main(series, Some(sex))));
        }
        if self.series_by_sex.is_empty() {
            all.push((self.source.as_str(), main(&self.series, None)));
        }
        for part in &self.parts {
            let nations = self.nations(&part.nations)?;
            let published_unit = part.published_unit.clone();
            let wanted = Wanted { nations, other_survey: true, published_unit, ..main(&part.series, None) };
            all.push((part.source.as_str(), wanted));
        }
        Ok(all)
    }

    fn range(&self) -> Range {
        match (self.unit.suffix.as_str(), self.may_be_negative) {
            (_, true) => Range::Any,
            ("%", _) => Range::PerCent,
            _ => Range::NotNegative,
        }
    }

    fn nations(&self, words: &[String]) -> Result<Vec<Nation>, ImportError> {
        let nations: Option<Vec<_>> = words.iter().map(|word| nation_of(word)).collect();
        nations.ok_or_else(|| self.wrong("nations among england, wales, scotland, northern-ireland"))
    }

    fn wrong(&self, expected: impl std::fmt::Display) -> ImportError {
        ImportError::ours(FILE, format!("“{}”: expected {expected}", self.id))
    }
}

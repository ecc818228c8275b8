//! `indicators.csv`: what is measured, and all a reader must know about it.

use std::collections::BTreeMap;
use std::path::Path;

use healthy_years::model::{About, Indicator, IndicatorId, Listed, Nation, Standing, Unit};

use super::TableError;
use crate::sheet::{Column, Row, Sheet, SheetError};

/// The name of the file.
pub(super) const FILE: &str = "indicators.csv";
/// Its columns.
pub(super) const COLUMNS: [&str; 24] = [
    "id",
    "sector",
    "name",
    "more",
    "definition",
    "unit_prefix",
    "unit_suffix",
    "unit",
    "direction",
    "decimals",
    "source",
    "publisher",
    "url",
    "released",
    "licence",
    "nations",
    "by_sex",
    "contains_health",
    "same_survey",
    "national_index",
    "in_development",
    "standing",
    "computed_rule",
    "quality",
];

/// Reads the indicators, in the order they are offered.
pub(super) fn read(folder: &Path) -> Result<Vec<Indicator>, TableError> {
    let sheet = Sheet::read(folder, FILE)?;
    let columns = sheet.columns(COLUMNS)?;
    let mut indicators = Vec::new();
    let mut seen = BTreeMap::new();
    for row in sheet.rows() {
        let indicator = indicator(row, &columns)?;
        if let Some(first) = seen.insert(indicator.id.clone(), row.line()) {
            let what = format!("“{}”", indicator.id);
            return Err(TableError::Twice { file: FILE.to_owned(), line: row.line(), what, first });
        }
        indicators.push(indicator);
    }
    Ok(indicators)
}

fn indicator(row: Row<'_>, columns: &[Column; 24]) -> Result<Indicator, SheetError> {
    let [
        id,
        sector,
        name,
        more,
        definition,
        prefix,
        suffix,
        words,
        direction,
        decimals,
        source,
        publisher,
        url,
        released,
        licence,
        nations,
        by_sex,
        contains_health,
        same_survey,
        national_index,
        in_development,
        standing,
        computed_rule,
        quality,
    ] = columns;
    let text = |column| row.some_text(column).map(str::to_owned);
    let expected_id = "lower-case ASCII letters, digits and hyphens";
    Ok(Indicator {
        id: IndicatorId::new(row.text(id)).ok_or_else(|| row.wrong(id, expected_id))?,
        sector: row.parsed(sector, "a sector")?,
        name: text(name)?,
        more: text(more)?,
        unit: Unit { prefix: row.text(prefix).to_owned(), suffix: suffix_of(row.text(suffix)), words: text(words)? },
        direction: row.parsed(direction, "a direction")?,
        decimals: row.parsed(decimals, "a small whole number")?,
        nations: nations_of(row, nations)?,
        by_sex: yes_or_no(row, by_sex)?,
        contains_health: yes_or_no(row, contains_health)?,
        same_survey: yes_or_no(row, same_survey)?,
        national_index: yes_or_no(row, national_index)?,
        in_development: yes_or_no(row, in_development)?,
        standing: standing_of(row, standing, name)?,
        about: About {
            definition: text(definition)?,
            source: text(source)?,
            publisher: text(publisher)?,
            url: text(url)?,
            released: row.text(released).to_owned(),
            licence: text(licence)?,
            computed_rule: row.text(computed_rule).to_owned(),
            quality: row.text(quality).to_owned(),
        },
    })
}

/// A suffix that is a word, such as “min”, stands after a (no-break) space; “%” does not.
fn suffix_of(text: &str) -> String {
    if text.starts_with(char::is_alphabetic) { format!("\u{a0}{text}") } else { text.to_owned() }
}

/// The word for a nation in our tables.
pub(crate) fn nation_word(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "england",
        Nation::Wales => "wales",
        Nation::Scotland => "scotland",
        Nation::NorthernIreland => "northern-ireland",
    }
}

/// The nation that a word of our tables stands for.
pub(crate) fn nation_of(word: &str) -> Option<Nation> {
    Nation::ALL.into_iter().find(|nation| nation_word(*nation) == word)
}

fn nations_of(row: Row<'_>, column: &Column) -> Result<Vec<Nation>, SheetError> {
    let nations: Option<Vec<_>> = row.text(column).split_whitespace().map(nation_of).collect();
    let expected = "england, wales, scotland, northern-ireland in this order, with spaces between";
    nations
        .filter(|nations| !nations.is_empty() && nations.is_sorted_by(|a, b| a < b))
        .ok_or_else(|| row.wrong(column, expected))
}

/// What the name of an indicator of this standing ends with, so that it is never shown without.
pub(crate) fn ending(standing: Standing) -> &'static str {
    match standing {
        Standing::Official => "",
        Standing::NotOfficial => " (not official)",
        Standing::Superseded => " (superseded)",
    }
}

fn standing_of(row: Row<'_>, column: &Column, name: &Column) -> Result<Standing, SheetError> {
    let standing: Standing = row.parsed(column, "a standing")?;
    let ending = ending(standing);
    if row.text(name).ends_with(ending) {
        Ok(standing)
    } else {
        Err(row.wrong(name, format!("a name that ends with “{}”", ending.trim_start())))
    }
}

fn yes_or_no(row: Row<'_>, column: &Column) -> Result<bool, SheetError> {
    match row.text(column) {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(row.wrong(column, "yes or no")),
    }
}

/// The cells of an indicator's row.
pub(super) fn cells(indicator: &Indicator) -> [String; 24] {
    let flag = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let nations: Vec<_> = indicator.nations.iter().map(|nation| nation_word(*nation)).collect();
    [
        indicator.id.to_string(),
        indicator.sector.id().to_owned(),
        indicator.name.clone(),
        indicator.more.clone(),
        indicator.about.definition.clone(),
        indicator.unit.prefix.clone(),
        indicator.unit.suffix.trim().to_owned(),
        indicator.unit.words.clone(),
        indicator.direction.id().to_owned(),
        indicator.decimals.to_string(),
        indicator.about.source.clone(),
        indicator.about.publisher.clone(),
        indicator.about.url.clone(),
        indicator.about.released.clone(),
        indicator.about.licence.clone(),
        nations.join(" "),
        flag(indicator.by_sex),
        flag(indicator.contains_health),
        flag(indicator.same_survey),
        flag(indicator.national_index),
        flag(indicator.in_development),
        indicator.standing.id().to_owned(),
        indicator.about.computed_rule.clone(),
        indicator.about.quality.clone(),
    ]
}

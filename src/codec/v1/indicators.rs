//! The descriptions of indicators.

use serde::{Deserialize, Serialize};

use super::lists::{self, DIRECTIONS, NATIONS, SECTORS};
use super::streams::{Lines, Numbers, line};
use crate::codec::{EncodeError, PackError};
use crate::model::{Indicator, IndicatorId, Nation, Unit};

/// Indicators in the order they are offered, in columns.
#[derive(Serialize, Deserialize)]
pub(super) struct Indicators {
    sectors: Vec<i64>,
    directions: Vec<i64>,
    decimals: Vec<i64>,
    /// One bit a nation, the first nation lowest.
    nations: Vec<i64>,
    /// One bit a yes, in the order of [`flags`].
    flags: Vec<i64>,
    /// The texts of the first indicator, then of the second; see [`texts`] for their order.
    texts: String,
}

fn texts(indicator: &Indicator) -> [&str; 13] {
    [
        indicator.id.as_str(),
        &indicator.name,
        &indicator.more,
        &indicator.unit.prefix,
        &indicator.unit.suffix,
        &indicator.unit.words,
        &indicator.source,
        &indicator.publisher,
        &indicator.url,
        &indicator.released,
        &indicator.licence,
        &indicator.definition,
        &indicator.quality,
    ]
}

fn flags(indicator: &Indicator) -> [bool; 5] {
    [
        indicator.by_sex,
        indicator.contains_health,
        indicator.same_survey,
        indicator.national_index,
        indicator.in_development,
    ]
}

pub(super) fn encode(indicators: &[Indicator]) -> Result<Indicators, EncodeError> {
    let mut wire = Indicators {
        sectors: Vec::new(),
        directions: Vec::new(),
        decimals: Vec::new(),
        nations: Vec::new(),
        flags: Vec::new(),
        texts: String::new(),
    };
    for indicator in indicators {
        wire.sectors.push(lists::number(SECTORS, indicator.sector));
        wire.directions.push(lists::number(DIRECTIONS, indicator.direction));
        wire.decimals.push(i64::from(indicator.decimals));
        wire.nations.push(bits(NATIONS.iter().map(|nation| indicator.covers(*nation))));
        wire.flags.push(bits(flags(indicator).into_iter()));
        texts(indicator).into_iter().try_for_each(|text| line(&mut wire.texts, text))?;
    }
    Ok(wire)
}

pub(super) fn decode(wire: &Indicators) -> Result<Vec<Indicator>, PackError> {
    let (mut directions, mut decimals) = (Numbers::new(&wire.directions), Numbers::new(&wire.decimals));
    let (mut nations, mut flags) = (Numbers::new(&wire.nations), Numbers::new(&wire.flags));
    let mut texts = Lines::new(&wire.texts);
    let mut indicators = Vec::new();
    for sector in &wire.sectors {
        let flags = flags.next()?;
        let mut text = || texts.next().map(str::to_owned);
        indicators.push(Indicator {
            id: id(&text()?)?,
            name: text()?,
            more: text()?,
            unit: Unit { prefix: text()?, suffix: text()?, words: text()? },
            source: text()?,
            publisher: text()?,
            url: text()?,
            released: text()?,
            licence: text()?,
            definition: text()?,
            quality: text()?,
            sector: lists::item(SECTORS, usize::try_from(*sector).unwrap_or(usize::MAX))?,
            direction: lists::item(DIRECTIONS, directions.next_place()?)?,
            decimals: decimals_of(decimals.next()?)?,
            nations: nations_of(nations.next()?),
            by_sex: bit(flags, 0),
            contains_health: bit(flags, 1),
            same_survey: bit(flags, 2),
            national_index: bit(flags, 3),
            in_development: bit(flags, 4),
        });
    }
    directions.finish()?;
    decimals.finish()?;
    nations.finish()?;
    texts.finish()?;
    Ok(indicators)
}

/// An indicator's id, if the text may be one.
pub(super) fn id(text: &str) -> Result<IndicatorId, PackError> {
    IndicatorId::new(text).ok_or(PackError::Malformed("an indicator's id"))
}

fn decimals_of(number: i64) -> Result<u8, PackError> {
    u8::try_from(number).ok().filter(|places| *places < 10).ok_or(PackError::Malformed("an indicator's decimals"))
}

fn nations_of(bits: i64) -> Vec<Nation> {
    NATIONS.iter().enumerate().filter(|(place, _)| bit(bits, *place)).map(|(_, nation)| *nation).collect()
}

fn bits(flags: impl DoubleEndedIterator<Item = bool>) -> i64 {
    flags.rev().fold(0, |bits, flag| bits * 2 + i64::from(flag))
}

fn bit(bits: i64, place: usize) -> bool {
    bits >> place & 1 == 1
}

//! The descriptions of indicators, in the order they are offered: their count, then for each six numbers
//! (sector, direction, decimals, standing, nations as bits, [`flags`] as bits) and its [`texts`]. What else is to be
//! known of an indicator than publisher and licence goes with its figures (see [`about`](super::about)).

use super::lists::{self, DIRECTIONS, NATIONS, SECTORS, STANDINGS};
use super::streams::{OUT_OF_RANGE, Reader, Writer};
use crate::codec::{EncodeError, PackError};
use crate::model::{About, Indicator, IndicatorId, Nation, Unit};

fn texts(indicator: &Indicator) -> [&str; 8] {
    [
        indicator.id.as_str(),
        &indicator.name,
        &indicator.more,
        &indicator.unit.prefix,
        &indicator.unit.suffix,
        &indicator.unit.words,
        &indicator.about.publisher,
        &indicator.about.licence,
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

pub(super) fn encode(writer: &mut Writer, indicators: &[Indicator]) -> Result<(), EncodeError> {
    writer.count(indicators.len());
    for indicator in indicators {
        writer.number(lists::number(SECTORS, indicator.sector));
        writer.number(lists::number(DIRECTIONS, indicator.direction));
        writer.number(i64::from(indicator.decimals));
        writer.number(lists::number(STANDINGS, indicator.standing));
        writer.number(bits(NATIONS.iter().map(|nation| indicator.covers(*nation))));
        writer.number(bits(flags(indicator).into_iter()));
        texts(indicator).into_iter().try_for_each(|text| writer.text(text))?;
    }
    Ok(())
}

pub(super) fn decode(reader: &mut Reader) -> Result<Vec<Indicator>, PackError> {
    let mut indicators = Vec::new();
    for _ in 0..reader.count()? {
        let sector = lists::item(SECTORS, reader.count()?)?;
        let direction = lists::item(DIRECTIONS, reader.count()?)?;
        let decimals = u8::try_from(reader.number()?).ok().filter(|places| *places < 10).ok_or(OUT_OF_RANGE)?;
        let standing = lists::item(STANDINGS, reader.count()?)?;
        let (nations, flags) = (reader.number()?, reader.number()?);
        let [id, name, more, prefix, suffix, words, publisher, licence] = reader.texts()?;
        indicators.push(Indicator {
            id: id_of(id)?,
            name: name.to_owned(),
            more: more.to_owned(),
            unit: Unit { prefix: prefix.to_owned(), suffix: suffix.to_owned(), words: words.to_owned() },
            sector,
            direction,
            decimals,
            standing,
            nations: nations_of(nations),
            by_sex: bit(flags, 0),
            contains_health: bit(flags, 1),
            same_survey: bit(flags, 2),
            national_index: bit(flags, 3),
            in_development: bit(flags, 4),
            about: About { publisher: publisher.to_owned(), licence: licence.to_owned(), ..About::default() },
        });
    }
    Ok(indicators)
}

/// An indicator's id, if the text may be one.
pub(super) fn id_of(text: &str) -> Result<IndicatorId, PackError> {
    IndicatorId::new(text).ok_or(PackError::Malformed("an indicator's id"))
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

//! Version 1 of the payloads: postcard of two streams, all texts and all whole numbers, because that is what
//! compresses best and what costs least code to read. Numbers of one sort stand together.
//!
//! A first pack is the edition, [`areas`], [`names`], [`indicators`], the [`manifest`] and [`figures`] with their
//! count; a measure pack is the edition, a checksum of the areas and [`figures`]; the borders pack the same with
//! [`borders`]; the packs of [`tables`] begin like a measure pack. What each writes, in which
//! order, is the format, and so are the lists in [`lists`]: neither may ever change, while the model may.

mod about;
mod alike;
mod areas;
mod borders;
mod columns;
mod constituencies;
mod decimals;
mod districts;
mod england;
mod estimates;
mod figures;
mod gradient;
mod hexagons;
mod indicators;
mod lists;
mod manifest;
mod names;
mod neighbourhoods;
mod profiles;
mod streams;
mod strengths;
mod tables;

use super::{EncodeError, Manifest, PackError, frame};
use crate::model::borders::Borders;
use crate::model::{Area, Atlas, IndicatorId};
pub(super) use figures::Figures;
use streams::{Payload, Reader, Writer};
#[cfg(test)]
pub(super) use tables::any_table;
pub(super) use tables::{
    decode_alike, decode_constituencies, decode_districts, decode_england, decode_gradient, decode_hexagons,
    decode_neighbourhoods, decode_profile, decode_strengths, encode_alike, encode_constituencies, encode_districts,
    encode_england, encode_gradient, encode_hexagons, encode_neighbourhoods, encode_profile, encode_strengths,
};

/// The version that this module reads and writes.
pub(super) const VERSION: u8 = 1;

pub(super) fn encode_first(atlas: &Atlas, manifest: &Manifest) -> Result<Vec<u8>, EncodeError> {
    let mut ids: Vec<&IndicatorId> = atlas.columns().map(|(key, _)| &key.indicator).collect();
    ids.dedup();
    let mut writer = Writer::default();
    writer.text(&atlas.edition)?;
    areas::encode(&mut writer, &atlas.areas)?;
    names::encode(&mut writer, atlas)?;
    indicators::encode(&mut writer, &atlas.indicators)?;
    manifest::encode(&mut writer, manifest, &atlas.edition)?;
    writer.count(ids.len());
    ids.into_iter().try_for_each(|id| figures::encode(&mut writer, atlas, id))?;
    writer.finish()
}

pub(super) fn encode_measure(atlas: &Atlas, id: &IndicatorId) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer::default();
    writer.text(&atlas.edition)?;
    writer.number(area_sum(&atlas.areas));
    figures::encode(&mut writer, atlas, id)?;
    writer.finish()
}

pub(super) fn decode_first(payload: &[u8]) -> Result<(Atlas, Manifest), PackError> {
    let mut room = room(payload);
    let payload = Payload::read(payload)?;
    let mut reader = payload.reader();
    let edition = reader.text()?;
    if !edition.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return Err(PackError::Malformed("its edition"));
    }
    let areas = areas::decode(&mut reader)?;
    let names = names::decode(&mut reader, &areas)?;
    let indicators = indicators::decode(&mut reader)?;
    let mut manifest = manifest::decode(&mut reader, edition)?;
    let mut atlas = Atlas::new(edition.to_owned(), areas, names, indicators);
    for _ in 0..reader.count()? {
        let figures = figures::decode(&mut reader, &atlas, &mut room)?;
        manifest.first.extend(figures.columns.iter().map(|(key, _)| key.clone()));
        figures.put_into(&mut atlas);
    }
    reader.finish()?;
    Ok((atlas, manifest))
}

pub(super) fn decode_measure(payload: &[u8], atlas: &Atlas) -> Result<Figures, PackError> {
    let mut room = room(payload);
    let payload = Payload::read(payload)?;
    let mut reader = payload.reader();
    belongs(&mut reader, atlas)?;
    let figures = figures::decode(&mut reader, atlas, &mut room)?;
    reader.finish()?;
    Ok(figures)
}

pub(super) fn encode_borders(borders: &Borders, atlas: &Atlas) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer::default();
    writer.text(&atlas.edition)?;
    writer.number(area_sum(&atlas.areas));
    borders::encode(&mut writer, borders, atlas)?;
    writer.finish()
}

pub(super) fn decode_borders(payload: &[u8], atlas: &Atlas) -> Result<Borders, PackError> {
    let payload = Payload::read(payload)?;
    let mut reader = payload.reader();
    belongs(&mut reader, atlas)?;
    let borders = borders::decode(&mut reader, atlas)?;
    reader.finish()?;
    Ok(borders)
}

/// Refuses a pack of other areas or another edition.
fn belongs(reader: &mut Reader, atlas: &Atlas) -> Result<(), PackError> {
    let same = reader.text()? == atlas.edition && reader.number()? == area_sum(&atlas.areas);
    if same { Ok(()) } else { Err(PackError::OtherEdition) }
}

/// The most estimates that any payload may unfold into.
const MOST_ESTIMATES: usize = 4_000_000;

/// How many estimates a payload may unfold into: bounded by its length, so that a small hostile file cannot
/// claim a large memory, and at all. Real packs unfold to about two estimates a byte.
fn room(payload: &[u8]) -> usize {
    payload.len().saturating_mul(8).min(MOST_ESTIMATES)
}

/// CRC-32 of the areas' codes, so that columns are never read against other areas.
fn area_sum(areas: &[Area]) -> i64 {
    let codes: String = areas.iter().map(|area| area.code.to_string()).collect();
    i64::from(frame::checksum(codes.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_grows_with_the_payload_and_ends() {
        assert_eq!([0, 1, 1000].map(|length| room(&vec![0; length])), [0, 8, 8000]);
        assert_eq!(room(&vec![0; 1_000_000]), MOST_ESTIMATES);
    }
}

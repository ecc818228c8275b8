//! Version 1 of the payloads: postcard of the structs below, which hold nothing but texts and whole numbers in
//! columns, because that is what compresses best and what costs least code to read.
//!
//! These structs and the lists in [`lists`] are the format. They must never change; the model may.

mod areas;
mod columns;
mod figures;
mod indicators;
mod lists;
mod manifest;
mod names;
mod streams;

use serde::{Deserialize, Serialize};

use super::{EncodeError, Manifest, PackError, frame};
use crate::model::{Area, Atlas, Column, ColumnKey, IndicatorId};

/// The version that this module reads and writes.
pub(super) const VERSION: u8 = 1;

/// Payload of a first pack.
#[derive(Serialize, Deserialize)]
struct First {
    edition: String,
    areas: areas::Areas,
    names: names::Names,
    indicators: indicators::Indicators,
    manifest: manifest::Packs,
    figures: Vec<figures::Figures>,
}

/// Payload of a measure pack.
#[derive(Serialize, Deserialize)]
struct Measure {
    edition: String,
    /// CRC-32 of the areas' codes, so that columns are never read against other areas.
    areas: i64,
    figures: figures::Figures,
}

pub(super) fn encode_first(atlas: &Atlas, manifest: &Manifest) -> Result<Vec<u8>, EncodeError> {
    let mut ids: Vec<&IndicatorId> = atlas.columns().map(|(key, _)| &key.indicator).collect();
    ids.dedup();
    write(&First {
        edition: atlas.edition.clone(),
        areas: areas::encode(&atlas.areas)?,
        names: names::encode(atlas)?,
        indicators: indicators::encode(&atlas.indicators)?,
        manifest: manifest::encode(manifest, &atlas.edition)?,
        figures: ids.into_iter().map(|id| figures::encode(atlas, id)).collect::<Result<_, _>>()?,
    })
}

pub(super) fn encode_measure(atlas: &Atlas, id: &IndicatorId) -> Result<Vec<u8>, EncodeError> {
    write(&Measure {
        edition: atlas.edition.clone(),
        areas: area_sum(&atlas.areas),
        figures: figures::encode(atlas, id)?,
    })
}

pub(super) fn decode_first(payload: &[u8]) -> Result<(Atlas, Manifest), PackError> {
    let first: First = read(payload)?;
    if !first.edition.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return Err(PackError::Malformed("its edition"));
    }
    let areas = areas::decode(&first.areas)?;
    let names = names::decode(&first.names, &areas)?;
    let indicators = indicators::decode(&first.indicators)?;
    let mut manifest = manifest::decode(&first.manifest, &first.edition)?;
    let mut atlas = Atlas::new(first.edition, areas, names, indicators);
    let mut room = room(payload);
    for figures in &first.figures {
        for (key, column) in figures::decode(figures, &atlas, &mut room)? {
            manifest.first.push(key.clone());
            atlas.insert(key, column);
        }
    }
    Ok((atlas, manifest))
}

pub(super) fn decode_measure(payload: &[u8], atlas: &Atlas) -> Result<Vec<(ColumnKey, Column)>, PackError> {
    let measure: Measure = read(payload)?;
    if measure.edition != atlas.edition || measure.areas != area_sum(&atlas.areas) {
        return Err(PackError::OtherEdition);
    }
    figures::decode(&measure.figures, atlas, &mut room(payload))
}

/// How many estimates a payload may unfold into: bounded by its length, so that a small hostile file cannot
/// claim a large memory. Real packs unfold to about two estimates a byte.
fn room(payload: &[u8]) -> usize {
    payload.len().saturating_mul(64)
}

fn area_sum(areas: &[Area]) -> i64 {
    let codes: String = areas.iter().map(|area| area.code.to_string()).collect();
    i64::from(frame::checksum(codes.as_bytes()))
}

fn write<T: Serialize>(payload: &T) -> Result<Vec<u8>, EncodeError> {
    postcard::to_allocvec(payload).map_err(|_| EncodeError::TooMuch("the payload"))
}

fn read<'a, T: Deserialize<'a>>(payload: &'a [u8]) -> Result<T, PackError> {
    match postcard::take_from_bytes(payload) {
        Ok((value, [])) => Ok(value),
        Ok(_) => Err(PackError::Malformed("bytes after its end")),
        Err(_) => Err(PackError::Malformed("its structure")),
    }
}

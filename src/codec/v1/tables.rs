//! Payloads that are not columns of an indicator: how each begins, and the module that has the rest.

use super::streams::{Payload, Reader, Writer};
use super::{
    alike, area_sum, constituencies, districts, england, gradient, hexagons, neighbourhoods, profiles, strengths,
};
use crate::codec::{EncodeError, PackError};
use crate::model::{
    Alike, AreaPoints, Atlas, ByAge, Constituency, Districts, Gradient, HexagonMap, Neighbourhoods, Profile, Strengths,
};

pub fn encode_gradient(atlas: &Atlas, gradients: &[Gradient], ages: &[ByAge]) -> Result<Vec<u8>, EncodeError> {
    write(atlas, |writer| gradient::encode(writer, atlas, gradients, ages))
}

pub fn decode_gradient(payload: &[u8], atlas: &Atlas) -> Result<(Vec<Gradient>, Vec<ByAge>), PackError> {
    read(payload, atlas, |reader| gradient::decode(reader, atlas))
}

pub fn encode_constituencies(atlas: &Atlas, all: &[Constituency]) -> Result<Vec<u8>, EncodeError> {
    write(atlas, |writer| constituencies::encode(writer, all))
}

pub fn decode_constituencies(payload: &[u8], atlas: &Atlas) -> Result<Vec<Constituency>, PackError> {
    read(payload, atlas, constituencies::decode)
}

pub fn encode_districts(atlas: &Atlas, all: &Districts) -> Result<Vec<u8>, EncodeError> {
    write(atlas, |writer| districts::encode(writer, atlas, all))
}

pub fn decode_districts(payload: &[u8], atlas: &Atlas) -> Result<Districts, PackError> {
    read(payload, atlas, |reader| districts::decode(reader, atlas))
}

pub fn encode_neighbourhoods(atlas: &Atlas, all: &Neighbourhoods) -> Result<Vec<u8>, EncodeError> {
    write(atlas, |writer| neighbourhoods::encode(writer, atlas, all))
}

pub fn decode_neighbourhoods(payload: &[u8], atlas: &Atlas) -> Result<Neighbourhoods, PackError> {
    read(payload, atlas, |reader| neighbourhoods::decode(reader, atlas))
}

pub fn encode_england(atlas: &Atlas, areas: &[AreaPoints]) -> Result<Vec<u8>, EncodeError> {
    write(atlas, |writer| england::encode(writer, atlas, areas))
}

pub fn decode_england(payload: &[u8], atlas: &Atlas) -> Result<Vec<AreaPoints>, PackError> {
    read(payload, atlas, |reader| england::decode(reader, atlas))
}

pub fn encode_alike(atlas: &Atlas, all: &[Alike]) -> Result<Vec<u8>, EncodeError> {
    write(atlas, |writer| alike::encode(writer, atlas, all))
}

pub fn decode_alike(payload: &[u8], atlas: &Atlas) -> Result<Vec<Alike>, PackError> {
    read(payload, atlas, |reader| alike::decode(reader, atlas))
}

pub fn encode_hexagons(atlas: &Atlas, map: &HexagonMap) -> Result<Vec<u8>, EncodeError> {
    write(atlas, |writer| hexagons::encode(writer, atlas, map))
}

pub fn decode_hexagons(payload: &[u8], atlas: &Atlas) -> Result<HexagonMap, PackError> {
    read(payload, atlas, |reader| hexagons::decode(reader, atlas))
}

pub fn encode_strengths(atlas: &Atlas, all: &Strengths) -> Result<Vec<u8>, EncodeError> {
    write(atlas, |writer| strengths::encode(writer, atlas, all))
}

pub fn decode_strengths(payload: &[u8], atlas: &Atlas) -> Result<Strengths, PackError> {
    read(payload, atlas, |reader| strengths::decode(reader, atlas))
}

pub fn encode_profile(atlas: &Atlas, profile: &Profile) -> Result<Vec<u8>, EncodeError> {
    write(atlas, |writer| profiles::encode(writer, atlas, profile))
}

pub fn decode_profile(payload: &[u8], atlas: &Atlas) -> Result<Profile, PackError> {
    read(payload, atlas, |reader| profiles::decode(reader, atlas))
}

/// As in a measure pack: the edition and a checksum of the areas come first.
fn write(atlas: &Atlas, rest: impl FnOnce(&mut Writer) -> Result<(), EncodeError>) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer::default();
    writer.text(&atlas.edition)?;
    writer.number(area_sum(&atlas.areas));
    rest(&mut writer)?;
    writer.finish()
}

fn read<T>(
    payload: &[u8],
    atlas: &Atlas,
    rest: impl FnOnce(&mut Reader) -> Result<T, PackError>,
) -> Result<T, PackError> {
    let payload = Payload::read(payload)?;
    let mut reader = payload.reader();
    if reader.text()? != atlas.edition || reader.number()? != area_sum(&atlas.areas) {
        return Err(PackError::OtherEdition);
    }
    let read = rest(&mut reader)?;
    reader.finish()?;
    Ok(read)
}

/// A payload that begins well and goes on with anything.
#[cfg(test)]
pub fn any_table(atlas: &Atlas, texts: &str, numbers: &[i64]) -> Vec<u8> {
    let rest = |writer: &mut Writer| {
        writer.column(numbers.iter().copied());
        texts.lines().try_for_each(|text| writer.text(text))
    };
    write(atlas, rest).unwrap_or_default()
}

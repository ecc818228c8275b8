//! Packs of figures that are not one value an area. Each belongs to an atlas: it is refused beside other areas or
//! another edition. Numbers come back exactly as they went in, but for strengths and profiles, which are rounded.

use super::frame::{self, Kind};
use super::{EncodeError, PackError, unknown, v1};
use crate::model::{
    Alike, AreaPoints, Atlas, ByAge, Constituency, Districts, Gradient, HexagonMap, Neighbourhoods, Profile, Strengths,
};

/// Writes gradients and figures by age.
pub fn encode_gradient(atlas: &Atlas, gradients: &[Gradient], ages: &[ByAge]) -> Result<Vec<u8>, EncodeError> {
    Ok(seal(Kind::Gradient, &v1::encode_gradient(atlas, gradients, ages)?))
}

/// Reads gradients and figures by age.
pub fn decode_gradient(bytes: &[u8], atlas: &Atlas) -> Result<(Vec<Gradient>, Vec<ByAge>), PackError> {
    v1::decode_gradient(payload(bytes, Kind::Gradient)?, atlas)
}

/// Writes constituencies, which must be in code order.
pub fn encode_constituencies(atlas: &Atlas, all: &[Constituency]) -> Result<Vec<u8>, EncodeError> {
    Ok(seal(Kind::Constituencies, &v1::encode_constituencies(atlas, all)?))
}

/// Reads constituencies.
pub fn decode_constituencies(bytes: &[u8], atlas: &Atlas) -> Result<Vec<Constituency>, PackError> {
    v1::decode_constituencies(payload(bytes, Kind::Constituencies)?, atlas)
}

/// Writes districts with their figures, districts and columns in order.
pub fn encode_districts(atlas: &Atlas, districts: &Districts) -> Result<Vec<u8>, EncodeError> {
    Ok(seal(Kind::Districts, &v1::encode_districts(atlas, districts)?))
}

/// Reads districts with their figures.
pub fn decode_districts(bytes: &[u8], atlas: &Atlas) -> Result<Districts, PackError> {
    v1::decode_districts(payload(bytes, Kind::Districts)?, atlas)
}

/// Writes the neighbourhoods of a local area, which must be in order of rank.
pub fn encode_neighbourhoods(atlas: &Atlas, all: &Neighbourhoods) -> Result<Vec<u8>, EncodeError> {
    Ok(seal(Kind::Neighbourhoods, &v1::encode_neighbourhoods(atlas, all)?))
}

/// Reads the neighbourhoods of a local area.
pub fn decode_neighbourhoods(bytes: &[u8], atlas: &Atlas) -> Result<Neighbourhoods, PackError> {
    v1::decode_neighbourhoods(payload(bytes, Kind::Neighbourhoods)?, atlas)
}

/// Writes all neighbourhoods of England, those of an area in order of tenth, income and employment.
pub fn encode_england(atlas: &Atlas, areas: &[AreaPoints]) -> Result<Vec<u8>, EncodeError> {
    Ok(seal(Kind::England, &v1::encode_england(atlas, areas)?))
}

/// Reads all neighbourhoods of England.
pub fn decode_england(bytes: &[u8], atlas: &Atlas) -> Result<Vec<AreaPoints>, PackError> {
    v1::decode_england(payload(bytes, Kind::England)?, atlas)
}

/// Writes which places are alike.
pub fn encode_alike(atlas: &Atlas, all: &[Alike]) -> Result<Vec<u8>, EncodeError> {
    Ok(seal(Kind::Alike, &v1::encode_alike(atlas, all)?))
}

/// Reads which places are alike.
pub fn decode_alike(bytes: &[u8], atlas: &Atlas) -> Result<Vec<Alike>, PackError> {
    v1::decode_alike(payload(bytes, Kind::Alike)?, atlas)
}

/// Writes the hexagon map.
pub fn encode_hexagons(atlas: &Atlas, map: &HexagonMap) -> Result<Vec<u8>, EncodeError> {
    Ok(seal(Kind::Hexagons, &v1::encode_hexagons(atlas, map)?))
}

/// Reads the hexagon map.
pub fn decode_hexagons(bytes: &[u8], atlas: &Atlas) -> Result<HexagonMap, PackError> {
    v1::decode_hexagons(payload(bytes, Kind::Hexagons)?, atlas)
}

/// Writes how strongly circumstances go together with healthy life expectancy, to four decimals.
pub fn encode_strengths(atlas: &Atlas, all: &Strengths) -> Result<Vec<u8>, EncodeError> {
    Ok(seal(Kind::Strengths, &v1::encode_strengths(atlas, all)?))
}

/// Reads how strongly circumstances go together with healthy life expectancy.
pub fn decode_strengths(bytes: &[u8], atlas: &Atlas) -> Result<Strengths, PackError> {
    v1::decode_strengths(payload(bytes, Kind::Strengths)?, atlas)
}

/// Writes the circumstances of a place, as a measure pack rounds them.
pub fn encode_profile(atlas: &Atlas, profile: &Profile) -> Result<Vec<u8>, EncodeError> {
    Ok(seal(Kind::Profile, &v1::encode_profile(atlas, profile)?))
}

/// Reads the circumstances of a place.
pub fn decode_profile(bytes: &[u8], atlas: &Atlas) -> Result<Profile, PackError> {
    v1::decode_profile(payload(bytes, Kind::Profile)?, atlas)
}

fn seal(kind: Kind, payload: &[u8]) -> Vec<u8> {
    frame::seal(kind, v1::VERSION, payload)
}

fn payload(bytes: &[u8], kind: Kind) -> Result<&[u8], PackError> {
    match frame::open(bytes, kind)? {
        (1, payload) => Ok(payload),
        (version, _) => Err(unknown(version)),
    }
}

#[cfg(test)]
mod tests;

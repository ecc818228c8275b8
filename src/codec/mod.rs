//! The packed format that figures travel in: small, versioned, checksummed, and refused whole when anything
//! about it is wrong.
//!
//! There are several kinds of pack. The **first pack** holds areas, their names, what every indicator is, a [`Manifest`] of
//! the other packs and the few columns that the first view needs. A **measure pack** holds every column of one indicator,
//! and what else is to be known of it. What is not one value an area has packs of its own, one for each [`TablePack`]; the
//! **borders pack** holds where areas lie. A pack is a 14-byte header (see `frame`) and a payload of the version the header
//! names (`v1`). A new version gets a module beside `v1`; decoders of old versions are never removed, because
//! packs of old editions stay published.
//!
//! Encoding rounds values to two decimals more than the indicator shows, or fewer where fewer carry every value,
//! and never so that a reader would see another number (see `quantise`).

mod error;
mod frame;
mod manifest;
mod quantise;
mod tables;
#[cfg(test)]
mod tests;
mod v1;

pub use error::{EncodeError, PackError};
pub use manifest::{Manifest, PackEntry, PackId, TableEntry, TablePack, pack_file};
pub use tables::{
    decode_alike, decode_constituencies, decode_districts, decode_england, decode_gradient, decode_hexagons,
    decode_neighbourhoods, decode_profile, decode_strengths, encode_alike, encode_constituencies, encode_districts,
    encode_england, encode_gradient, encode_hexagons, encode_neighbourhoods, encode_profile, encode_strengths,
};

use frame::Kind;

use crate::model::borders::Borders;
use crate::model::{Atlas, Code, IndicatorId};

/// Reads a first pack: the atlas with the columns that came along, and where the other columns are.
pub fn decode_first(bytes: &[u8]) -> Result<(Atlas, Manifest), PackError> {
    match frame::open(bytes, Kind::First)? {
        (1, payload) => v1::decode_first(payload),
        (version, _) => Err(unknown(version)),
    }
}

/// Reads a measure pack into the atlas it belongs to. On an error the atlas is as it was.
pub fn decode_measure(bytes: &[u8], atlas: &mut Atlas) -> Result<(), PackError> {
    let figures = match frame::open(bytes, Kind::Measure)? {
        (1, payload) => v1::decode_measure(payload, atlas)?,
        (version, _) => return Err(unknown(version)),
    };
    figures.put_into(atlas);
    Ok(())
}

/// Reads any pack beyond the first into the atlas it belongs to. On an error the atlas is as it was; so it is with the
/// function for one kind of pack, which a view that needs no other calls by itself.
pub fn decode_into(atlas: &mut Atlas, id: &PackId, bytes: &[u8]) -> Result<(), PackError> {
    let pack = match id {
        PackId::Measure(_) => return decode_measure(bytes, atlas),
        PackId::Table(pack) => *pack,
    };
    match pack {
        TablePack::Gradient => load_gradient(atlas, bytes),
        TablePack::Constituencies => load_constituencies(atlas, bytes),
        TablePack::Districts => load_districts(atlas, bytes),
        TablePack::England => load_england(atlas, bytes),
        TablePack::Alike => load_alike(atlas, bytes),
        TablePack::Hexagons => load_hexagons(atlas, bytes),
        TablePack::Borders => load_borders(atlas, bytes),
        TablePack::Neighbourhoods(area) => load_neighbourhoods(atlas, area, bytes),
        TablePack::Strengths => load_strengths(atlas, bytes),
        TablePack::Profile(area) => load_profile(atlas, area, bytes),
    }
}

/// Reads gradients and figures by age into their atlas.
pub fn load_gradient(atlas: &mut Atlas, bytes: &[u8]) -> Result<(), PackError> {
    let (gradients, ages) = decode_gradient(bytes, atlas)?;
    (atlas.tables.gradients, atlas.tables.ages) = (Some(gradients), Some(ages));
    Ok(())
}

/// Reads constituencies into their atlas.
pub fn load_constituencies(atlas: &mut Atlas, bytes: &[u8]) -> Result<(), PackError> {
    atlas.tables.constituencies = Some(decode_constituencies(bytes, atlas)?);
    Ok(())
}

/// Reads districts with their figures into their atlas.
pub fn load_districts(atlas: &mut Atlas, bytes: &[u8]) -> Result<(), PackError> {
    atlas.tables.districts = Some(decode_districts(bytes, atlas)?);
    Ok(())
}

/// Reads all neighbourhoods of England into their atlas.
pub fn load_england(atlas: &mut Atlas, bytes: &[u8]) -> Result<(), PackError> {
    atlas.tables.england = Some(decode_england(bytes, atlas)?);
    Ok(())
}

/// Reads what places are alike by into their atlas.
pub fn load_alike(atlas: &mut Atlas, bytes: &[u8]) -> Result<(), PackError> {
    atlas.tables.alike = Some(decode_alike(bytes, atlas)?);
    Ok(())
}

/// Reads the hexagon map into its atlas.
pub fn load_hexagons(atlas: &mut Atlas, bytes: &[u8]) -> Result<(), PackError> {
    atlas.tables.hexagons = Some(decode_hexagons(bytes, atlas)?);
    Ok(())
}

/// Reads where local areas lie into their atlas.
pub fn load_borders(atlas: &mut Atlas, bytes: &[u8]) -> Result<(), PackError> {
    atlas.tables.borders = Some(decode_borders(bytes, atlas)?);
    Ok(())
}

/// Reads the neighbourhoods of a local area into their atlas; those of another area are refused.
pub fn load_neighbourhoods(atlas: &mut Atlas, area: Code, bytes: &[u8]) -> Result<(), PackError> {
    let all = decode_neighbourhoods(bytes, atlas)?;
    if all.area != area {
        return Err(PackError::Malformed("neighbourhoods of another area"));
    }
    atlas.tables.neighbourhoods.retain(|loaded| loaded.area != area);
    atlas.tables.neighbourhoods.push(all);
    Ok(())
}

/// Reads how strongly circumstances go together with healthy life expectancy into their atlas.
pub fn load_strengths(atlas: &mut Atlas, bytes: &[u8]) -> Result<(), PackError> {
    atlas.tables.strengths = Some(decode_strengths(bytes, atlas)?);
    Ok(())
}

/// Reads the circumstances of a place into their atlas; those of another place are refused.
pub fn load_profile(atlas: &mut Atlas, area: Code, bytes: &[u8]) -> Result<(), PackError> {
    let profile = decode_profile(bytes, atlas)?;
    if profile.area != area {
        return Err(PackError::Malformed("a profile of another area"));
    }
    atlas.tables.profiles.retain(|loaded| loaded.area != area);
    atlas.tables.profiles.push(profile);
    Ok(())
}

/// Reads a borders pack that belongs to the atlas.
pub fn decode_borders(bytes: &[u8], atlas: &Atlas) -> Result<Borders, PackError> {
    match frame::open(bytes, Kind::Borders)? {
        (1, payload) => v1::decode_borders(payload, atlas),
        (version, _) => Err(unknown(version)),
    }
}

/// Writes a first pack of everything the atlas holds, all its columns included, in the newest version.
pub fn encode_first(atlas: &Atlas, manifest: &Manifest) -> Result<Vec<u8>, EncodeError> {
    Ok(frame::seal(Kind::First, v1::VERSION, &v1::encode_first(atlas, manifest)?))
}

/// Writes a measure pack of all of the atlas's columns of one indicator, in the newest version.
pub fn encode_measure(atlas: &Atlas, id: &IndicatorId) -> Result<Vec<u8>, EncodeError> {
    Ok(frame::seal(Kind::Measure, v1::VERSION, &v1::encode_measure(atlas, id)?))
}

/// Writes a borders pack, in the newest version. Borders are of areas of the atlas.
pub fn encode_borders(borders: &Borders, atlas: &Atlas) -> Result<Vec<u8>, EncodeError> {
    Ok(frame::seal(Kind::Borders, v1::VERSION, &v1::encode_borders(borders, atlas)?))
}

fn unknown(version: u8) -> PackError {
    if version < v1::VERSION { PackError::TooOld { version } } else { PackError::TooNew { version } }
}

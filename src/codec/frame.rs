//! The header of a pack. It is the same in every version, so that any build can tell a damaged pack from one it
//! is too old for.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `89 48 59 50`: not text, then `HYP` |
//! | 4 | CRC-32 (ISO-HDLC) of everything after it, little-endian |
//! | 4 | length of the payload in bytes, little-endian |
//! | 1 | kind: 1 first, 2 measure, 3 gradient, 4 constituencies, 5 districts, 6 neighbourhoods, 7 England, 8 borders, 9 hexagons, 10 alike, 11 strengths, 12 profile |
//! | 1 | version of the payload |
//! | … | payload |

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::PackError;

const MAGIC: [u8; 4] = [0x89, b'H', b'Y', b'P'];
const HEADER: usize = 14;

/// Computed bit by bit: a kilobyte of table would weigh more on the wire than the milliseconds are worth.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// What a pack holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    First = 1,
    Measure = 2,
    Gradient = 3,
    Constituencies = 4,
    Districts = 5,
    Neighbourhoods = 6,
    England = 7,
    Borders = 8,
    Hexagons = 9,
    Alike = 10,
    Strengths = 11,
    Profile = 12,
}

/// The CRC-32 of some bytes.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}

/// A whole pack around a payload.
pub(super) fn seal(kind: Kind, version: u8, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    let mut checked = length.to_le_bytes().to_vec();
    checked.extend([kind as u8, version]);
    checked.extend(payload);
    [&MAGIC[..], &checksum(&checked).to_le_bytes(), &checked].concat()
}

/// The version and payload of a pack of the expected kind, whole and undamaged.
pub(super) fn open(bytes: &[u8], kind: Kind) -> Result<(u8, &[u8]), PackError> {
    if !bytes.starts_with(&MAGIC) {
        let begun = !bytes.is_empty() && MAGIC.starts_with(bytes);
        return Err(if begun { PackError::Truncated } else { PackError::NotAPack });
    }
    let [_, _, _, _, c0, c1, c2, c3, l0, l1, l2, l3, found, version, payload @ ..] = bytes else {
        return Err(PackError::Truncated);
    };
    let length = u32::from_le_bytes([*l0, *l1, *l2, *l3]);
    if u32::try_from(payload.len()).is_ok_and(|there| there < length) {
        return Err(PackError::Truncated);
    }
    let checked = bytes.get(HEADER - 6..).unwrap_or_default();
    if checksum(checked) != u32::from_le_bytes([*c0, *c1, *c2, *c3]) {
        return Err(PackError::Corrupted);
    }
    if *found != kind as u8 {
        return Err(PackError::Malformed("it is another kind of pack"));
    }
    Ok((*version, payload))
}

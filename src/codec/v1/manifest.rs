//! The list of measure packs.

use serde::{Deserialize, Serialize};

use super::columns::Columns;
use super::indicators::id;
use super::streams::{Lines, Numbers, line};
use crate::codec::{EncodeError, Manifest, PackEntry, PackError, pack_file};

/// Packs in columns. Their file names are made of edition, id and hash, so that no pack can send a reader
/// anywhere else.
#[derive(Serialize, Deserialize)]
pub(super) struct Packs {
    ids: String,
    hashes: String,
    bytes: Vec<i64>,
    /// How many columns each has.
    counts: Vec<i64>,
    columns: Columns,
}

const HASH: usize = 16;

pub(super) fn encode(manifest: &Manifest, edition: &str) -> Result<Packs, EncodeError> {
    let mut wire = Packs {
        ids: String::new(),
        hashes: String::new(),
        bytes: Vec::new(),
        counts: Vec::new(),
        columns: Columns::default(),
    };
    for pack in &manifest.packs {
        line(&mut wire.ids, pack.id.as_str())?;
        line(&mut wire.hashes, hash_of(pack, edition)?)?;
        wire.bytes.push(i64::from(pack.bytes));
        wire.counts.push(pack.columns.len() as i64);
        wire.columns.extend(pack.columns.iter().copied());
    }
    Ok(wire)
}

pub(super) fn decode(wire: &Packs, edition: &str) -> Result<Manifest, PackError> {
    let (mut ids, mut hashes) = (Lines::new(&wire.ids), Lines::new(&wire.hashes));
    let mut counts = Numbers::new(&wire.counts);
    let mut columns = wire.columns.decode()?.into_iter();
    let mut bytes = Numbers::new(&wire.bytes);
    let mut packs = Vec::new();
    for _ in &wire.bytes {
        let (id, hash, count) = (id(ids.next()?)?, hashes.next()?, counts.next_place()?);
        if !is_hash(hash) || count > columns.len() {
            return Err(PackError::Malformed("the list of packs"));
        }
        packs.push(PackEntry {
            file: pack_file(edition, id.as_str(), hash),
            id,
            bytes: bytes.next_u32()?,
            columns: columns.by_ref().take(count).collect(),
        });
    }
    ids.finish()?;
    hashes.finish()?;
    counts.finish()?;
    columns.next().map_or(Ok(()), |_| Err(PackError::Malformed("the list of packs")))?;
    Ok(Manifest { first: Vec::new(), packs })
}

fn hash_of<'a>(pack: &'a PackEntry, edition: &str) -> Result<&'a str, EncodeError> {
    let hash = pack.file.rsplit('.').nth(1).filter(|hash| is_hash(hash));
    let named = hash.filter(|hash| pack_file(edition, pack.id.as_str(), hash) == pack.file);
    named.ok_or_else(|| EncodeError::FileName(pack.file.clone()))
}

fn is_hash(text: &str) -> bool {
    text.len() == HASH && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

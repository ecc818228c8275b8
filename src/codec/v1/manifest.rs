//! The list of measure packs: their count, then for each its id and hash, its length and its columns. File names
//! are made of edition, id and hash, so that no pack can send a reader anywhere else. Then the hash of each of
//! [`TablePack::NAMES`], or nothing where there is no such pack.

use super::columns;
use super::indicators::id_of;
use super::streams::{OUT_OF_RANGE, Reader, Writer};
use crate::codec::{EncodeError, Manifest, PackEntry, PackError, TableEntry, TablePack, pack_file};

const HASH: usize = 16;

pub(super) fn encode(writer: &mut Writer, manifest: &Manifest, edition: &str) -> Result<(), EncodeError> {
    writer.count(manifest.packs.len());
    for pack in &manifest.packs {
        writer.text(pack.id.as_str())?;
        writer.text(hash_of(pack, edition)?)?;
        writer.number(i64::from(pack.bytes));
        columns::encode(writer, &pack.columns);
    }
    for name in TablePack::NAMES {
        let entry = manifest.tables.iter().find(|entry| entry.name == name);
        writer.text(entry.map_or(Ok(""), |entry| table_hash(entry, edition))?)?;
    }
    Ok(())
}

pub(super) fn decode(reader: &mut Reader, edition: &str) -> Result<Manifest, PackError> {
    let mut manifest = Manifest::default();
    for _ in 0..reader.count()? {
        let [id, hash] = reader.texts()?;
        if !is_hash(hash) {
            return Err(PackError::Malformed("the list of packs"));
        }
        let bytes = u32::try_from(reader.number()?).map_err(|_| OUT_OF_RANGE)?;
        let columns = columns::decode(reader)?;
        manifest.packs.push(PackEntry { id: id_of(id)?, file: pack_file(edition, id, hash), bytes, columns });
    }
    for name in TablePack::NAMES {
        match reader.text()? {
            "" => {}
            hash if is_hash(hash) => manifest.tables.push(TableEntry::new(edition, name, hash)),
            _ => return Err(PackError::Malformed("the list of packs")),
        }
    }
    Ok(manifest)
}

fn hash_of<'a>(pack: &'a PackEntry, edition: &str) -> Result<&'a str, EncodeError> {
    let hash = pack.file.rsplit('.').nth(1).filter(|hash| is_hash(hash));
    let named = hash.filter(|hash| pack_file(edition, pack.id.as_str(), hash) == pack.file);
    named.ok_or_else(|| EncodeError::FileName(pack.file.clone()))
}

fn table_hash<'a>(entry: &'a TableEntry, edition: &str) -> Result<&'a str, EncodeError> {
    let hash = entry.file.rsplit('.').find(|part| is_hash(part));
    let named = hash.filter(|hash| TableEntry::new(edition, entry.name, hash) == *entry);
    named.ok_or_else(|| EncodeError::FileName(entry.file.clone()))
}

fn is_hash(text: &str) -> bool {
    text.len() == HASH && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

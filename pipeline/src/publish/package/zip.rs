//! A zip archive of a few small files. The same files give the same bytes: entries carry no time and no system.
//!
//! Ours, because the format's core is three records, while the usual crate brings seven others for encryption,
//! times and systems, and a newer compiler than the project asks for.

use std::io::{Error, Result, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use rayon::prelude::*;

/// Version 2.0 of the format: folders and deflate.
const VERSION: u16 = 20;
/// Names are in UTF-8.
const FLAGS: u16 = 1 << 11;
const DEFLATE: u16 = 8;
/// 1 January 1980, the first day there is, at midnight.
const DAY: u16 = (1 << 5) | 1;

/// A file, compressed.
struct Entry<'a> {
    name: &'a str,
    compressed: Vec<u8>,
    checksum: u32,
    length: u32,
}

/// The archive of these files, in this order.
pub(super) fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let entries = files.par_iter().map(|(name, content)| Entry::new(name, content)).collect::<Result<Vec<_>>>()?;
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for entry in &entries {
        let record = entry.record()?;
        let at = small(archive.len())?;
        archive.extend([b"PK\x03\x04", &record[..], entry.name.as_bytes(), &entry.compressed].concat());
        // Made by: as `record` begins. Then no comment, the first disk, nothing of a system, and where it stands.
        directory.extend([b"PK\x01\x02", &VERSION.to_le_bytes()[..], &record].concat());
        directory.extend([&[0; 10][..], &at.to_le_bytes(), entry.name.as_bytes()].concat());
    }
    let count = u16::try_from(entries.len()).map_err(Error::other)?.to_le_bytes();
    let (at, length) = (small(archive.len())?.to_le_bytes(), small(directory.len())?.to_le_bytes());
    let end = [b"PK\x05\x06", &[0; 4][..], &count, &count, &length, &at, &[0; 2]].concat();
    Ok([archive, directory, end].concat())
}

impl Entry<'_> {
    fn new<'a>(name: &'a str, content: &[u8]) -> Result<Entry<'a>> {
        let mut checksum = Crc::new();
        checksum.update(content);
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(content)?;
        let length = small(content.len())?;
        Ok(Entry { name, compressed: encoder.finish()?, checksum: checksum.sum(), length })
    }

    /// What both records of an entry hold: version, flags, method, time, day, checksum, both lengths, length of the
    /// name, no extra fields.
    fn record(&self) -> Result<Vec<u8>> {
        let name = u16::try_from(self.name.len()).map_err(Error::other)?;
        let mut record: Vec<u8> = [VERSION, FLAGS, DEFLATE, 0, DAY].iter().flat_map(|n| n.to_le_bytes()).collect();
        let numbers = [self.checksum, small(self.compressed.len())?, self.length];
        record.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        record.extend([name, 0].iter().flat_map(|number| number.to_le_bytes()));
        Ok(record)
    }
}

/// A length as the format keeps it.
fn small(length: usize) -> Result<u32> {
    u32::try_from(length).map_err(Error::other)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::DeflateDecoder;

    use super::*;

    fn files() -> Vec<(String, Vec<u8>)> {
        let long = "Blackpool, Richmond upon Thames\n".repeat(500).into_bytes();
        vec![("README.md".to_owned(), b"read".to_vec()), ("values/é.csv".to_owned(), long), ("nothing".into(), vec![])]
    }

    fn number(bytes: &[u8], at: usize, width: usize) -> usize {
        bytes[at..at + width].iter().rev().fold(0, |sum, byte| sum * 256 + usize::from(*byte))
    }

    /// As readers do: from the record at the end to the directory, from there to each entry.
    fn read(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
        let end = archive.len() - 22;
        assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
        let (count, length, mut at) =
            (number(archive, end + 10, 2), number(archive, end + 12, 4), number(archive, end + 16, 4));
        assert_eq!(at + length, end);
        let mut files = Vec::new();
        for _ in 0..count {
            assert_eq!(&archive[at..at + 4], b"PK\x01\x02");
            let (compressed, name) = (number(archive, at + 20, 4), number(archive, at + 28, 2));
            let local = number(archive, at + 42, 4);
            assert_eq!(&archive[local..local + 4], b"PK\x03\x04");
            assert_eq!(archive[local + 4..local + 30], archive[at + 6..at + 32], "both records say the same");
            let text = String::from_utf8(archive[local + 30..local + 30 + name].to_vec()).unwrap();
            let mut content = Vec::new();
            let from = local + 30 + name;
            DeflateDecoder::new(&archive[from..from + compressed]).read_to_end(&mut content).unwrap();
            let mut checksum = Crc::new();
            checksum.update(&content);
            assert_eq!(
                (number(archive, at + 16, 4), number(archive, at + 24, 4)),
                (checksum.sum() as usize, content.len())
            );
            files.push((text, content));
            at += 46 + name;
        }
        assert_eq!(at, end);
        files
    }

    #[test]
    fn files_come_out_as_they_went_in() {
        let packed = archive(&files()).unwrap();
        assert_eq!(read(&packed), files());
        assert!(packed.len() < 600);
        assert_eq!(read(&archive(&[]).unwrap()), []);
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        assert_eq!(archive(&files()).unwrap(), archive(&files()).unwrap());
    }
}

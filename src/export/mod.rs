//! What leaves the site: what files say of themselves, citations, the snippet for embedding.

mod about;
mod cite;
mod frame_height;
pub mod png;
mod snippet;

pub use about::About;
pub use cite::{Citation, Cited};
pub use frame_height::{COLUMN, frame_height};
pub use snippet::{Snippet, snippet};

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// The checksum of PNG chunks and of figures' CSV.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

//! What a PNG says of itself: text in `iTXt`, and how large it is on paper in `pHYs` (PNG specification, third edition,
//! sections 11.3.3.4 and 11.3.4.3).

use super::{About, CRC};

/// What every PNG begins with.
const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];

/// Inches in a metre.
const INCHES: f64 = 39.370_078_74;

/// The PNG with these texts after its first chunk and, if it is meant for paper, its resolution; none if it is no PNG. What it
/// said of its resolution before is left out.
pub fn described(png: &[u8], about: &About, dpi: Option<u32>) -> Option<Vec<u8>> {
    let mut chunks = png.strip_prefix(&SIGNATURE)?;
    let mut out = SIGNATURE.to_vec();
    let mut is_first = true;
    while !chunks.is_empty() {
        let length = u32::from_be_bytes(chunks.first_chunk::<4>().copied()?) as usize;
        let (chunk, rest) = chunks.split_at_checked(length.checked_add(12)?)?;
        let kind = chunk.get(4..8)?;
        if is_first && kind != b"IHDR" {
            return None;
        }
        if kind != b"pHYs" {
            out.extend_from_slice(chunk);
        }
        if is_first {
            is_first = false;
            if let Some(dpi) = dpi {
                let per_metre = (libm::round(f64::from(dpi) * INCHES) as u32).to_be_bytes();
                push(&mut out, b"pHYs", &[&per_metre[..], &per_metre, &[1]].concat());
            }
            for (keyword, text) in about.texts() {
                // Not compressed; no language; no translated keyword.
                push(&mut out, b"iTXt", &[keyword.as_bytes(), &[0, 0, 0, 0, 0], text.as_bytes()].concat());
            }
        }
        chunks = rest;
    }
    (!is_first).then_some(out)
}

fn push(out: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) {
    let named = [kind, content].concat();
    out.extend_from_slice(&(content.len() as u32).to_be_bytes());
    out.extend_from_slice(&named);
    out.extend_from_slice(&CRC.checksum(&named).to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about() -> About {
        About {
            title: "A title – with a dash".into(),
            alt: "What is to be seen".into(),
            address: "https://example.org/?areas=E06000009".into(),
            edition: "2026-06".into(),
            checksum: "cbf43926".into(),
            licence: "Open Government Licence v3.0".into(),
        }
    }

    /// The smallest PNG there is: one grey pixel.
    fn pixel() -> Vec<u8> {
        let mut png = SIGNATURE.to_vec();
        push(&mut png, b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        push(&mut png, b"pHYs", &[0, 0, 0, 1, 0, 0, 0, 1, 1]);
        push(&mut png, b"IDAT", &[0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81]);
        push(&mut png, b"IEND", &[]);
        png
    }

    #[test]
    fn texts_and_resolution_come_after_the_head() {
        let png = described(&pixel(), &about(), Some(300)).unwrap();
        let kinds: Vec<&[u8]> = core::iter::successors(Some(&png[8..]), |rest| {
            let length = u32::from_be_bytes(*rest.first_chunk::<4>().unwrap()) as usize;
            Some(&rest[length + 12..]).filter(|rest| !rest.is_empty())
        })
        .map(|chunk| &chunk[4..8])
        .collect();
        let expected: Vec<&[u8]> = [vec![&b"IHDR"[..], b"pHYs"], vec![b"iTXt"; 7], vec![b"IDAT", b"IEND"]].concat();
        assert_eq!(kinds, expected);
        // 300 dpi in pixels to a metre.
        assert!(png.windows(9).any(|bytes| bytes == [0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]));
        assert!(png.windows(11).any(|bytes| bytes == b"Title\0\0\0\0\0A"));
    }

    #[test]
    fn what_is_no_png_is_refused() {
        assert_eq!(described(b"GIF89a", &about(), None), None);
        assert_eq!(described(&SIGNATURE, &about(), None), None);
        let png = pixel();
        for end in 9..png.len() - 12 {
            let cut = described(&png[..end], &about(), None);
            assert!(cut.is_none() || [33, 54, 76].contains(&end), "{end}");
        }
    }
}

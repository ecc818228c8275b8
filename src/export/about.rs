//! What a picture says of itself to programs, whatever kind of file it is.

use super::CRC;
use crate::chart::picture::Imprint;
use crate::figure::{Figure, Source, Table};
use crate::paint::svg::escape;
use crate::words;

/// What a picture says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The figure's title.
    pub title: String,
    /// The figure for those who cannot see it.
    pub alt: String,
    /// The address that opens it.
    pub address: String,
    /// The edition of the data.
    pub edition: String,
    /// CRC-32 (ISO-HDLC) of the figure's CSV, in eight hexadecimal digits: whether two pictures show the same numbers.
    pub checksum: String,
    /// Under which licences the numbers may be used.
    pub licence: String,
}

impl About {
    /// Of a figure's picture; `table` is the figure's, whole; `shortened` says which rows the picture has, where not all.
    pub fn of(figure: &Figure, shortened: &str, table: &Table, imprint: &Imprint) -> About {
        let csv = table.csv(&figure.subtitle, &figure.sources);
        About {
            title: figure.title.clone(),
            alt: if shortened.is_empty() { figure.alt.clone() } else { [&figure.alt, " ", shortened].concat() },
            address: imprint.address.clone(),
            edition: imprint.edition.clone(),
            checksum: hexadecimal(CRC.checksum(csv.as_bytes())),
            licence: Source::licences_of(&figure.sources).join("; "),
        }
    }

    /// Everything, under the names that PNG has for such texts, or names of our own.
    pub fn texts(&self) -> [(&'static str, &str); 7] {
        [
            ("Title", &self.title),
            ("Author", words::SITE),
            ("Description", &self.alt),
            ("Copyright", &self.licence),
            ("Source", &self.address),
            ("Edition", &self.edition),
            ("Checksum", &self.checksum),
        ]
    }

    /// Everything as the content of an SVG's `<metadata>`: RDF with the terms of Dublin Core, which drawing programs read.
    pub fn metadata(&self) -> String {
        let terms = [
            ("title", self.title.as_str()),
            ("creator", words::SITE),
            ("description", &self.alt),
            ("rights", &self.licence),
            ("source", &self.address),
            ("date", &self.edition),
            ("identifier", &["crc32:", &self.checksum].concat()),
        ];
        let mut out = String::from(
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Description rdf:about=\"\">",
        );
        for (term, text) in terms {
            for part in ["<dc:", term, ">"] {
                out.push_str(part);
            }
            escape(text, &mut out);
            for part in ["</dc:", term, ">"] {
                out.push_str(part);
            }
        }
        out.push_str("</rdf:Description></rdf:RDF>");
        out
    }
}

fn hexadecimal(number: u32) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |at: u32| char::from(DIGITS[(number >> (28 - 4 * at) & 15) as usize]);
    (0..8).map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_that_others_compute() {
        // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
        assert_eq!(hexadecimal(CRC.checksum(b"123456789")), "cbf43926");
    }
}

//! How a figure is cited: as text, as BibTeX and as RIS.

use crate::chart::picture::Imprint;
use crate::figure::Figure;
use crate::words;

/// What a citation is made from.
#[derive(Debug, Clone, Copy)]
pub struct Cited<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// Its address and its edition.
    pub imprint: &'a Imprint,
}

/// A citation in one of the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Citation {
    /// A line of text, with publishers and licence.
    Text,
    /// An entry of BibTeX.
    Bibtex,
    /// A record of RIS.
    Ris,
}

impl Citation {
    /// Every form.
    pub const ALL: [Citation; 3] = [Citation::Text, Citation::Bibtex, Citation::Ris];

    /// The citation.
    pub fn of(self, cited: Cited) -> String {
        match self {
            Citation::Text => text(cited),
            Citation::Bibtex => bibtex(cited),
            Citation::Ris => ris(cited),
        }
    }
}

fn year(imprint: &Imprint) -> &str {
    imprint.edition.split('-').next().unwrap_or_default()
}

fn text(Cited { figure, imprint }: Cited) -> String {
    let sources: Vec<&str> = figure.sources.iter().map(|source| source.line.as_str()).collect();
    words::citation(imprint.lang, &figure.title, year(imprint), &imprint.edition, &imprint.address, &sources.join(" "))
}

/// Braces keep the letters of titles as they are; what BibTeX would read as a command is taken apart.
fn bibtex(Cited { figure, imprint }: Cited) -> String {
    let fields = [
        ("author", words::SITE.to_owned()),
        ("title", figure.title.clone()),
        ("year", year(imprint).to_owned()),
        ("howpublished", words::edition_of_site(imprint.lang, &imprint.edition)),
        ("url", imprint.address.clone()),
    ];
    let mut out = ["@misc{healthyyears-", figure.id, "-", &imprint.edition, ",\n"].concat();
    for (name, value) in fields {
        let value = if name == "url" { value } else { escaped(&value) };
        for part in ["  ", name, " = {{", &value, "}},\n"] {
            out.push_str(part);
        }
    }
    out.push_str("}\n");
    out
}

/// Text in which BibTeX finds no command.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '%' | '&' | '$' | '#' | '_' => out.extend(['\\', letter]),
            '{' | '}' | '\\' => {}
            _ => out.push(letter),
        }
    }
    out
}

fn ris(Cited { figure, imprint }: Cited) -> String {
    let lines = [
        ("TY", "DATA"),
        ("TI", &figure.title),
        ("AU", words::SITE),
        ("PY", year(imprint)),
        ("ET", &imprint.edition),
        ("AB", &figure.summary),
        ("UR", &imprint.address),
        ("ER", ""),
    ];
    lines.iter().flat_map(|(tag, value)| [tag, "  - ", value, "\r\n"]).collect()
}

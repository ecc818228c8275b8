//! How a figure is cited: as text, as BibTeX and as RIS.

use crate::chart::picture::Imprint;
use crate::figure::Figure;
use crate::words;

/// What a citation is made from.
#[derive(Debug, Clone, Copy)]
pub struct Cited<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// Its title, with the places that it is about.
    pub title: &'a str,
    /// What tells it from other figures, for lists that name their entries.
    pub key: &'a str,
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

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Citation::Text => "Text",
            Citation::Bibtex => "BibTeX",
            Citation::Ris => "RIS",
        }
    }

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

/// Where the numbers are from, in a line.
fn sources(figure: &Figure) -> String {
    figure.sources.iter().map(|source| source.line.as_str()).collect::<Vec<_>>().join(" ")
}

fn text(Cited { figure, title, imprint, .. }: Cited) -> String {
    words::citation(imprint.lang, title, year(imprint), &imprint.edition, &imprint.address, &sources(figure))
}

/// Braces keep the letters of titles as they are; what BibTeX would read as a command is taken apart.
fn bibtex(Cited { figure, title, key, imprint }: Cited) -> String {
    let fields = [
        ("author", words::SITE.to_owned()),
        ("title", title.to_owned()),
        ("year", year(imprint).to_owned()),
        ("howpublished", words::edition_of_site(imprint.lang, &imprint.edition)),
        ("url", imprint.address.clone()),
        ("note", ["Data: ", &sources(figure)].concat()),
    ];
    let mut out = ["@misc{", key, "-", &imprint.edition, ",\n"].concat();
    for (name, value) in fields {
        // Double braces keep words as they are written; addresses and years are no words.
        let value = match name {
            "url" | "year" => value,
            _ => ["{", &escaped(&value), "}"].concat(),
        };
        for part in ["  ", name, " = {", &value, "},\n"] {
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

fn ris(Cited { figure, title, imprint, .. }: Cited) -> String {
    let data = ["Data: ", &sources(figure)].concat();
    let lines = [
        ("TY", "DATA"),
        ("TI", title),
        ("AU", words::SITE),
        ("PY", year(imprint)),
        ("ET", &imprint.edition),
        ("AB", &figure.summary),
        ("N1", &data),
        ("UR", &imprint.address),
        ("ER", ""),
    ];
    lines.iter().flat_map(|(tag, value)| [tag, "  - ", value, "\r\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Source, plain};
    use crate::view::Lang;

    fn cited(form: Citation) -> String {
        let line = "Lives: A publisher, a table. A licence.".to_owned();
        let source = Source { line, publishers: Vec::new(), licences: Vec::new(), in_development: false };
        let title = "70% of A & B have {more}";
        let figure = Figure { id: "relate", summary: "It is so.".into(), sources: vec![source], ..plain::figure() };
        let address = "https://example.org/?areas=E06000009&x=a_b".to_owned();
        let imprint = Imprint { address, edition: "2026-06".into(), zoom: None, lang: Lang::English };
        form.of(Cited { figure: &figure, title, key: "healthy-years-relate", imprint: &imprint })
    }

    #[test]
    fn a_text_names_site_year_title_edition_address_and_sources() {
        assert_eq!(
            cited(Citation::Text),
            "Healthy Years (2026). 70% of A & B have {more}. Healthy Years, edition 2026-06. \
             https://example.org/?areas=E06000009&x=a_b. Data: Lives: A publisher, a table. A licence."
        );
    }

    /// What BibTeX reads as commands is taken apart; an address stays as it is.
    #[test]
    fn bibtex_is_an_entry_without_commands() {
        assert_eq!(
            cited(Citation::Bibtex),
            "@misc{healthy-years-relate-2026-06,\n  author = {{Healthy Years}},\n  title = {{70\\% of A \\& B have more}},\n  \
             year = {2026},\n  howpublished = {{Healthy Years, edition 2026-06}},\n  \
             url = {https://example.org/?areas=E06000009&x=a_b},\n  note = {{Data: Lives: A publisher, a table. A licence.}},\n}\n"
        );
    }

    #[test]
    fn ris_is_a_record_of_tagged_lines() {
        assert_eq!(
            cited(Citation::Ris),
            "TY  - DATA\r\nTI  - 70% of A & B have {more}\r\nAU  - Healthy Years\r\nPY  - 2026\r\nET  - 2026-06\r\n\
             AB  - It is so.\r\nN1  - Data: Lives: A publisher, a table. A licence.\r\nUR  - https://example.org/?areas=E06000009&x=a_b\r\nER  - \r\n"
        );
    }
}

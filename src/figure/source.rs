//! Where the numbers of a figure are from.

use crate::model::Indicator;
use crate::view::Lang;
use crate::words;

/// Where numbers of a figure are from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What is from there, publisher, release and licence, as a sentence or two.
    pub line: String,
    /// The publishers alone, each once: for pictures, which have little room.
    pub publishers: Vec<String>,
    /// The licences, each once.
    pub licences: Vec<String>,
    /// Whether its publisher calls any of it official statistics in development.
    pub in_development: bool,
}

impl Source {
    /// The source of an indicator.
    pub(super) fn of(lang: Lang, indicator: &Indicator) -> Source {
        Source::of_all(words::source(lang, indicator), [indicator])
    }

    /// A line that stands for the sources of several indicators.
    pub(super) fn of_all<'a>(line: String, indicators: impl IntoIterator<Item = &'a Indicator>) -> Source {
        let mut source = Source { line, publishers: Vec::new(), licences: Vec::new(), in_development: false };
        for indicator in indicators {
            once(&mut source.publishers, &indicator.about.publisher);
            once(&mut source.licences, &indicator.about.licence);
            source.in_development |= indicator.in_development;
        }
        source
    }

    /// A table of the Office for National Statistics that is no indicator's.
    pub(super) fn of_statistics_office(line: String, in_development: bool) -> Source {
        let [publishers, licences] = [words::STATISTICS_OFFICE, words::OPEN_GOVERNMENT].map(|one| vec![one.to_owned()]);
        Source { line, publishers, licences, in_development }
    }
}

fn once(all: &mut Vec<String>, one: &str) {
    if !all.iter().any(|other| other == one) {
        all.push(one.to_owned());
    }
}

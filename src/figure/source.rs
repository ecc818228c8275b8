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
}

impl Source {
    /// The source of an indicator.
    pub(super) fn of(lang: Lang, indicator: &Indicator) -> Source {
        Source::of_all(words::source(lang, indicator), [indicator])
    }

    /// A line that stands for the sources of several indicators.
    pub(super) fn of_all<'a>(line: String, indicators: impl IntoIterator<Item = &'a Indicator>) -> Source {
        let mut publishers = Vec::new();
        for indicator in indicators {
            let publisher = &indicator.about.publisher;
            if !publishers.contains(publisher) {
                publishers.push(publisher.clone());
            }
        }
        Source { line, publishers }
    }

    /// A table of the Office for National Statistics that is no indicator's.
    pub(super) fn of_statistics_office(line: String) -> Source {
        Source { line, publishers: vec![words::STATISTICS_OFFICE.to_owned()] }
    }
}

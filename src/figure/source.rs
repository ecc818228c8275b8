//! Where the numbers of a figure are from.

use crate::model::{Indicator, IndicatorId};
use crate::order;
use crate::view::Lang;
use crate::words;

/// Where numbers of a figure are from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What is from there, publisher, release and licence, as a sentence or two.
    pub line: String,
    /// The publishers alone, for pictures, which have little room.
    pub publishers: Vec<String>,
    /// The licences.
    pub licences: Vec<String>,
    /// Whether it is healthy life expectancy, and its publisher calls that official statistics in development.
    pub in_development: bool,
}

impl Source {
    /// The publishers of several sources, each once; several may stand in one text with semicolons between.
    pub fn publishers_of(sources: &[Source]) -> Vec<&str> {
        distinct(sources.iter().flat_map(|source| &source.publishers).flat_map(|several| several.split("; ")))
    }

    /// The licences of several sources, each once.
    pub fn licences_of(sources: &[Source]) -> Vec<&str> {
        distinct(sources.iter().flat_map(|source| &source.licences).map(String::as_str))
    }

    /// The source of an indicator.
    pub(super) fn of(lang: Lang, indicator: &Indicator) -> Source {
        let mut source = Source::of_publisher(words::source(lang, indicator), &indicator.about.publisher);
        source.licences = vec![indicator.about.licence.clone()];
        source.in_development =
            indicator.in_development && indicator.id.as_str() == IndicatorId::HEALTHY_LIFE_EXPECTANCY;
        source
    }

    /// The sources of many indicators in one: their publishers, those of most first, each with how many, and their licences.
    pub(super) fn of_many(lang: Lang, indicators: &[&Indicator]) -> Source {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for about in indicators.iter().map(|indicator| &indicator.about) {
            match counts.iter_mut().find(|(publisher, _)| *publisher == about.publisher) {
                Some((_, count)) => *count += 1,
                None => counts.push((&about.publisher, 1)),
            }
        }
        order::sort_by_key(&mut counts, |(_, count)| core::cmp::Reverse(*count));
        let line = words::sources_of_many(lang, &counts);
        let publishers = counts.iter().map(|(publisher, _)| (*publisher).to_owned()).collect();
        let licences = distinct(indicators.iter().map(|indicator| indicator.about.licence.as_str()));
        let licences = licences.into_iter().map(str::to_owned).collect();
        Source { line, publishers, licences, in_development: false }
    }

    /// A table under the Open Government Licence that is no indicator's.
    pub(super) fn of_publisher(line: String, publisher: &str) -> Source {
        let licences = vec![words::OPEN_GOVERNMENT.to_owned()];
        Source { line, publishers: vec![publisher.to_owned()], licences, in_development: false }
    }

    /// A table of healthy life expectancy of the Office for National Statistics that is no indicator's.
    pub(super) fn of_lives(line: String) -> Source {
        Source { in_development: true, ..Source::of_publisher(line, words::STATISTICS_OFFICE) }
    }
}

/// Each once, in order.
fn distinct<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut once: Vec<&str> = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

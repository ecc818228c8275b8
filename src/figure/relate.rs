//! Relate: how a circumstance goes together with an outcome, areas as points.

use crate::model::{AreaKind, Atlas, Code, Estimate, Listed, Mark, Missing, Nation};
use crate::order;
use crate::view::{Grouping, View};
use crate::words::{self, Facts, Link, RelationWords};

use super::data::{Data, Pair, Place};
use super::missing::grouped_missing;
use super::relation::{Relation, noise_share};
use super::{Axis, Chosen, Figure, FigureError, Marks, Point, Reading, RelateMarks, Source, Table, table};

/// Builds the figure. The view must be settled; every column it needs must be loaded.
pub fn relate(atlas: &Atlas, view: &View) -> Result<Figure, FigureError> {
    Ok(Figure { table: table(atlas, view)?, ..without_table(atlas, view)? })
}

/// The figure with an empty table, for those who ask for its table only when it is opened.
pub fn without_table(atlas: &Atlas, view: &View) -> Result<Figure, FigureError> {
    let data = Data::of(atlas, view)?;
    let pairs = data.pairs();
    let relation = Relation::of(&pairs);
    let (scope, place) = (data.scope_words(), data.place_words());
    let words = data.words(&scope, &place);
    let link = relation.as_ref().map_or(Link::TooFew, |relation| relation.link);
    let coverage = words.coverage(pairs.len(), data.measured().len());
    let summary = match &relation {
        Some(relation) => words.strength(link, &relation.strength, &coverage),
        None => words.too_few(pairs.len(), &coverage),
    };
    let facts = data.facts(&pairs, relation.as_ref());
    let chosen: Vec<Chosen> = data.chosen.iter().map(|place| Chosen::of(&data, place)).collect();
    let in_short: Vec<String> = chosen.iter().map(Chosen::short).collect();
    let drawn = data.drawn(&pairs);
    let points = data.points(&drawn, &pairs);
    let has_limits = points.iter().any(|point| point.chosen && point.limits.is_some());
    Ok(Figure {
        id: "relate",
        title: words.title(link),
        subtitle: words.subtitle(),
        summary,
        reading: words.reading(relation.is_some(), chosen.iter().any(|chosen| chosen.value.is_some())),
        alt: words.alt(link, pairs.len(), relation.as_ref().map(|relation| relation.strength.r), &in_short),
        cautions: words.cautions(&facts),
        notes: words.notes(&facts),
        noise: relation.as_ref().and_then(|relation| words.noise_in(relation.strength.r, &facts)),
        drawn: words.drawn(relation.as_ref().map(|relation| &relation.strength), has_limits),
        told_above: None,
        sources: data.sources(),
        missing: data.not_shown(&words),
        coverage,
        table: Table::default(),
        chosen,
        marks: Marks::Relate(RelateMarks {
            x: Axis { label: words.x_label(), prefix: data.x.unit.prefix.clone(), suffix: data.x.unit.suffix.clone() },
            y: Axis { label: words.y_label(), prefix: String::new(), suffix: String::new() },
            line: relation.as_ref().map(|relation| relation.fit(&pairs)),
            groups: data.groups(),
            points,
        }),
        readings: drawn.iter().map(|pair| data.reading(pair)).collect(),
    })
}

impl<'a> Data<'a> {
    /// What sentences are made of, for the places of [`Data::scope_words`] and [`Data::place_words`].
    pub(super) fn words<'b>(&'b self, scope: &'b str, place: &'b str) -> RelationWords<'b> {
        RelationWords {
            lang: self.lang,
            x: self.x,
            x_period: self.x_period,
            y: self.view.y,
            y_period: self.y.period,
            sex: self.view.sex,
            scope,
            place,
            sized: self.view.size,
        }
    }

    /// Where: “the UK”, “England and Wales” where the circumstance covers no more.
    pub(super) fn scope_words(&self) -> String {
        if self.scope == Code::UK && self.x.nations.len() < Nation::ALL.len() {
            let nations: Vec<&str> =
                self.x.nations.iter().map(|&nation| words::nation_name(self.lang, nation)).collect();
            return words::list(self.lang, &nations);
        }
        self.place_words()
    }

    /// Where the view looks.
    pub(super) fn place_words(&self) -> String {
        self.atlas.area(self.scope).map(|area| words::place(self.lang, area)).unwrap_or_default()
    }

    /// Which areas are not in the picture, and why: without the circumstance, then without the outcome.
    fn not_shown(&self, words: &RelationWords) -> Vec<String> {
        let mut said = Vec::new();
        said.extend(self.not_covered());
        let measured = self.measured();
        let mut without = measured.clone();
        without.retain(|place| place.x.known().is_none());
        let missing = grouped_missing(self.lang, &measured, &without);
        if !missing.is_empty() {
            said.push(words.missing(&missing));
        }
        self.say_without_outcome(&mut said);
        said
    }

    /// The areas that could be in the picture: with the outcome, in a nation that the circumstance covers.
    fn measured(&self) -> Vec<&Place<'a>> {
        let is_measured = |place: &&Place| place.y.known().is_some() && self.covers(place.area);
        self.local.iter().filter(is_measured).collect()
    }

    /// The nations looked at that the circumstance does not cover.
    fn not_covered(&self) -> Option<String> {
        let mut missing = Vec::new();
        for nation in Nation::ALL {
            if !self.x.covers(nation) && self.local.iter().any(|place| place.area.nation() == Some(nation)) {
                missing.push(nation);
            }
        }
        (!missing.is_empty()).then(|| words::not_covered(self.lang, &missing))
    }

    /// Which areas are out of the count because they have no outcome, by reason.
    fn say_without_outcome(&self, said: &mut Vec<String>) {
        let all: Vec<&Place> = self.local.iter().filter(|place| self.covers(place.area)).collect();
        for &reason in Missing::ALL {
            let is_missing = |place: &&Place| place.y == Estimate::Missing(reason);
            let without: Vec<&Place> = all.iter().copied().filter(is_missing).collect();
            let without = grouped_missing(self.lang, &all, &without);
            if !without.is_empty() {
                said.push(words::without_outcome(self.lang, self.view.y, &without, reason));
            }
        }
    }

    fn facts(&self, pairs: &[Pair], relation: Option<&Relation>) -> Facts {
        let Some(relation) = relation else { return Facts { remarks: self.remarks(), ..Facts::default() } };
        Facts {
            has_line: true,
            r: relation.strength.r,
            rho: relation.strength.rho,
            noise_share: noise_share(pairs),
            differs_in_london: relation.strength.without_london.is_some(),
            remarks: self.remarks(),
        }
    }

    /// What is to be known about single values, counted.
    fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        for &mark in Mark::ALL {
            let marked = |place: &&Place| place.x.known().is_some_and(|known| known.mark == mark);
            let count = self.local.iter().filter(marked).count();
            if count > 0 {
                remarks.extend(words::counted_remark(self.lang, mark, count));
            }
        }
        remarks
    }

    fn sources(&self) -> Vec<Source> {
        let mut sources = Vec::new();
        for &id in self.view.y.indicators().iter().chain([&self.x.id.as_str()]) {
            sources.extend(self.atlas.indicator(id).map(|indicator| Source::of(self.lang, indicator)));
        }
        sources
    }

    fn groups(&self) -> Vec<String> {
        let mut names = Vec::new();
        for code in self.group_codes() {
            names.extend(self.atlas.area(code).map(|area| area.name.clone()));
        }
        names
    }

    /// The nations, or the regions of England and the other nations, that points are coloured by.
    fn group_codes(&self) -> Vec<Code> {
        let [england, others @ ..] = Nation::ALL.map(Nation::code);
        let mut codes = Vec::new();
        match self.view.color {
            None => return codes,
            Some(Grouping::Nation) => codes.push(england),
            Some(Grouping::Region) => codes.extend(self.atlas.areas_of(AreaKind::Region).map(|area| area.code)),
        }
        codes.extend(others);
        codes
    }

    /// What the picture shows, in its order: local areas with both figures, and chosen places of other kinds.
    fn drawn(&self, local: &[Pair<'a>]) -> Vec<Pair<'a>> {
        let mut pairs = local.to_vec();
        for place in self.chosen.iter().filter(|place| place.area.kind != AreaKind::Local) {
            pairs.extend(place.pair());
        }
        order::sort_by(&mut pairs, |a, b| {
            a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)).then(a.area.code.cmp(&b.area.code))
        });
        pairs
    }

    /// A point for each area that is drawn.
    fn points(&self, drawn: &[Pair], local: &[Pair]) -> Vec<Point> {
        let groups = self.group_codes();
        let largest = local.iter().filter_map(|pair| pair.area.population).max().unwrap_or(0);
        let landmarks = landmarks(local);
        let mut points = Vec::new();
        for pair in drawn {
            points.push(Point {
                area: pair.area.code,
                name: pair.area.name.clone(),
                x: pair.x,
                y: pair.y,
                limits: pair.limits.map(|limits| (limits.lower, limits.upper)),
                weight: self.view.size.then(|| share_of(pair.area.population, largest)),
                group: groups.iter().position(|&group| group != Code::UK && pair.area.is_within(group)),
                chosen: self.view.areas.contains(&pair.area.code),
                landmark: landmarks.contains(&pair.area.code),
            });
        }
        points
    }

    /// What pointing at an area says.
    fn reading(&self, pair: &Pair) -> Reading {
        let (lang, x) = (self.lang, self.x);
        let says = vec![
            pair.area.name.clone(),
            format!(
                "{}, {}: {}",
                words::outcome_title(lang, self.view.y),
                words::whose(lang, self.view.sex),
                words::value_with_limits(lang, pair.y, pair.limits)
            ),
            words::circumstance(lang, x, self.x_period, pair.x, None),
        ];
        Reading { area: Some(pair.area.code), says }
    }
}

fn share_of(population: Option<u32>, largest: u32) -> f64 {
    population.map_or(0.0, |population| f64::from(population) / f64::from(largest.max(1))).min(1.0)
}

/// The extremes of the picture, and its two most populous areas: named in grey where there is room.
fn landmarks(pairs: &[Pair]) -> Vec<Code> {
    let in_order = |value: fn(&Pair) -> f64| {
        let mut sorted: Vec<&Pair> = pairs.iter().collect();
        order::sort_by(&mut sorted, |a, b| value(a).total_cmp(&value(b)));
        sorted
    };
    let mut found: Vec<&Pair> = Vec::new();
    for sorted in [in_order(|pair| pair.x), in_order(|pair| pair.y)] {
        found.extend(sorted.first().copied());
        found.extend(sorted.last().copied());
    }
    let from_most_people = in_order(|pair| -pair.area.population.map_or(-1.0, f64::from));
    found.extend(from_most_people.into_iter().take(2));
    found.iter().map(|pair| pair.area.code).collect()
}

//! Relate: how a circumstance goes together with an outcome, areas as points.

use crate::model::{Area, AreaKind, Atlas, Code, Estimate, Listed, Mark, Missing, Nation};
use crate::order;
use crate::stats;
use crate::view::{Grouping, View};
use crate::words::{self, Facts, Link, RelationWords};

use super::data::{Data, Pair, coordinates};
use super::missing::grouped_missing;
use super::relation::{Relation, noise_share};
use super::{Axis, Figure, FigureError, Marks, Point, RelateMarks, findings, table};

/// Builds the figure. The view must be settled; every column it needs must be loaded.
pub fn relate(atlas: &Atlas, view: &View) -> Result<Figure, FigureError> {
    let data = Data::of(atlas, view)?;
    let pairs = data.pairs();
    let relation = Relation::of(&pairs);
    let (scope, place) = (data.scope_words(), data.place_words());
    let words = RelationWords {
        lang: data.lang,
        x: data.x,
        x_period: data.x_period,
        y: view.y,
        y_period: data.outcomes.period,
        sex: view.sex,
        scope: &scope,
        place: &place,
        sized: view.size,
    };
    let link = relation.as_ref().map_or(Link::TooFew, |relation| relation.link);
    let coverage = words.coverage(pairs.len(), data.measured().count());
    let summary = match &relation {
        Some(relation) => words.strength(link, &relation.strength, &coverage),
        None => words.too_few(pairs.len(), &coverage),
    };
    let facts = data.facts(&pairs, relation.as_ref());
    let findings = findings::of(&data);
    let chosen: Vec<String> = findings.iter().map(|finding| finding.short()).collect();
    let points = data.points(&pairs);
    Ok(Figure {
        title: words.title(link),
        subtitle: words.subtitle(),
        summary,
        reading: words.reading(relation.is_some(), pairs.iter().any(|pair| pair.limits.is_some())),
        alt: words.alt(link, pairs.len(), relation.as_ref().map(|relation| relation.strength.r), &chosen),
        cautions: words.cautions(&facts),
        notes: words.notes(&facts),
        sources: data.sources(),
        missing: data.not_shown(&words),
        coverage,
        comparisons: findings::comparisons(&data),
        table: table::of(&data, &words),
        findings,
        marks: Marks::Relate(RelateMarks {
            x: Axis { label: words.x_label(), prefix: data.x.unit.prefix.clone(), suffix: data.x.unit.suffix.clone() },
            y: Axis { label: words.y_label(), prefix: String::new(), suffix: String::new() },
            line: relation.as_ref().map(|relation| relation.fit(&pairs)),
            groups: data.groups(),
            points,
        }),
    })
}

impl<'a> Data<'a> {
    /// Where: “the UK”, “England and Wales” where the circumstance covers no more.
    fn scope_words(&self) -> String {
        if self.scope == Code::UK && self.x.nations.len() < Nation::ALL.len() {
            let nations: Vec<&str> =
                self.x.nations.iter().map(|&nation| words::nation_name(self.lang, nation)).collect();
            return words::list(self.lang, &nations);
        }
        self.place_words()
    }

    /// Where the view looks.
    fn place_words(&self) -> String {
        self.atlas.area(self.scope).map(|area| words::place(self.lang, area)).unwrap_or_default()
    }

    /// Which areas are not in the picture, and why: without the circumstance, then without the outcome.
    fn not_shown(&self, words: &RelationWords) -> Vec<String> {
        let areas: Vec<&Area> = self.measured().collect();
        let missing = grouped_missing(self.lang, &areas, |area| self.x_of(area).known().is_none());
        let missing = (!missing.is_empty()).then(|| words.missing(&missing));
        self.not_covered().into_iter().chain(missing).chain(self.without_outcome()).collect()
    }

    /// The areas that could be in the picture: with the outcome, in a nation that the circumstance is measured in.
    fn measured(&self) -> impl Iterator<Item = &'a Area> + '_ {
        let covered = |area: &Area| area.nation().is_some_and(|nation| self.x.covers(nation));
        self.with_outcome().map(|(area, _)| area).filter(move |area| covered(area))
    }

    /// The nations looked at that the circumstance is not measured in.
    fn not_covered(&self) -> Option<String> {
        let looked_at = |nation: Nation| self.local_areas().any(|area| area.nation() == Some(nation));
        let missing: Vec<Nation> =
            Nation::ALL.into_iter().filter(|&nation| !self.x.covers(nation) && looked_at(nation)).collect();
        (!missing.is_empty()).then(|| words::not_covered(self.lang, &missing))
    }

    /// Which areas are out of the count because they have no outcome, by reason.
    fn without_outcome(&self) -> Vec<String> {
        let why = |area: &Area| match self.y_of(area) {
            Estimate::Known(_) => None,
            Estimate::Missing(why) => Some(why),
        };
        let all: Vec<&Area> = self.local_areas().collect();
        let of = |reason: Missing| grouped_missing(self.lang, &all, |area| why(area) == Some(reason));
        let reasons = Missing::ALL.iter().map(|&reason| (reason, of(reason)));
        let found = reasons.filter(|(_, areas)| !areas.is_empty());
        found.map(|(reason, areas)| words::without_outcome(self.lang, self.view.y, &areas, reason)).collect()
    }

    fn facts(&self, pairs: &[Pair], relation: Option<&Relation>) -> Facts {
        let Some(relation) = relation else { return Facts { remarks: self.remarks(), ..Facts::default() } };
        Facts {
            has_line: true,
            rho: stats::spearman(&coordinates(pairs)).ok(),
            noise_share: noise_share(pairs),
            differs_in_london: relation.strength.without_london.is_some(),
            remarks: self.remarks(),
        }
    }

    /// What is to be known about single values, counted.
    fn remarks(&self) -> Vec<String> {
        let mut marks: Vec<Mark> =
            self.local_areas().filter_map(|area| self.x_of(area).known()).map(|known| known.mark).collect();
        order::sort_by_key(&mut marks, |mark| *mark);
        let counted = marks.chunk_by(|a, b| a == b);
        counted.filter_map(|same| words::counted_remark(self.lang, *same.first()?, same.len())).collect()
    }

    fn sources(&self) -> Vec<String> {
        let outcomes = self.view.y.indicators();
        let all = outcomes.iter().filter_map(|id| self.atlas.indicator(id)).chain([self.x]);
        all.map(|indicator| words::source(self.lang, indicator)).collect()
    }

    fn groups(&self) -> Vec<String> {
        self.group_codes().iter().filter_map(|&code| self.atlas.area(code)).map(|area| area.name.clone()).collect()
    }

    /// The nations, or the regions of England and the other nations, that points are coloured by.
    fn group_codes(&self) -> Vec<Code> {
        let nations = Nation::ALL.map(Nation::code);
        match self.view.color {
            None => Vec::new(),
            Some(Grouping::Nation) => nations.to_vec(),
            Some(Grouping::Region) => {
                let regions = self.atlas.areas_of(AreaKind::Region).map(|area| area.code);
                regions.chain(nations.into_iter().skip(1)).collect()
            }
        }
    }

    /// Every point of the picture: local areas with both figures, and chosen places of other kinds.
    fn points(&self, pairs: &[Pair<'a>]) -> Vec<Point> {
        let groups = self.group_codes();
        let largest = pairs.iter().filter_map(|pair| pair.area.population).max().unwrap_or(0);
        let landmarks = landmarks(pairs);
        let local: Vec<Code> = pairs.iter().map(|pair| pair.area.code).collect();
        let others = self.chosen().filter(|area| area.kind != AreaKind::Local && !local.contains(&area.code));
        let others = others.filter_map(|area| self.pair(area));
        let mut points: Vec<Point> = pairs
            .iter()
            .copied()
            .chain(others)
            .map(|pair| Point {
                area: pair.area.code,
                name: pair.area.name.clone(),
                x: pair.x,
                y: pair.y,
                limits: pair.limits.map(|limits| (limits.lower, limits.upper)),
                weight: self.view.size.then(|| share_of(pair.area.population, largest)),
                group: groups.iter().position(|&group| group != Code::UK && pair.area.is_within(group)),
                chosen: self.view.areas.contains(&pair.area.code),
                landmark: landmarks.contains(&pair.area.code),
                says: self.says(&pair),
            })
            .collect();
        order::sort_by(&mut points, |a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)).then(a.area.cmp(&b.area)));
        points
    }

    fn says(&self, pair: &Pair) -> Vec<String> {
        let (lang, x) = (self.lang, self.x);
        vec![
            pair.area.name.clone(),
            format!(
                "{}, {}: {}",
                words::outcome_title(lang, self.view.y),
                words::whose(lang, self.view.sex),
                words::value_with_limits(lang, pair.y, pair.limits)
            ),
            format!("{}: {}", x.name, words::amount(lang, &x.unit, pair.x, x.decimals)),
        ]
    }
}

fn share_of(population: Option<u32>, largest: u32) -> f64 {
    population.map_or(0.0, |population| f64::from(population) / f64::from(largest.max(1))).min(1.0)
}

/// The extremes of the picture, and its two most populous areas: named in grey where there is room.
fn landmarks(pairs: &[Pair]) -> Vec<Code> {
    let by = |value: fn(&Pair) -> f64| {
        let least = pairs.iter().min_by(|a, b| value(a).total_cmp(&value(b)));
        let most = pairs.iter().max_by(|a, b| value(a).total_cmp(&value(b)));
        [least, most]
    };
    let mut populous: Vec<&Pair> = pairs.iter().collect();
    order::sort_by_key(&mut populous, |pair| core::cmp::Reverse(pair.area.population));
    let extremes = [by(|pair| pair.x), by(|pair| pair.y)].into_iter().flatten().flatten();
    extremes.chain(populous.into_iter().take(2)).map(|pair| pair.area.code).collect()
}

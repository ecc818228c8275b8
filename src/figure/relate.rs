//! Relate: how a circumstance goes together with an outcome, areas as points.

use crate::model::{Area, AreaKind, Atlas, Code, ColumnKey, Estimate, Indicator, Known, Limits, Nation, Period};
use crate::stats::{self, FEWEST_FOR_A_LINE, Interval};
use crate::view::{Grouping, Lang, View};
use crate::words::{self, Facts, Link, RelationWords};

use super::missing::grouped_missing;
use super::outcome::{Outcomes, UNKNOWN};
use super::{Axis, Figure, FigureError, Fit, Marks, Point, RelateMarks, findings, table};

/// |r| under this is called little or no link, whatever its interval.
const WEAKEST_LINK: f64 = 0.2;

/// r without London is mentioned when it differs from r by more than this.
const LONDON_MATTERS: f64 = 0.1;

/// Points that the confidence band is drawn through.
const BAND_STEPS: u8 = 24;

/// The two measures of a relate figure for every area, and which areas it is about.
pub(super) struct Data<'a> {
    pub atlas: &'a Atlas,
    pub view: &'a View,
    pub lang: Lang,
    /// The circumstance.
    pub x: &'a Indicator,
    pub x_period: Period,
    pub outcomes: Outcomes,
    /// The nation, region or country looked at.
    pub scope: Code,
}

/// An area that has both figures.
#[derive(Clone, Copy)]
struct Pair<'a> {
    area: &'a Area,
    x: f64,
    y: f64,
    limits: Option<Limits>,
}

/// Builds the figure. The view must be settled; every column it needs must be loaded.
pub fn relate(atlas: &Atlas, view: &View) -> Result<Figure, FigureError> {
    let data = Data::of(atlas, view)?;
    let pairs = data.pairs();
    let relation = Relation::of(&pairs);
    let scope = data.scope_words();
    let words = RelationWords {
        lang: data.lang,
        x: data.x,
        x_period: data.x_period,
        y: view.y,
        y_period: data.outcomes.period,
        sex: view.sex,
        scope: &scope,
    };
    let link = relation.as_ref().map_or(Link::TooFew, |relation| relation.link);
    let missing = data.missing();
    let coverage = words.coverage(pairs.len(), data.with_outcome().count(), &missing);
    let summary = match &relation {
        Some(relation) => words.strength(link, relation.r, relation.interval, &coverage),
        None => words.too_few(pairs.len()),
    };
    let facts = data.facts(&pairs, relation.as_ref());
    let findings = findings::of(&data);
    let chosen: Vec<String> = findings.iter().map(|finding| finding.short()).collect();
    let points = data.points(&pairs);
    Ok(Figure {
        title: words.title(link),
        subtitle: words.subtitle(),
        summary,
        reading: words.reading(),
        alt: words.alt(link, pairs.len(), relation.as_ref().map(|relation| relation.r), &chosen),
        notes: words.cautions(&facts),
        sources: data.sources(),
        coverage: format!("{}. {}", coverage, data.without_outcome()),
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
    fn of(atlas: &'a Atlas, view: &'a View) -> Result<Data<'a>, FigureError> {
        let x = atlas.indicator(view.x.as_str()).ok_or(FigureError::NoSuchIndicator)?;
        let x_period = atlas.periods(view.x.as_str(), None).last().ok_or(FigureError::CircumstanceNotLoaded)?;
        let outcomes = Outcomes::of(atlas, view)?;
        let scope = match (x.national_index, x.nations.as_slice(), view.within) {
            (true, [nation], Code::UK) => nation.code(),
            _ => view.within,
        };
        Ok(Data { atlas, view, lang: view.lang, x, x_period, outcomes, scope })
    }

    /// The circumstance in an area.
    pub fn x_of(&self, area: &Area) -> Estimate {
        let key = ColumnKey { indicator: self.x.id.clone(), sex: None, period: self.x_period };
        self.atlas.estimate(&key, area.code)
    }

    /// The outcome in an area.
    pub fn y_of(&self, area: &Area) -> Estimate {
        let at = self.atlas.position(area.code);
        at.and_then(|at| self.outcomes.column.get(at).copied()).unwrap_or(UNKNOWN)
    }

    /// The local areas looked at, in code order.
    pub fn local_areas(&self) -> impl Iterator<Item = &'a Area> + '_ {
        self.atlas.areas_of(AreaKind::Local).filter(|area| area.is_within(self.scope))
    }

    /// The local areas looked at that have the outcome, with it.
    pub fn with_outcome(&self) -> impl Iterator<Item = (&'a Area, Known)> + '_ {
        self.local_areas().filter_map(|area| Some((area, self.y_of(area).known()?)))
    }

    /// The chosen places, in the order chosen.
    pub fn chosen(&self) -> impl Iterator<Item = &'a Area> + '_ {
        self.view.areas.iter().filter_map(|&code| self.atlas.area(code))
    }

    fn pair(&self, area: &'a Area) -> Option<Pair<'a>> {
        let y = self.y_of(area).known()?;
        Some(Pair { area, x: self.x_of(area).known()?.value, y: y.value, limits: y.limits })
    }

    /// The local areas that have both figures, in code order.
    fn pairs(&self) -> Vec<Pair<'a>> {
        self.local_areas().filter_map(|area| self.pair(area)).collect()
    }

    /// Where: “the UK”, “England and Wales” where the circumstance covers no more.
    fn scope_words(&self) -> String {
        if self.scope == Code::UK && self.x.nations.len() < Nation::ALL.len() {
            let nations: Vec<&str> =
                self.x.nations.iter().map(|&nation| words::nation_name(self.lang, nation)).collect();
            return words::list(self.lang, &nations);
        }
        self.atlas.area(self.scope).map(|area| words::place(self.lang, area)).unwrap_or_default()
    }

    /// Areas with the outcome but without the circumstance, whole nations together.
    fn missing(&self) -> Vec<String> {
        let areas: Vec<&Area> = self.with_outcome().map(|(area, _)| area).collect();
        grouped_missing(self.lang, &areas, |area| self.x_of(area).known().is_none())
    }

    /// Which areas are out of the count because they have no outcome, and why.
    fn without_outcome(&self) -> String {
        let areas: Vec<String> = self
            .local_areas()
            .filter_map(|area| match self.y_of(area) {
                Estimate::Known(_) => None,
                Estimate::Missing(why) => {
                    let why = words::missing_reason(self.lang, why);
                    Some(format!("{} ({why})", words::place(self.lang, area)))
                }
            })
            .collect();
        words::without_outcome(self.lang, self.view.y, &areas)
    }

    fn facts(&self, pairs: &[Pair], relation: Option<&Relation>) -> Facts {
        let Some(relation) = relation else { return Facts { remarks: self.remarks(), ..Facts::default() } };
        Facts {
            has_line: true,
            rho: stats::spearman(&coordinates(pairs)).ok(),
            noise_share: noise_share(pairs),
            r_without_london: without_london(pairs, relation.r),
            remarks: self.remarks(),
        }
    }

    /// What is to be known about single values, counted.
    fn remarks(&self) -> Vec<String> {
        let mut counts = std::collections::BTreeMap::new();
        for known in self.local_areas().filter_map(|area| self.x_of(area).known()) {
            *counts.entry(known.mark).or_insert(0_usize) += 1;
        }
        counts.into_iter().filter_map(|(mark, n)| words::counted_remark(self.lang, mark, n)).collect()
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
        let others = self.chosen().filter(|area| !local.contains(&area.code)).filter_map(|area| self.pair(area));
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
        points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)).then(a.area.cmp(&b.area)));
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

fn coordinates(pairs: &[Pair]) -> Vec<(f64, f64)> {
    pairs.iter().map(|pair| (pair.x, pair.y)).collect()
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
    populous.sort_by_key(|pair| core::cmp::Reverse(pair.area.population));
    let extremes = [by(|pair| pair.x), by(|pair| pair.y)].into_iter().flatten().flatten();
    extremes.chain(populous.into_iter().take(2)).map(|pair| pair.area.code).collect()
}

/// How two measures go together over areas.
struct Relation {
    r: f64,
    interval: Interval,
    link: Link,
    line: stats::Line,
}

impl Relation {
    /// The relation; none under [`FEWEST_FOR_A_LINE`] areas or where one measure is the same everywhere.
    fn of(pairs: &[Pair]) -> Option<Relation> {
        if pairs.len() < FEWEST_FOR_A_LINE {
            return None;
        }
        let points = coordinates(pairs);
        let pearson = stats::pearson(&points).ok()?;
        let line = stats::fit(&points).ok()?;
        let link = match pearson.r {
            r if r.abs() < WEAKEST_LINK || pearson.interval.contains(0.0) => Link::None,
            r if r > 0.0 => Link::Together,
            _ => Link::Apart,
        };
        Some(Relation { r: pearson.r, interval: pearson.interval, link, line })
    }

    fn fit(&self, pairs: &[Pair]) -> Fit {
        let least = pairs.iter().map(|pair| pair.x).fold(f64::INFINITY, f64::min);
        let most = pairs.iter().map(|pair| pair.x).fold(f64::NEG_INFINITY, f64::max);
        let at = |step: u8| least + (most - least) * f64::from(step) / f64::from(BAND_STEPS);
        let band = (0..=BAND_STEPS).map(at).filter_map(|x| {
            let Interval { lower, upper } = self.line.confidence(x).ok()?;
            Some((x, lower, upper))
        });
        Fit { intercept: self.line.intercept, slope: self.line.slope, band: band.collect() }
    }
}

/// Share of the outcome's variance between areas that is sampling error: mean squared standard error over
/// variance. None where an area has no limits.
fn noise_share(pairs: &[Pair]) -> Option<f64> {
    let errors: Option<Vec<f64>> = pairs.iter().map(|pair| pair.limits.map(Limits::standard_error)).collect();
    let noise = errors?.iter().map(|error| error * error).sum::<f64>();
    let mean = pairs.iter().map(|pair| pair.y).sum::<f64>() / count(pairs.len());
    let spread = pairs.iter().map(|pair| (pair.y - mean) * (pair.y - mean)).sum::<f64>();
    (spread > 0.0).then(|| (noise / spread).min(1.0))
}

#[expect(clippy::cast_precision_loss, reason = "a count of areas")]
fn count(n: usize) -> f64 {
    n as f64
}

fn without_london(pairs: &[Pair], r: f64) -> Option<f64> {
    let rest: Vec<Pair> = pairs.iter().copied().filter(|pair| !pair.area.is_within(Code::LONDON)).collect();
    if rest.len() == pairs.len() || rest.len() < FEWEST_FOR_A_LINE {
        return None;
    }
    let without = stats::pearson(&coordinates(&rest)).ok()?.r;
    ((without - r).abs() > LONDON_MATTERS).then_some(without)
}

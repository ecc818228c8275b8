//! Map: where a measure is high and low, on the geographic map and on one where each local area is a hexagon.

use crate::codec::TablePack;
use crate::facts::{Comparison, MapClass, Outcomes, Shade};
use crate::model::borders::Borders;
use crate::model::{
    Area, AreaKind, Atlas, Code, Column, Direction, Estimate, HexagonMap, Indicator, Known, Listed, Missing, Nation,
    Period, Sex,
};
use crate::order;
use crate::stats::{ClassBreaks, class_breaks};
use crate::view::{Outcome, View};
use crate::words::{self, MapWords, Measured, Neighbours};

use super::data::Place;
use super::missing::grouped_missing;
use super::ways::{on_hexagons, on_the_ground};
use super::{
    Cell, Chosen, Figure, FigureError, Headline, Marks, Reading, Row, Source, Table, TableColumn, Ways, by_text,
    not_loaded,
};

/// The keys of the columns, in their order; a view is sorted by one of them.
pub(super) const KEYS: [&str; 6] = ["place", "region", "value", "lower", "upper", "class"];

/// The figures' ids.
pub(super) const IDS: [&str; 2] = ["map", "hexagons"];

/// The most classes of a map: more could not be told from one another in grey.
pub const CLASSES: usize = 5;

/// The marks of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapMarks {
    /// What is mapped and its unit: what stands above the legend.
    pub measure: String,
    /// The classes from the lowest; then areas without a figure, and those that are not looked at, where there are any.
    pub classes: Vec<MapClass>,
    /// Every local area, by name: the figure's readings are in the same order.
    pub areas: Vec<MapArea>,
    /// Where they lie.
    pub ground: Ground,
    /// Where arrow keys lead from each.
    pub ways: Vec<Ways>,
}

/// An area of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapArea {
    /// The area.
    pub area: Code,
    /// Its everyday name.
    pub name: String,
    /// The region of England or the other nation that it lies in.
    pub around: Code,
    /// Its position among the classes.
    pub class: usize,
    /// Whether it is one of the chosen: outlined in the accent and labelled.
    pub chosen: bool,
}

/// Where the areas of a map lie.
#[derive(Debug, Clone, PartialEq)]
pub enum Ground {
    /// As they do on the ground, save for insets.
    Geographic(Borders, Vec<Inset>),
    /// Each on its hexagon.
    Hexagons(HexagonMap),
}

/// Areas that are drawn beside the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Inset {
    /// What stands above it.
    pub name: String,
    /// Its areas.
    pub areas: Vec<Code>,
    /// Whether it is larger than the rest, and the map shows where it belongs; else it is as large, and only moved.
    pub enlarged: bool,
}

/// Local areas that lie so far north that the map would have to be a fifth smaller for them: Orkney, Shetland.
const FAR_NORTH: [&str; 2] = ["S12000023", "S12000027"];

/// What is mapped, for every local area.
struct Data<'a> {
    atlas: &'a Atlas,
    view: &'a View,
    what: What<'a>,
    /// The nation, region or country looked at.
    scope: &'a Area,
    /// Every local area, in code order, and its figure.
    places: Vec<(&'a Area, Estimate)>,
    breaks: ClassBreaks,
}

/// The measure.
enum What<'a> {
    Outcome(Outcomes<'a>),
    Circumstance(&'a Indicator, Period, &'a Column),
}

/// The geographic map and the hexagon map, without their tables. The view must be settled.
pub fn maps(atlas: &Atlas, view: &View) -> Result<Vec<Figure>, FigureError> {
    let tables = &atlas.tables;
    let borders = tables.borders.as_ref().ok_or_else(|| not_loaded(TablePack::Borders))?;
    let hexagons = tables.hexagons.as_ref().ok_or_else(|| not_loaded(TablePack::Hexagons))?;
    let data = Data::of(atlas, view)?;
    let local = |take: &dyn Fn(&Area) -> bool| -> Vec<Code> {
        atlas.areas_of(AreaKind::Local).filter(|area| take(area)).map(|area| area.code).collect()
    };
    let mut insets = Vec::new();
    let mut inset = |name: &str, areas, enlarged| insets.push(Inset { name: name.to_owned(), areas, enlarged });
    if data.looked_at().any(|(area, _)| area.is_within(Code::LONDON)) {
        inset(words::london_inset(view.lang), local(&|area| area.is_within(Code::LONDON)), true);
    }
    let is_far_north = |area: &Area| FAR_NORTH.contains(&area.code.to_string().as_str());
    inset(words::northern_inset(view.lang), local(&is_far_north), false);
    let neighbours = data.neighbours(borders);
    Ok(vec![
        data.figure(IDS[0], Ground::Geographic(borders.clone(), insets), neighbours),
        data.figure(IDS[1], Ground::Hexagons(hexagons.clone()), neighbours),
    ])
}

/// The table of the maps, sorted as the view says: else by name, chosen places first.
pub fn map_table(atlas: &Atlas, view: &View, _: &str) -> Result<Table, FigureError> {
    let data = Data::of(atlas, view)?;
    Ok(data.table(&data.words()))
}

/// The headline of the map's page: true of what the view shows.
pub fn map_headline(atlas: &Atlas, view: &View) -> Result<Headline, FigureError> {
    let borders = atlas.tables.borders.as_ref().ok_or_else(|| not_loaded(TablePack::Borders))?;
    let data = Data::of(atlas, view)?;
    let words = data.words();
    Ok(Headline { text: words.headline(&data.classes(&words)), basis: words.basis(data.neighbours(borders)) })
}

impl<'a> Data<'a> {
    fn of(atlas: &'a Atlas, view: &'a View) -> Result<Data<'a>, FigureError> {
        let (what, scope) = match view.mapped() {
            None => (What::Outcome(Outcomes::of(atlas, view.y, view.sex, view.period)?), view.within),
            Some(id) => circumstance(atlas, view, id.as_str())?,
        };
        let mut places = Vec::new();
        for (at, area) in atlas.areas.iter().enumerate().filter(|(_, area)| area.kind == AreaKind::Local) {
            places.push((area, what.at(at)));
        }
        let scope = atlas.area(scope).ok_or(FigureError::NothingThere("areas"))?;
        let breaks = breaks(atlas, &what)?;
        Ok(Data { atlas, view, what, scope, places, breaks })
    }

    fn words(&self) -> MapWords<'a> {
        let what = match &self.what {
            What::Outcome(outcomes) => Measured::Outcome(outcomes.outcome, outcomes.sex),
            What::Circumstance(x, ..) => Measured::Circumstance(x),
        };
        MapWords { lang: self.view.lang, what, period: self.what.period(), scope: self.scope }
    }

    fn figure(&self, id: &'static str, ground: Ground, neighbours: Option<Neighbours>) -> Figure {
        let words = self.words();
        let classes = self.classes(&words);
        let is_hexagons = matches!(ground, Ground::Hexagons(_));
        let mut areas = self.areas(&words, &classes);
        order::sort_by(&mut areas, |a, b| a.0.name.cmp(&b.0.name));
        let (areas, readings): (Vec<MapArea>, Vec<Reading>) = areas.into_iter().unzip();
        let codes: Vec<Code> = areas.iter().map(|area| area.area).collect();
        let ways = match &ground {
            Ground::Geographic(borders, _) => on_the_ground(borders, &codes),
            Ground::Hexagons(map) => on_hexagons(map, &codes),
        };
        let (known, all) = (self.known().count(), self.looked_at().count());
        let chosen: Vec<Chosen> = self.view.areas.iter().filter_map(|&code| self.chosen(&words, code)).collect();
        Figure {
            id,
            title: words.title(is_hexagons, &classes, self.foremost(&classes)),
            subtitle: words.subtitle(is_hexagons, dark_is_low(&self.what)),
            summary: words.summary(&classes, known, all, neighbours),
            cautions: words.cautions(neighbours),
            reading: words.reading(is_hexagons),
            alt: words.alt(is_hexagons, &classes, &chosen.iter().map(Chosen::short).collect::<Vec<_>>()),
            notes: words.notes(is_hexagons),
            noise: None,
            drawn: String::new(),
            told_above: None,
            sources: self.sources(&words, is_hexagons),
            coverage: words.coverage(known, all),
            missing: self.missing(&words),
            chosen,
            table: Table::default(),
            marks: Marks::Map(MapMarks { measure: words.legend(), classes, areas, ground, ways }),
            readings,
        }
    }

    /// The local areas that are looked at, with their figures.
    fn looked_at(&self) -> impl Iterator<Item = (&'a Area, Estimate)> {
        self.places.iter().copied().filter(|(area, _)| area.is_within(self.scope.code))
    }

    fn known(&self) -> impl Iterator<Item = (&'a Area, f64)> {
        self.looked_at().filter_map(|(area, figure)| Some((area, figure.known()?.value)))
    }

    /// The classes with how many of the areas looked at are in each.
    fn classes(&self, words: &MapWords) -> Vec<MapClass> {
        let last = self.breaks.breaks.len();
        let mut classes = Vec::new();
        for class in 0..=last {
            let count = self.known().filter(|(_, value)| self.breaks.class_of(*value) == Some(class)).count();
            let from_dark = if dark_is_low(&self.what) { class } else { last - class };
            let step = (from_dark * (CLASSES - 1)).checked_div(last).unwrap_or(CLASSES / 2);
            let label = words.class(&self.breaks.breaks, class);
            classes.push(MapClass { label, count, shade: Shade::Step(step) });
        }
        let missing = self.looked_at().count() - self.known().count();
        let outside = self.places.len() - self.looked_at().count();
        for (count, shade) in [(missing, Shade::Missing), (outside, Shade::Outside)] {
            if count > 0 {
                classes.push(MapClass { label: words.without_class(shade == Shade::Missing), count, shade });
            }
        }
        classes
    }

    /// Every local area with what pointing at it says.
    fn areas(&self, words: &MapWords, classes: &[MapClass]) -> Vec<(MapArea, Reading)> {
        let with = |shade| classes.iter().position(|class| class.shade == shade).unwrap_or_default();
        let mut areas = Vec::new();
        for &(area, figure) in &self.places {
            let mut says = vec![area.name.clone()];
            let class = match figure {
                _ if !area.is_within(self.scope.code) => {
                    says.push(words.outside());
                    with(Shade::Outside)
                }
                Estimate::Missing(why) => {
                    says.push(words.no_figure(why));
                    with(Shade::Missing)
                }
                Estimate::Known(known) => {
                    let class = self.breaks.class_of(known.value).unwrap_or_default();
                    says.push(words.value(&known));
                    says.extend(classes.get(class).map(|class| words.in_class(&class.label)));
                    class
                }
            };
            let chosen = self.view.areas.contains(&area.code);
            let around = around(area);
            let mark = MapArea { area: area.code, name: area.name.clone(), around, class, chosen };
            areas.push((mark, Reading { area: Some(area.code), says }));
        }
        areas
    }

    /// The region of England or other nation that has most areas in the darkest class, and how many; none where a region
    /// is looked at.
    fn foremost(&self, classes: &[MapClass]) -> Option<(&'a Area, usize)> {
        let darkest = darkest(classes)?;
        let mut best: Option<(&Area, usize)> = None;
        for around in &self.atlas.areas {
            let is_part = match around.kind {
                AreaKind::Region => self.scope.kind != AreaKind::Region,
                AreaKind::Nation => self.scope.code == Code::UK && around.code != Code::ENGLAND,
                _ => false,
            };
            let is_there = |(area, value): &(&Area, f64)| {
                area.is_within(around.code) && self.breaks.class_of(*value) == Some(darkest)
            };
            let count = if is_part { self.known().filter(is_there).count() } else { 0 };
            if count > best.map_or(0, |best| best.1) {
                best = Some((around, count));
            }
        }
        best
    }

    /// How many pairs of areas looked at share a border, and how many of them can't be told apart; none where the figures
    /// have no limits.
    fn neighbours(&self, borders: &Borders) -> Option<Neighbours> {
        let What::Outcome(outcomes) = &self.what else { return None };
        let mut pairs = Vec::new();
        for arc in borders.arcs() {
            if let (Some(left), Some(right)) = (arc.left, arc.right) {
                pairs.push((left.min(right), left.max(right)));
            }
        }
        order::sort_by_key(&mut pairs, |pair| *pair);
        pairs.dedup();
        let is_in = |code| self.atlas.area(code).is_some_and(|area| area.is_within(self.scope.code));
        let mut neighbours = Neighbours { pairs: 0, alike: 0 };
        for (one, other) in pairs.into_iter().filter(|&(one, other)| is_in(one) && is_in(other)) {
            let Ok(comparison) = Comparison::of(outcomes, one, other) else { continue };
            neighbours.pairs += 1;
            neighbours.alike += usize::from(!comparison.verdict().tells_apart());
        }
        (neighbours.pairs > 0).then_some(neighbours)
    }

    /// Which areas have no figure, and why.
    fn missing(&self, words: &MapWords) -> Vec<String> {
        let all: Vec<Place> = self.looked_at().map(|(area, figure)| Place { area, x: figure, y: figure }).collect();
        let mut said = Vec::new();
        if self.places.len() > all.len() {
            said.push(words.others());
        }
        let all: Vec<&Place> = all.iter().collect();
        for &reason in Missing::ALL {
            let without: Vec<&Place> =
                all.iter().copied().filter(|place| place.y == Estimate::Missing(reason)).collect();
            let without = grouped_missing(self.view.lang, &all, &without);
            if !without.is_empty() {
                said.push(words.missing(&without, reason));
            }
        }
        said
    }

    fn chosen(&self, words: &MapWords, code: Code) -> Option<Chosen> {
        let at = self.atlas.position(code)?;
        let area = self.atlas.areas.get(at)?;
        let value = self.what.at(at).known().map(|known| words.short_value(&known));
        Some(Chosen { area: code, name: area.name.clone(), value })
    }

    fn sources(&self, words: &MapWords, is_hexagons: bool) -> Vec<Source> {
        let ids = match &self.what {
            What::Outcome(outcomes) => outcomes.outcome.indicators().to_vec(),
            What::Circumstance(x, ..) => vec![x.id.as_str()],
        };
        let mut sources = Vec::new();
        for id in ids {
            sources.extend(self.atlas.indicator(id).map(|indicator| Source::of(self.view.lang, indicator)));
        }
        sources.push(Source::of_publisher(words.source_of_shapes(is_hexagons), words::STATISTICS_OFFICE));
        sources
    }

    fn table(&self, words: &MapWords) -> Table {
        let columns = KEYS.into_iter().zip(words.columns());
        let columns = columns
            .map(|(key, label)| TableColumn::of(key, label, !matches!(key, "place" | "region")).at(self.what.period()));
        let classes = self.classes(words);
        let mut rows: Vec<Row> =
            self.looked_at().map(|(area, figure)| self.row(words, &classes, area, figure)).collect();
        order::sort_by(&mut rows, |a, b| {
            (!a.chosen).cmp(&!b.chosen).then_with(|| by_text(a.cells.first(), b.cells.first()))
        });
        let mut table = Table { caption: words.table_caption(), columns: columns.collect(), rows };
        if let Some(sort) = &self.view.sort {
            table.sort(sort);
        }
        table
    }

    fn row(&self, words: &MapWords, classes: &[MapClass], area: &Area, figure: Estimate) -> Row {
        let around = self.atlas.area(around(area)).map(|area| area.name.clone()).unwrap_or_default();
        let mut cells = vec![Cell::Text(area.name.clone()), Cell::Text(around)];
        match figure {
            Estimate::Missing(why) => {
                let why = words::missing_reason(self.view.lang, why);
                cells.extend((2..KEYS.len()).map(|_| Cell::Missing(why.to_owned())));
            }
            Estimate::Known(Known { value, limits, .. }) => {
                let number = |value| Cell::Number { value, shown: words.amount(value) };
                let limit = |limit: Option<f64>| {
                    limit.map_or_else(|| Cell::Missing(words::no_limits(self.view.lang).to_owned()), number)
                };
                let class = self.breaks.class_of(value).unwrap_or_default();
                let label = classes.get(class).map(|class| class.label.clone()).unwrap_or_default();
                cells.extend([
                    number(value),
                    limit(limits.map(|limits| limits.lower)),
                    limit(limits.map(|limits| limits.upper)),
                    Cell::Number { value: (class + 1) as f64, shown: label },
                ]);
            }
        }
        Row { source: None, area: Some(area.code), chosen: self.view.areas.contains(&area.code), cells }
    }
}

impl What<'_> {
    fn at(&self, position: usize) -> Estimate {
        match self {
            What::Outcome(outcomes) => outcomes.at(position),
            What::Circumstance(_, _, column) => {
                column.get(position).copied().unwrap_or(Estimate::Missing(Missing::NotPublished))
            }
        }
    }

    fn period(&self) -> Period {
        match self {
            What::Outcome(outcomes) => outcomes.period,
            What::Circumstance(_, period, _) => *period,
        }
    }
}

/// A circumstance in the view's period or its latest, and where it may be looked at: an index of a nation's own is
/// compared within that nation only.
fn circumstance<'a>(atlas: &'a Atlas, view: &View, id: &str) -> Result<(What<'a>, Code), FigureError> {
    let x = atlas.indicator(id).ok_or(FigureError::NoSuchIndicator)?;
    let mut found = atlas.latest(id, None).ok_or(FigureError::CircumstanceNotLoaded)?;
    for (key, column) in atlas.columns() {
        if key.indicator == x.id && Some(key.period) == view.period {
            found = (key.period, column);
        }
    }
    let scope = match (x.national_index, x.nations.as_slice(), view.within) {
        (true, [nation], Code::UK) => nation.code(),
        _ => view.within,
    };
    Ok((What::Circumstance(x, found.0, found.1), scope))
}

/// Where the measure's classes meet: the same for both sexes and all periods, so that a colour means the same in each. They
/// are those of all figures of an outcome, and of the latest of a circumstance: pounds of twenty years ago would leave
/// nearly all of today's in one class.
fn breaks(atlas: &Atlas, what: &What) -> Result<ClassBreaks, FigureError> {
    let mut values = Vec::new();
    let mut take = |figure: &dyn Fn(usize) -> Estimate| {
        let local = atlas.areas.iter().enumerate().filter(|(_, area)| area.kind == AreaKind::Local);
        values.extend(local.filter_map(|(at, _)| figure(at).known()).map(|known| known.value));
    };
    match what {
        What::Circumstance(x, ..) => {
            let latest =
                atlas.latest(x.id.as_str(), None).map(|(period, column)| What::Circumstance(x, period, column));
            take(&|at| latest.as_ref().map_or(Estimate::Missing(Missing::NotPublished), |latest| latest.at(at)));
        }
        What::Outcome(outcomes) => {
            let first = outcomes.outcome.indicators().first().copied().unwrap_or_default();
            for &sex in Sex::ALL {
                for period in atlas.periods(first, Some(sex)) {
                    let Ok(figures) = Outcomes::of(atlas, outcomes.outcome, sex, Some(period)) else { continue };
                    // Of a period that only one part of a difference has, another's figures are given.
                    if figures.period == period {
                        take(&|at| figures.at(at));
                    }
                }
            }
        }
    }
    class_breaks(&values, CLASSES).map_err(|_| FigureError::NothingThere("figures"))
}

/// The region of an English area, the nation of others.
fn around(area: &Area) -> Code {
    area.region.or(area.nation().map(Nation::code)).unwrap_or(Code::UK)
}

/// Whether low values are drawn dark: the fewest healthy years, and the worse end of a circumstance.
fn dark_is_low(what: &What) -> bool {
    match what {
        What::Outcome(outcomes) => outcomes.outcome != Outcome::Unhealthy,
        What::Circumstance(x, ..) => x.direction == Direction::HigherIsBetter,
    }
}

/// The position of the class that is drawn darkest.
pub(crate) fn darkest(classes: &[MapClass]) -> Option<usize> {
    classes.iter().position(|class| class.shade == Shade::Step(0))
}

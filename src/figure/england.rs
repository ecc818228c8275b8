//! Every neighbourhood of England by the shares of its people in income and in employment deprivation, those of the chosen
//! places lit.

use crate::codec::TablePack;
use crate::facts::{BIN, England, Group, neighbourhoods_of};
use crate::model::{Area, AreaKind, AreaPoints, Atlas, Code, Nation, Point, Shares};
use crate::order;
use crate::view::{Lang, View};
use crate::words::{self, EnglandWords};

use super::{Axis, Cell, Chosen, Figure, FigureError, Marks, Reading, Row, Source, Table, TableColumn, not_loaded};

/// The figure's id.
pub(super) const ID: &str = "every-neighbourhood";

/// The keys of the columns, in their order.
pub(super) const KEYS: [&str; 8] = [
    "group",
    "neighbourhoods",
    "income",
    "income_least",
    "income_most",
    "employment",
    "employment_least",
    "employment_most",
];

/// A greatest share that is so many times the next is beyond the end of its axis: one neighbourhood would squeeze all others
/// together. Its dot stands at the edge and says so.
const LONE: f64 = 1.25;

/// A chosen place with more neighbourhoods than this is gone through as a whole only.
const MOST_GONE_THROUGH: usize = 500;

/// Where published data are.
const OPEN_DATA: &str = "/api/v1/neighbourhoods/";

/// The marks of a picture of all neighbourhoods. Places are pairs of shares in per cent: income, employment.
#[derive(Debug, Clone, PartialEq)]
pub struct EnglandMarks {
    /// Income deprivation, across from 0.
    pub x: Axis,
    /// Employment deprivation, up from 0.
    pub y: Axis,
    /// Where the axes end. Dots beyond stand at the edge.
    pub most: (f64, f64),
    /// Every neighbourhood, area by area.
    pub dots: Vec<EnglandDot>,
    /// The local areas that dots name by position, each with its name.
    pub places: Vec<(Code, String)>,
    /// The names of the colours, the darkest first: an equal number of tenths to each.
    pub classes: Vec<String>,
    /// The medians of each tenth, the most deprived first; none where it has no neighbourhoods.
    pub middles: Vec<Option<(f64, f64)>>,
    /// The chosen places.
    pub lit: Vec<LitPlace>,
    /// Dots that are beyond the end of an axis, by position, each with what stands at it.
    pub beyond: Vec<(usize, String)>,
    /// Where each of the figure's readings stands.
    pub stops: Vec<(f64, f64)>,
}

/// A neighbourhood: small, as there are tens of thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EnglandDot {
    /// Income deprivation, in tenths of a per cent.
    pub income: u16,
    /// Employment deprivation, in tenths of a per cent.
    pub employment: u16,
    /// From 1, the most deprived tenth.
    pub tenth: u8,
    /// The position of its local area among the places.
    pub place: u8,
}

/// A chosen place in the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct LitPlace {
    /// Its name.
    pub name: String,
    /// The medians of its neighbourhoods.
    pub middle: (f64, f64),
    /// Its neighbourhoods, by position among the dots.
    pub dots: Vec<usize>,
}

impl EnglandDot {
    const PER_CENT: f64 = 10.0;

    fn of(point: Point, place: u8) -> EnglandDot {
        let whole = |share: f64| libm::round(share * EnglandDot::PER_CENT) as u16;
        let Shares { income, employment } = point.shares;
        EnglandDot { income: whole(income), employment: whole(employment), tenth: point.tenth, place }
    }

    /// Its shares in per cent.
    pub fn shares(&self) -> Shares {
        let share = |whole: u16| f64::from(whole) / EnglandDot::PER_CENT;
        Shares { income: share(self.income), employment: share(self.employment) }
    }
}

/// All neighbourhoods, and what is chosen of them.
struct Data<'a> {
    areas: &'a [AreaPoints],
    england: England,
    /// The chosen places that have neighbourhoods of England, in the order chosen, with what they have.
    lit: Vec<(&'a Area, Group)>,
    /// The other chosen places.
    not_lit: Vec<&'a Area>,
}

/// The figure without its table.
pub(super) fn england(atlas: &Atlas, view: &View) -> Result<Figure, FigureError> {
    let data = Data::of(atlas, view)?;
    let words = data.words(view.lang);
    let readings = data.readings(atlas, &words);
    let (stops, readings): (Vec<_>, Vec<_>) = readings.into_iter().unzip();
    let chosen = data.lit.iter().map(|(area, group)| Chosen {
        area: area.code,
        name: area.name.clone(),
        value: Some(words.chosen(group)),
    });
    Ok(Figure {
        id: ID,
        title: words.title(),
        subtitle: words.subtitle(),
        summary: words.summary(&data.lit),
        cautions: words.cautions(),
        reading: words.reading(),
        alt: words.alt(&data.lit),
        notes: words.notes(),
        noise: None,
        drawn: String::new(),
        told_above: None,
        sources: vec![Source::of_publisher(words.source(), words::MINISTRY_OF_HOUSING)],
        coverage: words.coverage(),
        missing: data.not_lit.iter().map(|area| words.not_lit(area)).collect(),
        chosen: chosen.collect(),
        table: Table::default(),
        marks: Marks::England(data.marks(atlas, &words, stops)),
        readings,
    })
}

/// The table of the figure: the chosen places, then tenths, then all; sorted as the view says.
pub(super) fn table(atlas: &Atlas, view: &View) -> Result<Table, FigureError> {
    let data = Data::of(atlas, view)?;
    let words = data.words(view.lang);
    let mut columns = Vec::new();
    for (key, label) in KEYS.into_iter().zip(words.headings()) {
        columns.push(TableColumn::of(key, label, key != KEYS[0]));
    }
    let mut rows = Vec::new();
    for (area, group) in &data.lit {
        let name = Cell::Text(area.name.clone());
        let link = |of: &str| Cell::Link { shown: area.name.clone(), to: [OPEN_DATA, of, ".csv"].concat() };
        let head = if area.kind == AreaKind::Local { link(&area.code.to_string()) } else { name };
        rows.push(Row { source: None, area: Some(area.code), chosen: true, cells: cells(&words, head, group) });
    }
    for (at, group) in data.england.tenths.iter().enumerate() {
        let head = Cell::Number { value: (at + 1) as f64, shown: words.tenth(at + 1) };
        rows.extend(group.iter().map(|group| Row {
            source: None,
            area: None,
            chosen: false,
            cells: cells(&words, head.clone(), group),
        }));
    }
    let name = atlas.area(Code::ENGLAND).map(|area| area.name.clone()).unwrap_or_default();
    let head = Cell::Link { shown: name, to: [OPEN_DATA, "england.csv"].concat() };
    rows.push(Row {
        source: None,
        area: Some(Code::ENGLAND),
        chosen: false,
        cells: cells(&words, head, &data.england.all),
    });
    let mut table = Table { caption: words.table_caption(), columns, rows };
    if let Some(sort) = &view.sort {
        table.sort(sort);
    }
    Ok(table)
}

fn cells(words: &EnglandWords, head: Cell, group: &Group) -> Vec<Cell> {
    let mut cells = vec![head, Cell::Number { value: group.count() as f64, shown: words.count(group.count()) }];
    for middle in [group.income, group.employment] {
        for value in [middle.median, middle.least, middle.most] {
            cells.push(Cell::Number { value, shown: words.share(value) });
        }
    }
    cells
}

/// What a dot of the figure says: its shares, and whose neighbourhoods have them. The first of these can be chosen.
pub(super) fn dot(figure: &Figure, lang: Lang, at: usize) -> Option<Reading> {
    let Marks::England(marks) = &figure.marks else { return None };
    let dot = marks.dots.get(at)?;
    let (mut area, mut of) = (None, Vec::new());
    for other in marks.dots.iter().filter(|other| (other.income, other.employment) == (dot.income, dot.employment)) {
        let Some((code, name)) = marks.places.get(usize::from(other.place)) else { continue };
        area = area.or(Some(*code));
        of.push((name.as_str(), other.tenth));
    }
    Some(Reading { area, says: EnglandWords::says_dot(lang, dot.shares(), &of) })
}

impl<'a> Data<'a> {
    fn of(atlas: &'a Atlas, view: &View) -> Result<Data<'a>, FigureError> {
        let areas = atlas.tables.england.as_deref().ok_or_else(|| not_loaded(TablePack::England))?;
        let england = England::of(areas).map_err(|_| FigureError::NothingThere(TablePack::England.name()))?;
        let (mut lit, mut not_lit) = (Vec::new(), Vec::new());
        for area in view.areas.iter().filter_map(|&code| atlas.area(code)) {
            let is_part = area.nation() == Some(Nation::England) && area.kind != AreaKind::Nation;
            let group = Group::of(neighbourhoods_of(areas, |code| is_in(atlas, code, area))).filter(|_| is_part);
            match group {
                Some(group) => lit.push((area, group)),
                None => not_lit.push(area),
            }
        }
        Ok(Data { areas, england, lit, not_lit })
    }

    fn words(&self, lang: Lang) -> EnglandWords<'_> {
        EnglandWords { lang, england: &self.england }
    }

    fn marks(&self, atlas: &Atlas, words: &EnglandWords, stops: Vec<(f64, f64)>) -> EnglandMarks {
        let mut dots = Vec::new();
        let mut places: Vec<(Code, String)> = Vec::new();
        for area in self.areas {
            let place = u8::try_from(places.len()).unwrap_or(u8::MAX);
            places.push((area.area, atlas.area(area.area).map(|area| area.name.clone()).unwrap_or_default()));
            dots.extend(area.points.iter().map(|point| EnglandDot::of(*point, place)));
        }
        let most = (most(&dots, |dot| dot.income), most(&dots, |dot| dot.employment));
        let beyond = |dot: &EnglandDot| {
            let Shares { income, employment } = dot.shares();
            let share = if employment > most.1 { employment } else { income };
            (income > most.0 || employment > most.1).then(|| words.beyond(share))
        };
        let beyond = dots.iter().enumerate().filter_map(|(at, dot)| Some((at, beyond(dot)?))).collect();
        let [x, y] = words.axes().map(|label| Axis { label, prefix: String::new(), suffix: "%".to_owned() });
        let middle = |group: &Group| (group.income.median, group.employment.median);
        let lit = self.lit.iter().map(|(area, group)| LitPlace {
            name: area.name.clone(),
            middle: middle(group),
            dots: lit(&dots, &places.iter().map(|place| is_in(atlas, place.0, area)).collect::<Vec<_>>()),
        });
        EnglandMarks {
            x,
            y,
            most,
            classes: words.classes(),
            middles: self.england.tenths.iter().map(|group| group.as_ref().map(middle)).collect(),
            lit: lit.collect(),
            beyond,
            dots,
            places,
            stops,
        }
    }

    /// What the keyboard goes through, and where it stands: groups by income, then each chosen place as a whole and, if they
    /// are not too many, its own neighbourhoods.
    fn readings(&self, atlas: &Atlas, words: &EnglandWords) -> Vec<((f64, f64), Reading)> {
        let mut found = Vec::new();
        for (at, group) in self.england.bins.iter().enumerate() {
            let Some(group) = group else { continue };
            let from = at as f64 * BIN;
            let says = words.says_bin(from, group);
            found.push(((from + BIN / 2.0, group.employment.median), Reading { area: None, says }));
        }
        for &(area, ref group) in &self.lit {
            let middle = (group.income.median, group.employment.median);
            found.push((middle, Reading { area: Some(area.code), says: words.says_place(area, group) }));
            if group.count() > MOST_GONE_THROUGH {
                continue;
            }
            let mut own: Vec<Point> = neighbourhoods_of(self.areas, |code| is_in(atlas, code, area)).copied().collect();
            order::sort_by(&mut own, |a, b| {
                let shares = a.shares.income.total_cmp(&b.shares.income);
                shares.then(a.shares.employment.total_cmp(&b.shares.employment))
            });
            for alike in own.chunk_by(|a, b| a.shares == b.shares) {
                let Some(Point { shares, .. }) = alike.first() else { continue };
                let tenths: Vec<u8> = alike.iter().map(|point| point.tenth).collect();
                let says = words.says_own(area, *shares, &tenths);
                found.push(((shares.income, shares.employment), Reading { area: Some(area.code), says }));
            }
        }
        found
    }
}

/// Whether a local area is, or is in, a place.
fn is_in(atlas: &Atlas, local: Code, place: &Area) -> bool {
    atlas.area(local).is_some_and(|area| area.is_within(place.code))
}

/// The dots of those places, by position.
fn lit(dots: &[EnglandDot], is_lit: &[bool]) -> Vec<usize> {
    let all = dots.iter().enumerate();
    all.filter(|(_, dot)| is_lit.get(usize::from(dot.place)) == Some(&true)).map(|(at, _)| at).collect()
}

/// Where an axis ends, in per cent: at the greatest share, or at the next where that one stands alone.
fn most(dots: &[EnglandDot], share: fn(&EnglandDot) -> u16) -> f64 {
    let (mut greatest, mut next) = (0, 0);
    for share in dots.iter().map(share) {
        if share > greatest {
            (greatest, next) = (share, greatest);
        } else {
            next = next.max(share);
        }
    }
    let [greatest, next] = [greatest, next].map(|share| f64::from(share) / EnglandDot::PER_CENT);
    if greatest > next * LONE { next } else { greatest }
}

//! The circumstances of one to five places on the spread of their nation's local areas.

use crate::codec::TablePack;
use crate::facts::StandsOut;
use crate::model::{Area, Atlas, Code, Estimate, Indicator, IndicatorId, Listed, Missing, Profile, Sector, Spread};
use crate::view::View;
use crate::words::{self, OutsideTheMiddle, StripWords};

use super::{Cell, Figure, FigureError, Marks, Reading, Row, Source, Table, TableColumn, not_loaded, strengths};

/// The figure's id.
pub const STRIPS: &str = "circumstances";

/// The keys of the columns, in their order: places, nations, and of one nation the marks of its spread. A view is sorted by
/// one of them.
pub const STRIP_KEYS: [&str; 17] = [
    "circumstance",
    "sector",
    "period",
    "place_a",
    "place_b",
    "place_c",
    "place_d",
    "place_e",
    "nation_a",
    "nation_b",
    "nation_c",
    "nation_d",
    "lowest",
    "lower_quartile",
    "upper_quartile",
    "highest",
    "areas",
];

/// The marks of the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct StripMarks {
    /// The places, in the order chosen.
    pub places: Vec<String>,
    /// The nations, or the UK, each once.
    pub nations: Vec<String>,
    /// What shading and line are.
    pub key: String,
    /// The sectors, in order.
    pub groups: Vec<StripGroup>,
}

/// A sector.
#[derive(Debug, Clone, PartialEq)]
pub struct StripGroup {
    /// Its name.
    pub name: String,
    /// What stands under its name; may be empty.
    pub note: String,
    /// Its circumstances: the figure's readings are in the same order.
    pub rows: Vec<StripRow>,
}

/// A circumstance.
#[derive(Debug, Clone, PartialEq)]
pub struct StripRow {
    /// The circumstance.
    pub x: IndicatorId,
    /// Its name.
    pub name: String,
    /// Its unit where values do not carry it, and its period.
    pub remarks: String,
    /// One for each nation that the circumstance covers.
    pub lanes: Vec<Lane>,
    /// Each place's figure as it is written, `–` where there is none; then the nation's, where there is but one nation, it is no
    /// place itself and has a figure.
    pub values: Vec<String>,
}

/// A nation in a row, in the circumstance's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Which of [`StripMarks::nations`].
    pub nation: usize,
    /// Least, lower quartile, median, upper quartile and greatest of its local areas; none where it has too few.
    pub spread: Option<[f64; 5]>,
    /// Its own figure, unless it is one of the places.
    pub own: Option<f64>,
    /// Its places that have a figure: which of [`StripMarks::places`], and the figure.
    pub places: Vec<(usize, f64)>,
}

/// A place with its profile, and which of the wholes it lies in.
struct Place<'a> {
    area: &'a Area,
    profile: &'a Profile,
    whole: usize,
}

/// A nation, or the UK, with its profile.
struct Whole<'a> {
    area: &'a Area,
    profile: &'a Profile,
}

/// What the figure is made from.
struct Data<'a> {
    atlas: &'a Atlas,
    view: &'a View,
    places: Vec<Place<'a>>,
    wholes: Vec<Whole<'a>>,
    /// The circumstances that any place has a figure of, in the atlas's order.
    shown: Vec<&'a Indicator>,
}

/// The figure without its table. The profiles of the places and of their nations must be loaded
/// ([`profiles`](crate::view::profiles)).
pub fn strips(atlas: &Atlas, view: &View, places: &[Code]) -> Result<Figure, FigureError> {
    figure(&Data::of(atlas, view, places)?)
}

fn figure(data: &Data) -> Result<Figure, FigureError> {
    let view = data.view;
    let (of_places, of_wholes) = data.areas();
    let words = StripWords { lang: view.lang, places: &of_places, wholes: &of_wholes };
    let outside = data.outside();
    let mut summary = vec![words.summary(outside)];
    summary.extend(data.stands_out(&words));
    Ok(Figure {
        id: STRIPS,
        title: words.title(outside),
        subtitle: words.subtitle(),
        summary: summary.join(" "),
        cautions: words.cautions(),
        reading: words.reading(),
        alt: words.alt(outside, data.shown.len()),
        notes: words.notes(),
        noise: None,
        drawn: String::new(),
        told_above: None,
        sources: vec![Source::of_many(view.lang, &data.shown)],
        coverage: words.coverage(data.shown.len(), data.covered()),
        missing: data.missing(&words),
        chosen: Vec::new(),
        table: Table::default(),
        readings: data.in_order().map(|(_, x)| Reading { area: None, says: data.says(&words, x) }).collect(),
        marks: Marks::Strips(data.marks(&words)),
    })
}

/// The figure's table, sorted as the view says.
pub fn strips_table(atlas: &Atlas, view: &View, places: &[Code]) -> Result<Table, FigureError> {
    let data = Data::of(atlas, view, places)?;
    let (of_places, of_wholes) = data.areas();
    let words = StripWords { lang: view.lang, places: &of_places, wholes: &of_wholes };
    let heads = data.keys().into_iter().zip(words.columns());
    let is_number = |key: &str| !matches!(key, "circumstance" | "sector" | "period");
    let mut areas = data.places.iter().map(|place| place.area).chain(data.others().map(|whole| whole.area));
    let is_of_area = |key: &str| key.starts_with("place_") || key.starts_with("nation_");
    let column = |(key, label): (&'static str, String)| {
        let area = if is_of_area(key) { areas.next().map(|area| area.code) } else { None };
        TableColumn { area, ..TableColumn::of(key, label, is_number(key)) }
    };
    let columns = heads.map(column).collect();
    let rows = data.in_order().map(|(sector, x)| data.table_row(&words, sector, x)).collect();
    let mut table = Table { caption: words.table_caption(), columns, rows };
    if let Some(sort) = &view.sort {
        table.sort(sort);
    }
    Ok(table)
}

impl<'a> Data<'a> {
    fn of(atlas: &'a Atlas, view: &'a View, places: &[Code]) -> Result<Data<'a>, FigureError> {
        let profile = |code| atlas.tables.profile_of(code).ok_or_else(|| not_loaded(TablePack::Profile(code)));
        let mut data = Data { atlas, view, places: Vec::new(), wholes: Vec::new(), shown: Vec::new() };
        for area in places.iter().filter_map(|code| atlas.area(*code)) {
            let whole = area.nation().map_or(Code::UK, |nation| nation.code());
            if data.wholes.iter().all(|other| other.area.code != whole) {
                let area = atlas.area(whole).ok_or(FigureError::NothingThere("profiles"))?;
                data.wholes.push(Whole { area, profile: profile(whole)? });
            }
            let whole = data.wholes.iter().position(|other| other.area.code == whole).unwrap_or_default();
            data.places.push(Place { area, profile: profile(area.code)?, whole });
        }
        if data.places.is_empty() {
            return Err(FigureError::NothingThere("profiles"));
        }
        let is_shown = |x: &&Indicator| data.places.iter().any(|place| place.value(&x.id).known().is_some());
        data.shown = atlas.indicators.iter().filter(is_shown).collect();
        Ok(data)
    }

    fn areas(&self) -> (Vec<&'a Area>, Vec<&'a Area>) {
        let places = self.places.iter().map(|place| place.area).collect();
        (places, self.wholes.iter().map(|whole| whole.area).collect())
    }

    /// The circumstances by sector.
    fn in_order(&self) -> impl Iterator<Item = (Sector, &'a Indicator)> {
        let of =
            |sector: &'static Sector| self.shown.iter().filter(move |x| x.sector == *sector).map(|x| (*sector, *x));
        Sector::ALL.iter().flat_map(of)
    }

    /// How many circumstances cover any of the places.
    fn covered(&self) -> usize {
        let covers =
            |x: &&Indicator| self.places.iter().any(|place| place.profile.of.iter().any(|one| one.indicator == x.id));
        self.atlas.indicators.iter().filter(covers).count()
    }

    /// How the first place lies to the middle half of its nation.
    fn outside(&self) -> OutsideTheMiddle {
        let mut found = OutsideTheMiddle { above: 0, below: 0, of: 0 };
        let Some(first) = self.places.first() else { return found };
        for x in &self.shown {
            let Some(known) = first.value(&x.id).known() else { continue };
            let Some(spread) = self.wholes.get(first.whole).and_then(|whole| whole.spread(&x.id)) else { continue };
            let [_, lower, _, upper, _] = spread.marks;
            found.of += 1;
            found.above += usize::from(known.value > upper);
            found.below += usize::from(known.value < lower);
        }
        found
    }

    /// What stands out in each place, or that it is not worked out.
    fn stands_out(&self, words: &StripWords) -> Vec<String> {
        let mut said = Vec::new();
        let mut stands_any = false;
        for place in &self.places {
            let Some(found) = &place.profile.stands_out else {
                said.extend(words.no_stands_out(place.area));
                continue;
            };
            let mut unusual = Vec::new();
            for one in found {
                let indicator = self.atlas.indicator(one.indicator.as_str());
                let period = self.wholes.get(place.whole).and_then(|whole| whole.spread(&one.indicator));
                let known = place.value(&one.indicator).known();
                if let (Some(indicator), Some(spread), Some(known)) = (indicator, period, known) {
                    unusual.push(StandsOut { indicator, period: spread.period, value: known.value, z: one.z });
                }
            }
            stands_any |= !unusual.is_empty();
            said.push(words::stands_out(self.view.lang, place.area, &unusual));
        }
        if stands_any {
            said.push(words::stands_out_basis(self.view.lang).to_owned());
        }
        said
    }

    /// Which circumstances have no figure in a place, by reason.
    fn missing(&self, words: &StripWords) -> Vec<String> {
        let mut said = words.dashes();
        for place in &self.places {
            for &why in Missing::ALL {
                // What does not cover the place's nation is no gap of the place.
                let is_missing =
                    |x: &&Indicator| why != Missing::OtherNation && place.value(&x.id) == Estimate::Missing(why);
                let these: Vec<&Indicator> = self.atlas.indicators.iter().filter(is_missing).collect();
                said.extend(words.missing(place.area, why, &these));
            }
        }
        said
    }

    fn marks(&self, words: &StripWords) -> StripMarks {
        let mut groups = Vec::new();
        for &sector in Sector::ALL {
            let of_sector = self.in_order().filter(|(other, _)| *other == sector);
            let rows: Vec<StripRow> = of_sector.map(|(_, x)| self.row(x)).collect();
            if !rows.is_empty() {
                let name = words::sector_name(self.view.lang, sector).to_owned();
                groups.push(StripGroup { name, note: words.sector_note(sector), rows });
            }
        }
        StripMarks {
            places: self.places.iter().map(|place| place.area.name.clone()).collect(),
            nations: self.wholes.iter().map(|whole| whole.area.name.clone()).collect(),
            key: words.key(),
            groups,
        }
    }

    fn row(&self, x: &Indicator) -> StripRow {
        let shown = |estimate: Estimate| estimate.known().map_or("–".to_owned(), |known| self.amount(x, known.value));
        let mut values: Vec<String> = self.places.iter().map(|place| shown(place.value(&x.id))).collect();
        if let [whole] = self.wholes.as_slice()
            && !self.is_place(whole)
            && let Some(own) = whole.value(&x.id).known()
        {
            values.push(self.amount(x, own.value));
        }
        let lanes = self.wholes.iter().enumerate().filter_map(|(at, whole)| self.lane(x, at, whole)).collect();
        StripRow { x: x.id.clone(), name: x.name.clone(), remarks: self.remarks(x), lanes, values }
    }

    /// None where the circumstance does not cover the nation.
    fn lane(&self, x: &Indicator, at: usize, whole: &Whole) -> Option<Lane> {
        let mut places = Vec::new();
        for (which, place) in self.places.iter().enumerate().filter(|(_, place)| place.whole == at) {
            places.extend(place.value(&x.id).known().map(|known| (which, known.value)));
        }
        let own = whole.value(&x.id).known().filter(|_| !self.is_place(whole)).map(|known| known.value);
        let spread = whole.spread(&x.id).map(|spread| spread.marks);
        let is_empty = spread.is_none() && own.is_none() && places.is_empty();
        (!is_empty).then_some(Lane { nation: at, spread, own, places })
    }

    /// The wholes that are no places themselves.
    fn others(&self) -> impl Iterator<Item = &Whole<'a>> {
        self.wholes.iter().filter(|whole| !self.is_place(whole))
    }

    fn is_place(&self, whole: &Whole) -> bool {
        self.places.iter().any(|place| place.area.code == whole.area.code)
    }

    /// The unit, where values do not carry it, and the period.
    fn remarks(&self, x: &Indicator) -> String {
        let unit = words::unit_alone(&x.unit);
        let parts: Vec<String> =
            [Some(unit).filter(|unit| !unit.is_empty()), self.when(x)].into_iter().flatten().collect();
        parts.join(", ")
    }

    /// The period of a circumstance.
    fn when(&self, x: &Indicator) -> Option<String> {
        let spread = self.wholes.iter().find_map(|whole| whole.spread(&x.id));
        spread.map(|spread| words::period(self.view.lang, spread.period))
    }

    fn amount(&self, x: &Indicator, value: f64) -> String {
        words::amount(self.view.lang, &x.unit, value, x.decimals)
    }

    /// What pointing at a row says: the circumstance, each place, each nation with its spread.
    fn says(&self, words: &StripWords, x: &Indicator) -> Vec<String> {
        let lang = self.view.lang;
        let said = |area: &Area, estimate: Estimate| match estimate {
            Estimate::Known(known) => {
                let remark = words::remark(lang, known.mark).map(|remark| [" (", remark, ")"].concat());
                [&area.name, ": ", &self.amount(x, known.value), &remark.unwrap_or_default()].concat()
            }
            Estimate::Missing(why) => [&area.name, ": ", words::missing_reason(lang, why)].concat(),
        };
        let mut says = vec![words.name(x)];
        says.extend(self.places.iter().map(|place| said(place.area, place.value(&x.id))));
        for whole in &self.wholes {
            let is_covered = whole.profile.of.iter().any(|one| one.indicator == x.id);
            if is_covered && !self.is_place(whole) {
                says.push(said(whole.area, whole.value(&x.id)));
            }
            says.extend(whole.spread(&x.id).map(|spread| words.spread(whole.area, x, spread)));
        }
        says
    }

    /// The keys of the columns that the table has.
    fn keys(&self) -> Vec<&'static str> {
        let [circumstance, sector, period, rest @ ..] = &STRIP_KEYS;
        let (places, rest) = rest.split_at(5);
        let (nations, spread) = rest.split_at(4);
        let mut keys = vec![*circumstance, *sector, *period];
        keys.extend(&places[..self.places.len().min(places.len())]);
        keys.extend(&nations[..self.others().count().min(nations.len())]);
        if self.wholes.len() == 1 {
            keys.extend(spread);
        }
        keys
    }

    fn table_row(&self, words: &StripWords, sector: Sector, x: &Indicator) -> Row {
        let number = |value: f64| Cell::Number { value, shown: self.amount(x, value) };
        let cell = |estimate: Estimate| match estimate {
            Estimate::Known(known) => number(known.value),
            Estimate::Missing(why) => Cell::Missing(words::missing_reason(self.view.lang, why).to_owned()),
        };
        let to = strengths::in_explore(self.view, &x.id).address();
        let name = Cell::Link { shown: words.name(x), to };
        let when = Cell::Text(self.when(x).unwrap_or_default());
        let mut cells = vec![name, Cell::Text(words::sector_name(self.view.lang, sector).to_owned()), when];
        cells.extend(self.places.iter().map(|place| cell(place.value(&x.id))));
        cells.extend(self.others().map(|whole| cell(whole.value(&x.id))));
        if let [whole] = self.wholes.as_slice() {
            match whole.spread(&x.id) {
                Some(Spread { marks: [least, lower, _, upper, most], areas, .. }) => {
                    cells.extend([*least, *lower, *upper, *most].map(number));
                    cells.push(Cell::Number { value: *areas as f64, shown: areas.to_string() });
                }
                None => cells.extend(core::iter::repeat_n(Cell::Missing(String::new()), 5)),
            }
        }
        Row { source: Some(words::source_in_short(x)), area: None, chosen: false, cells }
    }
}

impl Place<'_> {
    fn value(&self, x: &IndicatorId) -> Estimate {
        value(self.profile, x)
    }
}

impl Whole<'_> {
    fn value(&self, x: &IndicatorId) -> Estimate {
        value(self.profile, x)
    }

    fn spread(&self, x: &IndicatorId) -> Option<&Spread> {
        self.profile.spreads.iter().find(|spread| spread.indicator == *x)
    }
}

/// A circumstance in a profile; what it does not hold is of another nation.
fn value(profile: &Profile, x: &IndicatorId) -> Estimate {
    let found = profile.of.iter().find(|one| one.indicator == *x);
    found.map_or(Estimate::Missing(Missing::OtherNation), |one| one.estimate)
}

//! What a person sees, hears, copies, downloads or embeds: built once, by pure functions, from the atlas and
//! the view. A [`Figure`] holds no pixels; its picture at one size is a scene of `chart`.

use crate::codec::TablePack;
use crate::facts::NotLoaded;
use crate::model::{Atlas, Code, Period};
use crate::view::{Lang, Page, View};
use crate::words::{self, Noise};

mod area;
mod chosen;
mod circumstances;
mod compare;
mod csv;
mod data;
mod difference;
mod england;
mod findings;
mod gradient;
mod headline;
mod lives;
mod map;
mod missing;
mod multiples;
mod neighbourhoods;
mod offers;
#[cfg(test)]
pub(crate) mod plain;
mod profile;
mod recipe;
mod relate;
mod relation;
mod sentences;
mod settle;
mod shortened;
mod source;
mod strengths;
mod strips;
mod table;
mod trends;
mod ways;

pub use area::area_table;
pub use chosen::Chosen;
pub use circumstances::{circumstances_headline, table as circumstances_table};
pub use compare::{compare_headline, table as compare_table};
pub use difference::{DifferenceMarks, Gap};
pub use england::{EnglandDot, EnglandMarks, LitPlace};
pub use findings::{Finding, Findings, SimilarPlaces, findings};
pub use gradient::{GradientLine, GradientMarks, GradientPanel, gradient_headline, gradient_table};
pub use headline::{Headline, headline};
pub use lives::{LifeBar, LivesMarks};
pub use map::{CLASSES, Ground, Inset, MapArea, MapMarks, map_headline, map_table};
pub use multiples::{Multiple, MultiplesMarks};
pub use neighbourhoods::NeighbourhoodMarks;
pub use offers::{Offer, offers};
pub use profile::{Link, OfSex, Part, Profile, profile};
pub use recipe::{AREA, CIRCUMSTANCES, COMPARE, EXPLORE, GRADIENT, MAP, Recipe, TRENDS};
pub use relate::relate;
pub use sentences::{Quotable, alone, places, quotable};
pub use settle::{settle, settle_by, settled_place};
pub use shortened::{Shortened, rows_of, shortened};
pub use source::Source;
pub use strengths::{StrengthGroup, StrengthMarks, StrengthRow};
pub use strips::{Lane, STRIP_KEYS, STRIPS, StripGroup, StripMarks, StripRow, strips, strips_table};
pub use table::table;
pub use trends::table as trends_table;
pub use trends::{TrendDot, TrendLine, TrendLook, TrendMarks, TrendPanel, trends_headline};
pub use ways::Ways;

use table::by_text;

/// Why a figure cannot be built yet, or at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    /// The figures of an outcome are not loaded.
    #[error(transparent)]
    NotLoaded(#[from] NotLoaded),
    /// The figures of the circumstance are not loaded.
    #[error("the figures of the circumstance are not loaded")]
    CircumstanceNotLoaded,
    /// A table of other figures is not loaded.
    #[error("the table of {0} is not loaded")]
    TableNotLoaded(&'static str),
    /// The table is loaded, but holds nothing that the figure could show.
    #[error("the table of {0} holds nothing to show")]
    NothingThere(&'static str),
    /// The path of the view names no place; it was not settled.
    #[error("there is no such place")]
    NoSuchPlace,
    /// The page of the view is yet to be.
    #[error("there is no such view yet")]
    NoSuchView,
    /// The view names an indicator that the atlas does not have; it was not settled.
    #[error("there is no such indicator")]
    NoSuchIndicator,
}

/// The figures of a view, in the order they are shown: one or several. The view must be settled; every pack that it
/// needs must be loaded. Their ids are among [`Recipe::ids`], in that order.
pub fn figures(atlas: &Atlas, view: &View) -> Result<Vec<Figure>, FigureError> {
    let mut figures = (Recipe::of(&view.page).figures)(atlas, view)?;
    for figure in &mut figures {
        figure.table = table_of(atlas, view, figure.id)?;
    }
    Ok(figures)
}

/// The table of one of a view's figures, sorted as the view says.
pub fn table_of(atlas: &Atlas, view: &View, id: &str) -> Result<Table, FigureError> {
    match view.page {
        Page::Explore => table(atlas, view),
        Page::Gradient => gradient_table(atlas, view, id),
        Page::Area(_) => area_table(atlas, view, id),
        Page::Compare => compare::table(atlas, view, id),
        Page::Map => map_table(atlas, view, id),
        Page::Trends => trends::table(atlas, view, id),
        Page::Circumstances => circumstances::table(atlas, view, id),
    }
}

/// An error that says which table is not loaded.
fn not_loaded(pack: TablePack) -> FigureError {
    FigureError::TableNotLoaded(pack.name())
}

/// One figure: its words, its table and its marks, all from the same numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its name among the figures of its view, in addresses and in the page: lower-case ASCII letters and hyphens.
    pub id: &'static str,
    /// The finding, at most 90 characters.
    pub title: String,
    /// Measure, place, period and unit.
    pub subtitle: String,
    /// One paragraph that says what the picture shows.
    pub summary: String,
    /// What stands on the page in the summary's place, where the page has said the same above.
    pub told_above: Option<String>,
    /// What stands beside the summary wherever it is shown: first what the picture by itself must say too.
    pub cautions: Vec<String>,
    /// What the picture draws of uncertainty, for the picture by itself; empty where its subtitle or itself says that.
    pub drawn: String,
    /// How to read the picture, in a few sentences.
    pub reading: String,
    /// The picture in at most 300 characters, for those who cannot see it.
    pub alt: String,
    /// What else must be known to quote the figure.
    pub notes: Vec<String>,
    /// What survey noise does to r, where that can be told; [`words::without_noise`] says it.
    pub noise: Option<Noise>,
    /// Where its numbers are from.
    pub sources: Vec<Source>,
    /// “216 of 216 areas”.
    pub coverage: String,
    /// Which areas are not in the picture, and why; one sentence for each reason.
    pub missing: Vec<String>,
    /// The chosen places with their figures, in the order chosen.
    pub chosen: Vec<Chosen>,
    /// The same numbers as the picture.
    pub table: Table,
    /// The picture's marks, in data units.
    pub marks: Marks,
    /// What can be pointed at in the picture, each with what it says. A picture's hits name these by position. Dots that
    /// are too many to go along are read by [`Recipe::dot`].
    pub readings: Vec<Reading>,
}

/// One mark of a picture as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The area it stands for, which can be chosen; none where it stands for no area.
    pub area: Option<Code>,
    /// What pointing at it says, one line each: first its name, which no other reading of the figure has.
    pub says: Vec<String>,
}

/// The view that a reading of a figure leads to, where it leads to one.
pub fn leads(figure: &Figure, view: &View, reading: usize) -> Option<View> {
    let x = match &figure.marks {
        Marks::Strength(marks) => &marks.groups.iter().flat_map(|group| &group.rows).nth(reading)?.x,
        Marks::Multiples(marks) => &marks.panels.get(reading)?.x,
        Marks::Strips(marks) => &marks.groups.iter().flat_map(|group| &group.rows).nth(reading)?.x,
        _ => return None,
    };
    Some(strengths::in_explore(view, x))
}

impl Figure {
    /// How its picture is read by mouse and keyboard: every view's, for static pages. The app asks the view's code.
    pub fn by_mouse(&self, lang: Lang) -> &'static str {
        match &self.marks {
            Marks::Strength(_) | Marks::Multiples(_) | Marks::Strips(_) => words::by_mouse_to_explore(lang),
            Marks::England(_) => words::by_mouse_among_dots(lang),
            Marks::Map(_) => self.by_mouse_on_map(lang),
            _ => self.by_mouse_here(lang),
        }
    }

    /// The same of maps.
    pub fn by_mouse_on_map(&self, lang: Lang) -> &'static str {
        match &self.marks {
            Marks::Map(MapMarks { ground: Ground::Geographic(..), .. }) => words::by_mouse_of_map(lang),
            _ => self.by_mouse_here(lang),
        }
    }

    /// The same where no mark leads to Explore.
    pub fn by_mouse_here(&self, lang: Lang) -> &'static str {
        words::by_mouse(lang, self.offers_places())
    }

    /// Whether places can be chosen by pointing at them.
    pub fn offers_places(&self) -> bool {
        self.readings.iter().any(|reading| reading.area.is_some())
    }
}

impl Reading {
    /// Its name: what tells it from the figure's other readings, and is the same in another state of the view.
    pub fn name(&self) -> &str {
        self.says.first().map(String::as_str).unwrap_or_default()
    }
}

/// What a figure draws, in data units.
#[derive(Debug, Clone, PartialEq)]
pub enum Marks {
    /// Areas as points, a circumstance across, an outcome up.
    Relate(RelateMarks),
    /// Groups of neighbourhoods from the most to the least deprived, life expectancies as lines.
    Gradient(GradientMarks),
    /// Every neighbourhood of England, income across, employment up.
    England(EnglandMarks),
    /// Neighbourhoods of a place as columns of dots, by tenth of the nation.
    Neighbourhoods(NeighbourhoodMarks),
    /// Places as bars of years in good health and not.
    Lives(LivesMarks),
    /// Pairs of places as gaps around a zero line.
    Difference(DifferenceMarks),
    /// Series over time, in panels.
    Trend(TrendMarks),
    /// Local areas in classes, where they lie.
    Map(MapMarks),
    /// Circumstances as rows, how strongly each goes together with healthy life expectancy.
    Strength(StrengthMarks),
    /// Circumstances as small pictures.
    Multiples(MultiplesMarks),
    /// Circumstances as rows, places on the spread of their nation.
    Strips(StripMarks),
}

impl Marks {
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        match self {
            Marks::Relate(marks) => marks.points.is_empty(),
            Marks::Gradient(marks) => marks.panels.is_empty(),
            Marks::England(marks) => marks.dots.is_empty(),
            Marks::Neighbourhoods(marks) => marks.counts.is_empty(),
            Marks::Lives(marks) => marks.lives.is_empty(),
            Marks::Difference(marks) => marks.gaps.is_empty(),
            Marks::Trend(marks) => marks.panels.is_empty(),
            Marks::Map(marks) => marks.areas.is_empty(),
            Marks::Strength(marks) => marks.groups.is_empty(),
            Marks::Multiples(marks) => marks.panels.is_empty(),
            Marks::Strips(marks) => marks.groups.is_empty(),
        }
    }
}

/// The numbers of a figure in rows and columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the table holds.
    pub caption: String,
    /// The columns, first the one that names the row.
    pub columns: Vec<TableColumn>,
    /// The rows; each has one cell a column.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableColumn {
    /// Its name in addresses and CSV: lower-case ASCII letters, digits and underscores.
    pub key: &'static str,
    /// Its heading.
    pub label: String,
    /// Whether it holds numbers.
    pub numeric: bool,
    /// The period of its numbers, where they have one and all the same.
    pub period: Option<Period>,
    /// The area that its numbers are of, where they are all of one.
    pub area: Option<Code>,
}

impl TableColumn {
    /// A column without a period.
    pub fn of(key: &'static str, label: String, numeric: bool) -> TableColumn {
        TableColumn { key, label, numeric, period: None, area: None }
    }

    /// The column with the period of its numbers, if it holds numbers.
    fn at(self, period: Period) -> TableColumn {
        TableColumn { period: Some(period).filter(|_| self.numeric), ..self }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The area it is about, if it is about one.
    pub area: Option<Code>,
    /// Whether the area is one of the chosen.
    pub chosen: bool,
    /// Where its numbers are from, where rows differ in that.
    pub source: Option<String>,
    /// One cell a column.
    pub cells: Vec<Cell>,
}

impl Cell {
    /// What stands in it.
    pub fn shown(&self) -> &str {
        match self {
            Cell::Text(text)
            | Cell::Link { shown: text, .. }
            | Cell::Number { shown: text, .. }
            | Cell::Missing(text) => text,
        }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A name or other words.
    Text(String),
    /// A name that leads to another view.
    Link {
        /// The name.
        shown: String,
        /// The view's address.
        to: String,
    },
    /// A number as it is and as it is shown.
    Number {
        /// The value, for sorting and CSV.
        value: f64,
        /// The value as people read it.
        shown: String,
    },
    /// No number, and why not, in words.
    Missing(String),
}

/// The marks of a relate figure.
#[derive(Debug, Clone, PartialEq)]
pub struct RelateMarks {
    /// The circumstance, across.
    pub x: Axis,
    /// The outcome, up.
    pub y: Axis,
    /// Areas that have both values, ordered by x, then y, then code: the figure's readings are in the same order.
    pub points: Vec<Point>,
    /// The fitted line with its band; none where there are too few areas for one.
    pub line: Option<Fit>,
    /// The groups that points are coloured by, in the order of their key; empty when they are not.
    pub groups: Vec<String>,
}

/// What one axis measures, and how its numbers are written.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Measure, unit and period: “Children in relative low income before housing costs, % of children under 16, 2024/25”.
    pub label: String,
    /// Before a tick's number: “£” or nothing.
    pub prefix: String,
    /// After a tick's number: “%” or nothing.
    pub suffix: String,
}

/// One area in a relate figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The area.
    pub area: Code,
    /// Its everyday name.
    pub name: String,
    /// The circumstance, in the axis's unit.
    pub x: f64,
    /// The outcome, in years.
    pub y: f64,
    /// 95% limits of the outcome, where there are any.
    pub limits: Option<(f64, f64)>,
    /// Its share of the largest population, 0 to 1, when points are sized; else none.
    pub weight: Option<f64>,
    /// Its position in the groups, when points are coloured.
    pub group: Option<usize>,
    /// Whether it is one of the chosen: drawn in the accent, labelled, with whiskers.
    pub chosen: bool,
    /// Whether it may be labelled in grey to orient a reader (an extreme of the picture), room permitting.
    pub landmark: bool,
}

/// A straight line fitted to points, with the 95% confidence band of its mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Height of the line at x = 0.
    pub intercept: f64,
    /// Change in y for one unit of x.
    pub slope: f64,
    /// Points of the band from the least x to the greatest: x, lower, upper.
    pub band: Vec<(f64, f64, f64)>,
}

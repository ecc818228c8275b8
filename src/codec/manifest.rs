//! Which packs there are and what they hold.

use crate::model::{Atlas, Code, ColumnKey, IndicatorId, Period, Sex};

/// Names a pack beyond the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackId {
    /// All columns of an indicator.
    Measure(IndicatorId),
    /// Other figures than an indicator's columns.
    Table(TablePack),
}

/// Which columns came with the first pack, and which packs hold all of each indicator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// The columns of the first pack. Filled in when it is decoded; of no account when it is encoded.
    pub first: Vec<ColumnKey>,
    /// One pack for each indicator that has figures.
    pub packs: Vec<PackEntry>,
    /// The packs of other figures than columns of indicators, in the order of [`TablePack::NAMES`].
    pub tables: Vec<TableEntry>,
}

/// Names a pack of other figures than an indicator's columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TablePack {
    /// Gradients, and healthy life expectancy by age.
    Gradient,
    /// Constituencies.
    Constituencies,
    /// Districts with their figures.
    Districts,
    /// All neighbourhoods of England, as points.
    England,
    /// Where local areas lie.
    Borders,
    /// Which local areas are alike.
    Alike,
    /// The map on which each is a hexagon.
    Hexagons,
    /// The neighbourhoods of one local area.
    Neighbourhoods(Code),
    /// How strongly each circumstance goes together with healthy life expectancy.
    Strengths,
    /// The circumstances of one place.
    Profile(Code),
}

/// The file of a [`TablePack`]; for neighbourhoods and profiles the folder that holds a file for each area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableEntry {
    /// One of [`TablePack::NAMES`].
    pub name: &'static str,
    /// The file under `/data/`, as [`pack_file`] names it, or the folder: the same without its end.
    pub file: String,
}

impl TablePack {
    /// What files and folders are named by.
    pub const NAMES: [&'static str; 10] = [
        "gradient",
        "constituencies",
        "districts",
        "england",
        "borders",
        "hexagons",
        "neighbourhoods",
        "alike",
        "strengths",
        "profiles",
    ];
    /// Those that name a folder.
    const FOLDERS: [&'static str; 2] = ["neighbourhoods", "profiles"];

    /// Its own of these names.
    pub fn name(self) -> &'static str {
        let [
            gradient,
            constituencies,
            districts,
            england,
            borders,
            hexagons,
            neighbourhoods,
            alike,
            strengths,
            profiles,
        ] = TablePack::NAMES;
        match self {
            TablePack::Gradient => gradient,
            TablePack::Constituencies => constituencies,
            TablePack::Districts => districts,
            TablePack::England => england,
            TablePack::Borders => borders,
            TablePack::Alike => alike,
            TablePack::Hexagons => hexagons,
            TablePack::Strengths => strengths,
            TablePack::Profile(_) => profiles,
            TablePack::Neighbourhoods(_) => neighbourhoods,
        }
    }
}

impl TableEntry {
    /// The entry of a name; `hash` as in [`pack_file`], for a folder of the contents of all its files.
    pub fn new(edition: &str, name: &'static str, hash: &str) -> TableEntry {
        let file = pack_file(edition, name, hash);
        let folder = TablePack::FOLDERS.contains(&name);
        TableEntry { name, file: if folder { file.strip_suffix(END).unwrap_or(&file).to_owned() } else { file } }
    }

    /// The file of one pack of this name.
    pub fn file_of(&self, pack: TablePack) -> String {
        match pack {
            TablePack::Neighbourhoods(area) | TablePack::Profile(area) => {
                [&self.file, "/", &area.to_string(), END].concat()
            }
            _ => self.file.clone(),
        }
    }
}

/// A measure pack: its file and its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackEntry {
    /// The indicator whose columns it holds.
    pub id: IndicatorId,
    /// Its file under `/data/`, as [`pack_file`] names it.
    pub file: String,
    /// Its length in bytes, uncompressed.
    pub bytes: u32,
    /// Its columns: sex, for indicators given by sex, and period. Sexes in order, periods earliest first.
    pub columns: Vec<(Option<Sex>, Period)>,
}

/// The file of a pack under `/data/`: named by edition, by what it holds (an indicator, or `first`) and by
/// 16 hexadecimal digits of a hash of its content, so that it may be kept for ever.
pub fn pack_file(edition: &str, holds: &str, hash: &str) -> String {
    ["editions/", edition, "/", holds, ".", hash, END].concat()
}

/// What the name of every pack's file ends with.
const END: &str = ".hyp";

impl Manifest {
    /// The pack that holds all columns of an indicator, if it has any.
    pub fn pack(&self, indicator: &str) -> Option<&PackEntry> {
        self.packs.iter().find(|pack| pack.id.as_str() == indicator)
    }

    /// The file of a pack of other figures, if there is one.
    pub fn table(&self, pack: TablePack) -> Option<String> {
        self.tables.iter().find(|entry| entry.name == pack.name()).map(|entry| entry.file_of(pack))
    }

    /// The file of any pack under `/data/`, if there is one.
    pub fn file(&self, id: &PackId) -> Option<String> {
        match id {
            PackId::Measure(indicator) => self.pack(indicator.as_str()).map(|pack| pack.file.clone()),
            PackId::Table(pack) => self.table(*pack),
        }
    }

    /// Whether the atlas has all that a pack holds.
    pub fn is_loaded(&self, id: &PackId, atlas: &Atlas) -> bool {
        let tables = &atlas.tables;
        match id {
            PackId::Measure(id) => self.pack(id.as_str()).is_some_and(|pack| {
                let is_here = |(sex, period): &(_, _)| atlas.periods(id.as_str(), *sex).any(|loaded| loaded == *period);
                pack.columns.iter().all(is_here)
            }),
            PackId::Table(TablePack::Gradient) => tables.gradients.is_some(),
            PackId::Table(TablePack::Constituencies) => tables.constituencies.is_some(),
            PackId::Table(TablePack::Districts) => tables.districts.is_some(),
            PackId::Table(TablePack::England) => tables.england.is_some(),
            PackId::Table(TablePack::Borders) => tables.borders.is_some(),
            PackId::Table(TablePack::Alike) => tables.alike.is_some(),
            PackId::Table(TablePack::Hexagons) => tables.hexagons.is_some(),
            PackId::Table(TablePack::Strengths) => tables.strengths.is_some(),
            PackId::Table(TablePack::Profile(area)) => tables.profile_of(*area).is_some(),
            PackId::Table(TablePack::Neighbourhoods(area)) => tables.neighbourhoods_of(*area).is_some(),
        }
    }

    /// Whether the column came with the first pack.
    pub fn is_in_first(&self, key: &ColumnKey) -> bool {
        self.first.contains(key)
    }

    /// The published periods of an indicator for a sex, earliest first, loaded or not.
    pub fn periods<'a>(&'a self, indicator: &str, sex: Option<Sex>) -> impl Iterator<Item = Period> + use<'a> {
        let columns = self.pack(indicator).map_or(&[][..], |pack| &pack.columns);
        columns.iter().filter(move |column| column.0 == sex).map(|column| column.1)
    }

    /// The latest published period of an indicator for a sex.
    pub fn latest(&self, indicator: &str, sex: Option<Sex>) -> Option<Period> {
        self.periods(indicator, sex).last()
    }
}

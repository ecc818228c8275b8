//! Which packs there are and what they hold.

use crate::model::{ColumnKey, IndicatorId, Period, Sex};

/// Names a measure pack: the indicator whose columns it holds.
pub type PackId = IndicatorId;

/// Which columns came with the first pack, and which packs hold all of each indicator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// The columns of the first pack. Filled in when it is decoded; of no account when it is encoded.
    pub first: Vec<ColumnKey>,
    /// One pack for each indicator that has figures.
    pub packs: Vec<PackEntry>,
}

/// A measure pack: its file and its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackEntry {
    /// The indicator whose columns it holds.
    pub id: PackId,
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
    ["editions/", edition, "/", holds, ".", hash, ".hyp"].concat()
}

impl Manifest {
    /// The pack that holds all columns of an indicator, if it has any.
    pub fn pack(&self, indicator: &str) -> Option<&PackEntry> {
        self.packs.iter().find(|pack| pack.id.as_str() == indicator)
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

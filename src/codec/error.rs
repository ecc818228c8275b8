//! Why a pack could not be read or written.

use crate::model::{Code, IndicatorId};

/// Why a pack was refused. Nothing of a refused pack is used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// It does not begin as packs do: another file altogether, such as an error page.
    #[error("this is not a data file of this site")]
    NotAPack,
    /// It is of a version from before the first published one.
    #[error("the data file is of version {version}, which is too old to be read")]
    TooOld {
        /// The version it says it is of.
        version: u8,
    },
    /// It is of a version that this build does not know yet.
    #[error("the data file is of version {version}, which is newer than this page")]
    TooNew {
        /// The version it says it is of.
        version: u8,
    },
    /// Its end is missing.
    #[error("the data file is incomplete")]
    Truncated,
    /// Its checksum does not match: bytes were changed on the way.
    #[error("the data file was damaged on the way")]
    Corrupted,
    /// It is sound as a file but was made of other areas or another edition than what is loaded.
    #[error("the data file belongs to another edition of the figures")]
    OtherEdition,
    /// Its checksum matches but its content makes no sense: it was written wrongly.
    #[error("the data file has a fault in it: {0}")]
    Malformed(&'static str),
}

/// Why figures could not be packed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// A column, or the pack itself, is of an indicator that the atlas does not list.
    #[error("“{0}” is not among the indicators")]
    UnknownIndicator(IndicatorId),
    /// There is no column of the indicator to pack.
    #[error("there are no figures of {0}")]
    NoColumns(IndicatorId),
    /// A value is not a number, is infinite or is too large to be kept exactly.
    #[error("{indicator}: {value} for {area} cannot be packed")]
    Value {
        /// The indicator.
        indicator: IndicatorId,
        /// The area.
        area: Code,
        /// The value, as text.
        value: String,
    },
    /// There is a value for an area of a nation which the indicator says it does not cover.
    #[error("{indicator} has a value for {area} but does not list its nation")]
    NationNotCovered {
        /// The indicator.
        indicator: IndicatorId,
        /// The area.
        area: Code,
    },
    /// A text contains a line break.
    #[error("a text contains a line break: {0}")]
    LineBreak(String),
    /// An area is named that the atlas does not have.
    #[error("{0} is not among the areas")]
    UnknownArea(Code),
    /// A pack's file is not named as packs are.
    #[error("“{0}” is not the name of a pack")]
    FileName(String),
    /// A list is too long for the format, or so sparse that decoders would refuse it.
    #[error("too much for one pack: {0}")]
    TooMuch(&'static str),
}

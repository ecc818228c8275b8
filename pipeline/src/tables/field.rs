//! What can be said of a table and its columns.

use healthy_years::model::Listed;

/// A table in `data/`.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its path from `data/`.
    pub file: String,
    /// What it is, as a title.
    pub title: String,
    /// What one row is, and what else to know.
    pub description: String,
    /// The columns as the table is read and written by.
    pub columns: Vec<&'static str>,
    /// What each column means, in the same order.
    pub fields: Vec<Field>,
    /// The columns that name a row; none where there is one row only.
    pub key: &'static [&'static str],
    /// The publication that all of it is from, where there is one.
    pub source: Option<Source>,
    /// The licence, in words.
    pub licence: String,
}

/// A publication.
#[derive(Debug, Clone)]
pub struct Source {
    /// Publisher and publication.
    pub title: String,
    /// Where it is published.
    pub url: String,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// What it means.
    pub description: &'static str,
    /// Whether no cell may be empty.
    pub required: bool,
    /// Whether no two cells may be equal.
    pub unique: bool,
    /// Whether each cell is the code of an area in `areas.csv`.
    pub is_area: bool,
}

/// What cells hold.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Any text.
    Text,
    /// A text as a regular expression describes it, from its first letter to its last.
    Like(&'static str),
    /// One of a few words.
    Word(Vec<&'static str>),
    /// A web address.
    Address,
    /// A whole number, 0 or more.
    Whole,
    /// A number.
    Number,
    /// `yes` or `no`.
    YesNo,
    /// A day, such as 2026-02-19.
    Day,
}

impl Kind {
    /// A GSS code.
    pub const CODE: Kind = Kind::Like("[A-Z][0-9]{8}");
    /// A nation.
    pub const NATION: Kind = Kind::Like("england|wales|scotland|northern-ireland");
    /// An id or a slug.
    pub const ID: Kind = Kind::Like("[a-z0-9]+(-[a-z0-9]+)*");
    /// A period: see [`healthy_years::model::Period`].
    pub const PERIOD: Kind =
        Kind::Like("([0-9]{4}(-[0-9]{4})?|[0-9]{4}-[0-9]{2}(-[0-9]{2})?(\\.\\.[0-9]{4}-[0-9]{2}(-[0-9]{2})?)?)");

    /// The words of a list that are not empty.
    pub fn listed<T: Listed>() -> Kind {
        Kind::Word(words::<T>())
    }
}

/// The words of a list that are not empty.
pub fn words<T: Listed>() -> Vec<&'static str> {
    T::ALL.iter().map(|item| item.id()).filter(|word| !word.is_empty()).collect()
}

impl Field {
    /// A column whose cells may be empty.
    pub fn optional(name: &'static str, kind: Kind, description: &'static str) -> Field {
        Field { name, kind, description, required: false, unique: false, is_area: false }
    }

    /// A column without empty cells.
    pub fn required(name: &'static str, kind: Kind, description: &'static str) -> Field {
        Field { required: true, ..Field::optional(name, kind, description) }
    }

    /// The same, without two equal cells.
    pub fn unique(self) -> Field {
        Field { unique: true, ..self }
    }

    /// The same, of codes of areas.
    pub fn area(self) -> Field {
        Field { is_area: true, ..self }
    }
}

//! How a table with a row an area is laid out, as `indicators.toml` tells it, and its columns once they are found.

use std::collections::BTreeMap;

use healthy_years::model::Period;
use serde::Deserialize;

use crate::sheet::{Column, Row, Sheet, SheetError};

/// Which columns hold what. Texts are names of columns unless they say otherwise.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Layout {
    /// The area's code.
    area: String,
    /// The area's name, where the table has no codes.
    area_name: String,
    /// The period of all rows, itself, where no column tells it.
    pub(super) at: String,
    period: String,
    /// The name of the series, where one column holds the values of several; else each series is a column of its own.
    series: String,
    /// The value, where it is not in a column of the series' name.
    value: String,
    /// The lower and the upper limit.
    limits: Option<[String; 2]>,
    sex: String,
    /// Whether the value is published or computed, in words.
    basis: String,
    /// How many districts have a value, and how many there are.
    districts: Option<[String; 2]>,
    /// The two numbers that the value is a percentage of.
    ratio: Option<[String; 2]>,
    /// Columns that must hold one text in every row.
    constant: BTreeMap<String, String>,
    /// Series that are left out, each with the reason.
    pub(super) left_out: BTreeMap<String, String>,
    /// What stands for a value that is not available.
    pub(super) not_available: String,
    /// Whether every value was computed from smaller areas by whoever put the table together.
    pub(super) computed: bool,
    /// Whether counts of districts were added up, which no publisher did for counties and later areas.
    pub(super) added_up: bool,
    /// Whether some years hold other years' figures.
    pub(super) filled: bool,
}

/// The columns of a sheet that has a layout.
pub(super) struct Columns {
    pub(super) area: Column,
    /// Whether `area` holds names.
    pub(super) by_name: bool,
    pub(super) period: When,
    series: Option<Column>,
    value: Option<Column>,
    pub(super) limits: Option<[Column; 2]>,
    pub(super) sex: Option<Column>,
    pub(super) basis: Option<Column>,
    pub(super) districts: Option<[Column; 2]>,
    pub(super) ratio: Option<[Column; 2]>,
    constant: Vec<(Column, String)>,
}

/// Where a row's period is told.
pub(super) enum When {
    /// All rows are of one period.
    Always(Period),
    /// A column tells it.
    In(Column),
}

/// Where a row's values are.
pub(super) enum Values<'a> {
    /// In the column of this name, one for each series.
    EachInItsColumn,
    /// In one column, for all series or for the one that the row names.
    Here(&'a Column, Option<&'a Column>),
}

impl Columns {
    /// Finds the columns.
    pub(super) fn of(sheet: &Sheet, layout: &Layout) -> Result<Columns, SheetError> {
        let one = |name: &String| if name.is_empty() { Ok(None) } else { sheet.column(name).map(Some) };
        let two = |names: &Option<[String; 2]>| match names {
            Some([a, b]) => Ok(Some([sheet.column(a)?, sheet.column(b)?])),
            None => Ok(None),
        };
        let by_name = layout.area.is_empty();
        let constant = |(name, text): (&String, &String)| Ok((sheet.column(name)?, text.clone()));
        Ok(Columns {
            area: sheet.column(if by_name { &layout.area_name } else { &layout.area })?,
            by_name,
            period: match layout.at.parse() {
                Ok(period) => When::Always(period),
                Err(_) => When::In(sheet.column(&layout.period)?),
            },
            series: one(&layout.series)?,
            value: one(&layout.value)?,
            limits: two(&layout.limits)?,
            sex: one(&layout.sex)?,
            basis: one(&layout.basis)?,
            districts: two(&layout.districts)?,
            ratio: two(&layout.ratio)?,
            constant: layout.constant.iter().map(constant).collect::<Result<_, _>>()?,
        })
    }

    /// Where the values are.
    pub(super) fn values(&self) -> Values<'_> {
        self.value.as_ref().map_or(Values::EachInItsColumn, |value| Values::Here(value, self.series.as_ref()))
    }

    /// Refuses a row that holds another text where all rows must hold one.
    pub(super) fn constants_hold(&self, row: Row<'_>) -> Result<(), SheetError> {
        let other = self.constant.iter().find(|(column, text)| row.text(column) != text);
        other.map_or(Ok(()), |(column, text)| Err(row.wrong(column, format!("“{text}”"))))
    }
}

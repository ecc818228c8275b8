//! Trap: some figures of counties were computed from their districts by whoever put the table together. A column says
//! which, in words that go on with where from.

use healthy_years::model::Mark;

use crate::sheet::{Column, Row, SheetError};

/// What the words say of the row's value.
pub(crate) fn mark(row: Row<'_>, column: &Column) -> Result<Mark, SheetError> {
    let text = row.text(column);
    let begins = |beginnings: [&str; 2]| beginnings.iter().any(|beginning| text.starts_with(beginning));
    if begins(["published", "official "]) {
        Ok(Mark::Published)
    } else if begins(["computed ", "computed: "]) {
        Ok(Mark::Computed)
    } else {
        Err(row.wrong(column, "published, official … or computed …"))
    }
}

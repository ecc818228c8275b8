//! Trap: a percentage stands beside the two counts it is made of, and could be told apart from them by one slip.

use crate::sheet::{Column, Row, SheetError};

/// Refuses a percentage that the two counts beside it do not give, to the two decimals that one table rounds to.
pub(crate) fn verify(row: Row<'_>, column: &Column, value: f64, [part, whole]: &[Column; 2]) -> Result<(), SheetError> {
    let count = |column| row.number(column)?.filter(|count| *count >= 0.0).ok_or_else(|| row.wrong(column, "a count"));
    let share = 100.0 * count(part)? / count(whole)?;
    if (share - value).abs() <= 0.005_001 {
        Ok(())
    } else {
        Err(row.wrong(column, format!("{share:.2}, the percentage of the counts beside it")))
    }
}

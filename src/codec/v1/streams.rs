//! Reading texts and numbers in order from the columns that hold them.

use crate::codec::{EncodeError, PackError};

/// Whole numbers, taken one by one.
pub(super) struct Numbers<'a>(core::slice::Iter<'a, i64>);

impl<'a> Numbers<'a> {
    pub fn new(numbers: &'a [i64]) -> Numbers<'a> {
        Numbers(numbers.iter())
    }

    pub fn next(&mut self) -> Result<i64, PackError> {
        self.0.next().copied().ok_or(PackError::Malformed("a number is missing"))
    }

    /// The next number, which must be from 0 to 4,294,967,295.
    pub fn next_u32(&mut self) -> Result<u32, PackError> {
        self.next().and_then(|number| u32::try_from(number).map_err(|_| OUT_OF_RANGE))
    }

    /// The next number as a position in a list.
    pub fn next_place(&mut self) -> Result<usize, PackError> {
        self.next_u32().map(|number| number as usize)
    }

    /// Refuses numbers that are left over.
    pub fn finish(mut self) -> Result<(), PackError> {
        self.0.next().map_or(Ok(()), |_| Err(PackError::Malformed("a number too many")))
    }
}

/// A number is not one of those it may be.
pub(super) const OUT_OF_RANGE: PackError = PackError::Malformed("a number out of range");

/// Adds numbers of which one is hostile.
pub(super) fn add(a: i64, b: i64) -> Result<i64, PackError> {
    a.checked_add(b).ok_or(OUT_OF_RANGE)
}

/// Texts that were written with [`line`], taken one by one.
pub(super) struct Lines<'a>(&'a str);

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Lines<'a> {
        Lines(text)
    }

    pub fn next(&mut self) -> Result<&'a str, PackError> {
        let (line, rest) = self.0.split_once('\n').ok_or(PackError::Malformed("a text is missing"))?;
        self.0 = rest;
        Ok(line)
    }

    /// Refuses texts that are left over.
    pub fn finish(self) -> Result<(), PackError> {
        if self.0.is_empty() { Ok(()) } else { Err(PackError::Malformed("a text too many")) }
    }
}

/// Appends a text, which may not contain a line break, and ends it with one.
pub(super) fn line(lines: &mut String, text: &str) -> Result<(), EncodeError> {
    if text.contains('\n') {
        return Err(EncodeError::LineBreak(text.to_owned()));
    }
    lines.push_str(text);
    lines.push('\n');
    Ok(())
}

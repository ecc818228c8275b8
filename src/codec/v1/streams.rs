//! The two streams a payload is made of: texts and whole numbers.

use serde::{Deserialize, Serialize};

use crate::codec::{EncodeError, PackError};

/// What is written: every text ended by a line break, and every number.
#[derive(Serialize, Default)]
pub(super) struct Writer {
    texts: String,
    numbers: Vec<i64>,
}

impl Writer {
    /// Writes a text, which may not contain a line break.
    pub fn text(&mut self, text: &str) -> Result<(), EncodeError> {
        if text.contains('\n') {
            return Err(EncodeError::LineBreak(text.to_owned()));
        }
        self.texts.push_str(text);
        self.texts.push('\n');
        Ok(())
    }

    /// Writes a number.
    pub fn number(&mut self, number: i64) {
        self.numbers.push(number);
    }

    /// Writes how many there are of something.
    pub fn count(&mut self, count: usize) {
        self.numbers.push(count as i64);
    }

    /// Writes numbers whose count is known from elsewhere.
    pub fn column(&mut self, numbers: impl IntoIterator<Item = i64>) {
        self.numbers.extend(numbers);
    }

    /// Writes numbers after their count.
    pub fn list(&mut self, numbers: &[i64]) {
        self.count(numbers.len());
        self.numbers.extend(numbers);
    }

    /// The payload.
    pub fn finish(self) -> Result<Vec<u8>, EncodeError> {
        postcard::to_allocvec(&self).map_err(|_| EncodeError::TooMuch("the payload"))
    }
}

/// A payload, as [`Writer`] wrote it.
#[derive(Deserialize)]
pub(super) struct Payload<'a> {
    texts: &'a str,
    numbers: Vec<i64>,
}

impl<'a> Payload<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Payload<'a>, PackError> {
        match postcard::take_from_bytes(bytes) {
            Ok((payload, [])) => Ok(payload),
            _ => Err(PackError::Malformed("its structure")),
        }
    }

    /// Reads it from its beginning.
    pub fn reader(&self) -> Reader<'_> {
        Reader { texts: self.texts, numbers: Numbers(&self.numbers) }
    }
}

/// Takes texts and numbers in the order they were written in.
pub(super) struct Reader<'a> {
    texts: &'a str,
    numbers: Numbers<'a>,
}

impl<'a> Reader<'a> {
    pub fn text(&mut self) -> Result<&'a str, PackError> {
        let (text, rest) = self.texts.split_once('\n').ok_or(PackError::Malformed("a text is missing"))?;
        self.texts = rest;
        Ok(text)
    }

    /// The next so many texts.
    pub fn texts<const COUNT: usize>(&mut self) -> Result<[&'a str; COUNT], PackError> {
        let mut texts = [""; COUNT];
        for text in &mut texts {
            *text = self.text()?;
        }
        Ok(texts)
    }

    pub fn number(&mut self) -> Result<i64, PackError> {
        self.numbers.next()
    }

    pub fn count(&mut self) -> Result<usize, PackError> {
        self.numbers.next_place()
    }

    /// The next so many numbers.
    pub fn column(&mut self, count: usize) -> Result<Numbers<'a>, PackError> {
        let (column, rest) = self.numbers.0.split_at_checked(count).ok_or(MISSING_NUMBER)?;
        self.numbers = Numbers(rest);
        Ok(Numbers(column))
    }

    /// The next numbers, whose count stands before them.
    pub fn list(&mut self) -> Result<Numbers<'a>, PackError> {
        let count = self.count()?;
        self.column(count)
    }

    /// Refuses what is left over.
    pub fn finish(self) -> Result<(), PackError> {
        if !self.texts.is_empty() {
            return Err(PackError::Malformed("a text too many"));
        }
        self.numbers.finish()
    }
}

/// Whole numbers, taken one by one.
pub(super) struct Numbers<'a>(&'a [i64]);

impl Numbers<'_> {
    pub fn next(&mut self) -> Result<i64, PackError> {
        let (number, rest) = self.0.split_first().ok_or(MISSING_NUMBER)?;
        self.0 = rest;
        Ok(*number)
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
    pub fn finish(self) -> Result<(), PackError> {
        if self.0.is_empty() { Ok(()) } else { Err(PackError::Malformed("a number too many")) }
    }
}

const MISSING_NUMBER: PackError = PackError::Malformed("a number is missing");

/// A number is not one of those it may be.
pub(super) const OUT_OF_RANGE: PackError = PackError::Malformed("a number out of range");

/// Adds numbers of which one is hostile.
pub(super) fn add(a: i64, b: i64) -> Result<i64, PackError> {
    a.checked_add(b).ok_or(OUT_OF_RANGE)
}

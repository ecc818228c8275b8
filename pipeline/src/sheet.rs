//! A CSV file read by column name, whose every complaint names file, line, column and what was expected.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::Path;
use std::str::FromStr;

use csv::{ReaderBuilder, StringRecord, Trim};

/// What is wrong with a file of figures, and where.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The file cannot be read or written.
    #[error("{file}: {why}")]
    File {
        /// The file.
        file: String,
        /// What the system says.
        why: String,
    },
    /// The file is not CSV in UTF-8.
    #[error("{file}, line {line}: expected a row of CSV in UTF-8 with as many fields as the header: {why}")]
    NotCsv {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
        /// What the reader says.
        why: String,
    },
    /// The last line has no end.
    #[error("{file}, line {line}: found the end of the file, expected the end of the line: the file is cut off")]
    CutOff {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
    },
    /// A column is not there, or twice.
    #[error("{file}, line 1: expected one column “{column}”; found: {found}")]
    NoColumn {
        /// The file.
        file: String,
        /// The column's name.
        column: String,
        /// The names that were found.
        found: String,
    },
    /// A cell holds something else than it should.
    #[error("{file}, line {line}, column “{column}”: found “{found}”, expected {expected}")]
    Cell {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
        /// The column's name.
        column: String,
        /// What was found.
        found: String,
        /// What was expected.
        expected: String,
    },
}

/// A CSV file in memory.
#[derive(Debug)]
pub struct Sheet {
    file: String,
    header: StringRecord,
    records: Vec<(u64, StringRecord)>,
}

/// A column of a sheet, found by its name.
#[derive(Debug, Clone)]
pub struct Column {
    name: String,
    at: usize,
}

/// One row of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    line: u64,
    record: &'a StringRecord,
}

impl Sheet {
    /// Reads `folder/file`; complaints name it as `file`.
    pub fn read(folder: &Path, file: &str) -> Result<Sheet, SheetError> {
        let bytes = std::fs::read(folder.join(file))
            .map_err(|error| SheetError::File { file: file.to_owned(), why: error.to_string() })?;
        Sheet::parse(file, &bytes)
    }

    /// Reads the bytes of a CSV file called `file`.
    pub fn parse(file: &str, bytes: &[u8]) -> Result<Sheet, SheetError> {
        let mut reader =
            ReaderBuilder::new().has_headers(false).trim(Trim::All).from_reader(without_byte_order_mark(bytes));
        let mut records = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| SheetError::NotCsv {
                file: file.to_owned(),
                line: error.position().map_or(1, csv::Position::line),
                why: error.to_string(),
            })?;
            records.push((record.position().map_or(1, csv::Position::line), record));
        }
        if !bytes.is_empty() && !bytes.ends_with(b"\n") {
            let line = records.last().map_or(1, |(line, _)| *line);
            return Err(SheetError::CutOff { file: file.to_owned(), line });
        }
        let header = if records.is_empty() { StringRecord::new() } else { records.remove(0).1 };
        Ok(Sheet { file: file.to_owned(), header, records })
    }

    /// The column with this name. The order of columns does not matter: it differs between files.
    pub fn column(&self, name: &str) -> Result<Column, SheetError> {
        let mut places = self.header.iter().enumerate().filter(|(_, found)| *found == name);
        match (places.next(), places.next()) {
            (Some((at, _)), None) => Ok(Column { name: name.to_owned(), at }),
            _ => Err(SheetError::NoColumn {
                file: self.file.clone(),
                column: name.to_owned(),
                found: self.header.iter().collect::<Vec<_>>().join(", "),
            }),
        }
    }

    /// The columns with these names.
    pub fn columns<const N: usize>(&self, names: [&str; N]) -> Result<[Column; N], SheetError> {
        let mut columns = names.map(|name| Column { name: name.to_owned(), at: 0 });
        for column in &mut columns {
            *column = self.column(&column.name)?;
        }
        Ok(columns)
    }

    /// The rows below the header.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|(line, record)| Row { sheet: self, line: *line, record })
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }
}

impl<'a> Row<'a> {
    /// The line the row begins on, from 1.
    pub fn line(self) -> u64 {
        self.line
    }

    /// The text of a cell, without surrounding blanks.
    pub fn text(self, column: &Column) -> &'a str {
        self.record.get(column.at).unwrap_or_default()
    }

    /// The text of a cell that may not be empty.
    pub fn some_text(self, column: &Column) -> Result<&'a str, SheetError> {
        match self.text(column) {
            "" => Err(self.wrong(column, "some text")),
            text => Ok(text),
        }
    }

    /// A cell read as `T`; the complaint says what `T` says.
    pub fn parsed<T>(self, column: &Column, expected: &str) -> Result<T, SheetError>
    where
        T: FromStr,
        T::Err: Display,
    {
        self.text(column).parse().map_err(|why| self.wrong(column, format!("{expected} ({why})")))
    }

    /// A finite number, or none where the cell is empty.
    pub fn number(self, column: &Column) -> Result<Option<f64>, SheetError> {
        match self.text(column) {
            "" => Ok(None),
            text => number(text).map(Some).ok_or_else(|| self.wrong(column, "a number or nothing")),
        }
    }

    /// A number within a range.
    pub fn number_in(self, column: &Column, range: RangeInclusive<f64>) -> Result<f64, SheetError> {
        let number = number(self.text(column)).filter(|number| range.contains(number));
        number.ok_or_else(|| self.wrong(column, format!("a number from {} to {}", range.start(), range.end())))
    }

    /// A whole number within a range.
    pub fn whole_in(self, column: &Column, range: RangeInclusive<u32>) -> Result<u32, SheetError> {
        let digits = Some(self.text(column)).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
        let number = digits.and_then(|text| text.parse().ok()).filter(|number| range.contains(number));
        number.ok_or_else(|| self.wrong(column, format!("a whole number from {} to {}", range.start(), range.end())))
    }

    /// The name of the file.
    pub fn file(self) -> &'a str {
        &self.sheet.file
    }

    /// The complaint that a cell is not what was expected.
    pub fn wrong(self, column: &Column, expected: impl Into<String>) -> SheetError {
        SheetError::Cell {
            file: self.sheet.file.clone(),
            line: self.line,
            column: column.name.clone(),
            found: self.text(column).to_owned(),
            expected: expected.into(),
        }
    }
}

/// The number that a text is in plain decimal writing; none for “nan”, “inf” and everything else.
pub fn number(text: &str) -> Option<f64> {
    let begins_well = text.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.');
    text.parse::<f64>().ok().filter(|number| begins_well && number.is_finite())
}

/// Trap: some files begin with a UTF-8 byte order mark, which would become part of the first column's name.
fn without_byte_order_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_by_name_past_a_byte_order_mark() {
        let sheet = Sheet::parse("a.csv", b"\xEF\xBB\xBFb,a\n2, 1 \n").unwrap();
        let [a, b] = sheet.columns(["a", "b"]).unwrap();
        let row = sheet.rows().next().unwrap();
        assert_eq!((row.text(&a), row.text(&b), row.line()), ("1", "2", 2));
    }

    #[test]
    fn says_where_and_what() {
        let sheet = Sheet::parse("a.csv", b"a\n1\ntwo\n").unwrap();
        let a = sheet.column("a").unwrap();
        let error = sheet.rows().last().unwrap().number(&a).unwrap_err();
        assert_eq!(error.to_string(), "a.csv, line 3, column “a”: found “two”, expected a number or nothing");
        assert_eq!(sheet.column("b").unwrap_err().to_string(), "a.csv, line 1: expected one column “b”; found: a");
        assert_eq!(
            Sheet::parse("a.csv", b"").unwrap().column("b").unwrap_err().to_string(),
            "a.csv, line 1: expected one column “b”; found: "
        );
    }

    #[test]
    fn refuses_two_columns_of_one_name() {
        let error = Sheet::parse("a.csv", b"a,a\n1,2\n").unwrap().column("a").unwrap_err();
        assert_eq!(error.to_string(), "a.csv, line 1: expected one column “a”; found: a, a");
    }

    #[test]
    fn refuses_a_file_that_is_cut_off() {
        let said = Sheet::parse("a.csv", b"a,b\n1,25\n2,1").unwrap_err().to_string();
        let expected = "a.csv, line 3: found the end of the file, expected the end of the line: the file is cut off";
        assert_eq!(said, expected);
    }

    #[test]
    fn numbers_keep_to_their_range() {
        let sheet = Sheet::parse("a.csv", b"a,b\n31.5,4\n").unwrap();
        let [a, b] = sheet.columns(["a", "b"]).unwrap();
        let row = sheet.rows().next().unwrap();
        assert_eq!((row.number_in(&a, 30.0..=100.0).unwrap(), row.whole_in(&b, 1..=10).unwrap()), (31.5, 4));
        let why = row.number_in(&a, 0.0..=1.0).unwrap_err().to_string();
        assert_eq!(why, "a.csv, line 2, column “a”: found “31.5”, expected a number from 0 to 1");
        for column in [&a, &b] {
            let why = row.whole_in(column, 5..=10).unwrap_err().to_string();
            assert!(why.ends_with("expected a whole number from 5 to 10"), "{why}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(sheet) = Sheet::parse("a.csv", &bytes) {
                let rows = sheet.rows().count();
                prop_assert!(rows <= bytes.len());
            }
        }

        #[test]
        fn reads_back_every_finite_number(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
            prop_assert_eq!(number(&value.to_string()), Some(value));
        }
    }

    #[test]
    fn refuses_ragged_rows_and_other_encodings() {
        for bytes in [&b"a,b\n1\n"[..], b"a\n\xFF\n"] {
            let text = Sheet::parse("a.csv", bytes).unwrap_err().to_string();
            assert!(text.starts_with("a.csv, line 2: expected a row of CSV in UTF-8"), "{text}");
        }
    }

    #[test]
    fn numbers_are_plain_and_finite() {
        for (text, expected) in [("1.5", Some(1.5)), ("-0.25", Some(-0.25)), ("1e-05", Some(1e-5))] {
            assert_eq!(number(text), expected);
        }
        for text in ["", "nan", "NaN", "inf", "-inf", "1,000", "1e999", "+1", "x"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}

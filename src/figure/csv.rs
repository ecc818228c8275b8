//! A table as CSV, to be downloaded: RFC 4180, UTF-8 without byte order mark.

use super::{Cell, Row, Table};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The heading over areas' codes.
const CODE: &str = "code";

/// From this size on a number is written as it is: a billionth more or less is below its last digit.
const LARGE: f64 = 1e6;

impl Table {
    /// The table as CSV: columns by their keys, before them the GSS code where a row is about an area. Numbers are in
    /// full, whatever is shown; a cell without a number is empty. Text that a spreadsheet would run as a formula begins
    /// with an apostrophe. Lines end in CR LF, the last too.
    pub fn csv(&self) -> String {
        let has_code = self.rows.iter().any(|row| row.area.is_some());
        let mut out = String::new();
        let keys = self.columns.iter().map(|column| column.key.to_owned());
        push_line(&mut out, has_code.then(|| CODE.to_owned()).into_iter().chain(keys));
        for row in &self.rows {
            push_line(&mut out, has_code.then(|| code(row)).into_iter().chain(row.cells.iter().map(field)));
        }
        out
    }
}

fn code(row: &Row) -> String {
    row.area.map(|area| area.to_string()).unwrap_or_default()
}

fn push_line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&field);
    }
    out.push_str("\r\n");
}

/// A cell as a field.
fn field(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Link { shown: text, .. } => quoted(&guarded(text)),
        Cell::Number { value, .. } => number(*value),
        Cell::Missing(_) => String::new(),
    }
}

/// The shortest text that reads back as the number, to a billionth: what lies beyond are slips of floating-point
/// arithmetic, such as 51.8 − 69.4. What is not finite is no number.
fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let tidy = if value.abs() < LARGE { libm::round(value * 1e9) / 1e9 } else { value };
    // −0 is 0.
    (tidy + 0.0).to_string()
}

/// Text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    if text.starts_with(FORMULA) { ["'", text].concat() } else { text.to_owned() }
}

/// Text in quotes where it holds what parts fields or lines.
fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n']) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::TableColumn;
    use proptest::prelude::*;

    fn table(rows: Vec<Row>) -> Table {
        let column = |key: &'static str, numeric| TableColumn { key, label: key.to_uppercase(), numeric };
        Table { caption: "a caption".into(), columns: vec![column("place", false), column("years", true)], rows }
    }

    fn row(area: Option<&str>, name: &str, cell: Cell) -> Row {
        Row { area: area.map(|code| code.parse().unwrap()), chosen: false, cells: vec![Cell::Text(name.into()), cell] }
    }

    fn years(value: f64) -> Cell {
        Cell::Number { value, shown: "as shown".into() }
    }

    #[test]
    fn codes_come_first_and_numbers_are_in_full() {
        let rows = vec![
            row(Some("E06000009"), "Blackpool", years(51.8 - 69.4)),
            row(Some("E09000001"), "City of London", Cell::Missing("too few people".into())),
            row(None, "A group", years(1.0 / 3.0)),
        ];
        assert_eq!(
            table(rows).csv(),
            "code,place,years\r\nE06000009,Blackpool,-17.6\r\nE09000001,City of London,\r\n,A group,0.333333333\r\n"
        );
    }

    #[test]
    fn a_table_without_areas_has_no_codes() {
        assert_eq!(
            table(vec![row(None, "1, most deprived", years(48.0))]).csv(),
            "place,years\r\n\"1, most deprived\",48\r\n"
        );
        assert_eq!(table(Vec::new()).csv(), "place,years\r\n");
    }

    #[test]
    fn formulas_are_no_formulas_and_negative_numbers_stay_numbers() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+44", "'+44"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("\ttab", "'\ttab"),
            ("\rx", "\"'\rx\""),
            ("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""),
            ("−1.2", "−1.2"),
            ("Ynys Môn", "Ynys Môn"),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(field(&Cell::Text(text.into())), written);
        }
        for (value, written) in [
            (-1.5, "-1.5"),
            (-0.0, "0"),
            (f64::NAN, ""),
            (12_345_678.25, "12345678.25"),
            (61.899_999_999_999_99, "61.9"),
        ] {
            assert_eq!(field(&years(value)), written);
        }
    }

    /// Reads CSV as RFC 4180 says.
    fn read(csv: &str) -> Vec<Vec<String>> {
        let (mut lines, mut line, mut field, mut inside) = (Vec::new(), Vec::new(), String::new(), false);
        let mut letters = csv.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if inside && letters.peek() == Some(&'"') => field.extend(letters.next()),
                '"' => inside = !inside,
                ',' if !inside => line.push(core::mem::take(&mut field)),
                '\r' if !inside && letters.peek() == Some(&'\n') => {
                    letters.next();
                    line.push(core::mem::take(&mut field));
                    lines.push(core::mem::take(&mut line));
                }
                _ => field.push(letter),
            }
        }
        lines
    }

    proptest! {
        #[test]
        fn any_words_read_back(names in proptest::collection::vec("[a-z,\"=\r\n é-]{0,12}", 0..5)) {
            let rows = names.iter().map(|name| row(Some("E06000009"), name, years(1.25))).collect();
            let read = read(&table(rows).csv());
            prop_assert_eq!(read.len(), names.len() + 1);
            for (line, name) in read.iter().skip(1).zip(&names) {
                prop_assert_eq!(line, &vec!["E06000009".to_owned(), guarded(name), "1.25".to_owned()]);
            }
        }
    }
}

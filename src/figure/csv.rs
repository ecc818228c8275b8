//! A table as CSV, to be downloaded: RFC 4180, UTF-8 without byte order mark.

use super::{Cell, Row, Source, Table, TableColumn};
use crate::model::Period;

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The heading over areas' codes.
const CODE: &str = "code";

/// From this size on a number is written as it is: a billionth more or less is below its last digit.
const LARGE: f64 = 1e6;

/// What stands between the sources of a figure.
const BETWEEN_SOURCES: &str = " | ";

impl Table {
    /// The table as CSV: columns by their keys, before them the GSS code where a row is about an area, after them the
    /// periods of columns that have one (`period`, or `x_period` beside `years_period` where they differ), what the figure is about
    /// (its subtitle: measure, whose lives, where) and the sources. A column of a place or nation has its name and code as heading.
    /// Numbers are in full, whatever is shown; a cell without a number is empty. Text that a spreadsheet would run as a formula
    /// begins with an apostrophe. Lines end in CR LF, the last too.
    pub fn csv(&self, about: &str, sources: &[Source]) -> String {
        let has_code = self.rows.iter().any(|row| row.area.is_some());
        let periods = self.periods();
        let lines: Vec<&str> = sources.iter().map(|source| source.line.as_str()).collect();
        let (about, source) = (quoted(&guarded(about)), quoted(&lines.join(BETWEEN_SOURCES)));
        let mut out = String::new();
        let mut head: Vec<String> = self.columns.iter().map(heading).collect();
        head.extend(periods.iter().map(|(key, _)| key.clone()));
        head.extend(["about", "source"].map(str::to_owned));
        push_line(&mut out, has_code.then(|| CODE.to_owned()).into_iter().chain(head));
        for row in &self.rows {
            let mut fields: Vec<String> = row.cells.iter().map(field).collect();
            fields.extend(periods.iter().map(|(_, period)| period.to_string()));
            let own = row.source.as_ref().map(|own| quoted(&guarded(own)));
            fields.extend([about.clone(), own.unwrap_or_else(|| source.clone())]);
            push_line(&mut out, has_code.then(|| code(row)).into_iter().chain(fields));
        }
        out
    }

    /// The periods of columns, each with its heading: one for each run of columns that share theirs.
    fn periods(&self) -> Vec<(String, Period)> {
        let mut runs: Vec<(&str, Period)> = Vec::new();
        for column in &self.columns {
            if let Some(period) = column.period.filter(|period| runs.last().is_none_or(|(_, last)| last != period)) {
                runs.push((column.key, period));
            }
        }
        match runs.as_slice() {
            [(_, period)] => vec![("period".to_owned(), *period)],
            several => several.iter().map(|(key, period)| ([key, "_period"].concat(), *period)).collect(),
        }
    }
}

/// The heading of a column: its key, or the name and code of the place that it is of.
fn heading(column: &TableColumn) -> String {
    let is_named = ["place_", "nation_", "x_"].iter().any(|start| column.key.starts_with(start));
    let named = match column.area {
        Some(code) => [&column.label, " (", &code.to_string(), ")"].concat(),
        None => column.label.clone(),
    };
    if is_named { quoted(&guarded(&named)) } else { column.key.to_owned() }
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
    use proptest::prelude::*;

    fn table(rows: Vec<Row>) -> Table {
        let column = |key: &'static str, numeric| TableColumn::of(key, key.to_uppercase(), numeric);
        Table { caption: "a caption".into(), columns: vec![column("place", false), column("years", true)], rows }
    }

    fn row(area: Option<&str>, name: &str, cell: Cell) -> Row {
        Row {
            source: None,
            area: area.map(|code| code.parse().unwrap()),
            chosen: false,
            cells: vec![Cell::Text(name.into()), cell],
        }
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
            table(rows).csv("", &[]),
            "code,place,years,about,source\r\nE06000009,Blackpool,-17.6,,\r\nE09000001,City of London,,,\r\n,A group,0.333333333,,\r\n"
        );
    }

    #[test]
    fn a_table_without_areas_has_no_codes() {
        assert_eq!(
            table(vec![row(None, "1, most deprived", years(48.0))]).csv("", &[]),
            "place,years,about,source\r\n\"1, most deprived\",48,,\r\n"
        );
        assert_eq!(table(Vec::new()).csv("", &[]), "place,years,about,source\r\n");
    }

    #[test]
    fn periods_and_sources_come_last() {
        let period = |from, to| Period::years(from, to);
        let source = |line: &str| Source {
            line: line.into(),
            publishers: Vec::new(),
            licences: Vec::new(),
            in_development: false,
        };
        let mut table = table(vec![row(None, "A group", years(48.0))]);
        table.columns[1].period = period(2022, 2024);
        let sources = [source("One, a table."), source("Other.")];
        assert_eq!(
            table.csv("Lives", &sources),
            "place,years,period,about,source\r\nA group,48,2022-2024,Lives,\"One, a table. | Other.\"\r\n"
        );
        table.columns.insert(1, TableColumn { period: period(2021, 2023), ..TableColumn::of("x", "X".into(), true) });
        table.rows[0].cells.insert(1, years(1.0));
        assert_eq!(
            table.csv("", &[]),
            "place,x,years,x_period,years_period,about,source\r\nA group,1,48,2021-2023,2022-2024,,\r\n"
        );
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
            let read = read(&table(rows).csv("", &[]));
            prop_assert_eq!(read.len(), names.len() + 1);
            for (line, name) in read.iter().skip(1).zip(&names) {
                prop_assert_eq!(line, &vec!["E06000009".to_owned(), guarded(name), "1.25".to_owned(), String::new(), String::new()]);
            }
        }
    }
}

//! One hostile change each to the tables of areas, populations and districts.

use std::fs;

use crate::support::{self, Fixture, Rows};

/// A table, a row of it that is changed, and its columns.
struct Table {
    file: &'static str,
    /// The line that is changed, from 1.
    line: usize,
    code: &'static str,
    columns: &'static [&'static str],
}

const TABLES: [Table; 3] = [
    Table { file: "utla24-region-nation.csv", line: 2, code: "c", columns: &["c", "name", "rgn", "rgnname"] },
    Table { file: "population-mid2022.csv", line: 2, code: "code", columns: &["code", "pop_all"] },
    Table {
        file: "ltla24-utla24-region24-england-wales.csv",
        line: 3,
        code: "utla24_code",
        columns: &["ltla24_code", "ltla24_name", "utla24_code"],
    },
];

impl Table {
    /// The complaint about the table with its lines changed.
    fn changed(&self, what: &str, change: impl FnOnce(&mut Rows)) -> String {
        let mut rows = support::rows(&format!("geography/{}", self.file));
        change(&mut rows);
        self.complaint(what, &support::bytes(&rows))
    }

    fn cell(&self, what: &str, column: &str, text: &str) -> String {
        self.changed(what, |rows| {
            let at = rows[0].iter().position(|name| name == column).unwrap();
            text.clone_into(&mut rows[self.line - 1][at]);
        })
    }

    fn complaint(&self, what: &str, bytes: &[u8]) -> String {
        support::complaint(what, &format!("geography/{}", self.file), bytes)
    }

    fn begins(&self, complaint: &str, rest: &str) {
        let expected = format!("geography/{}, {rest}", self.file);
        assert!(complaint.starts_with(&expected), "found    {complaint}\nexpected {expected}…");
    }
}

#[test]
fn a_column_that_is_missing_or_renamed() {
    for table in &TABLES {
        for column in table.columns {
            let missing = table.changed("missing", |rows| {
                let at = rows[0].iter().position(|name| name == column).unwrap();
                rows.iter_mut().for_each(|row| drop(row.remove(at)));
            });
            table.begins(&missing, &format!("line 1: expected one column “{column}”"));
            let renamed = table.changed("renamed", |rows| {
                rows[0].iter_mut().filter(|name| *name == column).for_each(|name| name.push('x'));
            });
            table.begins(&renamed, &format!("line 1: expected one column “{column}”"));
        }
    }
}

#[test]
fn a_code_that_is_none_or_unknown() {
    for table in &TABLES {
        let complaint = table.cell("no-code", table.code, "n/a");
        table.begins(&complaint, &format!("line {}, column “{}”: found “n/a”, expected ", table.line, table.code));
    }
    let [areas, population, districts] = &TABLES;
    let complaint = areas.cell("unknown-region", "rgn", "E99000001");
    areas.begins(&complaint, "line 2, column “rgn”: found “E99000001”, expected the code of a region of England");
    let complaint = areas.cell("two-codes", "rgn", "E12000008");
    areas.begins(&complaint, "line 6, column “rgn”: found “E12000002”, expected E12000008, as for this name before");
    let complaint = districts.cell("unknown-area", "utla24_code", "E10000099");
    districts.begins(&complaint, "line 3, column “utla24_code”: found “E10000099”, expected the code of an area");
    // A code that no population is of: the area that it should be is without one.
    let complaint = population.cell("unknown", "code", "E06000099");
    areas.begins(&complaint, "line 2, column “c”: found “E06000009”, expected a code that geography/population");
}

#[test]
fn a_population_that_is_no_number_or_negative() {
    let [_, population, _] = &TABLES;
    for text in ["n/a", "-100", "100.5"] {
        let complaint = population.cell("number", "pop_all", text);
        population.begins(&complaint, &format!("line 2, column “pop_all”: found “{text}”, expected a whole number"));
    }
}

#[test]
fn a_row_that_stands_twice() {
    let [areas, population, districts] = &TABLES;
    for (table, column) in [(areas, "c"), (population, "code"), (districts, "ltla24_code")] {
        let complaint = table.changed("twice", |rows| rows.insert(table.line, rows[table.line - 1].clone()));
        table.begins(&complaint, &format!("line {}", table.line + 1));
        assert!(complaint.contains(column) || complaint.contains("already on line"), "{complaint}");
    }
}

#[test]
fn another_encoding_and_a_last_line_that_is_cut_off() {
    for table in &TABLES {
        let sound = fs::read(Fixture::original(&format!("sources/geography/{}", table.file))).unwrap();
        let lines = sound.iter().filter(|byte| **byte == b'\n').count();
        let latin = [&sound[..sound.len() - 1], b"\xF4\n"].concat();
        table.begins(&table.complaint("latin", &latin), &format!("line {lines}: expected a row of CSV in UTF-8"));
        table.begins(&table.complaint("cut", &sound[..sound.len() - 1]), &format!("line {lines}: "));
        table.begins(&table.complaint("cut-more", &sound[..sound.len() - 12]), &format!("line {lines}: "));
    }
}

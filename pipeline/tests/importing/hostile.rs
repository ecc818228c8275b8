//! Every area-level table format with one hostile change in a sound file: refused, with file, line and column.

use std::fs;

use crate::support::{self, Fixture, Rows};

/// A table of the fixtures, and where it can be hurt.
struct Format {
    file: &'static str,
    /// The line that is changed, from 1; the last of its file.
    line: usize,
    area: &'static str,
    value: &'static str,
    limits: Option<[&'static str; 2]>,
    /// Further columns that must be there.
    others: &'static [&'static str],
    /// Whether two rows of one area are one figure as long as they agree (see the trap of two codes).
    may_repeat: bool,
}

const fn format(file: &'static str, line: usize, area: &'static str, value: &'static str) -> Format {
    Format { file, line, area, value, limits: None, others: &[], may_repeat: false }
}

const FORMATS: [Format; 14] = [
    Format {
        limits: Some(["lci_95", "uci_95"]),
        others: &["indicator", "period", "unit", "status", "notes"],
        may_repeat: true,
        ..format("ons-local-statistics/heart.csv", 4, "areacd", "observation")
    },
    Format {
        limits: Some(["Lower confidence interval", "Upper confidence interval"]),
        others: &["Period", "Sex", "Age group"],
        ..format("life-expectancy/le-at-birth-2021-23.csv", 6, "Area code", "Life expectancy")
    },
    Format {
        others: &["period", "inequality", "unit"],
        ..format("life-expectancy/le-at-birth-england-2015-17-to-2023-25.csv", 8, "area_code", "value")
    },
    Format {
        others: &["domain_source"],
        ..format("deprivation/england-iod2025-utla24.csv", 3, "utla24_code", "IMD - Average score")
    },
    format("deprivation/england-iod2019-utla19.csv", 4, "utla19_code", "IMD - Average score"),
    format("deprivation/wales-wimd2019-la.csv", 2, "ltla22_code", "Proportion"),
    format("deprivation/wales-wimd2025-la-from-lsoa.csv", 2, "Local Authority", "d1"),
    format("deprivation/scotland-simd2020-council.csv", 2, "ltla24_code", "Proportion"),
    format("deprivation/northern-ireland-nimdm2017-lgd.csv", 2, "lgd14_code", "Extent"),
    format("deprivation/uk-composite-mysociety-la.csv", 5, "gss-code", "la-deprivation-score"),
    Format {
        others: &["indicator", "year", "basis"],
        ..format("circumstances/health-index-england-underlying-2015-2021.csv", 11, "utla24_code", "value")
    },
    Format {
        others: &["households", "fuel_poor"],
        ..format("circumstances/fuel-poverty-england-2020.csv", 4, "utla24_code", "pct")
    },
    Format {
        others: &["indicator", "numerator", "denominator"],
        ..format("circumstances/census2021-england-wales.csv", 3, "utla24_code", "value_pc")
    },
    Format {
        others: &["file", "period", "districts_with_value", "districts_total", "basis"],
        ..format("circumstances/fingertips-england.csv", 5, "utla24_code", "value")
    },
];

impl Format {
    /// The bytes of the sound file.
    fn sound(&self) -> Vec<u8> {
        fs::read(Fixture::original(&format!("sources/{}", self.file))).unwrap()
    }

    /// The complaint about the file with these bytes.
    fn complaint(&self, what: &str, bytes: &[u8]) -> String {
        support::complaint(what, self.file, bytes)
    }

    /// The complaint about the file with its rows changed.
    fn changed(&self, what: &str, change: impl FnOnce(&mut Rows)) -> String {
        let mut rows = support::rows(self.file);
        assert_eq!(rows.len(), self.line, "{}", self.file);
        change(&mut rows);
        self.complaint(what, &support::bytes(&rows))
    }

    /// The complaint about the file with one cell of its last line changed.
    fn cell(&self, what: &str, column: &str, text: &str) -> String {
        self.changed(what, |rows| {
            let at = at(rows, column);
            text.clone_into(&mut rows.last_mut().unwrap()[at]);
        })
    }

    /// How a complaint about a cell of the changed line begins.
    fn about(&self, column: &str, found: &str) -> String {
        format!("{}, line {}, column “{column}”: found “{found}”, expected ", self.file, self.line)
    }
}

fn at(rows: &Rows, column: &str) -> usize {
    rows[0].iter().position(|name| name == column).expect("the sound file has the column")
}

fn begins(complaint: &str, expected: &str) {
    assert!(complaint.starts_with(expected), "found    {complaint}\nexpected {expected}…");
}

#[test]
fn a_missing_or_renamed_column() {
    for format in &FORMATS {
        let limits = format.limits.iter().flatten();
        for column in [&format.area, &format.value].into_iter().chain(format.others).chain(limits) {
            let missing = format.changed("missing", |rows| {
                let at = at(rows, column);
                rows.iter_mut().for_each(|row| drop(row.remove(at)));
            });
            let renamed = format.changed("renamed", |rows| {
                let at = at(rows, column);
                rows[0][at].push_str(" (2)");
            });
            let expected = format!("{}, line 1: expected one column “{column}”; found: ", format.file);
            begins(&missing, &expected);
            begins(&renamed, &expected);
        }
    }
}

#[test]
fn text_for_a_value() {
    for format in &FORMATS {
        begins(&format.cell("text", format.value, "n/a"), &format.about(format.value, "n/a"));
    }
}

#[test]
fn a_negative_value() {
    for format in &FORMATS {
        begins(&format.cell("negative", format.value, "-0.5"), &format.about(format.value, "-0.5"));
    }
}

#[test]
fn an_area_twice() {
    for format in &FORMATS {
        let complaint = format.changed("twice", |rows| {
            let (mut again, value) = (rows.last().unwrap().clone(), at(rows, format.value));
            if format.may_repeat {
                again[value] = "50.5".to_owned();
            }
            rows.push(again);
        });
        begins(&complaint, &format!("{}, line {}: ", format.file, format.line + 1));
        assert!(complaint.contains(&format!("line {}", format.line)), "{complaint}");
    }
}

#[test]
fn an_unknown_area() {
    for format in &FORMATS {
        begins(&format.cell("unknown", format.area, "E06000099"), &format.about(format.area, "E06000099"));
    }
}

#[test]
fn swapped_limits() {
    for format in &FORMATS {
        let Some([lower, upper]) = format.limits else { continue };
        let complaint = format.changed("swapped", |rows| {
            let (lower, upper) = (at(rows, lower), at(rows, upper));
            rows.last_mut().unwrap().swap(lower, upper);
        });
        begins(&complaint, &format!("{}, line {}, column “{}”: ", format.file, format.line, format.value));
    }
}

#[test]
fn another_encoding() {
    for format in &FORMATS {
        let mut bytes = format.sound();
        let last = bytes.len() - 2;
        bytes[last] = 0xF4;
        let expected = format!("{}, line {}: expected a row of CSV in UTF-8", format.file, format.line);
        begins(&format.complaint("encoding", &bytes), &expected);
    }
}

#[test]
fn a_last_line_cut_off_anywhere() {
    for format in &FORMATS {
        let bytes = format.sound();
        let last_line = bytes[..bytes.len() - 1].iter().rposition(|b| *b == b'\n').unwrap() + 1;
        for end in last_line + 1..bytes.len() {
            let complaint = format.complaint("cut-off", &bytes[..end]);
            begins(&complaint, &format!("{}, line {}: ", format.file, format.line));
        }
    }
}

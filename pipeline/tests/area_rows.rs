//! Rows of `data/values/` drawn at random and found again in the source tables, by a reading of its own that shares
//! nothing with the import but the names of files and series in `indicators.toml`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop at what they did not expect"
)]

mod support;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use support::{sources, workspace};

/// How many rows are drawn of each table.
const DRAWN: usize = 50;

/// Which columns of a source hold what; empty where there is none.
#[derive(Clone, Copy, Default)]
struct Shape {
    /// How the file's path begins.
    file: &'static str,
    area: &'static str,
    /// The column of the period.
    period: &'static str,
    /// The one period of a file that does not say it.
    only: &'static str,
    series: &'static str,
    /// Empty: the column of the series' name.
    value: &'static str,
    sex: &'static str,
    limits: [&'static str; 2],
    /// Columns that must agree for the row to count.
    agree: [&'static str; 2],
}

const SHAPES: [Shape; 14] = [
    Shape {
        file: "ons-local-statistics/",
        area: "areacd",
        period: "period",
        series: "indicator",
        value: "observation",
        limits: ["lci_95", "uci_95"],
        ..NONE
    },
    Shape {
        file: "life-expectancy/le-at-birth-2021-23",
        area: "Area code",
        period: "Period",
        value: "Life expectancy",
        sex: "Sex",
        limits: ["Lower confidence interval", "Upper confidence interval"],
        ..NONE
    },
    Shape {
        file: "life-expectancy/le-at-birth-england",
        area: "area_code",
        period: "period",
        value: "value",
        sex: "inequality",
        ..NONE
    },
    Shape { file: "deprivation/england-iod2025", area: "utla24_code", only: "2025", ..NONE },
    Shape { file: "deprivation/england-iod2019", area: "utla19_code", only: "2019", ..NONE },
    Shape { file: "deprivation/wales-wimd2019", area: "ltla22_code", only: "2019", ..NONE },
    Shape { file: "deprivation/wales-wimd2025", area: "Local Authority", only: "2025", ..NONE },
    Shape { file: "deprivation/scotland", area: "ltla24_code", only: "2020", ..NONE },
    Shape { file: "deprivation/northern-ireland", area: "lgd14_code", only: "2017", ..NONE },
    Shape { file: "deprivation/uk-composite", area: "gss-code", only: "2017-2020", ..NONE },
    Shape {
        file: "circumstances/health-index",
        area: "utla24_code",
        period: "year",
        series: "indicator",
        value: "value",
        ..NONE
    },
    Shape { file: "circumstances/fuel-poverty", area: "utla24_code", only: "2020", ..NONE },
    Shape {
        file: "circumstances/census2021",
        area: "utla24_code",
        only: "2021-03-21",
        series: "indicator",
        value: "value_pc",
        ..NONE
    },
    Shape {
        file: "circumstances/fingertips",
        area: "utla24_code",
        period: "period",
        series: "file",
        value: "value",
        agree: ["districts_with_value", "districts_total"],
        ..NONE
    },
];

const NONE: Shape = Shape {
    file: "",
    area: "",
    period: "",
    only: "",
    series: "",
    value: "",
    sex: "",
    limits: ["", ""],
    agree: ["", ""],
};

/// Codes of other years and of two areas together, and the area of ours that their figures are for.
const ALSO: [(&str, &str); 13] = [
    ("E06000057", "E06000048"),
    ("E08000037", "E08000020"),
    ("E08000016", "E08000038"),
    ("E08000019", "E08000039"),
    ("E06000060", "E10000002"),
    ("E06000065", "E10000023"),
    ("E06000066", "E10000027"),
    ("S12000047", "S12000015"),
    ("S12000048", "S12000024"),
    ("S12000050", "S12000044"),
    ("S12000049", "S12000046"),
    ("E09000012", "E67000001"),
    ("E06000052", "E67000002"),
];

/// Areas that others were divided into, and their first day.
const BEGAN: [(&str, &str); 6] = [
    ("E06000058", "2019-04-01"),
    ("E06000059", "2019-04-01"),
    ("E06000061", "2021-04-01"),
    ("E06000062", "2021-04-01"),
    ("E06000063", "2023-04-01"),
    ("E06000064", "2023-04-01"),
];

/// A CSV file, its rows by the area that they name.
struct Table {
    shape: Shape,
    header: Vec<String>,
    by_area: HashMap<String, Vec<csv::StringRecord>>,
}

/// One series of a file, as `indicators.toml` tells it.
#[derive(Debug)]
struct Series {
    file: String,
    name: String,
    sex: String,
    per_cent: bool,
    /// Whether rows that were computed do not count.
    published_only: bool,
}

fn records(path: &Path) -> (Vec<String>, Vec<csv::StringRecord>) {
    let text = fs::read_to_string(path).unwrap();
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (header, reader.records().map(Result::unwrap).collect())
}

impl Table {
    fn read(sources: &Path, file: &str) -> Table {
        let shape = SHAPES.into_iter().find(|shape| file.starts_with(shape.file)).expect("the file has a shape");
        let (header, rows) = records(&sources.join(file));
        let at = header.iter().position(|name| name == shape.area).unwrap();
        let mut by_area: HashMap<_, Vec<_>> = HashMap::new();
        for row in rows {
            by_area.entry(row[at].to_owned()).or_default().push(row);
        }
        Table { shape, header, by_area }
    }

    fn cell<'a>(&self, row: &'a csv::StringRecord, column: &str) -> &'a str {
        let at = self.header.iter().position(|name| name == column);
        row.get(at.unwrap_or_else(|| panic!("no column {column}"))).unwrap().trim()
    }

    /// What the file has of a series for an area in a period; several rows where it stands under several codes.
    fn records<'a>(&'a self, series: &Series, area: &'a Area, row: &Drawn) -> Vec<&'a csv::StringRecord> {
        let shape = self.shape;
        let is = |record, column: &str, expected: &str| column.is_empty() || self.cell(record, column) == expected;
        let of_period = |record| match shape.only {
            "" => row.periods.iter().any(|text| self.cell(record, shape.period) == text),
            only => row.period == only,
        };
        let of_area = area.names.iter().filter_map(|name| self.by_area.get(name)).flatten();
        let of_series = of_area.filter(|record| {
            is(record, shape.series, &series.name)
                && (shape.sex.is_empty() || self.cell(record, shape.sex).to_lowercase() == row.sex)
                && (series.sex.is_empty() || series.sex == row.sex)
                && of_period(record)
        });
        of_series.collect()
    }

    /// The value and limits of a row, if it counts.
    fn figure(&self, series: &Series, record: &csv::StringRecord) -> Option<[Option<f64>; 3]> {
        let shape = self.shape;
        let number = |column: &str| {
            if column.is_empty() { None } else { self.cell(record, column).parse::<f64>().ok() }
        };
        let value = if shape.value.is_empty() { &series.name } else { shape.value };
        let scale = if series.per_cent { 100.0 } else { 1.0 };
        let [lower, upper] = shape.limits.map(number);
        self.counts(series, record).then(|| [number(value).map(|number| number * scale), lower, upper])
    }

    /// Whether a row counts: one that is computed does not where published figures only are taken.
    fn counts(&self, series: &Series, record: &csv::StringRecord) -> bool {
        let [one, other] = self.shape.agree;
        (one.is_empty() || self.cell(record, one) == self.cell(record, other))
            && !(series.published_only && self.cell(record, "basis").starts_with("computed"))
    }

    /// Our word for why a row has no value.
    fn reason(&self, series: &Series, record: &csv::StringRecord) -> &'static str {
        match self.header.iter().position(|name| name == "status").map(|at| &record[at]) {
            _ if !self.counts(series, record) => "not-published",
            Some("u") => "suppressed",
            _ => "not-available",
        }
    }
}

/// An area and everything that stands for it in the sources.
struct Area {
    names: Vec<String>,
}

/// A row of ours.
#[derive(Debug)]
struct Drawn {
    area: String,
    period: String,
    /// Everything that the period may be in the sources.
    periods: Vec<String>,
    sex: String,
    figure: [Option<f64>; 3],
    /// Why there is no value, or what to know about it.
    status: String,
}

/// Everything that a period of ours may be in the sources.
fn periods(ours: &str) -> Vec<String> {
    let year = |text: &str| text[..4].parse::<u16>().unwrap();
    let short = |year: u16| format!("{:02}", year % 100);
    let span = |first: u16, last: u16| {
        [
            format!("{first} - {}", short(last)),
            format!("{first} to {last}"),
            format!("{first}-01-01/P{}Y", last + 1 - first),
        ]
    };
    match ours.split_once("..") {
        Some((first, _)) => {
            let day = if first.len() == 7 { format!("{first}-01") } else { first.to_owned() };
            vec![format!("{day}/P1Y"), format!("{}/{}", year(first), short(year(first) + 1))]
        }
        None if ours.len() == 10 => vec![ours.to_owned()],
        None if ours.len() == 9 => span(year(ours), year(&ours[5..])).into(),
        None => vec![ours.to_owned(), format!("{ours}.0"), format!("{ours}-01-01/P1Y")],
    }
}

/// The series that every indicator is made of.
fn described() -> Vec<(String, Vec<Series>)> {
    let text: toml::Table = include_str!("../indicators.toml").parse().unwrap();
    let get = |table: &toml::Value, key: &str| table.get(key).and_then(toml::Value::as_str).unwrap_or("").to_owned();
    let file = |source: &str| get(&text["source"][source], "file");
    let series = |one: &toml::Value| {
        let main = |name: String, sex: &str| Series {
            file: file(&get(one, "source")),
            name,
            sex: sex.to_owned(),
            per_cent: one.get("per_cent").is_some(),
            published_only: one.get("published_only").is_some(),
        };
        let mut all = match one.get("series_by_sex").and_then(toml::Value::as_table) {
            Some(by_sex) => by_sex.iter().map(|(sex, name)| main(name.as_str().unwrap().to_owned(), sex)).collect(),
            None => vec![main(get(one, "series"), "")],
        };
        for part in one.get("parts").and_then(toml::Value::as_array).into_iter().flatten() {
            all.push(Series { file: file(&get(part, "source")), ..main(get(part, "series"), "") });
        }
        (get(one, "id"), all)
    };
    text["indicator"].as_array().unwrap().iter().map(series).collect()
}

/// A fixed sequence of numbers (splitmix64), begun by a name.
struct Random(u64);

impl Random {
    fn of(name: &str) -> Random {
        Random(name.bytes().fold(7, |seed, byte| seed.wrapping_mul(257).wrapping_add(u64::from(byte))))
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}

/// Rows drawn at random, and every row without a value.
fn drawn(id: &str) -> Vec<Drawn> {
    let (header, rows) = records(&workspace().join(format!("data/values/{id}.csv")));
    assert_eq!(header, ["area", "period", "sex", "value", "lower", "upper", "status"]);
    let mut random = Random::of(id);
    let row = |row: &csv::StringRecord| Drawn {
        area: row[0].to_owned(),
        period: row[1].to_owned(),
        periods: periods(&row[1]),
        sex: row[2].to_owned(),
        figure: [3, 4, 5].map(|at| row[at].parse().ok()),
        status: row[6].to_owned(),
    };
    let drawn = (0..DRAWN).map(|_| &rows[random.below(rows.len())]);
    let without = rows.iter().filter(|row| row[3].is_empty());
    drawn.chain(without).map(row).collect()
}

/// Areas by their codes, with the Welsh ones' names too.
fn areas() -> HashMap<String, Area> {
    let (_, rows) = records(&workspace().join("data/areas.csv"));
    let area = |row: &csv::StringRecord| {
        let also = ALSO.iter().filter(|(code, _)| *code == &row[0]).map(|(_, other)| other.to_string());
        let names = [row[0].to_owned(), row[1].to_owned()].into_iter().chain(also).collect();
        (row[0].to_owned(), Area { names })
    };
    rows.iter().map(area).collect()
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * b.abs().max(1.0),
        (a, b) => a == b,
    }
}

/// Whether a row of ours has the reason that the source's rows give, or the area itself.
fn is_reason(row: &Drawn, reasons: &[&str]) -> bool {
    match row.status.as_str() {
        "in-neighbour" | "too-few-people" => ["E09000001", "E06000053"].contains(&row.area.as_str()),
        "boundary-change" => {
            BEGAN.iter().any(|(area, day)| *area == row.area && first_day(&row.period).as_str() < *day)
        }
        reason => reasons.contains(&reason),
    }
}

/// The first day of a period of ours.
fn first_day(period: &str) -> String {
    let first = period.split("..").next().unwrap();
    match first.len() {
        7 => format!("{first}-01"),
        4 | 9 => format!("{}-01-01", &first[..4]),
        _ => first.to_owned(),
    }
}

#[test]
fn every_shape_says_its_period() {
    assert!(SHAPES.iter().all(|shape| shape.period.is_empty() != shape.only.is_empty()));
}

#[test]
fn fifty_rows_of_every_table_stand_in_the_sources() {
    let Some(sources) = sources("fifty_rows_of_every_table_stand_in_the_sources") else { return };
    let areas = areas();
    let mut tables: HashMap<String, Table> = HashMap::new();
    let mut checked = 0;
    for (id, all_series) in described() {
        for series in &all_series {
            tables.entry(series.file.clone()).or_insert_with(|| Table::read(&sources, &series.file));
        }
        for row in drawn(&id) {
            let area = &areas[&row.area];
            let (mut found, mut reasons) = (Vec::new(), Vec::new());
            for series in &all_series {
                let table = &tables[&series.file];
                for record in table.records(series, area, &row) {
                    found.extend(table.figure(series, record));
                    reasons.push(table.reason(series, record));
                }
            }
            let [value, lower, upper] = row.figure;
            let sound = match value {
                Some(_) => found.iter().any(|[v, l, u]| near(value, *v) && near(lower, *l) && near(upper, *u)),
                // City of London has the figure of Hackney, and the like: never one of its own.
                None => found.iter().all(|[value, ..]| value.is_none()) && is_reason(&row, &reasons),
            };
            assert!(sound, "{id}: {row:?}: found {found:?} {reasons:?}");
            checked += 1;
        }
    }
    assert!(checked >= 131 * DRAWN, "{checked}");
}

/// Counted from the neighbourhoods' own tables, which no indicator is read from.
#[test]
fn shares_of_the_most_deprived_tenth_are_those_of_the_neighbourhoods() {
    let Some(sources) = sources("shares_of_the_most_deprived_tenth_are_those_of_the_neighbourhoods") else { return };
    for (id, file) in [
        ("wimd-2019", "wales-wimd2019-lsoa"),
        ("simd-2020", "scotland-simd2020-dz"),
        ("nimdm-2017", "northern-ireland-nimdm2017-soa"),
    ] {
        let (header, rows) = records(&sources.join(format!("neighbourhoods/{file}.csv")));
        let at = |column: &str| header.iter().position(|name| name == column).unwrap();
        let (area, decile) = (at("area"), at("imd_decile"));
        let mut counts: HashMap<String, (u32, u32)> = HashMap::new();
        for row in rows {
            let current = ALSO.iter().find(|(_, old)| *old == &row[area]).map_or(&row[area], |(code, _)| code);
            let (most, all) = counts.entry(current.to_owned()).or_default();
            *most += u32::from(&row[decile] == "1");
            *all += 1;
        }
        let (_, ours) = records(&workspace().join(format!("data/values/{id}-most-deprived-tenth.csv")));
        assert_eq!(ours.len(), counts.len(), "{id}");
        for row in ours {
            let (most, all) = counts[&row[0]];
            let share = 100.0 * f64::from(most) / f64::from(all);
            assert!((row[3].parse::<f64>().unwrap() - share).abs() < 1e-6, "{id} {row:?}: {share}");
        }
    }
}

//! Rows of `data/values/` drawn at random and found again in the source tables, by a reading of its own that shares
//! nothing with the import but the names of files and series in `indicators.toml`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop at what they did not expect"
)]

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// How many rows are drawn of each table.
const DRAWN: usize = 50;

/// Which columns of a source hold what; empty where there is none.
#[derive(Clone, Copy, Default)]
struct Shape {
    /// How the file's path begins.
    file: &'static str,
    area: &'static str,
    period: &'static str,
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
    Shape { file: "deprivation/england-iod2025", area: "utla24_code", ..NONE },
    Shape { file: "deprivation/england-iod2019", area: "utla19_code", ..NONE },
    Shape { file: "deprivation/wales-wimd2019", area: "ltla22_code", ..NONE },
    Shape { file: "deprivation/wales-wimd2025", area: "Local Authority", ..NONE },
    Shape { file: "deprivation/scotland", area: "ltla24_code", ..NONE },
    Shape { file: "deprivation/northern-ireland", area: "lgd14_code", ..NONE },
    Shape { file: "deprivation/uk-composite", area: "gss-code", ..NONE },
    Shape {
        file: "circumstances/health-index",
        area: "utla24_code",
        period: "year",
        series: "indicator",
        value: "value",
        ..NONE
    },
    Shape { file: "circumstances/fuel-poverty", area: "utla24_code", ..NONE },
    Shape { file: "circumstances/census2021", area: "utla24_code", series: "indicator", value: "value_pc", ..NONE },
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

const NONE: Shape =
    Shape { file: "", area: "", period: "", series: "", value: "", sex: "", limits: ["", ""], agree: ["", ""] };

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

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The folder with the source tables, if it is there.
fn sources(test: &str) -> Option<PathBuf> {
    let named = std::env::var_os("HEALTHY_YEARS_SOURCES").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| workspace().join("../shared/sources"));
    let present = folder.join("ons-local-statistics").is_dir();
    if !present {
        // Not eprintln, which a passing test keeps to itself.
        let _ = writeln!(std::io::stderr(), "LEFT OUT: {test}: no source tables in {}", folder.display());
    }
    present.then_some(folder)
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

    /// The value and limits that the file has for an area in a period; several where it stands under several codes.
    fn figures(&self, series: &Series, area: &Area, row: &Drawn) -> Vec<[Option<f64>; 3]> {
        let shape = self.shape;
        let is = |record, column: &str, expected: &str| column.is_empty() || self.cell(record, column) == expected;
        let number = |record, column: &str| {
            if column.is_empty() { None } else { self.cell(record, column).parse::<f64>().ok() }
        };
        let records = area.names.iter().filter_map(|name| self.by_area.get(name)).flatten();
        let of_series = records.filter(|record| {
            is(record, shape.series, &series.name)
                && (shape.sex.is_empty() || self.cell(record, shape.sex).to_lowercase() == row.sex)
                && (series.sex.is_empty() || series.sex == row.sex)
                && (shape.period.is_empty() || row.periods.iter().any(|text| is(record, shape.period, text)))
                && (shape.agree[0].is_empty() || is(record, shape.agree[0], self.cell(record, shape.agree[1])))
                && !(series.published_only && self.cell(record, "basis").starts_with("computed"))
        });
        let value = if shape.value.is_empty() { &series.name } else { shape.value };
        let scale = if series.per_cent { 100.0 } else { 1.0 };
        let figure = |record| {
            let [lower, upper] = shape.limits.map(|column| number(record, column));
            [number(record, value).map(|number| number * scale), lower, upper]
        };
        of_series.map(figure).collect()
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
    periods: Vec<String>,
    sex: String,
    figure: [Option<f64>; 3],
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

fn drawn(id: &str) -> Vec<Drawn> {
    let (header, rows) = records(&workspace().join(format!("data/values/{id}.csv")));
    assert_eq!(header, ["area", "period", "sex", "value", "lower", "upper", "status"]);
    let mut random = Random::of(id);
    let row = |row: &csv::StringRecord| Drawn {
        area: row[0].to_owned(),
        periods: periods(&row[1]),
        sex: row[2].to_owned(),
        figure: [3, 4, 5].map(|at| row[at].parse().ok()),
    };
    (0..DRAWN).map(|_| row(&rows[random.below(rows.len())])).collect()
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
            let found: Vec<_> =
                all_series.iter().flat_map(|series| tables[&series.file].figures(series, area, &row)).collect();
            let [value, lower, upper] = row.figure;
            let sound = match value {
                Some(_) => found.iter().any(|[v, l, u]| near(value, *v) && near(lower, *l) && near(upper, *u)),
                // City of London has the figure of Hackney, and the like: never one of its own.
                None => found.iter().all(|[value, ..]| value.is_none()),
            };
            assert!(sound, "{id}: {row:?}: found {found:?}");
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

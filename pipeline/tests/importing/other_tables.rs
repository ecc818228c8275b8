//! The tables that are not one value an area: what is read of them, and what an import says about one that has been
//! changed in one place.

use healthy_years::model::{Code, Known, Limits, Mark, Nation};
use pipeline::import::save;
use pipeline::tables::{self, Tables};

use crate::support::{self, Fixture, Rows};

/// A published table and what may be broken in it.
struct Table {
    file: &'static str,
    /// The line that is changed.
    line: usize,
    value: &'static str,
    /// A column that says what the row is of, and something that it may not say.
    code: (&'static str, &'static str),
    limits: Option<(&'static str, &'static str)>,
}

const TABLES: [Table; 11] = [
    table("gradient/england-imd-deciles.csv", 4, "hle", ("imd_decile", "11")),
    table("gradient/wales-wimd-quintiles.csv", 4, "hle", ("wimd_quintile", "6")),
    table("life-expectancy/hle-by-age-uk-nations.csv", 3, "prop", ("country", "Cornwall")),
    Table {
        limits: Some(("Lower 95% confidence interval", "Upper 95% confidence interval")),
        ..table("life-expectancy/le-constituency-2022.csv", 3, "Life expectancy (years)", ("Code", "E06000009"))
    },
    table("deprivation/england-iod2025-ltla24.csv", 3, "income_average_score", ("ltla24_code", "E07000999")),
    Table {
        limits: Some(("Lower confidence interval", "Upper confidence interval")),
        ..table("life-expectancy/le-at-birth-2021-23.csv", 4, "Life expectancy", ("Area code", "E07000999"))
    },
    table("life-expectancy/le-at-birth-england-2015-17-to-2023-25.csv", 6, "value", ("area_code", "E07000999")),
    table("neighbourhoods/england-iod2025-lsoa.csv", 4, "income_score", ("area", "E06000099")),
    table("neighbourhoods/wales-wimd2019-lsoa.csv", 4, "employment_score", ("area", "W06000099")),
    table("neighbourhoods/scotland-simd2020-dz.csv", 4, "imd_rank", ("area", "S12000099")),
    table("neighbourhoods/northern-ireland-nimdm2017-soa.csv", 4, "imd_decile", ("soa01_code", "E01000001")),
];

const fn table(file: &'static str, line: usize, value: &'static str, code: (&'static str, &'static str)) -> Table {
    Table { file, line, value, code, limits: None }
}

impl Table {
    fn column(&self, name: &str) -> usize {
        support::rows(self.file)[0].iter().position(|column| column == name).unwrap()
    }

    /// The complaint about the table with other bytes, without the name of the file.
    fn complaint(&self, change: &str, bytes: &[u8]) -> String {
        let complaint = support::complaint(&format!("other-{change}"), self.file, bytes);
        let rest = complaint.strip_prefix(&format!("{}, line ", self.file));
        assert!(rest.is_some(), "{}, {change}: {complaint}", self.file);
        rest.unwrap_or_default().to_owned()
    }

    /// The complaint about the table with other cells.
    fn changed(&self, change: &str, edit: impl FnOnce(&mut Rows)) -> String {
        let mut cells = support::rows(self.file);
        edit(&mut cells);
        self.complaint(change, &support::bytes(&cells))
    }

    /// The complaint about the table with another text in one cell.
    fn with_cell(&self, change: &str, column: &str, text: &str) -> String {
        let at = self.column(column);
        self.changed(change, |cells| cells[self.line - 1][at] = text.to_owned())
    }
}

#[test]
fn a_column_that_is_missing_or_renamed() {
    for table in &TABLES {
        let at = table.column(table.value);
        let missing = table.changed("missing", |cells| cells.iter_mut().for_each(|line| drop(line.remove(at))));
        let renamed = table.changed("renamed", |cells| cells[0][at].push_str(" (new)"));
        for complaint in [missing, renamed] {
            let expected = format!("1: expected one column “{}”; found: ", table.value);
            assert!(complaint.starts_with(&expected), "{}: {complaint}", table.file);
        }
    }
}

#[test]
fn text_or_a_negative_number_for_a_value() {
    for table in &TABLES {
        for (change, text) in [("text", "n/a"), ("negative", "-1")] {
            let complaint = table.with_cell(change, table.value, text);
            let expected = format!("{}, column “{}”: found “{text}”, expected ", table.line, table.value);
            assert!(complaint.starts_with(&expected), "{}: {complaint}", table.file);
        }
    }
}

#[test]
fn a_row_that_stands_twice() {
    for table in &TABLES {
        let complaint = table.changed("twice", |cells| cells.insert(table.line, cells[table.line - 1].clone()));
        let line: usize = complaint.split([',', ':']).next().unwrap().parse().unwrap();
        // With one row more, ranks and tenths of neighbourhoods no longer agree, which shows in other lines first.
        assert!(line == table.line + 1 || table.file.starts_with("neighbourhoods"), "{}: {complaint}", table.file);
    }
}

#[test]
fn a_code_that_is_unknown() {
    for table in &TABLES {
        let (column, code) = table.code;
        let complaint = table.with_cell("code", column, code);
        let expected = format!("{}, column “{column}”: found “{code}”, expected ", table.line);
        assert!(complaint.starts_with(&expected), "{}: {complaint}", table.file);
    }
}

#[test]
fn limits_the_wrong_way_round() {
    for table in TABLES.iter().filter(|table| table.limits.is_some()) {
        let (lower, upper) = table.limits.unwrap();
        let (lower, upper) = (table.column(lower), table.column(upper));
        let complaint = table.changed("limits", |cells| cells[table.line - 1].swap(lower, upper));
        assert!(complaint.starts_with(&format!("{}, column “{}”", table.line, table.value)), "{complaint}");
        assert!(complaint.ends_with("expected a lower limit ≤ the value ≤ the upper limit"), "{complaint}");
    }
}

#[test]
fn another_encoding_and_a_line_that_breaks_off() {
    for table in &TABLES {
        let lines: Vec<String> = support::rows(table.file).iter().map(|line| line.join(",")).collect();
        let mut latin = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            latin.extend(line.bytes());
            latin.extend(if at + 1 == table.line { &b"\xF4\n"[..] } else { b"\n" });
        }
        let expected = format!("{}: expected a row of CSV in UTF-8", table.line);
        assert!(table.complaint("latin", &latin).starts_with(&expected), "{}", table.file);
        let text = lines.join("\n");
        for (change, gone) in [("half", 9), ("digit", 1)] {
            let complaint = table.complaint(change, &text.as_bytes()[..text.len() - gone]);
            assert!(complaint.starts_with(&format!("{}: ", lines.len())), "{}: {complaint}", table.file);
        }
    }
}

#[test]
fn a_group_band_or_rank_that_is_missing() {
    for table in &TABLES {
        let complete = ["gradient", "neighbourhoods", "life-expectancy/hle"];
        if complete.iter().any(|file| table.file.starts_with(file)) {
            let complaint = table.changed("gap", |cells| drop(cells.remove(table.line - 1)));
            assert!(complaint.contains(", column “"), "{}: {complaint}", table.file);
        }
    }
}

#[test]
fn shares_and_years_that_do_not_follow() {
    let tenths = &TABLES[0];
    let complaint = tenths.with_cell("share", "hle_pct", "75");
    assert_eq!(complaint, "4, column “hle_pct”: found “75”, expected about 74, which is hle ÷ le in per cent");
    let complaint = tenths.with_cell("rest", "unhealthy_years", "20.3");
    assert_eq!(complaint, "4, column “unhealthy_years”: found “20.3”, expected 20.0, which is le − hle");
    let complaint = tenths.with_cell("label", "deprivation_label", "Least deprived");
    assert_eq!(complaint, "4, column “deprivation_label”: found “Least deprived”, expected Decile 3");
    let complaint = tenths.with_cell("years", "period_end", "2023");
    assert_eq!(complaint, "4, column “period_end”: found “2023”, expected 2022, as the period says");
}

#[test]
fn districts_that_contradict_one_another() {
    let complaint = TABLES[7].with_cell("district", "ltla24_code", "E07000117");
    assert_eq!(complaint, "4, column “ltla24_code”: found “E07000117”, expected a district of E06000009");
    for (table, column) in [(&TABLES[4], "ltla24_code"), (&TABLES[6], "area_code")] {
        let at = table.column(column);
        let complaint = table.changed("upper", |cells| cells[1][at] = "E06000099".to_owned());
        assert!(complaint.ends_with("“E06000099”, expected the code of a place that the import knows"), "{complaint}");
    }
    let row = "E07000117,Burnley,E10000017,Lancashire,E12000002,North West,England\n";
    let file = "sources/geography/ltla24-utla24-region24-england-wales.csv";
    let complaint = Fixture::new("two-districts").with(file, row, &format!("{row}{row}")).complaint();
    assert!(complaint.contains("line 4: E07000117 is already on line 3"), "{complaint}");
    let complaint = Fixture::new("no-county").with(file, "E07000117,Burnley,E10000017", "E07000117,Burnley,E06000009");
    assert!(complaint.complaint().ends_with("expected the code of a county in areas.csv: E10…"));
}

#[test]
fn ranks_and_tenths_that_disagree() {
    let complaint = TABLES[9].with_cell("tenth", "imd_decile", "5");
    assert_eq!(complaint, "4, column “imd_decile”: found “5”, expected 4, the tenth of rank 4 of 10");
    let complaint = TABLES[9].with_cell("fraction", "imd_rank", "4.5");
    assert_eq!(complaint, "4, column “imd_rank”: found “4.5”, expected a rank, from 1");
    let complaint = TABLES[9].with_cell("beyond", "imd_rank", "11.0");
    assert_eq!(complaint, "4, column “imd_rank”: found “11.0”, expected a rank from 1 to 10, the number of rows");
    let complaint = TABLES[9].changed("same-rank", |cells| cells[3][2..].clone_from_slice(&["3.0".into(), "3".into()]));
    assert_eq!(complaint, "4: rank 3 is already on line 2; expected one row for each");
    let complaint = TABLES[9].with_cell("nation", "area", "W06000015");
    assert_eq!(complaint, "4, column “area”: found “W06000015”, expected a local area of the file’s nation");
}

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

#[test]
fn the_tables_are_read() {
    let tables = Fixture::new("other-tables").import().unwrap();
    let [female, male, ..] = &tables.gradient[..] else { panic!("no gradients") };
    assert_eq!((female.index.edition, female.healthy[0], female.total.as_ref().unwrap()[9]), (Some(2019), 51.0, 88.0));
    assert_eq!(male.healthy.len(), 10);
    let wales = &tables.gradient[2];
    assert_eq!((wales.index.edition, wales.healthy[4], &wales.total), (None, 65.5, &None));
    let bands: Vec<_> = tables.ages[0].ages.iter().map(|band| (band.first, band.last, band.share)).collect();
    assert_eq!(bands, [(0, Some(0), 77.0), (1, Some(4), 76.0), (5, None, 75.0)]);
    assert_eq!(tables.constituencies[1].name, "Belfast East");
    let [burnley] = &tables.districts[..] else { panic!("no districts") };
    assert_eq!((burnley.code, burnley.area), (code("E07000117"), code("E10000017")));
    let known = |measure: &str, period: &str| -> Known {
        let series = tables.district_values.iter().find(|series| series.indicator.as_str() == measure).unwrap();
        let row = series.rows.iter().find(|row| row.period.to_string() == period).unwrap();
        row.estimate.known().unwrap()
    };
    assert_eq!(known("imd-2025-most-deprived-tenth", "2025").value, 35.25);
    assert_eq!(known("life-expectancy-england", "2015-2017").limits, None);
    let limits = Some(Limits { lower: 74.8, upper: 76.2 });
    assert_eq!(known("life-expectancy", "2021-2023"), Known { value: 75.5, limits, mark: Mark::Published });
    let rows = tables.district_values.iter().map(|series| series.rows.len()).sum::<usize>();
    assert_eq!(rows, 12, "nine measures of deprivation, three figures of lives; not Allerdale, which has ended");
}

#[test]
fn neighbourhoods_lie_in_areas_of_december_2024() {
    let tables = Fixture::new("other-neighbourhoods").import().unwrap();
    let nation = |nation| tables.neighbourhoods.iter().find(|one| one.index.nation == nation).unwrap();
    let glasgow = &nation(Nation::Scotland).rows;
    assert!(glasgow.iter().all(|row| row.area == code("S12000049")), "one row has the code of before 2019");
    let first = &nation(Nation::England).rows[0];
    assert_eq!((first.rank, first.tenth, &first.scores[..3]), (3, 3, &[38.0, 24.0, 38.0][..]));
    let lancashire = tables.neighbourhoods_by_area().into_iter().find(|area| area.area == code("E10000017")).unwrap();
    assert_eq!(lancashire.places.iter().map(|place| place.rank).collect::<Vec<_>>(), [2, 6, 7, 8]);
    assert_eq!(lancashire.tenths(), [0.0, 0.25, 0.0, 0.0, 0.0, 0.25, 0.25, 0.25, 0.0, 0.0]);
    assert_eq!(lancashire.places[0].shares.unwrap().income, 42.0);
}

/// What reading says once one of our own tables has been broken.
fn broken(test: &str, file: &str, from: &str, to: &str) -> String {
    let fixture = Fixture::new(test);
    save(&fixture.import().unwrap(), &fixture.folder.join("data")).unwrap();
    let fixture = fixture.with(&format!("data/{file}"), from, to);
    tables::read(&fixture.folder.join("data")).unwrap_err().to_string()
}

#[test]
fn our_own_tables_say_where_they_are_broken() {
    for (at, (file, from, to, expected)) in [
        ("gradient.csv", "england,IMD", "england,WIMD", "line 2, column “index”: found “WIMD”, expected IMD"),
        ("gradient.csv", ",10,3,", ",10,4,", "group 4 is already on line "),
        ("gradient.csv", "life-expectancy,51\n", "life-expectancy,n/a\n", "column “value”: found “n/a”"),
        ("ages.csv", ",1,4,", ",1,5,", "expected bands that follow on one another"),
        ("ages.csv", "E92000001", "E06000009", "line 2, column “area”"),
        ("constituencies.csv", ",74.5,76", ",76,74.5", "line 2, column “life_expectancy”"),
        ("districts.csv", "E10000017", "E10000018", "line 2, column “area”"),
        ("district-values.csv", "E07000117", "E07000118", "line 2, column “district”"),
        ("district-values.csv", ",74.8,", ",,", "expected both limits or neither"),
        ("neighbourhoods/england.csv", ",3,3,", ",3,4,", "line 2, column “tenth”: found “4”, expected 3"),
        ("neighbourhoods/wales.csv", "W06000015", "E06000009", "line 2, column “area”"),
        ("neighbourhoods/scotland.csv", "code,", "codes,", "line 1: expected one column “code”"),
    ]
    .into_iter()
    .enumerate()
    {
        let said = broken(&format!("other-broken-{at}"), file, from, to);
        assert!(said.starts_with(&format!("{file}, line ")) && said.contains(expected), "{said}");
    }
}

#[test]
fn a_hexagon_map_says_where_it_is_broken() {
    for (at, (rows, expected)) in [
        ("E06000009,4\n", ", line 2: expected a row of CSV"),
        (
            "E06000099,4,9\n",
            ", line 2, column “code”: found “E06000099”, expected the code of a local area in areas.csv",
        ),
        ("E92000001,4,9\n", ", line 2, column “code”: found “E92000001”, expected the code of a local area"),
        ("E06000009,n/a,9\n", ", line 2, column “column”: found “n/a”, expected a whole number from 0 to 255"),
        ("E06000009,-1,9\n", ", line 2, column “column”: found “-1”, expected a whole number from 0 to 255"),
        ("E06000009,4,256\n", ", line 2, column “row”: found “256”, expected a whole number from 0 to 255"),
        ("E06000009,4,9", ", line 2: found the end of the file"),
        ("E06000009,4,9\nE06000009,5,9\n", ": E06000009 has more than one hexagon"),
        ("E06000009,4,9\nE06000023,4,9\n", ": E06000009 and E06000023 have the same hexagon"),
    ]
    .into_iter()
    .enumerate()
    {
        let header = "code,column,row\n";
        let said = broken(&format!("hexagons-broken-{at}"), "hexagons.csv", header, &format!("{header}{rows}"));
        assert!(said.starts_with(&format!("hexagons.csv{expected}")), "{said}");
    }
    let file = "hexagons-quality.csv";
    for (from, to, expected) in [
        ("0,0,0,0,0\n", "", ": expected one row"),
        ("0,0,0,0,0\n", "0,0,0,0,-\n", ", line 2, column “cost”: found “-”, expected a whole number"),
        ("kept,", "held,", ", line 1: expected one column “kept”"),
    ] {
        let said = broken("hexagons-quality-broken", file, from, to);
        assert!(said.starts_with(&format!("{file}{expected}")), "{said}");
    }
}

#[test]
fn the_check_wants_everything_to_be_there() {
    let tables: Tables = Fixture::new("other-check").import().unwrap();
    let said = pipeline::check::check(&tables).unwrap_err().to_string();
    for sentence in [
        "ages.csv: W92000004: expected the sexes and periods of all others",
        "constituencies.csv: 1 codes E14…, expected 543",
        "districts.csv: 1 districts in 1 counties, expected 164 in 21",
        "district-values.csv: “imd-2025-crime”: expected an indicator of indicators.csv",
        "neighbourhoods: 10 in England, expected 33755",
        "neighbourhoods: E06000023 has none",
        "hexagons.csv: 15 areas without a hexagon, the first E06000009: run `pipeline hexagons`",
    ] {
        assert!(said.lines().any(|line| line == sentence), "{sentence}\n--\n{said}");
    }
    let mut one_sex = tables;
    one_sex.gradient.remove(0);
    let said = pipeline::check::check(&one_sex).unwrap_err().to_string();
    assert!(said.contains("gradient.csv: England: expected both sexes in every period"), "{said}");
}

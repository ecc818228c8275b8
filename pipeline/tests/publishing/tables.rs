//! What is published against our own tables.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use healthy_years::chart::scene::{Item, Token};
use healthy_years::chart::{self, Frame};
use healthy_years::codec::{self, TablePack};
use healthy_years::facts::{Comparison, Outcomes};
use healthy_years::figure;
use healthy_years::model::{AreaKind, Atlas, Code, Estimate, Indicator, Known, Listed, Sex, Standing};
use healthy_years::stats::Verdict;
use healthy_years::view::{Lang, Outcome, View};
use healthy_years::words;
use pipeline::publish::{self, Options, PublishError};
use pipeline::tables::{self, Tables};
use serde_json::Value;

static TABLES: LazyLock<Tables> = LazyLock::new(|| tables::read(&data()).unwrap());

/// Published once for all tests that only read.
static OUT: LazyLock<PathBuf> = LazyLock::new(|| {
    let options = options("shared");
    publish::command(&options).unwrap();
    options.out
});

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")
}

/// Options to publish a made-up site, without compression, into a fresh folder.
fn options(name: &str) -> Options {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("publishing").join(name);
    let _ = fs::remove_dir_all(&folder);
    let site = folder.join("site");
    fs::create_dir_all(&site).unwrap();
    for file in ["healthy-years-0a1b.js", "healthy-years-0a1b_bg.wasm", "index.html"] {
        fs::write(site.join(file), file).unwrap();
    }
    Options {
        data: data(),
        site,
        out: folder.join("dist"),
        editions: folder.join("editions"),
        deploy: folder.join("deploy"),
        draft: true,
    }
}

fn json(at: &str) -> Value {
    serde_json::from_slice(&fs::read(OUT.join("api/v1").join(at)).unwrap()).unwrap()
}

fn area(code: Code) -> Value {
    json(&format!("areas/{code}.json"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Every file below a folder with its content.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(at, content)| (path.join(at), content)));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found.into_iter().map(|(path, content)| (path.strip_prefix(folder).unwrap().to_owned(), content)).collect()
}

/// Whether a figure is what the table says, to one unit of the last digit that packs keep.
fn agrees(figure: &Value, table: Option<Estimate>, decimals: u8) -> bool {
    let near = |json: &Value, number: Option<f64>| match (json.as_f64(), number) {
        (Some(json), Some(number)) => (json - number).abs() <= 1.01 * 0.1_f64.powi(i32::from(decimals) + 2),
        (None, None) => true,
        _ => false,
    };
    let known: Option<Known> = table.and_then(Estimate::known);
    let limits = known.and_then(|known| known.limits);
    near(&figure["value"], known.map(|known| known.value))
        && near(&figure["lower"], limits.map(|limits| limits.lower))
        && near(&figure["upper"], limits.map(|limits| limits.upper))
        && figure.get("reason").is_some() == known.is_none()
}

#[test]
fn every_area_has_its_file() {
    let list = json("areas.json");
    let listed = list["areas"].as_array().unwrap();
    assert_eq!(listed.len(), TABLES.areas.len());
    assert_eq!(listed.iter().filter(|area| area["kind"] == "local").count(), 218);
    for (listed, table) in listed.iter().zip(&TABLES.areas) {
        let file = area(table.code);
        assert_eq!(text(&listed["code"]), table.code.to_string());
        assert_eq!(text(&listed["url"]), format!("/api/v1/areas/{}.json", table.code));
        for key in ["code", "name", "slug", "kind", "region", "nation", "population"] {
            assert_eq!(file[key], listed[key], "{} {key}", table.code);
        }
        assert_eq!(file["edition"], TABLES.edition.as_str());
        assert!(text(&file["attribution"]).contains("Open Government Licence"));
    }
}

#[test]
fn outcomes_of_every_area_are_those_of_the_tables() {
    for (name, id) in [
        ("healthy_life_expectancy", "healthy-life-expectancy"),
        ("life_expectancy", "life-expectancy"),
        ("life_expectancy_england", "life-expectancy-england"),
    ] {
        let series = TABLES.series(id).unwrap();
        for table in &TABLES.areas {
            for sex in Sex::ALL {
                let published = &area(table.code)[name][sex.id()];
                let of_area = |row: &&tables::ValueRow| row.area == table.code && row.sex == Some(*sex);
                let there = series.rows.iter().filter(of_area).filter(|row| row.estimate.known().is_some()).count();
                let periods = published.as_array().unwrap();
                let reason = &area(table.code)[name]["reason"];
                assert_eq!(periods.is_empty(), there == 0, "{} {id}", table.code);
                assert!(there > 0 || text(reason).ends_with('.'), "{} {id}", table.code);
                let shown = periods.iter().filter(|figure| !figure["value"].is_null()).count();
                assert_eq!(shown, there, "{} {id}", table.code);
                for figure in periods {
                    let period = text(&figure["period"]).parse().unwrap();
                    let estimate = series.estimate(table.code, period, Some(*sex));
                    assert!(agrees(figure, estimate, 1), "{} {id} {figure}", table.code);
                }
            }
        }
    }
}

#[test]
fn circumstances_of_every_area_are_those_of_the_tables() {
    for table in &TABLES.areas {
        let file = area(table.code);
        let listed = file["circumstances"].as_array().unwrap();
        for indicator in TABLES.indicators.iter().filter(|indicator| !indicator.is_outcome()) {
            let rows = &TABLES.series(indicator.id.as_str()).unwrap().rows;
            let columns = rows.iter().map(|row| (row.sex, row.period)).collect::<std::collections::BTreeSet<_>>();
            let there = listed.iter().filter(|figure| figure["indicator"] == indicator.id.as_str());
            assert_eq!(there.count(), columns.len(), "{} {}", table.code, indicator.id);
        }
        for figure in listed {
            let id = text(&figure["indicator"]);
            let indicator = TABLES.indicators.iter().find(|indicator| indicator.id.as_str() == id).unwrap();
            let series = TABLES.series(id).unwrap();
            let period = text(&figure["period"]).parse().unwrap();
            let sex = figure.get("sex").map(|sex| text(sex).parse().unwrap());
            let estimate = |code| series.estimate(code, period, sex);
            assert!(agrees(figure, estimate(table.code), indicator.decimals), "{} {id} {figure}", table.code);
            let nation = table.nation().and_then(|nation| estimate(nation.code())).and_then(Estimate::known);
            assert_eq!(figure["nation_value"].is_null(), nation.is_none(), "{} {id}", table.code);
            let has_reason = nation.is_none() && table.nation().is_some();
            assert_eq!(figure.get("nation_reason").is_some(), has_reason, "{} {id}", table.code);
        }
    }
}

#[test]
fn areas_without_healthy_life_expectancy_say_why() {
    let without = |table: &&healthy_years::model::Area| {
        table.kind == AreaKind::Local && area(table.code)["healthy_life_expectancy"]["reason"].is_string()
    };
    let without: Vec<_> = TABLES.areas.iter().filter(without).collect();
    let names: Vec<_> = without.iter().map(|area| area.name.as_str()).collect();
    assert_eq!(names, ["Isles of Scilly", "City of London"]);
    for table in without {
        let outcome = &area(table.code)["healthy_life_expectancy"];
        assert_eq!(outcome["reason"], "Too few people live here for an estimate.");
        assert!(["female", "male"].iter().all(|sex| outcome[sex].as_array().unwrap().is_empty()));
    }
}

#[test]
fn the_figures_to_reproduce_are_published() {
    let latest = |code: &str, sex: &str| {
        let file = json(&format!("areas/{code}.json"));
        let figure = file["healthy_life_expectancy"][sex].as_array().unwrap().last().unwrap().clone();
        assert_eq!(figure["period"], "2022-2024");
        ["value", "lower", "upper"].map(|key| figure[key].as_f64().unwrap())
    };
    assert_eq!(latest("E06000009", "male"), [50.9, 47.3, 54.4]);
    assert_eq!(latest("E06000009", "female"), [51.8, 47.4, 56.1]);
    assert_eq!(latest("E09000027", "male"), [69.3, 65.2, 73.5]);
    assert_eq!(latest("E09000027", "female"), [70.3, 65.2, 75.4]);
    assert_eq!(latest("K02000001", "male"), [60.7, 60.5, 60.9]);
}

#[test]
fn every_indicator_is_listed_with_its_table() {
    let list = json("indicators.json");
    let listed = list["indicators"].as_array().unwrap();
    assert_eq!(listed.len(), TABLES.indicators.len());
    for (listed, series) in listed.iter().zip(&TABLES.values) {
        assert_eq!(text(&listed["id"]), series.indicator.as_str());
        let table = fs::read_to_string(OUT.join(text(&listed["csv"]).trim_start_matches('/'))).unwrap();
        assert!(table.starts_with("area,name,kind,period,sex,value,lower,upper,status,source,basis,standing\r\n"));
        let columns = series.rows.iter().map(|row| (row.sex, row.period)).collect::<std::collections::BTreeSet<_>>();
        assert_eq!(table.matches("\r\n").count(), 1 + columns.len() * TABLES.areas.len(), "{}", series.indicator);
    }
}

#[test]
fn computed_values_say_how_and_standings_are_listed() {
    let list = json("indicators.json");
    let listed = |id: &str| list["indicators"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone();
    assert_eq!(listed("imd-2019")["standing"], "superseded");
    assert_eq!(listed("uk-composite")["standing"], "not-official");
    assert_eq!(listed("uk-composite")["licence"], "Creative Commons Attribution 4.0");
    assert_eq!(listed("imd-2025")["standing"], "official");
    assert!(listed("imd-2025").get("computed_rule").is_none());
    let rule = "computed: population-weighted mean of the official district scores";
    assert_eq!(format!("computed: {}", text(&listed("imd-2025-crime")["computed_rule"])), rule);

    let table = fs::read_to_string(OUT.join("api/v1/indicators/imd-2025-crime.csv")).unwrap();
    let line = |code: &str| table.lines().find(|line| line.starts_with(code)).unwrap();
    assert!(line("E10000017").ends_with(&format!("{rule},official")));
    assert!(line("E06000009").ends_with(",published,official"));
    assert!(line("W06000015").ends_with(",,official"), "a value that is not there has no basis");

    let basis = |code: &str| {
        let file = json(&format!("areas/{code}.json"));
        let figures = file["circumstances"].as_array().unwrap();
        figures.iter().find(|figure| figure["indicator"] == "imd-2025-crime").unwrap().get("basis").cloned()
    };
    assert_eq!(basis("E10000017").unwrap(), rule);
    assert_eq!(basis("E06000009"), None);
}

#[test]
fn what_is_not_official_says_so_beside_every_figure() {
    for indicator in &TABLES.indicators {
        let table = fs::read_to_string(OUT.join(format!("api/v1/indicators/{}.csv", indicator.id))).unwrap();
        let end = format!(",{}", indicator.standing.id());
        assert!(table.lines().skip(1).all(|line| line.ends_with(&end)), "{}", indicator.id);
    }
    for code in ["E06000009", "W06000015", "S12000036", "N09000003", "K02000001"] {
        let file = json(&format!("areas/{code}.json"));
        let lists = ["circumstances", "deprivation"].map(|list| file[list].as_array().unwrap());
        for figure in lists.into_iter().flatten() {
            let of_figure = |indicator: &&Indicator| figure["indicator"] == indicator.id.as_str();
            let standing = TABLES.indicators.iter().find(of_figure).unwrap().standing;
            let said = Some(standing).filter(|standing| *standing != Standing::Official).map(Listed::id);
            assert_eq!(figure.get("standing").map(text), said, "{code} {figure}");
        }
    }
}

#[test]
fn superseded_editions_of_indices_say_so() {
    for (code, standing) in [("E06000009", None), ("W06000015", Some("superseded")), ("S12000036", None)] {
        let index = json(&format!("areas/{code}.json"))["neighbourhoods"]["index"].clone();
        assert_eq!(index.get("standing").map(text), standing, "{code}");
        let csv = fs::read_to_string(OUT.join(format!("api/v1/neighbourhoods/{code}.csv"))).unwrap();
        let end = format!(",{}", standing.unwrap_or("official"));
        assert!(csv.lines().skip(1).all(|line| line.ends_with(&end)), "{code}");
    }
    for slope in json("gradient.json")["gradients"].as_array().unwrap() {
        let index = &slope["index"];
        let standing = (index["edition"] == 2019).then_some("superseded");
        assert_eq!(index.get("standing").map(text), standing, "{index}");
    }
}

#[test]
fn total_life_expectancy_over_time_is_published_beside_the_other() {
    let life = &json("areas/E06000009.json")["life_expectancy_england"];
    let latest = life["male"].as_array().unwrap().last().unwrap();
    assert_eq!((&latest["period"], life["male"].as_array().unwrap().len()), (&Value::from("2023-2025"), 9));
    assert!(latest["value"].is_number() && latest["lower"].is_null());
    assert!(json("areas/E10000017.json")["life_expectancy_england"]["reason"].is_string());
}

#[test]
fn tables_are_published_as_they_are() {
    let package = publish::package::files(&data(), &TABLES.edition, &TABLES.indicators).unwrap();
    let api = OUT.join("api/v1");
    for (file, content) in &package {
        let there = fs::read(api.join(file)).ok();
        let beside = ["README.md", "edition.txt"].contains(&file.as_str());
        assert_eq!(there.as_ref(), Some(content).filter(|_| !beside), "{file}");
        assert!(file == "datapackage.json" || fs::read(data().join(file)).unwrap() == *content, "{file}");
    }
    let everything = fs::read(api.join("everything.zip")).unwrap();
    let count = u16::try_from(package.len()).unwrap().to_le_bytes();
    let end = everything.len() - 22;
    assert_eq!(everything[end..end + 4], *b"PK\x05\x06");
    assert_eq!(everything[end + 10..end + 12], count, "every file is in the archive");
}

#[test]
fn the_pack_of_borders_reads_back() {
    let (atlas, _) = publish::atlas(&data()).unwrap();
    let folder = OUT.join("data/editions").join(&TABLES.edition);
    let packs = files(&folder);
    let named = packs.iter().find(|(file, _)| file.to_str().unwrap().starts_with("borders."));
    let borders = healthy_years::codec::decode_borders(named.unwrap().1, &atlas).unwrap();
    assert_eq!(borders, TABLES.borders);
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let options = options("again");
    publish::command(&options).unwrap();
    let (first, again) = (files(&OUT), files(&options.out));
    assert!(first.keys().eq(again.keys()));
    assert!(first.iter().all(|(at, content)| again.get(at) == Some(content)));
}

#[test]
fn editions_live_side_by_side() {
    let options = options("editions");
    let earlier = options.editions.join("2025-06/first.0000000000000000.hyp");
    fs::create_dir_all(earlier.parent().unwrap()).unwrap();
    fs::write(&earlier, "an earlier edition").unwrap();
    publish::command(&options).unwrap();
    publish::command(&options).unwrap();
    let data = options.out.join("data");
    assert!(data.join("editions/2025-06/first.0000000000000000.hyp").is_file());
    let list: Value = serde_json::from_slice(&fs::read(data.join("editions.json")).unwrap()).unwrap();
    let editions = list["editions"].as_array().unwrap();
    assert_eq!(editions.len(), 2);
    assert_eq!(editions[1]["edition"], TABLES.edition.as_str());
    assert!(data.join(text(&editions[1]["first"])).is_file());
}

#[test]
fn nothing_else_is_replaced() {
    let options = options("not-ours");
    fs::create_dir_all(&options.out).unwrap();
    fs::write(options.out.join("thesis.txt"), "years of work").unwrap();
    assert!(matches!(publish::command(&options), Err(PublishError::NotOurs(_))));
    assert!(options.out.join("thesis.txt").is_file());
}

#[test]
fn a_site_that_is_not_built_is_refused() {
    let mut options = options("no-site");
    options.site = options.site.join("nowhere");
    assert!(matches!(publish::command(&options), Err(PublishError::Site(..))));
    assert!(!options.out.exists());
}

#[test]
fn a_built_site_may_be_published_in_place() {
    let mut options = options("in-place");
    options.out = options.site.clone();
    publish::command(&options).unwrap();
    publish::command(&options).unwrap();
    assert!(options.out.join("index.html").is_file());
    assert!(options.out.join("api/v1/areas.json").is_file());
}

#[test]
fn a_failed_publication_leaves_the_old_one() {
    let mut options = options("failed");
    publish::command(&options).unwrap();
    options.data = options.site.clone();
    assert!(matches!(publish::command(&options), Err(PublishError::Table(_))));
    assert!(options.out.join("api/v1/areas.json").is_file());
    assert!(!options.out.with_extension("partial").exists());
}

#[test]
fn gradients_are_those_of_the_tables() {
    let list = json("gradient.json");
    let listed = list["gradients"].as_array().unwrap();
    assert_eq!(listed.len(), TABLES.gradient.len());
    for (listed, table) in listed.iter().zip(&TABLES.gradient) {
        assert_eq!(text(&listed["nation"]["code"]), table.index.nation.code().to_string());
        assert_eq!(listed["index"]["edition"].as_u64(), table.index.edition.map(u64::from));
        assert_eq!((text(&listed["sex"]), text(&listed["period"])), (table.sex.id(), &*table.period.to_string()));
        let groups = listed["groups"].as_array().unwrap();
        assert_eq!(groups.len(), table.healthy.len());
        for (at, group) in groups.iter().enumerate() {
            assert_eq!(group["group"], at + 1);
            assert_eq!(group["healthy_life_expectancy"], table.healthy[at]);
            assert_eq!(group["life_expectancy"].as_f64(), table.total.as_ref().map(|total| total[at]));
        }
    }
}

#[test]
fn areas_say_how_their_neighbourhoods_are_spread() {
    let by_area = TABLES.neighbourhoods_by_area();
    for table in &TABLES.areas {
        let published = &area(table.code)["neighbourhoods"];
        let Some(there) = by_area.iter().find(|one| one.area == table.code) else {
            assert_eq!(published["reason"], "Neighbourhoods are counted for local areas only.", "{}", table.code);
            continue;
        };
        let shares: Vec<f64> =
            published["shares"].as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect();
        assert!(shares.iter().zip(there.tenths()).all(|(share, table)| (share - table).abs() < 1e-9), "{}", table.code);
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{}", table.code);
        assert_eq!(published["count"], there.places.len());
        assert_eq!(text(&published["nation"]["code"]), table.nation().unwrap().code().to_string());
        let csv = fs::read_to_string(OUT.join(text(&published["csv"]).trim_start_matches('/'))).unwrap();
        assert_eq!(csv.matches("\r\n").count(), 1 + there.places.len(), "{}", table.code);
        assert!(csv.starts_with("code,rank,tenth,") && csv.lines().next().unwrap().ends_with(",source,standing"));
    }
    // 38 of Blackpool's 94 neighbourhoods are in England's most deprived tenth (counted with Python).
    let blackpool = &json("areas/E06000009.json")["neighbourhoods"];
    assert_eq!(blackpool["count"], 94);
    assert!((blackpool["shares"][0].as_f64().unwrap() - 38.0 / 94.0).abs() < 1e-9);
    assert_eq!(blackpool["index"]["edition"], 2025);
}

#[test]
fn areas_repeat_their_nations_index() {
    for table in &TABLES.areas {
        let file = area(table.code);
        let circumstances = file["circumstances"].as_array().unwrap();
        for figure in file["deprivation"].as_array().unwrap() {
            assert!(circumstances.contains(figure) && figure["value"].is_number(), "{}", table.code);
            let id = text(&figure["indicator"]);
            assert!(TABLES.indicators.iter().any(|indicator| indicator.id.as_str() == id && indicator.national_index));
        }
    }
    let blackpool = json("areas/E06000009.json");
    assert!(blackpool["deprivation"].as_array().unwrap().iter().any(|figure| figure["indicator"] == "imd-2025"));
}

#[test]
fn the_first_pack_names_packs_that_are_there() {
    let files = files(&OUT.join("data"));
    let first = files.iter().find(|(at, _)| at.to_str().unwrap().contains("/first.")).unwrap().1;
    let (atlas, manifest) = codec::decode_first(first).unwrap();
    let content = |pack| &files[&PathBuf::from(manifest.table(pack).unwrap())];
    for one in TABLES.neighbourhoods_by_area() {
        let bytes = content(TablePack::Neighbourhoods(one.area));
        assert_eq!(codec::decode_neighbourhoods(bytes, &atlas), Ok(one));
    }
    let (gradients, ages) = codec::decode_gradient(content(TablePack::Gradient), &atlas).unwrap();
    assert!(gradients == TABLES.gradient && ages == TABLES.ages);
    let constituencies = codec::decode_constituencies(content(TablePack::Constituencies), &atlas).unwrap();
    assert_eq!(constituencies, TABLES.constituencies);
    assert_eq!(codec::decode_districts(content(TablePack::Districts), &atlas).unwrap().places, TABLES.districts);
    let england = codec::decode_england(content(TablePack::England), &atlas).unwrap();
    assert_eq!(england.iter().map(|area| area.points.len()).sum::<usize>(), 33_755);
}

/// Rank: `statistics.md`. Differences: computed in Python from the published values and limits, with
/// SE = (upper − lower) / 3.92 and, for nations, the rounding of the value added.
#[test]
fn an_area_says_what_can_be_said_of_it() {
    let blackpool = area("E06000009".parse().unwrap());
    let rank = &blackpool["rank_interval"]["female"];
    assert_eq!((&rank["lowest"], &rank["highest"], &rank["of"]), (&1.into(), &68.into(), &216.into()));
    let nation = &blackpool["against_nation"]["female"];
    assert_eq!((text(&nation["area"]), text(&nation["verdict"])), ("E92000001", "clearly-lower"));
    assert_eq!(nation["difference"], serde_json::json!(-9.5));
    let sentence = text(&blackpool["sentences"]["female"]);
    assert!(sentence.contains("about 52 years in good health (95% confidence interval 47 to 56)"), "{sentence}");
    let change = &blackpool["change"]["female"]["since_2011_2013"];
    assert_eq!((text(&change["from"]), text(&change["to"])), ("2011-2013", "2022-2024"));
    assert_eq!((&change["difference"], text(&change["verdict"])), (&serde_json::json!(-5.2), "probably-lower"));
    assert_eq!(text(&change["nation"]["verdict"]), "clearly-lower");
    assert_eq!(text(&change["nation"]["against_nation"]["verdict"]), "cant-tell");
    assert_eq!(blackpool["similar"].as_array().unwrap().len(), 5);
    assert!(blackpool["stands_out"].as_array().unwrap().len() <= 3);
    let expected = &blackpool["expected"]["female"];
    assert_eq!((text(&expected["circumstance"]), &expected["others"]), ("child-poverty-bhc", &150.into()));
}

#[test]
fn what_cannot_be_said_of_an_area_says_why() {
    let why = |code: &str, at: &str| {
        let json = area(code.parse().unwrap());
        let found = json.pointer(at).unwrap_or_else(|| panic!("{code} {at}"));
        text(&found["reason"]).to_owned()
    };
    assert!(why("E09000001", "/rank_interval/female").contains("too few people"));
    assert!(why("E09000001", "/sentences/male").contains("too few people"));
    assert!(why("N09000003", "/expected/female").contains("too few areas"));
    assert!(why("N09000003", "/change/male/since_2011_2013").contains("missing"));
    assert!(why("W06000015", "/stands_out").contains("do not cover"));
    assert!(why("E92000001", "/similar").contains("local areas only"));
    assert!(why("K02000001", "/against_nation/female").contains("nothing to compare"));
}

#[test]
fn no_statement_is_neither_a_value_nor_a_reason() {
    let statements = ["rank_interval", "against_nation", "similar", "stands_out", "expected", "change", "sentences"];
    for one in &TABLES.areas {
        let json = area(one.code);
        for name in statements {
            assert!(!json[name].is_null(), "{}: no {name}", one.code);
            assert!(!json[name].to_string().contains("null"), "{}: {}", one.code, json[name]);
        }
    }
}

/// Of any two places, either way round: sentence, mark’s colour, table, CSV and `verdicts.json` say the same.
#[test]
fn fifty_random_pairs_have_one_verdict() {
    let (atlas, _) = publish::atlas(&data()).unwrap();
    let verdicts = json("verdicts.json");
    let areas: Vec<Code> =
        verdicts["areas"].as_array().unwrap().iter().map(|code| text(code).parse().unwrap()).collect();
    assert_eq!(areas.len(), 216);
    let mut random = 2_463_534_242_u32;
    let mut draw = |of: usize| {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        random as usize % of
    };
    for _ in 0..50 {
        let (one, other) = (draw(areas.len()), draw(areas.len()));
        for (sex, name) in [(Sex::Female, "female"), (Sex::Male, "male")] {
            let outcomes = Outcomes::of(&atlas, Outcome::Healthy, sex, None).unwrap();
            let letter = |row: usize, column: usize| text(&verdicts[name]["rows"][row]).chars().nth(column).unwrap();
            let Ok(found) = Comparison::of(&outcomes, areas[one], areas[other]) else {
                assert_eq!((one, letter(one, other)), (other, '·'));
                continue;
            };
            let said = words::compared(Lang::English, &found);
            let told = match letter(one, other) {
                'H' => "clearly higher",
                'h' => "probably higher",
                '=' => "can’t be told apart",
                'l' => "probably lower",
                _ => "clearly lower",
            };
            assert!(said.text().contains(told), "{told}: {}", said.text());
            compare_says(&atlas, [areas[one], areas[other]], name, &found);
            let turned = letter(other, one);
            let expected = ['H', 'h', '=', 'l', 'L']
                .iter()
                .rev()
                .nth(['H', 'h', '=', 'l', 'L'].iter().position(|of| *of == letter(one, other)).unwrap());
            assert_eq!(Some(&turned), expected);
        }
    }
}

/// The page that compares two places says of them what was found: in its mark's colour, in its table and in its CSV.
fn compare_says(atlas: &Atlas, [one, other]: [Code; 2], sex: &str, found: &Comparison) {
    let (view, bad) = View::at("/compare/", &format!("areas={one},{other}&sex={sex}"));
    assert!(bad.is_empty());
    let figures = figure::figures(atlas, &view).unwrap();
    let figure = figures.iter().find(|figure| figure.id == "difference").unwrap();
    let scene = chart::lay_out(figure, Frame::of(figure, 720));
    let marks: Vec<Token> = scene.groups.iter().flat_map(|group| &group.items).filter_map(fill_of_mark).collect();
    assert_eq!(marks, [chart::ink_of(found.verdict())]);
    // Each verdict has a colour of its own, so that the colour tells it.
    assert_eq!(Verdict::ALL.iter().filter(|verdict| chart::ink_of(**verdict) == marks[0]).count(), 1);
    let verdict = words::verdict(Lang::English, found.verdict());
    assert_eq!(figure.table.rows[0].cells.last().unwrap().shown(), verdict);
    let csv = figure.table.csv();
    assert!(csv.starts_with("code,pair,") && csv.contains(&format!("\r\n{one},")), "{csv}");
    assert!(csv.ends_with(&format!(",{verdict}\r\n")), "{verdict}: {csv}");
    assert!(figure.summary.contains(words::compared(Lang::English, found).text()), "{}", figure.summary);
}

fn fill_of_mark(item: &Item) -> Option<Token> {
    match item {
        Item::Mark(mark) => Some(mark.fill),
        _ => None,
    }
}

/// Slope and relative index, range and mean of England's tenths, computed in Python by least squares over the middles of
/// ten equal groups, from the published tenths; 19.6, 20.2 and the range of 2022–24 stand in `statistics.md` and the
/// sources' README.
#[test]
fn gradients_have_their_indices() {
    let json = json("gradient.json");
    let found = |nation: &str, sex: &str, period: &str| {
        let all = json["gradients"].as_array().unwrap();
        let is_it = |one: &&Value| {
            (text(&one["nation"]["code"]), text(&one["sex"]), text(&one["period"])) == (nation, sex, period)
        };
        all.iter().find(is_it).unwrap().clone()
    };
    let of = |of: &Value| ["sii", "rii", "range", "mean"].map(|part| of[part].as_f64().unwrap());
    let women = found("E92000001", "female", "2022-2024");
    assert_eq!(of(&women["healthy_life_expectancy"]), [20.2, 1.40, 20.3, 61.1]);
    assert_eq!(of(&women["life_expectancy"]), [8.0, 1.10, 8.1, 83.2]);
    assert_eq!(of(&found("E92000001", "female", "2013-2015")["healthy_life_expectancy"])[0], 19.6);
    let men = found("E92000001", "male", "2022-2024");
    assert_eq!(of(&men["healthy_life_expectancy"]), [19.3, 1.38, 19.4, 61.1]);
    let wales = &found("W92000004", "female", "2022-2024");
    assert_eq!(wales["healthy_life_expectancy"]["range"], serde_json::json!(19.0));
    assert!(text(&wales["healthy_life_expectancy"]["sii"]["reason"]).contains("tenths"));
    assert!(!text(&wales["life_expectancy"]["reason"]).is_empty());
}

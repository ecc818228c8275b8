//! Areas, indicators, gradients and packs as published: the values of our own tables, each with what says where it is from.

use std::fs;
use std::path::PathBuf;

use healthy_years::codec::{self, TablePack};
use healthy_years::model::{AreaKind, Estimate, Indicator, Known, Listed, Sex, Standing};
use pipeline::publish::{self};
use pipeline::tables::{self};
use serde_json::Value;

use crate::support::{DATA, TABLES, data};
use crate::{OUT, area, files, json, text};

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
    let (atlas, _) = &*DATA;
    let folder = OUT.join("data/editions").join(&TABLES.edition);
    let packs = files(&folder);
    let named = packs.iter().find(|(file, _)| file.to_str().unwrap().starts_with("borders."));
    let borders = healthy_years::codec::decode_borders(named.unwrap().1, atlas).unwrap();
    assert_eq!(borders, TABLES.borders);
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

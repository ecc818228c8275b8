mod borders;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::model::{
    About, Area, AreaKind, AreaName, Code, Column, ColumnKey, Direction, Estimate, Indicator, Known, Limits, Listed,
    Mark, Missing, NameKind, Nation, Period, Sector, Sex, Standing, Unit,
};

const EDITION: &str = "2026-06";
const HASH: &str = "0123456789abcdef";

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

fn area(at: &str, name: &str, slug: &str, kind: AreaKind, region: Option<&str>) -> Area {
    let population = (kind == AreaKind::Local).then_some(140_954);
    Area { code: code(at), name: name.into(), slug: slug.into(), kind, region: region.map(code), population }
}

fn areas() -> Vec<Area> {
    use AreaKind::*;
    vec![
        area("E06000009", "Blackpool", "blackpool", Local, Some("E12000002")),
        area("E06000023", "Bristol", "bristol", Local, Some("E12000009")),
        area("E06000053", "Isles of Scilly", "scilly", Local, Some("E12000009")),
        area("E12000002", "North West", "north-west", Region, None),
        area("E12000009", "South West", "south-west", Region, None),
        area("E92000001", "England", "england", Nation, None),
        area("K02000001", "United Kingdom", "united-kingdom", Uk, None),
        area("N09000003", "Belfast", "belfast", Local, None),
        area("S12000036", "City of Edinburgh", "edinburgh", Local, None),
        area("W06000001", "Isle of Anglesey", "ynys-mon", Local, None),
        area("W06000015", "St. John’s", "st-johns", Local, None),
    ]
}

fn names() -> Vec<AreaName> {
    let name = |at: &str, name: &str, kind| AreaName { area: code(at), name: name.into(), kind };
    vec![
        name("W06000001", "Ynys Môn", NameKind::OtherLanguage),
        name("E06000023", "Bristol, City of", NameKind::Official),
        name("E06000023", "Avon", NameKind::Former),
    ]
}

fn indicator(id: &str, decimals: u8, nations: &[Nation], by_sex: bool) -> Indicator {
    Indicator {
        id: IndicatorId::new(id).unwrap(),
        sector: Sector::Money,
        name: format!("Name of {id}"),
        more: "more of it".into(),
        unit: Unit { prefix: "£".into(), suffix: String::new(), words: "£ a week".into() },
        direction: Direction::HigherIsWorse,
        decimals,
        nations: nations.to_vec(),
        by_sex,
        contains_health: true,
        same_survey: false,
        national_index: false,
        in_development: true,
        standing: Standing::Superseded,
        about: About {
            definition: "What is counted.".into(),
            source: "A publication".into(),
            publisher: "A publisher".into(),
            url: "https://example.org/".into(),
            released: "2026-02-19".into(),
            licence: "Open Government Licence v3.0".into(),
            computed_rule: "mean of districts".into(),
            quality: String::new(),
        },
    }
}

fn indicators() -> Vec<Indicator> {
    vec![
        indicator("healthy-life-expectancy", 1, &Nation::ALL, true),
        indicator("pay", 0, &[Nation::England, Nation::Wales], false),
    ]
}

fn key(indicator: &str, sex: Option<Sex>, period: &str) -> ColumnKey {
    ColumnKey { indicator: IndicatorId::new(indicator).unwrap(), sex, period: period.parse().unwrap() }
}

/// An estimate with numbers of three decimals, such as a publisher might give.
fn estimate() -> impl Strategy<Value = Estimate> {
    let mark = proptest::sample::select(Mark::ALL);
    let missing = proptest::sample::select(Missing::ALL).prop_map(Estimate::Missing);
    let known = (-90_000_i32..90_000, 0_i32..9_000, 0_i32..9_000, any::<bool>(), mark);
    let known = known.prop_map(|(value, below, above, limited, mark)| {
        let number = |thousandths: i32| f64::from(thousandths) / 1000.0;
        let limits = Limits { lower: number(value - below), upper: number(value + above) };
        Estimate::Known(Known { value: number(value), limits: limited.then_some(limits), mark })
    });
    prop_oneof![known, missing]
}

fn column() -> impl Strategy<Value = Column> {
    vec(estimate(), areas().len())
}

fn atlas(columns: Vec<Column>) -> Atlas {
    let keys = [
        key("healthy-life-expectancy", Some(Sex::Female), "2019-2021"),
        key("healthy-life-expectancy", Some(Sex::Female), "2022-2024"),
        key("healthy-life-expectancy", Some(Sex::Male), "2022-2024"),
        key("pay", None, "2024-04..2025-03"),
        key("pay", None, "2025-11-15"),
    ];
    let mut atlas = Atlas::new(EDITION.into(), areas(), names(), indicators());
    for (key, mut column) in keys.into_iter().zip(columns) {
        uncover(&atlas, &key, &mut column);
        atlas.insert(key, column);
    }
    atlas
}

/// Takes away what the indicator cannot have: estimates of nations it does not cover.
fn uncover(atlas: &Atlas, key: &ColumnKey, column: &mut Column) {
    let indicator = atlas.indicator(key.indicator.as_str()).unwrap();
    for (area, estimate) in atlas.areas.iter().zip(column) {
        if area.nation().is_some_and(|nation| !indicator.covers(nation)) {
            *estimate = Estimate::Missing(Missing::OtherNation);
        }
    }
}

fn any_atlas() -> impl Strategy<Value = Atlas> {
    vec(column(), 1..=5).prop_map(atlas)
}

fn manifest() -> Manifest {
    let period = |text: &str| text.parse::<Period>().unwrap();
    let entry = |id: &str, columns| PackEntry {
        id: IndicatorId::new(id).unwrap(),
        file: pack_file(EDITION, id, HASH),
        bytes: 1234,
        columns,
    };
    let by_sex = |sex| (Some(sex), period("2022-2024"));
    Manifest {
        first: Vec::new(),
        packs: vec![
            entry("healthy-life-expectancy", vec![by_sex(Sex::Female), by_sex(Sex::Male)]),
            entry("pay", vec![(None, period("2024-04..2025-03")), (None, period("2025-11-15"))]),
        ],
        tables: ["gradient", "neighbourhoods"].map(|name| TableEntry::new(EDITION, name, HASH)).to_vec(),
    }
}

fn some_atlas() -> Atlas {
    let known = |value: f64| {
        let limits = Some(Limits { lower: value - 1.5, upper: value + 1.25 });
        Estimate::Known(Known { value, limits, mark: Mark::Published })
    };
    let column = |from: f64| (0..11).map(|step| known(from + f64::from(step))).collect();
    atlas([50.0, 51.0, 52.0, 700.0, 710.0].into_iter().map(column).collect())
}

/// As a first pack without columns would leave it.
fn without_columns(atlas: &Atlas) -> Atlas {
    let about_nothing = |indicator: &Indicator| {
        let About { publisher, licence, .. } = indicator.about.clone();
        Indicator { about: About { publisher, licence, ..About::default() }, ..indicator.clone() }
    };
    let indicators = atlas.indicators.iter().map(about_nothing).collect();
    Atlas::new(atlas.edition.clone(), atlas.areas.clone(), atlas.names.clone(), indicators)
}

fn id(text: &str) -> IndicatorId {
    IndicatorId::new(text).unwrap()
}

/// A pack around any payload: whole and undamaged, as far as the header tells.
fn sealed(kind: Kind, payload: &[u8]) -> Vec<u8> {
    frame::seal(kind, v1::VERSION, payload)
}

#[test]
fn the_first_pack_says_what_it_holds() {
    let packed = encode_first(&some_atlas(), &manifest()).unwrap();
    let (atlas, read) = decode_first(&packed).unwrap();
    assert_eq!(atlas, some_atlas());
    assert_eq!((&read.packs, &read.tables), (&manifest().packs, &manifest().tables));
    assert_eq!(read.table(TablePack::Gradient).unwrap(), "editions/2026-06/gradient.0123456789abcdef.hyp");
    let blackpool = read.table(TablePack::Neighbourhoods(code("E06000009"))).unwrap();
    assert_eq!(blackpool, "editions/2026-06/neighbourhoods.0123456789abcdef/E06000009.hyp");
    assert_eq!(read.table(TablePack::Districts), None);
    assert_eq!(read.first, some_atlas().columns().map(|(key, _)| key.clone()).collect::<Vec<_>>());
    assert!(read.is_in_first(&key("pay", None, "2025-11-15")));
    assert_eq!(read.latest("pay", None).unwrap().to_string(), "2025-11-15");
    assert_eq!(read.pack("pay").unwrap().file, "editions/2026-06/pay.0123456789abcdef.hyp");
    assert_eq!(read.latest("pay", Some(Sex::Male)), None);
}

#[test]
fn errors_are_told_apart() {
    let atlas = some_atlas();
    let good = encode_measure(&atlas, &id("pay")).unwrap();
    let refused = |bytes: &[u8]| decode_measure(bytes, &mut without_columns(&atlas)).unwrap_err();
    assert_eq!(refused(b""), PackError::NotAPack);
    assert_eq!(refused(b"<!doctype html>"), PackError::NotAPack);
    assert_eq!(refused(&good[..3]), PackError::Truncated);
    assert_eq!(refused(&good[..good.len() - 1]), PackError::Truncated);
    assert_eq!(refused(&[&good[..], b"x"].concat()), PackError::Corrupted);
    assert_eq!(refused(&frame::seal(Kind::Measure, 0, b"")), PackError::TooOld { version: 0 });
    assert_eq!(refused(&frame::seal(Kind::Measure, 2, b"")), PackError::TooNew { version: 2 });
    assert!(matches!(refused(&sealed(Kind::First, b"")), PackError::Malformed(_)));
    assert!(matches!(refused(&sealed(Kind::Measure, b"")), PackError::Malformed(_)));
}

#[test]
fn a_pack_of_other_areas_or_another_edition_is_refused() {
    let packed = encode_measure(&some_atlas(), &id("pay")).unwrap();
    let mut other = without_columns(&some_atlas());
    other.edition = "2026-07".into();
    assert_eq!(decode_measure(&packed, &mut other), Err(PackError::OtherEdition));
    let mut fewer = without_columns(&some_atlas());
    fewer.areas.pop();
    assert_eq!(decode_measure(&packed, &mut fewer), Err(PackError::OtherEdition));
}

#[test]
fn what_cannot_be_kept_is_not_packed() {
    let refused = |value: f64| {
        let mut atlas = some_atlas();
        let known = Estimate::Known(Known { value, limits: None, mark: Mark::Published });
        atlas.insert(key("healthy-life-expectancy", None, "2023"), vec![known; 11]);
        matches!(encode_measure(&atlas, &id("healthy-life-expectancy")), Err(EncodeError::Value { .. }))
    };
    assert!(refused(f64::NAN) && refused(f64::INFINITY) && refused(1e16) && !refused(1e12));

    let mut atlas = some_atlas();
    let everywhere = atlas.column(&key("healthy-life-expectancy", Some(Sex::Male), "2022-2024")).unwrap().clone();
    atlas.insert(key("pay", None, "2023"), everywhere);
    let error = EncodeError::NationNotCovered { indicator: id("pay"), area: code("N09000003") };
    assert_eq!(encode_measure(&atlas, &id("pay")), Err(error));
    assert_eq!(encode_measure(&atlas, &id("rent")), Err(EncodeError::UnknownIndicator(id("rent"))));
}

#[test]
fn a_pack_cannot_send_a_reader_elsewhere() {
    let mut manifest = manifest();
    manifest.packs[0].file = "editions/2026-06/../../x.hyp".into();
    assert!(matches!(encode_first(&some_atlas(), &manifest), Err(EncodeError::FileName(_))));
    manifest.packs.clear();
    manifest.tables[0].file = "editions/2026-06/../x.0123456789abcdef.hyp".into();
    assert!(matches!(encode_first(&some_atlas(), &manifest), Err(EncodeError::FileName(_))));
    let mut atlas = some_atlas();
    atlas.edition = "../..".into();
    let packed = encode_first(&atlas, &Manifest::default()).unwrap();
    assert_eq!(decode_first(&packed), Err(PackError::Malformed("its edition")));
}

#[test]
fn every_single_bit_flip_and_every_truncation_is_refused() {
    let atlas = some_atlas();
    let good = encode_measure(&atlas, &id("pay")).unwrap();
    for bit in 0..good.len() * 8 {
        let mut bad = good.clone();
        bad[bit / 8] ^= 1 << (bit % 8);
        let mut left = without_columns(&atlas);
        assert!(decode_measure(&bad, &mut left).is_err(), "bit {bit}");
        assert_eq!(left, without_columns(&atlas));
    }
    for length in 0..good.len() {
        assert!(decode_measure(&good[..length], &mut without_columns(&atlas)).is_err(), "{length} bytes");
    }
}

proptest! {
    /// Three decimals are all that the estimates have and fewer than the packs keep for `healthy-life-expectancy`;
    /// for `pay` they are cut to two, and then differ by less than their last digit.
    #[test]
    fn packs_are_read_back(atlas in any_atlas()) {
        let (first, _) = decode_first(&encode_first(&atlas, &manifest()).unwrap()).unwrap();
        let mut loaded = without_columns(&atlas);
        for id in ["healthy-life-expectancy", "pay"].map(id) {
            match encode_measure(&atlas, &id) {
                Ok(packed) => decode_measure(&packed, &mut loaded).unwrap(),
                Err(error) => prop_assert_eq!(error, EncodeError::NoColumns(id)),
            }
        }
        prop_assert_eq!(&first, &loaded);
        for (key, column) in atlas.columns() {
            let most = if key.indicator.as_str() == "pay" { 0.0101 } else { 0.0 };
            for (written, read) in column.iter().zip(loaded.column(key).unwrap()) {
                prop_assert!(alike(written, read, most), "{:?} {:?}", written, read);
            }
        }
        prop_assert_eq!(encode_first(&first, &manifest()), encode_first(&atlas, &manifest()));
    }

    #[test]
    fn flipped_bits_in_a_first_pack_are_refused(atlas in any_atlas(), bit in any::<prop::sample::Index>()) {
        let mut packed = encode_first(&atlas, &manifest()).unwrap();
        let bit = bit.index(packed.len() * 8);
        packed[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(decode_first(&packed).is_err());
    }

    #[test]
    fn random_bytes_are_refused_without_panic(bytes in vec(any::<u8>(), 0..300)) {
        prop_assert!(decode_first(&bytes).is_err());
        prop_assert!(decode_measure(&bytes, &mut some_atlas()).is_err());
    }

    /// Behind a sound checksum, random bytes and sound payloads with a few bytes changed reach every decoder.
    #[test]
    fn hostile_payloads_do_not_panic(bytes in vec(any::<u8>(), 0..300)) {
        let _ = decode_first(&sealed(Kind::First, &bytes));
        let _ = decode_measure(&sealed(Kind::Measure, &bytes), &mut some_atlas());
    }

    #[test]
    fn changed_payloads_do_not_panic(changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let first = encode_first(&some_atlas(), &manifest()).unwrap();
        let measure = encode_measure(&some_atlas(), &id("healthy-life-expectancy")).unwrap();
        for (kind, pack) in [(Kind::First, first), (Kind::Measure, measure)] {
            let mut payload = frame::open(&pack, kind).unwrap().1.to_vec();
            for (at, byte) in &changes {
                let at = at.index(payload.len());
                payload[at] = *byte;
            }
            let _ = decode_first(&sealed(kind, &payload));
            let _ = decode_measure(&sealed(kind, &payload), &mut some_atlas());
        }
    }
}

fn alike(written: &Estimate, read: &Estimate, most: f64) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= most;
    match (written, read) {
        (Estimate::Known(a), Estimate::Known(b)) => {
            let limits = match (a.limits, b.limits) {
                (Some(a), Some(b)) => near(a.lower, b.lower) && near(a.upper, b.upper),
                (None, None) => true,
                _ => false,
            };
            near(a.value, b.value) && a.mark == b.mark && limits
        }
        _ => written == read,
    }
}

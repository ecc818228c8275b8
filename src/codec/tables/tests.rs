use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::codec::{Manifest, PackId, TablePack, decode_into};
use crate::model::{
    Area, AreaKind, Code, ColumnKey, Correlation, DeprivationIndex, District, Estimate, FromAge, Hexagon, InProfile,
    Indicator, IndicatorId, Known, Limits, Mark, Missing, Nation, Neighbourhood, Period, Point, Sex, Shares, Spread,
    Strength, Unusual, plain,
};

mod any;

use any::{by_age, constituencies, districts, england, gradient, neighbourhoods, profile, strengths};

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

fn atlas() -> Atlas {
    let area = |at| plain::area(code(at), AreaKind::Local);
    let areas = ["E06000009", "E10000017", "E92000001", "K02000001", "N09000003", "W06000015"].map(area);
    Atlas::new(
        "2026-06".into(),
        areas.into(),
        Vec::new(),
        [("pay", 0), ("crime", 2), ("stations", 1)].map(indicator).into(),
    )
}

fn indicator((id, decimals): (&str, u8)) -> Indicator {
    Indicator { decimals, ..plain::indicator(id) }
}

/// What each decoder says of some bytes: nothing that they make of them matters here.
fn refusals(bytes: &[u8]) -> [Option<PackError>; 8] {
    let atlas = atlas();
    [
        decode_gradient(bytes, &atlas).err(),
        decode_constituencies(bytes, &atlas).err(),
        decode_districts(bytes, &atlas).err(),
        decode_neighbourhoods(bytes, &atlas).err(),
        decode_england(bytes, &atlas).err(),
        decode_hexagons(bytes, &atlas).err(),
        decode_strengths(bytes, &atlas).err(),
        decode_profile(bytes, &atlas).err(),
    ]
}

const KINDS: [Kind; 8] = [
    Kind::Gradient,
    Kind::Constituencies,
    Kind::Districts,
    Kind::Neighbourhoods,
    Kind::England,
    Kind::Hexagons,
    Kind::Strengths,
    Kind::Profile,
];

/// A pack of each kind, in the order of [`KINDS`].
fn packs() -> [Vec<u8>; 8] {
    let atlas = atlas();
    let period = Period::years(2022, 2024).unwrap();
    let index = DeprivationIndex { nation: Nation::England, edition: Some(2019) };
    let gradient =
        Gradient { index, sex: Sex::Female, period, healthy: vec![48.2, 68.5], total: Some(vec![78.3, 86.4]) };
    let band = |first, last| FromAge { first, last, healthy: 60.9, share: 74.0 };
    let by_age =
        ByAge { area: Code::UK, sex: Sex::Male, period, ages: vec![band(0, Some(0)), band(1, Some(4)), band(5, None)] };
    let known = Known { value: 82.25, limits: Some(Limits { lower: 81.41, upper: 83.09 }), mark: Mark::Published };
    let seat = Constituency { code: code("E14001063"), name: "Aldershot".into(), period, life_expectancy: known };
    let key = ColumnKey { indicator: IndicatorId::new("life-expectancy").unwrap(), sex: Some(Sex::Male), period };
    let districts = Districts {
        places: vec![District { code: code("E07000117"), name: "Burnley".into(), area: code("E10000017") }],
        columns: vec![(key, vec![Estimate::Known(known)])],
    };
    let shares = Shares { income: 1.3, employment: 1.4 };
    let neighbourhoods = Neighbourhoods {
        area: code("E06000009"),
        index,
        of: 33_755,
        places: vec![Neighbourhood { rank: 26_525, tenth: 8, shares: Some(shares) }],
    };
    let england = [AreaPoints { area: code("E06000009"), points: vec![Point { tenth: 8, shares }] }];
    let id = |id| IndicatorId::new(id).unwrap();
    let correlation = Correlation { r: -0.65, without_london: -0.7125 };
    let strength = Strength { indicator: id("crime"), period, areas: 151, of: Some([correlation; 2]) };
    let strengths = Strengths {
        period,
        measured: 151,
        areas: vec![code("E06000009")],
        noise: [0.3, 0.29],
        of: vec![strength, Strength { indicator: id("pay"), period, areas: 9, of: None }],
    };
    let known = |value| Estimate::Known(Known { value, limits: None, mark: Mark::Computed });
    let profile = Profile {
        area: code("E06000009"),
        of: vec![
            InProfile { indicator: id("crime"), estimate: known(1.25) },
            InProfile { indicator: id("pay"), estimate: Estimate::Missing(Missing::Suppressed) },
        ],
        stands_out: Some(vec![Unusual { indicator: id("crime"), z: -2.75 }]),
        spreads: vec![Spread { indicator: id("crime"), period, areas: 151, marks: [-1.0, 0.25, 0.5, 1.0, 2.0] }],
    };
    [
        encode_gradient(&atlas, &[gradient], &[by_age]).unwrap(),
        encode_constituencies(&atlas, &[seat]).unwrap(),
        encode_districts(&atlas, &districts).unwrap(),
        encode_neighbourhoods(&atlas, &neighbourhoods).unwrap(),
        encode_england(&atlas, &england).unwrap(),
        encode_hexagons(&atlas, &hexagons(&[(4, 9), (0, 200)])).unwrap(),
        encode_strengths(&atlas, &strengths).unwrap(),
        encode_profile(&atlas, &profile).unwrap(),
    ]
}

/// A map of the first areas on these columns and rows.
fn hexagons(on: &[(u8, u8)]) -> HexagonMap {
    let areas = atlas().areas;
    let place = |(area, (column, row)): (&Area, &(u8, u8))| (area.code, Hexagon { column: *column, row: *row });
    HexagonMap::new(areas.iter().zip(on).map(place).collect()).unwrap()
}

#[test]
fn every_single_bit_flip_and_every_truncation_is_refused() {
    for good in packs() {
        for bit in 0..good.len() * 8 {
            let mut bad = good.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            assert!(refusals(&bad).iter().all(Option::is_some), "bit {bit}");
        }
        for length in 0..good.len() {
            assert!(refusals(&good[..length]).iter().all(Option::is_some), "{length} bytes");
        }
    }
}

#[test]
fn a_pack_is_read_as_what_it_is_only() {
    for (at, good) in packs().iter().enumerate() {
        let refusals = refusals(good);
        assert!(refusals.iter().enumerate().all(|(other, refusal)| refusal.is_none() == (other == at)), "{at}");
    }
}

#[test]
fn a_pack_of_another_edition_or_version_is_refused() {
    let [gradient, ..] = packs();
    let mut other = atlas();
    other.edition = "2026-07".into();
    assert_eq!(decode_gradient(&gradient, &other), Err(PackError::OtherEdition));
    let mut fewer = atlas();
    fewer.areas.pop();
    assert_eq!(decode_gradient(&gradient, &fewer), Err(PackError::OtherEdition));
    let newer = frame::seal(Kind::Gradient, 2, b"");
    assert_eq!(decode_gradient(&newer, &atlas()), Err(PackError::TooNew { version: 2 }));
    let older = frame::seal(Kind::England, 0, b"");
    assert_eq!(decode_england(&older, &atlas()), Err(PackError::TooOld { version: 0 }));
}

#[test]
fn a_pack_is_loaded_into_its_atlas_or_leaves_it_as_it_was() {
    let (own, other) = (code("E06000009"), code("W06000015"));
    let packs = packs();
    let ids = [
        TablePack::Gradient,
        TablePack::Constituencies,
        TablePack::Districts,
        TablePack::Neighbourhoods(own),
        TablePack::England,
        TablePack::Hexagons,
        TablePack::Strengths,
        TablePack::Profile(own),
    ]
    .map(PackId::Table);
    let (mut loaded, manifest) = (atlas(), Manifest::default());
    for (id, bytes) in ids.iter().zip(&packs) {
        let before = loaded.clone();
        assert!(!manifest.is_loaded(id, &loaded));
        assert!(decode_into(&mut loaded, id, &bytes[1..]).is_err() && loaded == before);
        decode_into(&mut loaded, id, bytes).unwrap();
        assert!(manifest.is_loaded(id, &loaded));
    }
    decode_into(&mut loaded, &ids[3], &packs[3]).unwrap();
    assert_eq!(loaded.tables.neighbourhoods.len(), 1);
    let wrong = decode_into(&mut loaded, &PackId::Table(TablePack::Neighbourhoods(other)), &packs[3]);
    assert_eq!(wrong, Err(PackError::Malformed("neighbourhoods of another area")));
    let wrong = decode_into(&mut loaded, &PackId::Table(TablePack::Profile(other)), &packs[7]);
    assert_eq!(wrong, Err(PackError::Malformed("a profile of another area")));
    assert!(loaded.tables.neighbourhoods_of(own).is_some() && loaded.tables.neighbourhoods_of(other).is_none());
}

#[test]
fn what_cannot_be_kept_exactly_is_not_packed() {
    let atlas = atlas();
    let area = |income| {
        let shares = Shares { income, employment: 1.0 };
        let place = Neighbourhood { rank: 1, tenth: 1, shares: Some(shares) };
        let index = DeprivationIndex { nation: Nation::England, edition: None };
        let all = Neighbourhoods { area: code("E06000009"), index, of: 9, places: vec![place] };
        let points = [AreaPoints { area: all.area, points: vec![Point { tenth: 1, shares }] }];
        (encode_neighbourhoods(&atlas, &all).is_ok(), encode_england(&atlas, &points).is_ok())
    };
    assert_eq!(area(12.3), (true, true));
    assert_eq!(area(12.34), (true, false));
    for income in [f64::NAN, f64::INFINITY, 1e300, 1.0 / 3.0] {
        assert_eq!(area(income), (false, false), "{income}");
    }
    let point = |tenth, income| Point { tenth, shares: Shares { income, employment: 1.0 } };
    let refused = |points| encode_england(&atlas, &[AreaPoints { area: code("E06000009"), points }]).is_err();
    assert!(refused(vec![point(1, 2.0), point(1, 1.0)]) && refused(vec![point(11, 1.0)]));
    let elsewhere = [AreaPoints { area: code("S12000033"), points: Vec::new() }];
    assert_eq!(encode_england(&atlas, &elsewhere), Err(EncodeError::UnknownArea(code("S12000033"))));
}

#[test]
fn neighbourhoods_out_of_place_are_refused() {
    let decoded = |rank, tenth, income, employment| {
        let place = Neighbourhood { rank, tenth, shares: Some(Shares { income, employment }) };
        let index = DeprivationIndex { nation: Nation::England, edition: Some(2025) };
        let all = Neighbourhoods { area: code("E06000009"), index, of: 33_755, places: vec![place] };
        decode_neighbourhoods(&encode_neighbourhoods(&atlas(), &all).unwrap(), &atlas()).is_ok()
    };
    // Ranks 3376 and 3377 are beside the end of the first tenth, which England rounds down and others round up.
    for (rank, tenth, sound) in [
        (1, 1, true),
        (1, 2, false),
        (3375, 2, false),
        (3376, 1, true),
        (3376, 2, true),
        (3377, 1, false),
        (33_755, 10, true),
        (33_755, 9, false),
        (33_756, 10, false),
    ] {
        assert_eq!(decoded(rank, tenth, 0.0, 100.0), sound, "{rank} {tenth}");
    }
    for (income, employment) in [(-0.1, 1.0), (100.1, 1.0), (1.0, -0.1), (1.0, 100.1)] {
        assert!(!decoded(1, 1, income, employment), "{income} {employment}");
    }
}

#[test]
fn hexagons_that_are_no_map_are_refused() {
    let decoded = |numbers: &[i64]| {
        decode_hexagons(&frame::seal(Kind::Hexagons, v1::VERSION, &v1::any_table(&atlas(), "", numbers)), &atlas())
    };
    assert_eq!(decoded(&[2, 0, 1, 4, -4, 9, 191]), Ok(hexagons(&[(4, 9), (0, 200)])));
    let no_map = Err(PackError::Malformed("hexagons that are no map"));
    assert_eq!(decoded(&[2, 0, 0, 4, -4, 9, 191]), no_map, "an area twice");
    assert_eq!(decoded(&[2, 0, 1, 4, 0, 9, 0]), no_map, "two areas on a hexagon");
    let out = Err(PackError::Malformed("a number out of range"));
    for numbers in [[1, 6, 4, 9], [1, -1, 4, 9], [1, 0, 256, 9], [1, 0, 4, -1], [1, i64::MAX, 4, 9]] {
        assert_eq!(decoded(&numbers), out, "{numbers:?}");
    }
    let elsewhere = HexagonMap::new(vec![(code("S12000033"), Hexagon { column: 0, row: 0 })]).unwrap();
    assert_eq!(encode_hexagons(&atlas(), &elsewhere), Err(EncodeError::UnknownArea(code("S12000033"))));
}

#[test]
fn an_area_twice_or_outside_england_is_refused() {
    let decoded = |areas: &[&str]| {
        let areas: Vec<_> = areas.iter().map(|area| AreaPoints { area: code(area), points: Vec::new() }).collect();
        decode_england(&encode_england(&atlas(), &areas).unwrap(), &atlas()).map(|areas| areas.len())
    };
    assert_eq!(decoded(&["E06000009", "E10000017"]), Ok(2));
    let refused = Err(PackError::Malformed("an area of England"));
    assert_eq!(decoded(&["E06000009", "E06000009"]), refused);
    assert_eq!(decoded(&["E06000009", "W06000015"]), refused);
    assert_eq!(decoded(&["K02000001"]), refused);
}

proptest! {
    #[test]
    fn gradients_and_ages_are_read_back(gradients in vec(gradient(), 0..6), ages in vec(by_age(), 0..6)) {
        let packed = encode_gradient(&atlas(), &gradients, &ages).unwrap();
        prop_assert_eq!(decode_gradient(&packed, &atlas()), Ok((gradients, ages)));
    }

    #[test]
    fn constituencies_are_read_back(all in constituencies()) {
        let packed = encode_constituencies(&atlas(), &all).unwrap();
        prop_assert_eq!(decode_constituencies(&packed, &atlas()), Ok(all));
    }

    #[test]
    fn hexagons_are_read_back(on in proptest::collection::btree_set(any::<(u8, u8)>(), 0..6)) {
        let map = hexagons(&on.into_iter().collect::<Vec<_>>());
        let packed = encode_hexagons(&atlas(), &map).unwrap();
        prop_assert_eq!(decode_hexagons(&packed, &atlas()), Ok(map));
    }

    #[test]
    fn districts_are_read_back(all in districts()) {
        let packed = encode_districts(&atlas(), &all).unwrap();
        prop_assert_eq!(decode_districts(&packed, &atlas()), Ok(all));
    }

    #[test]
    fn neighbourhoods_are_read_back(all in neighbourhoods()) {
        let packed = encode_neighbourhoods(&atlas(), &all).unwrap();
        let sum: f64 = all.tenths().iter().sum();
        prop_assert!(all.places.is_empty() || (sum - 1.0).abs() < 1e-9);
        prop_assert_eq!(decode_neighbourhoods(&packed, &atlas()), Ok(all));
    }

    #[test]
    fn england_is_read_back(areas in england()) {
        let packed = encode_england(&atlas(), &areas).unwrap();
        prop_assert_eq!(decode_england(&packed, &atlas()), Ok(areas));
    }

    #[test]
    fn strengths_are_read_back(all in strengths()) {
        let packed = encode_strengths(&atlas(), &all).unwrap();
        prop_assert_eq!(decode_strengths(&packed, &atlas()), Ok(all));
    }

    #[test]
    fn profiles_are_read_back(profile in profile()) {
        let packed = encode_profile(&atlas(), &profile).unwrap();
        prop_assert_eq!(decode_profile(&packed, &atlas()), Ok(profile));
    }

    /// Behind a sound checksum, random bytes reach every decoder.
    #[test]
    fn hostile_payloads_do_not_panic(bytes in vec(any::<u8>(), 0..300)) {
        prop_assert!(refusals(&bytes).iter().all(Option::is_some));
        for kind in KINDS {
            refusals(&frame::seal(kind, v1::VERSION, &bytes));
        }
    }

    /// Behind a sound checksum and a sound beginning, a few changed bytes reach what is behind it.
    #[test]
    fn changed_payloads_do_not_panic(changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        for (kind, pack) in KINDS.into_iter().zip(packs()) {
            let mut payload = frame::open(&pack, kind).unwrap().1.to_vec();
            for (at, byte) in &changes {
                let at = at.index(payload.len());
                payload[at] = *byte;
            }
            refusals(&frame::seal(kind, v1::VERSION, &payload));
        }
    }

    /// Sound in structure, with any numbers behind a sound beginning.
    #[test]
    fn any_numbers_do_not_panic(numbers in vec(prop_oneof![-3_i64..40, any::<i64>()], 0..60), texts in "[a-z\n]{0,30}") {
        let payload = v1::any_table(&atlas(), &texts, &numbers);
        for kind in KINDS {
            refusals(&frame::seal(kind, v1::VERSION, &payload));
        }
    }
}

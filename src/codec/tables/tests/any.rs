//! Any content that each of the tables may have.

use proptest::collection::vec;
use proptest::prelude::*;

use super::code;
use crate::model::{
    AreaPoints, ByAge, Code, ColumnKey, Constituency, Correlation, DeprivationIndex, District, Districts, Estimate,
    FromAge, Gradient, InProfile, IndicatorId, Known, Limits, Listed, Mark, Missing, Nation, Neighbourhood,
    Neighbourhoods, Period, Point, Profile, Sex, Shares, Spread, Strength, Strengths, Unusual,
};

fn some_indicator() -> impl Strategy<Value = IndicatorId> {
    proptest::sample::select(vec!["pay", "crime", "stations"]).prop_map(|id| IndicatorId::new(id).unwrap())
}

/// From −1 to 1, to four decimals.
fn part() -> impl Strategy<Value = f64> {
    (-10_000_i32..=10_000).prop_map(|part| f64::from(part) / 10_000.0)
}

pub(super) fn strengths() -> impl Strategy<Value = Strengths> {
    let correlation = || (part(), part()).prop_map(|(r, without_london)| Correlation { r, without_london });
    let of = proptest::option::of((correlation(), correlation()).prop_map(|(women, men)| [women, men]));
    let one = (some_indicator(), period(), 0_usize..300, of).prop_map(|(indicator, period, areas, of)| Strength {
        indicator,
        period,
        areas,
        of,
    });
    let places = proptest::sample::subsequence(vec!["E06000009", "E10000017", "W06000015"], 0..=3);
    (period(), 0_usize..300, places, part(), part(), vec(one, 0..9)).prop_map(
        |(period, measured, areas, women, men, of)| Strengths {
            period,
            measured,
            areas: areas.into_iter().map(code).collect(),
            noise: [women, men],
            of,
        },
    )
}

pub(super) fn profile() -> impl Strategy<Value = Profile> {
    // To two decimals, which every one of the indicators keeps.
    let value = || (-90_000_i32..90_000).prop_map(|value| f64::from(value) / 100.0);
    let estimate = (estimate(), value()).prop_map(|(estimate, value)| match estimate {
        Estimate::Known(known) => Estimate::Known(Known { value, limits: None, ..known }),
        missing => missing,
    });
    let of =
        vec((some_indicator(), estimate).prop_map(|(indicator, estimate)| InProfile { indicator, estimate }), 0..9);
    let unusual = (some_indicator(), value()).prop_map(|(indicator, z)| Unusual { indicator, z });
    let spread = (some_indicator(), period(), 0_usize..300, vec(value(), 5)).prop_map(
        |(indicator, period, areas, mut marks)| {
            marks.sort_by(f64::total_cmp);
            Spread { indicator, period, areas, marks: marks.try_into().unwrap() }
        },
    );
    (of, proptest::option::of(vec(unusual, 0..4)), vec(spread, 0..9)).prop_map(|(of, stands_out, spreads)| Profile {
        area: code("E92000001"),
        of,
        stands_out,
        spreads,
    })
}

fn period() -> impl Strategy<Value = Period> {
    (1990_u16..2030, 0_u16..4).prop_map(|(first, span)| Period::years(first, first + span).unwrap())
}

fn sex() -> impl Strategy<Value = Sex> {
    proptest::sample::select(Sex::ALL)
}

fn index() -> impl Strategy<Value = DeprivationIndex> {
    let nation = proptest::sample::select(Nation::ALL.to_vec());
    (nation, proptest::option::of(2000_u16..2030)).prop_map(|(nation, edition)| DeprivationIndex { nation, edition })
}

/// A number of up to `decimals` decimals, as a publisher might give it.
fn number(most: i32, decimals: i32) -> impl Strategy<Value = f64> {
    let power = 10_i32.pow(decimals as u32);
    (-most * power..most * power).prop_map(move |whole| f64::from(whole) / f64::from(power))
}

fn years(count: usize) -> impl Strategy<Value = Vec<f64>> {
    vec(number(90, 1), count)
}

pub(super) fn gradient() -> impl Strategy<Value = Gradient> {
    let numbers = (2_usize..12).prop_flat_map(|count| (years(count), proptest::option::of(years(count))));
    (index(), sex(), period(), numbers).prop_map(|(index, sex, period, (healthy, total))| Gradient {
        index,
        sex,
        period,
        healthy,
        total,
    })
}

pub(super) fn by_age() -> impl Strategy<Value = ByAge> {
    let bands = vec((0_u8..10, number(90, 1), number(100, 1)), 1..20);
    let area = proptest::sample::select(vec!["E92000001", "K02000001"]);
    (area, sex(), period(), bands).prop_map(|(area, sex, period, bands)| {
        let (mut ages, mut first, last) = (Vec::new(), 0, bands.len() - 1);
        for (at, (span, healthy, share)) in bands.into_iter().enumerate() {
            let end = (at < last).then_some(first + span);
            ages.push(FromAge { first, last: end, healthy, share });
            first += span + 1;
        }
        ByAge { area: code(area), sex, period, ages }
    })
}

fn known() -> impl Strategy<Value = Known> {
    let mark = proptest::sample::select(Mark::ALL);
    let limits = proptest::option::of((0_i32..9_000, 0_i32..9_000));
    (-90_000_i32..90_000, limits, mark).prop_map(|(value, limits, mark)| {
        let number = |thousandths: i32| f64::from(thousandths) / 1000.0;
        let limits = limits.map(|(below, above)| Limits { lower: number(value - below), upper: number(value + above) });
        Known { value: number(value), limits, mark }
    })
}

fn estimate() -> impl Strategy<Value = Estimate> {
    let missing = proptest::sample::select(Missing::ALL).prop_map(Estimate::Missing);
    prop_oneof![known().prop_map(Estimate::Known), missing]
}

fn codes(entity: &'static str) -> impl Strategy<Value = Vec<Code>> {
    proptest::collection::btree_set(0_u32..1000, 0..20)
        .prop_map(move |numbers| numbers.iter().map(|number| code(&format!("{entity}{number:06}"))).collect())
}

pub(super) fn constituencies() -> impl Strategy<Value = Vec<Constituency>> {
    codes("E14").prop_flat_map(|codes| {
        let one =
            |code: Code| {
                (period(), known(), "[ A-Za-zôé,-]{0,20}").prop_map(move |(period, life_expectancy, name)| {
                    Constituency { code, name, period, life_expectancy }
                })
            };
        codes.into_iter().map(one).collect::<Vec<_>>()
    })
}

pub(super) fn districts() -> impl Strategy<Value = Districts> {
    let keys = || {
        let id = proptest::sample::select(vec!["life-expectancy", "imd-2025"]);
        proptest::collection::btree_set((id, proptest::option::of(sex()), period()), 0..6)
    };
    (codes("E07"), keys()).prop_flat_map(|(codes, keys)| {
        let place = |code: Code| District { code, name: code.to_string(), area: "E10000017".parse().unwrap() };
        let places: Vec<District> = codes.into_iter().map(place).collect();
        let count = places.len();
        vec(vec(estimate(), count), keys.len()).prop_map(move |columns| {
            let mut keys: Vec<ColumnKey> = keys
                .iter()
                .map(|(id, sex, period)| ColumnKey {
                    indicator: IndicatorId::new(id).unwrap(),
                    sex: *sex,
                    period: *period,
                })
                .collect();
            keys.sort();
            Districts { places: places.clone(), columns: keys.into_iter().zip(columns).collect() }
        })
    })
}

fn shares() -> impl Strategy<Value = Shares> {
    let share = || (0_u16..=1000).prop_map(|tenths| f64::from(tenths) / 10.0);
    (share(), share()).prop_map(|(income, employment)| Shares { income, employment })
}

pub(super) fn neighbourhoods() -> impl Strategy<Value = Neighbourhoods> {
    let ranks = proptest::collection::btree_set(1_u32..=890, 0..60);
    (index(), ranks, any::<bool>(), vec(shares(), 60)).prop_map(|(index, ranks, with_shares, shares)| {
        let place = |(rank, shares): (&u32, &Shares)| Neighbourhood {
            rank: *rank,
            tenth: u8::try_from(rank.div_ceil(89)).unwrap(),
            shares: with_shares.then_some(*shares),
        };
        Neighbourhoods {
            area: code("N09000003"),
            index,
            of: 890,
            places: ranks.iter().zip(&shares).map(place).collect(),
        }
    })
}

pub(super) fn england() -> impl Strategy<Value = Vec<AreaPoints>> {
    let points = || {
        vec((1_u8..=10, shares()), 0..40).prop_map(|points| {
            let mut points: Vec<Point> = points.into_iter().map(|(tenth, shares)| Point { tenth, shares }).collect();
            points.sort_by(|a, b| {
                let key = |point: &Point| {
                    (point.tenth, (point.shares.income * 10.0) as i64, (point.shares.employment * 10.0) as i64)
                };
                key(a).cmp(&key(b))
            });
            points
        })
    };
    (points(), points()).prop_map(|(first, second)| {
        vec![
            AreaPoints { area: code("E06000009"), points: first },
            AreaPoints { area: code("E10000017"), points: second },
        ]
    })
}

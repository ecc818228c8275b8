//! Figures that several tests share.

use proptest::prelude::*;

use super::{Measured, Observed, fit};
use crate::model::Limits;

/// NIST Statistical Reference Datasets, “Norris” (calibration of ozone monitors), as (x, y).
/// <https://www.itl.nist.gov/div898/strd/lls/data/Norris.shtml>
pub const NORRIS: [(f64, f64); 36] = [
    (0.2, 0.1),
    (337.4, 338.8),
    (118.2, 118.1),
    (884.6, 888.0),
    (10.1, 9.2),
    (226.5, 228.1),
    (666.3, 668.5),
    (996.3, 998.5),
    (448.6, 449.1),
    (777.0, 778.9),
    (558.2, 559.2),
    (0.4, 0.3),
    (0.6, 0.1),
    (775.5, 778.1),
    (666.9, 668.8),
    (338.0, 339.3),
    (447.5, 448.9),
    (11.6, 10.8),
    (556.0, 557.7),
    (228.1, 228.3),
    (995.8, 998.0),
    (887.6, 888.8),
    (120.2, 119.6),
    (0.3, 0.3),
    (0.3, 0.6),
    (556.8, 557.6),
    (339.1, 339.3),
    (887.2, 888.0),
    (999.0, 998.5),
    (779.0, 778.9),
    (11.1, 10.2),
    (118.3, 117.6),
    (229.2, 228.9),
    (669.1, 668.4),
    (448.9, 449.2),
    (0.5, 0.2),
];

/// NIST Statistical Reference Datasets, “Longley”: gross national product (x2) and total employment (y), 1947 to 1962.
/// <https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml>
pub const LONGLEY: [(f64, f64); 16] = [
    (234289.0, 60323.0),
    (259426.0, 61122.0),
    (258054.0, 60171.0),
    (284599.0, 61187.0),
    (328975.0, 63221.0),
    (346999.0, 63639.0),
    (365385.0, 64989.0),
    (363112.0, 63761.0),
    (397469.0, 66019.0),
    (419180.0, 67857.0),
    (442769.0, 68169.0),
    (444546.0, 66513.0),
    (482704.0, 68655.0),
    (502601.0, 69564.0),
    (518173.0, 69331.0),
    (554894.0, 70551.0),
];

/// From the same set: the unemployed (x3) and total employment (y).
pub const LONGLEY_UNEMPLOYED: [(f64, f64); 16] = [
    (2356.0, 60323.0),
    (2325.0, 61122.0),
    (3682.0, 60171.0),
    (3351.0, 61187.0),
    (2099.0, 63221.0),
    (1932.0, 63639.0),
    (1870.0, 64989.0),
    (3578.0, 63761.0),
    (2904.0, 66019.0),
    (2822.0, 67857.0),
    (2936.0, 68169.0),
    (4681.0, 66513.0),
    (3813.0, 68655.0),
    (3931.0, 69564.0),
    (4806.0, 69331.0),
    (4007.0, 70551.0),
];

const WOMEN: &str = include_str!("testdata/healthy-life-expectancy-women-2022-2024.csv");

/// Healthy life expectancy of women, 2022–24, in the 216 local areas that have it, by code; the file names its source.
pub fn women() -> Vec<(&'static str, Measured)> {
    WOMEN.lines().filter(|line| line.starts_with(['E', 'W', 'S', 'N'])).map(row).collect()
}

fn row(line: &'static str) -> (&'static str, Measured) {
    let cells: Vec<_> = line.split(',').collect();
    let number = |at: usize| cells[at].parse::<f64>().unwrap();
    (cells[0], Measured::published(number(1), Limits { lower: number(2), upper: number(3) }, 0.1).unwrap())
}

const CIRCUMSTANCES: &str = include_str!("testdata/circumstances-england.csv");

/// The same women's, of the 151 local areas of England, over two circumstances: children in poverty, 2024/25, %, and
/// income deprivation, 2025, %; by code. The file names its sources.
pub fn england() -> Vec<(&'static str, [Observed; 2])> {
    let women = women();
    let place = |line: &'static str| {
        let cells: Vec<_> = line.split(',').collect();
        let measured = women.iter().find(|(code, _)| *code == cells[0]).unwrap().1;
        let on = |at: usize| Observed { x: cells[at].parse().unwrap(), measured };
        (cells[0], [on(1), on(2)])
    };
    CIRCUMSTANCES.lines().filter(|line| line.starts_with('E')).map(place).collect()
}

/// Three to forty places that a line can be fitted to, with errors of their own.
pub fn observed() -> impl Strategy<Value = Vec<Observed>> {
    let all = (points(), proptest::collection::vec(0.5..20.0f64, 40));
    all.prop_map(|(points, errors)| {
        let place = |(&(x, y), &error)| Observed { x, measured: Measured::new(y, error).unwrap() };
        points.iter().zip(&errors).map(place).collect()
    })
}

/// Places of any numbers that an estimate can be made of.
pub fn wild_observed() -> impl Strategy<Value = Vec<Observed>> {
    let place = (wild(), wild(), wild());
    let made = |(x, y, error): (f64, f64, f64)| Some(Observed { x, measured: Measured::new(y, error.abs()).ok()? });
    proptest::collection::vec(place, 0..9).prop_map(move |places| places.into_iter().filter_map(made).collect())
}

/// Three to forty points that a line can be fitted to.
pub fn points() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let all = proptest::collection::vec((-100.0..100.0f64, -100.0..100.0f64), 3..40);
    all.prop_filter("hardly any spread", |points| {
        fit(points).is_ok() && spread(points.iter().map(|point| point.0)) > 1.0
    })
}

/// Any number at all: ordinary ones, often equal to one another, and the largest, least, infinite and NaN.
pub fn wild() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -100.0..100.0f64,
        2 => (-3..4i8).prop_map(f64::from),
        1 => -1e160..1e160f64,
        1 => -1e-160..1e-160f64,
        1 => proptest::num::f64::ANY,
    ]
}

fn spread(values: impl Iterator<Item = f64> + Clone) -> f64 {
    values.clone().fold(f64::MIN, f64::max) - values.fold(f64::MAX, f64::min)
}

/// Asserts that `found` is `expected` or no further from it than `within`.
#[track_caller]
pub fn close(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not within {within} of {expected}");
}

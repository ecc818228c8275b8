//! Checks against other people's software and reference values, over the published figures of England's local areas.

use super::testdata::{LONGLEY, close, england};
use super::*;

const POVERTY: usize = 0;
const INCOME: usize = 1;

fn over(circumstance: usize) -> Vec<Observed> {
    england().iter().map(|place| place.1[circumstance]).collect()
}

fn at(code: &str) -> usize {
    england().iter().position(|place| place.0 == code).unwrap()
}

/// τ², a, b, SE(a), SE(b).
fn numbers(line: &MetaLine) -> [f64; 5] {
    [line.between_places.powi(2), line.intercept, line.slope, line.intercept_error, line.slope_error]
}

fn all_close(found: [f64; 5], expected: [f64; 5], within: f64) {
    for (found, expected) in found.into_iter().zip(expected) {
        close(found, expected, within);
    }
}

#[test]
fn meta_regression_agrees_with_metafor_over_151_areas() {
    // R 4.2.2, metafor 3.8-1: SE = (upper - lower) / 3.92; rma(value, sei = SE, mods = ~x, method = "REML",
    // control = list(threshold = 1e-14, maxiter = 1000)), whose tau2, coef and se these are.
    let poverty = [1.5560572037665, 69.1798399976878, -0.424567196675303, 0.527142348587691, 0.0246440830061751];
    let income = [2.87520717970485, 69.9832668130761, -0.395525394166864, 0.704692922928602, 0.0284298596665718];
    all_close(numbers(&meta_regression(&over(POVERTY)).unwrap()), poverty, 1e-10);
    all_close(numbers(&meta_regression(&over(INCOME)).unwrap()), income, 1e-10);
}

#[test]
fn with_threefold_errors_nothing_is_left_between_places() {
    // As above, with 3 × SE: metafor's tau2 is 0 exactly.
    let wider = |place: &Observed| {
        let measured = Measured::new(place.measured.value(), 3.0 * place.measured.standard_error()).unwrap();
        Observed { measured, ..*place }
    };
    let places: Vec<_> = over(INCOME).iter().map(wider).collect();
    let line = meta_regression(&places).unwrap();
    assert_eq!(line.between_places, 0.0);
    all_close(numbers(&line), [0.0, 70.109025615409, -0.401128464545959, 1.50071763706513, 0.0622253956533988], 1e-11);
    let blackpool = expected(&places, at("E06000009")).unwrap();
    close(blackpool.interval.lower, 41.7468537463008, 1e-10);
    close(blackpool.interval.upper, 68.3825358916994, 1e-10);
}

#[test]
fn places_left_out_of_their_own_line_agree_with_metafor() {
    // As above without the place: p <- predict(r, newmods = x); p$pred ± qt(.975, k - 2) * sqrt(tau2 + SE^2 + p$se^2).
    for (circumstance, code, value, lower, upper, standing) in [
        (POVERTY, "E06000009", 56.300913643593, 51.2564776318599, 61.3453496553262, Standing::InLine),
        (POVERTY, "E09000027", 66.9140343676792, 61.1547231241296, 72.6733456112288, Standing::InLine),
        (POVERTY, "E06000001", 57.7254577392689, 53.0136638647554, 62.4372516137824, Standing::FurtherThan19In20),
        (INCOME, "E06000009", 55.1606709010423, 49.5691854816135, 60.752156320471, Standing::InLine),
        (INCOME, "E06000001", 55.9697307813503, 50.6578480582565, 61.281613504444, Standing::InLine),
    ] {
        let found = expected(&over(circumstance), at(code)).unwrap();
        close(found.value, value, 1e-10);
        close(found.interval.lower, lower, 1e-10);
        close(found.interval.upper, upper, 1e-10);
        assert_eq!(found.standing, standing, "{code}");
    }
}

#[test]
fn all_151_left_out_in_turn_agree_with_metafor() {
    // As above, each place in turn: the codes that lie outside their interval, and the sum of all predictions.
    let poverty = ["E06000001", "E06000004", "E06000026", "E08000025", "E08000032", "E08000036", "E09000008"];
    let income = [
        "E06000004",
        "E06000026",
        "E08000025",
        "E08000036",
        "E09000005",
        "E09000008",
        "E09000013",
        "E09000025",
        "E09000029",
        "E09000031",
    ];
    for (circumstance, outside, sum) in [(POVERTY, &poverty[..], 9159.67527631), (INCOME, &income[..], 9104.63330557)] {
        let found = expected_all(&over(circumstance)).unwrap();
        let named: Vec<_> = england()
            .iter()
            .zip(&found)
            .filter(|(_, found)| found.standing == Standing::FurtherThan19In20)
            .map(|(place, _)| place.0)
            .collect();
        assert_eq!(named, outside);
        close(found.iter().map(|found| found.value).sum(), sum, 1e-7);
    }
}

#[test]
fn few_places_with_very_different_errors_agree_with_metafor() {
    // As above, over six made-up places; then without the fourth.
    let rows = [(1.0, 1.0, 0.1), (2.0, 3.0, 0.5), (3.0, 2.0, 0.2), (4.0, 5.0, 1.0), (5.0, 4.0, 0.3), (7.0, 7.0, 0.4)];
    let places = rows.map(|(x, y, error)| Observed { x, measured: Measured::new(y, error).unwrap() });
    let line = [0.670536493336207, 0.156171229962227, 0.915162245195136, 0.753839039771026, 0.183169862389079];
    all_close(numbers(&meta_regression(&places).unwrap()), line, 1e-11);
    let fourth = expected(&places, 3).unwrap();
    close(fourth.interval.lower, -0.593250651291418, 1e-10);
    close(fourth.interval.upper, 7.99647825077872, 1e-10);
}

#[test]
fn least_squares_and_correlations_agree_with_r() {
    // R 4.2.2: l <- lm(value ~ income); coef(summary(l)), summary(l)$sigma, summary(l)$r.squared,
    // predict(l, data.frame(income = c(10, 30)), interval = …); cor.test(value, income), cor(…, method = "spearman")
    let points: Vec<_> = over(INCOME).iter().map(|place| (place.x, place.measured.value())).collect();
    let line = fit(&points).unwrap();
    let found = [line.intercept, line.slope, line.intercept_error, line.slope_error, line.residual_sd];
    let from_r = [69.5655043029466, -0.370939124538148, 0.801823752668638, 0.0312846794110035, 2.92213695121505];
    all_close(found, from_r, 1e-11);
    close(line.r_squared, 0.485472244962846, 1e-13);
    for (x, confidence, prediction) in [
        (10.0, [64.8453097089975, 66.8669164061328], [59.9941261037908, 71.7181000113395]),
        (30.0, [57.8564849884169, 59.0181761451875], [52.6340083094504, 64.2406528241540]),
    ] {
        for (found, [lower, upper]) in [(line.confidence(x), confidence), (line.prediction(x), prediction)] {
            close(found.unwrap().lower, lower, 1e-10);
            close(found.unwrap().upper, upper, 1e-10);
        }
    }
    let r = pearson(&points).unwrap();
    close(r.r, -0.696758383489461, 1e-13);
    close(r.interval.lower, -0.770712592654498, 1e-12);
    close(r.interval.upper, -0.604281724863609, 1e-12);
    close(spearman(&points).unwrap(), -0.71358228883402, 1e-13);
}

#[test]
fn who_stands_out_and_who_is_alike_agrees_with_r() {
    // R 4.2.2: l <- lm(poverty ~ income); e <- resid(l); z <- e / (1.4826 * median(abs(e))), and sum(abs(z))
    let points: Vec<_> =
        over(INCOME).iter().zip(over(POVERTY)).map(|(income, poverty)| (income.x, poverty.x)).collect();
    let z = stands_out(&points).unwrap();
    close(z[at("E09000010")], -3.21353381526, 1e-9);
    close(z[at("E09000014")], -2.54794348464, 1e-9);
    close(z.iter().map(|z| z.abs()).sum(), 116.981681486, 1e-8);
    assert_eq!(z.iter().filter(|z| z.abs() >= STANDS_OUT).count(), 2);
    // s <- scale(cbind(poverty, income)); order(sqrt(rowSums(sweep(s, 2, s[k, ])^2))), k being Blackpool
    let places: Vec<_> = points.iter().map(|&(income, poverty)| vec![poverty, income]).collect();
    let codes: Vec<_> = england().iter().map(|place| place.0).collect();
    let alike = nearest(&places, at("E06000009"), 5).unwrap();
    let alike: Vec<_> = alike.into_iter().map(|other| codes[other]).collect();
    assert_eq!(alike, ["E06000032", "E08000031", "E06000010", "E08000030", "E08000005"]);
}

/// NIST's “Longley” without x2 and y, which are in `testdata`: prices, unemployed, armed forces, population, year.
const LONGLEY_OTHERS: [[f64; 5]; 16] = [
    [83.0, 2356.0, 1590.0, 107608.0, 1947.0],
    [88.5, 2325.0, 1456.0, 108632.0, 1948.0],
    [88.2, 3682.0, 1616.0, 109773.0, 1949.0],
    [89.5, 3351.0, 1650.0, 110929.0, 1950.0],
    [96.2, 2099.0, 3099.0, 112075.0, 1951.0],
    [98.1, 1932.0, 3594.0, 113270.0, 1952.0],
    [99.0, 1870.0, 3547.0, 115094.0, 1953.0],
    [100.0, 3578.0, 3350.0, 116219.0, 1954.0],
    [101.2, 2904.0, 3048.0, 117388.0, 1955.0],
    [104.6, 2822.0, 2857.0, 118734.0, 1956.0],
    [108.4, 2936.0, 2798.0, 120445.0, 1957.0],
    [110.8, 4681.0, 2637.0, 121950.0, 1958.0],
    [112.6, 3813.0, 2552.0, 123366.0, 1959.0],
    [114.2, 3931.0, 2514.0, 125368.0, 1960.0],
    [115.7, 4806.0, 2572.0, 127852.0, 1961.0],
    [116.9, 4007.0, 2827.0, 130081.0, 1962.0],
];

#[test]
fn longley_as_certified_by_nist() {
    // NIST Statistical Reference Datasets, linear regression, “Longley”, certified values B1 to B6:
    // https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml
    // A coefficient among several is that of y on what one circumstance has beyond the others, and `fit` gets there one
    // circumstance at a time.
    let certified = [
        15.0618722713733,
        -0.358191792925910e-01,
        -2.02022980381683,
        -1.03322686717359,
        -0.511041056535807e-01,
        1829.15146461355,
    ];
    let employed: Vec<_> = LONGLEY.iter().map(|point| point.1).collect();
    for (which, expected) in certified.into_iter().enumerate() {
        let mut columns: Vec<Vec<f64>> = (0..6).map(longley_column).collect();
        let own = columns.remove(which);
        columns.push(own);
        for at in 0..5 {
            let given = columns[at].clone();
            for later in &mut columns[at + 1..] {
                *later = beyond(later, &given);
            }
        }
        let points: Vec<_> = columns[5].iter().copied().zip(employed.iter().copied()).collect();
        close(fit(&points).unwrap().slope / expected, 1.0, 1e-9);
    }
}

fn longley_column(at: usize) -> Vec<f64> {
    let other = |column: usize| LONGLEY_OTHERS.iter().map(|row| row[column]).collect();
    match at {
        0 => other(0),
        1 => LONGLEY.iter().map(|point| point.0).collect(),
        _ => other(at - 1),
    }
}

/// What is left of `values` once what goes with `given` is taken away.
fn beyond(values: &[f64], given: &[f64]) -> Vec<f64> {
    let points: Vec<_> = given.iter().copied().zip(values.iter().copied()).collect();
    let line = fit(&points).unwrap();
    points.iter().map(|&(x, y)| y - line.at(x).unwrap()).collect()
}

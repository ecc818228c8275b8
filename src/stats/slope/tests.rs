use proptest::prelude::*;

use super::*;
use crate::stats::testdata::{close, wild};

/// Men of England by tenth, 2015–17: healthy life expectancy, and the years lived in poorer health.
/// Office for National Statistics, “Health state life expectancies by national deprivation deciles, England and Wales:
/// 2015 to 2017”, Figure 3. Open Government Licence v3.0.
const MEN: [(f64, f64); 10] = [
    (51.7182, 22.2553),
    (56.6479, 19.4762),
    (58.7618, 18.7125),
    (61.6578, 17.1042),
    (63.8382, 15.8661),
    (64.6954, 15.7573),
    (66.4610, 14.6299),
    (67.9231, 13.6530),
    (68.8129, 13.4281),
    (70.4463, 12.8712),
];

/// Seven groups of unequal size, made up for this test.
fn unequal() -> Vec<Group> {
    let rows = [
        (0.2, 52.5, 0.5),
        (0.1, 57.1, 0.4),
        (0.15, 60.2, 0.6),
        (0.15, 62.0, 0.3),
        (0.1, 65.5, 0.5),
        (0.1, 66.1, 0.2),
        (0.2, 68.9, 0.7),
    ];
    rows.map(|(share, value, error)| Group { share, value: Some(value), standard_error: Some(error) }).to_vec()
}

#[test]
fn the_published_indices_come_out_of_the_published_tenths() {
    // The same bulletin, “Main points”: 19.1 years of healthy life expectancy, 9.4 of life expectancy, men, 2015–17.
    // Published to 0.1, and from the tenths' true populations; here each is taken to hold a tenth of the people.
    let healthy = slope_index(&equal_groups(&MEN.map(|men| men.0))).unwrap();
    assert_eq!(format!("{:.1}", healthy.sii), "19.1");
    assert_eq!(healthy.interval, None);
    let total = slope_index(&equal_groups(&MEN.map(|men| men.0 + men.1))).unwrap();
    assert_eq!(format!("{:.1}", total.sii), "9.4");
    // By hand: 70.4463 − 51.7182.
    close(range(&equal_groups(&MEN.map(|men| men.0))).unwrap().gap, 18.7281, 1e-12);
}

#[test]
fn unequal_groups_as_from_r() {
    // R 4.2.2: b <- cumsum(a) - a/2; X <- cbind(sqrt(a), b*sqrt(a)); coef(lm(sqrt(a)*Y ~ X - 1));
    // w <- (solve(t(X) %*% X) %*% t(X))[2,]*sqrt(a); sqrt(sum(w^2 * SE^2))
    let slope = slope_index(&unequal()).unwrap();
    close(slope.at_most_deprived, 51.4830792917629, 1e-12);
    close(slope.sii, 19.9938414164742, 1e-12);
    close(slope.mean, 61.48, 1e-12);
    close(slope.interval.unwrap().upper - slope.sii, 1.96 * 0.87487252821057, 1e-12);
    // By hand: (51.4830793 + 19.9938414) / 51.4830793, and 19.9938414 / 61.48.
    close(slope.relative_england().unwrap().0, 1.388357, 1e-6);
    close(slope.relative_scotland().unwrap().0, 0.325209, 1e-6);
}

#[test]
fn the_range_is_judged_by_the_one_rule_where_it_can_be() {
    let range = range(&unequal()).unwrap();
    close(range.gap, 16.4, 1e-12);
    let by_rule = difference(Measured::new(68.9, 0.7).unwrap(), Measured::new(52.5, 0.5).unwrap()).unwrap();
    assert_eq!(range.difference, Some(by_rule));
    assert_eq!(super::range(&equal_groups(&MEN.map(|men| men.0))).unwrap().difference, None);
}

#[test]
fn degenerate_input_is_a_typed_error() {
    let with = |at: usize, change: fn(&mut Group)| {
        let mut groups = unequal();
        change(&mut groups[at]);
        assert_eq!(slope_index(&groups).map(|_| ()), range(&groups).map(|_| ()));
        slope_index(&groups).unwrap_err()
    };
    assert_eq!(with(3, |group| group.value = None), SampleError::Missing(3));
    assert_eq!(with(0, |group| group.value = Some(f64::NAN)), SampleError::NotFinite);
    assert_eq!(with(0, |group| group.standard_error = Some(f64::INFINITY)), SampleError::NotFinite);
    assert_eq!(with(0, |group| group.standard_error = Some(-1.0)), SampleError::BadStandardError);
    assert_eq!(with(6, |group| group.share = 0.0), SampleError::NotAWhole);
    assert_eq!(with(6, |group| group.share = f64::NAN), SampleError::NotAWhole);
    assert_eq!(with(6, |group| group.share = 0.1), SampleError::NotAWhole);
    assert_eq!(slope_index(&[]), Err(SampleError::TooFew { found: 0, needed: 5 }));
    assert_eq!(slope_index(&equal_groups(&[1.0; 101])), Err(SampleError::TooMany { found: 101, most: 100 }));
    // One group has been dropped and the others' shares have not been made to fill its place.
    assert_eq!(slope_index(&unequal()[1..]), Err(SampleError::NotAWhole));
    assert_eq!(slope_index(&equal_groups(&[f64::MAX, 1.0, 1.0, 1.0, f64::MIN])), Err(SampleError::OutOfRange));
    let below = slope_index(&equal_groups(&[-9.0, -8.0, -7.0, -6.0, -5.0])).unwrap();
    assert_eq!(below.relative_england(), Err(SampleError::NotPositive));
    assert_eq!(below.relative_scotland(), Err(SampleError::NotPositive));
}

fn groups() -> impl Strategy<Value = Vec<Group>> {
    let group = (0.5..2.0f64, 40.0..80.0f64, 0.1..2.0f64);
    proptest::collection::vec(group, 5..=20).prop_map(|rows| {
        let whole: f64 = rows.iter().map(|row| row.0).sum();
        let made =
            |(size, value, error)| Group { share: size / whole, value: Some(value), standard_error: Some(error) };
        rows.into_iter().map(made).collect()
    })
}

proptest! {
    #[test]
    fn of_a_straight_line_it_is_its_slope(groups in groups(), start in 40.0..60.0f64, slope in -20.0..20.0f64) {
        let (mut groups, mut passed) = (groups, 0.0);
        for group in &mut groups {
            group.value = Some(start + slope * (passed + group.share / 2.0));
            passed += group.share;
        }
        let found = slope_index(&groups).unwrap();
        prop_assert!((found.sii - slope).abs() < 1e-10);
        prop_assert!((found.at_most_deprived - start).abs() < 1e-10);
        prop_assert!((found.at_least_deprived - start - slope).abs() < 1e-10);
    }

    #[test]
    fn follows_shift_and_scale_and_turns_with_the_order(
        groups in groups(), shift in -9.0..9.0f64, scale in 0.1..9.0f64,
    ) {
        let found = slope_index(&groups).unwrap();
        let interval = found.interval.unwrap();
        prop_assert!(interval.contains(found.sii));
        let moved = |group: &Group| Group { value: group.value.map(|value| value * scale + shift), ..*group };
        let other = slope_index(&groups.iter().rev().map(moved).collect::<Vec<_>>()).unwrap();
        prop_assert!((other.sii + found.sii * scale).abs() < 1e-9);
        prop_assert!((other.mean - found.mean * scale - shift).abs() < 1e-9);
        prop_assert!((other.at_most_deprived - found.at_least_deprived * scale - shift).abs() < 1e-9);
    }

    #[test]
    fn never_nan(rows in proptest::collection::vec((wild(), wild(), wild()), 4..9), even in any::<bool>()) {
        let share = 1.0 / rows.len() as f64;
        let made = |&(size, value, error): &(f64, f64, f64)| Group {
            share: if even { share } else { size },
            value: Some(value),
            standard_error: Some(error.abs()),
        };
        let groups: Vec<_> = rows.iter().map(made).collect();
        if let Ok(found) = slope_index(&groups) {
            let ends = found.interval.unwrap();
            let line = [found.sii, found.mean, found.at_most_deprived, found.at_least_deprived];
            prop_assert!(line.iter().chain(&[ends.lower, ends.upper]).all(|number| number.is_finite()));
            prop_assert!(found.relative_england().map_or(true, |ratio| ratio.0.is_finite()));
            prop_assert!(found.relative_scotland().map_or(true, |ratio| ratio.0.is_finite()));
        }
        prop_assert!(range(&groups).map_or(true, |range| range.gap.is_finite()));
    }
}

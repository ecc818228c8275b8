use proptest::prelude::*;

use super::*;
use crate::stats::testdata::{wild, women};

fn breaks(values: &[f64], most: usize) -> Vec<f64> {
    class_breaks(values, most).unwrap().breaks
}

#[test]
fn breaks_are_round_and_near_their_quantiles() {
    let hundred: Vec<f64> = (0..100).map(|value| f64::from(value) + 0.37).collect();
    assert_eq!(breaks(&hundred, 5), [20.0, 40.0, 60.0, 80.0]);
    assert_eq!(breaks(&hundred, 4), [30.0, 50.0, 80.0]);
    let thousandths: Vec<f64> = hundred.iter().map(|value| value / 100_000.0).collect();
    assert_eq!(breaks(&thousandths, 5), [0.0002, 0.0004, 0.0006, 0.0008]);
    assert_eq!(breaks(&hundred.iter().map(|value| -value * 1e6).collect::<Vec<_>>(), 2), [-50e6]);
}

#[test]
fn healthy_life_expectancy_falls_into_five_readable_classes() {
    // Published values of 216 areas, whose quantiles are 56.5, 59.1, 61.5 and 63.7; the counts were taken in Python.
    let values: Vec<f64> = women().iter().map(|(_, area)| area.value()).collect();
    let found = class_breaks(&values, 5).unwrap();
    assert_eq!(found.breaks, [56.0, 59.0, 61.5, 64.0]);
    assert_eq!(found.counts, [37, 45, 46, 49, 39]);
}

#[test]
fn equal_values_are_never_split() {
    assert_eq!(breaks(&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 3.0, 7.0], 4), [3.0]);
    assert_eq!(breaks(&[1.0, 1.0, 1.0, 2.0, 2.0, 2.0], 3), [2.0]);
    assert_eq!(breaks(&[4.0; 7], 5), [] as [f64; 0]);
    assert_eq!(breaks(&[1.0, 2.0, 3.0], 9), [2.0, 3.0]);
    assert_eq!(breaks(&[1.0, 2.0, 3.0], 0), [] as [f64; 0]);
}

#[test]
fn a_value_at_a_break_is_in_the_class_above() {
    let found = class_breaks(&[1.0, 2.0, 3.0, 4.0], 2).unwrap();
    assert_eq!((found.breaks.as_slice(), found.counts.as_slice()), (&[3.0][..], &[2, 2][..]));
    let class = |value| found.class_of(value);
    assert_eq!((class(2.9), class(3.0), class(-9.0), class(f64::INFINITY)), (Some(0), Some(1), Some(0), Some(1)));
    assert_eq!(class(f64::NAN), None);
}

#[test]
fn degenerate_input_is_a_typed_error() {
    assert_eq!(class_breaks(&[], 5), Err(SampleError::TooFew { found: 0, needed: 1 }));
    assert_eq!(class_breaks(&[1.0, f64::NAN], 5), Err(SampleError::NotFinite));
    assert_eq!(class_breaks(&[f64::MIN, f64::MAX], 5), Err(SampleError::OutOfRange));
}

fn sound(values: &[f64], most: usize, found: &ClassBreaks) -> bool {
    let counted = (0..found.counts.len())
        .map(|class| values.iter().filter(|value| found.class_of(**value) == Some(class)).count());
    found.counts.len() == found.breaks.len() + 1
        && found.counts.len() <= most.max(1)
        && found.breaks.iter().all(|edge| edge.is_finite())
        && found.breaks.is_sorted_by(|a, b| a < b)
        && counted.eq(found.counts.iter().copied())
        && !found.counts.contains(&0)
}

proptest! {
    #[test]
    fn counts_are_right_and_near_even(
        tenths in proptest::collection::vec(-5_000..5_000i32, 60..200), most in 2..8usize,
    ) {
        let values: Vec<f64> = tenths.iter().map(|tenths| f64::from(*tenths) / 10.0).collect();
        let found = class_breaks(&values, most).unwrap();
        prop_assert!(sound(&values, most, &found));
        let mut distinct = tenths.clone();
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() == tenths.len() {
            let even = values.len() as f64 / most as f64;
            prop_assert_eq!(found.counts.len(), most);
            prop_assert!(found.counts.iter().all(|count| (*count as f64 - even).abs() <= 0.4 * even + 2.0));
        }
        // A break is no longer, written out, than the values are.
        prop_assert!(found.breaks.iter().all(|edge| edge.to_string().len() <= 6), "{:?}", found.breaks);
    }

    #[test]
    fn do_not_depend_on_order_and_follow_scale_by_ten(tenths in proptest::collection::vec(-5_000..5_000i32, 1..99)) {
        let values: Vec<f64> = tenths.iter().map(|tenths| f64::from(*tenths) / 10.0).collect();
        let found = class_breaks(&values, 5).unwrap();
        let other: Vec<_> = tenths.iter().rev().map(|tenths| f64::from(*tenths)).collect();
        let other = class_breaks(&other, 5).unwrap();
        prop_assert_eq!(&found.counts, &other.counts);
        prop_assert!(found.breaks.iter().zip(&other.breaks).all(|(a, b)| (a * 10.0 - b).abs() < 1e-9));
    }

    #[test]
    fn never_nan(values in proptest::collection::vec(wild(), 0..30), most in 0..9usize) {
        if let Ok(found) = class_breaks(&values, most) {
            prop_assert!(sound(&values, most, &found), "{found:?}");
        }
    }
}

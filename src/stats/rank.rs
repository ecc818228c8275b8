//! Where in a list an area could stand, as far as its figures can tell.

use super::{DifferenceError, Measured, difference};

/// An area's rank counted from the lowest value, 1, and how far it can be told.
///
/// `lowest ≤ rank ≤ highest`, all from 1 to `of`. The rank is never to be shown without the other two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankInterval {
    /// Rank by the published value alone; areas of equal value share the lowest of their ranks.
    pub rank: usize,
    /// Lowest possible rank: 1 + the number of areas that are probably or clearly lower.
    pub lowest: usize,
    /// Highest possible rank: all areas less those that are probably or clearly higher.
    pub highest: usize,
    /// How many areas are ranked.
    pub of: usize,
}

/// The rank interval of each area among all, in the order given.
///
/// Both ends come from [`difference()`], so a rank interval cannot contradict a verdict. There is no correction for
/// comparing many pairs: the interval says which areas this one can be told from, one at a time.
///
/// # Errors
/// Those of [`difference()`], of any pair; none for an empty list or one area.
pub fn rank_intervals(areas: &[Measured]) -> Result<Vec<RankInterval>, DifferenceError> {
    let mut found = Vec::with_capacity(areas.len());
    for (at, &area) in areas.iter().enumerate() {
        found.push(of_area(areas, at, area)?);
    }
    Ok(found)
}

/// The rank interval of the area at one position among all; none where there is no such position.
///
/// # Errors
/// Those of [`rank_intervals`].
pub fn rank_interval(areas: &[Measured], at: usize) -> Option<Result<RankInterval, DifferenceError>> {
    areas.get(at).map(|&area| of_area(areas, at, area))
}

fn of_area(areas: &[Measured], at: usize, area: Measured) -> Result<RankInterval, DifferenceError> {
    let of = areas.len();
    let mut found = RankInterval { rank: 1, lowest: 1, highest: of, of };
    let others = areas.iter().enumerate().filter(|&(other, _)| other != at);
    for (_, &other) in others {
        let verdict = difference(other, area)?.verdict;
        found.rank += usize::from(other.value() < area.value());
        found.lowest += usize::from(verdict.is_lower());
        found.highest -= usize::from(verdict.is_higher());
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::testdata;

    fn areas() -> impl Strategy<Value = Vec<Measured>> {
        let area = (40.0..80.0, 0.1..4.0).prop_map(|(value, error)| Measured::new(value, error).unwrap());
        proptest::collection::vec(area, 1..40)
    }

    #[test]
    fn blackpool_is_1st_to_68th_lowest_of_216() {
        // Published estimates; the interval is given in the project's definitions of its statistics and was
        // computed a second time in Python from the same table.
        let women = testdata::women();
        let at = women.iter().position(|(code, _)| *code == "E06000009").unwrap();
        let areas: Vec<_> = women.into_iter().map(|(_, measured)| measured).collect();
        let found = rank_intervals(&areas).unwrap()[at];
        assert_eq!((found.lowest, found.highest, found.of), (1, 68, 216));
    }

    #[test]
    fn all_216_agree_with_the_rule_in_whole_numbers() {
        // Computed in Python from the same figures in whole tenths, where the rule at 1.96 is exact:
        // 4·(a − b)² ≥ width(a)² + width(b)². Single areas, then the sums over all.
        let (codes, areas): (Vec<_>, Vec<_>) = testdata::women().into_iter().unzip();
        let found = rank_intervals(&areas).unwrap();
        for (code, expected) in [
            ("E06000001", (2, 1, 51)),
            ("E06000009", (4, 1, 68)),
            ("E09000027", (214, 171, 216)),
            ("N09000003", (45, 4, 129)),
            ("S12000049", (40, 1, 134)),
            ("W06000024", (1, 1, 49)),
        ] {
            let at = codes.iter().position(|&other| other == code).unwrap();
            assert_eq!((found[at].rank, found[at].lowest, found[at].highest), expected, "{code}");
        }
        let sum = |part: fn(&RankInterval) -> usize| found.iter().map(part).sum::<usize>();
        assert_eq!((sum(|a| a.rank), sum(|a| a.lowest), sum(|a| a.highest)), (23_274, 7_633, 39_239));
    }

    #[test]
    fn one_area_is_first_of_one_and_none_are_none() {
        let one = Measured::new(60.0, 0.0).unwrap();
        assert_eq!(rank_intervals(&[one]), Ok(vec![RankInterval { rank: 1, lowest: 1, highest: 1, of: 1 }]));
        assert_eq!(rank_intervals(&[]), Ok(vec![]));
        assert_eq!(rank_intervals(&[one, one]), Err(DifferenceError::NoStandardError));
    }

    proptest! {
        #[test]
        fn holds_no_rank_of_an_area_it_is_told_apart_from(areas in areas()) {
            let found = rank_intervals(&areas).unwrap();
            for (at, (one, a)) in found.iter().zip(&areas).enumerate() {
                prop_assert_eq!(rank_interval(&areas, at), Some(Ok(*one)));
                prop_assert!(1 <= one.lowest && one.lowest <= one.rank);
                prop_assert!(one.rank <= one.highest && one.highest <= one.of);
                let lower = areas.iter().filter(|b| difference(**b, *a).unwrap().verdict.is_lower()).count();
                let higher = areas.iter().filter(|b| difference(**b, *a).unwrap().verdict.is_higher()).count();
                prop_assert_eq!((one.lowest, one.highest), (1 + lower, areas.len() - higher));
            }
        }

        #[test]
        fn does_not_depend_on_the_order_of_areas(areas in areas()) {
            let mut backwards = rank_intervals(&areas.iter().rev().copied().collect::<Vec<_>>()).unwrap();
            backwards.reverse();
            prop_assert_eq!(backwards, rank_intervals(&areas).unwrap());
            prop_assert_eq!(rank_interval(&areas, areas.len()), None);
        }

        #[test]
        fn follows_a_turned_scale(areas in areas(), scale in 0.25..8.0f64) {
            let found = rank_intervals(&areas).unwrap();
            let turned = |area: &Measured| {
                Measured::new(100.0 - area.value() * scale, area.standard_error() * scale).unwrap()
            };
            let turned = rank_intervals(&areas.iter().map(turned).collect::<Vec<_>>()).unwrap();
            for (one, other) in found.iter().zip(&turned) {
                prop_assert_eq!((one.lowest, one.highest), (one.of + 1 - other.highest, one.of + 1 - other.lowest));
            }
        }
    }
}

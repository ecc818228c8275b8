//! How income and employment deprivation lie over all neighbourhoods of England: how closely they go together, and what
//! groups of neighbourhoods have. Both are parts of the index that sorts the neighbourhoods into tenths, so that they go
//! together with the tenths by construction.

use super::NoFact;
use crate::model::{AreaPoints, Code, Point};
use crate::stats::pearson;

/// How many groups of neighbourhoods by income there are, each so many per cent wide.
const BINS: usize = 20;

/// From one such group to the next, in per cent.
pub const BIN: f64 = 100.0 / BINS as f64;

/// Shares are kept to tenths of a per cent.
const STEPS: usize = 1001;

/// All neighbourhoods of England.
#[derive(Debug, Clone, PartialEq)]
pub struct England {
    /// Pearson's r of the two shares over the neighbourhoods, each counted once. All are there: it has no sampling error.
    pub r: f64,
    /// All of them.
    pub all: Group,
    /// By tenth of the index, the most deprived first; none where a tenth has none.
    pub tenths: Vec<Option<Group>>,
    /// By income, in steps of [`BIN`] from 0; none where there is none.
    pub bins: Vec<Option<Group>>,
}

/// A group of neighbourhoods, at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// How many in each tenth of the index, the most deprived first.
    pub tenths: [usize; 10],
    /// Shares of people in income deprivation.
    pub income: Middle,
    /// Shares of people of working age in employment deprivation.
    pub employment: Middle,
}

/// The middle and the ends of some shares, in per cent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Middle {
    /// The median.
    pub median: f64,
    /// The least.
    pub least: f64,
    /// The greatest.
    pub most: f64,
}

impl England {
    /// From every area's neighbourhoods.
    ///
    /// # Errors
    /// [`NoFact::NoAnswer`] where there are fewer than four, or all are alike.
    pub fn of(areas: &[AreaPoints]) -> Result<England, NoFact> {
        let points = || areas.iter().flat_map(|area| &area.points);
        let pairs: Vec<(f64, f64)> = points().map(|point| (point.shares.income, point.shares.employment)).collect();
        let r = pearson(&pairs).map_err(|_| NoFact::NoAnswer)?.r;
        let by_income = |point: &Point| ((point.shares.income / BIN) as usize).min(BINS - 1);
        Ok(England {
            r,
            all: Group::of(points()).ok_or(NoFact::NoAnswer)?,
            tenths: groups(points(), 10, |point| usize::from(point.tenth) - 1),
            bins: groups(points(), BINS, by_income),
        })
    }
}

impl Group {
    /// From its neighbourhoods; none without any.
    pub fn of<'a>(points: impl Iterator<Item = &'a Point>) -> Option<Group> {
        groups(points, 1, |_| 0).pop().flatten()
    }

    /// How many neighbourhoods.
    pub fn count(&self) -> usize {
        self.tenths.iter().sum()
    }
}

/// The neighbourhoods of chosen areas.
pub fn neighbourhoods_of(areas: &[AreaPoints], is_chosen: impl Fn(Code) -> bool) -> impl Iterator<Item = &Point> {
    areas.iter().filter(move |area| is_chosen(area.area)).flat_map(|area| &area.points)
}

/// The groups that `which` puts the points into; points beyond the last are left out.
fn groups<'a>(
    points: impl Iterator<Item = &'a Point>,
    count: usize,
    which: impl Fn(&Point) -> usize,
) -> Vec<Option<Group>> {
    let mut tallies: Vec<Tally> = (0..count).map(|_| Tally::new()).collect();
    for point in points {
        if let Some(tally) = tallies.get_mut(which(point)) {
            tally.add(point);
        }
    }
    tallies.iter().map(Tally::group).collect()
}

/// How often each share comes: so that tens of thousands need not be put in order.
struct Tally {
    tenths: [usize; 10],
    incomes: Vec<u32>,
    employments: Vec<u32>,
}

impl Tally {
    fn new() -> Tally {
        Tally { tenths: [0; 10], incomes: vec![0; STEPS], employments: vec![0; STEPS] }
    }

    fn add(&mut self, point: &Point) {
        if let Some(count) = usize::from(point.tenth).checked_sub(1).and_then(|at| self.tenths.get_mut(at)) {
            *count += 1;
        }
        for (counts, share) in
            [(&mut self.incomes, point.shares.income), (&mut self.employments, point.shares.employment)]
        {
            if let Some(count) = counts.get_mut(libm::round(share * 10.0) as usize) {
                *count += 1;
            }
        }
    }

    fn group(&self) -> Option<Group> {
        let (income, employment) = (Middle::of(&self.incomes)?, Middle::of(&self.employments)?);
        Some(Group { tenths: self.tenths, income, employment })
    }
}

impl Middle {
    /// From how often each tenth of a per cent comes; none where none does.
    fn of(counts: &[u32]) -> Option<Middle> {
        let all: u32 = counts.iter().sum();
        let last = all.checked_sub(1)?;
        let ranked = |rank: u32| {
            let mut before = 0;
            let is_there = |count: &u32| {
                before += count;
                before > rank
            };
            counts.iter().position(is_there).unwrap_or_default() as f64 / 10.0
        };
        Some(Middle { median: (ranked(last / 2) + ranked(all / 2)) / 2.0, least: ranked(0), most: ranked(last) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Shares;
    use crate::stats::quantile;

    fn areas(points: &[(u8, f64, f64)]) -> Vec<AreaPoints> {
        let point = |&(tenth, income, employment)| Point { tenth, shares: Shares { income, employment } };
        vec![AreaPoints { area: "E06000009".parse().unwrap(), points: points.iter().map(point).collect() }]
    }

    #[test]
    fn middles_are_those_of_quantiles() {
        for values in [&[5.0][..], &[5.0, 5.1], &[0.0, 100.0, 7.3], &[3.0, 1.0, 4.0, 1.0, 5.9, 9.2]] {
            let points: Vec<_> = values.iter().map(|&value| (1, value, value)).collect();
            let group = Group::of(areas(&points)[0].points.iter()).unwrap();
            let expected = [0.5, 0.0, 1.0].map(|share| quantile(values, share).unwrap());
            let found = group.employment;
            for (found, expected) in [found.median, found.least, found.most].into_iter().zip(expected) {
                assert!((found - expected).abs() < 1e-9, "{found} {expected}");
            }
            assert_eq!((group.count(), group.income), (values.len(), group.employment));
        }
        assert_eq!(Group::of([].iter()), None);
    }

    #[test]
    fn groups_hold_every_neighbourhood_once() {
        let england = England::of(&areas(&[(1, 99.9, 60.0), (1, 100.0, 30.0), (2, 5.0, 4.0), (10, 4.9, 3.0)])).unwrap();
        let counts = |groups: &[Option<Group>]| {
            groups.iter().map(|group| group.as_ref().map_or(0, Group::count)).collect::<Vec<_>>()
        };
        assert_eq!(counts(&england.tenths), [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
        assert_eq!(counts(&england.bins)[..2], [1, 1]);
        assert_eq!((counts(&england.bins)[19], england.all.tenths[0]), (2, 2));
        assert!(England::of(&areas(&[(1, 1.0, 1.0); 3])).is_err());
    }
}

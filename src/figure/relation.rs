//! How strongly two measures go together over areas.

use crate::model::Code;
use crate::stats::{self, FEWEST_FOR_A_LINE, Interval, Pearson};
use crate::words::{Link, Strength};

use super::Fit;
use super::data::{Pair, coordinates};

/// |r| under this is no link worth the name.
const WEAKEST_LINK: f64 = 0.2;

/// Little or no link is claimed only where all of r's interval is this near to zero.
const NO_LINK: f64 = 0.35;

/// r without London is mentioned when it differs from r by more than this.
const LONDON_MATTERS: f64 = 0.1;

/// Points that the confidence band is drawn through.
const BAND_STEPS: u8 = 24;

/// How two measures go together over areas.
pub(super) struct Relation {
    pub strength: Strength,
    pub link: Link,
    line: stats::Line,
}

impl Relation {
    /// The relation; none under [`FEWEST_FOR_A_LINE`] areas or where one measure is the same everywhere.
    pub fn of(pairs: &[Pair]) -> Option<Relation> {
        if pairs.len() < FEWEST_FOR_A_LINE {
            return None;
        }
        let points = coordinates(pairs);
        let pearson = stats::pearson(&points).ok()?;
        let line = stats::fit(&points).ok()?;
        let (mut strength, link) = strength(&pearson, without_london(pairs));
        strength.rho = stats::spearman(&points).ok();
        Some(Relation { strength, link, line })
    }

    /// The line with its band, from the least x to the greatest.
    pub fn fit(&self, pairs: &[Pair]) -> Fit {
        let least = pairs.iter().map(|pair| pair.x).fold(f64::INFINITY, f64::min);
        let most = pairs.iter().map(|pair| pair.x).fold(f64::NEG_INFINITY, f64::max);
        let mut band = Vec::new();
        for step in 0..=BAND_STEPS {
            let x = least + (most - least) * f64::from(step) / f64::from(BAND_STEPS);
            band.extend(self.line.confidence(x).ok().map(|Interval { lower, upper }| (x, lower, upper)));
        }
        Fit { intercept: self.line.intercept, slope: self.line.slope, band }
    }
}

/// What a correlation and the same without London’s boroughs amount to, Spearman’s ρ apart.
pub(super) fn strength(pearson: &Pearson, without: Option<Pearson>) -> (Strength, Link) {
    let turns = without.is_some_and(|without| link(&without) != link(pearson));
    let without_london = without.map(|without| without.r).filter(|r| (r - pearson.r).abs() > LONDON_MATTERS);
    let link = if turns && without_london.is_some() { Link::Londons } else { link(pearson) };
    (Strength { r: pearson.r, interval: pearson.interval, without_london, rho: None }, link)
}

/// What r and its interval allow to be said. The answer turns on London where this differs without London’s boroughs.
fn link(pearson: &Pearson) -> Link {
    let Interval { lower, upper } = pearson.interval;
    match pearson.r {
        r if r.abs() >= WEAKEST_LINK && lower > 0.0 => Link::Together,
        r if r.abs() >= WEAKEST_LINK && upper < 0.0 => Link::Apart,
        _ if lower > -NO_LINK && upper < NO_LINK => Link::None,
        _ => Link::Unclear,
    }
}

/// Share of the outcome's variance between areas that is sampling error. None where an area has no limits.
pub(super) fn noise_share(pairs: &[Pair]) -> Option<f64> {
    let mut estimates = Vec::with_capacity(pairs.len());
    for pair in pairs {
        estimates.push((pair.y, pair.limits?.standard_error()));
    }
    stats::noise_share(&estimates)
}

/// The correlation without London's boroughs, where they are among the areas and enough others are.
fn without_london(pairs: &[Pair]) -> Option<Pearson> {
    let rest: Vec<Pair> = pairs.iter().copied().filter(|pair| !pair.area.is_within(Code::LONDON)).collect();
    if rest.len() == pairs.len() || rest.len() < FEWEST_FOR_A_LINE {
        return None;
    }
    stats::pearson(&coordinates(&rest)).ok()
}

//! `gradient.json`: life expectancies from the most to the least deprived neighbourhoods.

use healthy_years::model::{Atlas, DeprivationIndex, Gradient, Listed};
use healthy_years::stats::{SampleError, equal_groups, range, slope_index};
use serde::Serialize;

use super::area::{Place, place};
use super::statements::{Answer, hundredths, tenths};
use super::{Preamble, standing};
use crate::publish::Context;

/// `gradient.json`.
#[derive(Serialize)]
pub(super) struct GradientList<'a> {
    #[serde(flatten)]
    preamble: Preamble<'a>,
    source: &'static str,
    gradients: Vec<Slope<'a>>,
}

/// The groups of one nation, sex and period.
#[derive(Serialize)]
struct Slope<'a> {
    nation: Option<Place<'a>>,
    index: IndexName,
    period: String,
    sex: &'static str,
    healthy_life_expectancy: Answer<Inequality>,
    life_expectancy: Answer<Inequality>,
    /// The most deprived first.
    groups: Vec<Group>,
}

/// How unequal the groups are. The source gives no limits and no populations: groups count alike, and nothing is tested.
#[derive(Serialize)]
struct Inequality {
    /// Slope index of inequality, in years: positive where the least deprived have more. For tenths only.
    sii: Answer<f64>,
    /// Relative index of inequality, as England has it: the line at the least deprived ÷ the line at the most deprived.
    rii: Answer<f64>,
    /// The least deprived group less the most deprived one, in years.
    range: f64,
    /// Of the groups, in years.
    mean: f64,
}

/// An index of deprivation.
#[derive(Serialize)]
pub(super) struct IndexName {
    name: &'static str,
    letters: &'static str,
    /// Null where the source does not say.
    edition: Option<u16>,
    /// `superseded` where a newer edition has taken its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'static str>,
}

#[derive(Serialize)]
struct Group {
    /// From 1, the most deprived.
    group: usize,
    healthy_life_expectancy: f64,
    /// Null where it is not published.
    life_expectancy: Option<f64>,
}

pub(super) fn list(context: &Context) -> GradientList<'_> {
    let gradients = context.tables.gradient.iter().map(|gradient| slope(context, gradient)).collect();
    GradientList { preamble: Preamble::new(context), source: crate::tables::BY_DEPRIVATION, gradients }
}

fn slope<'a>(context: &'a Context, gradient: &Gradient) -> Slope<'a> {
    let group = |(at, healthy): (usize, &f64)| Group {
        group: at + 1,
        healthy_life_expectancy: *healthy,
        life_expectancy: gradient.total.as_ref().and_then(|total| total.get(at).copied()),
    };
    Slope {
        nation: place(&context.atlas, gradient.index.nation.code()),
        index: IndexName::of(&context.atlas, gradient.index),
        period: gradient.period.to_string(),
        sex: gradient.sex.id(),
        healthy_life_expectancy: inequality(&gradient.healthy),
        life_expectancy: match &gradient.total {
            Some(total) => inequality(total),
            None => none("Total life expectancy is not given by these groups in this period."),
        },
        groups: gradient.healthy.iter().enumerate().map(group).collect(),
    }
}

/// Tenths are what a slope index is given for: England's.
const TENTHS: usize = 10;

fn inequality(values: &[f64]) -> Answer<Inequality> {
    measured(values).map_or_else(|error| none(&error.to_string()), Answer::Known)
}

fn measured(values: &[f64]) -> Result<Inequality, SampleError> {
    let groups = equal_groups(values);
    let (slope, range) = (slope_index(&groups)?, range(&groups)?);
    let (sii, rii) = match values.len() {
        TENTHS => (Answer::Known(tenths(slope.sii)), Answer::Known(hundredths(slope.relative_england()?.0))),
        _ => (none(TENTHS_ONLY), none(TENTHS_ONLY)),
    };
    Ok(Inequality { sii, rii, range: tenths(range.gap), mean: tenths(slope.mean) })
}

const TENTHS_ONLY: &str = "The slope and the relative index are given for tenths of neighbourhoods only.";

fn none<T>(reason: &str) -> Answer<T> {
    Answer::None { reason: reason.to_owned() }
}

impl IndexName {
    pub fn of(atlas: &Atlas, index: DeprivationIndex) -> IndexName {
        let standing = standing::of_index(atlas, index);
        IndexName { name: index.name(), letters: index.letters(), edition: index.edition, standing }
    }
}

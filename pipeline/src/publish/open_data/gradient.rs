//! `gradient.json`: life expectancies from the most to the least deprived neighbourhoods.

use healthy_years::model::{Atlas, DeprivationIndex, Gradient, Listed};
use serde::Serialize;

use super::area::{Place, place};
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
    /// The most deprived first.
    groups: Vec<Group>,
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
        groups: gradient.healthy.iter().enumerate().map(group).collect(),
    }
}

impl IndexName {
    pub fn of(atlas: &Atlas, index: DeprivationIndex) -> IndexName {
        let standing = standing::of_index(atlas, index);
        IndexName { name: index.name(), letters: index.letters(), edition: index.edition, standing }
    }
}

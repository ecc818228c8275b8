//! `verdicts.json`: what may be said of any local area against any other.

use healthy_years::facts::{Comparison, Outcomes};
use healthy_years::model::{AreaKind, Code, Sex};
use healthy_years::stats::Verdict;
use healthy_years::view::Outcome;
use serde::Serialize;

use super::Preamble;
use crate::publish::Context;

/// How the letters of the rows are read.
const LETTERS: &str = "Row and column in the order of `areas`; each letter is the area of the row against the area of \
                       the column: H clearly higher, h probably higher, = can't tell apart, l probably lower, L clearly \
                       lower, · the area itself.";

/// `verdicts.json`.
#[derive(Serialize)]
pub(super) struct Verdicts<'a> {
    #[serde(flatten)]
    preamble: Preamble<'a>,
    what: &'static str,
    letters: &'static str,
    /// The local areas that have a figure, in code order.
    areas: Vec<String>,
    female: Option<OfSex>,
    male: Option<OfSex>,
}

/// The verdicts of one sex.
#[derive(Serialize)]
struct OfSex {
    period: String,
    rows: Vec<String>,
}

/// All pairs.
pub(super) fn all(context: &Context) -> Verdicts<'_> {
    let of = |sex| Outcomes::of(&context.atlas, Outcome::Healthy, sex, None).ok();
    let (female, male) = (of(Sex::Female), of(Sex::Male));
    let has_figure =
        |code: &Code| [&female, &male].iter().all(|of| of.as_ref().is_none_or(|of| of.measured(*code).is_ok()));
    let areas: Vec<Code> = context.atlas.areas_of(AreaKind::Local).map(|area| area.code).filter(has_figure).collect();
    let of_sex = |outcomes: &Outcomes| OfSex {
        period: outcomes.period.to_string(),
        rows: areas.iter().map(|one| areas.iter().map(|other| letter(outcomes, *one, *other)).collect()).collect(),
    };
    Verdicts {
        preamble: Preamble::new(context),
        what: "Healthy life expectancy at birth of any local area against any other",
        letters: LETTERS,
        female: female.as_ref().map(of_sex),
        male: male.as_ref().map(of_sex),
        areas: areas.iter().map(Code::to_string).collect(),
    }
}

fn letter(outcomes: &Outcomes, one: Code, other: Code) -> char {
    match Comparison::of(outcomes, one, other).map(|found| found.verdict()) {
        Ok(Verdict::ClearlyHigher) => 'H',
        Ok(Verdict::ProbablyHigher) => 'h',
        Ok(Verdict::CantTell) => '=',
        Ok(Verdict::ProbablyLower) => 'l',
        Ok(Verdict::ClearlyLower) => 'L',
        Err(_) => '·',
    }
}

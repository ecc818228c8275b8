//! What can be said of an area: each statement a value, or the reason why there is none.

use healthy_years::facts::{
    Change, Comparison, Expectation, FIRST, LATEST_BEFORE_THE_FALL, NoFact, Outcomes, Ranked, nearest, stands_out,
    tested_against,
};
use healthy_years::model::{Area, Atlas, Code, Estimate, IndicatorId, Listed, Period, Sex};
use healthy_years::stats::{Difference, Standing, Verdict};
use healthy_years::view::{Lang, Outcome};
use healthy_years::words;
use serde::Serialize;

/// A value, or why there is none.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Answer<T> {
    Known(T),
    None { reason: String },
}

/// The same for women and men.
#[derive(Serialize)]
pub(super) struct Both<T> {
    female: T,
    male: T,
}

/// Everything that is said of an area's healthy life expectancy, in the latest period, and of its circumstances.
#[derive(Serialize)]
pub(super) struct Statements<'a> {
    /// Among the UK's local areas, from the lowest.
    rank_interval: Both<Answer<Rank>>,
    /// Against the nation, or the UK for a nation.
    against_nation: Both<Answer<Against>>,
    /// Local areas of the same nation, the most similar first.
    similar: Answer<Vec<String>>,
    stands_out: Answer<Vec<Unusual<'a>>>,
    stands_out_note: &'static str,
    expected: Both<Answer<Expected>>,
    change: Both<Changes>,
    /// Safe to quote.
    sentences: Both<Answer<String>>,
}

/// `lowest` and `highest` are the lowest and the highest possible rank.
#[derive(Serialize)]
struct Rank {
    period: String,
    lowest: usize,
    highest: usize,
    of: usize,
}

#[derive(Serialize)]
struct Against {
    period: String,
    area: String,
    #[serde(flatten)]
    found: Tested,
}

/// A difference in years with its 95% interval, and what may be said of it.
#[derive(Serialize)]
struct Tested {
    difference: f64,
    lower: f64,
    upper: f64,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Unusual<'a> {
    indicator: &'a str,
    period: String,
    value: f64,
    /// In robust standard deviations from what income deprivation lets expect.
    z: f64,
}

#[derive(Serialize)]
struct Expected {
    circumstance: &'static str,
    circumstance_period: String,
    period: String,
    /// How many other areas of the nation it is worked out from.
    others: usize,
    value: f64,
    lower: f64,
    upper: f64,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Changes {
    since_2011_2013: Answer<Changed>,
    since_2017_2019: Answer<Changed>,
}

#[derive(Serialize)]
struct Changed {
    from: String,
    to: String,
    #[serde(flatten)]
    found: Tested,
    nation: Answer<Nations>,
}

/// The nation over the same periods; the UK for a nation.
#[derive(Serialize)]
struct Nations {
    area: String,
    #[serde(flatten)]
    found: Tested,
    /// The place's change less the nation's.
    against_nation: Tested,
}

/// Healthy life expectancy of one sex: in the latest period, and in the two that changes are told from.
struct Healthy<'a> {
    now: Outcomes<'a>,
    first: Option<Outcomes<'a>>,
    before_the_fall: Option<Outcomes<'a>>,
}

/// What statements about every area are made from.
pub(super) struct Source<'a> {
    female: Healthy<'a>,
    male: Healthy<'a>,
}

impl<'a> Source<'a> {
    /// None where healthy life expectancy is not there at all.
    pub fn of(atlas: &'a Atlas) -> Option<Source<'a>> {
        Some(Source { female: Healthy::of(atlas, Sex::Female)?, male: Healthy::of(atlas, Sex::Male)? })
    }

    /// What is said of one area.
    pub fn statements(&self, area: &Area) -> Statements<'a> {
        Statements {
            rank_interval: self.both(|healthy| rank(&healthy.now, area.code)),
            against_nation: self.both(|healthy| against(&healthy.now, area)),
            similar: answer(nearest(&self.female.now, area.code).map(|found| {
                let codes = found.areas.iter().map(|similar| similar.code.to_string());
                codes.collect()
            })),
            stands_out: answer(stands_out(&self.female.now, area.code).map(|found| {
                let unusual = found.into_iter().map(|one| Unusual {
                    indicator: one.indicator.id.as_str(),
                    period: one.period.to_string(),
                    value: one.value,
                    z: hundredths(one.z),
                });
                unusual.collect()
            })),
            stands_out_note: words::stands_out_basis(Lang::English),
            expected: self.both(|healthy| expected(&healthy.now, area.code)),
            change: Both { female: self.female.changes(area.code), male: self.male.changes(area.code) },
            sentences: self.both(|healthy| sentence(&healthy.now, area)),
        }
    }

    fn both<T>(&self, one: impl Fn(&Healthy<'a>) -> Result<T, NoFact>) -> Both<Answer<T>> {
        Both { female: answer(one(&self.female)), male: answer(one(&self.male)) }
    }
}

impl<'a> Healthy<'a> {
    fn of(atlas: &'a Atlas, sex: Sex) -> Option<Healthy<'a>> {
        let outcomes = |period| Outcomes::of(atlas, Outcome::Healthy, sex, period).ok();
        let in_years = |(first, last)| {
            let period = Period::years(first, last);
            outcomes(period).filter(|outcomes| Some(outcomes.period) == period)
        };
        Some(Healthy {
            now: outcomes(None)?,
            first: in_years(FIRST),
            before_the_fall: in_years(LATEST_BEFORE_THE_FALL),
        })
    }

    fn changes(&self, area: Code) -> Changes {
        let since = |earlier: &Option<Outcomes<'a>>| {
            let earlier = earlier.as_ref().ok_or(NoFact::NotLoaded);
            answer(earlier.and_then(|earlier| Change::of(earlier, &self.now, area)).map(|change| changed(&change)))
        };
        Changes { since_2011_2013: since(&self.first), since_2017_2019: since(&self.before_the_fall) }
    }
}

fn answer<T>(found: Result<T, NoFact>) -> Answer<T> {
    match found {
        Ok(known) => Answer::Known(known),
        Err(why) => Answer::None { reason: words::no_fact(Lang::English, why) },
    }
}

fn rank(now: &Outcomes, area: Code) -> Result<Rank, NoFact> {
    let interval = Ranked::of(now, area, Code::UK)?.interval();
    let period = now.period.to_string();
    Ok(Rank { period, lowest: interval.lowest, highest: interval.highest, of: interval.of })
}

fn against(now: &Outcomes, area: &Area) -> Result<Against, NoFact> {
    let found = Comparison::with_whole(now, area)?;
    let period = now.period.to_string();
    Ok(Against { period, area: found.other().code.to_string(), found: Tested::of(found.difference()) })
}

fn expected(now: &Outcomes, area: Code) -> Result<Expected, NoFact> {
    let found = Expectation::of(now, IndicatorId::DEFAULT_CIRCUMSTANCE, area)?;
    Ok(Expected {
        circumstance: IndicatorId::DEFAULT_CIRCUMSTANCE,
        circumstance_period: found.x_period.to_string(),
        period: now.period.to_string(),
        others: found.others,
        value: tenths(found.value()),
        lower: tenths(found.interval().lower),
        upper: tenths(found.interval().upper),
        verdict: match found.standing() {
            Standing::InLine => "in-line",
            Standing::FurtherThan19In20 => "further-than-19-in-20",
        },
    })
}

fn changed(change: &Change) -> Changed {
    let nation = tested_against(change.area).and_then(|_| change.nation.ok_or(NoFact::NoAnswer));
    let nation = nation.map(|nation| Nations {
        area: nation.area.code.to_string(),
        found: Tested::of(&nation.difference),
        against_nation: Tested::of(&nation.against),
    });
    Changed {
        from: change.from.to_string(),
        to: change.to.to_string(),
        found: Tested::of(&change.difference),
        nation: answer(nation),
    }
}

fn sentence(now: &Outcomes, area: &Area) -> Result<String, NoFact> {
    match now.estimate(area.code) {
        Estimate::Known(known) => {
            Ok(words::safe_sentence(Lang::English, area, now.sex, now.period, known.value, known.limits).into())
        }
        Estimate::Missing(why) => Err(NoFact::Missing(why)),
    }
}

impl Tested {
    fn of(found: &Difference) -> Tested {
        let verdict: Verdict = found.verdict;
        Tested {
            difference: tenths(found.gap),
            lower: tenths(found.interval.lower),
            upper: tenths(found.interval.upper),
            verdict: verdict.id(),
        }
    }
}

/// Derived figures are given to a tenth of a year: the published ones are.
pub(super) fn tenths(value: f64) -> f64 {
    rounded(value, 10.0)
}

/// Numbers without unit are given to a hundredth.
pub(super) fn hundredths(value: f64) -> f64 {
    rounded(value, 100.0)
}

/// Halves away from zero; −0 is 0.
fn rounded(value: f64, scale: f64) -> f64 {
    let nudge = if value < 0.0 { -1e-9 } else { 1e-9 };
    (value * scale + nudge).round() / scale + 0.0
}

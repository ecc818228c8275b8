//! Throws random numbers at every public function of `stats`: no panic, no NaN, no infinity, no answer that contradicts
//! another.
//!
//! `make fuzz`, or `cargo run --profile fuzz --example fuzz_stats -- 10000000`. A second number is the input to begin
//! with: each input is made of its number alone, so one that fails is had again by `… -- 1 NUMBER`.

use std::process::ExitCode;
use std::time::Instant;

use healthy_years::model::{Limits, Period};
use healthy_years::stats::*;

/// What was found wrong with the answers to one input.
type Wrong = Vec<&'static str>;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.replace('_', "").parse::<u64>());
    let (Ok(count), Ok(first)) = (arguments.next().unwrap_or(Ok(10_000_000)), arguments.next().unwrap_or(Ok(0))) else {
        eprintln!("fuzz_stats [HOW MANY INPUTS] [NUMBER OF THE FIRST]");
        return ExitCode::FAILURE;
    };
    let (started, mut answered, mut bad) = (Instant::now(), 0u64, 0u64);
    for number in first..first + count {
        let (wrong, answers) = std::panic::catch_unwind(|| throw(number)).unwrap_or((vec!["panic"], 0));
        answered += answers;
        if !wrong.is_empty() {
            bad += 1;
            eprintln!("input {number}: {}", wrong.join(", "));
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    println!("{count} inputs in {seconds:.0} s: {answered} answers, the rest typed errors; {bad} inputs with a fault");
    if bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One input, thrown at everything: what was wrong, and how many answers were not errors.
fn throw(number: u64) -> (Wrong, u64) {
    let mut source = Source::new(number);
    let mut checks = Checks { wrong: Vec::new(), answers: 0 };
    let points = source.points();
    lines(&mut checks, &mut source, &points);
    values(&mut checks, &mut source, &points);
    estimates(&mut checks, &mut source, &points);
    gradients(&mut checks, &mut source, &points);
    changes(&mut checks, &mut source);
    (checks.wrong, checks.answers)
}

fn lines(checks: &mut Checks, source: &mut Source, points: &[(f64, f64)]) {
    let x = source.number();
    if let Ok(line) = fit(points) {
        let errors = [line.intercept_error, line.slope_error, line.residual_sd, line.r_squared];
        checks.finite("fit", &[line.intercept, line.slope]);
        checks.finite("fit", &errors);
        checks.hold("fit's errors", errors.iter().all(|error| *error >= 0.0));
        let height = line.at(x);
        checks.finite("Line::at", &height.into_iter().collect::<Vec<_>>());
        for interval in [line.confidence(x), line.prediction(x)].into_iter().flatten() {
            checks.around("Line's intervals", interval, height.unwrap_or(f64::NAN));
        }
        for (x, lower, upper) in line.band(source.below(5) as u16).into_iter().flatten() {
            checks.finite("Line::band", &[x, lower, upper]);
        }
    }
    if let Ok(found) = pearson(points) {
        checks.finite("pearson", &[found.r, found.interval.lower, found.interval.upper]);
        let (lower, upper) = (found.interval.lower - 1e-9, found.interval.upper + 1e-9);
        checks.hold("pearson's interval", lower <= found.r && found.r <= upper && found.r.abs() <= 1.0);
    }
    if let Ok(rho) = spearman(points) {
        checks.hold("spearman", rho.abs() <= 1.0);
    }
    checks.finite("stands_out", &stands_out(points).unwrap_or_default());
}

fn values(checks: &mut Checks, source: &mut Source, points: &[(f64, f64)]) {
    let (values, share) = (points.iter().map(|point| point.1).collect::<Vec<_>>(), source.number());
    if let Ok(found) = quantiles(&values, &[0.0, source.part(), 1.0]) {
        checks.finite("quantiles", &found);
        checks.hold("quantiles' order", found.iter().all(|one| found.first() <= Some(one)));
    }
    checks.finite("quantile", &quantile(&values, share).into_iter().collect::<Vec<_>>());
    if let Ok(found) = class_breaks(&values, source.below(9) as usize) {
        checks.finite("class_breaks", &found.breaks);
        checks.hold("classes' counts", found.counts.iter().sum::<usize>() == values.len());
        checks.hold("empty classes", !found.counts.contains(&0) && found.breaks.is_sorted_by(|a, b| a < b));
        checks.hold("class_of", found.class_of(share).is_none_or(|class| class < found.counts.len()));
    }
    if let Some(noise) = noise_share(points) {
        checks.hold("noise_share", (0.0..=1.0).contains(&noise));
    }
    let width = student_width(source.next() as u32 >> source.below(33).min(31));
    checks.hold("student_width", width.is_none_or(|width| (1.959..12.8).contains(&width)));
    let places: Vec<_> = points.iter().map(|&(x, y)| vec![x, y, source.number()]).collect();
    let (at, how_many) = (source.below(13) as usize, source.below(13) as usize);
    if let Ok(found) = nearest(&places, at, how_many) {
        checks.hold("nearest", found.len() == how_many.min(places.len() - 1) && !found.contains(&at));
    }
}

fn estimates(checks: &mut Checks, source: &mut Source, points: &[(f64, f64)]) {
    let mut places = Vec::new();
    for &(x, value) in points {
        if let Some(measured) = source.measured(value) {
            places.push(Observed { x, measured });
        }
    }
    let (x, at) = (source.number(), source.below(13) as usize);
    if let Ok(line) = meta_regression(&places) {
        let errors = [line.intercept_error, line.slope_error, line.between_places];
        checks.finite("meta_regression", &[line.intercept, line.slope]);
        checks.finite("meta_regression", &errors);
        checks.hold("meta_regression's errors", errors.iter().all(|error| *error >= 0.0));
        if let Ok(height) = line.at(x) {
            checks.finite("MetaLine::at", &[height.value(), height.standard_error()]);
        }
    }
    let one = expected(&places, at);
    if let Ok(found) = one {
        checks.around("expected", found.interval, found.value);
    }
    if places.len() < 13
        && let Ok(all) = expected_all(&places)
    {
        checks.hold("expected_all", at >= all.len() || one.as_ref().ok() == all.get(at));
    }
    let measured: Vec<_> = places.iter().map(|place| place.measured).take(40).collect();
    for rank in rank_intervals(&measured).into_iter().flatten() {
        let sound = 1 <= rank.lowest && rank.lowest <= rank.rank && rank.rank <= rank.highest;
        checks.hold("rank_intervals", sound && rank.highest <= measured.len());
    }
    for pair in measured.windows(2) {
        let (Some(&a), Some(&b)) = (pair.first(), pair.last()) else { continue };
        compare(checks, a, b);
    }
}

fn compare(checks: &mut Checks, a: Measured, b: Measured) {
    if let (Ok(one), Ok(other)) = (difference(a, b), difference(b, a)) {
        judged(checks, "difference", one);
        checks.hold("the verdict's two sides", one.verdict == other.verdict.reversed());
    }
}

fn judged(checks: &mut Checks, what: &'static str, found: Difference) {
    checks.finite(what, &[found.standard_error, found.z]);
    checks.around(what, found.interval, found.gap);
    checks.hold(what, !found.verdict.is_higher() || found.gap > 0.0);
    checks.hold(what, !found.verdict.is_lower() || found.gap < 0.0);
}

fn gradients(checks: &mut Checks, source: &mut Source, points: &[(f64, f64)]) {
    let values: Vec<_> = points.iter().map(|point| point.1).collect();
    let mut groups = equal_groups(&values);
    let errors = source.below(3);
    for group in &mut groups {
        group.standard_error = (errors > 0).then(|| source.number().abs());
        if source.below(50) == 0 {
            *group = Group { share: source.number(), value: None, ..*group };
        }
    }
    if let Ok(slope) = slope_index(&groups) {
        checks.finite("slope_index", &[slope.sii, slope.mean, slope.at_most_deprived, slope.at_least_deprived]);
        if let Some(interval) = slope.interval {
            checks.around("slope_index", interval, slope.sii);
        }
        checks.finite("relative_england", &slope.relative_england().map(|ratio| vec![ratio.0]).unwrap_or_default());
        checks.finite("relative_scotland", &slope.relative_scotland().map(|ratio| vec![ratio.0]).unwrap_or_default());
    }
    if let Ok(found) = range(&groups) {
        checks.finite("range", &[found.gap]);
        if let Some(found) = found.difference {
            judged(checks, "range", found);
        }
    }
}

fn changes(checks: &mut Checks, source: &mut Source) {
    let years = [(2011, 2013), (2013, 2015), (2017, 2019), (2022, 2024)];
    let mut drawn = Vec::new();
    for _ in 0..4 {
        let (first, last) = years.get(source.below(4) as usize).copied().unwrap_or((2011, 2013));
        let value = source.number();
        if let (Some(period), Some(measured)) = (Period::years(first, last), source.measured(value)) {
            drawn.push(InPeriod { period, measured });
        }
    }
    let &[a, b, c, d] = drawn.as_slice() else { return };
    if let Ok(found) = change(a, b) {
        judged(checks, "change", found);
        checks.hold("change's periods", a.period.last < b.period.first);
    }
    let of = |one: InPeriod, other: InPeriod| InPeriod { measured: one.measured, ..other };
    if let Ok(found) = change_against((a, b), (of(c, a), of(d, b))) {
        judged(checks, "change_against", found);
    }
}

struct Checks {
    wrong: Wrong,
    answers: u64,
}

impl Checks {
    fn hold(&mut self, what: &'static str, holds: bool) {
        if !holds {
            self.wrong.push(what);
        }
    }

    fn finite(&mut self, what: &'static str, numbers: &[f64]) {
        self.answers += u64::from(!numbers.is_empty());
        self.hold(what, numbers.iter().all(|number| number.is_finite()));
    }

    fn around(&mut self, what: &'static str, interval: Interval, value: f64) {
        self.finite(what, &[interval.lower, interval.upper, value]);
        self.hold(what, interval.contains(value));
    }
}

/// Numbers that follow from one, by SplitMix64.
struct Source {
    state: u64,
    /// Of a hundred numbers, so many are ordinary; drawn for each input, so that some have nothing else.
    ordinary: u64,
}

impl Source {
    fn new(number: u64) -> Source {
        let mut source = Source { state: number.wrapping_mul(0x9E37_79B9_7F4A_7C15), ordinary: 0 };
        source.ordinary = [100, 100, 97, 80, 50, 0].get(source.below(6) as usize).copied().unwrap_or(0);
        source
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Any number: ordinary, often equal to another, huge, tiny, subnormal, infinite, NaN.
    fn number(&mut self) -> f64 {
        let sign = if self.below(2) == 0 { 1.0 } else { -1.0 };
        if self.below(100) < self.ordinary {
            return match self.below(3) {
                0 => sign * self.below(4) as f64,
                1 => (self.below(1_000) as f64) / 10.0,
                _ => sign * 100.0 * self.part(),
            };
        }
        let special = [f64::NAN, f64::INFINITY, f64::MAX, f64::MIN_POSITIVE, 5e-324, 0.0, f64::EPSILON, 1e154, 1e-154];
        match self.below(4) {
            0 => sign * special.get(self.below(9) as usize).copied().unwrap_or(0.0),
            1 => f64::from_bits(self.next()),
            2 => sign * 10f64.powi(self.below(320) as i32),
            _ => sign * self.part() * 10f64.powi(-(self.below(320) as i32)),
        }
    }

    /// Up to a dozen pairs; now and then so many that places can stand out, or none.
    fn points(&mut self) -> Vec<(f64, f64)> {
        let count = match self.below(200) {
            0 => 100 + self.below(30),
            1..20 => self.below(40),
            _ => self.below(13),
        };
        let equal = self.below(20) == 0;
        let first = (self.number(), self.number());
        (0..count).map(|_| if equal && self.below(4) > 0 { first } else { (self.number(), self.number()) }).collect()
    }

    /// An estimate, made either way.
    fn measured(&mut self, value: f64) -> Option<Measured> {
        let (one, other) = (self.number(), self.number());
        match self.below(4) {
            0 => Measured::published(value, Limits { lower: one, upper: other }, 0.1).ok(),
            1 => Measured::published(value, Limits { lower: value - one.abs(), upper: value + one.abs() }, 0.1).ok(),
            _ => Measured::new(value, one.abs()).ok(),
        }
    }
}

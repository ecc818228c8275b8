//! Writing columns.

use super::{Before, KNOWN, covered};
use crate::codec::v1::lists::{self, MARKS, MISSING};
use crate::codec::v1::streams::Writer;
use crate::codec::v1::{about, columns};
use crate::codec::{EncodeError, quantise};
use crate::model::{Area, Atlas, Column, ColumnKey, Estimate, Indicator, IndicatorId, Known};

/// Scaled numbers have to fit a double, so values shown to more decimals than this are refused.
const MOST_SHOWN: u8 = 9;

/// A known estimate in whole numbers.
struct Scaled {
    value: i64,
    limits: Option<(i64, i64)>,
}

/// What is written of the numbers and classes of all columns.
#[derive(Default)]
struct Lists {
    middles: Vec<i64>,
    classes: Vec<i64>,
    runs: Vec<i64>,
    values: Vec<i64>,
    below: Vec<i64>,
    skew: Vec<i64>,
}

pub(in crate::codec::v1) fn encode(writer: &mut Writer, atlas: &Atlas, id: &IndicatorId) -> Result<(), EncodeError> {
    let indicator = atlas.indicator(id.as_str()).ok_or_else(|| EncodeError::UnknownIndicator(id.clone()))?;
    let columns: Vec<(&ColumnKey, &Column)> = atlas.columns().filter(|(key, _)| key.indicator == *id).collect();
    if columns.is_empty() {
        return Err(EncodeError::NoColumns(id.clone()));
    }
    if indicator.decimals > MOST_SHOWN {
        return Err(EncodeError::TooMuch("decimals"));
    }
    let covered = covered(atlas, indicator);
    let mut scaled =
        columns.iter().map(|(_, column)| scale(atlas, indicator, column, &covered)).collect::<Result<Vec<_>, _>>()?;
    let spared = drop_zeros(&mut scaled, indicator.decimals + quantise::SPARE);

    let mut lists = Lists::default();
    let mut before = vec![Before::default(); atlas.areas.len()];
    for ((_, column), scaled) in columns.iter().zip(&scaled) {
        lists.push_classes(column, &covered);
        lists.push_numbers(scaled, &mut before);
    }
    let keys: Vec<_> = columns.iter().map(|(key, _)| (key.sex, key.period)).collect();
    writer.text(id.as_str())?;
    about::encode(writer, &indicator.about)?;
    writer.number(i64::from(indicator.decimals + quantise::SPARE - spared));
    columns::encode(writer, &keys);
    lists.write(writer);
    Ok(())
}

/// A column in whole numbers, one item an area.
fn scale(
    atlas: &Atlas,
    indicator: &Indicator,
    column: &Column,
    covered: &[bool],
) -> Result<Vec<Option<Scaled>>, EncodeError> {
    let mut scaled = Vec::with_capacity(column.len());
    for ((area, estimate), covered) in atlas.areas.iter().zip(column).zip(covered) {
        let known = estimate.known();
        if known.is_some() && !covered {
            return Err(EncodeError::NationNotCovered { indicator: indicator.id.clone(), area: area.code });
        }
        scaled.push(known.map(|known| scale_one(indicator, area, known)).transpose()?);
    }
    Ok(scaled)
}

fn scale_one(indicator: &Indicator, area: &Area, known: Known) -> Result<Scaled, EncodeError> {
    let whole = |number: f64| {
        quantise::scaled(number, indicator.decimals).ok_or_else(|| EncodeError::Value {
            indicator: indicator.id.clone(),
            area: area.code,
            value: number.to_string(),
        })
    };
    let limits = match known.limits {
        Some(limits) => Some((whole(limits.lower)?, whole(limits.upper)?)),
        None => None,
    };
    Ok(Scaled { value: whole(known.value)?, limits })
}

/// Divides everything by the greatest power of ten that divides everything; says which power, at most `most`.
fn drop_zeros(columns: &mut [Vec<Option<Scaled>>], most: u8) -> u8 {
    let all = columns.iter().flatten().flatten();
    let zeros = quantise::shared_zeros(all.flat_map(Scaled::numbers), most);
    let power = 10_i64.pow(u32::from(zeros));
    for scaled in columns.iter_mut().flatten().flatten() {
        scaled.value /= power;
        scaled.limits = scaled.limits.map(|(lower, upper)| (lower / power, upper / power));
    }
    zeros
}

impl Scaled {
    fn numbers(&self) -> [i64; 3] {
        let (lower, upper) = self.limits.unwrap_or((self.value, self.value));
        [self.value, lower, upper]
    }
}

impl Lists {
    fn write(&self, writer: &mut Writer) {
        writer.column(self.middles.iter().copied());
        let lists = [&self.classes, &self.runs, &self.values, &self.below, &self.skew];
        lists.into_iter().for_each(|list| writer.list(list));
    }

    fn push_classes(&mut self, column: &Column, covered: &[bool]) {
        for (estimate, _) in column.iter().zip(covered).filter(|(_, covered)| **covered) {
            let class = class(estimate);
            match self.runs.last_mut().filter(|_| self.classes.last() == Some(&class)) {
                Some(run) => *run += 1,
                None => {
                    self.classes.push(class);
                    self.runs.push(1);
                }
            }
        }
    }

    fn push_numbers(&mut self, column: &[Option<Scaled>], before: &mut [Before]) {
        let middle = middle(column);
        self.middles.push(middle);
        for (scaled, before) in column.iter().zip(before) {
            let Some(Scaled { value, limits }) = scaled else { continue };
            self.values.push(value - before.value.unwrap_or(middle));
            before.value = Some(*value);
            if let Some((lower, upper)) = limits {
                let below = value - lower;
                self.below.push(below - before.below);
                self.skew.push(upper - value - below);
                before.below = below;
            }
        }
    }
}

fn class(estimate: &Estimate) -> i64 {
    match estimate {
        Estimate::Missing(why) => lists::number(MISSING, *why),
        Estimate::Known(known) => {
            KNOWN as i64 + 2 * lists::number(MARKS, known.mark) + i64::from(known.limits.is_some())
        }
    }
}

fn middle(column: &[Option<Scaled>]) -> i64 {
    let mut values: Vec<i64> = column.iter().flatten().map(|scaled| scaled.value).collect();
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or(0)
}

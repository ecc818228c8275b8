//! Reading columns.

use super::{Before, Figures, KNOWN, covered};
use crate::codec::PackError;
use crate::codec::quantise::LARGEST;
use crate::codec::v1::lists::{self, MARKS, MISSING};
use crate::codec::v1::streams::{Numbers, OUT_OF_RANGE, Reader, add};
use crate::codec::v1::{about, columns};
use crate::model::{Atlas, ColumnKey, Estimate, Known, Limits, Missing};

/// Reads columns of figures of areas and indicators that are in the atlas. `room` is how many estimates may
/// still be made; it is lowered by those made.
pub(in crate::codec::v1) fn decode(reader: &mut Reader, atlas: &Atlas, room: &mut usize) -> Result<Figures, PackError> {
    let indicator = atlas.indicator(reader.text()?).ok_or(PackError::Malformed("figures of no indicator"))?;
    let about = about::decode(reader)?;
    let divisor = divisor(reader.count()?)?;
    let columns = columns::decode(reader)?;
    let estimates = columns.len().saturating_mul(atlas.areas.len());
    *room = room.checked_sub(estimates).ok_or(PackError::Malformed("more figures than it can hold"))?;

    let covered = covered(atlas, indicator);
    let mut before = vec![Before::default(); covered.len()];
    let mut middles = reader.column(columns.len())?;
    let mut estimates = Estimates::new(reader, divisor)?;
    let mut read = Vec::new();
    for (sex, period) in columns {
        let middle = middles.next()?;
        let mut column = Vec::with_capacity(covered.len());
        for (covered, before) in covered.iter().zip(&mut before) {
            column.push(if *covered { estimates.next(middle, before)? } else { OTHER_NATION });
        }
        read.push((ColumnKey { indicator: indicator.id.clone(), sex, period }, column));
    }
    estimates.finish()?;
    Ok(Figures { indicator: indicator.id.clone(), about, columns: read })
}

const OTHER_NATION: Estimate = Estimate::Missing(Missing::OtherNation);

/// Takes estimates one by one.
struct Estimates<'a> {
    classes: Numbers<'a>,
    runs: Numbers<'a>,
    class: usize,
    run: usize,
    values: Numbers<'a>,
    below: Numbers<'a>,
    skew: Numbers<'a>,
    divisor: f64,
}

impl<'a> Estimates<'a> {
    fn new(reader: &mut Reader<'a>, divisor: f64) -> Result<Estimates<'a>, PackError> {
        Ok(Estimates {
            classes: reader.list()?,
            runs: reader.list()?,
            class: 0,
            run: 0,
            values: reader.list()?,
            below: reader.list()?,
            skew: reader.list()?,
            divisor,
        })
    }

    fn next(&mut self, middle: i64, before: &mut Before) -> Result<Estimate, PackError> {
        let class = self.class()?;
        let Some(sort) = class.checked_sub(KNOWN) else {
            return Ok(Estimate::Missing(lists::item(MISSING, class)?));
        };
        let mark = lists::item(MARKS, sort / 2)?;
        let value = add(before.value.unwrap_or(middle), self.values.next()?)?;
        before.value = Some(value);
        let limits = if sort % 2 == 1 { Some(self.limits(value, before)?) } else { None };
        Ok(Estimate::Known(Known { value: self.number(value)?, limits, mark }))
    }

    fn limits(&mut self, value: i64, before: &mut Before) -> Result<Limits, PackError> {
        let below = add(before.below, self.below.next()?)?;
        before.below = below;
        let lower = value.checked_sub(below).ok_or(OUT_OF_RANGE)?;
        let upper = add(add(value, below)?, self.skew.next()?)?;
        if lower > upper {
            return Err(PackError::Malformed("limits the wrong way round"));
        }
        Ok(Limits { lower: self.number(lower)?, upper: self.number(upper)? })
    }

    fn class(&mut self) -> Result<usize, PackError> {
        if self.run == 0 {
            self.class = self.classes.next_place()?;
            self.run = self.runs.next_place()?;
        }
        self.run = self.run.checked_sub(1).ok_or(PackError::Malformed("an empty run"))?;
        Ok(self.class)
    }

    /// The number as the nearest double to its decimal text.
    fn number(&self, scaled: i64) -> Result<f64, PackError> {
        if scaled.unsigned_abs() > LARGEST.unsigned_abs() {
            return Err(OUT_OF_RANGE);
        }
        Ok(scaled as f64 / self.divisor)
    }

    fn finish(self) -> Result<(), PackError> {
        if self.run > 0 {
            return Err(PackError::Malformed("a run too long"));
        }
        [self.classes, self.runs, self.values, self.below, self.skew].into_iter().try_for_each(Numbers::finish)
    }
}

/// Ten to a power; exact up to the twenty-second.
fn divisor(decimals: usize) -> Result<f64, PackError> {
    if decimals > 22 {
        return Err(OUT_OF_RANGE);
    }
    Ok((0..decimals).fold(1.0, |product, _| product * 10.0))
}

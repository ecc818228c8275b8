//! A profile: position of the area; how many circumstances there are, their positions in the atlas, their states and their values
//! (two decimals more than shown; 0 where there is none); 0, or one more than how many stand out, with position and z in hundredths
//! of each; how many spreads there are, their positions, periods, counts of areas and five marks each.
//!
//! A state is a mark of [`MARKS`], or −1 and on a reason of [`MISSING`].

use super::columns;
use super::lists::{self, MARKS, MISSING};
use super::streams::{OUT_OF_RANGE, Reader, Writer};
use crate::codec::quantise::{LARGEST, SPARE, scaled};
use crate::codec::{EncodeError, PackError};
use crate::model::{Atlas, Estimate, InProfile, Indicator, IndicatorId, Known, Profile, Spread, Unusual};

const Z: f64 = 100.0;

pub(super) fn encode(writer: &mut Writer, atlas: &Atlas, profile: &Profile) -> Result<(), EncodeError> {
    writer.count(atlas.position(profile.area).ok_or(EncodeError::UnknownArea(profile.area))?);
    writer.count(profile.of.len());
    positions(writer, atlas, profile.of.iter().map(|one| &one.indicator))?;
    writer.column(profile.of.iter().map(|one| match one.estimate {
        Estimate::Known(known) => lists::number(MARKS, known.mark),
        Estimate::Missing(why) => -1 - lists::number(MISSING, why),
    }));
    for one in &profile.of {
        writer.number(one.estimate.known().map_or(Ok(0), |known| whole(atlas, &one.indicator, known.value))?);
    }
    writer.count(profile.stands_out.as_ref().map_or(0, |found| found.len() + 1));
    for Unusual { indicator, z } in profile.stands_out.iter().flatten() {
        writer.count(position(atlas, indicator)?);
        writer.number(scaled(*z, 0).ok_or(EncodeError::TooMuch("a distance"))?);
    }
    writer.count(profile.spreads.len());
    positions(writer, atlas, profile.spreads.iter().map(|one| &one.indicator))?;
    columns::encode(writer, &profile.spreads.iter().map(|one| (None, one.period)).collect::<Vec<_>>());
    writer.column(profile.spreads.iter().map(|one| one.areas as i64));
    for one in &profile.spreads {
        for mark in one.marks {
            writer.number(whole(atlas, &one.indicator, mark)?);
        }
    }
    Ok(())
}

pub(super) fn decode(reader: &mut Reader, atlas: &Atlas) -> Result<Profile, PackError> {
    let area = atlas.areas.get(reader.count()?).ok_or(PackError::Malformed("a profile without area"))?.code;
    let count = reader.count()?;
    let (mut places, mut states, mut values) = (reader.column(count)?, reader.column(count)?, reader.column(count)?);
    let mut of = Vec::new();
    for _ in 0..count {
        let indicator = indicator(atlas, places.next_place()?)?;
        let (state, value) = (states.next()?, number(indicator, values.next()?)?);
        let estimate = match usize::try_from(state) {
            Ok(mark) => Estimate::Known(Known { value, limits: None, mark: lists::item(MARKS, mark)? }),
            Err(_) => {
                let why = usize::try_from(-1 - state.max(-1000)).map_err(|_| OUT_OF_RANGE)?;
                Estimate::Missing(lists::item(MISSING, why)?)
            }
        };
        of.push(InProfile { indicator: indicator.id.clone(), estimate });
    }
    let mut stands_out = None;
    if let Some(count) = reader.count()?.checked_sub(1) {
        let mut found = Vec::new();
        for _ in 0..count {
            let indicator = indicator(atlas, reader.count()?)?.id.clone();
            found.push(Unusual { indicator, z: reader.number()? as f64 / Z });
        }
        stands_out = Some(found);
    }
    Ok(Profile { area, of, stands_out, spreads: spreads(reader, atlas)? })
}

fn spreads(reader: &mut Reader, atlas: &Atlas) -> Result<Vec<Spread>, PackError> {
    let count = reader.count()?;
    let mut places = reader.column(count)?;
    let mut periods = columns::decode(reader)?.into_iter();
    let mut counts = reader.column(count)?;
    let mut spreads = Vec::new();
    for _ in 0..count {
        let indicator = indicator(atlas, places.next_place()?)?;
        let (_, period) = periods.next().ok_or(OUT_OF_RANGE)?;
        let mut marks = [0.0; 5];
        for mark in &mut marks {
            *mark = number(indicator, reader.number()?)?;
        }
        if !marks.is_sorted() {
            return Err(PackError::Malformed("quartiles out of order"));
        }
        spreads.push(Spread { indicator: indicator.id.clone(), period, areas: counts.next_place()?, marks });
    }
    Ok(spreads)
}

fn positions<'a>(
    writer: &mut Writer,
    atlas: &Atlas,
    ids: impl Iterator<Item = &'a IndicatorId>,
) -> Result<(), EncodeError> {
    for id in ids {
        writer.count(position(atlas, id)?);
    }
    Ok(())
}

/// Where an indicator stands in the atlas.
pub(super) fn position(atlas: &Atlas, id: &IndicatorId) -> Result<usize, EncodeError> {
    let at = atlas.indicators.iter().position(|indicator| indicator.id == *id);
    at.ok_or(EncodeError::TooMuch("indicators"))
}

/// The indicator at a place in the atlas.
pub(super) fn indicator(atlas: &Atlas, at: usize) -> Result<&Indicator, PackError> {
    atlas.indicators.get(at).ok_or(OUT_OF_RANGE)
}

/// A value in whole units of its last decimal.
fn whole(atlas: &Atlas, id: &IndicatorId, value: f64) -> Result<i64, EncodeError> {
    let shown = atlas.indicator(id.as_str()).map(|indicator| indicator.decimals);
    shown.and_then(|shown| scaled(value, shown)).ok_or(EncodeError::TooMuch("decimals of a number"))
}

fn number(indicator: &Indicator, whole: i64) -> Result<f64, PackError> {
    if whole.unsigned_abs() > LARGEST.unsigned_abs() {
        return Err(OUT_OF_RANGE);
    }
    let power = (0..indicator.decimals.saturating_add(SPARE)).fold(1.0, |product, _| product * 10.0);
    Ok(whole as f64 / power)
}

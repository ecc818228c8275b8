//! Strengths: positions of the common areas; how many are measured; both shares of noise; how many circumstances there
//! are, their positions in the atlas, the periods of healthy life expectancy and of each, how many areas have each, which have a correlation
//! (1 or 0); of those r and r without London of women, then of men. Shares and correlations are ten-thousandths.

use super::streams::{OUT_OF_RANGE, Reader, Writer};
use super::{columns, profiles};
use crate::codec::quantise::scaled;
use crate::codec::{EncodeError, PackError};
use crate::model::{Atlas, Correlation, Strength, Strengths};

/// Decimals that shares and correlations are shown to.
const SHOWN: u8 = 2;
const ONE: i64 = 10_000;

pub(super) fn encode(writer: &mut Writer, atlas: &Atlas, all: &Strengths) -> Result<(), EncodeError> {
    writer.count(all.areas.len());
    for area in &all.areas {
        writer.count(atlas.position(*area).ok_or(EncodeError::UnknownArea(*area))?);
    }
    writer.count(all.measured);
    let part = |share| scaled(share, SHOWN).ok_or(EncodeError::TooMuch("a correlation"));
    for share in all.noise {
        writer.number(part(share)?);
    }
    writer.count(all.of.len());
    for one in &all.of {
        writer.count(profiles::position(atlas, &one.indicator)?);
    }
    let periods: Vec<_> = [all.period].into_iter().chain(all.of.iter().map(|one| one.period)).collect();
    columns::encode(writer, &periods.into_iter().map(|period| (None, period)).collect::<Vec<_>>());
    writer.column(all.of.iter().map(|one| one.areas as i64));
    writer.column(all.of.iter().map(|one| i64::from(one.of.is_some())));
    for Correlation { r, without_london } in all.of.iter().filter_map(|one| one.of).flatten() {
        writer.number(part(r)?);
        writer.number(part(without_london)?);
    }
    Ok(())
}

pub(super) fn decode(reader: &mut Reader, atlas: &Atlas) -> Result<Strengths, PackError> {
    let mut places = reader.list()?;
    let mut areas = Vec::new();
    while let Ok(at) = places.next_place() {
        areas.push(atlas.areas.get(at).ok_or(OUT_OF_RANGE)?.code);
    }
    let measured = reader.count()?;
    let noise = [part(reader.number()?)?, part(reader.number()?)?];
    let count = reader.count()?;
    let mut positions = reader.column(count)?;
    let mut periods = columns::decode(reader)?.into_iter().map(|(_, period)| period);
    let (mut counts, mut flags) = (reader.column(count)?, reader.column(count)?);
    let period = periods.next().ok_or(OUT_OF_RANGE)?;
    let mut of = Vec::new();
    for _ in 0..count {
        let indicator = profiles::indicator(atlas, positions.next_place()?)?.id.clone();
        let period = periods.next().ok_or(OUT_OF_RANGE)?;
        let areas = counts.next_place()?;
        let found = match flags.next()? {
            0 => None,
            _ => Some([correlation(reader)?, correlation(reader)?]),
        };
        of.push(Strength { indicator, period, areas, of: found });
    }
    Ok(Strengths { period, measured, areas, noise, of })
}

fn correlation(reader: &mut Reader) -> Result<Correlation, PackError> {
    Ok(Correlation { r: part(reader.number()?)?, without_london: part(reader.number()?)? })
}

/// A share or a correlation from its ten-thousandths.
fn part(number: i64) -> Result<f64, PackError> {
    if number.abs_diff(0) > ONE.unsigned_abs() {
        return Err(OUT_OF_RANGE);
    }
    Ok(number as f64 / ONE as f64)
}

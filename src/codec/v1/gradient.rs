//! Gradients, then figures by age.
//!
//! Gradients: their sexes and periods as [`columns`]; of each the nation, the edition's year (0 for none), how many
//! groups there are and whether total life expectancy is there (1 or 0); the years of all, healthy, then total.
//! By age: sexes and periods; positions of areas; how many bands each has; of each band the first age, and 0 or one
//! more than the last; all years; all shares.

use super::lists::{self, NATIONS};
use super::streams::{OUT_OF_RANGE, Reader, Writer};
use super::{columns, decimals};
use crate::codec::{EncodeError, PackError};
use crate::model::{Atlas, ByAge, DeprivationIndex, FromAge, Gradient, Period, Sex};

pub(super) fn encode(
    writer: &mut Writer,
    atlas: &Atlas,
    gradients: &[Gradient],
    ages: &[ByAge],
) -> Result<(), EncodeError> {
    columns::encode(writer, &gradients.iter().map(|one| (Some(one.sex), one.period)).collect::<Vec<_>>());
    for gradient in gradients {
        let groups = gradient.healthy.len();
        if groups < 2 || gradient.total.as_ref().is_some_and(|total| total.len() != groups) {
            return Err(EncodeError::TooMuch("groups of a gradient"));
        }
        encode_index(writer, gradient.index);
        writer.count(groups);
        writer.number(i64::from(gradient.total.is_some()));
    }
    decimals::encode(writer, &gradients.iter().flat_map(|one| &one.healthy).copied().collect::<Vec<_>>())?;
    decimals::encode(
        writer,
        &gradients.iter().flat_map(|one| one.total.iter().flatten()).copied().collect::<Vec<_>>(),
    )?;
    encode_ages(writer, atlas, ages)
}

fn encode_ages(writer: &mut Writer, atlas: &Atlas, ages: &[ByAge]) -> Result<(), EncodeError> {
    columns::encode(writer, &ages.iter().map(|one| (Some(one.sex), one.period)).collect::<Vec<_>>());
    for by_age in ages {
        writer.count(atlas.position(by_age.area).ok_or(EncodeError::UnknownArea(by_age.area))?);
    }
    let bands: Vec<FromAge> = ages.iter().flat_map(|by_age| by_age.ages.iter().copied()).collect();
    writer.column(ages.iter().map(|by_age| by_age.ages.len() as i64));
    writer.column(bands.iter().map(|band| i64::from(band.first)));
    writer.column(bands.iter().map(|band| band.last.map_or(0, |last| i64::from(last) + 1)));
    decimals::encode(writer, &bands.iter().map(|band| band.healthy).collect::<Vec<_>>())?;
    decimals::encode(writer, &bands.iter().map(|band| band.share).collect::<Vec<_>>())
}

pub(super) fn decode(reader: &mut Reader, atlas: &Atlas) -> Result<(Vec<Gradient>, Vec<ByAge>), PackError> {
    let columns = columns::decode(reader)?;
    let mut shapes = Vec::with_capacity(columns.len());
    for _ in &columns {
        let shape = (decode_index(reader)?, reader.count()?, reader.count()?);
        if shape.1 < 2 || shape.2 > 1 {
            return Err(OUT_OF_RANGE);
        }
        shapes.push(shape);
    }
    let all = shapes.iter().fold(0_usize, |sum, (_, groups, _)| sum.saturating_add(*groups));
    let totals = shapes.iter().fold(0_usize, |sum, (_, groups, total)| sum.saturating_add(groups * total));
    let mut healthy = decimals::decode(reader, all)?.into_iter();
    let mut total = decimals::decode(reader, totals)?.into_iter();
    let mut gradients = Vec::with_capacity(columns.len());
    for (column, (index, groups, there)) in columns.into_iter().zip(shapes) {
        let (sex, period) = by_sex(column)?;
        let healthy = healthy.by_ref().take(groups).collect();
        let total = (there == 1).then(|| total.by_ref().take(groups).collect());
        gradients.push(Gradient { index, sex, period, healthy, total });
    }
    Ok((gradients, decode_ages(reader, atlas)?))
}

fn decode_ages(reader: &mut Reader, atlas: &Atlas) -> Result<Vec<ByAge>, PackError> {
    let columns = columns::decode(reader)?;
    let mut places = reader.column(columns.len())?;
    let mut ages = Vec::with_capacity(columns.len());
    let mut counts = Vec::with_capacity(columns.len());
    for column in columns {
        let (sex, period) = by_sex(column)?;
        let area = atlas.areas.get(places.next_place()?).ok_or(PackError::Malformed("ages without area"))?.code;
        ages.push(ByAge { area, sex, period, ages: Vec::new() });
        counts.push(0);
    }
    let mut lengths = reader.column(counts.len())?;
    let mut all = 0_usize;
    for count in &mut counts {
        *count = lengths.next_place()?;
        all = all.saturating_add(*count);
    }
    let (mut firsts, mut lasts) = (reader.column(all)?, reader.column(all)?);
    let mut healthy = decimals::decode(reader, all)?.into_iter();
    let mut shares = decimals::decode(reader, all)?.into_iter();
    for (by_age, count) in ages.iter_mut().zip(counts) {
        for (healthy, share) in healthy.by_ref().zip(shares.by_ref()).take(count) {
            let last = match lasts.next_place()?.checked_sub(1) {
                Some(last) => Some(u8::try_from(last).map_err(|_| OUT_OF_RANGE)?),
                None => None,
            };
            let first = u8::try_from(firsts.next()?).map_err(|_| OUT_OF_RANGE)?;
            by_age.ages.push(FromAge { first, last, healthy, share });
        }
        if !by_age.is_complete() {
            return Err(PackError::Malformed("a gap between ages"));
        }
    }
    Ok(ages)
}

fn by_sex((sex, period): (Option<Sex>, Period)) -> Result<(Sex, Period), PackError> {
    Ok((sex.ok_or(PackError::Malformed("figures of no sex"))?, period))
}

/// The nation, and 0 or the edition's year.
pub(super) fn encode_index(writer: &mut Writer, index: DeprivationIndex) {
    writer.number(lists::number(NATIONS, index.nation));
    writer.number(index.edition.map_or(0, i64::from));
}

pub(super) fn decode_index(reader: &mut Reader) -> Result<DeprivationIndex, PackError> {
    let nation = lists::item(NATIONS, reader.count()?)?;
    let year = u16::try_from(reader.number()?).map_err(|_| OUT_OF_RANGE)?;
    Ok(DeprivationIndex { nation, edition: (year > 0).then_some(year) })
}

//! The neighbourhoods of a local area: the area's position; the index; how many neighbourhoods the nation has; how many
//! the area has in each tenth; their ranks, as steps from one to the next; 1 or 0 for whether shares are there; incomes
//! and employments.

use super::decimals;
use super::gradient::{decode_index, encode_index};
use super::streams::{OUT_OF_RANGE, Reader, Writer, add};
use crate::codec::{EncodeError, PackError};
use crate::model::{Atlas, Neighbourhood, Neighbourhoods, Shares};

pub(super) fn encode(writer: &mut Writer, atlas: &Atlas, all: &Neighbourhoods) -> Result<(), EncodeError> {
    let places = &all.places;
    let shares: Vec<Shares> = places.iter().filter_map(|place| place.shares).collect();
    if !(shares.is_empty() || shares.len() == places.len()) {
        return Err(EncodeError::TooMuch("neighbourhoods without shares"));
    }
    if !places.is_sorted_by(|a, b| a.rank < b.rank && a.tenth <= b.tenth) {
        return Err(EncodeError::TooMuch("neighbourhoods out of order"));
    }
    writer.count(atlas.position(all.area).ok_or(EncodeError::UnknownArea(all.area))?);
    encode_index(writer, all.index);
    writer.number(i64::from(all.of));
    for tenth in 1..=10 {
        writer.count(places.iter().filter(|place| place.tenth == tenth).count());
    }
    let mut last = 0;
    writer.column(places.iter().map(|place| {
        let before = core::mem::replace(&mut last, i64::from(place.rank));
        last - before
    }));
    writer.number(i64::from(!shares.is_empty()));
    decimals::encode(writer, &shares.iter().map(|shares| shares.income).collect::<Vec<_>>())?;
    decimals::encode(writer, &shares.iter().map(|shares| shares.employment).collect::<Vec<_>>())
}

pub(super) fn decode(reader: &mut Reader, atlas: &Atlas) -> Result<Neighbourhoods, PackError> {
    let area = atlas.areas.get(reader.count()?).ok_or(PackError::Malformed("neighbourhoods without area"))?.code;
    let index = decode_index(reader)?;
    let of = u32::try_from(reader.number()?).map_err(|_| OUT_OF_RANGE)?;
    let mut counts = [0; 10];
    for count in &mut counts {
        *count = reader.count()?;
    }
    let count = counts.iter().fold(0_usize, |sum, count| sum.saturating_add(*count));
    let ranks = ranks(reader, count, of)?;
    let shares = match reader.number()? {
        0 => 0,
        1 => count,
        _ => return Err(OUT_OF_RANGE),
    };
    let (incomes, employments) = (decimals::decode(reader, shares)?, decimals::decode(reader, shares)?);
    if !incomes.iter().chain(&employments).all(|share| (0.0..=100.0).contains(share)) {
        return Err(OUT_OF_RANGE);
    }
    let mut shares = incomes.into_iter().zip(employments).map(|(income, employment)| Shares { income, employment });
    let tenths = (1..).zip(counts).flat_map(|(tenth, count)| core::iter::repeat_n(tenth, count));
    let place = |(rank, tenth)| Neighbourhood { rank, tenth, shares: shares.next() };
    let places: Vec<Neighbourhood> = ranks.into_iter().zip(tenths).map(place).collect();
    if !places.iter().all(|place| is_in_tenth(place, of)) {
        return Err(PackError::Malformed("a tenth"));
    }
    Ok(Neighbourhoods { area, index, of, places })
}

/// Whether a rank can be in its tenth. Nations round a tenth's last rank up or down.
fn is_in_tenth(place: &Neighbourhood, of: u32) -> bool {
    let (tenfold, tenth, of) = (u64::from(place.rank) * 10, u64::from(place.tenth), u64::from(of));
    tenfold > of * tenth.saturating_sub(1) && tenfold < of * tenth + 10
}

/// So many ranks from 1 to `of`, each greater than the one before.
fn ranks(reader: &mut Reader, count: usize, of: u32) -> Result<Vec<u32>, PackError> {
    let mut steps = reader.column(count)?;
    let mut last = 0;
    let mut ranks = Vec::with_capacity(count);
    for _ in 0..count {
        let step = steps.next()?;
        last = add(last, step)?;
        let rank = u32::try_from(last).ok().filter(|rank| step > 0 && *rank <= of);
        ranks.push(rank.ok_or(PackError::Malformed("a rank"))?);
    }
    Ok(ranks)
}

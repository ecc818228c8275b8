//! Constituencies: their periods as [`columns`]; codes as in [`super::areas`]; life expectancies as
//! [`estimates`]; names.

use super::areas::{code_steps, codes};
use super::streams::{Reader, Writer};
use super::{columns, estimates};
use crate::codec::{EncodeError, PackError};
use crate::model::{Constituency, Estimate};

pub(super) fn encode(writer: &mut Writer, all: &[Constituency]) -> Result<(), EncodeError> {
    columns::encode(writer, &all.iter().map(|one| (None, one.period)).collect::<Vec<_>>());
    writer.column(code_steps(all.iter().map(|one| one.code)));
    estimates::encode(writer, &all.iter().map(|one| Estimate::Known(one.life_expectancy)).collect::<Vec<_>>())?;
    all.iter().try_for_each(|one| writer.text(&one.name))
}

pub(super) fn decode(reader: &mut Reader) -> Result<Vec<Constituency>, PackError> {
    let columns = columns::decode(reader)?;
    let codes = codes(reader.column(columns.len())?, columns.len())?;
    let estimates = estimates::decode(reader, columns.len())?;
    let mut all = Vec::with_capacity(columns.len());
    for (((_, period), code), estimate) in columns.into_iter().zip(codes).zip(estimates) {
        let life_expectancy = estimate.known().ok_or(PackError::Malformed("a constituency without value"))?;
        all.push(Constituency { code, name: reader.text()?.to_owned(), period, life_expectancy });
    }
    Ok(all)
}

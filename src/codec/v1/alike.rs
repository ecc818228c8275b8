//! Similar places: how many areas have any, then the position of each in the atlas and the [list](Writer::list) of the
//! positions of those like it.

use super::streams::{Reader, Writer};
use crate::codec::{EncodeError, PackError};
use crate::model::{Alike, Atlas, Code};

pub(super) fn encode(writer: &mut Writer, atlas: &Atlas, all: &[Alike]) -> Result<(), EncodeError> {
    let position = |area: Code| atlas.position(area).map(|at| at as i64).ok_or(EncodeError::UnknownArea(area));
    writer.count(all.len());
    for one in all {
        writer.number(position(one.area)?);
        writer.list(&one.similar.iter().map(|area| position(*area)).collect::<Result<Vec<_>, _>>()?);
    }
    Ok(())
}

pub(super) fn decode(reader: &mut Reader, atlas: &Atlas) -> Result<Vec<Alike>, PackError> {
    let area = |at: usize| atlas.areas.get(at).map(|area| area.code).ok_or(PackError::Malformed("a similar area"));
    let mut all = Vec::new();
    for _ in 0..reader.count()? {
        let mut one = Alike { area: area(reader.count()?)?, similar: Vec::new() };
        for _ in 0..reader.count()? {
            one.similar.push(area(reader.count()?)?);
        }
        all.push(one);
    }
    Ok(all)
}

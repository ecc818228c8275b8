//! The hexagon map: how many areas, then columns of their positions, of their places in the row and of their rows, each
//! as a step from the area before.

use super::streams::{Numbers, OUT_OF_RANGE, Reader, Writer, add};
use crate::codec::{EncodeError, PackError};
use crate::model::{Atlas, Hexagon, HexagonMap};

pub(super) fn encode(writer: &mut Writer, atlas: &Atlas, map: &HexagonMap) -> Result<(), EncodeError> {
    let places = map.places();
    let position = |code| atlas.position(code).ok_or(EncodeError::UnknownArea(code));
    let areas = places.iter().map(|(code, _)| position(*code)).collect::<Result<Vec<_>, _>>()?;
    writer.count(places.len());
    let mut column = |numbers: &mut dyn Iterator<Item = i64>| {
        let mut last = 0;
        writer.column(numbers.map(|number| number - core::mem::replace(&mut last, number)));
    };
    column(&mut areas.iter().map(|area| *area as i64));
    column(&mut places.iter().map(|place| i64::from(place.1.column)));
    column(&mut places.iter().map(|place| i64::from(place.1.row)));
    Ok(())
}

pub(super) fn decode(reader: &mut Reader, atlas: &Atlas) -> Result<HexagonMap, PackError> {
    let count = reader.count()?;
    let (mut areas, mut columns, mut rows) = (reader.column(count)?, reader.column(count)?, reader.column(count)?);
    let (mut area, mut column, mut row) = (0, 0, 0);
    let mut places = Vec::with_capacity(count);
    for _ in 0..count {
        let place = usize::from(step::<u16>(&mut area, &mut areas)?);
        let code = atlas.areas.get(place).ok_or(OUT_OF_RANGE)?.code;
        let hexagon = Hexagon { column: step(&mut column, &mut columns)?, row: step(&mut row, &mut rows)? };
        places.push((code, hexagon));
    }
    HexagonMap::new(places).map_err(|_| PackError::Malformed("hexagons that are no map"))
}

/// Where the next step leads to.
fn step<T: TryFrom<i64>>(last: &mut i64, steps: &mut Numbers) -> Result<T, PackError> {
    *last = add(*last, steps.next()?)?;
    T::try_from(*last).map_err(|_| OUT_OF_RANGE)
}

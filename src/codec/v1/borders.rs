//! Borders: the bits of the four numbers of the grid; the count of arcs, then columns of their counts of points, of
//! the areas on their right (steps from arc to arc) and on their left (steps from the right), an area being 1 + its
//! position among the areas and 0 none; then the points of all arcs as columns of steps east and of steps north from
//! point to point, through all arcs.

use super::streams::{Numbers, OUT_OF_RANGE, Reader, Writer, add};
use crate::codec::{EncodeError, PackError};
use crate::model::borders::{Arc, Borders, Grid, Point};
use crate::model::{Atlas, Code};

pub(super) fn encode(writer: &mut Writer, borders: &Borders, atlas: &Atlas) -> Result<(), EncodeError> {
    let Grid { easting, northing, step_east, step_north } = *borders.grid();
    let arcs = borders.arcs();
    let sides = |side: fn(&Arc) -> Option<Code>| {
        arcs.iter().map(|arc| place_of(side(arc), atlas)).collect::<Result<Vec<_>, _>>()
    };
    let (right, left) = (sides(|arc| arc.right)?, sides(|arc| arc.left)?);
    let points = || arcs.iter().flat_map(|arc| &arc.points);
    writer.column([easting, northing, step_east, step_north].map(|number| number.to_bits().cast_signed()));
    writer.count(arcs.len());
    writer.column(arcs.iter().map(|arc| arc.points.len() as i64));
    writer.column(steps(right.iter().copied()));
    writer.column(left.iter().zip(&right).map(|(left, right)| left - right));
    writer.column(steps(points().map(|point| i64::from(point.0))));
    writer.column(steps(points().map(|point| i64::from(point.1))));
    Ok(())
}

fn steps(numbers: impl Iterator<Item = i64>) -> impl Iterator<Item = i64> {
    let mut last = 0;
    numbers.map(move |number| number - core::mem::replace(&mut last, number))
}

fn place_of(area: Option<Code>, atlas: &Atlas) -> Result<i64, EncodeError> {
    let Some(code) = area else { return Ok(0) };
    let place = atlas.position(code).ok_or(EncodeError::UnknownArea(code))?;
    Ok(place as i64 + 1)
}

pub(super) fn decode(reader: &mut Reader, atlas: &Atlas) -> Result<Borders, PackError> {
    let mut number = || reader.number().map(|bits| f64::from_bits(bits.cast_unsigned()));
    let grid = Grid { easting: number()?, northing: number()?, step_east: number()?, step_north: number()? };
    let count = reader.count()?;
    let (mut lengths, mut rights) = (reader.column(count)?, reader.column(count)?);
    let mut lefts = reader.column(count)?;
    let counts = (0..count).map(|_| lengths.next_place()).collect::<Result<Vec<_>, _>>()?;
    let all = counts.iter().try_fold(0_usize, |sum, count| sum.checked_add(*count)).ok_or(OUT_OF_RANGE)?;
    let (mut east, mut north) = (Steps(0, reader.column(all)?), Steps(0, reader.column(all)?));
    let mut right = 0;
    let mut arcs = Vec::new();
    for count in counts {
        right = add(right, rights.next()?)?;
        let left = add(right, lefts.next()?)?;
        let points = (0..count).map(|_| Ok((east.next()?, north.next()?))).collect::<Result<Vec<Point>, _>>()?;
        arcs.push(Arc { left: area_at(left, atlas)?, right: area_at(right, atlas)?, points });
    }
    Borders::new(grid, arcs).map_err(|_| PackError::Malformed("borders that do not close"))
}

fn area_at(place: i64, atlas: &Atlas) -> Result<Option<Code>, PackError> {
    let place = usize::try_from(place).map_err(|_| OUT_OF_RANGE)?;
    place.checked_sub(1).map(|place| atlas.areas.get(place).map(|area| area.code).ok_or(OUT_OF_RANGE)).transpose()
}

/// Where steps lead to, one by one.
struct Steps<'a>(i64, Numbers<'a>);

impl Steps<'_> {
    fn next(&mut self) -> Result<u16, PackError> {
        self.0 = add(self.0, self.1.next()?)?;
        u16::try_from(self.0).map_err(|_| OUT_OF_RANGE)
    }
}

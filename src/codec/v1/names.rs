//! The other names of areas, in their own order: their count, then columns of areas (steps from position to
//! position) and kinds; the names.

use super::lists::{self, NAME_KINDS};
use super::streams::{Reader, Writer, add};
use crate::codec::{EncodeError, PackError};
use crate::model::{Area, AreaName, Atlas};

pub(super) fn encode(writer: &mut Writer, atlas: &Atlas) -> Result<(), EncodeError> {
    let mut last = 0;
    writer.count(atlas.names.len());
    for name in &atlas.names {
        let place = atlas.position(name.area).ok_or(EncodeError::UnknownArea(name.area))? as i64;
        writer.number(place - last);
        last = place;
    }
    writer.column(atlas.names.iter().map(|name| lists::number(NAME_KINDS, name.kind)));
    atlas.names.iter().try_for_each(|name| writer.text(&name.name))
}

pub(super) fn decode(reader: &mut Reader, areas: &[Area]) -> Result<Vec<AreaName>, PackError> {
    let count = reader.count()?;
    let (mut steps, mut kinds) = (reader.column(count)?, reader.column(count)?);
    let mut place = 0;
    let mut names = Vec::new();
    for _ in 0..count {
        place = add(place, steps.next()?)?;
        let area = usize::try_from(place).ok().and_then(|place| areas.get(place));
        let area = area.ok_or(PackError::Malformed("a name without area"))?.code;
        let kind = lists::item(NAME_KINDS, kinds.next_place()?)?;
        names.push(AreaName { area, name: reader.text()?.to_owned(), kind });
    }
    Ok(names)
}

//! The other names of areas.

use serde::{Deserialize, Serialize};

use super::lists::{self, NAME_KINDS};
use super::streams::{Lines, Numbers, add, line};
use crate::codec::{EncodeError, PackError};
use crate::model::{Area, AreaName, Atlas};

/// Names in their own order, in columns.
#[derive(Serialize, Deserialize)]
pub(super) struct Names {
    /// Steps from position to position among the areas.
    areas: Vec<i64>,
    kinds: Vec<i64>,
    names: String,
}

pub(super) fn encode(atlas: &Atlas) -> Result<Names, EncodeError> {
    let mut wire = Names { areas: Vec::new(), kinds: Vec::new(), names: String::new() };
    let mut last = 0;
    for name in &atlas.names {
        let place = atlas.position(name.area).ok_or(EncodeError::UnknownArea(name.area))? as i64;
        wire.areas.push(place - last);
        last = place;
        wire.kinds.push(lists::number(NAME_KINDS, name.kind));
        line(&mut wire.names, &name.name)?;
    }
    Ok(wire)
}

pub(super) fn decode(wire: &Names, areas: &[Area]) -> Result<Vec<AreaName>, PackError> {
    let (mut kinds, mut texts) = (Numbers::new(&wire.kinds), Lines::new(&wire.names));
    let mut place = 0;
    let mut names = Vec::new();
    for step in &wire.areas {
        place = add(place, *step)?;
        let area = usize::try_from(place).ok().and_then(|place| areas.get(place));
        names.push(AreaName {
            area: area.ok_or(PackError::Malformed("a name without area"))?.code,
            name: texts.next()?.to_owned(),
            kind: lists::item(NAME_KINDS, kinds.next_place()?)?,
        });
    }
    kinds.finish()?;
    texts.finish()?;
    Ok(names)
}

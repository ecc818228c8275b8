//! Districts: their count; codes as in [`super::areas`]; positions of their counties; names. Then the
//! count of measures and of each its id, its sexes and periods as [`columns`], and for district after district an
//! estimate for each of these, as [`estimates`].

use super::areas::{code_steps, codes};
use super::indicators::id_of;
use super::streams::{Reader, Writer};
use super::{columns, estimates};
use crate::codec::{EncodeError, PackError};
use crate::model::{Atlas, Column, ColumnKey, District, Districts, Estimate, IndicatorId, Missing};

pub(super) fn encode(writer: &mut Writer, atlas: &Atlas, districts: &Districts) -> Result<(), EncodeError> {
    let Districts { places, columns } = districts;
    writer.count(places.len());
    writer.column(code_steps(places.iter().map(|place| place.code)));
    for place in places {
        writer.count(atlas.position(place.area).ok_or(EncodeError::UnknownArea(place.area))?);
    }
    places.iter().try_for_each(|place| writer.text(&place.name))?;
    let mut ids: Vec<&IndicatorId> = columns.iter().map(|(key, _)| &key.indicator).collect();
    ids.dedup();
    writer.count(ids.len());
    for id in ids {
        let of: Vec<&(ColumnKey, Column)> = columns.iter().filter(|(key, _)| key.indicator == *id).collect();
        writer.text(id.as_str())?;
        columns::encode(writer, &of.iter().map(|(key, _)| (key.sex, key.period)).collect::<Vec<_>>());
        let of_place = |at| of.iter().map(move |(_, column)| column.get(at).copied().unwrap_or(NONE));
        estimates::encode(writer, &(0..places.len()).flat_map(of_place).collect::<Vec<_>>())?;
    }
    Ok(())
}

const NONE: Estimate = Estimate::Missing(Missing::NotPublished);

pub(super) fn decode(reader: &mut Reader, atlas: &Atlas) -> Result<Districts, PackError> {
    let count = reader.count()?;
    let codes = codes(reader.column(count)?, count)?;
    let mut counties = reader.column(count)?;
    let mut districts = Districts::default();
    for code in codes {
        let area = atlas.areas.get(counties.next_place()?).ok_or(PackError::Malformed("a district without area"))?.code;
        districts.places.push(District { code, name: reader.text()?.to_owned(), area });
    }
    for _ in 0..reader.count()? {
        let indicator = id_of(reader.text()?)?;
        let keys = columns::decode(reader)?;
        let estimates = estimates::decode(reader, keys.len().saturating_mul(count))?;
        let width = keys.len();
        for (at, (sex, period)) in keys.into_iter().enumerate() {
            let column = estimates.iter().skip(at).step_by(width).copied().collect();
            districts.columns.push((ColumnKey { indicator: indicator.clone(), sex, period }, column));
        }
    }
    Ok(districts)
}

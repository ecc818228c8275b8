//! What a citation and a careful reader need of an indicator: eight texts, in the order of [`texts`].

use super::streams::{Reader, Writer};
use crate::codec::{EncodeError, PackError};
use crate::model::About;

fn texts(about: &About) -> [&str; 8] {
    let About { source, publisher, url, released, licence, definition, quality, computed_rule } = about;
    [source, publisher, url, released, licence, definition, quality, computed_rule]
}

/// Writes it.
pub(super) fn encode(writer: &mut Writer, about: &About) -> Result<(), EncodeError> {
    texts(about).into_iter().try_for_each(|text| writer.text(text))
}

/// Reads it.
pub(super) fn decode(reader: &mut Reader) -> Result<About, PackError> {
    let [source, publisher, url, released, licence, definition, quality, computed_rule] =
        reader.texts()?.map(str::to_owned);
    Ok(About { source, publisher, url, released, licence, definition, quality, computed_rule })
}

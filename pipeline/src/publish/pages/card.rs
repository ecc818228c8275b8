//! The picture that other sites show of a page.

use std::fs;

use healthy_years::figure::Figure;

use crate::publish::packs::hash;
use crate::publish::{Context, PublishError};

/// The name of a page's card in the page's own folder.
const NAME: &str = "card.png";

/// A page's card, there to be shown.
pub(super) struct Card {
    /// Its absolute address, with a hash of its content: other sites keep a picture as long as its address stays.
    pub address: String,
    /// Its width and height in pixels.
    pub size: (u32, u32),
    /// The picture in words.
    pub alt: String,
}

/// The width and height of every card, in pixels.
const SIZE: (u32, u32) = (1200, 630);

/// The card of the page at this path, which shows the page's first figure. None where no step before this one has drawn it:
/// then nothing names it, so that no page promises a picture that is not there.
pub(super) fn of(context: &Context, path: &str, figure: &Figure) -> Result<Option<Card>, PublishError> {
    let at = [path, NAME].concat();
    let file = context.out.join(at.trim_start_matches('/'));
    if !file.is_file() {
        return Ok(None);
    }
    let content = fs::read(&file).map_err(PublishError::of(&file))?;
    let address = context.options.address.of(&[&at, "?v=", &hash(&content)].concat());
    Ok(Some(Card { address, size: SIZE, alt: figure.alt.clone() }))
}

//! What a content system needs to embed a page's figure from its address alone: <https://oembed.com>, as a static file.

use healthy_years::export::{HEIGHT, Snippet, snippet};
use healthy_years::figure::Figure;
use healthy_years::view::{Embed, View};
use serde_json::{Value, json};

use super::head::About;
use super::shell;
use crate::publish::Context;

/// The name of the file in the page's own folder.
const NAME: &str = "oembed.json";

/// The room that an embed has until it says its own height, in pixels.
const ROOM: (u32, u32) = (640, HEIGHT);

/// For how long a consumer may keep the answer, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// The path of the answer for the page at this path.
pub(super) fn path(page: &str) -> String {
    [page, NAME].concat()
}

/// The answer for a page and the figure that stands for it.
pub(super) fn answer(context: &Context, about: &About, view: &View, figure: &Figure) -> Value {
    let address = &context.options.address;
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": about.title,
        "provider_name": shell::NAME,
        "provider_url": address.of("/"),
        "cache_age": CACHE_AGE,
        "width": ROOM.0,
        "height": ROOM.1,
        "html": html(context, about, view, figure),
    });
    // All three or none, the specification says.
    if let Some((_, Some(card))) = &about.figure {
        answer["thumbnail_url"] = card.address.as_str().into();
        answer["thumbnail_width"] = card.size.0.into();
        answer["thumbnail_height"] = card.size.1.into();
    }
    answer
}

/// What stands in the article, with the whole state.
fn html(context: &Context, about: &About, view: &View, figure: &Figure) -> String {
    let address = &context.options.address;
    let embed = Embed { view: view.clone(), figure: Some(figure.id.to_owned()), ..Embed::default() };
    let query = embed.query(about.place.map(|area| area.code), view.latest(&context.manifest), &context.atlas.edition);
    let (site, page) = (address.of(""), address.of(about.path));
    snippet(Snippet { site: &site, query: &query, figure, address: &page, height: ROOM.1, lang: view.lang })
}

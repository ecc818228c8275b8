//! What a content system needs to embed a page's figure from its address alone: <https://oembed.com>, as a static file.

use healthy_years::chart;
use healthy_years::export::{COLUMN, Snippet, frame_height, snippet};
use healthy_years::figure::{self, Figure};
use healthy_years::view::{Embed, View};
use serde_json::{Value, json};

use super::head::About;
use super::shell;
use crate::publish::Context;

/// The name of the file in the page's own folder.
const NAME: &str = "oembed.json";

/// For how long a consumer may keep the answer, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// The path of the answer for the page at this path.
pub(super) fn path(page: &str) -> String {
    [page, NAME].concat()
}

/// The answer for a page and the figure that stands for it.
pub(super) fn answer(context: &Context, about: &About, view: &View, figure: &Figure) -> Value {
    let address = &context.options.address;
    let query = query(context, about, view, figure);
    let height = frame_height(&chart::ALL, figure, &[&address.of(about.path), "?", &query].concat(), view.lang);
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": about.title,
        "provider_name": shell::NAME,
        "provider_url": address.of("/"),
        "cache_age": CACHE_AGE,
        "width": COLUMN,
        "height": height,
        "html": html(context, about, view, figure, (&query, height)),
    });
    // All three or none, the specification says.
    if let Some(card) = &about.card {
        answer["thumbnail_url"] = card.address.as_str().into();
        answer["thumbnail_width"] = card.size.0.into();
        answer["thumbnail_height"] = card.size.1.into();
    }
    answer
}

/// The whole state of the frame.
fn query(context: &Context, about: &About, view: &View, figure: &Figure) -> String {
    let embed = Embed { view: view.clone(), figure: Some(figure.id.to_owned()), ..Embed::default() };
    embed.query(about.place.map(|area| area.code), view.latest(&context.manifest), &context.atlas.edition)
}

/// What stands in the article: a frame in this state and of this height.
fn html(context: &Context, about: &About, view: &View, figure: &Figure, (query, height): (&str, u32)) -> String {
    let address = &context.options.address;
    let site = address.of("");
    let page = address.of(&[about.path, "?data=", &context.atlas.edition].concat());
    let alone = |text: &str| figure::alone(&context.atlas, view, figure, text);
    snippet(Snippet {
        site: &site,
        query,
        name: &alone(&figure.subtitle),
        title: &alone(&figure.title),
        address: &page,
        height,
        clear: false,
        lang: view.lang,
    })
}

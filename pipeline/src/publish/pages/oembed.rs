//! What a content system needs to embed a page's figure from its address alone: <https://oembed.com>, as a static file.

use healthy_years::figure::Figure;
use healthy_years::model::{IndicatorId, Listed, Sex};
use healthy_years::view::{Outcome, Page, View};
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

use super::head::About;
use super::shell;
use crate::publish::Context;

/// The name of the file in the page's own folder.
const NAME: &str = "oembed.json";

/// The room that an embed has until it says its own height, in pixels.
const ROOM: (u32, u32) = (640, 560);

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
        "html": snippet(context, about, &complete(context, about, view, figure)).into_string(),
    });
    // All three or none, the specification says.
    if let Some((_, Some(card))) = &about.figure {
        answer["thumbnail_url"] = card.address.as_str().into();
        answer["thumbnail_width"] = card.size.0.into();
        answer["thumbnail_height"] = card.size.1.into();
    }
    answer
}

/// What stands in the article: the frame, a link that stays where frames are refused, and the script that fits its height.
fn snippet(context: &Context, about: &About, query: &str) -> Markup {
    let address = &context.options.address;
    html! {
        iframe src=(address.of(&["/embed/?", query].concat())) title=(about.title) loading="lazy" width="100%" height=(ROOM.1)
            style="width:0;min-width:100%!important;border:0" allow="clipboard-write; web-share; fullscreen" referrerpolicy="strict-origin-when-cross-origin" {}
        (PreEscaped("\n"))
        p { a href=(address.of(about.path)) { (about.title) " – chart and table" } }
        (PreEscaped("\n"))
        script async src=(address.of("/embed/resize.js")) {}
    }
}

/// The whole state of an embed, defaults and edition written out, so that later defaults change no article. In the order
/// of the grammar.
fn complete(context: &Context, about: &About, view: &View, figure: &Figure) -> String {
    let outcome = IndicatorId::HEALTHY_LIFE_EXPECTANCY;
    let latest = context.atlas.latest(outcome, Some(Sex::Female)).map(|(period, _)| period.to_string());
    let codes: Vec<String> = view.areas.iter().map(ToString::to_string).collect();
    let reads = |name: &str| view.page.reads().contains(&name);
    let mut parts = vec![("v", "1".to_owned()), ("view", name(&view.page)), ("figure", figure.id.to_owned())];
    parts.extend(about.place.map(|area| ("area", area.code.to_string())));
    let mut part = |name, value: String| {
        if reads(name) && !value.is_empty() {
            parts.push((name, value));
        }
    };
    part("areas", codes.join(","));
    part("x", view.x.as_str().to_owned());
    part("y", Outcome::default().id().to_owned());
    part("sex", view.sex.id().to_owned());
    part("period", latest.unwrap_or_default());
    part("within", view.within.to_string());
    parts.extend([("data", context.atlas.edition.clone()), ("lang", view.lang.id().to_owned())]);
    parts.extend([("dark", "auto"), ("transparent", "false"), ("static", "false"), ("logo", "true")].map(owned));
    let written: Vec<String> = parts.into_iter().map(|(name, value)| [name, "=", &value].concat()).collect();
    written.join("&")
}

fn owned((name, value): (&'static str, &str)) -> (&'static str, String) {
    (name, value.to_owned())
}

/// A page's name as the parameter `view` has it.
fn name(page: &Page) -> String {
    match page {
        Page::Explore => "explore".to_owned(),
        Page::Area(_) => "area".to_owned(),
        other => other.path().trim_matches('/').to_owned(),
    }
}

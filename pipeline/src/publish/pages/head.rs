//! What a page tells search engines and other sites of itself.

use healthy_years::figure::Figure;
use healthy_years::model::Area;
use maud::{Markup, PreEscaped, html};

use super::card::Card;
use super::{Material, dataset, oembed, shell};

/// A page as others see it.
pub(super) struct About<'a> {
    /// Its path from the root of the site: its one address, whatever query it is asked for with.
    pub path: &'a str,
    /// Its title without the site's name.
    pub title: &'a str,
    /// What it says, in a sentence.
    pub description: &'a str,
    /// The place that it is about, if one.
    pub place: Option<&'a Area>,
    /// The figure that stands for it elsewhere; none on a page without figures.
    pub figure: Option<&'a Figure>,
    /// The picture that other sites show of it; a draft has none.
    pub card: Option<Card>,
}

/// The tags in its head.
pub(super) fn tags(material: &Material, about: &About) -> Markup {
    let address = material.context.options.address.of(about.path);
    let card = about.card.as_ref();
    html! {
        link rel="canonical" href=(address);
        (property("og:type", "website"))
        (property("og:site_name", shell::NAME))
        (property("og:locale", "en_GB"))
        (property("og:title", about.title))
        (property("og:description", about.description))
        (property("og:url", &address))
        // Twitter reads the rest from og:.
        meta name="twitter:card" content=(if card.is_some() { "summary_large_image" } else { "summary" });
        meta name="twitter:title" content=(about.title);
        meta name="twitter:description" content=(about.description);
        @if let Some(card) = card { (picture(card)) }
        @if about.figure.is_some() {
            link rel="alternate" type="application/json+oembed" href=(material.context.options.address.of(&oembed::path(about.path))) title=(about.title);
        }
    }
}

fn picture(card: &Card) -> Markup {
    html! {
        (property("og:image", &card.address))
        (property("og:image:type", "image/png"))
        (property("og:image:width", &card.size.0.to_string()))
        (property("og:image:height", &card.size.1.to_string()))
        (property("og:image:alt", &card.alt))
        meta name="twitter:image" content=(card.address);
        meta name="twitter:image:alt" content=(card.alt);
    }
}

fn property(name: &str, content: &str) -> Markup {
    html! { meta property=(name) content=(content); }
}

/// The page's data, described for search engines: a block of data at the end of the page, which nothing runs. None on a
/// page without figures.
pub(super) fn data_block(material: &Material, about: &About) -> Markup {
    html! {
        @if let Some(figure) = about.figure {
            script type="application/ld+json" { (PreEscaped(in_script(&dataset::describe(material.context, about, figure).to_string()))) }
        }
    }
}

/// JSON that no text in it can end the block around.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_block() {
        let hostile = serde_json::json!({ "name": "</script><!--" });
        let written = in_script(&hostile.to_string());
        assert!(!written.contains('<'));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), hostile);
    }
}

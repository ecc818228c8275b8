//! The few lines of HTML that put a live figure into somebody's page: a frame, a link for when the frame is not shown, and a
//! script without which it works too.

use crate::figure::Figure;
use crate::paint::svg::escape;
use crate::view::Lang;
use crate::words;

/// What the snippet is made from.
#[derive(Debug, Clone, Copy)]
pub struct Snippet<'a> {
    /// The site's own address, without a slash at its end.
    pub site: &'a str,
    /// The whole query of the embed.
    pub query: &'a str,
    /// The figure.
    pub figure: &'a Figure,
    /// The address of the figure on its page.
    pub address: &'a str,
    /// The height that the frame has until it says its own, in CSS pixels.
    pub height: u32,
    /// The language of the words.
    pub lang: Lang,
}

/// The snippet.
pub fn snippet(of: Snippet) -> String {
    let Snippet { site, query, figure, address, height, lang } = of;
    let mut out = String::new();
    let mut push = |markup: &str, text: &str| {
        out.push_str(markup);
        escape(text, &mut out);
    };
    push("<iframe src=\"", &[site, "/embed/?", query].concat());
    push("\" title=\"", &figure.subtitle);
    push("\" loading=\"lazy\" width=\"100%\" height=\"", &height.to_string());
    push(
        "\" style=\"width:0;min-width:100%!important;border:0\"\n  allow=\"clipboard-write; web-share; fullscreen\" referrerpolicy=\"strict-origin-when-cross-origin\"></iframe>\n<p><a href=\"",
        address,
    );
    push("\">", &words::chart_and_table(lang, &figure.title));
    push("</a></p>\n<script async src=\"", site);
    push("/embed/resize.js\"></script>\n", "");
    out
}

//! The few lines of HTML that put a live figure into somebody's page: a frame, a link for when the frame is not shown, and a
//! script without which it works too.

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
    /// What the frame is called by those who read it aloud: measure, places and period.
    pub name: &'a str,
    /// What the figure finds.
    pub title: &'a str,
    /// The address of the figure on its page.
    pub address: &'a str,
    /// The height that the frame has until it says its own, in CSS pixels.
    pub height: u32,
    /// Whether the page is to show through: a frame does so only where its colours are of the page's kind, dark or light.
    pub clear: bool,
    /// The language of the words.
    pub lang: Lang,
}

/// The snippet.
pub fn snippet(of: Snippet) -> String {
    let Snippet { site, query, name, title, address, height, clear, lang } = of;
    let mut out = String::new();
    let mut push = |markup: &str, text: &str| {
        out.push_str(markup);
        escape(text, &mut out);
    };
    push("<iframe src=\"", &[site, "/embed/?", query].concat());
    push("\" title=\"", name);
    push("\" loading=\"lazy\" width=\"100%\" height=\"", &height.to_string());
    push("\" style=\"width:0;min-width:100%!important;border:0", if clear { ";color-scheme:light" } else { "" });
    push(
        "\"\n  allow=\"clipboard-write; web-share; fullscreen\" referrerpolicy=\"strict-origin-when-cross-origin\"></iframe>\n<p><a href=\"",
        address,
    );
    push("\">", &words::chart_and_table(lang, title));
    push("</a></p>\n<script async src=\"", site);
    push("/embed/resize.js\"></script>\n", "");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The snippet of the contract for embedding, with this figure's own words.
    #[test]
    fn a_snippet_is_that_of_the_contract() {
        let html = snippet(Snippet {
            site: "https://example.org",
            query: "v=1&view=explore",
            name: "Years, “here”, 2022–24",
            title: "Lives & years",
            address: "https://example.org/?areas=E06000009&sex=male",
            height: 560,
            clear: false,
            lang: Lang::English,
        });
        assert_eq!(
            html,
            r#"<iframe src="https://example.org/embed/?v=1&amp;view=explore" title="Years, “here”, 2022–24" loading="lazy" width="100%" height="560" style="width:0;min-width:100%!important;border:0"
  allow="clipboard-write; web-share; fullscreen" referrerpolicy="strict-origin-when-cross-origin"></iframe>
<p><a href="https://example.org/?areas=E06000009&amp;sex=male">Lives &amp; years: chart and table</a></p>
<script async src="https://example.org/embed/resize.js"></script>
"#
        );
    }
}

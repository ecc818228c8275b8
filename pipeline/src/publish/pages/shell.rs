//! What every page has: head, header, footer.

use healthy_years::view::{Lang, NAVIGATION, View};
use healthy_years::words;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::assets::Assets;
use super::head::{self, About};
use super::{Material, places, site_files};
use crate::publish::{ATTRIBUTION, icons};

/// The site's name.
pub const NAME: &str = words::SITE;

/// A page's own words and content.
pub struct Page<'a> {
    /// The title of the window.
    pub title: &'a str,
    /// What a search engine shows.
    pub description: &'a str,
    /// The view that the app shows on it; none where the app does not run.
    pub view: Option<&'a View>,
    /// What other sites are told of it; none where there is nothing to show them.
    pub about: Option<&'a About<'a>>,
    /// Whether search engines may list it.
    pub indexed: bool,
    /// What stands in its main part.
    pub main: Markup,
}

/// The whole page as HTML text.
pub(super) fn render(material: &Material, page: &Page) -> String {
    let assets = &material.assets;
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                (basics(page.title))
                meta name="description" content=(page.description);
                meta name="color-scheme" content="light dark";
                @if !page.indexed { meta name="robots" content="noindex"; }
                @if let Some(about) = page.about { (head::tags(material, about)) }
                link rel="icon" type="image/svg+xml" href={ "/" (icons::SVG) };
                link rel="apple-touch-icon" href={ "/" (icons::TOUCH) };
                link rel="manifest" href={ "/" (site_files::MANIFEST) };
                style { (PreEscaped(&assets.style)) }
                @if page.view.is_some() {
                    link rel="preload" href=(assets.state_js) as="script";
                    (app_links(assets))
                }
            }
            body {
                a.skip href="#main" { "Skip to the content" }
                header.site-head {
                    a.name href="/" { (NAME) }
                    span.what { "How circumstances and health go together" }
                    @if let Some(about) = page.about { span.address { (material.context.options.address.of(about.path)) } }
                    (navigation(page.view))
                }
                main #main { (page.main) }
                (footer())
                @if let Some(about) = page.about { (head::data_block(material, about)) }
            }
        }
    };
    markup.into_string()
}

/// What the head of every page begins with.
pub(super) fn basics(title: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        title { (title) }
    }
}

/// Links to every view. They are plain; the app adds the chosen places to them.
fn navigation(view: Option<&View>) -> Markup {
    html! {
        nav.site-nav aria-label="Views" {
            ul {
                @for page in NAVIGATION {
                    @let is_here = view.is_some_and(|view| view.page == page);
                    li { a href=(page.path()) aria-current=[is_here.then_some("page")] { (words::page_name(Lang::default(), &page)) } }
                }
            }
        }
    }
}

/// Everything that the app needs, asked for before the page is read to its end.
pub(super) fn app_links(assets: &Assets) -> Markup {
    html! {
        link #first-pack rel="preload" href=(assets.first_pack) as="fetch" crossorigin;
        link rel="modulepreload" href=(assets.app_js);
        link rel="preload" href=(assets.app_wasm) as="fetch" type="application/wasm" crossorigin;
        script type="module" src=(assets.start_js) {}
    }
}

fn footer() -> Markup {
    html! {
        footer.site-foot {
            p.on-screen { a href=(places::PATH) { "All places" } }
            p { "No cookies, no analytics, no request to any other site. What you look at stays in your browser." }
            p { (ATTRIBUTION) }
            p {
                "All figures as data: " a href="/api/v1/areas.json" { "places" } ", "
                a href="/api/v1/indicators.json" { "measures" } ", "
                a href="/api/v1/everything.zip" { "all tables (zip)" } ", "
                a href="/api/v1/datapackage.json" { "what their columns mean" } "."
            }
        }
    }
}

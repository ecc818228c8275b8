//! What every page has: head, header, footer.

use healthy_years::view::{Lang, NAVIGATION, View};
use healthy_years::words;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::assets::Assets;
use crate::publish::ATTRIBUTION;

/// The site's name.
pub const NAME: &str = "Healthy Years";

/// A small picture for the window's tab: three dots of a scatter, one in the accent.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='4' cy='4' r='3' fill='%23858b94'/%3E%3Ccircle cx='9' cy='7' r='3' fill='%23858b94'/%3E%3Ccircle cx='12' cy='12' r='3.5' fill='%23c73a0b'/%3E%3C/svg%3E";

/// A page's own words and content.
pub struct Page<'a> {
    /// The title of the window.
    pub title: &'a str,
    /// What a search engine shows.
    pub description: &'a str,
    /// The view that the app shows on it; none where the app does not run.
    pub view: Option<&'a View>,
    /// What stands in its main part.
    pub main: Markup,
}

/// The whole page as HTML text.
pub(super) fn render(assets: &Assets, page: &Page) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.title) }
                meta name="description" content=(page.description);
                meta name="color-scheme" content="light dark";
                link rel="icon" href=(PreEscaped(ICON));
                style { (PreEscaped(&assets.style)) }
                @if let Some(view) = page.view {
                    link rel="canonical" href=(view.page.path());
                    link rel="preload" href=(assets.state_js) as="script";
                    (app_links(assets))
                }
            }
            body {
                a.skip href="#main" { "Skip to the content" }
                header.site-head {
                    a.name href="/" { (NAME) }
                    span.what { "How circumstances and health go together" }
                    (navigation(page.view))
                }
                main #main { (page.main) }
                (footer())
            }
        }
    };
    markup.into_string()
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

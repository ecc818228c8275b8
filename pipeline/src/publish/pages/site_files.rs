//! What stands beside the pages for those who read sites by machine, and for home screens.

use healthy_years::chart::scene::Token;
use healthy_years::paint::tokens::Theme;
use healthy_years::view::{NAVIGATION, Page};
use serde_json::json;

use super::{places, shell};
use crate::publish::{Context, PublishError, icons};

/// Writes the site map, the file for robots and the manifest.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    context.write("sitemap.xml", site_map(context))?;
    context.write("robots.txt", robots(context))?;
    context.write(MANIFEST, manifest().to_string())
}

/// The file of the manifest.
pub(super) const MANIFEST: &str = "manifest.webmanifest";

/// Every page that has an address of its own: those of the navigation, the list of places, each place.
fn paths(context: &Context) -> impl Iterator<Item = String> {
    let views = NAVIGATION.iter().map(Page::path);
    views.chain([places::PATH.to_owned()]).chain(context.atlas.areas.iter().map(places::path))
}

/// Without dates: the figures of an edition do not change, and a date of publishing would be other bytes each time.
fn site_map(context: &Context) -> String {
    let pages = paths(context).map(|path| format!("<url><loc>{}</loc></url>\n", context.options.address.of(&path)));
    let pages: String = pages.collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{pages}</urlset>\n"
    )
}

fn robots(context: &Context) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", context.options.address.of("/sitemap.xml"))
}

fn manifest() -> serde_json::Value {
    let surface = Token::Surface.value(Theme::Light).hex();
    let mut pictures = vec![json!({ "src": format!("/{}", icons::SVG), "type": "image/svg+xml", "sizes": "any" })];
    pictures.extend(icons::PNGS.iter().map(|png| {
        json!({
            "src": format!("/{}", png.file),
            "type": "image/png",
            "sizes": format!("{0}x{0}", png.size),
            "purpose": if png.maskable { "maskable" } else { "any" },
        })
    }));
    json!({
        "id": "/",
        "name": shell::NAME,
        "short_name": shell::NAME,
        "description": "How circumstances and years in good health go together, for every part of the UK",
        "lang": "en-GB",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": surface,
        "theme_color": surface,
        "icons": pictures,
    })
}

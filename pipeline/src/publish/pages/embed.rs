//! The page of any one figure alone, for frames in other people's pages; and the script that such a page may use.
//!
//! There is one file for every state, so it shows no figure by itself: until the app has drawn the one that the address asks
//! for, and where it cannot, the page says what that is and leads to it.

use std::collections::BTreeMap;

use healthy_years::model::{IndicatorId, Listed};
use healthy_years::view::{Lang, Outcome};
use healthy_years::words;
use maud::{DOCTYPE, PreEscaped, html};
use serde_json::json;

use super::assets::{minified_script, write_hashed};
use super::{Material, shell};
use crate::publish::{PublishError, icons};

const FRAME: &str = include_str!("../../../assets/frame.js");
const RESIZE: &str = include_str!("../../../assets/resize.js");

/// Writes the page and the script beside it. That script's name is in articles: it has no hash and never changes.
pub(super) fn publish(material: &Material) -> Result<(), PublishError> {
    let context = material.context;
    let frame_js = write_hashed(context, "frame", &minified_script(&FRAME.replace("{{names}}", &names(material))))?;
    context.write("embed/resize.js", minified_script(RESIZE))?;
    context.write("embed/index.html", page(material, &frame_js))
}

/// What figures of views are of, the names of outcomes and of measures by id, and of places by code, these with the word in their
/// address: what the page says while it cannot look into packs.
fn names(material: &Material) -> String {
    let atlas = &material.context.atlas;
    let figures: BTreeMap<_, _> = words::FIGURES_ALONE.into_iter().collect();
    let outcome = |outcome: &Outcome| (outcome.id(), words::outcome_title(Lang::default(), *outcome));
    let outcomes: BTreeMap<_, _> = Outcome::ALL.iter().map(outcome).collect();
    let measures: BTreeMap<_, _> = atlas.indicators.iter().map(|one| (one.id.as_str(), &one.name)).collect();
    let places: BTreeMap<_, _> =
        atlas.areas.iter().map(|area| (area.code.to_string(), [&area.name, &area.slug])).collect();
    let usual = &measures.get(IndicatorId::DEFAULT_CIRCUMSTANCE);
    json!({ "figures": figures, "outcomes": outcomes, "measures": measures, "usual": usual, "places": places })
        .to_string()
}

fn page(material: &Material, frame_js: &str) -> String {
    let assets = &material.assets;
    let markup = html! {
        (DOCTYPE)
        html.alone lang="en" {
            head {
                (shell::basics(shell::NAME))
                meta name="robots" content="noindex";
                meta name="color-scheme" content="light dark";
                link rel="icon" type="image/svg+xml" href={ "/" (icons::SVG) };
                // Links leave the frame.
                base target="_blank";
                style { (PreEscaped(&assets.style)) }
                script src=(frame_js) {}
                (shell::app_links(assets))
            }
            body {
                main #main {
                    h1.unseen { (shell::NAME) }
                    div #app-view {
                        p.ignored {}
                        div.pick {}
                        p.coming { b #what { "A figure of " (shell::NAME) } }
                        p.app-failed { "The picture could not be drawn in this browser. The link below has it." }
                        noscript { p { "The picture needs JavaScript. The link below leads to the site, which does not." } }
                    }
                    p.from {
                        a #whole rel="noopener" href="/" { span.named { (shell::NAME) " – " } "chart, table and how to quote it" }
                        " " span #where {}
                    }
                }
            }
        }
    };
    markup.into_string()
}

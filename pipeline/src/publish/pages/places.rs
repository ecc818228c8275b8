//! Every place by name, which works without JavaScript: the page `/area/`, and what a lost visitor is offered.

use healthy_years::figure;
use healthy_years::model::{Area, AreaKind, Atlas, Code, Nation};
use healthy_years::search::fold;
use healthy_years::view::{Lang, Page, Slug, View};
use healthy_years::words;
use maud::{Markup, html};

use super::card::{self, Card};
use super::head::About;
use super::shell::{self, Page as Shell};
use super::{Material, view};
use crate::publish::PublishError;

/// The path of the page.
pub(super) const PATH: &str = "/area/";

/// Writes the page, and for other sites a card with the map of the local areas that it lists.
pub(super) fn publish(material: &Material) -> Result<(), PublishError> {
    let Material { context, .. } = material;
    let view = View::of(Page::Map);
    let maps = figure::figures(&context.atlas, &view).map_err(|error| view::failed(&view, error))?;
    let card = maps.first().map(|map| card::write(context, PATH, map)).transpose()?.flatten();
    context.write(&[&PATH[1..], "index.html"].concat(), page(material, card))
}

/// The page as HTML text.
fn page(material: &Material, card: Option<Card>) -> String {
    let description = "Every council area, region, combined authority and nation of the UK, each with its own page.";
    let main = html! {
        h1 { "All places" }
        p.basis { (description) }
        (list(material))
    };
    let about = About { path: PATH, title: "All places", description, place: None, figure: None, card };
    let title = [about.title, " – ", shell::NAME].concat();
    shell::render(material, &Shell { title: &title, description, view: None, about: Some(&about), indexed: true, main })
}

/// The list of all places under headings, and a box that narrows it to those with a name that is typed.
pub(super) fn list(material: &Material) -> Markup {
    html! {
        search.search.needs-script {
            label for="find" { "Find a place" }
            input #find type="search" autocomplete="off" placeholder="Town, council or region";
            p #said.said role="status" {}
        }
        div #all-places {
            @for (heading, places) in headed(&material.context.atlas) {
                section {
                    h2 { (heading) }
                    ul.places { @for area in places { li data-names=(names(&material.context.atlas, area)) { a href=(path(area)) { (area.name) } } } }
                }
            }
        }
        script src=(material.assets.narrow_js) {}
    }
}

/// The path of a place's page.
pub(super) fn path(area: &Area) -> String {
    Slug::new(&area.slug).map(|slug| Page::Area(slug).path()).unwrap_or_default()
}

/// The places under each heading, by name.
fn headed(atlas: &Atlas) -> Vec<(String, Vec<&Area>)> {
    let local = |nation: Nation| sorted(atlas, |area| area.kind == AreaKind::Local && area.nation() == Some(nation));
    let mut headed = vec![
        (
            "The UK and its nations".to_owned(),
            sorted(atlas, |area| matches!(area.kind, AreaKind::Uk | AreaKind::Nation)),
        ),
        ("Regions of England".to_owned(), sorted(atlas, |area| area.kind == AreaKind::Region)),
        ("Combined authorities of England".to_owned(), sorted(atlas, |area| area.kind == AreaKind::CombinedAuthority)),
    ];
    let nation = |nation| (["Council areas of ", words::nation_name(Lang::default(), nation)].concat(), local(nation));
    headed.extend(Nation::ALL.map(nation));
    headed
}

fn sorted(atlas: &Atlas, wanted: impl Fn(&Area) -> bool) -> Vec<&Area> {
    let mut places: Vec<&Area> = atlas.areas.iter().filter(|area| wanted(area)).collect();
    places.sort_by_key(|area| (area.code != Code::UK, area.name.as_str()));
    places
}

/// All names that a place is found by, as people type them, one after the other with a comma between.
fn names(atlas: &Atlas, area: &Area) -> String {
    let others = atlas.names.iter().filter(|name| name.area == area.code).map(|name| fold(&name.name));
    core::iter::once(fold(&area.name)).chain(others).collect::<Vec<_>>().join(",")
}

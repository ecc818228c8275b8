//! Where other names of places lead: `/area/hull/`.
//!
//! Another name of one whole place leads on to its page. A name that several places answer to, and the name of a part (a
//! district, a town, what is part of a larger place now), leads to a page that says so and links to them: figures of a
//! county must not be taken for its town's (docs/decisions/0017-other-names.md).

use std::collections::BTreeMap;

use healthy_years::model::{Area, AreaName, Atlas};
use healthy_years::search::fold;
use healthy_years::view::{Lang, Slug};
use healthy_years::words;
use maud::{DOCTYPE, html};

use super::shell::{self, Page as Shell};
use super::{Material, places};
use crate::publish::PublishError;
use crate::publish::hosting::Moved;

/// A name in addresses, and the places that have it, each with how.
type Named<'a> = BTreeMap<String, Vec<(&'a AreaName, &'a Area)>>;

/// Writes a page for every other name; the addresses that lead on to another.
pub(super) fn publish(material: &Material) -> Result<Vec<Moved>, PublishError> {
    let mut moved = Vec::new();
    for (slug, found) in named(&material.context.atlas) {
        let from = ["/area/", &slug, "/"].concat();
        let file = [&from[1..], "index.html"].concat();
        match whole(&found) {
            Some(area) => {
                let to = places::path(area);
                material.context.write(&file, leads_on(material, area, &to))?;
                moved.push(Moved { from, to });
            }
            None => material.context.write(&file, signpost(material, &found))?,
        }
    }
    Ok(moved)
}

/// Every other name, as an address has it, that is not itself the address of a place.
fn named(atlas: &Atlas) -> Named<'_> {
    let mut named = Named::new();
    for name in &atlas.names {
        let slug = fold(&name.name).replace(' ', "-");
        let is_free = Slug::new(&slug).is_some() && atlas.by_slug(&slug).is_none();
        if let Some(area) = atlas.area(name.area).filter(|_| is_free) {
            named.entry(slug).or_default().push((name, area));
        }
    }
    named
}

/// The one place that as a whole has the name; none if several places answer to it, or parts of one.
fn whole<'a>(found: &[(&AreaName, &'a Area)]) -> Option<&'a Area> {
    let (_, area) = found.first()?;
    let is_alone = found.iter().all(|(_, other)| other.code == area.code);
    (is_alone && found.iter().any(|(name, _)| name.kind.is_of_whole())).then_some(area)
}

/// A page that leads on by itself, for hosts that cannot answer with another address.
fn leads_on(material: &Material, area: &Area, to: &str) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                (shell::basics(&[&area.name, " – ", shell::NAME].concat()))
                meta http-equiv="refresh" content=(["0; url=", to].concat());
                link rel="canonical" href=(material.context.options.address.of(to));
            }
            body { p { a href=(to) { (area.name) } } }
        }
    };
    markup.into_string()
}

/// A page that says what the name is and links to the places.
fn signpost(material: &Material, found: &[(&AreaName, &Area)]) -> String {
    let name = found.first().map(|(name, _)| name.name.as_str()).unwrap_or_default();
    let said = words::signpost(Lang::default(), found);
    let mut leads: Vec<&Area> = found.iter().map(|(_, area)| *area).collect();
    leads.dedup_by_key(|area| area.code);
    let main = html! {
        h1 { (name) }
        p { (said) }
        ul.links { @for area in leads { li { a href=(places::path(area)) { (area.name) } } } }
    };
    let title = [name, " – ", shell::NAME].concat();
    shell::render(material, &Shell { title: &title, description: &said, view: None, about: None, indexed: false, main })
}

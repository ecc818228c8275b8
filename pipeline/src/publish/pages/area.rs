//! The page of each place: a profile in words around its figures.

use healthy_years::figure::{self, Link, OfSex, Part, Profile};
use healthy_years::view::{Lang, Page, Slug, View};
use healthy_years::words;
use maud::{Markup, html};
use rayon::prelude::*;

use super::Material;
use super::figure::table;
use super::view::{self, Around};
use crate::publish::PublishError;

/// Writes the page of every place.
pub(super) fn publish(material: &Material) -> Result<(), PublishError> {
    material.context.atlas.areas.par_iter().try_for_each(|area| {
        let Some(slug) = Slug::new(&area.slug) else { return Ok(()) };
        page(material, &View { page: Page::Area(slug), ..View::default() })
    })
}

/// Writes one place's page.
fn page(material: &Material, view: &View) -> Result<(), PublishError> {
    let atlas = &material.context.atlas;
    let failed = |error| view::failed(view, error);
    let figures = figure::figures(atlas, view).map_err(failed)?;
    let profile = figure::profile(atlas, view).map_err(failed)?;
    let around = Around {
        title: &profile.title,
        description: description(&profile),
        above: above(&profile, view.lang),
        below: below(&profile),
    };
    view::write(material, view, &figures, around, view::no_controls())
}

/// The first sentence that is safe to quote, or why there is none.
fn description(profile: &Profile) -> &str {
    let first = profile.sexes.first().and_then(|one| one.sentences.first()).or(profile.missing.as_ref());
    first.map_or(&profile.about, |sentence| sentence)
}

fn above(profile: &Profile, lang: Lang) -> Markup {
    html! {
        h1 { (profile.name) }
        p.basis { (profile.about) }
        div.profile {
            @if let Some(missing) = &profile.missing { p { (missing) } }
            div.sexes { @for one in &profile.sexes { (sex(one, lang)) } }
            div.parts { @for one in &profile.before { (part(one)) } }
        }
    }
}

fn sex(one: &OfSex, lang: Lang) -> Markup {
    html! {
        section.sex {
            h2 { (one.heading) }
            @if let Some(value) = &one.value {
                p.value { b { (value) } " " (words::years_in_health(lang)) @if let Some(limits) = &one.limits { span.limits { (limits) } } }
            }
            @for sentence in &one.sentences { p { (sentence) } }
        }
    }
}

fn part(one: &Part) -> Markup {
    html! {
        section {
            h2 { (one.heading) }
            @for paragraph in &one.paragraphs { p { (paragraph) } }
            @if !one.links.is_empty() { ul.links { @for link in &one.links { (linked(link)) } } }
            @if let Some(basis) = &one.basis { p.basis { (basis) } }
        }
    }
}

fn linked(link: &Link) -> Markup {
    html! { li { a href=(link.to) { (link.says) } } }
}

fn below(profile: &Profile) -> Markup {
    let (heading, notes) = &profile.notes;
    html! {
        div.profile {
            @if let Some((heading, districts)) = &profile.districts {
                section #districts { h2 { (heading) } (table(heading, districts)) }
            }
            div.parts { @for one in &profile.after { (part(one)) } }
            section.quoting { h2 { (heading) } ul { @for note in notes { li { (note) } } @if let Some(source) = &profile.source { li { (source) } } } }
        }
    }
}

//! The static pages: each reads without JavaScript, and the app takes it over.

mod area;
mod assets;
mod card;
mod circumstances;
mod compare;
mod controls;
mod dataset;
mod embed;
mod explore;
mod figure;
mod gradient;
mod head;
mod map;
mod not_found;
mod oembed;
mod other_names;
mod places;
mod shell;
mod site_files;
mod sources;
mod trends;
mod view;

use super::{Context, PublishError, hosting};

use assets::Assets;

/// What pages are made from.
struct Material<'a> {
    context: &'a Context,
    assets: Assets,
}

/// Writes every page, the scripts they name, and what hosts must know of them.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    let material = Material { context, assets: Assets::write(context)? };
    explore::publish(&material)?;
    compare::publish(&material)?;
    trends::publish(&material)?;
    gradient::publish(&material)?;
    area::publish(&material)?;
    map::publish(&material)?;
    circumstances::publish(&material)?;
    embed::publish(&material)?;
    let moved = other_names::publish(&material)?;
    places::publish(&material)?;
    context.write("404.html", not_found::page(&material))?;
    site_files::publish(context)?;
    hosting::publish(context, &material.assets.style_hash(), &moved)
}

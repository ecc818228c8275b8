//! The static pages: each reads without JavaScript, and the app takes it over.

mod area;
mod assets;
mod circumstances;
mod compare;
mod controls;
mod embed;
mod explore;
mod figure;
mod gradient;
mod map;
mod not_found;
mod shell;
mod trends;
mod view;

use super::{Context, PublishError};

use assets::Assets;

/// What pages are made from.
struct Material<'a> {
    context: &'a Context,
    assets: Assets,
}

/// Writes every page, the scripts they name, and the policy that allows their style.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    let material = Material { context, assets: Assets::write(context)? };
    context.write("index.html", explore::page(&material)?)?;
    context.write("compare/index.html", compare::page(&material)?)?;
    context.write("trends/index.html", trends::page(&material)?)?;
    context.write("gradient/index.html", gradient::page(&material)?)?;
    area::publish(&material)?;
    context.write("map/index.html", map::page(&material)?)?;
    context.write("circumstances/index.html", circumstances::page(&material)?)?;
    embed::publish(&material)?;
    context.write("404.html", not_found::page(&material))?;
    material.assets.write_policy(&context.options.deploy)
}

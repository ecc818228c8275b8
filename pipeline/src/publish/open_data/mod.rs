//! All figures as static files under `/api/v1/`, for anyone's use. What is here may be added to, never changed.
//!
//! | address | what |
//! |---|---|
//! | `areas.json` | every area |
//! | `areas/<code>.json` | every figure of one area, in every period |
//! | `indicators.json` | every indicator with its periods |
//! | `indicators/<id>.csv` | every figure of one indicator |
//!
//! The tables of `data/` are published beside them by [`super::package`].

mod area;
mod basis;
mod indicators;
mod reason;
mod table;

use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;

use super::{ATTRIBUTION, Context, PublishError};

/// The licence of all figures, as far as an indicator does not say otherwise.
const LICENCE: &str = "Open Government Licence v3.0, unless the indicator's entry in indicators.json names another";

/// What every JSON file begins with.
#[derive(Serialize)]
struct Preamble<'a> {
    edition: &'a str,
    licence: &'static str,
    attribution: &'static str,
}

impl<'a> Preamble<'a> {
    fn new(context: &'a Context) -> Preamble<'a> {
        Preamble { edition: &context.atlas.edition, licence: LICENCE, attribution: ATTRIBUTION }
    }
}

/// Writes all of it.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    let atlas = &context.atlas;
    write_json(context, "areas.json", &area::list(context))?;
    write_json(context, "indicators.json", &indicators::list(context))?;
    atlas.areas.par_iter().try_for_each(|area| {
        let at = format!("areas/{}.json", area.code);
        write_json(context, &at, &area::figures(context, area))
    })?;
    atlas.indicators.par_iter().try_for_each(|indicator| {
        let at = format!("api/v1/indicators/{}.csv", indicator.id);
        let table = table::csv(atlas, indicator).map_err(PublishError::of(Path::new(&at)))?;
        context.write(&at, table)
    })
}

fn write_json(context: &Context, at: &str, content: &impl Serialize) -> Result<(), PublishError> {
    let at = format!("api/v1/{at}");
    let mut json = serde_json::to_vec(content).map_err(PublishError::of(Path::new(&at)))?;
    json.push(b'\n');
    context.write(&at, json)
}

//! All figures as static files under `/api/v1/`, for anyone's use. What is here may be added to, never changed.
//!
//! | address | what |
//! |---|---|
//! | `areas.json` | every area |
//! | `areas/<code>.json` | every figure of one area, in every period |
//! | `gradient.json` | life expectancies by how deprived neighbourhoods are |
//! | `indicators.json` | every indicator with its periods |
//! | `indicators/<id>.csv` | every figure of one indicator |
//! | `neighbourhoods/<code>.csv` | every neighbourhood of one local area |
//! | `verdicts.json` | healthy life expectancy of any local area against any other |
//!
//! The tables of `data/` are published beside them by [`super::package`].

mod area;
mod basis;
mod gradient;
mod indicators;
mod neighbourhoods;
mod reason;
mod standing;
mod statements;
mod table;
mod verdicts;

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
    let neighbourhoods = neighbourhoods::all(context);
    let source = statements::Source::of(atlas);
    atlas.areas.par_iter().try_for_each(|area| {
        let at = format!("areas/{}.json", area.code);
        write_json(context, &at, &area::figures(context, area, source.as_ref(), neighbourhoods.get(&area.code)))
    })?;
    write_json(context, "gradient.json", &gradient::list(context))?;
    write_json(context, "verdicts.json", &verdicts::all(context))?;
    neighbourhoods::by_area(&context.tables).par_iter().try_for_each(|(area, (nation, rows))| {
        write_csv(context, &format!("neighbourhoods/{area}.csv"), neighbourhoods::csv(atlas, *nation, rows))
    })?;
    atlas.indicators.par_iter().try_for_each(|indicator| {
        write_csv(context, &format!("indicators/{}.csv", indicator.id), table::csv(atlas, indicator))
    })
}

fn write_csv(context: &Context, at: &str, content: Result<Vec<u8>, csv::Error>) -> Result<(), PublishError> {
    let at = format!("api/v1/{at}");
    context.write(&at, content.map_err(PublishError::of(Path::new(&at)))?)
}

fn write_json(context: &Context, at: &str, content: &impl Serialize) -> Result<(), PublishError> {
    let at = format!("api/v1/{at}");
    let mut json = serde_json::to_vec(content).map_err(PublishError::of(Path::new(&at)))?;
    json.push(b'\n');
    context.write(&at, json)
}

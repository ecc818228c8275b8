//! A page's data as schema.org describes a `Dataset`: <https://schema.org/Dataset>.

use healthy_years::figure::Figure;
use healthy_years::model::{Area, IndicatorId, Sex};
use healthy_years::view::Page;
use serde_json::{Value, json};

use super::head::About;
use super::shell;
use crate::publish::package::OPEN_GOVERNMENT_LICENCE;
use crate::publish::{ATTRIBUTION, Context};

/// The description of what a page shows: what, where, when, from whom, under which licence, and where the numbers are.
pub(super) fn describe(context: &Context, about: &About, figure: &Figure) -> Value {
    let address = &context.options.address;
    let site = json!({ "@type": "Organization", "name": shell::NAME, "url": address.of("/") });
    let measure = context.atlas.indicator(IndicatorId::HEALTHY_LIFE_EXPECTANCY).map(|measure| measure.name.as_str());
    let mut described = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": about.title,
        "description": format!("{} {}", about.description, figure.summary),
        "url": address.of(about.path),
        "version": context.atlas.edition,
        "inLanguage": "en-GB",
        "isAccessibleForFree": true,
        "license": OPEN_GOVERNMENT_LICENCE,
        "creditText": ATTRIBUTION,
        "creator": site,
        "isBasedOn": figure.sources.iter().map(|source| &source.line).collect::<Vec<_>>(),
        "variableMeasured": measure,
        "spatialCoverage": place(context, about.place.or_else(|| context.atlas.area(healthy_years::model::Code::UK))),
        "distribution": files(about)
            .into_iter()
            .map(|(at, kind)| json!({ "@type": "DataDownload", "contentUrl": address.of(&at), "encodingFormat": kind }))
            .collect::<Vec<_>>(),
    });
    if let Some((period, _)) = context.atlas.latest(IndicatorId::HEALTHY_LIFE_EXPECTANCY, Some(Sex::Female)) {
        described["temporalCoverage"] = period.to_string().replace('-', "/").into();
    }
    described
}

/// A place with its code and its other names; not the names of its parts.
fn place(context: &Context, area: Option<&Area>) -> Option<Value> {
    let area = area?;
    let others = context.atlas.names.iter().filter(|name| name.area == area.code && name.kind.is_of_whole());
    let names: Vec<&str> = others.map(|name| name.name.as_str()).collect();
    let mut place = json!({ "@type": "Place", "name": area.name, "identifier": area.code.to_string() });
    if !names.is_empty() {
        place["alternateName"] = names.into();
    }
    Some(place)
}

/// Where the numbers of a page are, and of which type each file is.
fn files(about: &About) -> Vec<(String, &'static str)> {
    const JSON: &str = "application/json";
    let all = ("/api/v1/everything.zip".to_owned(), "application/zip");
    if let Some(area) = about.place {
        return vec![(format!("/api/v1/areas/{}.json", area.code), JSON), all];
    }
    match Page::at(about.path) {
        Some(Page::Gradient) => vec![("/api/v1/gradient.json".to_owned(), JSON), all],
        _ => vec![("/api/v1/areas.json".to_owned(), JSON), ("/api/v1/indicators.json".to_owned(), JSON), all],
    }
}

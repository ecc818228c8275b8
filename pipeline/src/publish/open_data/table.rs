//! Every figure of one indicator as CSV (RFC 4180, UTF-8).

use healthy_years::model::{Area, Atlas, ColumnKey, Estimate, Indicator, Known, Listed};

use super::basis::basis;

/// The columns. `status` is a word for what to know of a value, or for why there is none; see `data/README.md`.
/// `basis` is whether a value was published or computed, and how; `standing` whether the measure is official.
const HEADER: [&str; 12] =
    ["area", "name", "kind", "period", "sex", "value", "lower", "upper", "status", "source", "basis", "standing"];

/// All figures of an indicator, by sex and period, then area.
pub(super) fn csv(atlas: &Atlas, indicator: &Indicator) -> Result<Vec<u8>, csv::Error> {
    let source = format!("{}: {}", indicator.about.publisher, indicator.about.source);
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(HEADER)?;
    for (key, column) in atlas.columns().filter(|(key, _)| key.indicator == indicator.id) {
        for (area, estimate) in atlas.areas.iter().zip(column) {
            table.write_record(row(key, area, estimate, &source, indicator))?;
        }
    }
    table.into_inner().map_err(|error| error.into_error().into())
}

fn row(key: &ColumnKey, area: &Area, estimate: &Estimate, source: &str, indicator: &Indicator) -> [String; 12] {
    let number = |number: Option<f64>| number.map_or_else(String::new, |number| number.to_string());
    let known = estimate.known();
    let limits = known.and_then(|known: Known| known.limits);
    let status = match estimate {
        Estimate::Known(known) => known.mark.id(),
        Estimate::Missing(why) => why.id(),
    };
    [
        area.code.to_string(),
        area.name.clone(),
        area.kind.id().to_owned(),
        key.period.to_string(),
        key.sex.map_or("", Listed::id).to_owned(),
        number(known.map(|known| known.value)),
        number(limits.map(|limits| limits.lower)),
        number(limits.map(|limits| limits.upper)),
        status.to_owned(),
        source.to_owned(),
        known.map(|known| basis(known, indicator)).unwrap_or_default(),
        indicator.standing.id().to_owned(),
    ]
}

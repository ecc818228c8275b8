//! What went wrong, in a sentence that names it and says what happens next.

use crate::codec::PackError;
use crate::view::{BadValue, Lang};

/// The parameters of the address that could not be used, in one quiet sentence; nothing where there are none.
pub fn ignored(_: Lang, ignored: &[BadValue]) -> String {
    if ignored.is_empty() {
        return String::new();
    }
    let parts: Vec<String> =
        ignored.iter().map(|bad| format!("{}={} ({})", bad.name, bad.value, what_is_wrong(bad.name))).collect();
    format!("Parts of the address were left out: {}.", parts.join("; "))
}

fn what_is_wrong(name: &str) -> &'static str {
    match name {
        "v" => "another version of these addresses",
        "area" => "no such place",
        "figure" => "no such figure of this view",
        "areas" => "not all places are here, or more than five",
        "x" => "no such circumstance",
        "y" => "no such measure",
        "period" => "no such period of this measure",
        "within" => "no such nation or region",
        "sort" => "no such column",
        "zoom" => "no such part of the picture",
        "data" => "that edition is not here",
        "lang" => "that language is not here yet",
        _ => "not understood",
    }
}

/// A data file that could not be fetched.
pub fn fetch_failed(_: Lang) -> &'static str {
    "The figures could not be fetched. You may be offline, or the site may be busy."
}

/// A data file that arrived but could not be used.
pub fn pack_refused(_: Lang, error: &PackError) -> String {
    format!("The figures arrived but could not be used: {error}. Nothing wrong is shown in their place.")
}

/// What stands over figures of an edition that is not the newest.
pub fn older_edition(_: Lang, edition: &str) -> String {
    format!("These are the figures of the edition {edition}. There is a newer one.")
}

//! What went wrong, in a sentence that names it and says what happens next.

use crate::codec::PackError;
use crate::view::{BadValue, Lang};

/// A parameter of the address that could not be used.
pub fn bad_value(_: Lang, bad: &BadValue) -> String {
    let what = match bad.name {
        "v" => "is of another version of these addresses",
        "areas" => "names a place that is not here, or more than five",
        "x" => "names no circumstance that is here",
        "y" => "names no measure that is here",
        "period" => "is no period that this measure has",
        "within" => "names no nation or region",
        "sort" => "names no column of the table",
        "data" => "is an edition that is not here",
        "lang" => "is a language that is not here yet",
        _ => "could not be read",
    };
    format!("Part of the address, “{}={}”, {what}; the usual choice is shown instead.", bad.name, bad.value)
}

/// A data file that could not be fetched.
pub fn fetch_failed(_: Lang) -> &'static str {
    "The figures could not be fetched. You may be offline, or the site may be busy."
}

/// A data file that arrived but could not be used.
pub fn pack_refused(_: Lang, error: &PackError) -> String {
    format!("The figures arrived but could not be used: {error}. Nothing wrong is shown in their place.")
}

//! Numbers, names, periods and sentences, in the reader's language.
//!
//! Every public function takes the [`Lang`](crate::view::Lang) it writes in. English is the only one so far;
//! a `match` on it is what a second language will fill in.
//!
//! Rules that hold for every sentence here: healthy life expectancy is never called life expectancy; an
//! association is “goes together with” or “tends to”, never a cause; a comparison carries its verdict; a rank
//! carries its interval.

mod found;
mod gradient;
mod headings;
mod headline;
mod names;
mod navigation;
mod numbers;
mod outcomes;
mod periods;
mod places;
mod problems;
mod relations;

pub use found::about_found;
pub use gradient::{Ends, GradientWords, OfSex, gradient_basis, gradient_headline};
pub use headings::{limit_heading, no_limits, place_heading, region_heading};
pub use headline::{headline, headline_basis};
pub use names::{in_place, nation_name, place, sector_name};
pub use navigation::{by_finger, by_mouse, page_name};
pub use numbers::{amount, count_of, interval, list, number, ordinal, span, unit_beside};
pub use outcomes::{outcome_name, outcome_title, whose, whose_title};
pub use periods::period;
pub use places::{
    against, all_of_nation, aside, circumstance, compared, computed, counted_remark, missing_reason, more_in_table,
    no_comparison, no_figure, not_covered, not_in_picture, outside, rank_interval, remark, safe_life, safe_sentence,
    source, unhealthy_sentence, value_with_limits, without_outcome,
};
pub use problems::{fetch_failed, ignored, pack_refused};
pub use relations::{Facts, LONGEST_TITLE, Link, RelationWords, Strength, in_sentence};

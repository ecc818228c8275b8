//! Numbers, names, periods and sentences, in the reader's language.
//!
//! Every public function takes the [`Lang`](crate::view::Lang) it writes in. English is the only one so far;
//! a `match` on it is what a second language will fill in.
//!
//! Rules that hold for every sentence here, kept by types where a type can keep them: healthy life expectancy is never
//! called life expectancy ([`Said`] names its outcome in full); a comparison carries its verdict, a rank its interval, a
//! change its test (they are made from `facts`, which hold nothing less); women of one place are not held against men (the
//! one fact that holds both is of nations only); an association is “goes together with” or “tends to”, never a cause ([`Link`]).

mod alike;
mod alone;
mod both;
mod changes;
mod compare;
mod comparisons;
mod difference;
mod england;
mod expectations;
mod found;
mod gradient;
mod headings;
mod headline;
mod lives;
mod map;
mod measures;
mod names;
mod navigation;
mod neighbourhoods;
mod no_facts;
mod noise;
mod numbers;
mod outcomes;
mod periods;
mod pictures;
mod places;
mod problems;
mod profile;
mod ranks;
mod relations;
mod said;
mod strengths;
mod strips;
mod trends;
mod zoom;

pub use alike::{similar_basis, similar_heading, stands_out, stands_out_basis};
pub use alone::FIGURES_ALONE;
pub use both::{changed_both, expected_both};
pub use changes::{about_the_fall, changed, is_the_fall};
pub use compare::{compare_basis, compare_headline, compare_these, none_chosen, one_chosen, the_nations};
pub use comparisons::{against, compared, no_comparison, overlap, verdict};
pub use difference::DifferenceWords;
pub use england::EnglandWords;
pub use expectations::{expected, expected_basis};
pub use found::{about_found, signpost};
pub use gradient::{Ends, GradientWords, OfSex, gradient_basis, gradient_headline};
pub use headings::{limit_heading, no_limits, place_heading, region_heading};
pub use headline::{headline, headline_basis};
pub use lives::{LivesWords, OfLife};
pub use map::{MapWords, Measured, Neighbours, london_inset, northern_inset};
pub use measures::{dated_with_unit, in_sentence};
pub use names::{in_place, nation_name, place, sector_name};
pub use navigation::{by_finger, by_mouse, by_mouse_among_dots, by_mouse_of_map, by_mouse_to_explore, page_name};
pub use neighbourhoods::NeighbourhoodWords;
pub use no_facts::no_fact;
pub use noise::{Noise, noise_heading, without_noise};
pub use numbers::{amount, count_of, interval, list, number, ordinal, span, unit_alone, unit_beside};
pub use outcomes::{outcome_name, outcome_title, whose, whose_title};
pub use periods::period;
pub use pictures::{
    SITE, chart_and_table, citation, credits, edition_of_site, ends_of_strengths, furthest_heading, in_development,
    more_missing, of_places, part_of_map, share_heading, shortened_pairs, shortened_strengths, shortened_strips,
    shortened_subtitle,
};
pub use places::{
    MINISTRY_OF_HOUSING, OPEN_GOVERNMENT, STATISTICS_OFFICE, all_of_nation, aside, circumstance, circumstance_of,
    computed, counted_remark, missing_reason, more_in_table, no_figure, not_covered, not_in_picture,
    outcome_with_limits, outside, release, remark, safe_life, safe_sentence, source, source_in_short, sources_of_many,
    unhealthy_sentence, value_with_limits, without_outcome,
};
pub use problems::{fetch_failed, ignored, older_edition, pack_refused};
pub use profile::{
    ProfilePart, about_place, confidence_of, districts_caption, districts_headings, download_of_neighbourhoods,
    download_of_place, earlier_bars, more_about, profile_heading, profile_notes, profile_sex, profile_title, standing,
    told_above, years_in_health, years_with_limits,
};
pub use ranks::rank;
pub use relations::{Facts, LONGEST_TITLE, Link, RelationWords, Strength, offer, offers_heading};
pub use said::Said;
pub use strengths::{OfCircumstance, StrengthWords, Way, strength_headline};
pub use strips::{OutsideTheMiddle, StripWords};
pub use trends::{
    AgesWords, GroupsWords, LifeWords, OverTime, SexesWords, TrendWords, from_to, name_and_value, period_heading,
    trend_caption, trend_reading, trends_basis, trends_headline, years_heading,
};
pub use zoom::{Whole, zoom_all, zoom_buttons, zoom_further, zoom_in, zoom_out, zoomed};

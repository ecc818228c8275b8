//! Why there is no figure, in words.

use healthy_years::model::Missing;

/// Why there is no figure, for people who read JSON.
pub(super) fn words(why: Missing) -> &'static str {
    match why {
        Missing::NotPublished => "The publisher gives no figure for the whole of this area and period.",
        Missing::NotAvailable => "The publisher marks the figure as not available.",
        Missing::Suppressed => "The publisher withholds the figure: too unreliable, or it could identify people.",
        Missing::OtherNation => "The indicator does not cover this nation.",
        Missing::BoundaryChange => "The area did not exist in this period: its predecessor was divided.",
        Missing::WithNeighbour => "Published together with a larger neighbour, where the figure is shown.",
        Missing::TooFewPeople => "Too few people live here for an estimate.",
    }
}

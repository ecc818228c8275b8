//! The numbers that stand for the model's closed lists. Lists may grow at their end; nothing in them may move.

use crate::codec::PackError;
use crate::model::{AreaKind, Direction, Mark, Missing, NameKind, Nation, Sector, Sex, Standing};

use super::streams::OUT_OF_RANGE;

pub(super) const KINDS: &[AreaKind] =
    &[AreaKind::Local, AreaKind::Region, AreaKind::CombinedAuthority, AreaKind::Nation, AreaKind::Uk];

pub(super) const NAME_KINDS: &[NameKind] = &[
    NameKind::Official,
    NameKind::Everyday,
    NameKind::OtherLanguage,
    NameKind::District,
    NameKind::Within,
    NameKind::Former,
];

pub(super) const SECTORS: &[Sector] = &[
    Sector::Outcome,
    Sector::Deprivation,
    Sector::Money,
    Sector::Work,
    Sector::Housing,
    Sector::Education,
    Sector::Transport,
    Sector::Environment,
    Sector::Commercial,
    Sector::Wellbeing,
    Sector::Behaviour,
];

pub(super) const DIRECTIONS: &[Direction] = &[Direction::HigherIsBetter, Direction::HigherIsWorse, Direction::Neutral];

pub(super) const STANDINGS: &[Standing] = &[Standing::Official, Standing::NotOfficial, Standing::Superseded];

pub(super) const NATIONS: &[Nation] = &[Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

pub(super) const SEXES: &[Option<Sex>] = &[None, Some(Sex::Female), Some(Sex::Male)];

pub(super) const MISSING: &[Missing] = &[
    Missing::NotPublished,
    Missing::NotAvailable,
    Missing::Suppressed,
    Missing::OtherNation,
    Missing::BoundaryChange,
    Missing::WithNeighbour,
    Missing::TooFewPeople,
];

pub(super) const MARKS: &[Mark] = &[
    Mark::Published,
    Mark::Aggregated,
    Mark::Computed,
    Mark::WithNeighbour,
    Mark::OtherSurvey,
    Mark::LimitsUnreliable,
];

/// The number that stands for an item. Every item is on its list: a test sees to it.
pub(super) fn number<T: PartialEq>(list: &[T], item: T) -> i64 {
    list.iter().take_while(|other| **other != item).count() as i64
}

/// The item that a number stands for.
pub(super) fn item<T: Copy>(list: &[T], number: usize) -> Result<T, PackError> {
    list.get(number).copied().ok_or(OUT_OF_RANGE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Listed;

    fn holds_all<T: Listed + PartialEq>(list: &[T]) -> bool {
        T::ALL.iter().all(|item| list.contains(item))
    }

    #[test]
    fn every_item_has_a_number() {
        assert!(holds_all(KINDS) && holds_all(NAME_KINDS) && holds_all(SECTORS) && holds_all(DIRECTIONS));
        assert!(holds_all(MISSING) && holds_all(MARKS) && holds_all(STANDINGS));
        assert!(Sex::ALL.iter().all(|sex| SEXES.contains(&Some(*sex))));
        assert!(Nation::ALL.iter().all(|nation| NATIONS.contains(nation)));
    }
}

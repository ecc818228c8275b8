//! What a place would have if each of its neighbourhoods were like its nation's tenth.

use super::NoFact;
use crate::model::{Atlas, Code, DeprivationIndex, Gradient, Period, Sex};

/// England's neighbourhoods come in tenths; other nations have none.
const GROUPS: usize = 10;

/// The healthy life expectancy that the place's mix of its nation's tenths would give: Σ share of its neighbourhoods in
/// a tenth × healthy life expectancy of that tenth. A benchmark: it has no limits, so no verdict follows from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mix<'a> {
    /// The tenths' figures, with their sex and period.
    pub tenths: &'a Gradient,
    /// The index that sorts the place's own neighbourhoods; the tenths' may be of another edition.
    pub index: DeprivationIndex,
    /// Years.
    pub value: f64,
}

impl<'a> Mix<'a> {
    /// From the latest tenths of the place's nation.
    ///
    /// # Errors
    /// [`NoFact::NotLoaded`]; [`NoFact::NotCovered`] outside England, whose neighbourhoods alone come in tenths with
    /// figures.
    pub fn of(atlas: &'a Atlas, area: Code, sex: Sex) -> Result<Mix<'a>, NoFact> {
        let own = atlas.tables.neighbourhoods_of(area).ok_or(NoFact::NotLoaded)?;
        let all = atlas.tables.gradients.as_ref().ok_or(NoFact::NotLoaded)?;
        let is_one = |one: &&Gradient| one.index.nation == own.index.nation && one.sex == sex;
        let latest = all.iter().filter(is_one).max_by_key(|one| one.period);
        let tenths = latest.filter(|one| one.healthy.len() == GROUPS).ok_or(NoFact::NotCovered)?;
        let value = own.tenths().iter().zip(&tenths.healthy).map(|(share, years)| share * years).sum();
        Ok(Mix { tenths, index: own.index, value })
    }

    /// Whose lives.
    pub fn sex(&self) -> Sex {
        self.tenths.sex
    }

    /// When.
    pub fn period(&self) -> Period {
        self.tenths.period
    }

    /// Whether the place's neighbourhoods and the tenths are sorted by different editions of the index.
    pub fn mixes_editions(&self) -> bool {
        self.index != self.tenths.index
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Nation, Neighbourhood, Neighbourhoods};

    /// Half of the place's neighbourhoods are in the first tenth, half in the last.
    fn atlas(groups: u32) -> (Atlas, Code) {
        let area = "E06000009".parse().unwrap();
        let index = |edition| DeprivationIndex { nation: Nation::England, edition: Some(edition) };
        let places = [(1, 1), (2, 1), (19, 10), (20, 10)];
        let places = places.map(|(rank, tenth)| Neighbourhood { rank, tenth, shares: None }).to_vec();
        let gradient = |years: (u16, u16), first: f64| Gradient {
            index: index(2019),
            sex: Sex::Female,
            period: Period::years(years.0, years.1).unwrap(),
            healthy: (0..groups).map(|group| first + f64::from(group)).collect(),
            total: None,
        };
        let mut atlas = Atlas::default();
        atlas.tables.neighbourhoods = vec![Neighbourhoods { area, index: index(2025), of: 20, places }];
        atlas.tables.gradients = Some(vec![gradient((2013, 2015), 10.0), gradient((2022, 2024), 50.0)]);
        (atlas, area)
    }

    #[test]
    fn each_tenth_counts_by_its_share_in_the_latest_period() {
        let (atlas, area) = atlas(10);
        let mix = Mix::of(&atlas, area, Sex::Female).unwrap();
        assert_eq!((mix.value, mix.mixes_editions()), (0.5 * 50.0 + 0.5 * 59.0, true));
        assert_eq!(mix.period(), Period::years(2022, 2024).unwrap());
        assert_eq!(Mix::of(&atlas, area, Sex::Male), Err(NoFact::NotCovered));
    }

    #[test]
    fn fifths_are_no_tenths() {
        let (atlas, area) = atlas(5);
        assert_eq!(Mix::of(&atlas, area, Sex::Female), Err(NoFact::NotCovered));
        assert_eq!(Mix::of(&atlas, Code::WALES, Sex::Female), Err(NoFact::NotLoaded));
    }
}

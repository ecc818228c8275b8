//! What to look at instead of an index that counts ill health.

use super::View;
use crate::model::IndicatorId;

/// Families of indices, by how their names begin, and what to offer instead: first income, which still counts some
/// sickness-related benefits, then education, the cleanest comparator. What spans nations has no such parts; Northern Ireland has
/// too few areas for a correlation.
const OFFERS: [(&str, &[&str]); 6] = [
    ("imd-2025", &["imd-2025-income", "imd-2025-education"]),
    ("imd-2019", &["imd-2019-income", "imd-2019-education"]),
    ("wimd-20", &["wimd-2019-income", "wimd-2019-education"]),
    ("simd-2020", &["simd-2020-income", "simd-2020-education"]),
    ("uk-composite", &[IndicatorId::DEFAULT_CIRCUMSTANCE]),
    ("deprived-households", &[IndicatorId::DEFAULT_CIRCUMSTANCE]),
];

/// How the names of an index's parts end that hold no ill health.
const WITHOUT_HEALTH: [&str; 7] =
    ["-education", "-crime", "-housing-services", "-living-environment", "-housing", "-access", "-environment"];

impl View {
    /// What to offer beside an index of deprivation that counts ill health; nothing for other circumstances, and never
    /// the circumstance itself.
    pub fn offers(&self) -> impl Iterator<Item = &'static str> + '_ {
        let x = self.x.as_str();
        let counts_health = !WITHOUT_HEALTH.iter().any(|end| x.ends_with(end));
        let family = OFFERS.iter().find(|(start, _)| counts_health && x.starts_with(start));
        let offers = family.map_or(&[][..], |(_, offers)| offers);
        offers.iter().copied().filter(move |offer| *offer != x)
    }
}

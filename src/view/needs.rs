//! Which packs a view needs before it can be drawn: those that hold what it shows and the first pack does not. Each view's
//! recipe (`figure::Recipe`) asks for its own.

use super::{Outcome, Page, TEN, View};
use crate::codec::{Manifest, PackId, TablePack};
use crate::model::{Area, Atlas, Code, ColumnKey, IndicatorId, Nation, Period, Sex};

impl View {
    /// Outcome and circumstance, where they are not those of the first pack.
    pub(crate) fn needs_of_relate(&self, manifest: &Manifest) -> Vec<PackId> {
        let mut needed = Vec::new();
        let period = self.period.or_else(|| self.latest(manifest));
        for part in self.y.indicators() {
            needed.extend(pack_beyond_first(manifest, part, Some(self.sex), period));
        }
        let mut circumstance =
            |id: &str| needed.extend(pack_beyond_first(manifest, id, None, manifest.latest(id, None)));
        circumstance(self.x.as_str());
        self.offers().for_each(circumstance);
        needed
    }

    /// Gradients, which stand in one table, and every neighbourhood of England.
    pub(crate) fn needs_of_gradient(&self) -> Vec<PackId> {
        [TablePack::Gradient, TablePack::England].map(PackId::Table).to_vec()
    }

    /// Those of the place that the path names; `atlas` knows which.
    pub(crate) fn needs_of_area(&self, atlas: &Atlas, manifest: &Manifest) -> Vec<PackId> {
        let Page::Area(slug) = &self.page else { return Vec::new() };
        atlas.by_slug(slug.as_str()).map(|area| needs_of_place(area, manifest)).unwrap_or_default()
    }

    /// Both life expectancies in every period, and the circumstances.
    pub(crate) fn needs_of_compare(&self, manifest: &Manifest) -> Vec<PackId> {
        both_lives(manifest).chain(profiles(&self.compared())).collect()
    }

    /// Both life expectancies in every period, the one over time where a chosen place may have it, and figures by age.
    pub(crate) fn needs_of_trends(&self, manifest: &Manifest) -> Vec<PackId> {
        let over_time = |code: &Code| ["E06", "E08", "E09", "E92"].iter().any(|entity| code.is_of(entity));
        let mut needed: Vec<PackId> = both_lives(manifest).collect();
        if self.areas.is_empty() || self.areas.iter().any(over_time) {
            needed.extend(every_period(manifest, IndicatorId::LIFE_EXPECTANCY_ENGLAND));
        }
        needed.push(PackId::Table(TablePack::Gradient));
        needed
    }

    /// Where areas lie, and all periods of what is mapped: one set of classes serves them all.
    pub(crate) fn needs_of_map(&self, manifest: &Manifest) -> Vec<PackId> {
        let mut needed = vec![PackId::Table(TablePack::Borders), PackId::Table(TablePack::Hexagons)];
        let mapped = self.mapped().map(IndicatorId::as_str);
        let circumstance = [mapped.unwrap_or_default()];
        let shown = if mapped.is_some() { &circumstance[..] } else { self.y.indicators() };
        needed.extend(shown.iter().filter_map(|id| every_period(manifest, id)));
        needed
    }

    /// How strongly all circumstances go together with healthy life expectancy, and what the ten small pictures show.
    pub(crate) fn needs_of_circumstances(&self, manifest: &Manifest) -> Vec<PackId> {
        let mut needed = vec![PackId::Table(TablePack::Strengths)];
        let outcome = IndicatorId::HEALTHY_LIFE_EXPECTANCY;
        needed.extend(pack_beyond_first(manifest, outcome, Some(self.sex), manifest.latest(outcome, Some(self.sex))));
        for id in TEN {
            needed.extend(pack_beyond_first(manifest, id, None, manifest.latest(id, None)));
        }
        needed
    }

    /// The latest period that all parts of the outcome have.
    pub fn latest(&self, manifest: &Manifest) -> Option<Period> {
        self.periods(manifest).last().copied()
    }

    /// The periods that all parts of the outcome have, or those of the circumstance that is mapped, earliest first.
    pub fn periods(&self, manifest: &Manifest) -> Vec<Period> {
        let mut periods = Vec::new();
        if let Some(mapped) = self.mapped() {
            return manifest.periods(mapped.as_str(), None).collect();
        }
        if let [first, rest @ ..] = self.y.indicators() {
            periods.extend(manifest.periods(first, Some(self.sex)));
            for part in rest {
                periods.retain(|period| manifest.periods(part, Some(self.sex)).any(|other| other == *period));
            }
        }
        periods
    }
}

/// Both life expectancies and circumstances; of a local area its neighbourhoods, in England also what the nation's tenths have.
fn needs_of_place(area: &Area, manifest: &Manifest) -> Vec<PackId> {
    let mut needed: Vec<PackId> = both_lives(manifest).chain(profiles(&[area.code])).collect();
    if area.population.is_some() {
        needed.push(PackId::Table(TablePack::Neighbourhoods(area.code)));
        // What is to be known of the index that sorts them travels with the measure that sums it up.
        needed.extend(area.nation().and_then(|nation| every_period(manifest, index_of(nation))));
        if area.nation() == Some(Nation::England) {
            needed.push(PackId::Table(TablePack::Gradient));
        }
    }
    needed
}

/// Total and healthy life expectancy in every period.
fn both_lives(manifest: &Manifest) -> impl Iterator<Item = PackId> {
    Outcome::Unhealthy.indicators().iter().filter_map(|id| every_period(manifest, id))
}

/// The pack that has all of a measure.
fn every_period(manifest: &Manifest, id: &str) -> Option<PackId> {
    manifest.pack(id).map(|pack| PackId::Measure(pack.id.clone()))
}

/// The measure that sums up the index of deprivation by which a nation's neighbourhoods are sorted.
fn index_of(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "imd-2025-most-deprived-tenth",
        Nation::Wales => "wimd-2025-most-deprived-tenth",
        Nation::Scotland => "simd-2020-most-deprived-tenth",
        Nation::NorthernIreland => "nimdm-2017-most-deprived-tenth",
    }
}

/// The packs that the circumstances of places are shown from: the profile of each and of its nation, or of the UK.
pub fn profiles(places: &[Code]) -> Vec<PackId> {
    let mut needed = Vec::new();
    for &place in places {
        let whole = Nation::of(place).map_or(Code::UK, Nation::code);
        for id in [whole, place].map(|code| PackId::Table(TablePack::Profile(code))) {
            if !needed.contains(&id) {
                needed.push(id);
            }
        }
    }
    needed
}

/// The pack of an indicator whose column for a period did not come with the first pack.
fn pack_beyond_first(manifest: &Manifest, indicator: &str, sex: Option<Sex>, period: Option<Period>) -> Option<PackId> {
    let id = manifest.pack(indicator)?.id.clone();
    let key = ColumnKey { indicator: id, sex, period: period? };
    if manifest.is_in_first(&key) { None } else { Some(PackId::Measure(key.indicator)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::PackEntry;
    use crate::model::Sex;

    fn columns(sexes: &[Option<Sex>], periods: &[&str]) -> Vec<(Option<Sex>, Period)> {
        let of = |sex: &Option<Sex>| periods.iter().map(|period| (*sex, period.parse().unwrap())).collect::<Vec<_>>();
        sexes.iter().flat_map(of).collect()
    }

    /// Both outcomes and two circumstances. The first pack has what the default view shows.
    fn manifest() -> Manifest {
        let both = [Some(Sex::Female), Some(Sex::Male)];
        let packs = [
            (IndicatorId::HEALTHY_LIFE_EXPECTANCY, columns(&both, &["2020-2022", "2021-2023", "2022-2024"])),
            (IndicatorId::LIFE_EXPECTANCY, columns(&both, &["2021-2023"])),
            (IndicatorId::DEFAULT_CIRCUMSTANCE, columns(&[None], &["2022", "2023"])),
            ("pay", columns(&[None], &["2024"])),
        ];
        let id = |id| IndicatorId::new(id).unwrap();
        let first = [
            (IndicatorId::HEALTHY_LIFE_EXPECTANCY, Some(Sex::Female), "2022-2024"),
            (IndicatorId::DEFAULT_CIRCUMSTANCE, None, "2023"),
        ];
        Manifest {
            first: first
                .map(|(indicator, sex, period)| ColumnKey {
                    indicator: id(indicator),
                    sex,
                    period: period.parse().unwrap(),
                })
                .to_vec(),
            packs: packs.map(|(of, columns)| PackEntry { id: id(of), file: String::new(), bytes: 0, columns }).to_vec(),
            tables: Vec::new(),
        }
    }

    fn needs(query: &str) -> Vec<String> {
        let name = |id: PackId| match id {
            PackId::Measure(indicator) => indicator.to_string(),
            PackId::Table(pack) => pack.name().to_owned(),
        };
        View::parse(query).0.needs_of_relate(&manifest()).into_iter().map(name).collect()
    }

    #[test]
    fn a_page_needs_only_what_it_shows() {
        let view = View::at("/gradient/", "x=pay&sex=male").0;
        assert_eq!(view.needs_of_gradient(), [TablePack::Gradient, TablePack::England].map(PackId::Table));
    }

    #[test]
    fn circumstances_need_their_strengths_and_what_the_ten_show() {
        let needs = |query: &str| View::at("/circumstances/", query).0.needs_of_circumstances(&manifest());
        let strengths = || PackId::Table(TablePack::Strengths);
        assert_eq!(needs(""), [strengths()]);
        let outcome = IndicatorId::new(IndicatorId::HEALTHY_LIFE_EXPECTANCY).unwrap();
        assert_eq!(needs("sex=male&areas=E06000009"), [strengths(), PackId::Measure(outcome)]);
    }

    #[test]
    fn circumstances_of_places_need_each_profile_once() {
        let code = |code: &str| code.parse::<Code>().unwrap();
        let needs = |places: &[&str]| profiles(&places.iter().map(|place| code(place)).collect::<Vec<_>>());
        let profile = |of: &str| PackId::Table(TablePack::Profile(code(of)));
        assert_eq!(needs(&["E06000009", "E12000002"]), ["E92000001", "E06000009", "E12000002"].map(profile));
        assert_eq!(needs(&["K02000001", "E92000001"]), ["K02000001", "E92000001"].map(profile));
    }

    #[test]
    fn places_are_compared_by_both_life_expectancies() {
        let view = View::at("/compare/", "x=pay&sex=male").0;
        let ids = [IndicatorId::LIFE_EXPECTANCY, IndicatorId::HEALTHY_LIFE_EXPECTANCY];
        let lives = ids.map(|id| PackId::Measure(IndicatorId::new(id).unwrap()));
        assert_eq!(view.needs_of_compare(&manifest())[..2], lives);
    }

    #[test]
    fn places_are_compared_by_the_circumstances_of_those_chosen_or_of_the_first_pair() {
        let needs = |query| View::at("/compare/", query).0.needs_of_compare(&manifest()).split_off(2);
        let profile = |of: &str| PackId::Table(TablePack::Profile(of.parse().unwrap()));
        assert_eq!(needs("sex=male"), ["E92000001", "E06000009", "E06000041"].map(profile));
        assert_eq!(needs("sex=male&areas=W06000015"), ["W92000004", "W06000015"].map(profile));
    }

    #[test]
    fn trends_need_total_life_expectancy_over_time_only_where_it_may_be_there() {
        let needs = |query| View::at("/trends/", query).0.needs_of_trends(&with_england());
        assert_eq!(needs("").len(), 4);
        assert_eq!(needs("areas=E06000009,W92000004"), needs(""));
        assert_eq!(needs("areas=E10000017,W92000004").len(), 3);
    }

    fn with_england() -> Manifest {
        let mut manifest = manifest();
        let id = IndicatorId::new(IndicatorId::LIFE_EXPECTANCY_ENGLAND).unwrap();
        manifest.packs.push(PackEntry { id, file: String::new(), bytes: 0, columns: Vec::new() });
        manifest
    }

    #[test]
    fn a_map_needs_where_areas_lie_and_every_period_of_its_measure() {
        let needs = |query: &str| {
            let needs = View::at("/map/", query).0.needs_of_map(&manifest());
            assert_eq!(needs[..2], [PackId::Table(TablePack::Borders), PackId::Table(TablePack::Hexagons)]);
            needs.into_iter().skip(2).collect::<Vec<_>>()
        };
        let measure = |id| PackId::Measure(IndicatorId::new(id).unwrap());
        assert_eq!(needs(""), [measure(IndicatorId::HEALTHY_LIFE_EXPECTANCY)]);
        assert_eq!(needs("y=unhealthy").len(), 2);
        assert_eq!(needs("x=pay&y=le"), [measure("pay")]);
        assert_eq!(View::at("/map/", "x=pay").0.periods(&manifest()).len(), 1);
    }

    #[test]
    fn the_default_view_needs_nothing_more() {
        assert_eq!(needs(""), [""; 0]);
        assert_eq!(needs("areas=E06000009&within=E12000002&color=region&sort=-x&period=2022-2024"), [""; 0]);
    }

    #[test]
    fn a_view_needs_what_it_shows() {
        assert_eq!(needs("x=pay"), ["pay"]);
        assert_eq!(needs("sex=male"), ["healthy-life-expectancy"]);
        assert_eq!(needs("period=2020-2022"), ["healthy-life-expectancy"]);
        assert_eq!(needs("y=le"), ["life-expectancy"]);
        assert_eq!(needs("sex=male&x=pay"), ["healthy-life-expectancy", "pay"]);
        assert_eq!(needs("x=no-such-thing"), [""; 0]);
    }

    #[test]
    fn a_difference_needs_both_parts_in_a_period_that_both_have() {
        assert_eq!(needs("y=unhealthy"), ["life-expectancy", "healthy-life-expectancy"]);
        let periods = View::parse("y=unhealthy").0.periods(&manifest());
        assert_eq!(periods.iter().map(Period::to_string).collect::<Vec<_>>(), ["2021-2023"]);
    }
}

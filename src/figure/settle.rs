//! A view held against what there is: what it names and the data do not have falls back, and is reported.

use crate::codec::Manifest;
use crate::model::{AreaKind, Atlas, Code, Indicator};
use crate::view::{BadValue, Page, Slug, View};

use super::Recipe;

/// The view with only what the atlas has, and what had to be dropped for that.
pub fn settle(view: &View, atlas: &Atlas, manifest: &Manifest) -> (View, Vec<BadValue>) {
    settle_by(Recipe::of(&view.page), view, atlas, manifest)
}

/// [`settle`] for those who have the recipe of the view's page.
pub fn settle_by(recipe: &Recipe, view: &View, atlas: &Atlas, manifest: &Manifest) -> (View, Vec<BadValue>) {
    let mut settled = view.clone();
    let mut bad = Vec::new();
    if let Page::Area(slug) = &view.page {
        settled.page = match settled_place(atlas, slug) {
            Some(slug) => Page::Area(slug),
            None => {
                let said = slug.code().map_or(slug.as_str().to_owned(), |code| code.to_string());
                bad.push(BadValue::new("area", &said));
                Page::Explore
            }
        };
    }
    settled.areas.retain(|&code| atlas.area(code).is_some());
    bad.extend(dropped_areas(view, &settled));
    let usual = View::usual_x(&view.page);
    if view.x != usual && atlas.indicator(view.x.as_str()).is_none_or(Indicator::is_outcome) {
        bad.push(BadValue::new("x", view.x.as_str()));
        settled.x = usual;
    }
    if !is_scope(atlas, view.within) {
        bad.push(BadValue::new("within", &view.within.to_string()));
        settled.within = Code::UK;
    }
    if let Some(edition) = view.data.as_ref().filter(|edition| **edition != atlas.edition) {
        bad.push(BadValue::new("data", edition));
        settled.data = None;
    }
    if let Some(period) = view.period.filter(|period| !settled.periods(manifest).contains(period)) {
        bad.push(BadValue::new("period", &period.to_string()));
        settled.period = None;
    }
    if let Some(sort) = view.sort.as_ref().filter(|sort| !(recipe.is_sort_key)(&sort.column)) {
        bad.push(BadValue::new("sort", &sort.text()));
        settled.sort = None;
    }
    (settled, bad)
}

/// The slug of the place that is named: by its slug, or by its code as in embeds; none where there is no such place.
pub fn settled_place(atlas: &Atlas, named: &Slug) -> Option<Slug> {
    let by_code = || named.code().and_then(|code| atlas.area(code));
    atlas.by_slug(named.as_str()).or_else(by_code).and_then(|area| Slug::new(&area.slug))
}

fn dropped_areas(view: &View, settled: &View) -> Option<BadValue> {
    let dropped: Vec<String> =
        view.areas.iter().filter(|code| !settled.areas.contains(code)).map(Code::to_string).collect();
    (!dropped.is_empty()).then(|| BadValue::new("areas", &dropped.join(",")))
}

/// Whether a picture may be cut down to this area: the UK, a nation or a region.
fn is_scope(atlas: &Atlas, code: Code) -> bool {
    atlas.area(code).is_some_and(|area| matches!(area.kind, AreaKind::Uk | AreaKind::Nation | AreaKind::Region))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::PackEntry;
    use crate::model::{Area, Indicator, IndicatorId, Period, Sector, Sex, plain};

    fn area(code: &str, kind: AreaKind) -> Area {
        plain::area(code.parse().unwrap(), kind)
    }

    fn indicator(id: &str, sector: Sector) -> Indicator {
        Indicator { sector, by_sex: sector == Sector::Outcome, ..plain::indicator(id) }
    }

    /// Two places, a region and the UK, with one outcome and one circumstance; nothing is loaded.
    fn data() -> (Atlas, Manifest) {
        let areas = vec![
            area("E06000009", AreaKind::Local),
            area("E09000027", AreaKind::Local),
            area("E12000002", AreaKind::Region),
            area("K02000001", AreaKind::Uk),
        ];
        let outcome = indicator(IndicatorId::HEALTHY_LIFE_EXPECTANCY, Sector::Outcome);
        let circumstance = indicator(IndicatorId::DEFAULT_CIRCUMSTANCE, Sector::Money);
        let columns = |sex, periods: [&str; 2]| periods.map(|period| (sex, period.parse::<Period>().unwrap()));
        let outcomes = [Sex::Female, Sex::Male].map(|sex| columns(Some(sex), ["2021-2023", "2022-2024"]));
        let pack =
            |id: &IndicatorId, columns: Vec<_>| PackEntry { id: id.clone(), file: String::new(), bytes: 0, columns };
        let packs = vec![
            pack(&outcome.id, outcomes.concat()),
            pack(&circumstance.id, columns(None, ["2022", "2023"]).to_vec()),
        ];
        let atlas = Atlas::new("2026-06".to_owned(), areas, Vec::new(), vec![outcome, circumstance]);
        (atlas, Manifest { packs, ..Manifest::default() })
    }

    /// The query of the settled view, and what was reported of this address.
    fn settled(query: &str) -> (String, Vec<BadValue>) {
        let (view, sound) = View::parse(query);
        assert_eq!(sound, vec![], "well formed");
        let (atlas, manifest) = data();
        let (view, bad) = settle(&view, &atlas, &manifest);
        (view.query(), bad)
    }

    #[test]
    fn what_the_data_have_stays() {
        for query in [
            "",
            "areas=E09000027,E06000009&sex=male&period=2021-2023&within=E12000002&sort=-x",
            "areas=K02000001&sort=place&data=2026-06",
        ] {
            assert_eq!(settled(query), (query.to_owned(), vec![]));
        }
    }

    #[test]
    fn what_they_do_not_have_falls_back_and_is_reported() {
        for (query, name, value) in [
            ("x=no-such-thing", "x", "no-such-thing"),
            ("x=healthy-life-expectancy", "x", "healthy-life-expectancy"),
            ("within=E12000009", "within", "E12000009"),
            ("within=E06000009", "within", "E06000009"),
            ("data=2025-06", "data", "2025-06"),
            ("period=2012-2014", "period", "2012-2014"),
            ("sort=-colour", "sort", "-colour"),
        ] {
            assert_eq!(settled(query), (String::new(), vec![BadValue::new(name, value)]), "{query}");
        }
    }

    #[test]
    fn unknown_places_go_and_the_others_stay_in_order() {
        let (query, bad) = settled("areas=E06000001,E09000027,E06000002,E06000009");
        assert_eq!(query, "areas=E09000027,E06000009");
        assert_eq!(bad, vec![BadValue::new("areas", "E06000001,E06000002")]);
    }

    #[test]
    fn one_part_that_falls_back_leaves_the_others() {
        let (query, bad) = settled("areas=E06000009&x=no-such-thing&sex=male&sort=-y");
        assert_eq!((query.as_str(), bad.len()), ("areas=E06000009&sex=male&sort=-y", 1));
    }
}

//! One figure alone, in a page of somebody else's: what the address of `/embed/` says.

use super::address::{decode, pairs};
use super::{BadValue, Page, Slug, View};
use crate::model::{Code, Period};

/// The path of embeds.
pub const EMBED: &str = "/embed/";

/// A figure alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Embed {
    /// The view that the figure is one of.
    pub view: View,
    /// Which of the view's figures; its first, where none is named or the view has none of that name.
    pub figure: Option<String>,
    /// Whether the page behind shows through.
    pub transparent: bool,
    /// Whether it is only looked at: nothing answers.
    pub is_static: bool,
    /// Whether it is without the site's name.
    pub unnamed: bool,
}

impl Embed {
    /// Reads the query of an embed, with or without its “?”. Never fails; see [`View::at`] for bad values. Without `view`, it is
    /// Explore's.
    pub fn at(query: &str) -> (Embed, Vec<BadValue>) {
        let mut embed = Embed::default();
        let (mut page, mut place) = (Page::Explore, None);
        let mut bad = Vec::new();
        for (name, value) in pairs(query, &["view", "area", "figure", "transparent", "static", "logo"]) {
            let value = decode(value);
            let read = match name {
                "view" => Page::named(&value).map(|named| page = named),
                "area" => value.parse::<Code>().ok().map(|code| place = Some(code)),
                "figure" => (!value.is_empty() && value.len() <= 40).then(|| embed.figure = Some(value.clone())),
                "transparent" => flag(&value).map(|on| embed.transparent = on),
                "static" => flag(&value).map(|on| embed.is_static = on),
                _ => flag(&value).map(|on| embed.unnamed = !on),
            };
            if read.is_none() {
                bad.push(BadValue::new(name, &value));
            }
        }
        if let Page::Area(slug) = &mut page {
            match place.and_then(Slug::of) {
                Some(of_place) => *slug = of_place,
                None => {
                    page = Page::Explore;
                    if bad.iter().all(|bad| bad.name != "area") {
                        bad.push(BadValue::new("area", ""));
                    }
                }
            }
        }
        let (view, more) = View::of(page).reading(query);
        bad.extend(more);
        embed.view = view;
        bad.extend(embed.heed_sex(query));
        bad.extend(embed.unread(query));
        (embed, bad)
    }

    /// Takes `sex` in where a figure, not its view, decides whose lives it shows: a place's page has figures of women, and of men
    /// under names of their own. What cannot be heeded is reported.
    fn heed_sex(&mut self, query: &str) -> Option<BadValue> {
        let (_, value) = pairs(query, &["sex"]).pop()?;
        let figure = self.figure.as_deref().unwrap_or(if self.view.page == Page::Trends { "trend" } else { "lives" });
        match (&self.view.page, value) {
            (Page::Area(_), "male") => {
                let men = ["lives", "trend"].iter().find(|figure_of_women| **figure_of_women == figure)?;
                self.figure = Some([men, "-men"].concat());
                None
            }
            (Page::Area(_), "female" | "both") if ["lives", "trend"].contains(&figure.trim_end_matches("-men")) => {
                let is_shown = value == "female" && !figure.ends_with("-men");
                (!is_shown).then(|| BadValue::new("sex", value))
            }
            (Page::Trends, "both") => (figure != "sexes").then(|| BadValue::new("sex", value)),
            _ => None,
        }
    }

    /// What the query asks for that differs from what the view shows, and that the view has no choice of.
    fn unread(&self, query: &str) -> Vec<BadValue> {
        let usual = View::of(self.view.page.clone());
        let differs = |name| match name {
            "y" => self.view.y != usual.y,
            "period" => self.view.period != usual.period,
            _ => self.view.within != usual.within,
        };
        let reads = self.view.page.reads();
        let asked = pairs(query, &["y", "period", "within"]).into_iter();
        let unread = asked.filter(|(name, _)| !reads.contains(name) && differs(name));
        unread.map(|(name, value)| BadValue::new(name, value)).collect()
    }

    /// The whole query: every parameter that the view reads, defaults too, in the grammar's order, so that no later default
    /// changes what is shown. `place` is the code of the page's own area; `period` the outcome's, where the view has one
    /// to choose; `edition` that of the data.
    pub fn query(&self, place: Option<Code>, period: Option<Period>, edition: &str) -> String {
        let mut parts = vec!["v=1".to_owned()];
        let mut part = |name: &str, value: &str| parts.push([name, "=", value].concat());
        part("view", self.view.page.name());
        if let Some(figure) = &self.figure {
            part("figure", figure);
        }
        if let Some(place) = place {
            part("area", &place.to_string());
        }
        for (name, value) in self.view.whole(period, edition) {
            part(name, &value);
        }
        for (name, on) in [("transparent", self.transparent), ("static", self.is_static), ("logo", !self.unnamed)] {
            part(name, if on { "true" } else { "false" });
        }
        parts.join("&")
    }
}

fn flag(value: &str) -> Option<bool> {
    match value {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::view::{NAVIGATION, Theme};

    #[test]
    fn an_embed_is_read_whole() {
        let query = "v=1&view=compare&figure=difference&areas=E06000009,E09000027&sex=male&data=2026-06&lang=en&dark=true\
                     &transparent=true&static=true&logo=false";
        let (embed, bad) = Embed::at(query);
        assert!(bad.is_empty(), "{bad:?}");
        assert_eq!((&embed.view.page, embed.figure.as_deref()), (&Page::Compare, Some("difference")));
        assert!(embed.transparent && embed.is_static && embed.unnamed && embed.view.dark == Theme::Dark);
        assert_eq!(embed.query(None, None, "2026-06"), query.replace("&sex", "&x=child-poverty-bhc&sex"));
    }

    #[test]
    fn a_place_is_named_by_its_code() {
        let (embed, bad) = Embed::at("view=area&area=E06000009");
        assert_eq!((bad.len(), embed.view.page), (0, Page::Area(Slug::new("e06000009").unwrap())));
    }

    #[test]
    fn bad_values_fall_back_and_are_reported() {
        let (embed, bad) = Embed::at("view=globe&transparent=yes&sex=both&utm_source=x&area=Blackpool");
        assert_eq!(embed, Embed::default());
        let names: Vec<&str> = bad.iter().map(|bad| bad.name).collect();
        assert_eq!(names, ["view", "transparent", "area", "sex"]);
    }

    #[test]
    fn every_default_is_written_out() {
        let whole = Embed::default().query(None, Period::years(2022, 2024), "2026-06");
        assert_eq!(
            whole,
            "v=1&view=explore&x=child-poverty-bhc&y=hle&sex=female&period=2022-2024&within=K02000001&data=2026-06&lang=en\
             &dark=auto&transparent=false&static=false&logo=true"
        );
    }

    proptest! {
        #[test]
        fn any_query_is_read_without_panic(query in "([a-z]{1,12}=\\PC{0,12}&?){0,8}") {
            let (embed, _) = Embed::at(&query);
            let whole = embed.query(None, embed.view.period, "2026-06");
            let (again, bad) = Embed::at(&whole);
            prop_assert!(bad.is_empty(), "{whole}: {bad:?}");
            prop_assert_eq!(again.query(None, again.view.period, "2026-06"), whole);
        }

        #[test]
        fn every_page_comes_back(at in 0..NAVIGATION.len(), figure in "[a-z-]{1,20}", flags in any::<[bool; 3]>()) {
            let [transparent, is_static, unnamed] = flags;
            let view = View::of(NAVIGATION[at].clone());
            let embed = Embed { view, figure: Some(figure), transparent, is_static, unnamed };
            let (read, bad) = Embed::at(&embed.query(None, None, "2026-06"));
            prop_assert!(bad.is_empty());
            let data = Some("2026-06".to_owned());
            // The pair that Compare shows unasked is named.
            let areas = if embed.view.page == Page::Compare { embed.view.compared() } else { Vec::new() };
            prop_assert_eq!(read, Embed { view: View { data, areas, ..embed.view.clone() }, ..embed });
        }
    }
}

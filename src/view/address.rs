//! Address ⇄ view: the grammar that embeds and links rely on, version 1.
//!
//! It may be added to, never changed. Names it does not know are ignored in silence, because trackers and
//! embedding scripts add their own. A bad value of a known name falls back to the default and is reported.

use super::{Grouping, MOST_AREAS, Page, Sort, View, Zoom};
use crate::model::{Code, IndicatorId, Listed, Period, listed};

/// A parameter of an address whose value could not be used, so that its default stands instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}={value}")]
pub struct BadValue {
    /// The parameter.
    pub name: &'static str,
    /// What was found, cut to 40 characters.
    pub value: String,
}

impl BadValue {
    /// A report on a parameter; the value is cut to 40 characters.
    pub fn new(name: &'static str, value: &str) -> BadValue {
        let mut cut: String = value.chars().take(40).collect();
        if cut.len() < value.len() {
            cut.push('…');
        }
        BadValue { name, value: cut }
    }
}

/// The parameters of grammar version 1 that a view reads, in the order they are written.
const NAMES: [&str; 14] =
    ["v", "areas", "x", "y", "sex", "period", "within", "color", "size", "sort", "zoom", "data", "lang", "dark"];

impl View {
    /// Reads an address: its path, then its query as [`View::parse`] does. A path where no view stands, such as that of
    /// a file, is taken for the first page's.
    pub fn at(path: &str, query: &str) -> (View, Vec<BadValue>) {
        View::of(Page::at(path).unwrap_or_default()).reading(query)
    }

    /// The address that [`View::at`] reads back to this view: path and query, `/gradient/?areas=E06000009`.
    pub fn address(&self) -> String {
        let (path, query) = (self.page.path(), self.query());
        if query.is_empty() { path } else { [&path, "?", &query].concat() }
    }

    /// Reads the query of an address of the first page, with or without its “?”. Never fails: see the module's rule for bad values.
    /// Of a name that stands twice, the first counts.
    pub fn parse(query: &str) -> (View, Vec<BadValue>) {
        View::default().reading(query)
    }

    /// The view with what a query says.
    pub(super) fn reading(self, query: &str) -> (View, Vec<BadValue>) {
        let mut view = self;
        let mut bad = Vec::new();
        for (name, value) in pairs(query, &NAMES) {
            let value = decode(value);
            if view.read(name, &value).is_none() {
                bad.push(BadValue::new(name, &value));
            }
        }
        (view, bad)
    }

    /// Takes one parameter in; none if its value, or part of it, could not be used.
    fn read(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "v" => return (value == "1").then_some(()),
            "areas" => return self.read_areas(value),
            "x" => self.x = IndicatorId::new(value)?,
            "y" => self.y = listed::find(value)?,
            // Where both stand beside each other, there is nothing to choose.
            "sex" if value == "both" && self.page.shows_both_sexes() => {}
            "sex" => self.sex = listed::find(value)?,
            "period" => self.period = Some(value.parse().ok()?),
            "within" => self.within = value.parse().ok()?,
            "color" => self.color = Some(listed::find(value)?),
            "size" => {
                (value == "population").then_some(())?;
                self.size = true;
            }
            "sort" => self.sort = Some(Sort::parse(value)?),
            "zoom" => self.zoom = Some(Zoom::parse(value)?),
            "data" => self.data = Some(edition(value)?),
            "lang" => self.lang = listed::find(value)?,
            _ => self.dark = listed::find(value)?,
        }
        Some(())
    }

    /// Keeps the codes that are codes, the first of each, up to the most there may be.
    fn read_areas(&mut self, value: &str) -> Option<()> {
        let mut sound = true;
        for part in value.split(',').filter(|part| !part.is_empty()) {
            match part.parse::<Code>() {
                Ok(code) if self.areas.contains(&code) => {}
                Ok(code) if self.areas.len() < MOST_AREAS => self.areas.push(code),
                _ => sound = false,
            }
        }
        sound.then_some(())
    }

    /// The query that [`View::at`] reads back to this view: what differs from the page's default, in the grammar's
    /// order; empty, without “?”, for the default view.
    pub fn query(&self) -> String {
        self.written(&View::of(self.page.clone()))
    }

    /// The parameters in which the view differs from `base`.
    fn written(&self, base: &View) -> String {
        let parts = self.parameters(base).into_iter().filter(|(_, differs, _)| *differs);
        parts.map(|(name, _, value)| [name, "=", &value].concat()).collect::<Vec<_>>().join("&")
    }

    /// Every parameter that the view reads, defaults too, in the grammar's order; but those whose default is to have none.
    pub(super) fn whole(&self, period: Option<Period>, edition: &str) -> Vec<(&'static str, String)> {
        let base = View::of(self.page.clone());
        // Places that are shown unasked are named, so that another pair one day changes no article.
        let areas = if self.page == Page::Compare { self.compared() } else { self.areas.clone() };
        let view = View { areas, period: self.period.or(period), data: Some(edition.to_owned()), ..self.clone() };
        let always = ["data", "lang", "dark"];
        let has_none = ["areas", "period", "color", "size", "sort", "zoom"];
        let is_written = |(name, differs, _): &(&str, bool, String)| {
            let is_read = always.contains(name) || self.page.reads().contains(name);
            is_read && (*differs || !has_none.contains(name)) && (*differs || *name != "x" || self.page != Page::Map)
        };
        view.parameters(&base).into_iter().filter(is_written).map(|(name, _, value)| (name, value)).collect()
    }

    /// All parameters in the grammar's order: name, whether the view differs from `base` in it, and value.
    fn parameters(&self, base: &View) -> Vec<(&'static str, bool, String)> {
        let mut parts = Vec::new();
        let mut part = |name: &'static str, differs: bool, value: String| parts.push((name, differs, value));
        let areas: Vec<String> = self.areas.iter().map(Code::to_string).collect();
        part("areas", self.areas != base.areas, areas.join(","));
        part("x", self.x != base.x, self.x.as_str().to_owned());
        part("y", self.y != base.y, self.y.id().to_owned());
        part("sex", self.sex != base.sex, self.sex.id().to_owned());
        part("period", self.period != base.period, self.period.map(|p| p.to_string()).unwrap_or_default());
        part("within", self.within != base.within, self.within.to_string());
        part("color", self.color != base.color, self.color.map(Grouping::id).unwrap_or_default().to_owned());
        part("size", self.size != base.size, "population".to_owned());
        part("sort", self.sort != base.sort, self.sort.as_ref().map(Sort::text).unwrap_or_default());
        part("zoom", self.zoom != base.zoom, self.zoom.map(Zoom::text).unwrap_or_default());
        part("data", self.data != base.data, self.data.clone().unwrap_or_default());
        part("lang", self.lang != base.lang, self.lang.id().to_owned());
        part("dark", self.dark != base.dark, self.dark.id().to_owned());
        parts
    }
}

/// An edition's name: a year and a month.
fn edition(text: &str) -> Option<String> {
    let (year, month) = text.split_once('-')?;
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    (digits(year, 4) && digits(month, 2)).then(|| text.to_owned())
}

/// The parameters of a query, with or without its “?”, that have one of these names: of a name that stands twice, the first.
pub(super) fn pairs<'a>(query: &'a str, names: &[&'static str]) -> Vec<(&'static str, &'a str)> {
    let mut found: Vec<(&'static str, &str)> = Vec::new();
    for pair in query.trim_start_matches('?').split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let known = names.iter().find(|known| **known == name);
        if let Some(known) = known.filter(|known| found.iter().all(|(name, _)| name != *known)) {
            found.push((known, value));
        }
    }
    found
}

/// Undoes percent-encoding. What is not UTF-8 becomes “�”, which no parameter accepts.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut ahead = rest.clone();
                match (ahead.next().and_then(hex), ahead.next().and_then(hex)) {
                    (Some(high), Some(low)) => {
                        rest = ahead;
                        high * 16 + low
                    }
                    _ => byte,
                }
            }
            _ => byte,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Listed, Period, Sex};
    use crate::view::{Grouping, NAVIGATION, Outcome, Slug, Theme};

    fn one_of<T: Listed + core::fmt::Debug>() -> impl Strategy<Value = T> {
        proptest::sample::select(T::ALL)
    }

    fn code() -> impl Strategy<Value = Code> {
        "[A-Z][0-9]{8}".prop_map(|text| text.parse().unwrap())
    }

    fn page() -> impl Strategy<Value = Page> {
        let area = "[a-z0-9-]{1,60}".prop_map(|slug| Page::Area(Slug::new(&slug).unwrap()));
        let others =
            [Page::Explore, Page::Compare, Page::Map, Page::Trends, Page::Gradient, Page::Circumstances].as_slice();
        prop_oneof![proptest::sample::select(others), area]
    }

    /// Views of the first page.
    fn view() -> impl Strategy<Value = View> {
        let choices =
            (one_of::<Outcome>(), one_of::<Sex>(), proptest::option::of(one_of::<Grouping>()), one_of::<Theme>());
        let data = proptest::option::of("20[0-9]{2}-[01][0-9]");
        let sort = proptest::option::of("-?[a-z0-9_]{1,30}".prop_map(|text| Sort::parse(&text).unwrap()));
        let zoom = (Zoom::LEAST..=Zoom::MOST, -2_000_000..=2_000_000, -2_000_000..=2_000_000);
        let zoom = zoom.prop_map(|(percent, easting, northing)| Zoom { percent, easting, northing });
        let years = proptest::option::of((1950u16..2100, 0u16..5));
        let places = (proptest::collection::vec(code(), 0..=MOST_AREAS), code());
        (places, "[a-z0-9-]{1,60}", choices, any::<bool>(), (data, sort, years, proptest::option::of(zoom))).prop_map(
            |((mut areas, within), x, (y, sex, color, dark), size, (data, sort, years, zoom))| {
                areas.sort();
                areas.dedup();
                let period = years.and_then(|(first, more)| Period::years(first, first + more));
                let x = IndicatorId::new(&x).unwrap();
                View { areas, x, y, sex, period, within, color, size, sort, zoom, data, dark, ..View::default() }
            },
        )
    }

    proptest! {
        #[test]
        fn an_address_reads_back_to_its_view(view in view()) {
            prop_assert_eq!(View::parse(&view.query()), (view, Vec::new()));
        }

        #[test]
        fn path_and_query_read_back_to_the_view_of_any_page(page in page(), view in view()) {
            let view = View { page, ..view };
            let address = view.address();
            let (path, query) = address.split_once('?').unwrap_or((&address, ""));
            prop_assert_eq!(View::at(path, query), (view, Vec::new()));
        }

        #[test]
        fn chosen_places_and_what_a_page_reads_follow_to_it(page in page(), view in view()) {
            let there = view.on(page.clone());
            prop_assert_eq!((&there.page, &there.areas, &there.data, there.dark), (&page, &view.areas, &view.data, view.dark));
            prop_assert_eq!(there.x == view.x, page.reads().contains(&"x") || view.x == View::default().x);
            prop_assert_eq!(there.sort.clone(), None);
            prop_assert_eq!(there.on(page.clone()), there);
        }

        #[test]
        fn the_order_of_parameters_does_not_matter(view in view()) {
            let query = view.query();
            let turned: Vec<&str> = query.split('&').rev().collect();
            prop_assert_eq!(View::parse(&turned.join("&")).0, view);
        }

        #[test]
        fn reading_never_panics_and_what_it_reads_is_stable(query in ".{0,300}") {
            let view = View::parse(&query).0;
            prop_assert_eq!(View::parse(&view.query()).0, view);
        }

        #[test]
        fn known_names_with_any_value_never_panic(name in proptest::sample::select(&NAMES[..]), value in "\\PC{0,80}") {
            let view = View::parse(&[name, "=", &value].concat()).0;
            prop_assert_eq!(View::parse(&view.query()).0, view);
        }
    }

    #[test]
    fn the_default_view_has_an_empty_query() {
        assert_eq!(View::default().query(), "");
        assert_eq!(View::parse(""), (View::default(), vec![]));
        assert_eq!(View::parse("?"), (View::default(), vec![]));
    }

    /// The map shows the outcome, unless its address names a circumstance: the one that other pages show unasked, too.
    #[test]
    fn a_map_is_of_a_circumstance_only_where_its_address_names_one() {
        let mapped = |query: &str| View::at("/map/", query).0.mapped().map(IndicatorId::to_string);
        assert_eq!(mapped("y=le&sex=male"), None);
        assert_eq!(mapped("x=child-poverty-bhc").as_deref(), Some("child-poverty-bhc"));
        let map = View::at("/map/", "x=child-poverty-bhc").0;
        assert_eq!((map.address().as_str(), map.on(Page::Explore)), ("/map/?x=child-poverty-bhc", View::default()));
        assert_eq!(View::default().on(Page::Map), View::of(Page::Map));
        assert_eq!(View::parse("x=weekly-pay").0.on(Page::Map).address(), "/map/?x=weekly-pay");
    }

    #[test]
    fn pages_read_only_parameters_of_the_grammar() {
        for page in NAVIGATION {
            assert!(page.reads().iter().all(|name| NAMES.contains(name)), "{page:?}");
        }
    }

    #[test]
    fn writes_in_the_order_of_the_grammar() {
        let query = "areas=E06000009,E09000027&x=weekly-pay&y=le&sex=male&period=2021-2023&within=E92000001\
                     &color=region&size=population&sort=-y&zoom=250,430100,-389900&data=2026-06&dark=true";
        assert_eq!(View::parse(query).0.query(), query);
    }

    #[test]
    fn reads_percent_encoding() {
        assert_eq!(View::parse("areas=E06000009%2CE09000027").0.areas.len(), 2);
        assert_eq!(View::parse("x=weekly%2Dpay").0.x.as_str(), "weekly-pay");
        assert_eq!(View::parse("x=%zz").1, vec![BadValue::new("x", "%zz")]);
    }

    #[test]
    fn unknown_names_are_ignored_in_silence() {
        assert_eq!(View::parse("utm_source=x&fbclid=%&=&&a=b=c"), (View::default(), vec![]));
    }

    #[test]
    fn a_bad_value_falls_back_and_is_reported() {
        let names = |query: &str| View::parse(query).1.iter().map(|bad| bad.name).collect::<Vec<_>>();
        assert_eq!(names("sex=both&y=hle"), ["sex"]);
        let read = |path| View::at(path, "sex=both");
        assert_eq!(read("/trends/"), (View::of(Page::Trends), vec![]), "a figure there shows both");
        assert_eq!(read("/map/").1.len(), 1);
        assert_eq!(names("v=2"), ["v"]);
        for bad in
            ["", "4", "400,1", "400,1,2,3", "100,1,2", "1601,1,2", "1e3,1,2", "400,1,9000000", "400,x,y", "-400,1,2"]
        {
            assert_eq!(names(&["zoom=", bad].concat()), ["zoom"], "{bad}");
        }
        assert_eq!(names("lang=xx&dark=maybe&size=1&data=2026"), ["lang", "dark", "size", "data"]);
        let (view, bad) = View::parse("areas=E06000009,<script>,E09000027");
        assert_eq!((view.areas.len(), bad.len()), (2, 1));
    }

    #[test]
    fn the_first_of_a_doubled_name_counts_and_a_place_counts_once() {
        assert_eq!(View::parse("sex=male&sex=female").0.sex, Sex::Male);
        let (view, bad) = View::parse("areas=E06000009,E06000009");
        assert_eq!((view.areas.len(), bad.len()), (1, 0));
        let six = "areas=E06000001,E06000002,E06000003,E06000004,E06000005,E06000006";
        assert_eq!((View::parse(six).0.areas.len(), View::parse(six).1.len()), (MOST_AREAS, 1));
    }
}

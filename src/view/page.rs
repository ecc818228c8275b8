//! The pages that views stand on, and their paths.

use crate::model::Code;

/// Which of the ways of looking a view is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Page {
    /// How a circumstance goes together with an outcome.
    #[default]
    Explore,
    /// One place, by the part of the path that names it.
    Area(Slug),
    /// Two to five places side by side.
    Compare,
    /// Where values are high and low.
    Map,
    /// How values have changed.
    Trends,
    /// How values rise from the most to the least deprived neighbourhoods.
    Gradient,
    /// How strongly each circumstance goes together with an outcome.
    Circumstances,
}

/// The part of a path that names an area: lower-case ASCII letters, digits and hyphens, 1 to 60. Which area that is,
/// if any, the atlas says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slug(String);

/// The pages that there are, in the order that the site's navigation lists them. A page of one area is reached from
/// its place, not from here.
pub const NAVIGATION: [Page; 6] =
    [Page::Explore, Page::Compare, Page::Map, Page::Trends, Page::Gradient, Page::Circumstances];

/// The pages whose path is one word, with that word.
const WORDS: [(Page, &str); 5] = [
    (Page::Compare, "compare"),
    (Page::Map, "map"),
    (Page::Trends, "trends"),
    (Page::Gradient, "gradient"),
    (Page::Circumstances, "circumstances"),
];

/// The first part of the path of an area's page, and its name.
const AREA: &str = "area";

/// The name of the first page, whose path has no word.
const EXPLORE: &str = "explore";

impl Page {
    /// The page at a path, with or without the slash at its end; none where no view stands.
    pub fn at(path: &str) -> Option<Page> {
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        match path.split_once('/') {
            None if path.is_empty() => Some(Page::Explore),
            None => WORDS.iter().find(|(_, word)| *word == path).map(|(page, _)| page.clone()),
            Some((first, slug)) if first == AREA => Slug::new(slug).map(Page::Area),
            Some(_) => None,
        }
    }

    /// Its path, from the root of the site: `/area/blackpool/`.
    pub fn path(&self) -> String {
        if let Page::Area(slug) = self {
            return ["/", AREA, "/", &slug.0, "/"].concat();
        }
        let word = WORDS.iter().find(|(page, _)| page == self);
        word.map_or("/".to_owned(), |(_, word)| ["/", word, "/"].concat())
    }

    /// Its name in the address of an embed: `compare`.
    pub fn name(&self) -> &'static str {
        match self {
            Page::Explore => EXPLORE,
            Page::Area(_) => AREA,
            _ => WORDS.iter().find(|(page, _)| page == self).map_or(EXPLORE, |(_, word)| word),
        }
    }

    /// The page of a name; that of an area is then still to be told which.
    pub(super) fn named(name: &str) -> Option<Page> {
        match name {
            EXPLORE => Some(Page::Explore),
            AREA => Some(Page::Area(Slug(String::new()))),
            _ => WORDS.iter().find(|(_, word)| *word == name).map(|(page, _)| page.clone()),
        }
    }

    /// The parameters of an address that decide what the page shows, beside its path. Links from other pages keep them,
    /// and the static page stands for all addresses without them. Chosen places (`areas`) are kept by every link.
    pub fn reads(&self) -> &'static [&'static str] {
        match self {
            Page::Explore => &["areas", "x", "y", "sex", "period", "within", "color", "size", "sort"],
            Page::Area(_) => &["sort"],
            Page::Compare => &["areas", "x", "sex", "sort"],
            Page::Map => &["areas", "x", "y", "sex", "period", "within", "sort", "zoom"],
            Page::Trends => &["areas", "sex", "sort"],
            Page::Gradient => &["areas", "sort", "zoom"],
            Page::Circumstances => &["areas", "sex", "sort"],
        }
    }

    /// Whether it has a figure that shows women and men beside each other.
    pub(super) fn shows_both_sexes(&self) -> bool {
        matches!(self, Page::Area(_) | Page::Trends | Page::Gradient)
    }
}

impl Slug {
    /// The slug that the text is, if it is well formed.
    pub fn new(text: &str) -> Option<Slug> {
        let sound = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        (!text.is_empty() && text.len() <= 60 && text.bytes().all(sound)).then(|| Slug(text.to_owned()))
    }

    /// An area by its code, in lower case: what an address has that does not know the area's slug.
    pub fn of(code: Code) -> Option<Slug> {
        Slug::new(&code.to_string().to_ascii_lowercase())
    }

    /// The code that the slug is, if it is one.
    pub fn code(&self) -> Option<Code> {
        self.0.to_ascii_uppercase().parse().ok()
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_page_is_found_at_its_path() {
        for (page, path) in [
            (Page::Explore, "/"),
            (Page::Area(Slug::new("blackpool").unwrap()), "/area/blackpool/"),
            (Page::Compare, "/compare/"),
            (Page::Map, "/map/"),
            (Page::Trends, "/trends/"),
            (Page::Gradient, "/gradient/"),
            (Page::Circumstances, "/circumstances/"),
        ] {
            assert_eq!((page.path().as_str(), Page::at(path)), (path, Some(page)));
        }
    }

    #[test]
    fn a_missing_slash_does_no_harm_and_other_paths_are_no_views() {
        assert_eq!(Page::at("/gradient"), Some(Page::Gradient));
        assert_eq!(Page::at(""), Some(Page::Explore));
        for path in ["/no/such/page/", "/area/", "/area/Blackpool/", "/area/a/b/", "/Gradient/", "///", "/method/"] {
            assert_eq!(Page::at(path), None, "{path}");
        }
    }

    proptest! {
        #[test]
        fn any_path_is_read_without_panic_and_what_it_reads_is_stable(path in "(/(area|map|\\PC{0,9})){0,3}/?") {
            if let Some(page) = Page::at(&path) {
                prop_assert_eq!(Page::at(&page.path()), Some(page));
            }
        }
    }
}

//! A place told in words: what its page says before and after the pictures.
//!
//! Whatever is said comes from `facts`, so that the page, open data and what Explore says of a chosen place agree.

use crate::facts::{
    Change, Comparison, Expectation, LATEST_BEFORE_THE_FALL, NoFact, Outcomes, Ranked, alike_in, tested_against,
    whole_of,
};
use crate::model::{Area, AreaKind, Atlas, Code, ColumnKey, Estimate, Indicator, IndicatorId, Known, Period, Sex};
use crate::view::{NAVIGATION, Outcome, Page, Slug, View};
use crate::words::{self, ProfilePart, Said};

use super::{Cell, FigureError, Row, Table, TableColumn};

/// A place in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// The title of its page.
    pub title: String,
    /// What kind of place it is, where, how many live there.
    pub about: String,
    /// Why there is no figure for healthy life expectancy, where there is none for either sex.
    pub missing: Option<String>,
    /// Girls, then boys; none where both are missing.
    pub sexes: Vec<OfSex>,
    /// What follows before the pictures, part by part.
    pub before: Vec<Part>,
    /// What follows after them.
    pub after: Vec<Part>,
    /// The districts with total life expectancy, and what the table is headed by.
    pub districts: Option<(String, Table)>,
    /// What must be known to quote the page, under its heading.
    pub notes: (String, Vec<String>),
    /// Where its figures of healthy life expectancy come from.
    pub source: Option<String>,
}

/// Healthy life expectancy of one sex.
#[derive(Debug, Clone, PartialEq)]
pub struct OfSex {
    /// “Girls”.
    pub heading: &'static str,
    /// “51.8”.
    pub value: Option<String>,
    /// “95% confidence interval 47.4 to 56.1”.
    pub limits: Option<String>,
    /// Sentences, the safe one first.
    pub sentences: Vec<String>,
}

/// A part of the profile.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// Its heading.
    pub heading: String,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
    /// Links below them.
    pub links: Vec<Link>,
    /// A remark at its end.
    pub basis: Option<String>,
}

/// A link to another page or a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub says: String,
    /// Its address, from the root of the site.
    pub to: String,
}

/// What the sentences about one sex are made from.
struct Healthy<'a> {
    now: Outcomes<'a>,
    before_the_fall: Option<Outcomes<'a>>,
}

/// What the profile is made from.
struct Source<'a> {
    atlas: &'a Atlas,
    view: &'a View,
    area: &'a Area,
    female: Healthy<'a>,
    male: Healthy<'a>,
}

/// The profile of a view's place. Healthy life expectancy of both sexes must be loaded; a part that needs what is not is
/// left out.
pub fn profile(atlas: &Atlas, view: &View) -> Result<Profile, FigureError> {
    let area = super::area::place(atlas, &view.page).ok_or(FigureError::NoSuchPlace)?;
    let (female, male) = (Healthy::of(atlas, Sex::Female)?, Healthy::of(atlas, Sex::Male)?);
    let source = Source { atlas, view, area, female, male };
    let before = [source.changed(), source.expected()];
    let after = [
        source.similar(),
        source.within(),
        source.combined_authorities(),
        source.around(),
        source.elsewhere(),
        Some(source.downloads()),
    ];
    let missing = source.missing();
    let sexes = if missing.is_some() { Vec::new() } else { source.both().map(|one| source.of_sex(one)).to_vec() };
    Ok(Profile {
        name: area.name.clone(),
        title: words::profile_title(view.lang, area),
        about: words::about_place(view.lang, atlas, area),
        missing,
        sexes,
        before: before.into_iter().flatten().collect(),
        after: after.into_iter().flatten().collect(),
        districts: source.districts(),
        notes: (source.heading(ProfilePart::Notes), source.notes()),
        source: atlas.indicator(IndicatorId::HEALTHY_LIFE_EXPECTANCY).map(|one| words::source(view.lang, one)),
    })
}

/// The link to a place's own page, for what is said of it elsewhere.
pub(super) fn page_of(area: &Area) -> Option<Page> {
    Slug::new(&area.slug).map(Page::Area)
}

impl<'a> Healthy<'a> {
    fn of(atlas: &'a Atlas, sex: Sex) -> Result<Healthy<'a>, FigureError> {
        let now = Outcomes::of(atlas, Outcome::Healthy, sex, None)?;
        let (first, last) = LATEST_BEFORE_THE_FALL;
        let period = Period::years(first, last);
        let before = Outcomes::of(atlas, Outcome::Healthy, sex, period).ok();
        Ok(Healthy { now, before_the_fall: before.filter(|before| Some(before.period) == period) })
    }

    fn change(&self, area: Code) -> Option<Change<'a>> {
        Change::of(self.before_the_fall.as_ref()?, &self.now, area).ok()
    }
}

impl<'a> Source<'a> {
    fn both(&self) -> [&Healthy<'a>; 2] {
        [&self.female, &self.male]
    }

    fn heading(&self, part: ProfilePart) -> String {
        words::profile_heading(self.view.lang, part, self.area)
    }

    fn part(&self, part: ProfilePart, paragraphs: Vec<String>) -> Option<Part> {
        let is_empty = paragraphs.is_empty();
        (!is_empty).then(|| Part { heading: self.heading(part), paragraphs, ..Part::default() })
    }

    /// Why neither sex has a figure, where neither has.
    fn missing(&self) -> Option<String> {
        let [female, male] = self.both().map(|one| one.now.estimate(self.area.code));
        let (Estimate::Missing(why), Estimate::Missing(_)) = (female, male) else { return None };
        let what = words::outcome_name(self.view.lang, Outcome::Healthy);
        Some(words::no_figure(self.view.lang, what, self.area, why))
    }

    fn of_sex(&self, healthy: &Healthy) -> OfSex {
        let (lang, area, now) = (self.view.lang, self.area, &healthy.now);
        let heading = words::profile_sex(lang, now.sex);
        match now.estimate(area.code) {
            Estimate::Known(known) => {
                let safe = words::safe_sentence(lang, area, now.sex, now.period, known.value, known.limits);
                let mut sentences = vec![String::from(safe)];
                sentences.extend(self.standing(now).map(String::from));
                let ranked = Ranked::of(now, area.code, Code::UK).ok();
                sentences.extend(ranked.map(|ranked| words::rank(lang, &ranked).into()));
                let limits = known.limits.map(|limits| words::confidence_of(lang, limits.lower, limits.upper));
                OfSex { heading, value: Some(words::number(lang, known.value, 1)), limits, sentences }
            }
            Estimate::Missing(why) => {
                let what = words::outcome_name(lang, Outcome::Healthy);
                OfSex { heading, value: None, limits: None, sentences: vec![words::no_figure(lang, what, area, why)] }
            }
        }
    }

    /// Against the region and the nation; a nation against the UK.
    fn standing(&self, now: &Outcomes) -> Option<Said> {
        let mut found: Vec<(Comparison, Known)> = Vec::new();
        for other in [self.area.region, whole_of(self.area)].into_iter().flatten() {
            let comparison = Comparison::of(now, self.area.code, other).ok();
            found.extend(comparison.zip(now.estimate(other).known()));
        }
        words::standing(self.view.lang, &found)
    }

    /// The nation first, then the place.
    fn changed(&self) -> Option<Part> {
        let [women, men] = self.both().map(|one| one.change(self.area.code));
        let (women, men) = women.zip(men)?;
        self.part(ProfilePart::Changed, words::changed_both(self.view.lang, &women, &men))
    }

    fn expected(&self) -> Option<Part> {
        let (lang, when) = (self.view.lang, self.female.now.period);
        let of = |one: &Healthy<'a>| Expectation::of(&one.now, IndicatorId::DEFAULT_CIRCUMSTANCE, self.area.code).ok();
        let said = match (of(&self.female), of(&self.male)) {
            (Some(women), Some(men)) => words::expected_both(lang, when, &women, &men),
            (Some(one), None) => words::expected(lang, Outcome::Healthy, Sex::Female, when, &one),
            (None, Some(one)) => words::expected(lang, Outcome::Healthy, Sex::Male, when, &one),
            (None, None) => return None,
        };
        let part = self.part(ProfilePart::Expected, vec![said.into()])?;
        Some(Part { basis: Some(words::expected_basis(lang).to_owned()), ..part })
    }

    fn similar(&self) -> Option<Part> {
        let (lang, atlas) = (self.view.lang, self.atlas);
        let nation = self.area.nation()?;
        let similar = &atlas.tables.alike_to(self.area.code)?.similar;
        let links = similar.iter().filter_map(|code| self.to(atlas.area(*code)?)).collect();
        let by: Vec<&Indicator> = alike_in(nation).iter().filter_map(|id| atlas.indicator(id)).collect();
        let basis = Some(words::similar_basis(lang, nation, &by));
        Some(Part { heading: words::similar_heading(lang, self.area), paragraphs: Vec::new(), links, basis })
    }

    /// The places that a region, a nation or the UK consists of.
    fn within(&self) -> Option<Part> {
        let kind = match (self.area.kind, self.area.code) {
            (AreaKind::Uk, _) => AreaKind::Nation,
            (AreaKind::Nation, Code::ENGLAND) => AreaKind::Region,
            (AreaKind::Nation | AreaKind::Region, _) => AreaKind::Local,
            _ => return None,
        };
        self.listed(ProfilePart::Within, self.atlas.areas_of(kind).filter(|area| area.is_within(self.area.code)))
    }

    fn combined_authorities(&self) -> Option<Part> {
        let all = self.atlas.areas_of(AreaKind::CombinedAuthority);
        let is_nation = self.area.kind == AreaKind::Nation;
        self.listed(ProfilePart::CombinedAuthorities, all.filter(|area| is_nation && area.is_within(self.area.code)))
    }

    /// The region and the nation that it lies in; of a nation the UK.
    fn around(&self) -> Option<Part> {
        let around = [self.area.region, whole_of(self.area)].into_iter().flatten();
        self.listed(ProfilePart::Around, around.filter_map(|code| self.atlas.area(code)))
    }

    /// Links to places in order of name; none of none.
    fn listed<'b>(&self, part: ProfilePart, areas: impl Iterator<Item = &'b Area>) -> Option<Part> {
        let mut areas: Vec<&Area> = areas.collect();
        areas.sort_by(|a, b| a.name.cmp(&b.name));
        let links: Vec<Link> = areas.into_iter().filter_map(|area| self.to(area)).collect();
        (!links.is_empty()).then(|| Part { heading: self.heading(part), links, ..Part::default() })
    }

    /// The views that show chosen places.
    fn elsewhere(&self) -> Option<Part> {
        let view = View { areas: vec![self.area.code], ..self.view.clone() };
        let shows = NAVIGATION.into_iter().filter(|page| page.reads().contains(&"areas"));
        let link =
            |page: Page| Link { says: words::page_name(view.lang, &page).to_owned(), to: view.on(page).address() };
        Some(Part {
            heading: self.heading(ProfilePart::Elsewhere),
            links: shows.map(link).collect(),
            ..Part::default()
        })
    }

    fn downloads(&self) -> Part {
        let (lang, area) = (self.view.lang, self.area);
        let file = |says, folder, end| Link { says, to: format!("/api/v1/{folder}/{}.{end}", area.code) };
        let mut links = vec![file(words::download_of_place(lang, area), "areas", "json")];
        if area.population.is_some() {
            links.push(file(words::download_of_neighbourhoods(lang, area), "neighbourhoods", "csv"));
        }
        Part { heading: self.heading(ProfilePart::Downloads), links, ..Part::default() }
    }

    /// The districts of a county with their total life expectancy, in order of name.
    fn districts(&self) -> Option<(String, Table)> {
        let lang = self.view.lang;
        let all = self.atlas.tables.districts.as_ref()?;
        let id = IndicatorId::new(IndicatorId::LIFE_EXPECTANCY)?;
        let latest = all.columns.iter().filter(|(key, _)| key.indicator == id).map(|(key, _)| key.period).max()?;
        let column = |sex| {
            let key = ColumnKey { indicator: id.clone(), sex: Some(sex), period: latest };
            all.columns.iter().find(|(other, _)| *other == key).map(|(_, column)| column)
        };
        let columns = [column(Sex::Female)?, column(Sex::Male)?];
        let mut rows = Vec::new();
        for (at, district) in all.places.iter().enumerate().filter(|(_, one)| one.area == self.area.code) {
            let mut cells = vec![Cell::Text(district.name.clone())];
            cells.extend(columns.iter().filter_map(|column| column.get(at)).map(|estimate| match estimate {
                Estimate::Known(known) => {
                    Cell::Number { value: known.value, shown: words::years_with_limits(lang, known) }
                }
                Estimate::Missing(why) => Cell::Missing(words::missing_reason(lang, *why).to_owned()),
            }));
            rows.push(Row { source: None, area: None, chosen: false, cells });
        }
        if rows.is_empty() {
            return None;
        }
        rows.sort_by(|a, b| a.cells.first().map(Cell::shown).cmp(&b.cells.first().map(Cell::shown)));
        let column = |(key, label)| TableColumn::of(key, label, key != "district").at(latest);
        let keys = ["district", "female", "male"];
        let columns = keys.into_iter().zip(words::districts_headings(lang)).map(column).collect();
        let caption = words::districts_caption(lang, self.area, latest);
        Some((self.heading(ProfilePart::Districts), Table { caption, columns, rows }))
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = words::profile_notes(self.view.lang, self.area);
        notes.push(words::overlap(self.view.lang).to_owned());
        let untested = tested_against(self.area).err().filter(|why| *why == NoFact::MostOfIt);
        notes.extend(untested.map(|why| words::no_fact(self.view.lang, why)));
        notes
    }

    /// The link to another place's page.
    fn to(&self, area: &Area) -> Option<Link> {
        Some(Link { says: area.name.clone(), to: self.view.on(page_of(area)?).address() })
    }
}

//! Words of the page of one place: what kind of place it is, headings, and how it stands to the places it lies in.

use super::comparisons::{said, size_and_interval};
use super::{Said, in_place, interval, number, outcome_title, period, place, span, verdict, whose_title};
use crate::facts::Comparison;
use crate::model::{Area, AreaKind, Atlas, Code, Known, Period, Sex};
use crate::view::{Lang, Outcome};

/// The title of the window: `Blackpool: years in good health`.
pub fn profile_title(_: Lang, area: &Area) -> String {
    [&area.name, ": years in good health"].concat()
}

/// What kind of place it is, where it lies, how many live there.
pub fn about_place(lang: Lang, atlas: &Atlas, area: &Area) -> String {
    let around = area.region.or_else(|| area.nation().map(|nation| nation.code()));
    let around = around.filter(|code| *code != area.code).and_then(|code| atlas.area(code));
    let there = around.map(|around| [" ", &in_place(lang, around)].concat()).unwrap_or_default();
    let nation = match area.region.and_then(|region| atlas.area(region)) {
        Some(region) if region.code != Code::LONDON && !region.name.contains("England") => ", England",
        _ => "",
    };
    let kind = match area.kind {
        AreaKind::Local => "Council area",
        AreaKind::Region => "Region",
        AreaKind::CombinedAuthority => "Combined authority",
        AreaKind::Nation => "One of the four nations of the United Kingdom",
        AreaKind::Uk => "England, Wales, Scotland and Northern Ireland together",
    };
    let people = area.population.map(|people| people_of(lang, people)).unwrap_or_default();
    [kind, &there, nation, ".", &people].concat()
}

/// People to the nearest thousand, or hundred.
fn people_of(lang: Lang, people: u32) -> String {
    let step = if people < 10_000 { 100 } else { 1_000 };
    let rounded = (people + step / 2) / step * step;
    format!(" About {} people lived there in mid-2022.", number(lang, f64::from(rounded), 0))
}

/// Whom what follows is about.
pub fn profile_sex(_: Lang, sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "Girls",
        Sex::Male => "Boys",
    }
}

/// After a number of years.
pub fn years_in_health(_: Lang) -> &'static str {
    "years in good health"
}

/// The limits in full.
pub fn confidence_of(lang: Lang, lower: f64, upper: f64) -> String {
    ["95% confidence interval ", &interval(lang, lower, upper, 1)].concat()
}

/// A place against those it lies in (the region, the nation): each with the verdict, the difference and its interval. One
/// sentence, so that whoever quotes it quotes all of it; nothing of none.
pub fn standing(lang: Lang, found: &[(Comparison, Known)]) -> Option<Said> {
    type One<'a, 'b> = &'a (Comparison<'b>, Known);
    let (first, _) = found.first()?;
    let other = |one: One| {
        let differs = if one.0.verdict().tells_apart() { "a difference of" } else { "the difference is estimated at" };
        let (there, value) = (in_place(lang, one.0.other()), number(lang, one.1.value, 1));
        let (size, interval) = size_and_interval(lang, one.0.difference());
        format!("{there} ({value} years; {differs} {size}, {interval})")
    };
    let (apart, alike): (Vec<One>, Vec<One>) = found.iter().partition(|one| one.0.verdict().tells_apart());
    let mut clauses: Vec<(&str, Vec<String>)> = Vec::new();
    for one in apart {
        let how = verdict(lang, one.0.verdict());
        match clauses.iter_mut().find(|(other, _)| *other == how) {
            Some((_, others)) => others.push(other(one)),
            None => clauses.push((how, vec![other(one)])),
        }
    }
    let mut told: Vec<String> =
        clauses.iter().map(|(how, others)| format!("was {how} than {}", others.join(" and "))).collect();
    if !alike.is_empty() {
        let alike: Vec<String> = alike.into_iter().map(other).collect();
        told.push(format!("can’t be told apart from that {}", alike.join(" or ")));
    }
    let after = format!(" {} {}.", in_place(lang, first.one()), told.join(", and "));
    Some(said(lang, first.measure(), &after))
}

/// Headings of a place's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfilePart {
    /// How it changed.
    Changed,
    /// What child poverty lets expect.
    Expected,
    /// Its districts.
    Districts,
    /// The places it consists of.
    Within,
    /// The combined authorities of a nation.
    CombinedAuthorities,
    /// What it lies in.
    Around,
    /// The same place elsewhere on the site.
    Elsewhere,
    /// Its figures as files.
    Downloads,
    /// What must be known to quote it.
    Notes,
}

/// The heading of a part of a place's page.
pub fn profile_heading(lang: Lang, part: ProfilePart, area: &Area) -> String {
    let there = in_place(lang, area);
    match part {
        ProfilePart::Changed => "What has changed".to_owned(),
        ProfilePart::Expected => "Going by child poverty".to_owned(),
        ProfilePart::Districts => format!("How long people live {there}, district by district"),
        ProfilePart::Within => format!("Places {there}"),
        ProfilePart::CombinedAuthorities => format!("Combined authorities {there}"),
        ProfilePart::Around => "Where it lies".to_owned(),
        ProfilePart::Elsewhere => format!("Go on with {}", place(lang, area)),
        ProfilePart::Downloads => "The figures as data".to_owned(),
        ProfilePart::Notes => "Before you quote this".to_owned(),
    }
}

/// That women and men of one place are not tested against each other; that local estimates are modelled.
pub fn profile_notes(_: Lang, area: &Area) -> Vec<String> {
    let mut notes = Vec::new();
    if area.kind == AreaKind::Local {
        notes.push(
            "Healthy life expectancy is official statistics in development: local estimates are modelled, because survey \
             samples have shrunk."
                .to_owned(),
        );
        notes.push(
            "Figures for women and men of one place come from one model, so that they rise and fall together: they are not \
             two findings, and are not compared with each other here."
                .to_owned(),
        );
    } else {
        notes.push("Healthy life expectancy is official statistics in development.".to_owned());
    }
    notes
}

/// In the place of what a picture over time says, where that stands at the top.
pub fn told_above(lang: Lang, area: &Area) -> String {
    let heading = profile_heading(lang, ProfilePart::Changed, area);
    format!("What can be told of this stands above, under “{heading}”.")
}

/// That the bars of whole lives are of an earlier period than the figures before them; nothing where they are not.
pub fn earlier_bars(lang: Lang, bars: Period, latest: Period) -> Option<String> {
    let (bars, now) = (period(lang, bars), period(lang, latest));
    let said = format!(
        "These bars are of {bars}, the latest period with both; healthy life expectancy alone is published to {now}."
    );
    (bars != now).then_some(said)
}

/// What the table of districts holds.
pub fn districts_caption(lang: Lang, area: &Area, when: Period) -> String {
    format!(
        "Total life expectancy at birth in the districts of {}, years (95% limits), {}. It counts all years of life, in good \
         health or not. Healthy life expectancy is not published for districts.",
        place(lang, area),
        period(lang, when)
    )
}

/// A value with its limits, in a table whose heading names the unit: `84.0 (83.5–84.6)`.
pub fn years_with_limits(lang: Lang, known: &Known) -> String {
    let limits = known.limits.map(|limits| format!(" ({})", span(lang, limits.lower, limits.upper, 1)));
    [number(lang, known.value, 1), limits.unwrap_or_default()].concat()
}

/// The headings over districts.
pub fn districts_headings(lang: Lang) -> [String; 3] {
    let of = |sex| [outcome_title(lang, Outcome::Life), ", ", &whose_title(lang, sex).to_ascii_lowercase()].concat();
    ["District".to_owned(), of(Sex::Female), of(Sex::Male)]
}

/// What a file holds.
pub fn download_of_place(lang: Lang, area: &Area) -> String {
    format!("Every figure of {} (JSON)", place(lang, area))
}

/// What a file of neighbourhoods holds.
pub fn download_of_neighbourhoods(lang: Lang, area: &Area) -> String {
    format!("Every neighbourhood of {} (CSV)", place(lang, area))
}

/// A link to a place's own page.
pub fn more_about(lang: Lang, area: &Area) -> String {
    ["More about ", &place(lang, area)].concat()
}

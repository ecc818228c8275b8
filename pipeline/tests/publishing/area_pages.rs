//! The pages of places on the real data: their words against the open data, and every place drawn.

use healthy_years::codec::{PackId, TablePack};
use healthy_years::figure::{self, Figure, Marks, Profile};
use healthy_years::model::{Area, AreaKind, Atlas};
use healthy_years::stats::Verdict;
use healthy_years::view::{Lang, Page, Slug, View};
use healthy_years::words;
use serde_json::Value;

use crate::OUT;
use crate::support::{DATA, is_bare};

fn view(area: &Area) -> View {
    View { page: Page::Area(Slug::new(&area.slug).unwrap()), ..View::default() }
}

fn profile(area: &Area) -> Profile {
    figure::profile(&DATA.0, &view(area)).unwrap()
}

fn figures(area: &Area) -> Vec<Figure> {
    figure::figures(&DATA.0, &view(area)).unwrap()
}

fn place(name: &str) -> &'static Area {
    DATA.0.areas.iter().find(|area| area.name == name).unwrap()
}

/// Fifty places of any kind, always the same.
fn fifty() -> Vec<&'static Area> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut drawn: Vec<&Area> = Vec::new();
    while drawn.len() < 50 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let area = &DATA.0.areas[usize::try_from(state % DATA.0.areas.len() as u64).unwrap()];
        if drawn.iter().all(|other| other.code != area.code) {
            drawn.push(area);
        }
    }
    drawn
}

/// Everything that the profile says, piece by piece.
fn texts(profile: &Profile) -> Vec<String> {
    let mut said = vec![profile.title.clone(), profile.about.clone()];
    said.extend(profile.missing.clone());
    for one in &profile.sexes {
        said.extend(one.limits.clone());
        said.extend(one.sentences.clone());
    }
    for part in profile.before.iter().chain(&profile.after) {
        said.push(part.heading.clone());
        said.extend(part.paragraphs.clone());
        said.extend(part.basis.clone());
    }
    if let Some((heading, districts)) = &profile.districts {
        said.extend([heading.clone(), districts.caption.clone()]);
        said.extend(districts.columns.iter().map(|column| column.label.clone()));
    }
    said.extend(profile.notes.1.clone());
    said
}

/// A page's text without its marks.
fn page(area: &Area) -> String {
    let html = std::fs::read_to_string(OUT.join(format!("area/{}/index.html", area.slug))).unwrap();
    html.replace("&quot;", "\"").replace("&amp;", "&")
}

fn json(area: &Area) -> Value {
    let file = OUT.join(format!("api/v1/areas/{}.json", area.code));
    serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()
}

/// A number of open data as pages write it: one decimal, a real minus sign.
fn written(value: &Value) -> String {
    words::number(Lang::English, value.as_f64().unwrap(), 1)
}

fn size(value: &Value) -> String {
    words::number(Lang::English, value.as_f64().unwrap().abs(), 1)
}

#[track_caller]
fn says(page: &str, what: &str, of: &Area) {
    assert!(page.contains(what), "{}: “{what}” is not on the page", of.name);
}

#[test]
fn fifty_pages_say_what_open_data_say() {
    let mut compared = 0;
    for area in fifty() {
        let (page, json) = (page(area), json(area));
        for (at, sex) in ["female", "male"].into_iter().enumerate() {
            if let Some(sentence) = json["sentences"][sex].as_str() {
                says(&page, sentence, area);
                compared += 1;
            }
            let standing = standing(area, at);
            if let Some(lowest) = json["rank_interval"][sex]["lowest"].as_u64() {
                let highest = json["rank_interval"][sex]["highest"].as_u64().unwrap();
                let of = json["rank_interval"][sex]["of"].as_u64().unwrap();
                let (from, to, end) = match lowest + highest > of + 1 {
                    true => (of + 1 - highest, of + 1 - lowest, "highest"),
                    false => (lowest, highest, "lowest"),
                };
                let [from, to] = [from, to].map(|rank| words::ordinal(Lang::English, usize::try_from(rank).unwrap()));
                let both = format!("somewhere between {from} and {to} {end} among the {of} areas");
                assert!(standing.contains(&both) || lowest == highest, "{}: {both} in {standing}", area.name);
            }
            if let Some(verdict) = json["against_nation"][sex]["verdict"].as_str() {
                let verdict: Verdict = verdict.parse().unwrap();
                let told = match verdict.tells_apart() {
                    true => words::verdict(Lang::English, verdict),
                    false => "can’t be told apart from that",
                };
                assert!(standing.contains(told), "{}: {told} in {standing}", area.name);
                let found = &json["against_nation"][sex];
                let size = format!("{} years, 95% interval ", size(&found["difference"]));
                let is_fine = found["lower"].as_f64().unwrap() * found["upper"].as_f64().unwrap() < 0.01;
                assert!(standing.contains(&size) || is_fine, "{}: {size} in {standing}", area.name);
            }
            let change = &json["change"][sex]["since_2017_2019"];
            if change["difference"].is_number() {
                let limits = [&change["lower"], &change["upper"]].map(written);
                let turned = [&change["upper"], &change["lower"]].map(size);
                let told = |[a, b]: [String; 2]| format!("95% interval {a} to {b}");
                assert!(
                    page.contains(&told(limits.clone())) || page.contains(&told(turned)),
                    "{}: {limits:?}",
                    area.name
                );
            }
            let expected = &json["expected"][sex];
            if expected["value"].is_number() {
                // Open data are rounded to a tenth; from there a whole year may be either neighbour.
                let near = |key: &str| {
                    let value = expected[key].as_f64().unwrap();
                    [(value - 0.05, 0), (value + 0.05, 0), (value, 1)]
                        .map(|(one, n)| words::number(Lang::English, one, n))
                };
                let told =
                    |lower: &String| near("upper").iter().any(|upper| page.contains(&format!("{lower} and {upper}")));
                assert!(near("lower").iter().any(told), "{}: {expected}", area.name);
            }
        }
        for similar in json["similar"].as_array().into_iter().flatten() {
            let other = DATA.0.area(similar.as_str().unwrap().parse().unwrap()).unwrap();
            says(&page, &format!("href=\"/area/{}/\"", other.slug), area);
        }
        if let Some(csv) = json["neighbourhoods"]["csv"].as_str() {
            says(&page, &format!("href=\"{csv}\""), area);
            shares_agree(area, &json["neighbourhoods"]);
        }
        says(&page, &format!("href=\"/api/v1/areas/{}.json\"", area.code), area);
    }
    assert!(compared > 80, "{compared}");
}

/// What is said of how a place stands, of one sex.
fn standing(area: &Area, sex: usize) -> String {
    let profile = profile(area);
    profile.sexes.get(sex).map(|one| one.sentences.join(" ")).unwrap_or_default()
}

fn shares_agree(area: &Area, json: &Value) {
    let all = figures(area);
    let one = all.iter().find(|figure| figure.id == "neighbourhoods").unwrap();
    let Marks::Neighbourhoods(marks) = &one.marks else { unreachable!("another kind of figure") };
    let count: usize = marks.counts.iter().sum();
    assert_eq!(Some(count as u64), json["count"].as_u64(), "{}", area.name);
    for (dots, share) in marks.counts.iter().zip(json["shares"].as_array().unwrap()) {
        assert!((*dots as f64 / count as f64 - share.as_f64().unwrap()).abs() < 1e-9, "{}", area.name);
    }
    assert_eq!(one.readings.len(), 10 + count, "{}", area.name);
}

#[test]
fn local_areas_alone_show_neighbourhoods() {
    for area in &DATA.0.areas {
        let figures = figures(area);
        let has_neighbourhoods = figures.iter().any(|figure| figure.id == "neighbourhoods");
        assert_eq!(has_neighbourhoods, area.kind == AreaKind::Local, "{}", area.name);
    }
}

/// The page says above the pictures what stands out, where that is worked out; else its circumstances say why not.
#[test]
fn what_stands_out_is_told_once() {
    for area in &DATA.0.areas {
        let is_above = texts(&profile(area)).iter().any(|said| said == "What stands out");
        let figures = figures(area);
        let circumstances = figures.last().unwrap();
        assert_eq!(circumstances.id, figure::STRIPS, "{}", area.name);
        let is_told = circumstances.summary.to_lowercase().contains("stands out");
        assert_eq!(is_above || is_told, area.kind == AreaKind::Local, "{}: {}", area.name, circumstances.summary);
        assert!(!(is_above && is_told), "{}", area.name);
    }
}

/// The figures that the app makes of the packs it fetches are those of the static page.
#[test]
fn what_a_place_needs_is_enough_for_its_figures() {
    let (all, manifest) = &*DATA;
    for area in fifty() {
        let view = view(area);
        let needs = (figure::Recipe::of(&view.page).needs)(&view, all, manifest);
        let mut atlas = Atlas::new(all.edition.clone(), all.areas.clone(), Vec::new(), all.indicators.clone());
        for (key, column) in all.columns() {
            if needs.contains(&PackId::Measure(key.indicator.clone())) {
                atlas.insert(key.clone(), column.clone());
            }
        }
        let tables = &all.tables;
        let is_needed = |area| needs.contains(&PackId::Table(TablePack::Neighbourhoods(area)));
        atlas.tables.neighbourhoods = tables.neighbourhoods.iter().filter(|one| is_needed(one.area)).cloned().collect();
        let is_needed = |area| needs.contains(&PackId::Table(TablePack::Profile(area)));
        atlas.tables.profiles = tables.profiles.iter().filter(|one| is_needed(one.area)).cloned().collect();
        if needs.contains(&PackId::Table(TablePack::Gradient)) {
            atlas.tables.gradients = tables.gradients.clone();
        }
        assert_eq!(figure::figures(&atlas, &view).unwrap(), figures(area), "{}", area.name);
    }
}

#[test]
fn a_path_that_names_no_place_falls_back_and_is_reported() {
    let (atlas, manifest) = &*DATA;
    let (view, bad) = View::at("/area/atlantis/", "");
    assert!(bad.is_empty());
    let (settled, bad) = figure::settle(&view, atlas, manifest);
    assert_eq!((settled.page, bad.len(), bad[0].value.as_str()), (Page::Explore, 1, "atlantis"));
    assert!((figure::Recipe::of(&view.page).needs)(&view, atlas, manifest).is_empty());
    for sort in ["sort=-share", "sort=-place_a"] {
        let (view, bad) = View::at("/area/blackpool/", sort);
        assert!(bad.is_empty() && view.sort.is_some());
        assert_eq!(figure::settle(&view, atlas, manifest), (view, Vec::new()));
    }
}

#[test]
fn no_page_says_what_it_may_not() {
    let never = [
        "causes ",
        "caused by",
        "because of",
        "leads to",
        "due to",
        "performance",
        "fails",
        "widened",
        "narrowed",
        "poorest",
        "lifespan",
        "league table",
        "significant",
        "  ",
        "()",
        " ,",
        " .",
        "..",
        "NaN",
        " in Isle of",
        " in the the ",
        " in UK",
        " 1 areas",
    ];
    for area in &DATA.0.areas {
        let mut said = texts(&profile(area));
        for figure in figures(area) {
            said.extend([figure.title, figure.subtitle, figure.summary, figure.reading, figure.alt]);
            said.extend(figure.cautions);
        }
        for text in said {
            assert!(never.iter().all(|word| !text.contains(word)), "{}: {text}", area.name);
            assert!(!is_bare(&text), "{}: {text}", area.name);
        }
    }
}

/// The fall is told with what it is in; the nation comes before the place; women and men of a place are not compared.
#[test]
fn what_has_changed_begins_with_the_nation() {
    for area in &DATA.0.areas {
        let profile = profile(area);
        let Some(part) = profile.before.iter().find(|part| part.heading == "What has changed") else { continue };
        let all = part.paragraphs.join(" ");
        if all.contains(" fell") {
            assert!(all.contains(words::about_the_fall(Lang::English)), "{}: {all}", area.name);
        }
        if let Ok(whole) = healthy_years::facts::tested_against(area) {
            let whole = words::in_place(Lang::English, DATA.0.area(whole).unwrap());
            assert!(part.paragraphs[0].contains(&whole), "{}: {all}", area.name);
        }
        for word in ["than men", "than women", "women than", "men than"] {
            assert!(!all.contains(word), "{}: {all}", area.name);
        }
    }
}

/// Worked out with Python from data/neighbourhoods/england.csv and data/gradient.csv: 54.547, 55.329, 67.361 and
/// 67.692.
#[test]
fn the_mix_of_tenths_is_that_of_the_tables() {
    let summary =
        |name: &str| figures(place(name)).into_iter().find(|figure| figure.id == "neighbourhoods").unwrap().summary;
    for (name, women, men) in [("Blackpool", "54.5", "55.3"), ("Wokingham", "67.4", "67.7")] {
        let said = summary(name);
        assert!(said.contains(&format!("would be {women} years for women and {men} for men")), "{said}");
        assert!(
            said.contains("a benchmark without a verdict: it mixes two editions of the index, and London"),
            "{said}"
        );
    }
    assert!(!summary("Glasgow").contains("benchmark"));
    // Beside no estimate of its own, a benchmark would be read as one.
    assert!(!summary("City of London").contains("benchmark"));
}

/// The UK holds England, so that the two figures are nearly one.
#[test]
fn england_is_not_held_against_the_uk_and_its_page_says_so() {
    let profile = profile(place("England"));
    let said = profile.sexes.iter().flat_map(|one| &one.sentences);
    let said = said.chain(profile.before.iter().flat_map(|part| &part.paragraphs));
    said.for_each(|said| assert!(!said.contains("the UK"), "{said}"));
    assert!(profile.notes.1.iter().any(|note| note.starts_with("England is most of the UK")), "{:?}", profile.notes);
}

#[test]
fn a_county_lists_its_districts() {
    let (_, table) = profile(place("Kent")).districts.unwrap();
    assert_eq!((table.rows.len(), table.columns.len()), (12, 3));
    assert_eq!(table.rows[0].cells[0].shown(), "Ashford");
    assert!(profile(place("Blackpool")).districts.is_none());
}

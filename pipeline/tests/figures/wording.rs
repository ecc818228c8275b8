//! Every sentence about every area, both sexes, every circumstance: what it may not say, and how it must read.

use healthy_years::facts::{Change, Comparison, Outcomes, Ranked, nearest, stands_out};
use healthy_years::figure::{self, Figure, Findings};
use healthy_years::model::{Area, AreaKind, Code, Indicator, Listed, Sex};
use healthy_years::view::{Lang, Outcome, View};
use healthy_years::words;
use rayon::prelude::*;

use crate::support::{DATA, is_bare};

/// What no sentence may hold, in small letters: causes, praise and blame, verdicts that no interval carries, people
/// where places are meant, raw codes and gaps of templates.
const NEVER: [&str; 34] = [
    "causes ",
    "caused by",
    "because of",
    "leads to",
    "due to",
    "results in",
    "drives ",
    "driven by",
    "thanks to",
    "performance",
    "performs",
    "underperform",
    "outperform",
    "better than expected",
    "worse than expected",
    "fails",
    "widened",
    "narrowed",
    "since the peak",
    "record low",
    "poorest",
    "lifespan",
    "league table",
    "strongest cause",
    "significant",
    "  ",
    "()",
    " ,",
    " .",
    "..",
    ",,",
    "nan",
    "{",
    "e0600",
];

/// The faults of a text; none for a sound one.
fn faults(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut found = Vec::new();
    for word in NEVER {
        // A name may hold the letters of a word: “Nantwich” has “nan” in it.
        let word_alone = word == "nan" && !lower.split(|c: char| !c.is_alphabetic()).any(|part| part == "nan");
        if lower.contains(word) && !word_alone {
            found.push(format!("“{word}”"));
        }
    }
    if is_bare(text) {
        found.push("life expectancy that is neither healthy nor total".to_owned());
    }
    for official in ["Bristol, City of", "Herefordshire, County of", "Kingston upon Hull, City of"] {
        if text.contains(official) {
            found.push(format!("{official} in official order"));
        }
    }
    for (one, many) in [(" 1 areas", ""), (" 1 years", ""), (" 1 places", ""), (" 1 others", "")] {
        if text.contains(one) {
            found.push(format!("{one}{many}"));
        }
    }
    let bare = [
        " in Isle of",
        " in UK",
        " in City of London",
        " in North West ",
        " in East of England",
        " in South East ",
        " in Scottish Borders",
        " in Orkney Islands",
        " in West Midlands ",
        " in the the ",
        " the England",
        " in Vale of",
    ];
    found.extend(bare.iter().filter(|bare| text.contains(**bare)).map(|bare| format!("article: {bare}")));
    found
}

/// A sentence: begins with a capital or a quotation mark, ends with a full stop.
fn is_sentence(text: &str) -> bool {
    text.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit() || first == '“')
        && text.ends_with(['.', ':'])
}

/// A statement about healthy life expectancy names it so.
fn names_healthy(text: &str) -> bool {
    ["healthy life expectancy", "years in good health"].iter().any(|name| text.to_lowercase().contains(name))
}

#[track_caller]
fn sound(text: &str, of: &str) {
    let faults = faults(text);
    assert!(faults.is_empty(), "{of}: {faults:?} in: {text}");
}

fn locals() -> Vec<&'static Area> {
    DATA.0.areas_of(AreaKind::Local).collect()
}

/// A view of healthy life expectancy.
fn view(x: &Indicator, sex: Sex, areas: &[Code]) -> View {
    View { areas: areas.to_vec(), x: x.id.clone(), sex, ..View::default() }
}

/// Everything a figure says that is written by a template, what indicators say of themselves apart.
fn statements(figure: &Figure) -> Vec<String> {
    let mut all = vec![figure.summary.clone(), figure.reading.clone()];
    all.extend(figure.cautions.iter().chain(&figure.missing).cloned());
    all.extend(figure.noise.iter().map(|noise| words::without_noise(Lang::English, noise)));
    all
}

/// Everything that is said of chosen places.
fn told(findings: &Findings) -> Vec<&String> {
    let mut all: Vec<&String> = findings.comparisons.iter().collect();
    for finding in &findings.places {
        all.extend(finding.sentences.iter().chain(&finding.expected));
    }
    all
}

#[test]
fn no_sentence_of_any_place_and_circumstance_breaks_a_guard() {
    let circumstances: Vec<&Indicator> = DATA.0.indicators.iter().filter(|x| !x.is_outcome()).collect();
    let codes: Vec<Code> = DATA.0.areas.iter().map(|area| area.code).collect();
    let checked: usize = circumstances
        .par_iter()
        .map(|x| {
            let mut checked = 0;
            for &sex in Sex::ALL {
                let figure = figure::relate(&DATA.0, &view(x, sex, &codes[..5])).unwrap();
                for text in &statements(&figure) {
                    sound(text, x.id.as_str());
                    assert!(is_sentence(text), "{}: not a sentence: {text}", x.id);
                }
                for text in [&figure.title, &figure.subtitle, &figure.alt] {
                    sound(text, x.id.as_str());
                }
                assert!(figure.title.chars().count() <= words::LONGEST_TITLE, "{}", figure.title);
                assert!(figure.alt.chars().count() <= 300, "{}", figure.alt);
                for five in codes.chunks(5) {
                    let findings = figure::findings(&DATA.0, &view(x, sex, five)).unwrap();
                    for text in told(&findings) {
                        sound(text, x.id.as_str());
                        assert!(is_sentence(text), "{}: not a sentence: {text}", x.id);
                        checked += 1;
                    }
                    for finding in findings.places.iter().filter(|finding| finding.chosen.value.is_some()) {
                        assert!(names_healthy(&finding.sentences[0]), "{}", finding.sentences[0]);
                        assert!(finding.expected.iter().all(|said| names_healthy(said)));
                    }
                }
            }
            checked
        })
        .sum();
    println!("{checked} sentences");
    assert!(checked > 200_000, "{checked}");
}

#[test]
fn what_is_said_of_two_places_and_of_two_periods_names_both_and_its_verdict() {
    let now: Vec<Outcomes> =
        Sex::ALL.iter().map(|&sex| Outcomes::of(&DATA.0, Outcome::Healthy, sex, None).unwrap()).collect();
    let locals = locals();
    for now in &now {
        for (a, b) in locals.iter().zip(locals.iter().cycle().skip(7)) {
            let Ok(found) = Comparison::of(now, a.code, b.code) else { continue };
            let said = words::compared(Lang::English, &found);
            let text = said.text();
            sound(text, "comparison");
            assert!(names_healthy(text) && text.contains(&a.name) && text.contains(&b.name), "{text}");
            let verdict = words::verdict(Lang::English, found.verdict());
            let told = if found.verdict().tells_apart() { verdict } else { "can’t be told apart" };
            assert!(text.contains(told) && text.contains("95% interval"), "{text}");
        }
        for area in &DATA.0.areas {
            if let Ok(ranked) = Ranked::of(now, area.code, Code::UK) {
                let said = words::rank(Lang::English, &ranked);
                sound(said.text(), "rank");
                assert!(said.text().contains("somewhere between") && names_healthy(said.text()), "{}", said.text());
            }
            for period in ["2011-2013", "2017-2019"] {
                let then = Outcomes::of(&DATA.0, Outcome::Healthy, now.sex, Some(period.parse().unwrap())).unwrap();
                let Ok(change) = Change::of(&then, now, area.code) else { continue };
                for said in words::changed(Lang::English, &change) {
                    sound(said.text(), "change");
                    assert!(is_sentence(said.text()) && names_healthy(said.text()), "{}", said.text());
                }
            }
        }
    }
}

#[test]
fn what_is_alike_and_what_stands_out_reads_well() {
    let now = Outcomes::of(&DATA.0, Outcome::Healthy, Sex::Female, None).unwrap();
    let (mut alike, mut out) = (0, 0);
    for area in locals() {
        if let Ok(similar) = nearest(&now, area.code) {
            assert!(similar.areas.len() == 5 && similar.areas.iter().all(|one| one.nation() == area.nation()));
            assert!(similar.areas.iter().all(|one| one.code != area.code && now.measured(one.code).is_ok()));
            let basis = words::similar_basis(Lang::English, area.nation().unwrap(), &similar.by);
            sound(&basis, &area.name);
            sound(&words::similar_heading(Lang::English, area), &area.name);
            alike += 1;
        }
        if let Ok(found) = stands_out(&now, area.code) {
            assert!(found.len() <= 3 && found.iter().all(|one| one.z.abs() >= 2.5));
            let said = words::stands_out(Lang::English, area, &found);
            sound(&said, &area.name);
            assert!(is_sentence(&said), "{said}");
            out += usize::from(!found.is_empty());
        }
    }
    println!("{alike} areas with similar ones, {out} where something stands out");
    assert!(alike >= 214, "{alike}");
    // `stands_out_basis` says that chance alone gives about half; so do the figures.
    assert!((60..=95).contains(&out), "{out} of 153");
}

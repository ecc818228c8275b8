//! Figures on the whole of the real data: every circumstance, outcome and sex, and what may not be said.

use healthy_years::figure::{self, Cell, Figure, Findings, Marks, RelateMarks};
use healthy_years::model::{Listed, Sector, Sex};
use healthy_years::view::{Lang, NAVIGATION, Outcome, Page, View};
use healthy_years::words::{self, LONGEST_TITLE};

use crate::support::{DATA, is_bare};

fn figure(query: &str) -> Figure {
    let (atlas, manifest) = &*DATA;
    let (view, bad) = View::parse(query);
    let (view, dropped) = figure::settle(&view, atlas, manifest);
    assert!(bad.is_empty() && dropped.is_empty(), "{query}: {bad:?} {dropped:?}");
    figure::relate(atlas, &view).unwrap()
}

fn relate(figure: &Figure) -> &RelateMarks {
    let Marks::Relate(marks) = &figure.marks else { unreachable!("another kind of figure") };
    marks
}

/// Every circumstance with every outcome and sex, with two places chosen.
fn every_figure() -> impl Iterator<Item = (String, Figure)> {
    let circumstances = DATA.0.indicators.iter().filter(|indicator| indicator.sector != Sector::Outcome);
    circumstances.flat_map(|x| {
        Outcome::ALL.iter().flat_map(move |y| {
            Sex::ALL.iter().map(move |sex| {
                let query = format!("areas=E06000009,W06000015&x={}&y={y}&sex={sex}", x.id);
                (query.clone(), figure(&query))
            })
        })
    })
}

/// What is said of the chosen places of an address of Explore.
fn findings(query: &str) -> Findings {
    let (atlas, manifest) = &*DATA;
    let (view, _) = figure::settle(&View::parse(query).0, atlas, manifest);
    figure::findings(atlas, &view).unwrap()
}

/// The figures of every other view in its usual state and with two places chosen.
fn other_views() -> impl Iterator<Item = (String, Figure)> {
    let pages = NAVIGATION.into_iter().filter(|page| *page != Page::Explore);
    let views = pages.flat_map(|page| {
        ["", "areas=E06000009,W06000015"].map(|query| View { page: page.clone(), ..View::parse(query).0 })
    });
    views.flat_map(|view| {
        let (atlas, manifest) = &*DATA;
        let (settled, dropped) = figure::settle(&view, atlas, manifest);
        assert!(settled == view && dropped.is_empty(), "{dropped:?}");
        let figures = figure::figures(atlas, &view).unwrap();
        figures.into_iter().map(move |figure| (view.address() + "#" + figure.id, figure))
    })
}

/// Everything a figure says, piece by piece; for an address of Explore also what is said of its chosen places.
fn texts(query: &str, figure: &Figure) -> Vec<String> {
    let one = [&figure.title, &figure.subtitle, &figure.summary, &figure.reading, &figure.alt, &figure.table.caption];
    let axes = match &figure.marks {
        Marks::Relate(marks) => vec![&marks.x.label, &marks.y.label],
        Marks::Gradient(marks) => vec![&marks.y.label],
        Marks::England(marks) => vec![&marks.x.label, &marks.y.label],
        Marks::Neighbourhoods(marks) => vec![&marks.label, &marks.even],
        Marks::Lives(marks) => vec![&marks.label],
        Marks::Difference(marks) => vec![&marks.label],
        Marks::Trend(marks) => vec![&marks.y.label],
        Marks::Map(marks) => vec![&marks.measure],
        Marks::Strength(marks) => vec![&marks.axis],
        Marks::Strips(marks) => vec![&marks.key],
        Marks::Multiples(marks) => vec![&marks.y.label],
    };
    let readings = figure.readings.iter().flat_map(|reading| &reading.says);
    let told = if query.starts_with('/') { None } else { Some(findings(query)) };
    let places = told.iter().flat_map(|told| &told.places);
    let said = places.flat_map(|finding| finding.sentences.iter().chain(&finding.expected));
    let said = said.chain(told.iter().flat_map(|told| &told.comparisons));
    let noise: Vec<String> = figure.noise.iter().map(|noise| words::without_noise(Lang::English, noise)).collect();
    let lists = figure.cautions.iter().chain(&figure.notes).chain(&figure.missing);
    let heads = figure.table.columns.iter().map(|column| &column.label);
    one.into_iter().chain(axes).chain(said).chain(&noise).chain(lists).chain(heads).chain(readings).cloned().collect()
}

#[test]
fn every_circumstance_draws_and_its_words_keep_to_their_room() {
    let mut drawn = 0;
    for (query, figure) in every_figure() {
        let marks = relate(&figure);
        assert!(!marks.points.is_empty(), "{query}: no points");
        assert!(figure.title.chars().count() <= LONGEST_TITLE, "{query}: {}", figure.title);
        assert!(figure.alt.chars().count() <= 300, "{query}: {}", figure.alt);
        drawn += 1;
    }
    assert!(drawn > 300, "{drawn}");
}

#[test]
fn life_expectancy_is_always_healthy_or_total() {
    for (query, figure) in every_figure().chain(other_views()) {
        for text in texts(&query, &figure) {
            assert!(!is_bare(&text), "{query}: {text}");
        }
    }
}

#[test]
fn no_sentence_claims_a_cause_or_leaves_a_gap() {
    let causal = ["causes ", "caused by", "because of", "leads to", "due to", "results in", "drives ", "performance"];
    for (query, figure) in every_figure().chain(other_views()) {
        // The notes describe how circumstances are counted, in words that are not about the relation.
        for text in texts(&query, &figure).into_iter().filter(|text| !figure.notes.contains(text)) {
            let lower = text.to_lowercase();
            assert!(causal.iter().all(|word| !lower.contains(word)), "{query}: {text}");
        }
        for text in texts(&query, &figure) {
            let odd = ["  ", "()", " ,", " .", "..", ",,", "NaN", "None", "–;", "{"];
            assert!(odd.iter().all(|gap| !text.contains(gap)), "{query}: {text}");
        }
    }
}

#[test]
fn the_ids_of_a_page_are_those_of_its_figures() {
    let (atlas, _) = &*DATA;
    for page in NAVIGATION {
        let view = View { page: page.clone(), ..View::default() };
        let ids: Vec<&str> = figure::figures(atlas, &view).unwrap().iter().map(|figure| figure.id).collect();
        assert_eq!(ids, figure::Recipe::of(&page).ids, "{page:?}");
    }
}

#[test]
fn what_contains_health_or_shares_a_survey_says_so() {
    let says = |x: &str, words: &str| figure(&format!("x={x}")).cautions.iter().any(|caution| caution.contains(words));
    let built_in = "there by construction";
    assert!(says("imd-2025", built_in) && says("imd-2025-income", built_in) && says("imd-2025-children", built_in));
    assert!(says("imd-2025", "its own index"));
    assert!(says("employment-rate", "the survey that healthy life expectancy comes from"));
    assert!(says("smoking", "cannot separate circumstances from behaviour"));
    assert!(!says("child-poverty-bhc", built_in) && !says("imd-2025-education", built_in));
    assert!(says("child-poverty-bhc", "official statistics in development"));
}

/// r and n as `product.md` and `statistics.md` give them.
#[test]
fn published_relations_are_reproduced() {
    let summary = |query: &str| figure(query).summary.replace('\u{a0}', " ");
    assert!(summary("").contains("r = −0.65") && summary("").contains("216 of 216 areas"), "{}", summary(""));
    assert!(summary("x=child-poverty-ahc").contains("r = −0.48"), "{}", summary("x=child-poverty-ahc"));
    let income = figure("x=household-income&within=E92000001");
    assert!(income.summary.contains("r\u{a0}=\u{a0}0.47"), "{}", income.summary);
    assert!(income.summary.contains("without London’s boroughs 0.87"), "{}", income.summary);
}

/// `sources/README.md`, figures to reproduce.
#[test]
fn published_figures_stand_in_the_table() {
    let row = |query: &str, name: &str| {
        let figure = figure(query);
        let named = |cell: &Cell| matches!(cell, Cell::Text(text) if text == name);
        let row = figure.table.rows.into_iter().find(|row| row.cells.first().is_some_and(named)).unwrap();
        let shown = |cell: Cell| match cell {
            Cell::Number { shown, .. } | Cell::Link { shown, .. } | Cell::Text(shown) | Cell::Missing(shown) => shown,
        };
        row.cells.into_iter().skip(2).map(shown).collect::<Vec<_>>()
    };
    assert_eq!(row("x=child-poverty-ahc", "Blackpool"), ["39.2%", "51.8", "47.4", "56.1"]);
    assert_eq!(row("x=child-poverty-ahc&sex=male", "Blackpool"), ["39.2%", "50.9", "47.3", "54.4"]);
    assert_eq!(row("x=child-poverty-ahc", "Richmond upon Thames"), ["10.6%", "70.3", "65.2", "75.4"]);
    assert_eq!(row("sex=male", "Richmond upon Thames")[1..], ["69.3", "65.2", "73.5"]);
}

#[test]
fn a_computed_value_is_marked_in_the_table() {
    let table = figure("x=imd-2025-crime").table;
    let shown = |name: &str| {
        let named = |cell: &Cell| matches!(cell, Cell::Text(text) if text == name);
        let row = table.rows.iter().find(|row| row.cells.first().is_some_and(named)).unwrap();
        match &row.cells[2] {
            Cell::Number { shown, .. } => shown.clone(),
            other => format!("{other:?}"),
        }
    };
    assert!(shown("Lancashire").ends_with(" (computed)"), "{}", shown("Lancashire"));
    assert!(!shown("Blackpool").contains("computed"), "{}", shown("Blackpool"));
}

#[test]
fn the_title_says_what_r_says() {
    for (query, figure) in every_figure() {
        let marks = relate(&figure);
        let Some(line) = &marks.line else {
            assert!(figure.summary.contains("Under 20") || marks.points.len() < 2, "{query}: {}", figure.summary);
            continue;
        };
        let rises = ["longer healthy lives", "longer lives", "more years not"];
        let falls = ["shorter healthy lives", "shorter lives", "fewer years not"];
        let has = |words: &[&str]| words.iter().any(|words| figure.title.contains(words));
        assert!(!has(&rises) || line.slope > 0.0, "{query}: {}", figure.title);
        assert!(!has(&falls) || line.slope < 0.0, "{query}: {}", figure.title);
    }
}

#[test]
fn no_place_is_hidden() {
    for query in ["", "x=gcse-english-maths", "x=smoking&sex=male", "x=imd-2025", "y=le&x=travel-time-car"] {
        let figure = figure(query);
        let marks = relate(&figure);
        let with_both = figure.table.rows.iter().filter(|row| {
            let number = |at: usize| matches!(row.cells.get(at), Some(Cell::Number { .. }));
            number(2) && number(3)
        });
        assert_eq!(with_both.count(), marks.points.len(), "{query}");
        let said = figure.missing.join(" ");
        let hidden = figure.table.rows.len() - marks.points.len();
        assert!(hidden == 0 || !said.is_empty(), "{query}: {hidden} places are missing without a word");
    }
}

/// r over all areas and without London's boroughs, recomputed from `data/` in Python. The answer turns on London where one
/// of the two is a link (|r| of 0.2 and more, its interval without zero) and the other is not.
#[test]
fn where_london_turns_the_answer_the_title_says_so() {
    for (x, all, without, turns) in [
        ("imd-2025-living-environment", "−0.02", "−0.30", true),
        ("overcrowding", "0.08", "−0.18", false),
        ("end-of-primary", "0.28", "0.05", true),
        ("anxiety", "−0.14", "−0.28", true),
        ("station-walk", "0.12", "−0.14", false),
    ] {
        let figure = figure(&format!("x={x}"));
        assert_eq!(figure.title.contains("London"), turns, "{x}: {}", figure.title);
        assert!(figure.summary.contains(all) && figure.summary.contains(without), "{x}: {}", figure.summary);
    }
}

#[test]
fn where_the_order_of_places_says_something_else_it_is_told() {
    let income = figure("x=household-income");
    assert!(income.summary.contains("by the order of places alone, Spearman’s ρ = 0.75"), "{}", income.summary);
    assert!(!figure("").summary.contains("Spearman"), "{}", figure("").summary);
}

#[test]
fn a_definition_stands_before_anything_else_to_know() {
    for (query, figure) in every_figure() {
        let definition = &DATA.0.indicator(View::parse(&query).0.x.as_str()).unwrap().about.definition;
        assert!(!definition.is_empty() && figure.notes[0].ends_with(definition), "{query}: {}", figure.notes[0]);
    }
}

#[test]
fn no_link_is_claimed_where_the_areas_cannot_tell() {
    for query in ["x=weekly-pay&within=W92000004", "x=station-walk&within=W92000004", "x=new-homes-wales&y=le"] {
        let figure = figure(query);
        assert!(figure.summary.contains("cannot tell"), "{query}: {}", figure.summary);
        assert!(!figure.title.contains("little or no link"), "{query}: {}", figure.title);
    }
    assert!(figure("x=supermarkets").summary.contains("little or no link"), "{}", figure("x=supermarkets").summary);
}

#[test]
fn every_statement_about_a_place_names_its_measure() {
    let findings = findings("areas=E06000009,E92000001,E09000001&y=hle");
    let sentences = &findings.places[0].sentences;
    assert!(
        sentences[1]
            .starts_with("In 2022–24, healthy life expectancy of women was clearly lower in Blackpool than in England"),
        "{sentences:?}"
    );
    assert!(sentences[2].contains("of women in Blackpool was somewhere between 1st and 68th lowest"), "{sentences:?}");
    let absent = &findings.places[2].sentences;
    assert!(absent[0].contains("too few people") && absent[1].contains("not in the picture"), "{absent:?}");
}

#[test]
fn nothing_is_said_of_marks_that_are_not_there() {
    let few = figure("x=child-poverty-ahc&within=N92000002");
    assert!(!few.reading.contains("line is"), "{}", few.reading);
    let unhealthy = figure("y=unhealthy&areas=E06000009,E09000027");
    assert!(!unhealthy.reading.contains("upright bar"), "{}", unhealthy.reading);
    assert_eq!(findings("y=unhealthy&areas=E06000009,E09000027").comparisons.len(), 1);
    let life = figure("y=le");
    assert!(!life.cautions.iter().any(|caution| caution.contains("survey noise")), "{:?}", life.cautions);
    let none = figure("x=imd-2025&within=W92000004");
    assert!(none.marks.is_empty() && none.summary.contains("nothing to draw"), "{}", none.summary);
}

/// 91.2 is Westminster's in `circumstances/health-index-england-underlying-2015-2021.csv`, 2021.
#[test]
fn a_quoted_number_has_its_unit() {
    let sentences = &findings("x=rough-sleeping&areas=E09000033").places[0].sentences;
    let told = "For Westminster: people sleeping rough, 2021 (for every 100,000 people): 91.2";
    assert!(sentences.iter().any(|sentence| sentence.starts_with(told)), "{sentences:?}");
}

//! The figures over time on the real data: values of the sources, every place, and only what the tables carry.

use healthy_years::figure::{self, Cell, Figure, Marks, TrendLook, TrendMarks};
use healthy_years::model::{AreaKind, Sex};
use healthy_years::view::View;

use crate::support::DATA;

fn figures(query: &str) -> [Figure; 6] {
    figure::figures(&DATA.0, &View::at("/trends/", query).0).unwrap().try_into().unwrap()
}

fn marks(figure: &Figure) -> &TrendMarks {
    let Marks::Trend(marks) = &figure.marks else { unreachable!("another kind of figure") };
    marks
}

/// Everything that is said of a figure.
fn said(figure: &Figure) -> String {
    let lists = [&figure.cautions, &figure.missing, &figure.notes];
    let lists = lists.iter().flat_map(|list| list.iter().map(String::as_str));
    [figure.title.as_str(), &figure.summary].into_iter().chain(lists).collect::<Vec<_>>().join(" ")
}

/// Every number drawn with a reading stands in the table, and none twice.
#[test]
fn the_table_holds_what_is_drawn() {
    for query in ["", "areas=E06000009,N09000001,E12000007,E47000001,K02000001"] {
        for figure in figures(query) {
            let numbers = |cell: &Cell| match cell {
                Cell::Number { value, .. } => Some(*value),
                _ => None,
            };
            let table: Vec<f64> = figure.table.rows.iter().flat_map(|row| &row.cells).filter_map(numbers).collect();
            let lines = marks(&figure).panels.iter().flat_map(|panel| &panel.lines);
            for dot in lines.flat_map(|line| &line.dots) {
                assert!(table.contains(&dot.y), "{query}#{}: {}", figure.id, dot.y);
            }
        }
    }
}

/// `sources/README.md`: UK women 60.9 and men 60.7, Blackpool 51.8 (47.4–56.1). The changes are Python's, by the
/// Difference rule from the published limits.
#[test]
fn the_uk_was_flat_and_has_clearly_fallen() {
    let [trend, ..] = figures("");
    assert_eq!(trend.title, "Women’s healthy life expectancy in the UK: flat to 2017–19, clearly lower since");
    assert!(trend.summary.contains("from 63.5 to 60.9 years"), "{}", trend.summary);
    assert!(trend.cautions[0].contains("not in survival") && trend.cautions[1].contains("share two"), "{trend:?}");
    let [men, ..] = figures("sex=male");
    assert!(men.title.contains("clearly lower since") && men.summary.contains("to 60.7 years"), "{}", men.summary);
    let [blackpool, ..] = figures("areas=E06000009");
    assert_eq!(blackpool.chosen[0].short(), "Blackpool: 51.8 years (47.4–56.1)");
    assert!(blackpool.summary.contains("can’t be told apart from its nation’s"), "{}", blackpool.summary);
    assert_eq!(marks(&blackpool).panels[0].lines.len(), 3, "England, the North West, Blackpool");
}

/// z of the changes of women from 2017–19 to 2022–24, Python, from the published values and limits: Blackpool −1.3, Cardiff
/// −1.5, Wokingham −1.1, Bournemouth, Christchurch and Poole −2.4, Wales −6.2, Scotland −5.8, North East −3.8.
#[test]
fn a_title_is_about_the_places_shown() {
    for (areas, title) in [
        ("E06000009", " in Blackpool: change since 2017–19 can’t be told"),
        ("E92000001", " in England: flat to 2017–19, clearly lower since"),
        ("E06000009,W06000015", ": change since 2017–19 can’t be told in either of 2 places"),
        ("E06000009,W06000015,E06000041", ": change since 2017–19 can’t be told in any of 3 places"),
        ("W92000004,S92000003", " in Wales and Scotland: clearly lower than in 2017–19"),
        ("E12000001,W92000004,S92000003", ": clearly lower than in 2017–19 in all 3 places"),
        ("E06000058,W92000004,S92000003", ": lower than in 2017–19 in all 3 places, clearly in 2"),
        ("E06000058,E06000009", ": probably lower than in 2017–19 in 1 of 2 places"),
        ("E06000009,E09000001", " in Blackpool: change since 2017–19 can’t be told"),
        ("E09000001,E06000053", " over time in 2 places"),
    ] {
        let [trend, _, ages, sexes, ..] = figures(&format!("areas={areas}"));
        assert_eq!(trend.title, ["Women’s healthy life expectancy", title].concat());
        let nation = if areas.starts_with('W') { "in Wales" } else { "in England" };
        assert!(ages.title.contains(nation) && sexes.title.contains(nation), "{} {}", ages.title, sexes.title);
    }
}

/// As above: the UK's fall is told, and England's, which is not held against it.
#[test]
fn england_is_not_tested_against_the_uk() {
    let [trend, ..] = figures("");
    let untested = "In Wales and Scotland, the change in healthy life expectancy of women since 2017–19 can’t be told apart \
                    from the UK’s. England is most of the UK, so the two are not tested against each other.";
    assert!(trend.summary.ends_with(untested), "{}", trend.summary);
}

#[test]
fn northern_irelands_districts_begin_later_and_no_line_bridges_what_is_missing() {
    let [trend, life, ..] = figures("areas=N09000001,E09000001");
    assert!(trend.missing[0].contains("with 2014–16"), "{:?}", trend.missing);
    assert!(trend.missing[1].contains("too few people"), "{:?}", trend.missing);
    assert_eq!(marks(&trend).panels.len(), 1);
    assert_eq!(marks(&trend).panels[0].lines[1].dots.len(), 9);
    assert!(life.missing[0].starts_with("Over time there is no figure for"), "{:?}", life.missing);
}

/// 83.1 and 83.5 are England's women in Fingertips 90366, 2015–17 and 2023–25; 82.0 (81.9–82.1) is Wales's at ONS, 2021–23.
#[test]
fn total_life_expectancy_over_time_has_no_verdict() {
    let [_, life, ..] = figures("");
    assert_eq!(life.title, "Women’s total life expectancy in England went from 83.1 to 83.5 years");
    assert!(said(&life).contains("whether total life expectancy changed can’t be said"));
    assert!(life.summary.contains("Wales: in 2021–23 82.0 years (81.9–82.1)"), "{}", life.summary);
    for word in ["rose", "fell", "clearly", "probably", "higher", "lower"] {
        assert!(!said(&life).contains(word), "{word}: {}", said(&life));
    }
    let [_, places, ..] = figures("areas=E06000009,E10000017");
    let looks = |at: usize| marks(&places).panels[at].lines.iter().map(|line| line.look).collect::<Vec<_>>();
    assert_eq!(looks(0), [TrendLook::Quiet, TrendLook::Chosen, TrendLook::Alone]);
    assert_eq!(looks(1), [TrendLook::Alone], "a county has districts");
}

/// 10.7, 11.3 and 11.0 are the UK's women in `hle-by-age-uk-nations.csv`, aged 65–69.
#[test]
fn at_65_there_are_numbers_without_a_verdict() {
    let [_, _, ages, ..] = figures("");
    assert_eq!(ages.title, "Women’s healthy life expectancy in the UK: clearly lower at birth; at 65, 10.7 to 11.0");
    for words in ["10.7 more years", "11.3 in 2017–19", "11.0 in 2022–24", "whether that changed can’t be said"] {
        assert!(ages.summary.contains(words), "{words}: {}", ages.summary);
    }
    let at_birth = &DATA.0.tables.ages.as_deref().unwrap();
    for one in at_birth.iter().filter(|one| one.sex == Sex::Female && one.area.to_string() == "K02000001") {
        let dots = &marks(&ages).panels[0].lines[0].dots;
        let dot = dots.iter().find(|dot| dot.x == f64::from(one.period.first.year)).unwrap();
        assert_eq!(dot.y, one.ages[0].healthy, "both tables at birth, {}", one.period);
    }
}

#[test]
fn womens_lead_has_gone_and_only_nations_are_compared() {
    let [_, _, _, sexes, ..] = figures("");
    assert_eq!(
        sexes.title,
        "Women’s lead in healthy life expectancy has all but gone in the UK, yet women live longer"
    );
    assert!(
        sexes.summary.contains("can’t be told apart: the difference is estimated at 0.2 years"),
        "{}",
        sexes.summary
    );
    for area in DATA.0.areas.iter().filter(|area| area.kind != AreaKind::Nation && area.kind != AreaKind::Uk) {
        let [_, _, _, sexes, ..] = figures(&format!("areas={}", area.code));
        assert!(!said(&sexes).contains(&area.name) && !sexes.subtitle.contains(&area.name), "{}", sexes.subtitle);
    }
}

#[test]
fn the_headline_carries_its_verdict_and_what_stands_with_the_fall() {
    let headline = figure::trends_headline(&DATA.0, &View::at("/trends/", "").0).unwrap();
    assert_eq!(
        headline.text,
        "Since 2017–19, healthy life expectancy in the UK has clearly fallen: by 2.6 years for girls and 2.2 for boys. \
         Before that, little had changed."
    );
    assert!(headline.basis.contains("not in survival"), "{}", headline.basis);
}

/// The last of the figures: England's tenths, Wales's fifths.
fn groups(query: &str) -> [Figure; 2] {
    let [.., england, wales] = figures(query);
    [england, wales]
}

/// `data/gradient.csv`, gaps and shares in Python: women 71.3 − 52.2 = 19.1 (37%), 68.5 − 48.2 = 20.3 (42%); men 18.3 and
/// 19.4; Wales's women 70.1 − 52.9 = 17.2, 66.3 − 47.3 = 19.0.
#[test]
fn tenths_over_time_are_values_alone() {
    let [england, wales] = groups("");
    assert_eq!(england.title, "Women’s healthy life expectancy across England’s tenths: from 19.1 to 20.3 years apart");
    assert_eq!(wales.title, "Women’s healthy life expectancy across Wales’s fifths: from 17.2 to 19.0 years apart");
    for said in ["was 52.2 years in the most deprived tenth", "in 2022–24, 48.2 and 68.5", "(37% to 42% of the most"]
    {
        assert!(england.summary.contains(said), "{said}: {}", england.summary);
    }
    let [men, _] = groups("sex=male&areas=N09000003");
    assert!(men.title.ends_with("from 18.3 to 19.4 years apart"), "{}", men.title);
    for figure in [england, wales, men] {
        let said = said(&figure);
        assert!(said.contains("The table gives no limits, so whether it changed can’t be said"), "{said}");
        for word in ["widened", "narrowed", "grew", "fell", "rose", "clearly", "probably", "higher", "lower", "fall"] {
            assert!(!said.contains(word), "{word}: {said}");
        }
    }
}

/// `data/gradient.csv`: ten periods, one edition of the index for England, none named for Wales.
#[test]
fn every_tenth_has_a_line_of_one_edition_of_the_index() {
    let [england, wales] = groups("");
    for (figure, many) in [(&england, 10), (&wales, 5)] {
        let [panel] = marks(figure).panels.as_slice() else { unreachable!("one scale, one panel") };
        assert_eq!(panel.lines.len(), many);
        assert!(
            panel.lines.iter().all(|line| line.dots.len() == 10 && line.dots.iter().all(|dot| dot.limits.is_none()))
        );
        let named: Vec<&TrendLook> = panel.lines.iter().rev().take(2).map(|line| &line.look).collect();
        assert_eq!((named, figure.readings.len()), (vec![&TrendLook::Chosen; 2], 20));
        assert_eq!((figure.table.rows.len(), figure.table.columns.len()), (10, many + 2));
    }
    assert!(england.subtitle.contains("Index of Multiple Deprivation 2019"), "{}", england.subtitle);
    assert!(wales.cautions[1].contains("does not say which edition"), "{:?}", wales.cautions);
    assert!(england.notes[0].contains("edition of 2019 in all periods"), "{:?}", england.notes);
    let mut two = DATA.0.clone();
    let gradients = two.tables.gradients.as_mut().unwrap();
    for one in gradients.iter_mut().filter(|one| one.period.first.year >= 2020) {
        one.index.edition = Some(2025);
    }
    let newer = figure::figures(&two, &View::at("/trends/", "").0).unwrap();
    let newer = newer.iter().find(|figure| figure.id == "tenths").unwrap();
    assert!(newer.subtitle.ends_with("2025, 2020–22 to 2022–24"), "{}", newer.subtitle);
    assert_eq!(newer.table.rows.len(), 3, "no line across two editions");
}

/// 2013–15 and 2022–24 of `data/gradient.csv`; the greatest gap of women's is 20.3, in 2021–23 too.
#[test]
fn the_table_of_tenths_sorts_by_group_and_by_gap() {
    let cells = |query: &str| -> Vec<String> {
        groups(query)[0].table.rows[0].cells.iter().map(|cell| cell.shown().to_owned()).collect()
    };
    let first = ["2013–15", "52.2", "56.0", "59.5", "62.7", "64.7", "66.7", "67.1", "68.5", "69.1", "71.3", "19.1"];
    assert_eq!(cells(""), first);
    assert_eq!(cells("sort=group_10")[0], "2022–24");
    assert_eq!(cells("sort=gap")[0], "2015–17");
}

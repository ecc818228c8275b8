//! What the open data say of a place against what can be computed from the tables, and against what the site says.

use healthy_years::chart::scene::{Item, Token};
use healthy_years::chart::{self, Frame};
use healthy_years::facts::{Comparison, Outcomes};
use healthy_years::figure;
use healthy_years::model::{Atlas, Code, Listed, Sex};
use healthy_years::stats::Verdict;
use healthy_years::view::{Lang, Outcome, View};
use healthy_years::words;
use serde_json::Value;

use crate::support::{DATA, TABLES};
use crate::{area, json, text};

/// Rank: `statistics.md`. Differences: computed in Python from the published values and limits, with
/// SE = (upper − lower) / 3.92 and, for nations, the rounding of the value added.
#[test]
fn an_area_says_what_can_be_said_of_it() {
    let blackpool = area("E06000009".parse().unwrap());
    let rank = &blackpool["rank_interval"]["female"];
    assert_eq!((&rank["lowest"], &rank["highest"], &rank["of"]), (&1.into(), &68.into(), &216.into()));
    let nation = &blackpool["against_nation"]["female"];
    assert_eq!((text(&nation["area"]), text(&nation["verdict"])), ("E92000001", "clearly-lower"));
    assert_eq!(nation["difference"], serde_json::json!(-9.5));
    let sentence = text(&blackpool["sentences"]["female"]);
    assert!(sentence.contains("about 52 years in good health (95% confidence interval 47 to 56)"), "{sentence}");
    let change = &blackpool["change"]["female"]["since_2011_2013"];
    assert_eq!((text(&change["from"]), text(&change["to"])), ("2011-2013", "2022-2024"));
    assert_eq!((&change["difference"], text(&change["verdict"])), (&serde_json::json!(-5.2), "probably-lower"));
    assert_eq!(text(&change["nation"]["verdict"]), "clearly-lower");
    assert_eq!(text(&change["nation"]["against_nation"]["verdict"]), "cant-tell");
    assert_eq!(blackpool["similar"].as_array().unwrap().len(), 5);
    assert!(blackpool["stands_out"].as_array().unwrap().len() <= 3);
    let expected = &blackpool["expected"]["female"];
    assert_eq!((text(&expected["circumstance"]), &expected["others"]), ("child-poverty-bhc", &150.into()));
}

#[test]
fn what_cannot_be_said_of_an_area_says_why() {
    let why = |code: &str, at: &str| {
        let json = area(code.parse().unwrap());
        let found = json.pointer(at).unwrap_or_else(|| panic!("{code} {at}"));
        text(&found["reason"]).to_owned()
    };
    assert!(why("E09000001", "/rank_interval/female").contains("too few people"));
    assert!(why("E09000001", "/sentences/male").contains("too few people"));
    assert!(why("N09000003", "/expected/female").contains("too few areas"));
    assert!(why("N09000003", "/change/male/since_2011_2013").contains("missing"));
    assert!(why("W06000015", "/stands_out").contains("do not cover"));
    assert!(why("E92000001", "/similar").contains("local areas only"));
    assert!(why("K02000001", "/against_nation/female").contains("nothing to compare"));
    assert!(why("E92000001", "/against_nation/female").contains("England is most of the UK"));
    assert!(why("E92000001", "/change/male/since_2011_2013/nation").contains("England is most of the UK"));
}

#[test]
fn no_statement_is_neither_a_value_nor_a_reason() {
    let statements = ["rank_interval", "against_nation", "similar", "stands_out", "expected", "change", "sentences"];
    for one in &TABLES.areas {
        let json = area(one.code);
        for name in statements {
            assert!(!json[name].is_null(), "{}: no {name}", one.code);
            assert!(!json[name].to_string().contains("null"), "{}: {}", one.code, json[name]);
        }
    }
}

/// Of any two places, either way round: sentence, mark’s colour, table, CSV and `verdicts.json` say the same.
#[test]
fn fifty_random_pairs_have_one_verdict() {
    let (atlas, _) = &*DATA;
    let verdicts = json("verdicts.json");
    let areas: Vec<Code> =
        verdicts["areas"].as_array().unwrap().iter().map(|code| text(code).parse().unwrap()).collect();
    assert_eq!(areas.len(), 216);
    let mut random = 2_463_534_242_u32;
    let mut draw = |of: usize| {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        random as usize % of
    };
    for _ in 0..50 {
        let (one, other) = (draw(areas.len()), draw(areas.len()));
        for (sex, name) in [(Sex::Female, "female"), (Sex::Male, "male")] {
            let outcomes = Outcomes::of(atlas, Outcome::Healthy, sex, None).unwrap();
            let letter = |row: usize, column: usize| text(&verdicts[name]["rows"][row]).chars().nth(column).unwrap();
            let Ok(found) = Comparison::of(&outcomes, areas[one], areas[other]) else {
                assert_eq!((one, letter(one, other)), (other, '·'));
                continue;
            };
            let said = words::compared(Lang::English, &found);
            let told = match letter(one, other) {
                'H' => "clearly higher",
                'h' => "probably higher",
                '=' => "can’t be told apart",
                'l' => "probably lower",
                _ => "clearly lower",
            };
            assert!(said.text().contains(told), "{told}: {}", said.text());
            compare_says(atlas, [areas[one], areas[other]], name, &found);
            let turned = letter(other, one);
            let expected = ['H', 'h', '=', 'l', 'L']
                .iter()
                .rev()
                .nth(['H', 'h', '=', 'l', 'L'].iter().position(|of| *of == letter(one, other)).unwrap());
            assert_eq!(Some(&turned), expected);
        }
    }
}

/// The page that compares two places says of them what was found: in its mark's colour, in its table and in its CSV.
fn compare_says(atlas: &Atlas, [one, other]: [Code; 2], sex: &str, found: &Comparison) {
    let (view, bad) = View::at("/compare/", &format!("areas={one},{other}&sex={sex}"));
    assert!(bad.is_empty());
    let figures = figure::figures(atlas, &view).unwrap();
    let figure = figures.iter().find(|figure| figure.id == "difference").unwrap();
    let scene = chart::lay_out(figure, Frame::of(figure, 720));
    let marks: Vec<Token> = scene.items().filter_map(fill_of_mark).collect();
    assert_eq!(marks, [chart::ink_of(found.verdict())]);
    // Each verdict has a colour of its own, so that the colour tells it.
    assert_eq!(Verdict::ALL.iter().filter(|verdict| chart::ink_of(**verdict) == marks[0]).count(), 1);
    let verdict = words::verdict(Lang::English, found.verdict());
    assert_eq!(figure.table.rows[0].cells.last().unwrap().shown(), verdict);
    let csv = figure.table.csv("", &[]);
    assert!(csv.starts_with("code,pair,") && csv.contains(&format!("\r\n{one},")), "{csv}");
    assert!(csv.ends_with(&format!(",{verdict},2022-2024,,\r\n")), "{verdict}: {csv}");
    assert!(figure.summary.contains(words::compared(Lang::English, found).text()), "{}", figure.summary);
}

fn fill_of_mark(item: &Item) -> Option<Token> {
    match item {
        Item::Mark(mark) => Some(mark.fill),
        _ => None,
    }
}

/// Slope and relative index, range and mean of England's tenths, computed in Python by least squares over the middles of
/// ten equal groups, from the published tenths; 19.6, 20.2 and the range of 2022–24 stand in `statistics.md` and the
/// sources' README.
#[test]
fn gradients_have_their_indices() {
    let json = json("gradient.json");
    let found = |nation: &str, sex: &str, period: &str| {
        let all = json["gradients"].as_array().unwrap();
        let is_it = |one: &&Value| {
            (text(&one["nation"]["code"]), text(&one["sex"]), text(&one["period"])) == (nation, sex, period)
        };
        all.iter().find(is_it).unwrap().clone()
    };
    let of = |of: &Value| ["sii", "rii", "range", "mean"].map(|part| of[part].as_f64().unwrap());
    let women = found("E92000001", "female", "2022-2024");
    assert_eq!(of(&women["healthy_life_expectancy"]), [20.2, 1.40, 20.3, 61.1]);
    assert_eq!(of(&women["life_expectancy"]), [8.0, 1.10, 8.1, 83.2]);
    assert_eq!(of(&found("E92000001", "female", "2013-2015")["healthy_life_expectancy"])[0], 19.6);
    let men = found("E92000001", "male", "2022-2024");
    assert_eq!(of(&men["healthy_life_expectancy"]), [19.3, 1.38, 19.4, 61.1]);
    let wales = &found("W92000004", "female", "2022-2024");
    assert_eq!(wales["healthy_life_expectancy"]["range"], serde_json::json!(19.0));
    assert!(text(&wales["healthy_life_expectancy"]["sii"]["reason"]).contains("tenths"));
    assert!(!text(&wales["life_expectancy"]["reason"]).is_empty());
}

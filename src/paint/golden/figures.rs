//! Figures built by hand, of every kind and with names of all lengths.

use crate::facts::{MapClass, Shade};
use crate::figure::{
    Axis, DifferenceMarks, EnglandDot, EnglandMarks, Figure, Fit, Gap, GradientLine, GradientMarks, GradientPanel,
    Ground, Inset, Lane, LifeBar, LitPlace, LivesMarks, MapArea, MapMarks, Marks, Multiple, MultiplesMarks,
    NeighbourhoodMarks, Point, RelateMarks, StrengthGroup, StrengthMarks, StrengthRow, StripGroup, StripMarks,
    StripRow, TrendDot, TrendLine, TrendLook, TrendMarks, TrendPanel, plain,
};
use crate::model::borders::{Arc, Borders, Grid};
use crate::model::{Code, Hexagon, HexagonMap, IndicatorId};
use crate::stats::Verdict;
use crate::view::Outcome;
use crate::words::Way;

const PLACES: [(&str, f64, f64); 12] = [
    ("Richmond upon Thames", 4.1, 70.3),
    ("Wokingham", 4.6, 70.1),
    ("Bath & North East Somerset", 8.4, 66.0),
    ("Bournemouth, Christchurch and Poole", 11.2, 63.4),
    ("Orkney Islands", 11.9, 69.0),
    ("Ynys Môn", 18.7, 62.5),
    ("Leeds", 21.4, 58.8),
    ("Glasgow City", 24.9, 54.4),
    ("Kingston upon Hull, City of", 30.2, 54.0),
    ("Blackpool", 31.1, 51.8),
    ("Bradford", 36.0, 55.9),
    ("Blackburn with Darwen", 36.4, 54.7),
];

fn point(at: usize, chosen: usize) -> Point {
    let (name, x, y) = PLACES[at];
    Point {
        area: format!("E{:08}", 6_000_001 + at).parse::<Code>().unwrap(),
        name: name.to_owned(),
        x,
        y,
        limits: Some((y - 4.0, y + 4.5)),
        weight: None,
        group: None,
        chosen: at % 2 == 1 && at / 2 < chosen,
        landmark: at == 0 || at == 11,
    }
}

pub(super) fn figure(chosen: usize) -> Figure {
    let axis = |label: &str, suffix: &str| Axis { label: label.into(), prefix: String::new(), suffix: suffix.into() };
    let band = (0..=8).map(|step| 4.1 + f64::from(step) * 4.0375);
    let line = |x: f64| 69.6 - 0.46 * x;
    let marks = RelateMarks {
        x: axis("Children in relative low income before housing costs, % of children under 16, 2024/25", "%"),
        y: axis("Healthy life expectancy at birth, women, years, 2022–24", ""),
        points: (0..PLACES.len()).map(|at| point(at, chosen)).collect(),
        line: Some(Fit {
            intercept: 69.6,
            slope: -0.46,
            band: band.map(|x| (x, line(x) - 1.5, line(x) + 1.5)).collect(),
        }),
        groups: Vec::new(),
    };
    blank(Marks::Relate(marks))
}

/// A figure with these marks, and with no words but title and description.
fn blank(marks: Marks) -> Figure {
    Figure {
        title: "Where more children are in low-income families, healthy lives tend to be shorter".into(),
        alt: "Twelve places & their years in good health.".into(),
        ..plain::with(marks)
    }
}

pub(super) fn relate(figure: &mut Figure) -> &mut RelateMarks {
    match &mut figure.marks {
        Marks::Relate(marks) => marks,
        _ => unreachable!(),
    }
}

pub(super) fn grouped() -> Figure {
    let mut figure = figure(2);
    let marks = relate(&mut figure);
    marks.groups = ["England", "Wales", "Scotland", "Northern Ireland"].map(str::to_owned).to_vec();
    for (at, point) in marks.points.iter_mut().enumerate() {
        point.group = Some(at % 4);
        point.weight = Some(at as f64 / 11.0);
    }
    figure
}

/// Ten groups with both measures, or five with one; two sexes.
pub(super) fn gradient(groups: u32) -> Figure {
    let line = |measure, quiet, (most, least): (f64, f64)| {
        let share = |group: u32| f64::from(group) / f64::from(groups - 1);
        let years: Vec<f64> = (0..groups).map(|group| most + (least - most) * share(group).sqrt()).collect();
        let name = match (quiet, measure) {
            (true, _) => "2013–15",
            (false, Outcome::Life) => "Total life expectancy, 2022–24",
            (false, _) => "Healthy life expectancy, 2022–24",
        };
        GradientLine { measure, quiet, name: name.into(), years, ends: [most, least].map(|end| format!("{end:.1}")) }
    };
    let panel = |name: &str, more: f64| {
        let mut lines = vec![line(Outcome::Healthy, false, (48.2 + more, 68.5 + more))];
        if groups == 10 {
            lines.push(line(Outcome::Life, false, (78.3 - 3.0 * more, 86.4 - 2.0 * more)));
        }
        lines.push(line(Outcome::Healthy, true, (52.2, 71.3)));
        GradientPanel { name: name.into(), note: "20.3 years apart".into(), lines }
    };
    let y = Axis { label: "Life expectancy at birth, years".into(), prefix: String::new(), suffix: String::new() };
    blank(Marks::Gradient(GradientMarks {
        y,
        ends: ["Most deprived", "Least deprived"].map(str::to_owned),
        between: "Not in good health".into(),
        panels: vec![panel("Women", 0.0), panel("Men", 1.2)],
    }))
}

/// Bars of so many places, from the longest name on.
pub(super) fn lives(places: usize) -> Figure {
    let names = ["East Midlands Combined County Authority", "Blackpool", "Wokingham", "Richmond upon Thames", "UK"];
    let life = |(at, name): (usize, &str)| {
        let (healthy, total) = (52.9 + 4.5 * at as f64, 78.9 + 1.7 * at as f64);
        let [years, rest] = [healthy, total - healthy].map(|years| format!("{years:.1}"));
        LifeBar {
            name: name.into(),
            beside: format!("{total:.1} years in all, 67% in good health"),
            healthy,
            healthy_limits: Some((healthy - 4.5, healthy + 4.5)),
            total,
            total_limits: (at % 2 == 0).then_some((total - 0.5, total + 0.5)),
            parts: [
                [format!("{years} years in good health"), format!("{years} in good health"), years],
                [format!("{rest} not in good health"), format!("{rest} not"), rest],
            ],
        }
    };
    let lives = names.into_iter().take(places).enumerate().map(life).collect();
    blank(Marks::Lives(LivesMarks {
        label: "Years at birth, women, 2021–23: added up, not a timeline".into(), lives
    }))
}

/// Pairs with every verdict in turn; each gap around `shift` years.
pub(super) fn differences(pairs: usize, shift: f64) -> Figure {
    let verdicts = [
        (Verdict::ClearlyLower, "clearly lower", -17.6),
        (Verdict::CantTell, "can’t tell apart", 0.4),
        (Verdict::ProbablyHigher, "probably higher", 4.2),
        (Verdict::ProbablyLower, "probably lower", -4.1),
        (Verdict::ClearlyHigher, "clearly higher", 15.4),
    ];
    let gap = |at: usize| {
        let (verdict, words, gap) = verdicts[at % 5];
        let gap = gap + shift;
        let name = match at % 3 {
            0 => "Blackpool against Wokingham",
            1 => "East Midlands Combined County Authority against Lancashire Combined County Authority",
            _ => "Richmond upon Thames against Bournemouth, Christchurch and Poole",
        };
        let (low, high) = (gap - 3.9, gap + 3.9);
        Gap {
            name: name.into(),
            says: format!("{words}: {gap:.1} years ({low:.1} to {high:.1})"),
            verdict,
            gap,
            interval: (low, high),
        }
    };
    blank(Marks::Difference(DifferenceMarks {
        label: "Difference in healthy life expectancy, years, women, 2022–24".into(),
        sides: ["First place lower", "First place higher"].map(str::to_owned),
        gaps: (0..pairs).map(gap).collect(),
    }))
}

/// Neighbourhoods in ten columns.
pub(super) fn neighbourhoods(counts: [usize; 10]) -> Figure {
    let all: usize = counts.iter().sum();
    blank(Marks::Neighbourhoods(NeighbourhoodMarks {
        label: "Share of neighbourhoods in each tenth of Northern Ireland; each dot is one".into(),
        counts: counts.to_vec(),
        shares: counts.iter().map(|count| format!("{}%", count * 100 / all.max(1))).collect(),
        even: "10%, as in Northern Ireland as a whole".into(),
        ends: ["Most deprived", "Least deprived"].map(str::to_owned),
    }))
}

/// One neighbourhood; most in the first tenth; as many as anywhere, in all.
pub(super) const SPREADS: [[usize; 10]; 3] =
    [[0, 0, 0, 0, 0, 1, 0, 0, 0, 0], [38, 13, 8, 19, 7, 4, 4, 1, 0, 0], [60, 93, 88, 120, 110, 104, 99, 101, 96, 67]];

/// So many places over nine periods with a gap, two lines behind each; or two sexes in two panels, one of single dots.
pub(super) fn trend(places: usize) -> Figure {
    let line = |look, name: &str, from: f64, to: f64, width: f64| {
        let dot = |at: u32| {
            let y = from + (to - from) * f64::from(at) / 8.0 - f64::from(at % 3) * 0.2;
            TrendDot { x: 2014.0 + f64::from(at), y, limits: Some((y - width, y + width)) }
        };
        let dots = (0..9).filter(|at| *at != 3).map(dot).collect();
        let first = if look == TrendLook::Quiet { String::new() } else { format!("{from:.1}") };
        TrendLine { look, name: name.into(), first, dots }
    };
    let alone = |look, name: &str, y| {
        let dots = vec![TrendDot { x: 2021.0, y, limits: Some((y - 0.5, y + 0.5)) }];
        TrendLine { look, name: name.into(), first: String::new(), dots }
    };
    let place = |at: usize| TrendPanel {
        name: PLACES[at * 3].0.into(),
        lines: vec![
            line(TrendLook::Quiet, "England 61.3", 63.9, 61.3, 0.3),
            line(TrendLook::Quiet, "Yorkshire and The Humber 61.0", 63.1, 61.0, 0.5),
            line(TrendLook::Chosen, "61.1", 62.0, 61.1, 4.0),
            alone(TrendLook::Alone, if at == 1 { "61.9 in 2021–23" } else { "" }, 61.9),
        ],
    };
    let sexes = vec![
        TrendPanel {
            name: "Healthy life expectancy".into(),
            lines: vec![
                line(TrendLook::Women, "Women 60.9", 63.7, 60.9, 0.2),
                line(TrendLook::Men, "Men 60.7", 62.7, 60.7, 0.2),
            ],
        },
        TrendPanel {
            name: "Total life expectancy".into(),
            lines: vec![alone(TrendLook::Women, "Women 82.8", 82.8), alone(TrendLook::Men, "Men 78.8", 78.8)],
        },
    ];
    let label = "Healthy life expectancy at birth, women, years";
    blank(Marks::Trend(TrendMarks {
        y: Axis { label: label.into(), prefix: String::new(), suffix: String::new() },
        one_scale: places > 0,
        periods: [(2014.0, "2014–16"), (2022.0, "2022–24"), (2017.0, "2017–19")]
            .map(|(x, w)| (x, w.to_owned()))
            .to_vec(),
        panels: if places > 0 { (0..places).map(|at| place(at % 4)).collect() } else { sexes },
    }))
}

/// So many groups over ten periods, of which the first and the last are named.
pub(super) fn groups(many: u32) -> Figure {
    let line = |group: u32| {
        let is_end = group == 0 || group + 1 == many;
        let y = |at: u32| {
            48.0 + 20.0 * f64::from(group) / f64::from(many - 1) - f64::from(at * (many - group)) * 0.04
                + f64::from(at % 3) * 0.2
        };
        let name = match group {
            0 => "Most deprived 48.2",
            _ if is_end => "Least deprived 68.5",
            _ if group == many / 2 => "the eight between",
            _ => "",
        };
        TrendLine {
            look: if is_end { TrendLook::Chosen } else { TrendLook::Quiet },
            name: name.into(),
            first: if is_end { format!("{:.1}", y(0)) } else { String::new() },
            dots: (0..10).map(|at| TrendDot { x: 2013.0 + f64::from(at), y: y(at), limits: None }).collect(),
        }
    };
    let between = (1..many - 1).map(line);
    blank(Marks::Trend(TrendMarks {
        y: Axis {
            label: "Healthy life expectancy at birth, women, years".into(),
            prefix: String::new(),
            suffix: String::new(),
        },
        one_scale: true,
        periods: [(2013.0, "2013–15"), (2022.0, "2022–24"), (2017.0, "2017–19")]
            .map(|(x, w)| (x, w.to_owned()))
            .to_vec(),
        panels: vec![TrendPanel {
            name: "England’s tenths of neighbourhoods".into(),
            lines: between.chain([line(0), line(many - 1)]).collect(),
        }],
    }))
}

/// Six square areas in two rows, of which the last stands far north and the one before has an inset; the second has a hole,
/// which is the third.
pub(super) fn map(is_hexagons: bool, chosen: usize) -> Figure {
    let code = |at: usize| format!("E{:08}", 6_000_001 + at).parse::<Code>().unwrap();
    let square = |at: usize, (left, bottom, size): (u16, u16, u16)| {
        let (right, top) = (left + size, bottom + size);
        let points = vec![(left, bottom), (left, top), (right, top), (right, bottom), (left, bottom)];
        Arc { left: if at == 2 { Some(code(1)) } else { None }, right: Some(code(at)), points }
    };
    let squares = [(0, 0, 50), (55, 0, 50), (70, 15, 20), (0, 55, 50), (55, 55, 50), (60, 160, 20)];
    let arcs = squares.into_iter().enumerate().map(|(at, where_to)| square(at, where_to)).collect();
    let grid = Grid { easting: 0.0, northing: 0.0, step_east: 1000.0, step_north: 1000.0 };
    let inset = |name: &str, at, enlarged| Inset { name: name.into(), areas: vec![code(at)], enlarged };
    let insets = vec![inset("Enlarged", 4, true), inset("Far north", 5, false)];
    let place = |at: usize| (code(at), Hexagon { column: at as u8 % 3, row: at as u8 / 3 });
    let names = [
        "Leicestershire",
        "Bournemouth, Christchurch and Poole",
        "Hull",
        "Ynys Môn",
        "Bath & North East Somerset",
        "Orkney",
    ];
    let area = |at: usize| MapArea {
        area: code(at),
        name: names[at].into(),
        around: code(at / 2),
        class: at,
        chosen: at < chosen,
    };
    let class = |(label, count, shade): (&str, usize, Shade)| MapClass { label: label.into(), count, shade };
    let classes = [
        ("Under 59", 82, Shade::Step(0)),
        ("59–61.5", 46, Shade::Step(1)),
        ("61.5–63.5", 43, Shade::Step(2)),
        ("63.5 or more", 0, Shade::Step(4)),
        ("No figure", 2, Shade::Missing),
        ("Not compared", 6, Shade::Outside),
    ];
    blank(Marks::Map(MapMarks {
        measure: "Healthy life expectancy, years: number of areas".into(),
        classes: classes.map(class).to_vec(),
        areas: (0..6).map(area).collect(),
        ways: Vec::new(),
        ground: match is_hexagons {
            true => Ground::Hexagons(HexagonMap::new((0..6).map(place).collect()).unwrap()),
            false => Ground::Geographic(Borders::new(grid, arcs).unwrap(), insets),
        },
    }))
}

/// Names of circumstances, of all lengths.
const CIRCUMSTANCES: [&str; 5] = [
    "Museums",
    "Children in relative low income before housing costs",
    "Preventable deaths from heart and circulation, England",
    "Travel time to work by public transport or on foot",
    "People neither in work nor looking for it",
];

/// Each way with r at both ends and in the middle.
pub(super) fn strength() -> Figure {
    let row = |(at, name): (usize, &&str)| {
        let r = [-1.0, -0.81, 0.0, 0.44, 1.0][at];
        let way = [Way::Along, Way::Along, Way::Nowhere, Way::Against, Way::Neither][at];
        StrengthRow {
            x: IndicatorId::default_circumstance(),
            name: (*name).into(),
            remarks: ["", "counts ill health", "no clear link · same survey", "the other way", "turns on London"][at]
                .into(),
            r,
            shown: format!("{r:.2}").replace('-', "−"),
            interval: ((r - 0.1_f64).max(-1.0), (r + 0.1_f64).min(1.0)),
            without_london: (at % 2 == 1).then_some(r / 2.0),
            way,
        }
    };
    let group = |name: &str, note: &str| StrengthGroup {
        name: name.into(),
        note: note.into(),
        apart: false,
        rows: CIRCUMSTANCES.iter().enumerate().map(row).collect(),
    };
    blank(Marks::Strength(StrengthMarks {
        axis: "With more of it, healthy lives tend to be …".into(),
        ends: ["← shorter", "longer →"].map(str::to_owned),
        marked: "Mark: r; line: its 95% interval.".into(),
        key: [
            "as one might expect",
            "the other way",
            "neither good nor bad",
            "no clear link",
            "r without London’s boroughs",
        ]
        .map(str::to_owned),
        groups: vec![
            group("What is sold and sited around us", ""),
            group("Behaviours and illness", "These figures cannot separate circumstances from behaviour."),
        ],
    }))
}

pub(super) fn multiples() -> Figure {
    let panel = |(at, name): (usize, &&str)| Multiple {
        x: IndicatorId::default_circumstance(),
        name: (*name).into(),
        note: "−0.81".into(),
        way: [Way::Along, Way::Against, Way::Nowhere, Way::Neither, Way::Along][at],
        affixes: [["£", ""], ["", "%"], ["", ""], ["", " min"], ["", ""]][at].map(str::to_owned),
        points: PLACES.iter().map(|(_, x, y)| (x * 10_f64.powi(at as i32), *y)).collect(),
        chosen: if at == 0 { vec![(20.0, 60.0)] } else { Vec::new() },
    };
    blank(Marks::Multiples(MultiplesMarks {
        y: Axis {
            label: "↑ Healthy life expectancy, women, years, 2022–24".into(),
            prefix: String::new(),
            suffix: String::new(),
        },
        panels: CIRCUMSTANCES.iter().enumerate().map(panel).collect(),
    }))
}

/// Four hundred neighbourhoods, one beyond the upper edge, with so many places lit.
pub(super) fn england(lit: usize) -> Figure {
    let dot = |at: u32| {
        let (income, aside) = ((at * at / 180) as u16, (at * 37 % 90) as u16);
        let employment = if at == 220 { 978 } else { income / 2 + aside };
        EnglandDot { income, employment, tenth: 10 - (at / 40) as u8, place: (at % 10) as u8 }
    };
    let dots: Vec<EnglandDot> = (0..400).map(dot).collect();
    let place = |at: usize| LitPlace {
        name: PLACES[at + 2].0.to_owned(),
        middle: (20.0 + 3.0 * at as f64, 14.0 + at as f64),
        dots: (0..dots.len()).filter(|dot| dot % 10 == at).collect(),
    };
    let axis = |label: &str| Axis { label: label.into(), prefix: String::new(), suffix: "%".into() };
    blank(Marks::England(EnglandMarks {
        x: axis("Income deprivation: on a low income, % of people, 2025"),
        y: axis("Employment deprivation: kept out of work, % of people of working age, 2025"),
        most: (88.4, 53.0),
        places: Vec::new(),
        classes: ["Tenths 1 and 2, most deprived", "3 and 4", "5 and 6", "7 and 8", "9 and 10, least deprived"]
            .map(str::to_owned)
            .to_vec(),
        middles: (0..10).map(|tenth| Some((60.0 / f64::from(tenth + 1), 34.0 / f64::from(tenth + 1)))).collect(),
        lit: (0..lit).map(place).collect(),
        beyond: vec![(220, "97.8%, off the scale".into())],
        stops: vec![(12.5, 10.0), (60.0, 34.0)],
        dots,
    }))
}

/// So many places in so many nations; the last row has an area far out and a place without a figure.
pub(super) fn strips(places: usize, nations: usize) -> Figure {
    let row = |(at, name): (usize, &&str)| {
        let most = if at == 4 { 400.0 } else { 40.0 };
        let lane = |nation: usize| Lane {
            nation,
            spread: (at != 3).then_some([5.0, 12.0, 15.0, 20.0, most]),
            own: Some(18.0),
            places: (0..places)
                .filter(|place| place % nations == nation)
                .map(|place| (place, 8.0 * place as f64))
                .collect(),
        };
        let mut values: Vec<String> = (0..places).map(|_| "£129,429".to_owned()).collect();
        if nations == 1 {
            values.push("£25,425".to_owned());
        }
        StripRow {
            x: IndicatorId::default_circumstance(),
            name: (*name).into(),
            remarks: "average score (0 is typical), school year 2024/25".into(),
            lanes: (0..nations).map(lane).collect(),
            values,
        }
    };
    let nations = ["England", "Northern Ireland", "Scotland"].map(str::to_owned)[..nations].to_vec();
    blank(Marks::Strips(StripMarks {
        places: PLACES[2..].iter().take(places).map(|place| place.0.to_owned()).collect(),
        key: "Shaded: the middle half of each nation’s local areas; line: from the lowest to the highest".into(),
        groups: vec![StripGroup {
            name: "Money".into(),
            note: String::new(),
            rows: CIRCUMSTANCES.iter().enumerate().map(row).collect(),
        }],
        nations,
    }))
}

//! Fewer rows for a picture that has no room for all of them: those at the ends, and never without saying so.

use super::{DifferenceMarks, Lane, Marks, StrengthGroup, StrengthMarks, StripGroup, StripMarks, StripRow};
use crate::order;
use crate::view::Lang;
use crate::words;

/// Marks that have fewer rows than their figure.
pub struct Shortened {
    /// The marks.
    pub marks: Marks,
    /// Where each of their rows stands among all: the figure's reading of it stands there too.
    pub rows: Vec<usize>,
    /// Which rows these are, of how many.
    pub says: String,
}

/// The marks with this many rows, at least two; none where they have no rows that may be left out, or not more.
pub fn shortened(lang: Lang, marks: &Marks, rows: usize) -> Option<Shortened> {
    let rows = rows.max(2);
    match marks {
        Marks::Strength(marks) => strengths(lang, marks, rows),
        Marks::Strips(marks) => strips(lang, marks, rows),
        Marks::Difference(marks) => pairs(lang, marks, rows),
        _ => None,
    }
}

/// How many rows may be left out of the marks, but for two.
pub fn rows_of(marks: &Marks) -> usize {
    match marks {
        Marks::Strength(marks) => marks.groups.iter().map(|group| group.rows.len()).sum(),
        Marks::Strips(marks) => marks.groups.iter().map(|group| group.rows.len()).sum(),
        Marks::Difference(marks) => marks.gaps.len(),
        _ => 0,
    }
}

/// Two thirds of the rows are the strongest links, the others the weakest: that some circumstances go nowhere is part of
/// what the figure says. Behaviours and illnesses, which stand apart there, are left out, as the title does not count them.
fn strengths(lang: Lang, marks: &StrengthMarks, rows: usize) -> Option<Shortened> {
    let in_order = marks.groups.iter().flat_map(|group| group.rows.iter().map(|row| (group.apart, row)));
    let mut all: Vec<_> =
        in_order.enumerate().filter(|(_, (apart, _))| !apart).map(|(at, (_, row))| (at, row)).collect();
    let of = all.len();
    if of <= rows {
        return None;
    }
    // What is weak with London and strong without it is not among the weakest, nor the other way round.
    all.retain(|(_, row)| row.without_london.is_none());
    let rows = rows.min(all.len());
    order::sort_by(&mut all, |(_, a), (_, b)| b.r.abs().total_cmp(&a.r.abs()));
    let strongest = rows - rows / 3;
    let mut weakest = all.split_off(all.len() - rows / 3);
    all.truncate(strongest);
    for part in [&mut all, &mut weakest] {
        order::sort_by(part, |(_, a), (_, b)| a.r.total_cmp(&b.r));
    }
    let says = words::shortened_strengths(lang, [strongest, rows / 3], of);
    let at = all.iter().chain(&weakest).map(|(at, _)| *at).collect();
    let [first, second] = words::ends_of_strengths(lang);
    let groups = [(first, all), (second, weakest)].into_iter().filter(|(_, rows)| !rows.is_empty());
    let groups = groups.map(|(name, rows)| StrengthGroup {
        name: name.to_owned(),
        note: String::new(),
        apart: false,
        rows: rows.into_iter().map(|(_, row)| row.clone()).collect(),
    });
    Some(Shortened {
        marks: Marks::Strength(StrengthMarks { groups: groups.collect(), ..marks.clone() }),
        rows: at,
        says,
    })
}

/// The first pairs, in which the first place is.
fn pairs(lang: Lang, marks: &DifferenceMarks, rows: usize) -> Option<Shortened> {
    let of = marks.gaps.len();
    let gaps = marks.gaps.get(..rows).filter(|_| rows < of)?.to_vec();
    let says = words::shortened_pairs(lang, rows, of);
    Some(Shortened {
        marks: Marks::Difference(DifferenceMarks { gaps, ..marks.clone() }),
        rows: (0..rows).collect(),
        says,
    })
}

/// Of the rows that most places have a figure in, those in which one is furthest from the middle of its nation, in widths of the
/// nation's middle half.
fn strips(lang: Lang, marks: &StripMarks, rows: usize) -> Option<Shortened> {
    let mut all: Vec<_> = marks.groups.iter().flat_map(|group| &group.rows).enumerate().collect();
    let of = all.len();
    if of <= rows {
        return None;
    }
    let places = |row: &StripRow| row.lanes.iter().map(|lane| lane.places.len()).sum::<usize>();
    order::sort_by(&mut all, |(_, a), (_, b)| places(b).cmp(&places(a)).then(furthest(b).total_cmp(&furthest(a))));
    all.truncate(rows);
    let at = all.iter().map(|(at, _)| *at).collect();
    let name = words::furthest_heading(lang).to_owned();
    let rows = all.into_iter().map(|(_, row)| row.clone()).collect::<Vec<_>>();
    let says = words::shortened_strips(lang, marks.places.len(), rows.len(), of);
    let groups = vec![StripGroup { name, note: String::new(), rows }];
    Some(Shortened { marks: Marks::Strips(StripMarks { groups, ..marks.clone() }), rows: at, says })
}

fn furthest(row: &StripRow) -> f64 {
    row.lanes.iter().map(distance).fold(0.0, f64::max)
}

fn distance(lane: &Lane) -> f64 {
    let Some([_, lower, median, upper, _]) = lane.spread.filter(|[_, lower, _, upper, _]| upper > lower) else {
        return 0.0;
    };
    lane.places.iter().map(|(_, value)| (value - median).abs() / (upper - lower)).fold(0.0, f64::max)
}

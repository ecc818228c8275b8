//! The picture of differences: a row a pair, the gap with its interval around a zero line.

use super::metrics::{CAP_HEIGHT, Metrics};
use super::plot::{crisp, level, line, text, written};
use super::scale::{Scale, drawable};
use super::scene::{Anchor, Eighth, Group, Hit, Item, Line, Mark, Scene, Shape, Spot, Token};
use super::sizes::{Sizes, sizes};
use super::ticks::{Tick, ticks};
use super::wrap::wrap;
use super::{Frame, NARROWEST, WIDE};
use crate::figure::{DifferenceMarks, Gap};
use crate::stats::Verdict;

/// The height of a row's line, and what parts rows, in pixels.
const LINE: f64 = 22.0;
const BETWEEN: f64 = 16.0;

/// Half the height of the ends of an interval, in pixels.
const CAP: f64 = 4.0;

/// What a side means has room beside zero, up to this share of the scale.
const MOST_BESIDE_ZERO: f64 = 0.42;

/// From zero to the words beside it, in pixels.
const ASIDE: f64 = 8.0;

/// In wide room the words' share of the width; the rest is for the lines.
const WORDS: f64 = 0.44;

/// The colour of a verdict: the one place where it is decided. Words beside the mark say the same.
pub fn ink_of(verdict: Verdict) -> Token {
    match verdict {
        Verdict::ClearlyHigher => Token::ClearlyHigher,
        Verdict::ProbablyHigher => Token::ProbablyHigher,
        Verdict::CantTell => Token::Point,
        Verdict::ProbablyLower => Token::ProbablyLower,
        Verdict::ClearlyLower => Token::ClearlyLower,
    }
}

/// Heights in pixels: words wrap as the narrowest room of either kind wants.
pub fn heights(marks: &DifferenceMarks) -> [u32; 2] {
    [NARROWEST, WIDE].map(|width| {
        let sizes = sizes(Frame { width, height: 0, zoom: None }, 0);
        let room = Room::of(f64::from(width), &sizes);
        let rows: f64 = marks.gaps.iter().map(|gap| room.row(gap).height).sum();
        (room.head(marks) + rows + room.foot(marks)) as u32 + 1
    })
}

/// Where words and lines stand, in pixels.
struct Room<'a> {
    width: f64,
    is_wide: bool,
    /// The width that words may take.
    words: f64,
    /// Where the lines may reach.
    plot: (f64, f64),
    sizes: &'a Sizes,
}

/// The words of a row in lines, and its height.
struct Row {
    name: Vec<String>,
    says: Vec<String>,
    height: f64,
}

impl<'a> Room<'a> {
    fn of(width: f64, sizes: &'a Sizes) -> Room<'a> {
        let is_wide = width >= f64::from(WIDE);
        let words = if is_wide { width * WORDS } else { width };
        let left = if is_wide { words + 20.0 } else { 4.0 };
        Room { width, is_wide, words, plot: (left, (width - 6.0).max(left + 24.0)), sizes }
    }

    /// The numbers of the axis.
    fn ticks(&self, x: &Scale) -> Vec<Tick> {
        let (left, right) = self.plot;
        ticks((x.value(left), x.value(right)), if self.is_wide { 6 } else { 4 })
    }

    /// From one line of words to the next.
    fn lead(&self) -> f64 {
        self.sizes.name * self.sizes.lead
    }

    fn row(&self, gap: &Gap) -> Row {
        let name = wrap(&gap.name, self.sizes.name, true, self.words);
        let says = wrap(&gap.says, self.sizes.small, false, self.words);
        let words = (name.len() + says.len()) as f64 * self.lead();
        let height = if self.is_wide { words.max(LINE) } else { words + LINE } + BETWEEN;
        Row { name, says, height }
    }

    /// What stands left and right of zero: beside each other, or under each other where one side is short.
    fn head(&self, marks: &DifferenceMarks) -> f64 {
        if marks.gaps.is_empty() { 0.0 } else { 2.0 * self.sizes.small * self.sizes.lead + 8.0 }
    }

    /// How much of the scale what lies left and right of zero needs for its words, as shares.
    fn beside_zero(&self, marks: &DifferenceMarks) -> [f64; 2] {
        let share = |words: &String| (self.side(words) + ASIDE) / (self.plot.1 - self.plot.0);
        marks.sides.each_ref().map(|words| share(words).clamp(0.0, MOST_BESIDE_ZERO))
    }

    /// The width of what a side means, with its arrow.
    fn side(&self, words: &str) -> f64 {
        Metrics::width(&["← ", words].concat(), self.sizes.small, false)
    }

    fn title(&self, marks: &DifferenceMarks) -> Vec<String> {
        wrap(&marks.label, self.sizes.small, true, self.width)
    }

    fn foot(&self, marks: &DifferenceMarks) -> f64 {
        self.sizes.small * self.sizes.lead * (1.0 + self.title(marks).len() as f64) + 14.0
    }
}

/// What is drawn, from the back to the front.
#[derive(Default)]
struct Layers {
    grid: Vec<Item>,
    axes: Vec<Item>,
    gaps: Vec<Item>,
    names: Vec<Item>,
    hits: Vec<Hit>,
}

/// Lays the picture out.
pub fn lay_out(marks: &DifferenceMarks, frame: Frame) -> Scene {
    let sizes = sizes(frame, 0);
    let is_drawn = |gap: &Gap| drawable(gap.gap) && drawable(gap.interval.0) && drawable(gap.interval.1);
    let drawn: Vec<(usize, &Gap)> = marks.gaps.iter().enumerate().filter(|(_, gap)| is_drawn(gap)).collect();
    if drawn.is_empty() {
        return Scene::empty(frame.width, frame.height);
    }
    let room = Room::of(f64::from(frame.width), &sizes);
    let reach = |from: fn(f64, f64) -> f64| {
        drawn.iter().flat_map(|(_, gap)| [gap.interval.0, gap.interval.1, gap.gap]).fold(0.0, from)
    };
    let (least, most) = (reach(f64::min), reach(f64::max));
    let [left, right] = room.beside_zero(marks);
    let x = Scale::new((least.min(-most * left / (1.0 - left)), most.max(-least * right / (1.0 - right))), room.plot);
    let rows: Vec<Row> = drawn.iter().map(|(_, gap)| room.row(gap)).collect();
    let mut layers = Layers::default();
    let (mut top, bottom) = (room.head(marks), f64::from(frame.height) - room.foot(marks));
    // Where words take fewer lines than in the narrowest room, rows stand further apart.
    let spare = (bottom - top - rows.iter().map(|row| row.height).sum::<f64>()).max(0.0) / rows.len() as f64;
    layers.axis(marks, &room, &x, bottom);
    for (at, ((index, gap), row)) in drawn.into_iter().zip(&rows).enumerate() {
        if at > 0 {
            layers.grid.push(level(0.0, room.width, crisp(top - (BETWEEN + spare) / 2.0), Token::Rule));
        }
        layers.row(index, gap, row, top, &room, &x);
        top += row.height + spare;
    }
    layers.scene(frame)
}

impl Layers {
    /// Rules at round numbers, the zero line, what its sides mean, and what is measured.
    fn axis(&mut self, marks: &DifferenceMarks, room: &Room, x: &Scale, bottom: f64) {
        let sizes = room.sizes;
        let (top, stands) = (room.head(marks) - 6.0, bottom + 6.0 + sizes.small * CAP_HEIGHT);
        for tick in room.ticks(x) {
            let at = x.at(tick.value());
            if room.is_wide {
                self.rule(tick.value(), x, (top, bottom));
            }
            let words = tick.words("", "");
            let half = Metrics::width(&words, sizes.small, false) / 2.0;
            let middle = at.max(half).min(room.width - half);
            self.axes.push(text(&words, Spot::px(middle, stands), Anchor::Middle, sizes.small, false, Token::Muted));
        }
        self.sides(marks, room, x.at(0.0));
        for (at, words) in room.title(marks).iter().enumerate() {
            let y = stands + (at + 1) as f64 * sizes.small * sizes.lead;
            self.axes.push(text(words, Spot::px(0.0, y), Anchor::Start, sizes.small, true, Token::Ink));
        }
    }

    /// An upright rule at a number.
    fn rule(&mut self, value: f64, x: &Scale, (from, to): (f64, f64)) {
        let (width, ink) = if value == 0.0 { (2.0, Token::Baseline) } else { (1.0, Token::Rule) };
        let at = crisp(x.at(value));
        self.grid.push(line((at, from), (at, to), width, ink));
    }

    /// What lies left and right of zero, each with an arrow of its own line: as near to zero as the edges allow.
    fn sides(&mut self, marks: &DifferenceMarks, room: &Room, zero: f64) {
        let small = room.sizes.small;
        let width = |words: &str| Metrics::width(words, small, false);
        let [lower, higher] = &marks.sides;
        let (lower, higher) = (["← ", lower].concat(), [higher, " →"].concat());
        let first = small;
        let second = first + small * room.sizes.lead;
        let (left_end, right_start) =
            ((zero - ASIDE).max(width(&lower)), (zero + ASIDE).min(room.width - width(&higher)));
        // Where they would meet, the one that is further from its side stands lower.
        let meet = left_end + 8.0 > right_start;
        let lower_at = Spot::px(left_end, if meet { first } else { second });
        let higher_at = Spot::px(right_start, second);
        self.axes.push(text(&lower, lower_at, Anchor::End, small, false, Token::Ink));
        self.axes.push(text(&higher, higher_at, Anchor::Start, small, false, Token::Ink));
    }

    /// A pair: its words, its interval, its mark.
    fn row(&mut self, index: usize, gap: &Gap, row: &Row, top: f64, room: &Room, x: &Scale) {
        let sizes = room.sizes;
        let words = row.name.iter().map(|words| (words, sizes.name, true));
        let words = words.chain(row.says.iter().map(|words| (words, sizes.small, false)));
        let mut stands = top + sizes.name;
        for (words, size, bold) in words {
            self.names.push(written(words, (0.0, stands), Anchor::Start, size, bold, Token::Ink));
            stands += room.lead();
        }
        let bottom = top + row.height - BETWEEN;
        let y = if room.is_wide { (top + bottom) / 2.0 } else { bottom - LINE / 2.0 };
        if !room.is_wide {
            // In narrow room words stand in the way of rules from row to row.
            for tick in room.ticks(x) {
                self.rule(tick.value(), x, (y - LINE / 2.0, y + LINE / 2.0));
            }
        }
        let ink = ink_of(gap.verdict);
        let (left, right) = (x.at(gap.interval.0), x.at(gap.interval.1));
        let path = [(left, y - CAP), (left, y + CAP), (left, y), (right, y), (right, y - CAP), (right, y + CAP)];
        let path = path.map(|(x, y)| Spot::px(x, y)).to_vec();
        self.gaps.push(Item::Line(Line { path, width: Eighth::px(2.0), ink }));
        let (at, radius) = (Spot::px(x.at(gap.gap), y), Eighth::px(sizes.chosen));
        self.gaps.push(Item::Mark(Mark { at, radius, shape: Shape::Circle, fill: ink, edge: Eighth(12), area: None }));
        self.hits.push(Hit { at, radius, reading: index });
    }

    fn scene(self, frame: Frame) -> Scene {
        let groups = vec![
            Group::of("grid", self.grid),
            Group::of("axes", self.axes),
            Group::of("gaps", self.gaps),
            Group::of("names", self.names),
        ];
        Scene::of(frame, groups, self.hits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Listed;

    #[test]
    fn every_verdict_has_a_colour_of_its_own() {
        let mut inks: Vec<Token> = Verdict::ALL.iter().map(|verdict| ink_of(*verdict)).collect();
        inks.sort();
        inks.dedup();
        assert_eq!(inks.len(), Verdict::ALL.len());
    }
}

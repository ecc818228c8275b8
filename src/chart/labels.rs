//! Where the names of marks go: close to their mark, clear of each other.

/// A box, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Rect {
    /// Whether two boxes share room.
    pub fn meets(&self, other: &Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether all of another box is inside this one.
    pub fn holds(&self, other: &Rect) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// The place in the box that is nearest to another.
    pub fn nearest(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (x.max(self.left).min(self.right), y.max(self.top).min(self.bottom))
    }

    fn at(left: f64, top: f64, (width, height): (f64, f64)) -> Rect {
        Rect { left, top, right: left + width, bottom: top + height }
    }
}

/// A name that wants a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// The middle of its mark.
    pub mark: (f64, f64),
    /// Room around the mark's middle that the name keeps off.
    pub radius: f64,
    /// Upper and lower end of what stands on the mark, such as whiskers.
    pub stands: (f64, f64),
    /// Width and height of the name.
    pub size: (f64, f64),
    /// Whether the name is shown whatever happens.
    pub must: bool,
}

/// What names keep off.
#[derive(Debug, Clone)]
pub struct Surroundings<'a> {
    /// What names stay inside.
    pub bounds: Rect,
    /// What names never cover.
    pub obstacles: Vec<Rect>,
    /// Marks that names cover only when there is no better place.
    pub marks: &'a [(f64, f64)],
    /// A line that names cover only when there is no better place.
    pub line: Option<[(f64, f64); 2]>,
}

/// Where a name goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Its box.
    pub rect: Rect,
    /// Whether it is so far off that a line has to lead to its mark.
    pub leads: bool,
    /// Whether its right end is what is near the mark.
    pub before: bool,
}

/// A name that may be left out covers at most this many marks.
const MOST_COVERED: usize = 0;

/// Finds a place for each name: first for those that must have one, then for the rest while there is room.
pub fn place(wishes: &[Wish], around: &Surroundings) -> Vec<Option<Place>> {
    let mut places = place_musts(wishes, around);
    for (at, wish) in wishes.iter().enumerate().filter(|(_, wish)| !wish.must) {
        places[at] = beside(wish, around, &taken(&places));
    }
    places
}

/// Places the names that must be shown. One that finds no room beside its mark is tried first in another
/// round; the last round leads lines to those that still find none.
fn place_musts(wishes: &[Wish], around: &Surroundings) -> Vec<Option<Place>> {
    let mut order: Vec<usize> = (0..wishes.len()).filter(|&at| wishes[at].must).collect();
    for _ in 0..order.len() {
        let (places, stuck) = round(wishes, &order, around);
        let Some(stuck) = stuck else { return places };
        order.retain(|&at| at != stuck);
        order.insert(0, stuck);
    }
    let (mut places, _) = round(wishes, &order, around);
    for at in order {
        if places[at].is_none() {
            places[at] = afar(&wishes[at], around, &taken(&places));
        }
    }
    places
}

/// Places names beside their marks in an order, and says which was the first that found no room.
fn round(wishes: &[Wish], order: &[usize], around: &Surroundings) -> (Vec<Option<Place>>, Option<usize>) {
    let mut places = vec![None; wishes.len()];
    let mut stuck = None;
    for &at in order {
        places[at] = beside(&wishes[at], around, &taken(&places));
        if places[at].is_none() && stuck.is_none() {
            stuck = Some(at);
        }
    }
    (places, stuck)
}

fn taken(places: &[Option<Place>]) -> Vec<Rect> {
    places.iter().flatten().map(|place| place.rect).collect()
}

/// The best of eight places around the mark, if one is free.
fn beside(wish: &Wish, around: &Surroundings, taken: &[Rect]) -> Option<Place> {
    let mut best: Option<(f64, Place)> = None;
    for (rank, place) in around_mark(wish).into_iter().enumerate() {
        if !is_free(&place.rect, around, taken) {
            continue;
        }
        let covered = covered(&place.rect, around);
        if !wish.must && covered > MOST_COVERED {
            continue;
        }
        let cost = covered as f64 + crosses(&place.rect, around) + rank as f64 * 0.25;
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, place));
        }
    }
    best.map(|(_, place)| place)
}

/// Eight places around a mark, the ones that read best first.
fn around_mark(wish: &Wish) -> [Place; 8] {
    let (x, y) = wish.mark;
    let (width, height) = wish.size;
    let (gap, near) = (wish.radius, wish.radius * 0.7);
    let place = |left, top, before| Place { rect: Rect::at(left, top, wish.size), leads: false, before };
    [
        place(x + gap, y - height / 2.0, false),
        place(x - gap - width, y - height / 2.0, true),
        place(x + near, y - near - height, false),
        place(x + near, y + near, false),
        place(x - near - width, y - near - height, true),
        place(x - near - width, y + near, true),
        place(x - width / 2.0, wish.stands.0.min(y - gap) - height, false),
        place(x - width / 2.0, wish.stands.1.max(y + gap), false),
    ]
}

/// The nearest free place anywhere, by steps; one that covers obstacles when there is no other.
fn afar(wish: &Wish, around: &Surroundings, taken: &[Rect]) -> Option<Place> {
    let bare = Surroundings { obstacles: Vec::new(), marks: &[], ..around.clone() };
    search(wish, around, taken).or_else(|| search(wish, &bare, taken))
}

fn search(wish: &Wish, around: &Surroundings, taken: &[Rect]) -> Option<Place> {
    let mut best: Option<(f64, Place)> = None;
    for (left, top) in steps(&around.bounds, wish.size) {
        let rect = Rect::at(left, top, wish.size);
        let distance = distance(rect.nearest(wish.mark), wish.mark);
        let better = best.is_none_or(|(least, _)| distance < least);
        if !better || !is_free(&rect, around, taken) {
            continue;
        }
        let cost = distance + 8.0 * covered(&rect, around) as f64;
        if best.is_none_or(|(least, _)| cost < least) {
            let before = rect.right < wish.mark.0;
            best = Some((cost, Place { rect, leads: true, before }));
        }
    }
    best.map(|(_, place)| place)
}

/// Upper left corners, step by step, of boxes of a size inside bounds: some thousands at most.
fn steps(bounds: &Rect, (width, height): (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    let (left, top) = (bounds.left, bounds.top);
    let across = (bounds.right - left - width).max(0.0);
    let down = (bounds.bottom - top - height).max(0.0);
    let step = |room: f64| (room / 100.0).max(5.0);
    let (right, below) = (step(across), step(down));
    let columns = (across / right) as u32 + 1;
    let rows = (down / below) as u32 + 1;
    (0..rows * columns).map(move |at| (left + f64::from(at % columns) * right, top + f64::from(at / columns) * below))
}

fn is_free(rect: &Rect, around: &Surroundings, taken: &[Rect]) -> bool {
    around.bounds.holds(rect) && !around.obstacles.iter().chain(taken).any(|other| other.meets(rect))
}

/// How many marks a box covers.
fn covered(rect: &Rect, around: &Surroundings) -> usize {
    const MARK: f64 = 2.5;
    let over = |&&(x, y): &&(f64, f64)| {
        rect.left < x + MARK && x - MARK < rect.right && rect.top < y + MARK && y - MARK < rect.bottom
    };
    around.marks.iter().filter(over).count()
}

/// The price of lying on the line: 1.5 marks.
fn crosses(rect: &Rect, around: &Surroundings) -> f64 {
    let Some([(x0, y0), (x1, y1)]) = around.line else { return 0.0 };
    let beside = rect.right < x0.min(x1) || rect.left > x0.max(x1);
    let above = |x: f64, y: f64| (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) > 0.0;
    let corners = [(rect.left, rect.top), (rect.right, rect.top), (rect.left, rect.bottom), (rect.right, rect.bottom)];
    let sides = corners.iter().filter(|&&(x, y)| above(x, y)).count();
    if beside || sides == 0 || sides == 4 { 0.0 } else { 1.5 }
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BOUNDS: Rect = Rect { left: 30.0, top: 40.0, right: 288.0, bottom: 330.0 };

    fn around(marks: &[(f64, f64)]) -> Surroundings<'_> {
        Surroundings { bounds: BOUNDS, obstacles: Vec::new(), marks, line: None }
    }

    fn wish(mark: (f64, f64), width: f64, must: bool) -> Wish {
        Wish { mark, radius: 8.0, stands: (mark.1 - 30.0, mark.1 + 30.0), size: (width, 16.0), must }
    }

    #[test]
    fn the_right_of_a_lone_mark_is_best() {
        let places = place(&[wish((100.0, 100.0), 60.0, true)], &around(&[]));
        assert_eq!(places[0].map(|place| (place.rect.left, place.rect.top)), Some((108.0, 92.0)));
    }

    #[test]
    fn a_crowded_landmark_goes_without_a_name() {
        let marks: Vec<_> = (0..2500).map(|at| (f64::from(at % 50) * 6.0, f64::from(at / 50) * 7.0)).collect();
        let places = place(&[wish((150.0, 150.0), 60.0, false)], &around(&marks));
        assert_eq!(places, [None]);
    }

    #[test]
    fn names_of_one_spot_all_find_a_place() {
        let wishes = [wish((150.0, 150.0), 120.0, true); 12];
        let places = place(&wishes, &around(&[]));
        assert!(places.iter().all(Option::is_some));
        assert!(places.iter().flatten().any(|place| place.leads));
    }

    proptest! {
        #[test]
        fn no_two_names_meet_and_all_stay_inside(
            marks in prop::collection::vec((30.0..288.0, 40.0..330.0), 0..60),
            asks in prop::collection::vec((30.0..288.0, 40.0..330.0, 20.0..130.0, any::<bool>()), 1..12),
        ) {
            let wishes: Vec<Wish> = asks
                .iter()
                .enumerate()
                .map(|(at, &(x, y, width, landmark))| wish((x, y), width, at < 5 || !landmark && at < 7))
                .collect();
            let places = place(&wishes, &around(&marks));
            for (wish, place) in wishes.iter().zip(&places) {
                prop_assert!(place.is_some() || !wish.must);
                prop_assert!(place.is_none_or(|place| BOUNDS.holds(&place.rect)));
            }
            let rects = taken(&places);
            for (at, rect) in rects.iter().enumerate() {
                prop_assert!(rects[..at].iter().all(|other| !other.meets(rect)));
            }
        }
    }
}

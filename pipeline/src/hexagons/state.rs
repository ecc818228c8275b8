//! A layout while it is being made, and what it costs.

use super::ISLANDS;
use super::board::Board;
use super::problem::{LinkKind, Problem};

/// What is held against a layout, in thousandths. The unit is two areas that are a hexagon's width from where they should
/// lie from each other.
mod cost {
    /// Neighbours, or opposite shores, a hexagon's width from where they should lie; grows with the square.
    pub const STEP: i64 = 1000;
    /// The same of an island, which pulls the area that it lies off to the coast.
    pub const ISLAND: i64 = 3000;
    /// Two areas that share a border and are not beside each other.
    pub const PARTED: i64 = 3500;
    /// Two areas with narrow water between them that are not beside each other.
    pub const FAR_SHORE: i64 = 1000;
    /// Two areas that have a neighbour in common, a hexagon's width off the line of sight; grows with the square.
    pub const SIGHT: i64 = 450;
    /// An area a hexagon's width from where it lies on the evened map; grows with the square.
    pub const AWAY: i64 = 60;
    /// An area with a side more at the sea, or less, than its share of coast; grows with the square.
    pub const SEA: i64 = 700;
    /// An empty hexagon with four, five and six areas beside it.
    pub const LAKE: [i64; 3] = [3000, 7000, 12_000];
    /// An area with fewer than two others beside it, unless it is an island.
    pub const STRAY: i64 = 1500;
    /// Two areas beside each other that the sea should lie between.
    pub const BRIDGE: i64 = 10_000;
    /// A region or nation, for each part beyond the first.
    pub const TORN: i64 = 40_000;
}

/// Areas on the board.
#[derive(Clone)]
pub(super) struct State<'a> {
    pub problem: &'a Problem,
    pub board: &'a Board,
    /// The place on each cell.
    pub on: Vec<Option<usize>>,
    /// The cell of each place.
    pub at: Vec<usize>,
    touched: Touched,
}

/// What a change can make dearer or cheaper, each once.
#[derive(Clone, Default)]
struct Touched {
    places: Vec<usize>,
    links: Vec<usize>,
    cells: Vec<usize>,
    blocks: Vec<usize>,
    /// Numbers changes.
    change: u32,
    /// The last change that each link and each cell was touched by.
    link_by: Vec<u32>,
    cell_by: Vec<u32>,
}

impl<'a> State<'a> {
    /// Every area on the free cell nearest to where it should lie, one after the other.
    pub(super) fn new(problem: &'a Problem, board: &'a Board) -> State<'a> {
        let mut free: Vec<usize> = (0..board.middles.len()).filter(|cell| board.is_within(*cell)).collect();
        let mut at = Vec::new();
        for place in &problem.places {
            let far = |index: &usize| square(board.middles[free[*index]], place.target);
            let nearest = (0..free.len()).min_by_key(far).unwrap_or_default();
            at.push(free.remove(nearest));
        }
        State::of(problem, board, at)
    }

    /// Places on cells, of which no two are the same.
    pub(super) fn of(problem: &'a Problem, board: &'a Board, at: Vec<usize>) -> State<'a> {
        let mut on = vec![None; board.middles.len()];
        at.iter().enumerate().for_each(|(place, cell)| on[*cell] = Some(place));
        let (link_by, cell_by) = (vec![0; problem.links.len()], vec![0; on.len()]);
        State { problem, board, on, at, touched: Touched { link_by, cell_by, ..Touched::default() } }
    }

    /// What the whole layout costs.
    pub(super) fn cost(&self) -> i64 {
        let links: i64 = (0..self.problem.links.len()).map(|link| self.link(link)).sum();
        let away: i64 = (0..self.at.len()).map(|place| self.away(place)).sum();
        let cells: i64 = (0..self.on.len()).map(|cell| self.cell(cell)).sum();
        links + away + cells + (0..self.problem.blocks.len()).map(|block| self.torn(block)).sum::<i64>()
    }

    /// Moves what is on each cell of a path to the next, and what is on the last to the first, unless that costs more
    /// than `most`. Returns what it costs.
    pub(super) fn shift(&mut self, path: &[usize], most: i64) -> Option<i64> {
        self.touch(path);
        let before = self.touched_cost();
        self.turn(path.iter());
        let more = self.touched_cost() - before;
        if more <= most {
            return Some(more);
        }
        self.turn(path.iter().rev());
        None
    }

    fn turn<'p>(&mut self, path: impl DoubleEndedIterator<Item = &'p usize> + Clone) {
        let mut carried = path.clone().next_back().and_then(|cell| self.on[*cell]);
        for cell in path {
            if let Some(place) = carried {
                self.at[place] = *cell;
            }
            carried = std::mem::replace(&mut self.on[*cell], carried);
        }
    }

    /// Notes what a change of the cells of a path touches.
    fn touch(&mut self, path: &[usize]) {
        let State { problem, board, on, touched, .. } = self;
        touched.begin();
        for cell in path {
            touched.cells([*cell].iter().chain(&board.around[*cell]));
            if let Some(place) = on[*cell] {
                touched.place(place, problem);
            }
        }
        // Within a region or nation, areas may change places as they like.
        if touched.places.len() == path.len() && touched.blocks.len() == 1 {
            touched.blocks.clear();
        }
    }

    fn touched_cost(&self) -> i64 {
        let Touched { places, links, cells, blocks, .. } = &self.touched;
        let links: i64 = links.iter().map(|link| self.link(*link)).sum();
        let away: i64 = places.iter().map(|place| self.away(*place)).sum();
        let cells: i64 = cells.iter().map(|cell| self.cell(*cell)).sum();
        links + away + cells + blocks.iter().map(|block| self.torn(*block)).sum::<i64>()
    }

    fn link(&self, link: usize) -> i64 {
        let link = &self.problem.links[link];
        let [one, other] = link.places.map(|place| self.at[place]);
        let (from, to) = (self.board.middles[one], self.board.middles[other]);
        let found = (to.0 - from.0, to.1 - from.1);
        let off = |weight: i64| square(found, link.step) * weight / 1_000_000;
        let parted = |weight: i64| if self.board.around[one].contains(&other) { 0 } else { weight };
        match link.kind {
            LinkKind::Border => off(cost::STEP) + parted(cost::PARTED),
            LinkKind::Water => off(cost::STEP) + parted(cost::FAR_SHORE),
            LinkKind::Island => off(cost::ISLAND),
            LinkKind::Sight => off_sight(found, link.step) * cost::SIGHT / 1_000_000,
        }
    }

    fn away(&self, place: usize) -> i64 {
        square(self.board.middles[self.at[place]], self.problem.places[place].target) * cost::AWAY / 1_000_000
    }

    fn cell(&self, cell: usize) -> i64 {
        let around = self.board.around[cell].iter().filter_map(|cell| self.on[*cell]);
        let Some(place) = self.on[cell] else {
            let lake = around.count().checked_sub(6 - cost::LAKE.len() + 1);
            return lake.and_then(|at| cost::LAKE.get(at)).copied().unwrap_or_default();
        };
        let place = &self.problem.places[place];
        let (mut same, mut others) = (0, 0);
        for other in around {
            *if self.problem.places[other].land == place.land { &mut same } else { &mut others } += 1;
        }
        let off = (6 - same - others) * 1000 - place.coast;
        let stray = if same < 2 && place.land >= ISLANDS.len() { cost::STRAY } else { 0 };
        off * off * cost::SEA / 1_000_000 + others * cost::BRIDGE / 2 + stray
    }

    /// Whether a region or nation is in parts.
    pub(super) fn is_torn(&self) -> bool {
        (0..self.problem.blocks.len()).any(|block| self.parts(block) > 1)
    }

    fn torn(&self, block: usize) -> i64 {
        (self.parts(block) - 1).max(0) * cost::TORN
    }

    /// How many parts a region or nation is in, islands that are apart left out.
    fn parts(&self, block: usize) -> i64 {
        let members = &self.problem.blocks[block];
        let mut left: u64 = (1 << members.len()) - 1;
        let mut reached = [0; 64];
        let mut parts = 0;
        while left != 0 {
            parts += 1;
            reached[0] = self.at[members[left.trailing_zeros() as usize]];
            left &= left - 1;
            let mut count = 1;
            while count > 0 {
                count -= 1;
                for next in self.board.around[reached[count]] {
                    let Some(place) = self.on[next].map(|place| &self.problem.places[place]) else { continue };
                    if place.block == block && left & place.bit != 0 {
                        left &= !place.bit;
                        reached[count] = next;
                        count += 1;
                    }
                }
            }
        }
        parts
    }
}

impl Touched {
    fn begin(&mut self) {
        self.places.clear();
        self.links.clear();
        self.cells.clear();
        self.blocks.clear();
        self.change += 1;
    }

    fn cells<'c>(&mut self, cells: impl Iterator<Item = &'c usize>) {
        for cell in cells {
            if std::mem::replace(&mut self.cell_by[*cell], self.change) != self.change {
                self.cells.push(*cell);
            }
        }
    }

    fn place(&mut self, place: usize, problem: &Problem) {
        self.places.push(place);
        for link in &problem.links_of[place] {
            if std::mem::replace(&mut self.link_by[*link], self.change) != self.change {
                self.links.push(*link);
            }
        }
        let block = problem.places[place].block;
        if !self.blocks.contains(&block) {
            self.blocks.push(block);
        }
    }
}

/// The square of how far off the line of sight an area is; the whole way if it is behind. Two hexagons at most.
fn off_sight(found: (i64, i64), sight: (i64, i64)) -> i64 {
    let beside = (found.0 * sight.1 - found.1 * sight.0) / 1000;
    let ahead = (found.0 * sight.0 + found.1 * sight.1) / 1000;
    (beside * beside + ahead.min(0) * ahead.min(0)).min(4_000_000)
}

fn square(one: (i64, i64), other: (i64, i64)) -> i64 {
    let (east, south) = (one.0 - other.0, one.1 - other.1);
    east * east + south * south
}

//! Looking for the layout that costs least: simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983). Changes are made
//! at random; those that make the layout dearer are kept as long as it is hot. What is drawn, and in which order, depends
//! on nothing but the seed, and costs are whole numbers.

use std::ops::Range;

use rayon::prelude::*;

use super::board::{Board, TURNS};
use super::problem::Problem;
use super::random::Random;
use super::state::State;

/// How hot it is at first, and at last, in thousandths.
const HOTTEST: i64 = 6000;
const COLDEST: i64 = 150;
/// Where the layout sets, as was found by trying: from here down areas only settle within it.
const SET: i64 = 1500;
/// What is left of the heat after each level, in thousandths: until the layout has set, and after.
const COOLING: [i64; 2] = [997, 980];
/// Changes tried at each level.
const TRIES: usize = 8000;
/// The seeds of the searches, of which the best is kept. Those from 16 to 25 were tried too and found nothing better.
const SEEDS: Range<u64> = 8..16;
/// One change in so many moves a whole row of areas into a gap.
const ROWS: usize = 25;

/// How many levels of heat all searches have together.
pub(super) fn levels() -> u64 {
    heats().count() as u64 * (SEEDS.end - SEEDS.start)
}

/// The cells of places in the best layout that was found. `progress` is called after each level.
pub(super) fn search(problem: &Problem, progress: &(dyn Fn() + Sync)) -> Vec<usize> {
    let board = Board::new();
    let begun = State::new(problem, &board);
    let searches = SEEDS.into_par_iter().map(|seed| anneal(begun.clone(), Random(seed), progress));
    let found: Vec<State> = searches.collect();
    // Of equal ones, the first.
    found.into_iter().min_by_key(|state| (state.is_torn(), state.cost())).unwrap_or(begun).at
}

fn heats() -> impl Iterator<Item = i64> {
    let cooler = |heat: &i64| Some(heat * COOLING[usize::from(*heat < SET)] / 1000);
    std::iter::successors(Some(HOTTEST), cooler).take_while(|heat| *heat > COLDEST)
}

fn anneal<'a>(mut state: State<'a>, mut random: Random, progress: &(dyn Fn() + Sync)) -> State<'a> {
    let mut path = Vec::new();
    for heat in heats() {
        for _ in 0..TRIES {
            path.clear();
            match random.below(ROWS) {
                0 => row(&state, &mut random, &mut path),
                _ => few(&state, &mut random, &mut path),
            }
            if path.len() > 1 {
                let drawn = random.below(1024) * random.below(1024);
                let most = (heat * drawn as i64) >> 19;
                state.shift(&path, most);
            }
        }
        progress();
    }
    state
}

/// An area goes near where it is, or near one that it belongs to. What stood there takes its place, or makes a third
/// move.
fn few(state: &State, random: &mut Random, path: &mut Vec<usize>) {
    let place = random.below(state.at.len());
    let from = state.at[place];
    let other = random.of(&state.problem.near[place]).filter(|_| random.below(3) > 0);
    let mut beside = |cell: usize| state.board.around[cell][random.below(6)];
    let near = beside(other.map_or(from, |other| state.at[*other]));
    let to = [near, beside(near)][random.below(2)];
    let third = state.board.around[to][random.below(6)];
    if to == from || !state.board.is_within(to) {
        return;
    }
    path.extend([from, to]);
    if random.below(4) == 0 && third != from && state.board.is_within(third) {
        path.push(third);
    }
}

/// All areas in a row from one at the sea move by one, up to the next gap. Rows bend at random.
fn row(state: &State, random: &mut Random, path: &mut Vec<usize>) {
    let mut cell = state.at[random.below(state.at.len())];
    let way = random.below(6);
    if state.board.around[cell].iter().all(|beside| state.on[*beside].is_some()) {
        return;
    }
    while state.board.is_within(cell) && !path.contains(&cell) {
        path.push(cell);
        if state.on[cell].is_none() {
            return;
        }
        let [left, right] = TURNS[way];
        let turned = [way, way, way, left, right][random.below(5)];
        cell = state.board.around[cell][turned];
    }
    path.clear();
}

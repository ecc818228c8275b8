//! What is to be laid out: areas, where each should lie, and where from each other.

use std::collections::{BTreeMap, BTreeSet};

use healthy_years::model::borders::Borders;
use healthy_years::model::{Area, AreaKind, Code};

use super::coast::Coast;
use super::start::{Start, Vector, starts};
use super::{ISLANDS, block, is_island, land};

/// An area.
pub(super) struct Place {
    pub code: Code,
    /// Its region or nation, as a position among the problem's blocks.
    pub block: usize,
    /// Its bit among the members of its block; 0 for an island that is apart.
    pub bit: u64,
    /// What it hangs together with.
    pub land: usize,
    /// How many of its sides should lie at the sea, in thousandths.
    pub coast: i64,
    /// Where it should lie, east and south, in thousandths of a hexagon's width.
    pub target: (i64, i64),
}

/// Two areas, and where they should lie from each other.
pub(super) struct Link {
    pub places: [usize; 2],
    pub kind: LinkKind,
    /// Where the second lies from the first, east and south: as long as they should be apart, in thousandths of a
    /// hexagon's width.
    pub step: (i64, i64),
}

/// What two areas have to do with each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LinkKind {
    /// They share a border.
    Border,
    /// Narrow water lies between them.
    Water,
    /// One is an island off the other.
    Island,
    /// They have a neighbour in common.
    Sight,
}

/// All of it.
pub(super) struct Problem {
    /// In code order.
    pub places: Vec<Place>,
    pub links: Vec<Link>,
    /// The links of each place.
    pub links_of: Vec<Vec<usize>>,
    /// The places that each should be beside or near.
    pub near: Vec<Vec<usize>>,
    /// The places of each region or nation, islands that are apart left out.
    pub blocks: Vec<Vec<usize>>,
}

impl Problem {
    /// Of the local areas among `areas`.
    pub(super) fn new(areas: &[Area], borders: &Borders) -> Problem {
        let local: Vec<&Area> = areas.iter().filter(|area| area.kind == AreaKind::Local).collect();
        let codes: Vec<Code> = local.iter().map(|area| area.code).collect();
        let starts = starts(borders, &codes);
        let coast = Coast::of(borders);
        let mut places = places(&local, &starts, &coast);
        let blocks = blocks(&mut places);
        let mut links = near_links(&codes, borders, &coast, &starts);
        let near = beside(&links, codes.len());
        links.extend(sights(&near, &starts));
        let of = |at: usize| (0..links.len()).filter(|link| links[*link].places.contains(&at)).collect();
        let links_of = (0..places.len()).map(of).collect();
        Problem { places, links_of, links, near, blocks }
    }
}

fn places(local: &[&Area], starts: &[Start], coast: &Coast) -> Vec<Place> {
    let codes: BTreeSet<Code> = local.iter().filter_map(|area| block(area)).collect();
    let blocks: BTreeMap<Code, usize> = codes.into_iter().zip(0..).collect();
    let west = starts.iter().map(|start| start.evened.0).fold(f64::INFINITY, f64::min);
    let north = starts.iter().map(|start| start.evened.1).fold(f64::NEG_INFINITY, f64::max);
    let place = |(area, start): (&&Area, &Start)| Place {
        code: area.code,
        block: block(area).and_then(|code| blocks.get(&code).copied()).unwrap_or_default(),
        bit: 0,
        land: land(area.code),
        coast: (coast.open.get(&area.code).copied().unwrap_or_default() * 6000.0).round() as i64,
        target: thousandths((start.evened.0 - west, north - start.evened.1)),
    };
    local.iter().zip(starts).map(place).collect()
}

/// The members of each block, which are told their bits.
fn blocks(places: &mut [Place]) -> Vec<Vec<usize>> {
    let count = places.iter().map(|place| place.block + 1).max().unwrap_or_default();
    let mut blocks = vec![Vec::new(); count];
    for (at, place) in places.iter_mut().enumerate().filter(|(_, place)| !is_island(place.code)) {
        place.bit = 1 << blocks[place.block].len();
        blocks[place.block].push(at);
    }
    blocks
}

/// Links between areas that should be beside each other or, off an island, near each other.
fn near_links(codes: &[Code], borders: &Borders, coast: &Coast, starts: &[Start]) -> Vec<Link> {
    let position = |code: Code| codes.binary_search(&code).ok();
    let pair = |[one, other]: [Code; 2]| Some([position(one)?, position(other)?]);
    let link = |kind, places: [usize; 2]| {
        // Over the corner of a hexagon, with a gap between.
        let widths = if kind == LinkKind::Island { 3.0_f64.sqrt() } else { 1.0 };
        let [one, other] = places.map(|at| starts[at].middle);
        Link { places, kind, step: toward(one, other, widths) }
    };
    let mut links = Vec::new();
    for code in codes {
        let after = borders.neighbours(*code).into_iter().filter(|other| other > code);
        links.extend(after.filter_map(|other| pair([*code, other])).map(|places| link(LinkKind::Border, places)));
    }
    let water = coast.facing.iter().filter(|[one, other]| !borders.neighbours(*one).contains(other));
    let water = water.filter(|pair| !pair.iter().any(|code| is_island(*code))).filter_map(|both| pair(*both));
    links.extend(water.map(|places| link(LinkKind::Water, places)));
    let off = |(island, off): &(&str, &str)| pair([island.parse().ok()?, off.parse().ok()?]);
    links.extend(ISLANDS.iter().filter_map(off).map(|places| link(LinkKind::Island, places)));
    links
}

fn beside(links: &[Link], count: usize) -> Vec<Vec<usize>> {
    let mut near = vec![BTreeSet::new(); count];
    for Link { places: [one, other], .. } in links {
        near[*one].insert(*other);
        near[*other].insert(*one);
    }
    near.into_iter().map(|all| all.into_iter().collect()).collect()
}

/// Links between areas that have a neighbour in common and are none themselves.
fn sights(near: &[Vec<usize>], starts: &[Start]) -> Vec<Link> {
    let mut links = Vec::new();
    for (at, beside) in near.iter().enumerate() {
        let beyond: BTreeSet<usize> = beside.iter().flat_map(|other| &near[*other]).copied().collect();
        for other in beyond.into_iter().filter(|other| *other > at && !beside.contains(other)) {
            let step = toward(starts[at].middle, starts[other].middle, 1.0);
            links.push(Link { places: [at, other], kind: LinkKind::Sight, step });
        }
    }
    links
}

fn toward(from: Vector, to: Vector, widths: f64) -> (i64, i64) {
    let (east, south) = (to.0 - from.0, from.1 - to.1);
    let scale = widths / (east * east + south * south).sqrt();
    thousandths((east * scale, south * scale))
}

fn thousandths((east, south): Vector) -> (i64, i64) {
    ((east * 1000.0).round() as i64, (south * 1000.0).round() as i64)
}

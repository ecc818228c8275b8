//! Reading a picture: what lies at a place, and where a way leads from it.

use super::scene::{Eighth, Hit, Item, Region, Scene, Spot};
use crate::model::Way;

impl Scene {
    /// The mark whose region a place is in, or else the one whose middle is nearest, if its edge is within reach.
    pub fn nearest(&self, to: Spot, reach: Eighth) -> Option<Hit> {
        if let Some(region) = self.regions().filter(|region| region.holds(to)).last() {
            return self.hit(region.reading);
        }
        let near = |hit: &Hit| (distance_squared(hit.at, to), hit.reading);
        let hit = self.hits.iter().copied().filter(|hit| self.shows(*hit)).min_by_key(near)?;
        (distance_squared(hit.at, to) <= i64::from((reach + hit.radius).0).pow(2)).then_some(hit)
    }

    /// The position of the nearest of [`Scene::dots`] within reach; of several at one place the first.
    pub fn nearest_dot(&self, to: Spot, reach: Eighth) -> Option<usize> {
        let mut best = (i64::from(reach.0).pow(2), None);
        for (at, dot) in self.dots.iter().enumerate() {
            let Some(dot) = dot else { continue };
            let far = distance_squared(*dot, to);
            if far < best.0 {
                best = (far, Some(at));
            }
        }
        best.1
    }

    /// The areas of a map, from the back to the front; none in other pictures.
    pub fn regions(&self) -> impl Iterator<Item = &Region> {
        self.items().filter_map(|item| match item {
            Item::Region(region) => Some(region),
            _ => None,
        })
    }

    /// Whether its marks are areas of a map, among which there are directions.
    pub fn is_map(&self) -> bool {
        !self.ways.is_empty()
    }

    /// Whether each mark stands no higher than the one before it, and the last below the first: as in pictures of rows.
    pub fn goes_down(&self) -> bool {
        let ends = self.hits.first().zip(self.hits.last());
        let no_higher = |pair: &[Hit]| matches!(pair, [one, next] if one.at.y <= next.at.y);
        ends.is_some_and(|(first, last)| first.at.y < last.at.y) && self.hits.windows(2).all(no_higher)
    }

    /// Whether a mark is within the picture: of an area outside of the part that a map shows, nothing is drawn.
    pub fn shows(&self, hit: Hit) -> bool {
        let Some(window) = &self.window else { return true };
        let at = (hit.at.x.to_px(), hit.at.y.to_px());
        if self.is_map() {
            return self.regions().any(|region| region.reading == hit.reading);
        }
        let (x, y) = window.room.nearest(at);
        (x - at.0).abs() < 1.0 && (y - at.1).abs() < 1.0
    }

    /// The mark that a way of a map leads to from another. None where nothing lies that way.
    pub fn toward(&self, from: Hit, way: Way) -> Option<Hit> {
        self.hit(self.ways.get(from.reading)?.get(way as usize).copied().flatten()?)
    }

    fn hit(&self, reading: usize) -> Option<Hit> {
        self.hits.iter().copied().find(|hit| hit.reading == reading)
    }
}

impl Region {
    /// Whether a place is in it.
    pub fn holds(&self, spot: Spot) -> bool {
        let sides = self.rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
        sides.filter(|(a, b)| is_left_of(**a, **b, spot)).count() % 2 == 1
    }
}

/// Whether a place lies on the level of a side, the lower end of which does not count, and to the left of it.
fn is_left_of(a: Spot, b: Spot, spot: Spot) -> bool {
    if (a.y > spot.y) == (b.y > spot.y) {
        return false;
    }
    let [across, down, left] = [b.x - a.x, b.y - a.y, spot.x - a.x].map(|length| f64::from(length.0));
    left < across * f64::from((spot.y - a.y).0) / down
}

fn distance_squared(a: Spot, b: Spot) -> i64 {
    let across = i64::from((a.x - b.x).0);
    let down = i64::from((a.y - b.y).0);
    across * across + down * down
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::{Group, Token};

    #[test]
    fn finds_the_nearest_dot_within_reach() {
        let dots = vec![None, Some(Spot::px(10.0, 10.0)), Some(Spot::px(20.0, 10.0)), Some(Spot::px(20.0, 10.0))];
        let scene = Scene { dots, ..Scene::empty(100, 100) };
        let nearest = |x| scene.nearest_dot(Spot::px(x, 10.0), Eighth::px(6.0));
        assert_eq!([5.0, 14.0, 16.0, 26.5].map(nearest), [Some(1), Some(1), Some(2), None]);
        assert_eq!(Scene::empty(1, 1).nearest_dot(Spot::default(), Eighth(8)), None);
    }

    #[test]
    fn finds_the_nearest_mark_within_reach() {
        let hit = |x, reading| Hit { at: Spot::px(x, 10.0), radius: Eighth(24), reading };
        let scene = Scene { hits: vec![hit(10.0, 0), hit(20.0, 1), hit(20.0, 2)], ..Scene::empty(100, 100) };
        let nearest = |x, y| scene.nearest(Spot::px(x, y), Eighth::px(6.0)).map(|hit| hit.reading);
        assert_eq!(nearest(11.0, 10.0), Some(0));
        assert_eq!(nearest(19.0, 12.0), Some(1));
        assert_eq!(nearest(50.0, 10.0), None);
        assert_eq!(Scene::empty(1, 1).nearest(Spot::default(), Eighth(8)), None);
    }

    /// A square of two by two in squares of ten pixels, with a hole that another fills, and two more to the right.
    fn map() -> Scene {
        let ring = |left: f64, top: f64, size: f64| {
            [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size)].map(|(x, y)| Spot::px(left + x, top + y)).to_vec()
        };
        let squares = [(0.0, 0.0, 20.0), (5.0, 5.0, 10.0), (20.0, 0.0, 10.0), (20.0, 10.0, 10.0)];
        let mut regions = Vec::new();
        for (reading, (left, top, size)) in squares.into_iter().enumerate() {
            let mut rings = vec![ring(left, top, size)];
            if reading == 0 {
                rings.push(ring(5.0, 5.0, 10.0).into_iter().rev().collect());
            }
            regions.push(Item::Region(Region { rings, fill: Token::Point, edge: Eighth(4), reading }));
        }
        let hit = |(reading, (x, y))| Hit { at: Spot::px(x, y), radius: Eighth(8), reading };
        let hits = [(2.0, 10.0), (10.0, 10.0), (25.0, 5.0), (25.0, 15.0)].into_iter().enumerate().map(hit).collect();
        Scene { groups: vec![Group { name: "map", items: regions }], hits, ..Scene::empty(40, 40) }
    }

    #[test]
    fn pointing_into_a_region_reads_it() {
        let at = |x, y| map().nearest(Spot::px(x, y), Eighth(8)).map(|hit| hit.reading);
        assert_eq!([(1.0, 1.0), (19.0, 19.0), (6.0, 14.0), (21.0, 9.0)].map(|(x, y)| at(x, y)), [0, 0, 1, 2].map(Some));
        assert_eq!(at(35.0, 35.0), None);
    }

    #[test]
    fn a_way_leads_where_the_figure_says() {
        let map = Scene { ways: vec![[None, Some(2), None, None], [None; 4], [None, None, Some(3), Some(0)]], ..map() };
        let to = |from: usize, way| map.toward(map.hits[from], way).map(|hit| hit.reading);
        assert_eq!((to(0, Way::East), to(2, Way::South), to(2, Way::West)), (Some(2), Some(3), Some(0)));
        assert_eq!((to(0, Way::North), to(1, Way::East), to(3, Way::East)), (None, None, None));
        assert!(map.is_map() && !Scene::empty(1, 1).is_map());
    }
}

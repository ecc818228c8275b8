//! Borders packs.

use super::*;
use crate::model::borders::{Arc, Borders, Grid, Point};

const GRID: Grid = Grid { easting: -68.876, northing: 7053.727, step_east: 65.579, step_north: 121.169 };
const WIDE: u16 = 6;

/// Borders on a board of square fields, each of an area or of none: one arc for each side that two fields share.
fn of_board(fields: &[Option<Code>]) -> Borders {
    let high = fields.len() as u16 / WIDE;
    let field = |east: u16, north: u16| {
        let inside = (1..=WIDE).contains(&east) && (1..=high).contains(&north);
        inside.then(|| fields[usize::from((north - 1) * WIDE + east - 1)]).flatten()
    };
    let mut arcs = Vec::new();
    let mut part = |left, right, points: [Point; 2]| {
        if left != right {
            arcs.push(Arc { left, right, points: points.to_vec() });
        }
    };
    for (east, north) in (0..=WIDE).flat_map(|east| (0..=high).map(move |north| (east, north))) {
        part(field(east, north), field(east + 1, north), [(east, north), (east, north + 1)]);
        part(field(east, north + 1), field(east, north), [(east, north), (east + 1, north)]);
    }
    // Lines between fields are a step up from the fields' lower edge.
    for arc in &mut arcs {
        let up = arc.points[0].0 == arc.points[1].0;
        let (east, north) = if up { (1, 0) } else { (0, 1) };
        arc.points.iter_mut().for_each(|point| *point = (point.0 * 97 + east * 97, point.1 * 31 + north * 31));
    }
    Borders::new(GRID, arcs).unwrap()
}

fn any_borders() -> impl Strategy<Value = Borders> {
    let codes: Vec<_> = some_atlas().areas.iter().map(|area| area.code).collect();
    let field = proptest::option::of(proptest::sample::select(codes));
    vec(field, usize::from(WIDE) * 5).prop_map(|fields| of_board(&fields))
}

/// Blackpool around Bristol.
fn some_borders() -> Borders {
    let mut fields = vec![Some(code("E06000009")); usize::from(WIDE) * 3];
    fields[8] = Some(code("E06000023"));
    of_board(&fields)
}

#[test]
fn borders_of_areas_that_the_atlas_does_not_have_are_not_packed() {
    let mut atlas = some_atlas();
    atlas.areas.remove(0);
    assert_eq!(encode_borders(&some_borders(), &atlas), Err(EncodeError::UnknownArea(code("E06000009"))));
}

#[test]
fn borders_of_other_areas_another_edition_or_another_kind_are_refused() {
    let packed = encode_borders(&some_borders(), &some_atlas()).unwrap();
    let mut other = some_atlas();
    other.edition = "2026-07".into();
    assert_eq!(decode_borders(&packed, &other), Err(PackError::OtherEdition));
    let mut fewer = some_atlas();
    fewer.areas.pop();
    assert_eq!(decode_borders(&packed, &fewer), Err(PackError::OtherEdition));
    let measure = encode_measure(&some_atlas(), &id("pay")).unwrap();
    assert!(matches!(decode_borders(&measure, &some_atlas()), Err(PackError::Malformed(_))));
    let newer = frame::seal(Kind::Borders, v1::VERSION + 1, b"");
    assert_eq!(decode_borders(&newer, &some_atlas()), Err(PackError::TooNew { version: 2 }));
}

#[test]
fn every_bit_flip_and_every_truncation_of_borders_is_refused() {
    let good = encode_borders(&some_borders(), &some_atlas()).unwrap();
    for bit in 0..good.len() * 8 {
        let mut bad = good.clone();
        bad[bit / 8] ^= 1 << (bit % 8);
        assert!(decode_borders(&bad, &some_atlas()).is_err(), "bit {bit}");
    }
    for length in 0..good.len() {
        assert!(decode_borders(&good[..length], &some_atlas()).is_err(), "{length} bytes");
    }
}

proptest! {
    #[test]
    fn borders_are_read_back(borders in any_borders()) {
        let packed = encode_borders(&borders, &some_atlas()).unwrap();
        prop_assert_eq!(decode_borders(&packed, &some_atlas()), Ok(borders));
    }

    /// However areas lie: their outlines close, and add up to the outline of them all.
    #[test]
    fn outlines_of_any_borders_close_and_add_up(borders in any_borders()) {
        let km2 = |within: &dyn Fn(Code) -> bool| {
            let rings = borders.outline(within);
            for ring in &rings {
                let points: Vec<_> = borders.points(ring).collect();
                assert!(points.len() > 4 && points.first() == points.last());
            }
            rings.iter().map(|ring| borders.km2(ring)).sum::<f64>()
        };
        let parts: f64 = some_atlas().areas.iter().map(|area| km2(&|code| code == area.code)).sum();
        prop_assert!((parts - km2(&|_| true)).abs() < 1e-9);
    }

    #[test]
    fn random_bytes_are_no_borders(bytes in vec(any::<u8>(), 0..300)) {
        prop_assert!(decode_borders(&bytes, &some_atlas()).is_err());
        let _ = decode_borders(&sealed(Kind::Borders, &bytes), &some_atlas());
    }

    /// Numbers behind a sound beginning reach the decoder of borders; what it accepts can be drawn.
    #[test]
    fn hostile_borders_do_not_panic(changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let packed = encode_borders(&some_borders(), &some_atlas()).unwrap();
        let mut payload = frame::open(&packed, Kind::Borders).unwrap().1.to_vec();
        for (at, byte) in changes {
            let at = at.index(payload.len());
            payload[at] = byte;
        }
        if let Ok(borders) = decode_borders(&sealed(Kind::Borders, &payload), &some_atlas()) {
            let rings = borders.outline(|_| true);
            prop_assert!(rings.iter().all(|ring| borders.points(ring).count() > 1));
        }
    }
}

//! The part of a map that its room shows, and which part it shows when it is moved: north is up, lengths are metres on the
//! ground and pixels in the picture. Other pictures than maps have units of their own across and up.

use super::labels::Rect;
use crate::view::Zoom;

/// What the middle of a part of a map is rounded to, in metres: less than a pixel, whatever the size.
const STEP: f64 = 100.0;

/// Room of the buttons in the upper left corner of a picture of which a part can be enlarged, in pixels: each button, and how
/// many there are for the whole and for a part. No name covers them.
pub(super) const BUTTON: f64 = 36.0;
pub(super) const BUTTONS: [f64; 2] = [3.0, 7.0];

/// Hundredths of the whole map's size.
const WHOLE: f64 = 100.0;

/// A room with the part of a map that it shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// The room, in pixels.
    pub room: Rect,
    /// The part that is shown; none for all of it.
    pub zoom: Option<Zoom>,
    /// How far down buttons stand at its left edge, in pixels.
    pub buttons: f64,
    /// Pixels of a metre; across, where up is another.
    pub(super) scale: f64,
    /// How many times as many pixels a unit has up as across: 1 on maps.
    pub(super) tall: f64,
    /// Easting and northing of the room's upper left corner.
    pub(super) corner: (f64, f64),
    /// Pixels of a metre where the whole map is shown.
    whole: f64,
    /// Least and greatest easting and northing of what can be shown.
    land: ((f64, f64), (f64, f64)),
}

impl Window {
    /// A room that shows the whole map: where its upper left corner lies then, and how many pixels a metre has.
    pub(super) fn of_all(room: Rect, corner: (f64, f64), scale: f64, land: ((f64, f64), (f64, f64))) -> Window {
        Window { room, zoom: None, buttons: room.top, scale, tall: 1.0, corner, whole: scale, land }
    }

    /// A room that shows the whole of another picture: least and greatest place across and up.
    pub(super) fn of_picture(room: Rect, land: ((f64, f64), (f64, f64))) -> Window {
        let ((left, low), (right, high)) = land;
        let scale = (room.right - room.left) / (right - left);
        let tall = (room.bottom - room.top) / (high - low) / scale;
        Window { room, zoom: None, buttons: room.top, scale, tall, corner: (left, high), whole: scale, land }
    }

    /// The same part in another room.
    pub(super) fn in_room(&self, room: Rect) -> Window {
        let across = (room.right - room.left) / (self.room.right - self.room.left);
        let up = (room.bottom - room.top) / (self.room.bottom - self.room.top);
        let (scale, tall, whole) = (self.scale * across, self.tall * up / across, self.whole * across);
        Window { room, buttons: room.top, scale, tall, whole, ..*self }
    }

    /// What is shown: from where to where across, and up.
    pub(super) fn shown(&self) -> [(f64, f64); 2] {
        let ((left, high), (across, down)) = (self.corner, self.half(self.scale));
        [(left, left + 2.0 * across), (high - 2.0 * down, high)]
    }

    /// The same room with a part of the map, or with as near a part as the box around all land has.
    pub(super) fn at(&self, zoom: Zoom) -> Window {
        let scale = self.whole * f64::from(zoom.percent) / WHOLE;
        let middle = self.within((f64::from(zoom.easting), f64::from(zoom.northing)), scale);
        let (across, down) = self.half(scale);
        let zoom = Zoom { easting: middle.0 as i32, northing: middle.1 as i32, ..zoom };
        Window { zoom: Some(zoom), scale, corner: (middle.0 - across, middle.1 + down), ..*self }
    }

    /// The part that is shown when what lies at one place of the room has moved to another and is so many times as large;
    /// none for the whole map.
    pub fn moved(&self, from: (f64, f64), to: (f64, f64), times: f64) -> Option<Zoom> {
        let percent = libm::round(WHOLE * times * self.scale / self.whole);
        // No number, where two fingers were in one place, is no part either.
        let percent = Some(percent).filter(|percent| *percent >= f64::from(Zoom::LEAST))?.min(f64::from(Zoom::MOST));
        let scale = self.whole * percent / WHOLE;
        let held = (
            self.corner.0 + (from.0 - self.room.left) / self.scale,
            self.corner.1 - (from.1 - self.room.top) / self.scale / self.tall,
        );
        let (x, y) = self.middle();
        let (easting, northing) =
            self.within((held.0 + (x - to.0) / scale, held.1 - (y - to.1) / scale / self.tall), scale);
        Some(Zoom { percent: percent as u16, easting: easting as i32, northing: northing as i32 })
    }

    /// The room of the buttons.
    pub(super) fn room_of_buttons(&self) -> Rect {
        let [whole, part] = BUTTONS;
        let (left, top) = (self.room.left, self.buttons);
        let down = BUTTON * if self.zoom.is_some() { part } else { whole };
        Rect { left, top, right: left + BUTTON + 4.0, bottom: top + down + 4.0 }
    }

    /// The middle of the room, in pixels.
    pub fn middle(&self) -> (f64, f64) {
        ((self.room.left + self.room.right) / 2.0, (self.room.top + self.room.bottom) / 2.0)
    }

    /// Half of what the room shows, in metres.
    fn half(&self, scale: f64) -> (f64, f64) {
        let (width, height) = (self.room.right - self.room.left, self.room.bottom - self.room.top);
        (width / 2.0 / scale, height / 2.0 / scale / self.tall)
    }

    /// The place nearest to another that may lie in the middle: there is land to all sides of the room, or all of it within.
    fn within(&self, (easting, northing): (f64, f64), scale: f64) -> (f64, f64) {
        let ((west, south), (east, north)) = self.land;
        let (across, down) = self.half(scale);
        (between(easting, west + across, east - across), between(northing, south + down, north - down))
    }
}

/// The number, but not below or above two others; midway where there is no room between them.
fn between(number: f64, low: f64, high: f64) -> f64 {
    let number = if low < high { number.max(low).min(high) } else { (low + high) / 2.0 };
    libm::round(number / STEP) * STEP
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A thousand kilometres of land in a room of 400 by 600 pixels, of which the map takes all the width.
    fn window() -> Window {
        let room = Rect { left: 20.0, top: 50.0, right: 420.0, bottom: 650.0 };
        Window::of_all(room, (0.0, 1_200_000.0), 0.0004, ((0.0, 200_000.0), (1_000_000.0, 1_200_000.0)))
    }

    #[test]
    fn what_is_held_stays_where_it_is_while_the_rest_grows() {
        let zoom = window().moved((120.0, 250.0), (120.0, 250.0), 4.0).unwrap();
        // The held place is 250 km east, 700 km north; the middle is 100 pixels right of it and 100 below.
        assert_eq!(zoom, Zoom { percent: 400, easting: 312_500, northing: 637_500 });
        let near = window().at(zoom);
        assert_eq!(near.moved((120.0, 250.0), (120.0, 250.0), 0.25), None, "and back");
        let dragged = near.moved((0.0, 0.0), (16.0, -32.0), 1.0).unwrap();
        assert_eq!((dragged.easting, dragged.northing), (302_500, 617_500));
    }

    #[test]
    fn nothing_is_shown_beyond_the_land_or_larger_than_the_most() {
        let far = window().at(Zoom { percent: 400, easting: -2_000_000, northing: 9_000_000 });
        assert_eq!(far.zoom, Some(Zoom { percent: 400, easting: 125_000, northing: 1_012_500 }));
        assert_eq!(far.corner, (0.0, 1_200_000.0));
        let (at, middle) = ((200.0, 200.0), window().middle());
        assert_eq!(window().moved(at, at, 99.0).map(|zoom| zoom.percent), Some(Zoom::MOST));
        assert_eq!(window().moved(at, at, f64::NAN), None);
        // Room for all the land from south to north, and more.
        let all = window().moved(middle, (900.0, 900.0), 1.1).unwrap();
        assert_eq!(all.northing, 700_000);
    }

    #[test]
    fn other_pictures_have_units_of_their_own_across_and_up() {
        let room = Rect { left: 20.0, top: 50.0, right: 420.0, bottom: 250.0 };
        let whole = Window::of_picture(room, ((0.0, 0.0), (2_000_000.0, 500_000.0)));
        assert_eq!(whole.shown(), [(0.0, 2_000_000.0), (0.0, 500_000.0)]);
        // A quarter from the left and from above is held.
        let near = whole.at(whole.moved((120.0, 100.0), (120.0, 100.0), 2.0).unwrap());
        assert_eq!(near.shown(), [(250_000.0, 1_250_000.0), (187_500.0, 437_500.0)]);
        let other = near.in_room(Rect { left: 0.0, top: 0.0, right: 200.0, bottom: 300.0 });
        assert_eq!(other.shown(), near.shown());
        let dragged = other.at(other.moved((0.0, 0.0), (20.0, 30.0), 1.0).unwrap());
        assert_eq!(dragged.shown(), [(150_000.0, 1_150_000.0), (212_500.0, 462_500.0)]);
        assert_eq!(dragged.moved((9.0, 9.0), (9.0, 9.0), 0.5), None);
    }

    proptest! {
        #[test]
        fn what_can_be_shown_is_shown_as_it_is_said(x in -500.0..900.0, y in -500.0..900.0, times in 0.0..40.0) {
            let Some(zoom) = window().moved((x, y), (y, x), times) else { return Ok(()) };
            prop_assert_eq!(window().at(zoom).zoom, Some(zoom));
            prop_assert_eq!(Zoom::parse(&zoom.text()), Some(zoom));
        }
    }
}

//! Which part of a picture is shown, as an address says it: `zoom=400,430100,389900`.

/// A part of a map: how many times as large as the whole, in hundredths, and what lies in the middle of it. It names a
/// place on the ground, not on a screen, so that an address shows the same part in rooms of any size. In the picture of every
/// neighbourhood easting and northing are income and employment deprivation, in 20,000ths of a point of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zoom {
    /// How large it is against the whole map, in per cent: from [`Zoom::LEAST`] to [`Zoom::MOST`].
    pub percent: u16,
    /// Easting of the middle in the British National Grid, in metres.
    pub easting: i32,
    /// Northing of the middle, in metres.
    pub northing: i32,
}

/// Nowhere in the UK is further from the origin of the grid, in metres.
const FARTHEST: i32 = 2_000_000;

impl Zoom {
    /// The smallest there is, in per cent: at 100 it would be the whole map, which is not written.
    pub const LEAST: u16 = 101;
    /// The largest, in per cent. The borders are no finer than that: two pixels to their smallest step.
    pub const MOST: u16 = 1600;

    /// The part of a map that `percent,easting,northing` stands for.
    pub fn parse(text: &str) -> Option<Zoom> {
        let mut parts = text.split(',');
        let percent = parts.next()?.parse().ok()?;
        let (easting, northing) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let near = |metres: i32| (-FARTHEST..=FARTHEST).contains(&metres);
        let sound = parts.next().is_none() && (Zoom::LEAST..=Zoom::MOST).contains(&percent);
        (sound && near(easting) && near(northing)).then_some(Zoom { percent, easting, northing })
    }

    /// The text that [`Zoom::parse`] reads.
    pub fn text(self) -> String {
        [&self.percent.to_string(), ",", &self.easting.to_string(), ",", &self.northing.to_string()].concat()
    }
}

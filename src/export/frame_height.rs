//! How high an embed will be, told before any browser has drawn it: for those who place frames without the script that
//! follows their height.

use crate::chart::metrics::Metrics;
use crate::chart::{self, Chart, Frame};
use crate::figure::Figure;
use crate::view::Lang;

/// The width of the column that most articles have, in pixels; an embed takes any other too.
pub const COLUMN: u32 = 640;

/// How much wider the widest of devices' own fonts sets a text than the one that pictures are measured in; with what is left
/// over at the ends of lines. Rather some white below a figure than a line cut off.
const WIDER: f64 = 1.18;

/// Space left and right of all, in pixels.
const SIDES: u32 = 4;

/// One of the lines that open to something: what is behind it is closed at first.
const CLOSED: f64 = 37.0;

/// The height of a figure's frame in a [`COLUMN`], in pixels: its texts as `.alone` in the style sheet sets them, its picture as
/// high as the app makes it. `address` is the one that the frame shows.
pub fn frame_height(charts: &[Chart], figure: &Figure, address: &str, lang: Lang) -> u32 {
    let figure = chart::framed(charts, figure.clone(), lang);
    let room = COLUMN - SIDES;
    let lines =
        |text: &str, size: f64, bold: bool| libm::ceil(Metrics::width(text, size, bold) * WIDER / f64::from(room));
    let small = |text: &str| lines(text, 14.0, false) * 21.0;
    let title = lines(&figure.title, 20.0, true) * 24.0;
    let subtitle = 5.6 + lines(&figure.subtitle, 16.0, false) * 22.4;
    let picture = 12.0 + f64::from(Frame::with(chart::heights_by(charts, &figure.marks), room).height);
    let summary = 16.0 + lines(&figure.summary, 16.0, false) * 24.0;
    let cautions = 8.0 + small(&figure.cautions.join(" "));
    let missing = 20.0 + figure.missing.iter().map(|text| small(text)).sum::<f64>();
    let closed = CLOSED * if figure.noise.is_some() { 4.0 } else { 3.0 };
    let sources = 13.0 + figure.sources.iter().map(|source| small(&source.line)).sum::<f64>();
    let from = 29.0 + small(&["Healthy Years – chart, table and how to quote it ", address].concat());
    libm::ceil(title + subtitle + picture + summary + cautions + missing + closed + sources + from) as u32
}

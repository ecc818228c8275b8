//! How high an embed will be, told before any browser has drawn it: for those who place frames without the script that
//! follows their height.

use healthy_years::chart::metrics::Metrics;
use healthy_years::chart::{self, Frame};
use healthy_years::figure::Figure;
use healthy_years::view::Lang;

/// How much wider the widest of devices' own fonts sets a text than the one that pictures are measured in; with what is left
/// over at the ends of lines. Rather some white below a figure than a line cut off.
const WIDER: f64 = 1.18;

/// Space left and right of all, in pixels.
const SIDES: u32 = 4;

/// One of the lines that open to something: what is behind it is closed at first.
const CLOSED: f64 = 37.0;

/// The height of a figure's frame at a width, in pixels: its texts as `.alone` in the style sheet sets them, its picture as high
/// as the app makes it.
pub(super) fn height(figure: &Figure, address: &str, width: u32) -> u32 {
    let figure = chart::framed(&chart::ALL, figure.clone(), Lang::default());
    let room = width - SIDES;
    let lines = |text: &str, size: f64, bold: bool| (Metrics::width(text, size, bold) * WIDER / f64::from(room)).ceil();
    let small = |text: &str| lines(text, 14.0, false) * 21.0;
    let each = |texts: &[String]| texts.iter().map(|text| small(text)).sum::<f64>();
    let title = lines(&figure.title, 20.0, true) * 24.0;
    let subtitle = 5.6 + lines(&figure.subtitle, 16.0, false) * 22.4;
    let picture = 12.0 + f64::from(Frame::of(&figure, room).height);
    let summary = 16.0 + lines(&figure.summary, 16.0, false) * 24.0;
    let cautions = 8.0 + small(&figure.cautions.join(" "));
    let missing = 20.0 + each(&figure.missing);
    let closed = CLOSED * if figure.noise.is_some() { 4.0 } else { 3.0 };
    let sources = 13.0 + figure.sources.iter().map(|source| small(&source.line)).sum::<f64>();
    let from = 29.0 + small(&["Healthy Years – chart, table and how to quote it ", address].concat());
    (title + subtitle + picture + summary + cautions + missing + closed + sources + from).ceil() as u32
}

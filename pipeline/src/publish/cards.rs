//! The card of a page: the picture that other sites show where the page is shared.

use std::sync::{Arc, LazyLock};

use healthy_years::chart;
use healthy_years::chart::picture::{self, CARD, Imprint};
use healthy_years::export::{About, png};
use healthy_years::figure::Figure;
use healthy_years::paint::svg;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

const FONTS: [&[u8]; 2] =
    [include_bytes!("../../fonts/LiberationSans-Regular.ttf"), include_bytes!("../../fonts/LiberationSans-Bold.ttf")];

/// The fonts that cards are drawn with, read once.
static FONT_DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for font in FONTS {
        database.load_font_data(font.to_vec());
    }
    Arc::new(database)
});

/// A figure's card as PNG of [`CARD`]'s size, with what it says of itself; none where it could not be drawn.
pub fn card(figure: &Figure, imprint: &Imprint) -> Option<Vec<u8>> {
    let scene = picture::lay_out(&chart::ALL, figure, CARD, imprint);
    let text = svg::file(&scene, &figure.title, &figure.alt, "");
    let options = Options { fontdb: FONT_DATABASE.clone(), ..Options::default() };
    let tree = Tree::from_str(&text, &options).ok()?;
    let mut pixels = Pixmap::new(CARD.width, CARD.height)?;
    let scale = picture::scale(&scene, CARD) as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    png::described(&pixels.encode_png().ok()?, &About::of(figure, &figure.table, imprint), CARD.dpi)
}

//! The picture that other sites show of a page.

use std::sync::{Arc, LazyLock};

use healthy_years::chart;
use healthy_years::chart::picture::{self, CARD, Imprint, Picture};
use healthy_years::export::{About, png};
use healthy_years::figure::Figure;
use healthy_years::paint::svg;
use healthy_years::view::Lang;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use crate::publish::packs::hash;
use crate::publish::{Context, PublishError};

/// The name of a page's card in the page's own folder.
const NAME: &str = "card.png";

/// Letters are drawn with these and never with those of the machine, so that a card is the same everywhere.
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../../fonts/LiberationSans-Bold.ttf"),
];

static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for font in FONTS {
        database.load_font_data(font.to_vec());
    }
    Arc::new(database)
});

/// A page's card.
pub(super) struct Card {
    /// Its absolute address, with a hash of its content: other sites keep a picture as long as its address stays.
    pub address: String,
    /// Its width and height in pixels.
    pub size: (u32, u32),
    /// The picture in words.
    pub alt: String,
}

/// Draws the card of the page at this path, which shows the page's first figure, and writes it beside the page. A draft has none:
/// most of publishing's time goes into them.
pub(super) fn write(context: &Context, path: &str, figure: &Figure) -> Result<Option<Card>, PublishError> {
    if context.options.draft {
        return Ok(None);
    }
    let imprint = Imprint {
        address: context.options.address.of(path),
        edition: context.atlas.edition.clone(),
        zoom: None,
        lang: Lang::default(),
    };
    let at = [path, NAME].concat();
    let content = draw(figure, &imprint).map_err(|why| PublishError::Card(at.clone(), why))?;
    context.write(at.trim_start_matches('/'), &content)?;
    let address = context.options.address.of(&[&at, "?v=", &hash(&content)].concat());
    Ok(Some(Card { address, size: (CARD.width, CARD.height), alt: figure.alt.clone() }))
}

/// The card as PNG, with what it says of itself; or why there is none.
fn draw(figure: &Figure, imprint: &Imprint) -> Result<Vec<u8>, String> {
    let Picture { scene, shortened } = picture::lay_out(&chart::ALL, figure, CARD, imprint);
    let options = Options { fontdb: DATABASE.clone(), ..Options::default() };
    let text = svg::file(&scene, &figure.title, &figure.alt, "");
    let tree = Tree::from_str(&text, &options).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(CARD.width, CARD.height).ok_or("no such size")?;
    let scale = picture::scale(&scene, CARD) as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let png = pixels.encode_png().map_err(|error| error.to_string())?;
    let about = About::of(figure, &shortened, &figure.table, imprint);
    Ok(png::described(&png, &about, CARD.dpi).ok_or("what was drawn is no PNG")?)
}

#[cfg(test)]
mod tests {
    use healthy_years::figure;
    use healthy_years::view::View;

    use super::*;

    /// Width and height as the PNG says them; what it says of itself stands in it.
    #[test]
    fn a_card_is_a_picture_of_its_size_that_says_what_it_is() {
        let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
        let (atlas, _) = crate::publish::atlas(&data).unwrap();
        let figure = figure::figures(&atlas, &View::default()).unwrap().remove(0);
        let address = "https://healthy-years.example/".to_owned();
        let imprint = Imprint { address, edition: atlas.edition.clone(), zoom: None, lang: Lang::English };
        let png = draw(&figure, &imprint).unwrap();
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (1200, 630));
        assert!(png.windows(figure.title.len()).any(|bytes| bytes == figure.title.as_bytes()));
        assert_eq!(draw(&figure, &imprint), Ok(png), "the same bytes every time");
    }
}

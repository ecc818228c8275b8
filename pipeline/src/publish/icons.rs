//! The site's icons: one small picture, three dots of a scatter with one in the accent, as SVG and as PNG.

use healthy_years::chart::scene::Token;
use healthy_years::paint::tokens::Theme;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::{Context, PublishError};

/// The picture for tabs, as wide as may be and without a ground.
pub(super) const SVG: &str = "icons/icon.svg";

/// The icon of a home screen on Apple's devices, which have it opaque and square.
pub(super) const TOUCH: &str = "icons/icon-180.png";

/// A picture in pixels.
pub(super) struct Png {
    /// Its file.
    pub file: &'static str,
    /// Its width and height.
    pub size: u32,
    /// Whether a system may cut it to a shape of its own: all that matters lies in its inner four fifths.
    pub maskable: bool,
}

/// Every picture in pixels.
pub(super) const PNGS: [Png; 4] = [
    Png { file: TOUCH, size: 180, maskable: true },
    Png { file: "icons/icon-192.png", size: 192, maskable: false },
    Png { file: "icons/icon-512.png", size: 512, maskable: false },
    Png { file: "icons/icon-maskable-512.png", size: 512, maskable: true },
];

/// Writes every icon.
pub(super) fn publish(context: &Context) -> Result<(), PublishError> {
    context.write(SVG, svg(false))?;
    for png in &PNGS {
        let content = draw(&svg(png.maskable), png.size).map_err(|why| PublishError::Icon(png.file, why))?;
        context.write(png.file, content)?;
    }
    Ok(())
}

/// The picture as SVG: 16 units wide; with a ground, 26 and the same dots in its middle.
fn svg(ground: bool) -> String {
    let colour = |token: Token| token.value(Theme::Light).hex();
    let (view, ground) = match ground {
        true => ("-5 -4.5 26 26", format!(r#"<path fill="{}" d="M-5-4.5h26v26h-26z"/>"#, colour(Token::Surface))),
        false => ("0 0 16 16", String::new()),
    };
    let (dot, chosen) = (colour(Token::Baseline), colour(Token::Accent));
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{ground}<circle cx="4" cy="4" r="3" fill="{dot}"/><circle cx="9" cy="7" r="3" fill="{dot}"/><circle cx="12" cy="12" r="3.5" fill="{chosen}"/></svg>"#
    )
}

/// A square picture of the SVG, or why there is none.
fn draw(svg: &str, size: u32) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(svg, &Options::default()).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(size, size).ok_or("no such size")?;
    let scale = size as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The corners of what is cut to a shape are ground; of the rest, nothing. The accent is where its dot is.
    #[test]
    fn an_icon_is_drawn_at_its_size() {
        for (ground, corner, accent_at) in [(false, [0; 4], 0.75), (true, [255; 4], 0.65)] {
            let png = draw(&svg(ground), 192).unwrap();
            let pixels = Pixmap::decode_png(&png).unwrap();
            assert_eq!((pixels.width(), pixels.height()), (192, 192));
            let pixel = |x: u32, y: u32| {
                let found = pixels.pixel(x, y).unwrap();
                [found.red(), found.green(), found.blue(), found.alpha()]
            };
            assert_eq!(pixel(0, 0), corner);
            let at = (192.0 * accent_at) as u32;
            assert_eq!(pixel(at, at), [0xc7, 0x3a, 0x0b, 0xff]);
        }
    }
}

//! A scene as SVG text: real text, named groups, a title and a description. The same scene is always the same text.

use super::tokens::{FONT, Theme};
use crate::chart::scene::{
    Anchor, Band, Bars, Eighth, HALO, Item, Line, Mark, Region, Scene, Shape, Spot, Text, Token,
};
use crate::chart::{Frame, lay_out};
use crate::figure::Figure;

/// Where an SVG's colours come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// From the page it stands in, by the classes of `tokens::css`.
    Page,
    /// From the file itself, which also paints its surface.
    Own(Theme),
}

/// A figure's picture in a frame.
pub fn picture(figure: &Figure, frame: Frame, colours: Colours) -> String {
    svg(&lay_out(figure, frame), &figure.title, &figure.alt, colours)
}

/// A scene with its title and description.
pub fn svg(scene: &Scene, title: &str, description: &str, colours: Colours) -> String {
    written(scene, title, description, "", colours)
}

/// A scene as a file by itself, in light colours: with its title, its description and what else it says of itself, as XML.
pub fn file(scene: &Scene, title: &str, description: &str, metadata: &str) -> String {
    written(scene, title, description, metadata, Colours::Own(Theme::Light))
}

fn written(scene: &Scene, title: &str, description: &str, metadata: &str, colours: Colours) -> String {
    let mut out = Writer { out: String::with_capacity(1024 + scene.hits.len() * 96), colours };
    out.head(scene);
    out.element("title", title);
    out.element("desc", description);
    if !metadata.is_empty() {
        for part in ["<metadata>", metadata, "</metadata>\n"] {
            out.raw(part);
        }
    }
    if let Colours::Own(_) = colours {
        out.raw("<rect width=\"100%\" height=\"100%\"");
        out.fill(Token::Surface, "");
        out.raw("/>\n");
    }
    for group in &scene.groups {
        out.attribute("<g data-part", group.name);
        out.raw(">\n");
        for item in &group.items {
            out.item(item);
        }
        out.raw("</g>\n");
    }
    out.raw("</svg>\n");
    out.out
}

struct Writer {
    out: String,
    colours: Colours,
}

impl Writer {
    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn head(&mut self, scene: &Scene) {
        let (width, height) = (scene.width.to_string(), scene.height.to_string());
        self.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
        self.attribute(" viewBox", &["0 0 ", &width, " ", &height].concat());
        self.attribute(" width", &width);
        self.attribute(" height", &height);
        self.attribute(" font-family", FONT);
        self.raw(">\n");
    }

    /// An element with nothing but text in it.
    fn element(&mut self, name: &str, text: &str) {
        for part in ["<", name, ">"] {
            self.raw(part);
        }
        escape(text, &mut self.out);
        for part in ["</", name, ">\n"] {
            self.raw(part);
        }
    }

    /// An attribute whose value may hold anything.
    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(name);
        self.raw("=\"");
        escape(value, &mut self.out);
        self.raw("\"");
    }

    /// An attribute whose value is a length or position.
    fn length(&mut self, name: &str, value: Eighth) {
        self.raw(name);
        self.raw("=\"");
        number(value, &mut self.out);
        self.raw("\"");
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Line(line) => self.line(line),
            Item::Band(band) => self.band(band),
            Item::Mark(mark) => self.mark(mark),
            Item::Bars(bars) => self.bars(bars),
            Item::Region(region) => self.region(region),
            Item::Text(text) => self.text(text),
        }
        self.raw("\n");
    }

    fn line(&mut self, line: &Line) {
        self.path(&line.path, false);
        self.stroke(line.ink);
        self.length(" stroke-width", line.width);
        self.raw("/>");
    }

    fn band(&mut self, band: &Band) {
        self.path(&band.outline, true);
        self.fill(band.fill, "");
        self.raw("/>");
    }

    /// An area of a map. Its rings are told from corner to corner, which is shorter, and the same for equal hexagons.
    fn region(&mut self, region: &Region) {
        self.raw("<path d=\"");
        for ring in &region.rings {
            let mut last = Spot::default();
            for (at, spot) in ring.iter().enumerate() {
                self.raw(match at {
                    0 => "M",
                    1 => "l",
                    _ if spot.x < last.x => "",
                    _ => " ",
                });
                number(spot.x - last.x, &mut self.out);
                self.raw(if spot.y < last.y { "" } else { " " });
                number(spot.y - last.y, &mut self.out);
                last = *spot;
            }
            self.raw("Z");
        }
        self.raw("\"");
        self.fill(region.fill, " e");
        self.length(" stroke-width", region.edge);
        self.raw("/>");
    }

    /// A mark. Its edge lies outside of it.
    fn mark(&mut self, mark: &Mark) {
        let radius = Eighth(mark.radius.0 + mark.edge.0 / 2);
        if mark.shape == Shape::Circle {
            self.length("<circle cx", mark.at.x);
            self.length(" cy", mark.at.y);
            self.length(" r", radius);
        } else {
            self.path(&mark.shape.corners(mark.at, radius), true);
        }
        let edged = mark.edge.0 > 0;
        self.fill(mark.fill, if edged { " e" } else { "" });
        if edged {
            self.length(" stroke-width", mark.edge);
        }
        if let Some(area) = mark.area {
            self.attribute(" data-area", &area.to_string());
        }
        self.raw("/>");
    }

    /// Bars as one thick line, told from the end of one to the start of the next: that is short.
    fn bars(&mut self, bars: &Bars) {
        self.raw("<path d=\"");
        let mut pen = Spot::default();
        for &(Spot { x, y }, length) in &bars.bars {
            let y = y + Eighth(bars.height.0 / 2);
            self.raw("m");
            number(x - pen.x, &mut self.out);
            self.raw(if y < pen.y { "" } else { " " });
            number(y - pen.y, &mut self.out);
            self.raw("h");
            number(length, &mut self.out);
            pen = Spot { x: x + length, y };
        }
        self.raw("\"");
        self.stroke(bars.fill);
        self.length(" stroke-width", bars.height);
        self.raw("/>");
    }

    /// The start of a path element: its places.
    fn path(&mut self, path: &[Spot], closed: bool) {
        self.raw("<path d=\"");
        for (at, spot) in path.iter().enumerate() {
            self.raw(if at == 0 { "M" } else { "L" });
            number(spot.x, &mut self.out);
            self.raw(" ");
            number(spot.y, &mut self.out);
        }
        self.raw(if closed { "Z\"" } else { "\"" });
    }

    /// A text. Drawing programs do not know `paint-order`, so a file's halo is a text of its own.
    fn text(&mut self, text: &Text) {
        if let (Colours::Own(theme), true) = (self.colours, text.halo) {
            let surface = Token::Surface.value(theme).hex();
            self.text_start(text);
            self.attribute(" stroke", &surface);
            self.attribute(" fill", &surface);
            self.length(" stroke-width", Eighth(HALO.0 * 2));
            self.raw(" stroke-linejoin=\"round\" aria-hidden=\"true\"");
            self.text_end(text);
        }
        self.text_start(text);
        self.fill(text.ink, if text.halo { " h" } else { "" });
        self.text_end(text);
    }

    fn text_start(&mut self, text: &Text) {
        self.length("<text x", text.at.x);
        self.length(" y", text.at.y);
        self.length(" font-size", text.size);
        if text.bold {
            self.raw(" font-weight=\"700\"");
        }
        self.raw(match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        });
    }

    fn text_end(&mut self, text: &Text) {
        self.raw(">");
        escape(&text.words, &mut self.out);
        self.raw("</text>");
    }

    /// The colour of a fill; in a page, with further classes.
    fn fill(&mut self, token: Token, classes: &str) {
        match self.colours {
            Colours::Page => self.attribute(" class", &["f-", token.name(), classes].concat()),
            Colours::Own(theme) => {
                self.attribute(" fill", &token.value(theme).hex());
                if classes == " e" {
                    self.attribute(" stroke", &Token::Surface.value(theme).hex());
                }
            }
        }
    }

    fn stroke(&mut self, token: Token) {
        match self.colours {
            Colours::Page => self.attribute(" class", &["s-", token.name()].concat()),
            Colours::Own(theme) => {
                self.raw(" fill=\"none\"");
                self.attribute(" stroke", &token.value(theme).hex());
            }
        }
    }
}

/// Writes a number of eighths as pixels: “12.375”.
fn number(value: Eighth, out: &mut String) {
    out.push_str(&value.to_text());
}

/// Writes text so that XML reads it back as it was. What XML cannot hold at all is left out.
pub fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What XML reads in escaped text; none where it would stop.
    fn unescape(text: &str) -> Option<String> {
        let mut parts = text.split('&');
        let mut read = parts.next()?.to_owned();
        for part in parts {
            let (name, rest) = part.split_once(';')?;
            read.push_str(match name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                _ => return None,
            });
            read.push_str(rest);
        }
        (!text.contains(['<', '>', '"'])).then_some(read)
    }

    /// Whether every element is closed in turn and every attribute is quoted.
    fn is_well_formed(svg: &str) -> bool {
        let mut open: Vec<&str> = Vec::new();
        let mut parts = svg.split('<');
        let mut good = parts.next() == Some("");
        for part in parts {
            let Some((tag, text)) = part.split_once('>') else { return false };
            good &= unescape(text).is_some() && tag.matches('"').count() % 2 == 0;
            good &= tag.split('"').skip(1).step_by(2).all(|value| unescape(value).is_some());
            if let Some(name) = tag.strip_prefix('/') {
                good &= open.pop() == Some(name);
            } else if !tag.ends_with('/') {
                open.extend(tag.split(' ').next());
            }
        }
        good && open.is_empty()
    }

    fn scene(words: String) -> Scene {
        let at = Spot::px(10.0, 20.5);
        let text = Text { words, at, anchor: Anchor::End, size: Eighth(104), bold: true, ink: Token::Ink, halo: true };
        let mark =
            |shape, edge| Item::Mark(Mark { at, radius: Eighth(30), shape, fill: Token::Accent, edge, area: None });
        let items = vec![Item::Text(text), mark(Shape::Circle, Eighth(8)), mark(Shape::Diamond, Eighth(0))];
        Scene { groups: vec![crate::chart::scene::Group { name: "all", items }], ..Scene::empty(40, 30) }
    }

    #[test]
    fn writes_eighths() {
        let written = |eighths| {
            let mut out = String::new();
            number(Eighth(eighths), &mut out);
            out
        };
        assert_eq!([0, 8, 12, -3, -16].map(written), ["0", "1", "1.5", "-0.375", "-2"]);
    }

    #[test]
    fn a_file_has_its_own_colours() {
        let own = svg(&scene("a".into()), "t", "d", Colours::Own(Theme::Dark));
        assert!(own.contains("fill=\"#ff7d47\"") && !own.contains("class=") && !own.contains("style"));
        let page = svg(&scene("a".into()), "t", "d", Colours::Page);
        assert!(page.contains("class=\"f-accent e\"") && !page.contains("#ff7d47") && !page.contains("style"));
    }

    proptest! {
        #[test]
        fn any_words_stay_well_formed(title in "\\PC*|[<>&\"'\\]\\x00-\\x20]{0,9}", words in any::<String>()) {
            for colours in [Colours::Page, Colours::Own(Theme::Light)] {
                let svg = svg(&scene(words.clone()), &title, &words, colours);
                prop_assert!(is_well_formed(&svg), "{}", svg);
            }
            let mut escaped = String::new();
            escape(&title, &mut escaped);
            let kept: String = title.chars().filter(|&c| c >= ' ' || "\t\n\r".contains(c)).collect();
            prop_assert_eq!(unescape(&escaped), Some(kept.replace(['\t', '\n', '\r'], " ")));
        }
    }
}

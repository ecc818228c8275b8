//! Every colour and size of type, light and dark, in one table. CSS, canvas and files all take them from here.

use crate::chart::scene::{HALO, Token};

/// A colour: red, green and blue, 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// The colour as CSS and SVG write it: `#c73a0b`.
    pub fn hex(self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |at: u8| char::from(DIGITS[usize::from(at & 15)]);
        let Rgb(r, g, b) = self;
        let digits = [r, g, b].into_iter().flat_map(|part| [digit(part >> 4), digit(part)]);
        core::iter::once('#').chain(digits).collect()
    }
}

const fn rgb(hex: u32) -> Rgb {
    Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// Which of the two sets of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white.
    Light,
    /// Light on near-black.
    Dark,
}

/// A colour's CSS name and its values.
struct Row {
    name: &'static str,
    light: Rgb,
    dark: Rgb,
    /// What takes its place where people force their own colours.
    forced: &'static str,
}

const fn row(name: &'static str, light: u32, dark: u32, forced: &'static str) -> Row {
    Row { name, light: rgb(light), dark: rgb(dark), forced }
}

/// The colours of scenes, in the order of [`Token::ALL`].
const DRAWN: [Row; Token::ALL.len()] = [
    row("surface", 0xffffff, 0x15181c, "Canvas"),
    row("ink", 0x1b1e23, 0xeceae5, "CanvasText"),
    row("muted", 0x5a6069, 0xa8adb4, "CanvasText"),
    row("rule", 0xe3e5e8, 0x30353b, "GrayText"),
    row("baseline", 0x858b94, 0x7b828a, "CanvasText"),
    row("point", 0x8a9099, 0x7f868f, "GrayText"),
    row("fit", 0x4d535b, 0xb9bec5, "CanvasText"),
    row("band", 0xeceef1, 0x23282e, "Canvas"),
    row("accent", 0xc73a0b, 0xff7d47, "Highlight"),
    row("accent-ink", 0xab2f06, 0xff9a6e, "CanvasText"),
    row("group-1", 0x14377d, 0x64abe6, "CanvasText"),
    row("group-2", 0x3f9a91, 0x7ff0dd, "CanvasText"),
    row("group-3", 0x5b4210, 0xf2d65c, "CanvasText"),
    row("group-4", 0x8c54b7, 0xa9577f, "CanvasText"),
    row("clearly-higher", 0x14377d, 0x8fc1ff, "CanvasText"),
    row("probably-higher", 0x4a80c9, 0x4f86c6, "CanvasText"),
    row("probably-lower", 0xcf7a2c, 0xb8702f, "CanvasText"),
    row("clearly-lower", 0x96340a, 0xffa066, "CanvasText"),
    row("scale-1", 0x1d2f5f, 0x4763ae, "CanvasText"),
    row("scale-2", 0x355d8a, 0x5a84b5, "CanvasText"),
    row("scale-3", 0x5a91ab, 0x79a7bd, "CanvasText"),
    row("scale-4", 0x8abdc0, 0xa2c9cd, "CanvasText"),
    row("scale-5", 0xc6e1d9, 0xdbede4, "CanvasText"),
];

/// The colours that only pages use. `on-accent` is text on the accent, `edge` the border of a control, `wash` a
/// surface set apart.
const PAGE: [Row; 6] = [
    row("on-accent", 0xffffff, 0x15181c, "HighlightText"),
    row("link", 0x0b5394, 0x8fc1ff, "LinkText"),
    row("focus", 0x0b63c4, 0x7db8ff, "Highlight"),
    row("error", 0xa3123c, 0xff8fa6, "CanvasText"),
    row("edge", 0x858b94, 0x7b828a, "ButtonBorder"),
    row("wash", 0xf5f6f7, 0x1d2126, "Canvas"),
];

/// The typeface: one stack everywhere, measured by `chart::metrics`.
pub const FONT: &str = "Arial, Helvetica, 'Liberation Sans', sans-serif";

/// Sizes and line heights of type on pages.
const TYPE: [(&str, &str); 8] = [
    ("font", FONT),
    ("size-small", "0.875rem"),
    ("size-text", "1.0625rem"),
    ("size-lead", "1.25rem"),
    ("size-title", "clamp(1.375rem, 1.1rem + 1.2vw, 1.875rem)"),
    ("size-headline", "clamp(1.4375rem, .95rem + 2.4vw, 2.75rem)"),
    ("line-text", "1.5"),
    ("line-title", "1.2"),
];

impl Token {
    /// Its name in CSS, without the dashes: `accent-ink`.
    pub fn name(self) -> &'static str {
        DRAWN[self as usize].name
    }

    /// Its colour in a theme.
    pub fn value(self, theme: Theme) -> Rgb {
        let row = &DRAWN[self as usize];
        match theme {
            Theme::Light => row.light,
            Theme::Dark => row.dark,
        }
    }
}

/// A colour for every token of a scene.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette([Rgb; Token::ALL.len()]);

impl Palette {
    /// The colours of a theme.
    pub fn of(theme: Theme) -> Palette {
        Palette(Token::ALL.map(|token| token.value(theme)))
    }

    /// Colours from elsewhere, such as those that a browser forces.
    pub fn from_fn(colour: impl FnMut(Token) -> Rgb) -> Palette {
        Palette(Token::ALL.map(colour))
    }

    /// The colour of a token.
    pub fn get(&self, token: Token) -> Rgb {
        self.0[token as usize]
    }
}

/// The tokens as CSS: `<html data-theme>` is `light`, `dark`, or absent to follow the system; paper is always
/// light. Also the classes that inline SVG is coloured by: `f-` and `s-` and a token's name.
pub fn css() -> String {
    let light = declarations(|row| row.light.hex());
    let dark = declarations(|row| row.dark.hex());
    let forced = declarations(|row| row.forced.to_owned());
    let kind: String = TYPE.iter().map(|(name, value)| ["--", name, ":", value, ";"].concat()).collect();
    [
        ":root{color-scheme:light;",
        &kind,
        &light,
        "}\n@media screen and (prefers-color-scheme:dark){:root:not([data-theme=\"light\"]){color-scheme:dark;",
        &dark,
        "}}\n@media screen{:root[data-theme=\"dark\"]{color-scheme:dark;",
        &dark,
        "}:root[data-theme=\"light\"]{color-scheme:light}}\n@media (forced-colors:active){:root:root{",
        &forced,
        "}}\n",
        &classes(),
    ]
    .concat()
}

fn declarations(value: impl Fn(&Row) -> String) -> String {
    DRAWN.iter().chain(&PAGE).map(|row| ["--", row.name, ":", &value(row), ";"].concat()).collect()
}

/// A fill and a stroke class for each token, and one for the halo of text.
fn classes() -> String {
    let class = |token: Token| {
        let name = token.name();
        [
            ".f-",
            name,
            "{fill:var(--",
            name,
            ")}.s-",
            name,
            "{fill:none;stroke:var(--",
            name,
            ")}.f-",
            name,
            ".e{stroke:var(--surface)}",
        ]
        .concat()
    };
    let coloured: String = Token::ALL.map(class).concat();
    let halo = (HALO.0 / 4).to_string();
    [&coloured, ".h{stroke:var(--surface);stroke-width:", &halo, "px;stroke-linejoin:round;paint-order:stroke}\n"]
        .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(Rgb(r, g, b): Rgb) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn both(name: &str) -> [Rgb; 2] {
        let row = DRAWN.iter().chain(&PAGE).find(|row| row.name == name).unwrap();
        [row.light, row.dark]
    }

    fn at_least(least: f64, names: &[&str], on: &[&str]) {
        for (name, on) in names.iter().flat_map(|name| on.iter().map(move |on| (name, on))) {
            for (colour, ground) in both(name).into_iter().zip(both(on)) {
                let found = contrast(colour, ground);
                assert!(found >= least, "{name} {} on {on} {}: {found:.2}", colour.hex(), ground.hex());
            }
        }
    }

    #[test]
    fn text_can_be_read() {
        at_least(4.5, &["ink", "muted", "accent-ink", "link", "error"], &["surface", "wash", "band"]);
        at_least(4.5, &["on-accent"], &["accent"]);
    }

    #[test]
    fn marks_can_be_seen() {
        let groups = ["group-1", "group-2", "group-3", "group-4"];
        at_least(3.0, &["point", "fit", "accent", "focus", "edge", "baseline"], &["surface"]);
        at_least(3.0, &groups, &["surface"]);
        let verdicts = ["clearly-higher", "probably-higher", "probably-lower", "clearly-lower"];
        at_least(3.0, &verdicts, &["surface"]);
        // What stands in the bars of lives.
        at_least(4.5, &["surface"], &["accent"]);
    }

    #[test]
    fn the_scale_grows_lighter_in_both_themes() {
        let steps: Vec<&Row> = DRAWN.iter().filter(|row| row.name.starts_with("scale-")).collect();
        assert_eq!(steps.len(), 5);
        for pair in steps.windows(2) {
            for (darker, lighter) in [(pair[0].light, pair[1].light), (pair[0].dark, pair[1].dark)] {
                assert!(luminance(darker) < luminance(lighter));
                let found = contrast(darker, lighter);
                assert!(found >= 1.4, "{} and {} in grey: {found:.2}", darker.hex(), lighter.hex());
            }
        }
    }

    #[test]
    fn names_are_those_of_the_tokens() {
        let pascal = |name: &str| name.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect::<String>();
        for token in Token::ALL {
            assert_eq!(pascal(token.name()), format!("{token:?}"));
        }
    }

    #[test]
    fn css_balances_and_names_every_colour() {
        let css = css();
        assert_eq!(css.matches('{').count(), css.matches('}').count());
        assert_eq!(css.matches("--accent:").count(), 4);
        assert!(css.contains("--accent:#c73a0b;") && css.contains(".f-accent{fill:var(--accent)}"));
    }
}

//! What every page names: the style in it, the scripts, the app, the first pack. Files are named by a hash of
//! their content.

use healthy_years::chart::HEIGHTS;
use healthy_years::paint::tokens;
use sha2::{Digest, Sha256};

use crate::publish::packs::hash;
use crate::publish::{Context, PublishError};

const STYLE: &str = include_str!("../../../../style/main.css");
const STATE: &str = include_str!("../../../assets/state.js");
const START: &str = include_str!("../../../assets/start.js");
const NARROW: &str = include_str!("../../../assets/narrow.js");

/// The addresses and texts that pages are put together from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Assets {
    /// The style block, whole.
    pub style: String,
    /// Address of the script that marks another state than the default.
    pub state_js: String,
    /// Address of the script that narrows the list of all places.
    pub narrow_js: String,
    /// Address of the script that starts the app.
    pub start_js: String,
    /// Address of the app's glue.
    pub app_js: String,
    /// Address of the app.
    pub app_wasm: String,
    /// Address of the first pack.
    pub first_pack: String,
}

impl Assets {
    /// Writes the scripts and names everything.
    pub fn write(context: &Context) -> Result<Assets, PublishError> {
        let app_js = format!("/{}", context.site.script.published);
        let app_wasm = format!("/{}", context.site.wasm.published);
        let start = START.replace("{{js}}", &app_js).replace("{{wasm}}", &app_wasm);
        Ok(Assets {
            style: minified(&[&tokens::css(), STYLE, &heights()].concat()),
            state_js: write_hashed(context, "state", &minified_script(STATE))?,
            narrow_js: write_hashed(context, "narrow", &minified_script(NARROW))?,
            start_js: write_hashed(context, "start", &minified_script(&start))?,
            app_js,
            app_wasm,
            first_pack: format!("/data/{}", context.first),
        })
    }

    /// The style block's hash, as a content security policy names it.
    pub fn style_hash(&self) -> String {
        format!("'sha256-{}'", base64(&Sha256::digest(self.style.as_bytes())))
    }
}

/// A figure's heights by the width of the room it has, from the one function that decides them.
fn heights() -> String {
    let rule = |(from, height): &(u32, u32)| {
        format!("@container (min-width:{from}px){{.chart:not(.own){{height:{height}px}}}}")
    };
    HEIGHTS.iter().map(rule).collect()
}

/// Writes a script under a name with its hash; gives its address.
pub(super) fn write_hashed(context: &Context, name: &str, content: &str) -> Result<String, PublishError> {
    let file = format!("{name}-{}.js", hash(content.as_bytes()));
    context.write(&file, content)?;
    Ok(format!("/{file}"))
}

/// CSS without comments, line breaks and indentation. The style has no string that spaces matter in.
fn minified(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let lines: Vec<&str> = text.split_whitespace().collect();
    let mut joined = lines.join(" ");
    for (wide, narrow) in [(" {", "{"), ("{ ", "{"), ("; ", ";"), (" }", "}"), ("} ", "}"), (";}", "}"), (", ", ",")] {
        joined = joined.replace(wide, narrow);
    }
    joined
}

/// A script without its comment lines and indentation.
pub(super) fn minified_script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Base64 with padding (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(group >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Test vectors of RFC 4648, section 10.
    #[test]
    fn base64_is_that_of_the_rfc() {
        let cases = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
        assert_eq!(cases, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }

    #[test]
    fn styles_lose_nothing_but_space() {
        assert_eq!(minified("/* a */ .a , .b { c: d ; }\n\n.e { f: g; }"), ".a ,.b{c: d }.e{f: g}");
    }
}

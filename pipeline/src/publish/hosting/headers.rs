//! The file `_headers` of Netlify and Cloudflare: the headers that `deploy/nginx.conf` sends, address by address.
//!
//! Both hosts give a file the headers of every rule that matches it, Cloudflare joined with a comma where two rules have
//! the same one. So every file of the site matches exactly one rule, beside the one for all addresses.

use std::collections::BTreeMap;
use std::path::Path;

use crate::publish::{Context, PublishError, files};

/// What every answer has, of an address that leads nowhere too.
const ALWAYS: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// Folders whose files all have the same headers.
const FOLDERS: [&str; 4] = ["/api/", "/data/editions/", "/embed/", "/icons/"];

/// The most rules that Cloudflare reads.
const MOST_RULES: usize = 100;

/// What differs between addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    /// Whether any site may show it in a frame.
    framed_by_any: bool,
    /// Whether its name holds a hash of its content, so that it never changes.
    hashed: bool,
    /// Whether it is a page.
    page: bool,
}

/// The whole file, for everything that has been written so far.
pub(super) fn file(context: &Context, style_hash: &str) -> Result<String, PublishError> {
    let mut rules: BTreeMap<String, Kind> = BTreeMap::new();
    for path in files::all_in(&context.out)? {
        let address = address(path.strip_prefix(&context.out).unwrap_or(&path));
        // The hosts' own files, this one among them, are read and not served.
        if address.starts_with("/_") {
            continue;
        }
        let kind = Kind::of(&address);
        let rule = rule(&address);
        if rules.insert(rule.clone(), kind).is_some_and(|other| other != kind) {
            return Err(PublishError::Headers(rule));
        }
    }
    if rules.len() >= MOST_RULES {
        return Err(PublishError::TooManyHeaders(rules.len() + 1));
    }
    let mut text = written("/*", ALWAYS.map(|(name, value)| (name, value.to_owned())));
    for (rule, kind) in &rules {
        text += &written(rule, kind.headers(style_hash));
    }
    Ok(text)
}

fn written(rule: &str, headers: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let lines = headers.into_iter().filter(|(_, value)| !value.is_empty());
    let lines: String = lines.map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("{rule}\n{lines}")
}

/// The address of a file: a folder's for its page.
fn address(file: &Path) -> String {
    let path = file.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    ["/", path.strip_suffix("index.html").unwrap_or(&path)].concat()
}

/// The rule that an address falls under.
fn rule(address: &str) -> String {
    if let Some(folder) = FOLDERS.iter().find(|folder| address.starts_with(**folder)) {
        return [folder, "*"].concat();
    }
    let of_place = address.strip_prefix("/area/").and_then(|rest| rest.split_once('/'));
    of_place.map_or(address.to_owned(), |(_, file)| ["/area/:place/", file].concat())
}

impl Kind {
    /// As the maps of `deploy/nginx.conf` have it.
    fn of(address: &str) -> Kind {
        let embed = address.starts_with("/embed/");
        let page = address.ends_with('/') || address.ends_with(".html");
        Kind { framed_by_any: embed, hashed: is_hashed(address), page: page && !embed }
    }

    /// Names and values; an empty value is not sent.
    fn headers(self, style_hash: &str) -> [(&'static str, String); 5] {
        let ancestors = if self.framed_by_any { "*" } else { "'self'" };
        let keep = if self.hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
        let origin = if self.page { "" } else { "*" };
        let policy = if self.page { "same-origin" } else { "cross-origin" };
        let embedder = if self.framed_by_any { "require-corp" } else { "" };
        [
            ("Content-Security-Policy", content_policy(style_hash, ancestors)),
            ("Cache-Control", keep.to_owned()),
            ("Access-Control-Allow-Origin", origin.to_owned()),
            ("Cross-Origin-Resource-Policy", policy.to_owned()),
            ("Cross-Origin-Embedder-Policy", embedder.to_owned()),
        ]
    }
}

fn content_policy(style_hash: &str, ancestors: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {style_hash}; img-src 'self' data: blob:; \
         frame-src 'self'; connect-src 'self'; font-src 'none'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; \
         form-action 'self'; frame-ancestors {ancestors}"
    )
}

/// Whether the name of the file, before its last dot, or that of a folder it lies in ends with a hash of the content.
fn is_hashed(address: &str) -> bool {
    let mut parts = address.split('/');
    let file = parts.next_back().and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem);
    parts.chain(file).any(|name| ends_with_hash(name.strip_suffix("_bg").unwrap_or(name)))
}

/// Whether a name ends with a hyphen or a dot and 8 to 64 hexadecimal digits.
fn ends_with_hash(name: &str) -> bool {
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    name.rsplit_once(['-', '.']).is_some_and(|(_, hash)| (8..=64).contains(&hash.len()) && hash.bytes().all(is_hex))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_in_a_name_is_known() {
        let place = "/data/places.0123456789abcdef/E06000009.hyp";
        for name in ["/app-38d9d2290503001a.js", "/a.0123456789abcdef.hyp", "/x-0123abcd_bg.wasm", place] {
            assert!(is_hashed(name), "{name}");
        }
        for name in
            ["/icons/icon-192.png", "/", "/map/", "/0123456789abcdef.js", "/a-0123456789ABCDEF.js", "/robots.txt"]
        {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn every_address_falls_under_one_rule() {
        for (file, expected) in [
            ("index.html", "/"),
            ("map/index.html", "/map/"),
            ("area/index.html", "/area/"),
            ("area/hull/index.html", "/area/:place/"),
            ("area/hull/oembed.json", "/area/:place/oembed.json"),
            ("embed/index.html", "/embed/*"),
            ("data/editions.json", "/data/editions.json"),
            ("data/editions/2026-06/first.0000000000000000.hyp", "/data/editions/*"),
        ] {
            assert_eq!(rule(&address(Path::new(file))), expected);
        }
    }
}

//! What hosts must know of the site: the headers of each kind of file, and the addresses that have moved.
//!
//! `deploy/nginx.conf` decides headers by maps and is told the hash of the style and what has moved (in the folder
//! `--deploy`). Netlify and Cloudflare read both from files in the site itself. A browser test compares what they say with
//! what nginx sends (docs/decisions/0018-header-files.md).

mod headers;

use super::{Context, PublishError, files};

/// An address that has become another.
pub(super) struct Moved {
    /// The path it had, with a slash at both ends.
    pub from: String,
    /// The path it has.
    pub to: String,
}

/// Writes all of it. `style_hash`: that of the style block of all pages, as a content security policy names it.
pub(super) fn publish(context: &Context, style_hash: &str, moved: &[Moved]) -> Result<(), PublishError> {
    let deploy = |name: &str, content: String| files::write(&context.options.deploy.join(name), content.as_bytes());
    deploy("csp.conf", format!("map \"\" $hy_style_hashes {{ default \"{style_hash}\"; }}\n"))?;
    deploy("moved.conf", moved_for_nginx(moved))?;
    context.write("_redirects", redirects(moved))?;
    context.write("_headers", headers::file(context, style_hash)?)
}

/// A map from the addresses that have moved, with and without their last slash.
fn moved_for_nginx(moved: &[Moved]) -> String {
    let line = |Moved { from, to }: &Moved| format!("    {from} {to};\n    {} {to};\n", from.trim_end_matches('/'));
    let lines: String = moved.iter().map(line).collect();
    format!("map $uri $hy_moved {{\n    default \"\";\n{lines}}}\n")
}

/// The same for Netlify and Cloudflare. Not forced (`301!`), which Cloudflare does not know: where a host prefers the page
/// that is there, that page leads on by itself.
fn redirects(moved: &[Moved]) -> String {
    let line = |Moved { from, to }: &Moved| format!("{from} {to} 301\n{} {to} 301\n", from.trim_end_matches('/'));
    moved.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_has_moved_is_led_on_with_and_without_its_slash() {
        let moved = [Moved { from: "/area/hull/".into(), to: "/area/kingston-upon-hull/".into() }];
        let to = "/area/kingston-upon-hull/";
        assert_eq!(redirects(&moved), format!("/area/hull/ {to} 301\n/area/hull {to} 301\n"));
        assert_eq!(
            moved_for_nginx(&moved),
            format!("map $uri $hy_moved {{\n    default \"\";\n    /area/hull/ {to};\n    /area/hull {to};\n}}\n")
        );
    }
}

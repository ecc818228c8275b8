//! The site's own address, which only what leaves the site needs: previews on other sites, embeds, the site map.

use std::fmt;
use std::str::FromStr;

/// Where the site stands: `https://healthy-years.example`, without a slash at its end. It lives at the root of its host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

/// The address of a site that has not been given one: a name that is kept free for examples (RFC 2606), so that it
/// leads nobody anywhere.
pub const UNKNOWN: &str = "https://healthy-years.example";

/// What stood where the site's address was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not the address of a site, such as {UNKNOWN}: https:// or http://, a host, no path")]
pub struct BadAddress(String);

impl Address {
    /// The absolute address of a path from the root of the site: `/area/blackpool/`.
    pub fn of(&self, path: &str) -> String {
        [&self.0, path].concat()
    }

    /// Whether the site was given an address of its own.
    pub fn is_known(&self) -> bool {
        self.0 != UNKNOWN
    }
}

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Address, BadAddress> {
        let address = text.strip_suffix('/').unwrap_or(text);
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let sound = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.:[]".contains(&byte);
        let is_host = host.is_some_and(|host| !host.is_empty() && host.bytes().all(sound));
        if is_host { Ok(Address(address.to_owned())) } else { Err(BadAddress(text.to_owned())) }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_with_or_without_port_and_slash() {
        for text in ["https://a.org", "https://a.org/", "http://127.0.0.1:8081", "http://[::1]:80", UNKNOWN] {
            let address: Address = text.parse().unwrap();
            assert_eq!(address.of("/map/"), format!("{}/map/", text.trim_end_matches('/')));
        }
    }

    #[test]
    fn nothing_else() {
        for text in [
            "",
            "a.org",
            "https://",
            "https://a.org/b",
            "https://A.org",
            "ftp://a.org",
            "https://a.org?b",
            "https://a b",
        ] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }
}

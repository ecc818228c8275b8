//! GSS codes: the nine-character names that official statistics give areas.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A GSS code such as `E06000009` (Blackpool): a letter and eight digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Code {
    letter: u8,
    digits: u32,
}

/// What stood where a GSS code was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a GSS code (a letter and eight digits, such as E06000009)")]
pub struct BadCode(pub String);

impl Code {
    /// The United Kingdom.
    pub const UK: Code = Code { letter: b'K', digits: 2_000_001 };
    /// England.
    pub const ENGLAND: Code = Code { letter: b'E', digits: 92_000_001 };
    /// Wales.
    pub const WALES: Code = Code { letter: b'W', digits: 92_000_004 };
    /// Scotland.
    pub const SCOTLAND: Code = Code { letter: b'S', digits: 92_000_003 };
    /// Northern Ireland.
    pub const NORTHERN_IRELAND: Code = Code { letter: b'N', digits: 92_000_002 };
    /// The London region.
    pub const LONDON: Code = Code { letter: b'E', digits: 12_000_007 };

    /// The letter that it begins with.
    pub fn letter(self) -> char {
        char::from(self.letter)
    }

    /// Whether the code is of this entity type: its first three characters, such as `E12`.
    pub fn is_of(self, entity: &str) -> bool {
        self.to_string().starts_with(entity)
    }
}

impl FromStr for Code {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        let bad = || BadCode(text.to_owned());
        let bytes = text.as_bytes();
        let (&letter, digits) = bytes.split_first().ok_or_else(bad)?;
        if !letter.is_ascii_uppercase() || digits.len() != 8 || !digits.iter().all(u8::is_ascii_digit) {
            return Err(bad());
        }
        let digits = digits.iter().fold(0, |sum, d| sum * 10 + u32::from(d - b'0'));
        Ok(Code { letter, digits })
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:08}", char::from(self.letter), self.digits)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_the_same_text() {
        for text in ["E06000009", "K02000001", "N09000003"] {
            assert_eq!(text.parse::<Code>().unwrap().to_string(), text);
        }
        assert_eq!("E12000007".parse(), Ok(Code::LONDON));
        assert_eq!("E92000001".parse(), Ok(Code::ENGLAND));
    }

    #[test]
    fn refuses_what_is_no_code() {
        for text in ["", "E", "E0600000", "E060000099", "e06000009", "E0600000x", "TLC", "É6000009"] {
            assert!(text.parse::<Code>().is_err(), "{text}");
        }
    }
}

//! Closed lists of words, as tables and addresses write them.

/// A type with few values, each with one word for it in tables and addresses.
pub trait Listed: Copy + 'static {
    /// Every value, in the order they are shown.
    const ALL: &'static [Self];

    /// The word for this value.
    fn id(self) -> &'static str;
}

/// A word that is not on the list it should be on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{found}” is not one of: {listed}")]
pub struct NotListed {
    /// What was found.
    pub found: String,
    /// The words that are allowed, comma-separated.
    pub listed: String,
}

/// The value that `text` is the word for.
pub fn find<T: Listed>(text: &str) -> Option<T> {
    T::ALL.iter().copied().find(|item| item.id() == text)
}

/// The value that `text` is the word for, or which words there are.
pub fn parse<T: Listed>(text: &str) -> Result<T, NotListed> {
    find(text).ok_or_else(|| {
        let words: Vec<_> = T::ALL.iter().map(|item| item.id()).collect();
        NotListed { found: text.to_owned(), listed: words.join(", ") }
    })
}

/// `FromStr` and `Display` for types that are [`Listed`].
macro_rules! from_str {
    ($($name:ty),+) => {$(
        impl core::str::FromStr for $name {
            type Err = $crate::model::NotListed;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::model::listed::parse(text)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str($crate::model::Listed::id(*self))
            }
        }
    )+};
}
pub(crate) use from_str;

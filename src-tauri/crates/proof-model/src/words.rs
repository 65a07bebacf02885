//! Closed lists of words: each with the word that is stored and the words that a person reads.

/// Declares an enum whose values are stored as words.
macro_rules! word_list {
    (
        $(#[$meta:meta])*
        $name:ident { $($(#[doc = $doc:literal])+ $variant:ident = $word:literal => $shown:literal,)+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[doc = $doc])+ #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every value, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that is stored and sent.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The words that a person reads.
            pub const fn shown(self) -> &'static str {
                match self { $(Self::$variant => $shown),+ }
            }

            /// The value that `word` stands for, as stored or as shown.
            ///
            /// # Errors
            /// [`UnknownWord`](crate::UnknownWord), which lists the words that can be used.
            pub fn from_word(word: &str) -> Result<Self, crate::UnknownWord> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|value| value.as_str() == word || value.shown() == word)
                    .ok_or_else(|| crate::UnknownWord::new(word, &[$($word),+]))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.shown())
            }
        }
    };
}

pub(crate) use word_list;

/// A word that is not in its list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{word}” is none of {}", known.join(", "))]
pub struct UnknownWord {
    /// The word that was given.
    pub word: String,
    /// The words that can be used.
    pub known: Vec<&'static str>,
}

impl UnknownWord {
    pub(crate) fn new(word: &str, known: &[&'static str]) -> Self {
        Self { word: word.to_owned(), known: known.to_vec() }
    }
}

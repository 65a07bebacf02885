//! The password that opens a document.

use crate::hex;
use std::fmt;

/// A password that a person gave for a document. It is shown nowhere, not in debug output either.
///
/// A worker gets it in its environment. Any user of the machine can list the arguments of a process, but only its own
/// user can read its environment, and that user can read the document's library too. A pipe beside standard input would
/// hide it no better, and is not to be had on every system without unsafe code. The worker itself can keep nothing: it
/// can write nowhere and ends with the document.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// The variable of a worker's environment that holds the password, in hexadecimal; the only one there is.
pub(crate) const VARIABLE: &str = "PROOFLINE_PASSWORD";

/// No format takes one that is longer: PDF cuts at 127 bytes, Office at 255 characters.
const MOST_BYTES: usize = 1_024;

impl Password {
    /// The password as it was typed. What is beyond 1,024 bytes opens no document and is cut off.
    pub fn new(typed: impl Into<String>) -> Self {
        let mut typed = typed.into();
        typed.truncate(typed.floor_char_boundary(MOST_BYTES));
        Self(typed)
    }

    /// It as text, to be tried on a document.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// It as the value of [`VARIABLE`].
    pub(crate) fn to_variable(&self) -> String {
        hex::encode(self.0.as_bytes())
    }

    /// The one that this worker was started with, if any.
    pub(crate) fn from_environment() -> Option<Self> {
        Self::from_variable(&std::env::var(VARIABLE).ok()?)
    }

    fn from_variable(value: &str) -> Option<Self> {
        String::from_utf8(hex::decode(value)?).ok().map(Self)
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_travels_whole_and_is_not_shown() {
        let password = Password::new("a\0b geheim é");
        assert_eq!(Password::from_variable(&password.to_variable()), Some(password.clone()));
        assert_eq!(format!("{password:?}"), "Password(…)");
        assert_eq!(Password::new("é".repeat(2_000)).as_str().len(), MOST_BYTES);
    }
}

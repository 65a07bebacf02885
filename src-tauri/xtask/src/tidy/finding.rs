//! One thing out of place.

use std::fmt;

/// A fault, where it is and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Path from the root of the work tree, and the line counted from 1.
    pub place: String,
    /// What is wrong.
    pub fault: String,
    /// What mends it.
    pub remedy: &'static str,
}

impl Finding {
    /// A fault on a line, counted from 1, of a file.
    pub fn at(path: &str, line: usize, fault: impl Into<String>, remedy: &'static str) -> Self {
        Self { place: format!("{path}:{line}"), fault: fault.into(), remedy }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n    {}", self.place, self.fault, self.remedy)
    }
}

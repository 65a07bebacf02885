//! What a bench was told beside its name.

use anyhow::{Context, Result};
use std::path::PathBuf;

/// An option that a subject takes, and what its value is called.
pub struct Choice {
    pub name: &'static str,
    pub value: &'static str,
}

/// The options that were given, in their order.
#[derive(Debug, Default)]
pub struct Given(Vec<(String, String)>);

impl Given {
    pub fn put(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// The last value of an option.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// The folder that an option names, from its root: other programs are called elsewhere.
    pub fn folder(&self, name: &str) -> Result<Option<PathBuf>> {
        let folder = |path: &str| {
            PathBuf::from(path).canonicalize().with_context(|| format!("there is no folder {path}"))
        };
        self.value(name).map(folder).transpose()
    }

    /// All of them, as another program takes them.
    pub fn words(&self) -> Vec<&str> {
        self.0.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]).collect()
    }
}

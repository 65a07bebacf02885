//! What is compared: something that indexes pages and answers queries.

use anyhow::{Result, bail};
use std::path::Path;

use crate::ours::Ours;
use crate::queries::Asked;
use crate::sqlite::{fts5::Fts5, pages::Pages};

/// Gives the number of hits that it shows, or nothing where it cannot be asked such a thing.
pub type Ask = Box<dyn FnMut(&Asked) -> Result<Option<usize>>>;

pub trait Engine {
    /// Indexes all pages in a folder that is there and empty; durable, and merged as far as it wants to, when it
    /// returns.
    fn index(&self, pages: &Pages, folder: &Path) -> Result<()>;

    /// Opens what was indexed there; `pages` are those that were.
    fn open(&self, folder: &Path, pages: Pages) -> Result<Ask>;
}

/// The engine of that name.
pub fn named(name: &str) -> Result<Box<dyn Engine>> {
    Ok(match name {
        "ours" => Box::new(Ours { first_page: false }),
        "first-page" => Box::new(Ours { first_page: true }),
        "fts5" => Box::new(Fts5 { content: false }),
        "fts5-content" => Box::new(Fts5 { content: true }),
        _ => bail!("no engine is called {name}"),
    })
}

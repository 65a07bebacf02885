//! What one process does with one engine, so that its memory is that engine's: it indexes, or it asks.

use anyhow::Result;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::engine::{self, Ask};
use crate::memory::{self, Memory};
use crate::queries::{Asked, Kind};
use crate::sqlite::pages::Pages;

/// The time after which no more queries of a kind are asked.
pub const MOST_TIME: Duration = Duration::from_secs(20);
/// Queries of each kind that are asked beforehand, so that what they need is in memory.
pub const WARMING: usize = 24;

/// The files of a corpus and of its engines, below one folder.
#[derive(Debug, Clone)]
pub struct Places(pub PathBuf);

impl Places {
    pub fn pages(&self) -> PathBuf {
        self.0.join("pages.db")
    }

    pub fn queries(&self) -> PathBuf {
        self.0.join("queries.tsv")
    }

    /// The folder of an engine; two that are asked different things of the same index share one.
    pub fn of(&self, engine: &str) -> PathBuf {
        self.0.join(if engine == "first-page" { "ours" } else { engine })
    }
}

/// Indexes all pages: seconds by the clock and of all processors, and memory.
pub fn index(name: &str, places: &Places) -> Result<Value> {
    let (engine, folder) = (engine::named(name)?, places.of(name));
    let pages = Pages::open(&places.pages())?;
    let began = Instant::now();
    engine.index(&pages, &folder)?;
    let seconds = began.elapsed().as_secs_f64();
    Ok(json!({"seconds": seconds, "processor": memory::processor(), "memory": Memory::default().told()}))
}

/// Asks all queries: milliseconds of each by the name of its kind, how many had hits, and memory. A kind has fewer times
/// than queries where the engine is slow, and none where it cannot be asked such a thing.
pub fn ask(name: &str, places: &Places) -> Result<Value> {
    let queries = fs::read_to_string(places.queries())?;
    let queries = queries.lines().map(Asked::parse).collect::<Result<Vec<_>>>()?;
    let mut ask = engine::named(name)?.open(&places.of(name), Pages::open(&places.pages())?)?;
    let (mut memory, mut times, mut hits) = (Memory::default(), Map::new(), Map::new());
    for kind in Kind::ALL {
        let of_kind: Vec<&Asked> = queries.iter().filter(|asked| asked.kind == kind).collect();
        let (taken, found) = timed(&mut ask, &of_kind)?;
        times.insert(kind.name().to_owned(), taken.into());
        hits.insert(kind.name().to_owned(), found.into());
        memory.look();
    }
    Ok(json!({"times": times, "hits": hits, "memory": memory.told()}))
}

/// Milliseconds of each query until the time is over, and how many of them had hits.
fn timed(ask: &mut Ask, queries: &[&Asked]) -> Result<(Vec<f64>, usize)> {
    let (mut taken, mut found, began) = (Vec::new(), 0, Instant::now());
    for asked in queries.iter().take(WARMING) {
        if began.elapsed() < MOST_TIME / 4 {
            ask(asked)?;
        }
    }
    let began = Instant::now();
    for asked in queries {
        if began.elapsed() > MOST_TIME {
            break;
        }
        let start = Instant::now();
        let Some(hits) = ask(asked)? else { break };
        taken.push(start.elapsed().as_secs_f64() * 1e3);
        found += usize::from(hits > 0);
    }
    Ok((taken, found))
}

/// The bytes of all files below a folder.
pub fn bytes(folder: &Path) -> Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        sum += if entry.file_type()?.is_dir() { bytes(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(sum)
}

//! The course of the bench: a corpus, every engine on it in a process of its own, and all of it taken away again.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::corpus::{Lexicon, MANY};
use crate::options::Options;
use crate::queries::{self, Asked};
use crate::results::{self, Asking, Corpus, Measured};
use crate::sqlite::pages::{self, Pages};
use crate::work::{Places, bytes};
use crate::xapian;

/// Measures on one corpus after the other, below a folder, and prints the lines of the table.
pub fn all(folder: &Path, options: &Options) -> Result<()> {
    fs::create_dir_all(folder)?;
    let lexicon = Lexicon::new(MANY);
    let mut corpora: Vec<Corpus> = Vec::new();
    for pages in &options.pages {
        let places = Places(folder.join(pages.to_string()));
        let corpus = of_pages(*pages, &places, &lexicon, options)?;
        fs::remove_dir_all(&places.0)?;
        results::print(&corpus);
        if let Some(smaller) = corpora.last() {
            results::print_growth(smaller, &corpus);
        }
        corpora.push(corpus);
    }
    Ok(())
}

fn of_pages(count: usize, places: &Places, lexicon: &Lexicon, options: &Options) -> Result<Corpus> {
    fs::create_dir_all(&places.0)?;
    say(&format!("{count} pages are made"));
    pages::prepare(&places.pages(), lexicon, count)?;
    let pages = Pages::open(&places.pages())?;
    let asked = queries::made(lexicon, &pages)?;
    let lines: Vec<String> = asked.iter().map(Asked::line).collect();
    fs::write(places.queries(), lines.join("\n"))?;
    let (count, text) = pages.size()?;
    let engines = Engines { places, xapian: xapian::program(&places.0)? };
    let ours = engines.indexed("ours", "ours")?;
    let peers = options.peers.iter().map(|(name, called)| engines.indexed(name, called));
    let mut corpus = Corpus {
        pages: count,
        text,
        ours,
        peers: peers.collect::<Result<_>>()?,
        first_page: Asking::default(),
    };
    for turn in 1..=options.turns {
        say(&format!("queries are asked: turn {turn} of {}", options.turns));
        for engine in std::iter::once(&mut corpus.ours).chain(&mut corpus.peers) {
            engines.ask(engine)?;
        }
        corpus.first_page.add(&answer(engines.again(&["ask", "first-page"])?)?);
    }
    Ok(corpus)
}

/// Has the engines work, each in a process of its own.
struct Engines<'a> {
    places: &'a Places,
    /// Xapian's program, where it could be compiled.
    xapian: Option<PathBuf>,
}

impl Engines<'_> {
    /// Has an engine index everything in a new folder.
    fn indexed(&self, name: &'static str, called: &'static str) -> Result<Measured> {
        let folder = self.places.of(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir(&folder)?;
        say(&format!("{called}: everything is indexed"));
        let answer = match (name, &self.xapian) {
            ("xapian", None) => return Ok(Measured::missing(name, called)),
            ("xapian", Some(program)) => serde_json::from_str(&xapian::index(program, self.places)?)?,
            _ => answer(self.again(&["index", name])?)?,
        };
        Ok(Measured::indexed(name, called, &answer, bytes(&folder)?))
    }

    fn ask(&self, engine: &mut Measured) -> Result<()> {
        let command = match (engine.name, &self.xapian) {
            ("xapian", None) => return Ok(()),
            ("xapian", Some(program)) => xapian::ask(program, self.places),
            (name, _) => self.again(&["ask", name])?,
        };
        engine.asking.add(&answer(command)?);
        Ok(())
    }

    /// This program again, on these places.
    fn again(&self, words: &[&str]) -> Result<Command> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(words).arg(&self.places.0);
        Ok(command)
    }
}

/// What a call says, in JSON.
fn answer(mut command: Command) -> Result<Value> {
    let output = command.stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "{command:?} failed ({})", output.status);
    serde_json::from_slice(&output.stdout).with_context(|| format!("{command:?} gave no answer"))
}

#[allow(clippy::print_stderr, reason = "this takes long, and the standard output is the answer")]
fn say(what: &str) {
    eprintln!("{what}");
}

//! What `cargo xtask quotes FOLDER` runs: imports the documents of a folder into a library that goes away again, cites
//! passages by chance, makes all text anew and verifies.

#[allow(dead_code, reason = "the other programs need all of it")]
mod chance;
mod passages;

use anyhow::{Context, Result, bail};
use chance::Chance;
use passages::passage;
use proof_extract::{Extractor, Limits, WorkerCommand};
use proof_library::{
    Computer, Import, Imported, Library, LibraryError, NewAccount, NewCase, NewEvent, Part, Passage, Reached,
    RereadWatcher, Surroundings, Watcher, gather,
};
use proof_model::{Colour, DocumentId};
use std::{path::PathBuf, sync::Arc, time::Instant};

const PASSAGES: usize = 500;
/// How often chance may choose a passage that cannot be cited, since its words stand on the page more than once.
const TRIES: usize = 100_000;
/// What chance begins with, so that every run chooses the same.
const SEED: u64 = 500;

#[allow(clippy::print_stdout, reason = "what it counts is this program's answer")]
fn main() -> Result<()> {
    proof_extract::serve_if_worker();
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        bail!("say which folder's documents are to be read");
    }
    let folder = tempfile::tempdir()?;
    let extractor = Extractor::new(WorkerCommand::this_program(), Limits::default());
    let surroundings = Surroundings { world: Arc::new(Computer), extractor };
    let library = Library::create(&folder.path().join("library"), "Quotes", surroundings)?;
    let files = gather(&paths, library.path())?;
    let mut counts = Counts::default();
    library.import(&Import { files, ..Import::default() }, &mut counts)?;
    println!("{} documents, {} of them readable, {} pages", counts.documents, counts.readable, counts.pages);
    let cited = cite(&library)?;
    let started = Instant::now();
    let read = library.read_all_again(&mut counts)?;
    let took = started.elapsed().as_secs_f64();
    println!("{cited} passages cited; the text of {} documents made anew in {took:.1} s", read.read);
    for (title, reason) in &read.kept {
        println!("  {title} keeps the text that it has: {reason}");
    }
    let (found, _) = library.verify(None, &())?;
    let broken: Vec<_> = found.problems.iter().filter(|problem| problem.part == Part::Quote).collect();
    println!(
        "{} of {} quotes hold; {} problems in all",
        found.quotes - broken.len() as u64,
        found.quotes,
        found.broken()
    );
    found
        .problems
        .iter()
        .for_each(|problem| println!("  {} {}: {}", problem.part.as_str(), problem.item, problem.message));
    if broken.is_empty() && cited == PASSAGES { Ok(()) } else { bail!("not all of {PASSAGES} quotes hold") }
}

/// Counts what is imported, and waits for the end of what follows.
#[derive(Debug, Default)]
struct Counts {
    documents: usize,
    readable: usize,
    pages: u32,
}

impl Watcher for Counts {
    fn done(&mut self, rows: &[Imported], _: Reached) {
        self.documents += rows.len();
        self.readable += rows.iter().filter(|row| row.outcome.is_readable()).count();
        self.pages += rows.iter().map(|row| row.pages).sum::<u32>();
    }

    fn stopped(&self) -> bool {
        false
    }
}

impl RereadWatcher for Counts {
    fn reached(&mut self, _: usize, _: usize) {}

    fn cancelled(&self) -> bool {
        false
    }
}

/// Cites passages, half in an event and half as highlights, and gives their number.
fn cite(library: &Library) -> Result<usize> {
    library.add_case(NewCase { name: "Case".to_owned(), ..NewCase::default() })?;
    let event =
        NewEvent { case: "Case".to_owned(), title: "What papers say".to_owned(), ..NewEvent::default() };
    let (event, _) = library.add_event(&event)?;
    let documents = library.read::<_, LibraryError>(|read| Ok(read.documents(None)?))?;
    let documents: Vec<(DocumentId, usize)> = documents
        .iter()
        .map(|record| (record.document.id, record.original.pages as usize))
        .filter(|(_, pages)| *pages > 0)
        .collect();
    if documents.is_empty() {
        bail!("none of the documents has text");
    }
    let (mut chance, mut cited) = (Chance(SEED), 0);
    for _ in 0..TRIES {
        if cited == PASSAGES {
            break;
        }
        let (document, pages) = documents[chance.below(documents.len())];
        let page = u32::try_from(1 + chance.below(pages)).context("a page's number")?;
        let text = library.read::<_, LibraryError>(|read| Ok(read.page(document, page)?))?.text;
        let Some(words) = passage(&text, &mut chance) else { continue };
        let passage =
            Passage { document: document.to_string(), page, words: words.to_owned(), ..Passage::default() };
        let done = if cited % 2 == 0 {
            let event = event.event.id.to_string();
            let passage = Some(passage);
            library.add_account(&NewAccount { event, passage, ..NewAccount::default() }).map(drop)
        } else {
            library.add_annotation(&passage, Colour::Green, "").map(drop)
        };
        cited += usize::from(done.is_ok());
    }
    Ok(cited)
}

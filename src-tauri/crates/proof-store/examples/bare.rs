//! `bare FOLDER`: the read of a timeline, compared with the same query in bare SQLite, turn by turn in one run; and what
//! a commit alone costs on this disk. For `cargo xtask bench timeline`, as lines of JSON.
#![allow(clippy::print_stdout, reason = "the lines are this program's answer")]

use std::{error::Error, hint::black_box, path::Path, time::Instant};

use proof_store::{Folder, LineFilter, Reader};
use rusqlite::{Connection, OpenFlags, Row};
use serde_json::{Value, json};

const RUNS: usize = 40;
/// How many times as long as bare SQLite the read may take.
const GOAL: f64 = 1.5;

/// What a timeline reads, no column more, in the same order. The hints are the fastest way that SQLite has of doing it.
const LINES: &str =
    "SELECT l.event, l.case_file, e.title, e.kind, e.status, e.edtf, l.earliest, l.latest, l.shown,
        l.parties, l.tags, l.extent, l.qualified, l.starred, l.sources, l.origins, l.strength, l.conflicts
    FROM event_line l NOT INDEXED CROSS JOIN event e ON e.id = l.event ORDER BY l.sort_key, l.place, l.event";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name the folder of a library")?;
    let reader = Reader::open(&Folder::new(&folder))?;
    let bare = open(&Path::new(&folder).join("library.db"))?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..=RUNS {
        ours.push(timed(|| Ok(reader.read().lines(&LineFilter::default())?.len()))?);
        theirs.push(timed(|| Ok(rows(&bare)?.len()))?);
    }
    report("lines of all events, at the store", &ours, json!({"against": theirs[1..], "most": GOAL}));
    let commits = commits(Path::new(&folder))?;
    report("a commit alone, of one row (fsync)", &commits, json!({}));
    Ok(())
}

/// A connection with the settings that the store has, so that the two differ in nothing else.
fn open(path: &Path) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768;",
    )?;
    Ok(conn)
}

/// A row as it comes: its texts, then its numbers.
type Bare = ([Option<String>; 11], [i64; 7]);

fn rows(conn: &Connection) -> rusqlite::Result<Vec<Bare>> {
    conn.prepare_cached(LINES)?.query_map([], row)?.collect()
}

fn row(row: &Row<'_>) -> rusqlite::Result<Bare> {
    let (mut texts, mut numbers) = ([const { None }; 11], [0; 7]);
    for (column, text) in texts.iter_mut().enumerate() {
        *text = row.get(column)?;
    }
    for (column, number) in (11..).zip(&mut numbers) {
        *number = row.get(column)?;
    }
    Ok((texts, numbers))
}

/// Commits of one row each to a database of its own, with the settings that the store writes with.
fn commits(folder: &Path) -> Result<Vec<f64>, Box<dyn Error>> {
    let file = tempfile::Builder::new().prefix("commit").suffix(".db").tempfile_in(folder)?;
    let conn = Connection::open(file.path())?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE one (text TEXT NOT NULL);",
    )?;
    let mut times = Vec::new();
    for _ in 0..=RUNS {
        conn.execute_batch("BEGIN IMMEDIATE")?;
        conn.execute("INSERT INTO one VALUES (?1)", ["x".repeat(2_000)])?;
        times.push(timed(|| Ok(conn.execute_batch("COMMIT")?))?);
    }
    Ok(times)
}

fn timed<T>(work: impl FnOnce() -> Result<T, Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
    let start = Instant::now();
    black_box(work()?);
    Ok(start.elapsed().as_secs_f64() * 1e3)
}

/// Prints a line, with `more` of what it is to be judged by.
fn report(what: &str, times: &[f64], mut more: Value) {
    more["what"] = what.into();
    // The first run only warms up.
    more["times"] = times[1..].into();
    println!("{more}");
}

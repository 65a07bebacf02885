//! One file read, with all that lies inside it, and beside other programs.

use crate::peer::{self, Peer};
use crate::words;
use anyhow::{Context, Result};
use proof_extract::{Attachment, Extraction, Extractor, Usage};
use proof_model::Outcome;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How files are read here.
pub struct Reader {
    /// Ours.
    pub extractor: Extractor,
    /// The others, each with its version if it is installed.
    pub peers: Vec<(&'static Peer, Option<String>)>,
}

/// What came of one file.
pub struct Row {
    pub path: PathBuf,
    pub extraction: Read,
    /// What came of the files inside it, and of those inside them.
    pub inside: Vec<Read>,
    /// Which of the peers that were asked found words, in their order.
    pub found: Vec<&'static str>,
    /// How its words compare with those of `pdftotext`, for PDFs in which that finds some.
    pub f1: Option<f64>,
}

/// What came of reading a file, without its text.
pub struct Read {
    pub name: String,
    /// As [`peer::format`] names it.
    pub format: String,
    pub outcome: Outcome,
    pub reason: Option<String>,
    /// Whether there are words in it.
    pub has_text: bool,
    pub usage: Usage,
    /// How long its worker lived.
    pub took: Duration,
}

impl Reader {
    /// Reads the file at `path`, what lies inside it, and asks the peers that read such files.
    pub fn read(&self, path: &Path) -> Result<Row> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let original = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        let (mut extraction, took) = self.extract(original, &name);
        let attachments = std::mem::take(&mut extraction.attachments);
        let text = text_of(&extraction);
        let mut row = Row {
            path: path.to_owned(),
            extraction: Read::new(&name, &extraction, took),
            inside: Vec::new(),
            found: Vec::new(),
            f1: None,
        };
        self.ask_peers(&text, &mut row);
        self.read_inside(attachments, &mut row.inside)?;
        Ok(row)
    }

    fn extract(&self, original: File, name: &str) -> (Extraction, Duration) {
        let began = Instant::now();
        let extraction = self.extractor.extract(original, name);
        (extraction, began.elapsed())
    }

    /// Asks those that read such files by what they are, or by what their names say.
    fn ask_peers(&self, ours: &str, row: &mut Row) {
        let ending = row.path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let reads = |peer: &Peer| {
            peer.formats.iter().any(|format| *format == row.extraction.format || *format == ending)
        };
        let asked = self.peers.iter().filter(|(peer, version)| version.is_some() && reads(peer));
        for (peer, _) in asked {
            let Some(theirs) = peer.text(&row.path).filter(|text| words::holds_words(text)) else { continue };
            row.found.push(peer.name);
            if peer.name == "pdftotext" {
                row.f1 = words::f1(&words::words(ours), &words::words(&theirs));
            }
        }
    }

    /// Reads files that lay inside another, and what lies in them, down to where an import stops.
    fn read_inside(&self, attachments: Vec<Attachment>, rows: &mut Vec<Read>) -> Result<()> {
        let mut waiting: Vec<(u32, Attachment)> = attachments.into_iter().map(|file| (1, file)).collect();
        while let Some((depth, file)) = waiting.pop() {
            let mut original = tempfile::tempfile()?;
            original.write_all(&file.bytes)?;
            let (mut extraction, took) = self.extract(original, &file.name);
            rows.push(Read::new(&file.name, &extraction, took));
            if depth < DEPTH {
                waiting.extend(extraction.attachments.drain(..).map(|file| (depth + 1, file)));
            }
        }
        Ok(())
    }
}

/// Files inside each other, as for an import by the usual limits.
const DEPTH: u32 = 10;

impl Read {
    fn new(name: &str, extraction: &Extraction, took: Duration) -> Self {
        Self {
            name: name.to_owned(),
            format: peer::format(&extraction.media_type).to_owned(),
            outcome: extraction.outcome,
            reason: extraction.reason.clone(),
            has_text: words::holds_words(&text_of(extraction)),
            usage: extraction.usage,
            took,
        }
    }
}

fn text_of(extraction: &Extraction) -> String {
    let text: Vec<&str> = extraction.pages.iter().map(|page| page.text.as_str()).collect();
    text.join("\n")
}

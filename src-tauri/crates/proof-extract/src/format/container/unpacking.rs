//! The way of an archive's entries to the other side, held to how far an archive may unpack.

use super::listing::{Listing, Why};
use crate::InnerFile;
use crate::output::{Output, Reading, Stop};
use crate::wire::CHUNK_BYTES;
use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

/// The way of an archive's entries to the other side.
pub(crate) struct Unpacking<'o, 'a> {
    output: &'o mut Output<'a>,
    listing: Listing,
    buffer: Vec<u8>,
    /// Bytes of the archive that have been read.
    read: Rc<Cell<u64>>,
    unpacked: u64,
    most: u64,
}

/// An entry, before its content.
pub(crate) struct Entry {
    pub file: InnerFile,
    /// How long the archive says it is.
    pub size: Option<u64>,
    /// How many bytes of the archive it takes, if that is known.
    pub packed: Option<u64>,
}

impl<'o, 'a> Unpacking<'o, 'a> {
    /// The way out of an archive of that many bytes.
    pub(crate) fn new(output: &'o mut Output<'a>, length: u64) -> Self {
        let most = most_of(output, length);
        let buffer = vec![0; CHUNK_BYTES];
        Self { output, listing: Listing::default(), buffer, read: Rc::default(), unpacked: 0, most }
    }

    /// `archive` with its bytes counted as they are read.
    pub(crate) fn counted<R>(&self, archive: R) -> Counted<R> {
        Counted { archive, read: Rc::clone(&self.read) }
    }

    /// What is listed.
    pub(crate) fn listing(&mut self) -> &mut Listing {
        &mut self.listing
    }

    /// How many entries are looked at.
    pub(crate) fn most_entries(&self) -> usize {
        self.output.limits().inner_files as usize
    }

    /// Passes an entry on and lists it. Nothing of one that could only be a bomb.
    pub(crate) fn entry(&mut self, entry: &Entry, content: &mut dyn Read) -> Result<(), Stop> {
        if let Some(why) = self.refusal(entry) {
            self.miss(entry, &why);
            return Ok(());
        }
        self.output.begin_inner(entry.file.clone())?;
        let passed = self.pass(entry, content);
        let incomplete = match &passed {
            Ok(Passed::Whole(_)) => None,
            Ok(Passed::Cut(why)) => Some(why.words().to_owned()),
            Err(Stop::Limit(words)) => Some(words.clone()),
            Err(_) => return passed.map(|_| ()),
        };
        self.output.end_inner(incomplete.as_deref())?;
        match passed {
            Ok(Passed::Whole(size)) => {
                self.listing.taken(&entry.file.name, size, entry.file.modified.as_deref());
                Ok(())
            }
            Ok(Passed::Cut(why)) => {
                self.miss(entry, &why);
                Ok(())
            }
            Err(stop) => {
                self.miss(entry, &Why::Limit(stop.to_string()));
                Err(stop)
            }
        }
    }

    /// Lists an entry that is not passed on.
    pub(crate) fn miss(&mut self, entry: &Entry, why: &Why) {
        self.listing.missing(&entry.file.name, entry.size, entry.file.modified.as_deref(), why);
    }

    /// Reads away bytes that nobody wants; they count as unpacked. Ends early where they end.
    pub(crate) fn skip(&mut self, from: &mut dyn Read, bytes: u64) -> Result<(), Stop> {
        let first = bytes.min(SKIP_BYTES);
        // What cannot be read any more is said of the entries that come after.
        let skipped = io::copy(&mut (&mut *from).take(first), &mut io::sink()).unwrap_or(0);
        self.spend(skipped)?;
        let left = bytes - skipped;
        if skipped < first || left == 0 {
            return Ok(());
        }
        // An archive that goes on is not read for as long as it says if that is too long.
        if left > self.most.saturating_sub(self.unpacked) {
            return Err(self.over());
        }
        self.drain(&mut from.take(left))
    }

    /// Reads away all that is left of an entry in an archive whose next entry can only be reached through it.
    pub(crate) fn drain(&mut self, content: &mut dyn Read) -> Result<(), Stop> {
        loop {
            let skipped = io::copy(&mut content.take(DRAIN_BYTES), &mut io::sink()).unwrap_or(0);
            self.spend(skipped)?;
            if skipped < DRAIN_BYTES {
                return Ok(());
            }
        }
    }

    /// The walk ended early.
    pub(crate) fn stopped(&mut self, why: Why) {
        self.listing.stopped(why);
    }

    /// Sends the listing as the archive's page, and says how it went.
    pub(crate) fn finish(self) -> Reading {
        let ending = self.listing.ending();
        if !self.listing.is_empty() {
            self.output.page(None, &self.listing.text())?;
        }
        Ok(ending)
    }

    /// Why nothing of the entry is passed on, if so: by what the archive itself says of it.
    fn refusal(&self, entry: &Entry) -> Option<Why> {
        let most = most_of(self.output, entry.packed?);
        (entry.size? > most).then(|| Why::Limit(bomb(self.output.limits().expansion)))
    }

    fn pass(&mut self, entry: &Entry, content: &mut dyn Read) -> Result<Passed, Stop> {
        let before = self.read.get();
        let mut size = 0;
        loop {
            let count = match content.read(&mut self.buffer) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Ok(Passed::Cut(Why::Damaged(damage(&error)))),
            };
            size += count as u64;
            self.spend(count as u64)?;
            if entry.size.is_some_and(|claimed| size > claimed) {
                return Ok(Passed::Cut(Why::Damaged("it is longer than the archive says".into())));
            }
            if size > most_of(self.output, entry.packed.unwrap_or(self.read.get() - before)) {
                return Ok(Passed::Cut(Why::Limit(bomb(self.output.limits().expansion))));
            }
            self.output.inner_bytes(&self.buffer[..count])?;
        }
        Ok(match entry.size {
            Some(claimed) if size < claimed => {
                Passed::Cut(Why::Damaged(format!("it ends after {size} of {claimed} bytes")))
            }
            _ => Passed::Whole(size),
        })
    }

    /// Counts bytes that were unpacked.
    pub(crate) fn spend(&mut self, bytes: u64) -> Result<(), Stop> {
        let before = self.unpacked;
        self.unpacked += bytes;
        if before / PROGRESS_BYTES != self.unpacked / PROGRESS_BYTES {
            self.output.progress()?;
        }
        if self.unpacked > self.most { Err(self.over()) } else { Ok(()) }
    }

    fn over(&self) -> Stop {
        Stop::Limit(bomb(self.output.limits().expansion))
    }
}

const SKIP_BYTES: u64 = 1 << 20;
const DRAIN_BYTES: u64 = 8 << 20;
/// Bytes after which it is said that work goes on, whether anything is passed on or not.
const PROGRESS_BYTES: u64 = 16 << 20;

enum Passed {
    Whole(u64),
    Cut(Why),
}

/// How far that many packed bytes may unpack.
fn most_of(output: &Output<'_>, packed: u64) -> u64 {
    let limits = output.limits();
    packed.saturating_mul(limits.expansion).max(limits.expansion_free)
}

fn bomb(ratio: u64) -> String {
    format!("it unpacks to more than {ratio} times its size, as a decompression bomb does")
}

fn damage(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "the archive ends within it".to_owned(),
        _ => format!("it is damaged ({error})"),
    }
}

/// An archive of which the bytes are counted as they are read.
pub(crate) struct Counted<R> {
    archive: R,
    read: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.archive.read(buffer)?;
        self.read.set(self.read.get() + count as u64);
        Ok(count)
    }
}

impl<R: Seek> Seek for Counted<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.archive.seek(to)
    }
}

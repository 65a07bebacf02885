//! The ZIP package of a document (ECMA-376 part 2), with guards against bombs.

use crate::output::{Output, Stop};
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// A package whose parts are read one by one, by name, and only as data.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

/// Any part may grow to this; beyond, only as far as [`MAX_RATIO`] lets it.
const FREE_BYTES: u64 = 1 << 20;
/// How many times larger than its compressed form a part may be: XML compresses 5 to 20 times.
const MAX_RATIO: u64 = 100;
/// What no part of an honest document exceeds.
const MAX_BYTES: u64 = 256 << 20;

impl<'a> Package<'a> {
    /// The package in `input`, if it is one.
    pub(crate) fn open(input: &'a [u8]) -> Option<Self> {
        ZipArchive::new(Cursor::new(input)).ok().map(|archive| Self { archive })
    }

    /// The names of its parts.
    pub(crate) fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect()
    }

    /// Whether there is such a part.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// A part as text, or nothing if it is missing or damaged.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<String>, Stop> {
        let Some(name) = self.name_as_written(name) else { return Ok(None) };
        let Ok(part) = self.archive.by_name(&name) else { return Ok(None) };
        let most = most_bytes(part.compressed_size());
        let mut bytes = Vec::new();
        let read = part.take(most + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > most {
            return Err(bomb());
        }
        Ok(read.is_ok().then(|| crate::format::txt::decode(&bytes, Some(encoding_rs::UTF_8))))
    }

    /// Refuses a package of which some part, or all of them together, unpack to more than is allowed: for readers
    /// that unpack on their own. Damaged parts are passed over, and so are pictures and what is embedded, which those
    /// readers leave alone.
    pub(crate) fn weigh(&mut self, most_together: u64, output: &mut Output<'_>) -> Result<(), Stop> {
        let mut left = most_together;
        for index in 0..self.archive.len() {
            let Ok(part) = self.archive.by_index(index) else { continue };
            if part.name().is_ok_and(|name| name.contains("/embeddings/") || name.contains("/media/")) {
                continue;
            }
            let most = most_bytes(part.compressed_size()).min(left);
            let unpacked = io::copy(&mut part.take(most + 1), &mut io::sink()).unwrap_or(0);
            left = left.checked_sub(unpacked).filter(|_| unpacked <= most).ok_or_else(bomb)?;
            output.progress()?;
        }
        Ok(())
    }

    /// Names of parts are equal whatever the case of their letters; some programs part them by backslashes.
    fn name_as_written(&self, name: &str) -> Option<String> {
        if self.has(name) {
            return Some(name.to_owned());
        }
        self.names().into_iter().find(|written| written.replace('\\', "/").eq_ignore_ascii_case(name))
    }
}

fn most_bytes(compressed: u64) -> u64 {
    compressed.saturating_mul(MAX_RATIO).clamp(FREE_BYTES, MAX_BYTES)
}

fn bomb() -> Stop {
    Stop::Limit("it unpacks to far more than its size, as a decompression bomb does".into())
}

//! The ZIP package of a document (ECMA-376 part 2), with guards against bombs.

use crate::output::Stop;
use std::io::{Cursor, Read};
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

    /// A part as text, or nothing if it is missing or damaged.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<String>, Stop> {
        let Ok(part) = self.archive.by_name(name) else { return Ok(None) };
        let most = part.compressed_size().saturating_mul(MAX_RATIO).clamp(FREE_BYTES, MAX_BYTES);
        let mut bytes = Vec::new();
        let read = part.take(most + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > most {
            return Err(Stop::Limit(
                "it unpacks to far more than its size, as a decompression bomb does".into(),
            ));
        }
        Ok(read.is_ok().then(|| crate::format::txt::decode(&bytes, Some(encoding_rs::UTF_8))))
    }
}

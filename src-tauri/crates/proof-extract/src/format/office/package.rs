//! The ZIP package of a document (ECMA-376 part 2), with guards against bombs.

use crate::expansion::Expansion;
use crate::output::Stop;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A package whose parts are read one by one, by name, and only as data.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    expansion: Expansion,
}

/// What the parts of no honest document exceed, all together.
const MAX_BYTES: u64 = 256 << 20;

impl<'a> Package<'a> {
    /// The package in `input`, if it is one.
    pub(crate) fn open(input: &'a [u8]) -> Option<Self> {
        let expansion = Expansion::of(input.len() as u64).at_most(MAX_BYTES);
        ZipArchive::new(Cursor::new(input)).ok().map(|archive| Self { archive, expansion })
    }

    /// The names of its parts.
    pub(crate) fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect()
    }

    /// A part as text, or nothing if it is missing or damaged.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<String>, Stop> {
        let Ok(part) = self.archive.by_name(name) else { return Ok(None) };
        let packed = part.compressed_size();
        let mut bytes = Vec::new();
        let read = part.take(self.expansion.to_read(packed)).read_to_end(&mut bytes);
        self.expansion.count(packed, bytes.len() as u64)?;
        Ok(read.is_ok().then(|| crate::format::txt::decode(&bytes, Some(encoding_rs::UTF_8))))
    }
}

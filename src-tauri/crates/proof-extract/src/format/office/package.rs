//! The ZIP package of a document (ECMA-376 part 2), with guards against bombs.

use crate::expansion::Expansion;
use crate::output::{Output, Stop};
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// A package whose parts are read one by one, by name, and only as data.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes of all of it, as it is packed.
    packed: u64,
    expansion: Expansion,
}

/// What the parts of no honest document exceed, all together.
const MAX_BYTES: u64 = 256 << 20;

impl<'a> Package<'a> {
    /// The package in `input`, if it is one.
    pub(crate) fn open(input: &'a [u8]) -> Option<Self> {
        let packed = input.len() as u64;
        let expansion = Expansion::of(packed).at_most(MAX_BYTES);
        ZipArchive::new(Cursor::new(input)).ok().map(|archive| Self { archive, packed, expansion })
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
        let packed = part.compressed_size();
        let mut bytes = Vec::new();
        let read = part.take(self.expansion.to_read(packed)).read_to_end(&mut bytes);
        self.expansion.count(packed, bytes.len() as u64)?;
        Ok(read.is_ok().then(|| crate::format::txt::decode(&bytes, Some(encoding_rs::UTF_8))))
    }

    /// Refuses a package of which some part, or all of them together, unpack to more than is allowed: for readers
    /// that unpack on their own. Damaged parts are passed over, and so are pictures and what is embedded, which those
    /// readers leave alone.
    pub(crate) fn weigh(&mut self, most_together: u64, output: &mut Output<'_>) -> Result<(), Stop> {
        let mut expansion = Expansion::of(self.packed).at_most(most_together);
        for index in 0..self.archive.len() {
            let Ok(part) = self.archive.by_index(index) else { continue };
            if part.name().is_ok_and(|name| name.contains("/embeddings/") || name.contains("/media/")) {
                continue;
            }
            let packed = part.compressed_size();
            let unpacked = io::copy(&mut part.take(expansion.to_read(packed)), &mut io::sink()).unwrap_or(0);
            expansion.count(packed, unpacked)?;
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

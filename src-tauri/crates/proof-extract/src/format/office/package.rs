//! The ZIP package of a document (ECMA-376 part 2), with guards against bombs.

use super::salvage;
use crate::expansion::{Expansion, most};
use crate::output::{Output, Stop};
use std::collections::HashMap;
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// A package whose parts are read one by one, by name, and only as data.
pub(crate) struct Package<'a> {
    archive: Archive<'a>,
    /// Names as they are written, by their plain form; made when a part is first not found as it is asked for.
    plain_names: Option<HashMap<String, String>>,
    /// Bytes of all of it, as it is packed.
    packed: u64,
    expansion: Expansion,
}

enum Archive<'a> {
    Whole(ZipArchive<Cursor<&'a [u8]>>),
    /// Parts of one that has lost its end.
    Cut(HashMap<String, Vec<u8>>),
}

/// What the parts of no honest document exceed, all together.
const MAX_BYTES: u64 = 256 << 20;

impl<'a> Package<'a> {
    /// The package in `input`, if it is one, or what can be saved of one that has lost its end.
    pub(crate) fn open(input: &'a [u8]) -> Option<Self> {
        let packed = input.len() as u64;
        let archive = match ZipArchive::new(Cursor::new(input)) {
            Ok(archive) => Archive::Whole(archive),
            Err(_) => Archive::Cut(salvage::parts(input, most)),
        };
        if matches!(&archive, Archive::Cut(parts) if parts.is_empty()) {
            return None;
        }
        let expansion = Expansion::of(packed).at_most(MAX_BYTES);
        Some(Self { archive, plain_names: None, packed, expansion })
    }

    /// Whether its end is missing.
    pub(crate) const fn is_cut(&self) -> bool {
        matches!(self.archive, Archive::Cut(_))
    }

    /// Whether pictures are among its parts.
    pub(crate) fn has_pictures(&self) -> bool {
        let is_picture = |name: &String| name.contains("/media/") || name.starts_with("Pictures/");
        self.names().iter().any(is_picture)
    }

    /// The names of its parts.
    pub(crate) fn names(&self) -> Vec<String> {
        match &self.archive {
            Archive::Whole(archive) => {
                archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect()
            }
            Archive::Cut(parts) => parts.keys().cloned().collect(),
        }
    }

    /// Whether there is such a part.
    pub(crate) fn has(&self, name: &str) -> bool {
        match &self.archive {
            Archive::Whole(archive) => archive.index_for_name(name).is_some(),
            Archive::Cut(parts) => parts.contains_key(name),
        }
    }

    /// A part as text, or nothing if it is missing or damaged.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<String>, Stop> {
        let Some(name) = self.name_as_written(name) else { return Ok(None) };
        let archive = match &mut self.archive {
            Archive::Whole(archive) => archive,
            Archive::Cut(parts) => return Ok(parts.get(&name).map(|part| text(part))),
        };
        let Ok(part) = archive.by_name(&name) else { return Ok(None) };
        let packed = part.compressed_size();
        let mut bytes = Vec::new();
        let read = part.take(self.expansion.to_read(packed)).read_to_end(&mut bytes);
        self.expansion.count(packed, bytes.len() as u64)?;
        Ok(read.is_ok().then(|| text(&bytes)))
    }

    /// Refuses a package of which some part, or all of them together, unpack to more than is allowed: for readers
    /// that unpack on their own. Damaged parts are passed over, and so are pictures and what is embedded, which those
    /// readers leave alone.
    pub(crate) fn weigh(&mut self, most_together: u64, output: &mut Output<'_>) -> Result<(), Stop> {
        let mut expansion = Expansion::of(self.packed).at_most(most_together);
        let Archive::Whole(archive) = &mut self.archive else { return Ok(()) };
        for index in 0..archive.len() {
            let Ok(part) = archive.by_index(index) else { continue };
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
    fn name_as_written(&mut self, name: &str) -> Option<String> {
        if self.has(name) {
            return Some(name.to_owned());
        }
        let plain = |name: &str| name.replace('\\', "/").to_ascii_lowercase();
        if self.plain_names.is_none() {
            self.plain_names = Some(self.names().into_iter().map(|name| (plain(&name), name)).collect());
        }
        self.plain_names.as_ref()?.get(&plain(name)).cloned()
    }
}

fn text(part: &[u8]) -> String {
    crate::format::txt::decode(part, Some(encoding_rs::UTF_8))
}

//! What a document's frame may ask for: the bytes of an original, the page made of an HTML document or an e-mail, and where
//! the words of a page stand.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
};

use proof_library::{DocumentRecord, LibraryError, Portrayal};
use proof_model::{DocumentId, Original, Outcome};
use serde::Serialize;

use crate::{Session, WireError, wire};

/// The most bytes of an original in one answer, save of an image, which is shown whole.
const MOST_BYTES: u64 = 4 << 20;
/// The most bytes of an image.
const MOST_BYTES_OF_IMAGE: u64 = 256 << 20;

/// An answer to a document's frame. Whoever sends it adds the policy under which it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// HTTP status code (RFC 9110).
    pub status: u16,
    /// What it is, which decides the policy.
    pub nature: Nature,
    /// Media type, by the bytes and never by what the file says of itself.
    pub media_type: String,
    /// Which bytes of an original these are; none for anything else.
    pub range: Option<ByteRange>,
    /// The bytes, or a line that says why there are none.
    pub body: Vec<u8>,
}

/// What an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Untrusted bytes as they came.
    Original,
    /// A page without scripts, made from a document in the worker process.
    Page,
    /// Words of pages and their places, as JSON.
    Words,
    /// Neither: a line of our own.
    Refusal,
}

/// Bytes `from` up to and without `to`, of `of` in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByteRange {
    /// First byte, from 0.
    pub from: u64,
    /// One past the last.
    pub to: u64,
    /// Size of the original.
    pub of: u64,
}

impl Session {
    /// Answers a document's frame: `/document/ID/original`, with `from=N&to=M` for a part of it; `/document/ID/page`;
    /// `/document/ID/reading`, the pages that a machine read, and `/document/ID/reading/N`, what it read there
    /// ([`wire::PageWords`]); `/document/ID/words/N`, in the same shape, where the words of a page's own text stand. The
    /// identifier is whole; nothing here takes a path of the file system. All else is 404.
    pub fn evidence(&self, path: &str, query: &str) -> Evidence {
        let Some((id, part)) = path.strip_prefix("/document/").and_then(|rest| rest.split_once('/')) else {
            return Evidence::refusal(404, "there is no such page");
        };
        let Ok(id) = id.parse::<DocumentId>() else {
            return Evidence::refusal(404, "that is no identifier of a document");
        };
        match part {
            "original" => self.original(id, query),
            "page" => self.portrayal(id),
            "reading" => Evidence::json(self.read_pages(id).as_ref()),
            _ => self.page_part(id, part),
        }
    }

    /// What belongs to one page, by the part's name and the page's number.
    fn page_part(&self, id: DocumentId, part: &str) -> Evidence {
        let page = part.split_once('/').and_then(|(name, page)| Some((name, page.parse().ok()?)));
        match page {
            Some(("reading", page)) => Evidence::json(self.page_reading(id, page).as_ref()),
            Some(("words", page)) => Evidence::json(self.page_words(id, page).as_ref()),
            _ => Evidence::refusal(404, "there is no such part of a document"),
        }
    }

    fn original(&self, id: DocumentId, query: &str) -> Evidence {
        let Some((from, to)) = asked(query) else {
            return Evidence::refusal(400, "from and to are whole numbers of bytes");
        };
        let Ok((record, mut file)) = self.open_original(id) else {
            return Evidence::refusal(404, "there is no such document, or its original is missing");
        };
        let Some(range) = within(from, to, &record.original) else {
            return Evidence::refusal(416, "the original has no such bytes");
        };
        match read(&mut file, range) {
            Ok(body) => Evidence {
                status: if range.to - range.from == range.of { 200 } else { 206 },
                nature: Nature::Original,
                media_type: record.original.media_type,
                range: Some(range),
                body,
            },
            Err(_) => Evidence::refusal(500, "the original cannot be read"),
        }
    }

    /// The page made of an HTML document or an e-mail, in the worker process.
    fn portrayal(&self, id: DocumentId) -> Evidence {
        let Ok((record, portrayal)) = self.portray(id) else {
            return Evidence::refusal(404, "there is no such document, or its original is missing");
        };
        if portrayal.outcome != Outcome::Ok {
            let kind = record.original.media_type;
            let why = portrayal.reason.unwrap_or_else(|| format!("a {kind} has no page of its own"));
            return Evidence::refusal(415, &why);
        }
        Evidence {
            status: 200,
            nature: Nature::Page,
            media_type: "text/html; charset=utf-8".to_owned(),
            range: None,
            body: portrayal.html.into_bytes(),
        }
    }

    /// The pages that a machine read.
    fn read_pages(&self, id: DocumentId) -> Option<Vec<u32>> {
        self.library().ok()?.machine_read_pages(id).ok()
    }

    /// Where the words of a page's own text stand; none where that cannot be told.
    fn page_words(&self, id: DocumentId, page: u32) -> Option<wire::PageWords> {
        let library = self.library().ok()?;
        let record = library.read::<_, LibraryError>(|read| Ok(read.find_document(&id.to_string())?)).ok()?;
        let words = library.places(&record, page).ok().filter(|words| !words.is_empty())?;
        Some(words.into())
    }

    /// What a machine read on a page; none where none did.
    fn page_reading(&self, id: DocumentId, page: u32) -> Option<wire::PageWords> {
        let reading = self.library().ok()?.page_reading(id, page).ok()??;
        Some(reading.into())
    }

    fn portray(&self, id: DocumentId) -> Result<(DocumentRecord, Portrayal), WireError> {
        let library = self.library()?;
        let record = library.read::<_, LibraryError>(|read| Ok(read.find_document(&id.to_string())?))?;
        let portrayal = library.portray(&record)?;
        Ok((record, portrayal))
    }

    fn open_original(&self, id: DocumentId) -> Result<(DocumentRecord, File), WireError> {
        let library = self.library()?;
        let record = library.read::<_, LibraryError>(|read| Ok(read.find_document(&id.to_string())?))?;
        let file = library.original(&record.original.sha256)?;
        Ok((record, file))
    }
}

impl Evidence {
    fn json<T: Serialize>(told: Option<&T>) -> Self {
        let Some(Ok(body)) = told.map(serde_json::to_vec) else {
            return Self::refusal(404, "nothing is known of that page");
        };
        let media_type = "application/json".to_owned();
        Self { status: 200, nature: Nature::Words, media_type, range: None, body }
    }

    /// A line that says why there is nothing to show.
    pub fn refusal(status: u16, why: &str) -> Self {
        Self {
            status,
            nature: Nature::Refusal,
            media_type: "text/plain; charset=utf-8".to_owned(),
            range: None,
            body: why.as_bytes().to_vec(),
        }
    }
}

/// The `from` and `to` of a query, each of which may be left out; none where one is no number or there is more.
fn asked(query: &str) -> Option<(Option<u64>, Option<u64>)> {
    let (mut from, mut to) = (None, None);
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=')?;
        match name {
            "from" => from = Some(value.parse().ok()?),
            "to" => to = Some(value.parse().ok()?),
            _ => return None,
        }
    }
    Some((from, to))
}

/// The bytes that are asked for, as far as there are so many and one answer may hold them.
fn within(from: Option<u64>, to: Option<u64>, original: &Original) -> Option<ByteRange> {
    let of = original.size;
    let is_image = original.media_type.starts_with("image/");
    let most = if is_image { MOST_BYTES_OF_IMAGE } else { MOST_BYTES };
    let from = from.unwrap_or(0);
    let to = to.unwrap_or(of).min(of).min(from.saturating_add(most));
    (from < to || of == 0).then_some(ByteRange { from, to, of })
}

fn read(file: &mut File, range: ByteRange) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(range.from))?;
    let length = usize::try_from(range.to - range.from).map_err(io::Error::other)?;
    let mut bytes = vec![0; length];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use proof_model::Sha256;

    use super::*;

    fn original(size: u64, media_type: &str) -> Original {
        Original {
            sha256: Sha256::new([0; 32]),
            size,
            media_type: media_type.to_owned(),
            outcome: Outcome::Ok,
            reason: None,
            metadata: vec![],
            pages: 1,
        }
    }

    #[test]
    fn a_query_holds_numbers_of_bytes_and_nothing_else() {
        for (query, expected) in [
            ("", Some((None, None))),
            ("from=5", Some((Some(5), None))),
            ("to=9&from=5", Some((Some(5), Some(9)))),
            ("from=-1", None),
            ("from=1e3", None),
            ("from=5&path=/etc/passwd", None),
            ("from", None),
        ] {
            assert_eq!(asked(query), expected, "{query}");
        }
    }

    #[test]
    fn an_answer_ends_with_the_original_and_is_never_longer_than_its_limit() {
        let mib = 1 << 20;
        for (from, to, size, kind, expected) in [
            (None, None, 100, "application/pdf", Some((0, 100))),
            (Some(10), Some(20), 100, "application/pdf", Some((10, 20))),
            (Some(90), Some(200), 100, "application/pdf", Some((90, 100))),
            (Some(100), None, 100, "application/pdf", None),
            (Some(20), Some(10), 100, "application/pdf", None),
            (None, None, 9 * mib, "application/pdf", Some((0, 4 * mib))),
            (Some(8 * mib), Some(9 * mib), 9 * mib, "application/pdf", Some((8 * mib, 9 * mib))),
            (Some(1), Some(u64::MAX), 9 * mib, "application/pdf", Some((1, 4 * mib + 1))),
            (None, None, 9 * mib, "image/png", Some((0, 9 * mib))),
            (None, None, 0, "text/plain", Some((0, 0))),
        ] {
            let range = within(from, to, &original(size, kind));
            assert_eq!(range.map(|range| (range.from, range.to)), expected, "{from:?} {to:?} of {size}");
        }
    }
}

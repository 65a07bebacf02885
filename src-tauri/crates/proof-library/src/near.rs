//! Documents that are nearly the same, or that quote one another. None is hidden or dropped for it.

use proof_findings::{Signature, VERSION, Words, common};
use proof_model::{DocumentId, Page, Sha256};
use proof_store::{DocumentRecord, Sketch, Tx};

use crate::{Library, LibraryError};

/// Documents that are shown at most.
const MOST: usize = 100;
/// Candidates that are counted at most: a sketch also finds what turns out to share next to nothing.
const CANDIDATES: usize = 2 * MOST;
/// Documents that are signed in one transaction, where signatures are missing.
const BATCH: usize = 64;

/// What a document has in common with others.
#[derive(Debug, Clone, PartialEq)]
pub struct NearDocuments {
    /// The document.
    pub document: DocumentId,
    /// Whether its text is too short to be compared.
    pub too_short: bool,
    /// Documents that are not compared yet, since they were imported by an older version and the library is only read.
    pub unsigned: usize,
    /// The others, those with the largest share first; at most 100.
    pub near: Vec<Near>,
}

/// What another document has in common with one. Shares are of words in common runs of 8 or more, from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The other document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// The share of this document's words that the other has.
    pub share_of_this: f64,
    /// The share of the other's words that this one has.
    pub share_of_that: f64,
    /// Whether both are the same words in the same order. Documents with the same bytes are one document.
    pub same_words: bool,
}

impl Library {
    /// The documents that share text with one.
    ///
    /// # Errors
    /// Where there is no such document, or the library cannot be read.
    pub fn near(&self, key: &str) -> Result<NearDocuments, LibraryError> {
        let record = self.document(key)?;
        let unsigned = self.sign_missing()?;
        let document = record.document.id;
        let (pages, this) = self.words_of(document)?;
        let sketch = sketch(&pages);
        let mut found =
            NearDocuments { document, too_short: sketch.bytes.is_none(), unsigned, near: Vec::new() };
        let others = self.read::<_, LibraryError>(|read| Ok(read.sharing(&sketch, CANDIDATES + 1)?))?;
        for other in others.into_iter().filter(|other| *other != document) {
            found.near.extend(self.compared(&this, other)?);
        }
        let least = |near: &Near| (near.share_of_this.max(near.share_of_that), near.share_of_this);
        found.near.sort_by(|a, b| least(b).partial_cmp(&least(a)).unwrap_or(std::cmp::Ordering::Equal));
        found.near.truncate(MOST);
        Ok(found)
    }

    /// What another document has in common with these words; none where that is nothing.
    fn compared(&self, this: &Words, other: DocumentId) -> Result<Option<Near>, LibraryError> {
        let title = self.read::<_, LibraryError>(|read| Ok(read.document_title(other)?))?;
        let (_, that) = self.words_of(other)?;
        let common = common(this, &that);
        Ok((common.share_of_a > 0.0).then(|| Near {
            document: other,
            title,
            share_of_this: common.share_of_a,
            share_of_that: common.share_of_b,
            same_words: this.same(&that),
        }))
    }

    pub(crate) fn words_of(&self, document: DocumentId) -> Result<(Vec<Page>, Words), LibraryError> {
        let pages = self.read::<_, LibraryError>(|read| Ok(read.pages(document)?))?;
        let text: Vec<&str> = pages.iter().map(|page| page.text.as_str()).collect();
        let words = Words::of(&text.join("\n"));
        Ok((pages, words))
    }

    /// Signs what an older version imported, and gives how many documents stay unsigned: all of those where the library
    /// can only be read.
    pub(crate) fn sign_missing(&self) -> Result<usize, LibraryError> {
        let missing = self.read::<_, LibraryError>(|read| Ok(read.unsigned(VERSION)?))?;
        if self.read_only().is_some() {
            return Ok(missing.len());
        }
        for batch in missing.chunks(BATCH) {
            let signed: Vec<(Sha256, Sketch)> = batch
                .iter()
                .map(|(original, document)| {
                    let pages = self.read::<_, LibraryError>(|read| Ok(read.pages(*document)?))?;
                    Ok((*original, sketch(&pages)))
                })
                .collect::<Result<_, LibraryError>>()?;
            self.store()?.sign_all(&signed)?;
        }
        Ok(0)
    }
}

/// Keeps what near-duplicates of an original are looked up by.
pub(crate) fn sign(tx: &Tx<'_>, original: &Sha256, pages: &[Page]) -> Result<(), LibraryError> {
    Ok(tx.sign(original, &sketch(pages))?)
}

fn sketch(pages: &[Page]) -> Sketch {
    let Some(signature) = Signature::of(pages) else {
        return Sketch { version: VERSION, ..Sketch::default() };
    };
    Sketch {
        version: VERSION,
        bytes: Some(signature.to_bytes()),
        bands: signature.bands(),
        fingerprints: signature.fingerprints().to_vec(),
    }
}

/// When a document is from, as far as that is known, and then in which order documents came in: the oldest first.
pub(crate) fn age(record: &DocumentRecord) -> (bool, Option<chrono::NaiveDate>, DocumentId) {
    let document = &record.document;
    let day = document.published.earliest().or_else(|| document.dated.earliest());
    (day.is_none(), day, document.id)
}

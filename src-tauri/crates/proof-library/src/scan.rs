//! Pages that are pictures, read by a machine.

use std::ops::Range;

use proof_extract::{Extraction, Extractor, MachineWord, Place, Scan, ScanReader};
use proof_model::DocumentId;
use proof_store::{MachineReading, PageScan};

use crate::{Library, LibraryError, Reread, RereadWatcher};

/// What a machine read on a page, word by word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageReading {
    /// Whether the page has words of its own as well, which its text has before these.
    pub beside: bool,
    /// The words in reading order.
    pub words: Vec<ReadWord>,
}

/// A word that a machine read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadWord {
    /// The word as the page's text has it.
    pub text: String,
    /// What stands in the text between it and the next: a space, or the end of a line or a paragraph.
    pub after: String,
    /// Where it stands on the page.
    pub place: Place,
    /// How sure the machine is of it, 0 to 100.
    pub confidence: u8,
}

impl Library {
    /// The pages of a document that a machine read.
    ///
    /// # Errors
    /// Where the library cannot be read.
    pub fn machine_read_pages(&self, document: DocumentId) -> Result<Vec<u32>, LibraryError> {
        self.read(|read| Ok(read.machine_read_pages(document)?))
    }

    /// What a machine read on a page of a document; none where none did.
    ///
    /// # Errors
    /// Where there is no such page, or its words are not in its text.
    pub fn page_reading(&self, document: DocumentId, page: u32) -> Result<Option<PageReading>, LibraryError> {
        let (text, scan) = self.read::<_, LibraryError>(|read| {
            Ok((read.page(document, page)?.text, read.page_scan(document, page)?))
        })?;
        let Some(Ok(read)) = scan.map(|scan| scan.machine) else { return Ok(None) };
        let words = serde_json::from_str::<Vec<MachineWord>>(&read.words).ok();
        let reading = words.and_then(|words| reading(&text, &words));
        reading.map(Some).ok_or_else(|| {
            LibraryError::Refused(format!("the words that a machine read on page {page} are not in its text"))
        })
    }

    /// What reads documents, pages that are pictures too where this computer has a program for that. It is looked for
    /// each time until it is found: it may be installed meanwhile.
    pub(crate) fn extractor(&self) -> Extractor {
        self.surroundings.extractor.with_reader_of_scans(ScanReader::installed(&LANGUAGES))
    }

    /// What reads pages that are pictures on this computer, in words; or why nothing does, and what to do.
    ///
    /// # Errors
    /// The words for nothing.
    pub fn scan_reader(&self) -> Result<String, String> {
        let found = ScanReader::installed(&LANGUAGES);
        let tesseract = found.tesseract().map_err(ToString::to_string)?;
        Ok(format!("Pages that are pictures are read by {}.", tesseract.version()))
    }

    /// Reads those documents again of which pages are pictures that no machine has read.
    ///
    /// # Errors
    /// Where the library cannot be written.
    pub fn read_scans(&self, watcher: &mut dyn RereadWatcher) -> Result<Reread, LibraryError> {
        let documents = self.read::<_, LibraryError>(|read| Ok(read.documents_with_unread_scans()?))?;
        self.read_again_all_of(&documents, watcher)
    }
}

/// Languages that pages are expected in beside English, where the program has them: those of the sample's matters and
/// their neighbours. More would make each page slower.
const LANGUAGES: [&str; 3] = ["nld", "deu", "fra"];

/// The scans of a document as the store keeps them.
pub(crate) fn scans(read: &Extraction) -> Result<Vec<PageScan>, LibraryError> {
    read.scans.iter().map(scan).collect()
}

fn scan(scan: &Scan) -> Result<PageScan, LibraryError> {
    let machine = match &scan.machine {
        Some(read) => Ok(MachineReading {
            program: read.program.clone(),
            confidence: read.confidence.min(100),
            words: serde_json::to_string(&read.words)
                .map_err(|error| LibraryError::Refused(error.to_string()))?,
        }),
        None => Err(scan.unread.clone().unwrap_or_else(|| "no machine has read it".to_owned())),
    };
    Ok(PageScan { page: scan.page, machine })
}

/// The confidence below which a word is likely enough misread to be looked at again.
const DOUBTFUL: u8 = 60;

/// The words of which the machine was not sure, as ranges of bytes of the page's text.
pub fn doubtful_words(read: &MachineReading) -> Vec<Range<usize>> {
    let words = serde_json::from_str::<Vec<MachineWord>>(&read.words).unwrap_or_default();
    let doubtful = words.iter().filter(|word| word.confidence < DOUBTFUL);
    doubtful.map(|word| word.start as usize..word.end as usize).collect()
}

/// The words with their letters; none where they do not stand in the text in their order.
fn reading(text: &str, words: &[MachineWord]) -> Option<PageReading> {
    let ends = words.iter().skip(1).map(|next| next.start as usize).chain([text.len()]);
    let read = |(word, end): (&MachineWord, usize)| {
        let (start, stop) = (word.start as usize, word.end as usize);
        Some(ReadWord {
            text: text.get(start..stop)?.to_owned(),
            after: text.get(stop..end)?.to_owned(),
            place: word.place,
            confidence: word.confidence,
        })
    };
    let beside = words.first().is_some_and(|first| first.start > 0);
    Some(PageReading { beside, words: words.iter().zip(ends).map(read).collect::<Option<_>>()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(places: &[(u32, u32)]) -> Vec<MachineWord> {
        let place = Place { left: 1, top: 2, right: 3, bottom: 4 };
        places.iter().map(|&(start, end)| MachineWord { start, end, place, confidence: 90 }).collect()
    }

    #[test]
    fn words_are_cut_from_the_text_with_what_parts_them() {
        let read = reading("Thé fine\nwas\n\n92\n", &words(&[(0, 4), (5, 9), (10, 13), (15, 17)])).unwrap();
        let parts: Vec<(&str, &str)> = read.words.iter().map(|word| (&*word.text, &*word.after)).collect();
        assert_eq!(parts, [("Thé", " "), ("fine", "\n"), ("was", "\n\n"), ("92", "\n")]);
        assert!(!read.beside);
        assert!(reading("A stamp\n\nwords\n", &words(&[(9, 14)])).unwrap().beside);
        assert_eq!(reading("text", &[]), Some(PageReading { beside: false, words: vec![] }));
    }

    #[test]
    fn words_of_which_the_machine_was_not_sure_are_told() {
        let mut words = words(&[(0, 4), (5, 9), (10, 13)]);
        (words[0].confidence, words[2].confidence) = (60, 59);
        let read = |words: String| MachineReading { program: String::new(), confidence: 70, words };
        let told = doubtful_words(&read(serde_json::to_string(&words).unwrap()));
        assert_eq!((told.len(), &told[0]), (1, &(10..13)));
        assert!(doubtful_words(&read("no words".to_owned())).is_empty());
    }

    #[test]
    fn words_that_are_not_in_the_text_are_none() {
        for (what, places) in [
            ("beyond its end", vec![(0, 10)]),
            ("within a letter", vec![(0, 3)]),
            ("out of order", vec![(5, 6), (0, 2)]),
            ("ending before they begin", vec![(4, 2)]),
        ] {
            assert_eq!(reading("Thé fine", &words(&places)), None, "{what}");
        }
    }
}

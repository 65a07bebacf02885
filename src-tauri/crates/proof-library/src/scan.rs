//! Pages that are pictures, read by a machine.

use proof_extract::{Extraction, Extractor, Scan, ScanReader};
use proof_store::{MachineReading, PageScan};

use crate::{Library, LibraryError, Reread, RereadWatcher};

impl Library {
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

//! Who reads pages that are pictures.

use super::MachineRead;
use super::bitmap::Bitmap;
use super::process::Fault;
use super::tesseract::{NoTesseract, Tesseract};
use super::tsv;
use crate::Limits;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Reads pages that are pictures by the tesseract that is installed; or, where none is, has the reason at hand. Can be
/// shared between threads, each of which then has a tesseract of its own, of one thread.
#[derive(Debug, Clone)]
pub struct ScanReader {
    tesseract: Result<Tesseract, NoTesseract>,
    languages: Vec<String>,
    stop: Arc<AtomicBool>,
}

impl ScanReader {
    /// The tesseract that is installed, told to expect English and those of `languages` that it has: by its own names,
    /// `deu`, `script/Arabic`. Each language takes about as long as the first; none is taken for granted because it is
    /// installed.
    pub fn installed(languages: &[&str]) -> Self {
        Self::new(Tesseract::find(), &[&["eng"], languages].concat())
    }

    /// This tesseract, told to expect those of `languages` that it has, or if it has none of them, one that it has.
    pub fn new(tesseract: Result<Tesseract, NoTesseract>, languages: &[&str]) -> Self {
        let languages = languages.iter().map(ToString::to_string).collect();
        Self { tesseract, languages, stop: Arc::default() }
    }

    /// The same reader, which stops, in the middle of a page too, once `stop` is set. The document's outcome is then
    /// [`Partial`](proof_model::Outcome::Partial), and the pages not read are among its scans.
    #[must_use]
    pub fn stopped_by(self, stop: Arc<AtomicBool>) -> Self {
        Self { stop, ..self }
    }

    /// What reads, or why nothing does.
    pub fn tesseract(&self) -> Result<&Tesseract, &NoTesseract> {
        self.tesseract.as_ref()
    }

    /// What stands on `picture`, and its text.
    pub(super) fn read(&self, picture: &Bitmap, limits: &Limits) -> Result<(MachineRead, String), Fault> {
        let Ok(tesseract) = &self.tesseract else { return Err(Fault::Failed) };
        let languages = tesseract.chosen(&self.languages);
        let untrusted_table = tesseract.read(picture, &languages, limits.scan_time, &self.stop)?;
        let size = (picture.width, picture.height);
        let transcript = tsv::parse(&untrusted_table, size).ok_or(Fault::Nonsense)?;
        let confidence = transcript.confidence();
        let program = tesseract.version().to_owned();
        Ok((MachineRead { words: transcript.words, confidence, languages, program }, transcript.text))
    }
}

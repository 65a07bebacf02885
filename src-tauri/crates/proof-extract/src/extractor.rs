//! The trusted side: starts a worker, watches it, and turns whatever happens into one outcome.

use crate::extraction::{Extraction, Usage};
use crate::inner::{Collected, Inner};
use crate::intake::Intake;
use crate::lost::Lost;
use crate::placed::{PlacedIntake, PlacedWord};
use crate::portrayal::{Portrayal, PortrayalIntake};
use crate::process::{Running, Words, WorkerCommand};
use crate::scan::{ScanIntake, ScanReader};
use crate::table::{Table, TableError, TableIntake};
use crate::wire::Frame;
use crate::worker::{Job, Task};
use crate::{Confinement, Limits, Password, media_type};
use proof_model::Outcome;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Reads documents, each in a worker process of its own. Can be shared between threads.
#[derive(Debug, Clone)]
pub struct Extractor {
    command: WorkerCommand,
    limits: Limits,
    password: Option<Password>,
    stop: Option<Arc<AtomicBool>>,
    scans: Option<ScanReader>,
    leaves_scans: bool,
}

impl Extractor {
    /// An extractor that starts its workers by `command` and holds each to `limits`.
    pub fn new(command: WorkerCommand, limits: Limits) -> Self {
        Self { command, limits, password: None, stop: None, scans: None, leaves_scans: false }
    }

    /// The same extractor, with a password to try on documents that open only with one: PDF,
    /// Office documents but XLS, ZIP and 7z.
    #[must_use]
    pub fn with_password(&self, password: Password) -> Self {
        Self { password: Some(password), ..self.clone() }
    }

    /// The same extractor, whose workers and readers of scans end as soon as `stop` is set: what they were reading is not
    /// to be kept.
    #[must_use]
    pub fn stopped_by(&self, stop: Arc<AtomicBool>) -> Self {
        let scans = self.scans.clone().map(|reader| reader.stopped_by(stop.clone()));
        Self { stop: Some(stop), scans, ..self.clone() }
    }

    /// The same extractor, which has pages that are pictures drawn and read by `reader`. Without one, and where its
    /// tesseract is missing, nothing is drawn and the reason says which pages are pictures. Reading takes seconds a
    /// page, on the thread that calls.
    #[must_use]
    pub fn with_reader_of_scans(&self, reader: ScanReader) -> Self {
        Self { scans: (!self.leaves_scans).then_some(reader), ..self.clone() }
    }

    /// The same extractor, which reads no pages that are pictures, whatever reader it is given: to be compared with programs
    /// that read none.
    #[must_use]
    pub fn leaving_scans(&self) -> Self {
        Self { scans: None, leaves_scans: true, ..self.clone() }
    }

    /// What this system withholds from workers, as one of them finds that is started to be asked; none if it could not
    /// be. It is the same for all workers of one start of the program.
    pub fn confinement(&self) -> Option<Confinement> {
        let worker = self.command.start_anew(Stdio::null(), &self.job(Task::Confinement, "")).ok()?;
        let mut told = None;
        let attended = self.attend(worker, &mut |untrusted_frame| match untrusted_frame {
            Frame::Confinement(untrusted) => {
                told = Some(untrusted);
                Ok(false)
            }
            Frame::End(_) => Ok(true),
            _ => Err(Lost::Malformed),
        });
        told.filter(|_| attended.lost.is_none())
    }

    /// Reads one document, from its first byte whatever the position of `original`. Never fails: what went wrong is
    /// the outcome and its reason. `name` is the file's name, consulted only for formats that bytes do not tell apart.
    /// Files inside it are collected in memory, those that came whole, as far as the limits for attachments let them.
    pub fn extract(&self, original: File, name: &str) -> Extraction {
        let mut inner = Collected::new(&self.limits);
        let extraction = self.extract_with(original, name, &mut inner);
        let kept = extraction.outcome != Outcome::Crash;
        let attachments = if kept { inner.into_attachments() } else { Vec::new() };
        Extraction { attachments, ..extraction }
    }

    /// Reads one document as [`Self::extract`] does, and passes the files inside it on to `inner` as they come. Where
    /// the outcome is [`Outcome::Crash`], nothing that was passed on is to be believed.
    pub fn extract_with(&self, mut original: File, name: &str, inner: &mut dyn Inner) -> Extraction {
        let job = self.job(Task::Document, name);
        let mut intake = Intake::new(&self.limits, inner, ScanIntake::new(&self.limits, self.scans.as_ref()));
        intake.suppose_media_type(suppose_media_type(&mut original, name));
        match self.command.start(original, &job) {
            Ok(worker) => {
                let attended = self.attend(worker, &mut |untrusted_frame| intake.take(untrusted_frame));
                if let Some(lost) = attended.lost {
                    intake = intake.lost(lost);
                }
                intake.used(attended.usage, attended.diagnostics).into_extraction()
            }
            Err(error) => intake.lost(Lost::NotStarted(error)).into_extraction(),
        }
    }

    /// Reads the tables of the CSV file or workbook at `path`, all of it or, if anything is amiss, nothing. What kind
    /// of file it is, its bytes say; its name is not asked.
    pub fn table(&self, path: &Path) -> Result<Table, TableError> {
        let original = open(path).map_err(|error| TableError::NotOpened { path: path.to_owned(), error })?;
        let job = self.job(Task::Table, "");
        let mut intake = TableIntake::new(&self.limits);
        let lost = self.have_done(original, &job, &mut |untrusted_frame| intake.take(untrusted_frame));
        intake.into_table(lost).map_err(|reason| TableError::Refused { path: path.to_owned(), reason })
    }

    /// Draws a web page or an e-mail message as an inert page to look at, from the first byte of `original` whatever its
    /// position. Never fails: what went wrong is the outcome and its reason. `name` counts as for [`Self::extract`].
    pub fn portray(&self, original: File, name: &str) -> Portrayal {
        let mut intake = PortrayalIntake::new(&self.limits);
        let job = self.job(Task::Portrayal, name);
        let lost = self.have_done(original, &job, &mut |untrusted_frame| intake.take(untrusted_frame));
        intake.into_portrayal(lost)
    }

    /// Where the words of a page of a PDF stand, in the order in which [`Self::extract`] has them; none where that cannot be
    /// told.
    pub fn places(&self, original: File, page: u32) -> Vec<PlacedWord> {
        let mut intake = PlacedIntake::new(&self.limits);
        let job = self.job(Task::Words(page), "");
        let lost = self.have_done(original, &job, &mut |untrusted_frame| intake.take(untrusted_frame));
        intake.into_words(lost.as_ref())
    }

    /// Has a worker do a job with an original, from its first byte; how the worker was lost if it was.
    fn have_done(&self, mut original: File, job: &Job, take: &mut Take<'_>) -> Option<Lost> {
        match original.rewind().and_then(|()| self.command.start(original, job)) {
            Ok(worker) => self.attend(worker, take).lost,
            Err(error) => Some(Lost::NotStarted(error)),
        }
    }

    fn job(&self, task: Task, name: &str) -> Job {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let extension = extension.chars().take(16).collect();
        let draws = self.scans.as_ref().is_some_and(|reader| reader.tesseract().is_ok());
        Job { task, extension, draws, limits: self.limits.clone(), password: self.password.clone() }
    }

    fn attend(&self, worker: Running, take: &mut Take<'_>) -> Attended {
        let Running { process, stdout, stderr } = worker;
        let mut words = Words::new(stdout, stderr, &self.limits, self.stop.as_deref());
        let lost = receive(&mut words, take).err();
        if let Some(Lost::Ended) = lost {
            process.await_exit();
        }
        // It has said all it may. If it has ended this changes nothing, and if it has not, nothing else would end it.
        let (status, usage) = process.end();
        let diagnostics = words.into_complaints();
        let lost = lost.map(|lost| cause_of(lost, status, &diagnostics));
        Attended { lost, usage, diagnostics }
    }
}

/// Takes messages until the worker is done; how it was lost if it does not end as it should.
fn receive(words: &mut Words<'_>, take: &mut Take<'_>) -> Result<(), Lost> {
    while !take(words.next()?)? {}
    Ok(())
}

/// Checks and keeps one message; whether it was the last.
type Take<'a> = dyn FnMut(Frame) -> Result<bool, Lost> + 'a;

/// How it went with a worker.
struct Attended {
    lost: Option<Lost>,
    usage: Usage,
    diagnostics: String,
}

/// A file to read, and not a folder or a pipe, which would never end.
fn open(path: &Path) -> io::Result<File> {
    let is_file = std::fs::metadata(path)?.is_file();
    if is_file {
        File::open(path)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a file"))
    }
}

/// The media type by the first bytes, in case the worker does not live to say it.
fn suppose_media_type(original: &mut File, name: &str) -> &'static str {
    let mut head = Vec::new();
    let read = original.rewind().and_then(|()| original.by_ref().take(8 << 10).read_to_end(&mut head));
    let rewound = original.rewind();
    match read.and(rewound) {
        Ok(()) => media_type(&head, name),
        Err(_) => "application/octet-stream",
    }
}

/// How a worker was lost, more closely: by its exit status and its last words.
fn cause_of(lost: Lost, status: Option<ExitStatus>, diagnostics: &str) -> Lost {
    match lost {
        Lost::Ended if diagnostics.contains("memory allocation of") => Lost::OutOfMemory,
        Lost::Ended if diagnostics.contains("has overflowed its stack") => Lost::StackOverflow,
        Lost::Ended if status.is_some_and(is_out_of_processor_time) => Lost::OutOfProcessorTime,
        lost => lost,
    }
}

#[cfg(unix)]
fn is_out_of_processor_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn is_out_of_processor_time(_status: ExitStatus) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_that_cannot_be_started_is_a_reason_not_a_failure() {
        let extractor = Extractor::new(WorkerCommand::new("/nonexistent/program"), Limits::default());
        let extraction = extractor.extract(tempfile(b"%PDF-1.4"), "a.pdf");
        assert_eq!(extraction.outcome, Outcome::Crash);
        assert_eq!(extraction.media_type, "application/pdf");
        assert!(extraction.reason.unwrap().contains("could not be started"));
    }

    fn tempfile(bytes: &[u8]) -> File {
        use std::io::Write;
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        file
    }
}

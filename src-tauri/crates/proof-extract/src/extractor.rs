//! The trusted side: starts a worker, watches it, and turns whatever happens into one outcome.

use crate::command::WorkerCommand;
use crate::extraction::{Extraction, Usage};
use crate::inner::{Collected, Inner};
use crate::intake::Intake;
use crate::lost::Lost;
use crate::placed::{PlacedIntake, PlacedWord};
use crate::portrayal::{Portrayal, PortrayalIntake};
use crate::scan::{ScanIntake, ScanReader};
use crate::table::{Table, TableError, TableIntake};
use crate::wire::{self, Frame};
use crate::worker::{Job, Task};
use crate::{Confinement, Limits, Password, media_type};
use proof_model::Outcome;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::path::Path;
use std::process::{Child, ChildStdout, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use wait4::Wait4;

/// Reads documents, each in a worker process of its own. Can be shared between threads.
#[derive(Debug, Clone)]
pub struct Extractor {
    command: WorkerCommand,
    limits: Limits,
    password: Option<Password>,
    stop: Option<Arc<AtomicBool>>,
    scans: Option<ScanReader>,
}

/// How often it is looked whether to stop, while a worker says nothing.
const LOOK: Duration = Duration::from_millis(100);

impl Extractor {
    /// An extractor that starts its workers by `command` and holds each to `limits`.
    pub fn new(command: WorkerCommand, limits: Limits) -> Self {
        Self { command, limits, password: None, stop: None, scans: None }
    }

    /// The same extractor, with a password to try on documents that open only with one. So far only PDF readers do.
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
        Self { scans: Some(reader), ..self.clone() }
    }

    /// What this system withholds from workers, as one of them finds that is started to be asked; none if it could not
    /// be. It is the same for all workers of one start of the program.
    pub fn confinement(&self) -> Option<Confinement> {
        let child = self.command.spawn(Stdio::null(), &self.job(Task::Confinement, "")).ok()?;
        let mut told = None;
        let attended = self.attend(child, &mut |untrusted_frame| match untrusted_frame {
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
        match self.command.spawn(original, &job) {
            Ok(child) => {
                let attended = self.attend(child, &mut |untrusted_frame| intake.take(untrusted_frame));
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
        match original.rewind().and_then(|()| self.command.spawn(original, job)) {
            Ok(child) => self.attend(child, take).lost,
            Err(error) => Some(Lost::NotStarted(error)),
        }
    }

    fn job(&self, task: Task, name: &str) -> Job {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let extension = extension.chars().take(16).collect();
        let draws = self.scans.as_ref().is_some_and(|reader| reader.tesseract().is_ok());
        Job { task, extension, draws, limits: self.limits.clone(), password: self.password.clone() }
    }

    fn attend(&self, mut child: Child, take: &mut Take<'_>) -> Attended {
        let errors = child.stderr.take().map(keep_beginning);
        let lost = match child.stdout.take() {
            Some(stdout) => self.receive(stdout, take),
            None => Some(Lost::Ended),
        };
        if let Some(Lost::Ended) = lost {
            await_exit(&child);
        }
        // It has said all it may. If it has ended this changes nothing, and if it has not, nothing else would end it.
        let _ = child.kill();
        let waited = child.wait4();
        let diagnostics = errors.and_then(|thread| thread.join().ok()).unwrap_or_default();
        let status = waited.as_ref().ok().map(|used| used.status);
        let lost = lost.map(|lost| cause_of(lost, status, &diagnostics));
        let usage = waited.map(|used| usage_of(&used.rusage)).unwrap_or_default();
        Attended { lost, usage, diagnostics }
    }

    /// Takes messages until the worker is done; how it was lost if it does not end as it should.
    fn receive(&self, stdout: ChildStdout, take: &mut Take<'_>) -> Option<Lost> {
        let frames = listen(stdout, self.limits.clone());
        // What is done on this side meanwhile, be it reading a picture for a minute, is not the worker's time.
        let (mut waited, mut quiet) = (Duration::ZERO, Duration::ZERO);
        loop {
            let left = self.limits.longest.saturating_sub(waited);
            if left.is_zero() {
                return Some(Lost::Endless(self.limits.longest));
            }
            let patience = self.limits.silence.saturating_sub(quiet);
            if patience.is_zero() {
                return Some(Lost::Silent(self.limits.silence));
            }
            if self.stop.as_ref().is_some_and(|stop| stop.load(Ordering::Relaxed)) {
                return Some(Lost::Stopped);
            }
            let look = if self.stop.is_some() { LOOK } else { patience };
            let asked = Instant::now();
            let heard = frames.recv_timeout(look.min(patience).min(left));
            waited += asked.elapsed();
            quiet += asked.elapsed();
            let batch = match heard {
                Ok(batch) => batch,
                // Whether anything ran out is seen at the beginning.
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return Some(Lost::Ended),
            };
            quiet = Duration::ZERO;
            for frame in batch {
                match frame.map(&mut *take) {
                    Ok(Ok(true)) => return None,
                    Ok(Ok(false)) => {}
                    Ok(Err(lost)) => return Some(lost),
                    Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Some(Lost::Ended),
                    Err(_) => return Some(Lost::Malformed),
                }
            }
        }
    }
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

/// Messages that came together, the last of them perhaps a fault.
type Batch = Vec<io::Result<Frame>>;

/// Messages that are handed over at once, at most: a hundred thousand small ones one by one would wake the other thread
/// as often. What takes more than the buffer is handed over alone.
const BATCH: usize = 256;
const BUFFER: usize = 64 << 10;

/// Reads messages on a thread of its own, so that silence can be noticed. The thread ends with the pipe.
fn listen(stdout: ChildStdout, limits: Limits) -> Receiver<Batch> {
    let (sender, receiver) = sync_channel(4);
    thread::spawn(move || {
        let mut stdout = BufReader::with_capacity(BUFFER, stdout);
        let mut batch = Vec::new();
        while let Some(frame) = wire::read(&mut stdout, &limits).transpose() {
            let is_last = frame.is_err();
            batch.push(frame);
            if is_last {
                break;
            }
            let is_full = batch.len() >= BATCH || stdout.buffer().is_empty();
            if is_full && sender.send(std::mem::take(&mut batch)).is_err() {
                return;
            }
        }
        // The other side may have gone.
        let _ = sender.send(batch);
    });
    receiver
}

/// Waits a moment for a worker that has closed its output to end by itself, so that it keeps its own exit status.
#[cfg(unix)]
fn await_exit(child: &Child) {
    use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
    let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) else { return };
    let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    for _ in 0..100 {
        if !matches!(waitid(WaitId::Pid(pid), look), Ok(None)) {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
}

#[cfg(not(unix))]
fn await_exit(_child: &Child) {
    thread::sleep(Duration::from_millis(100));
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

const DIAGNOSTICS_BYTES: u64 = 16 << 10;

/// Keeps the beginning of what the worker complains about and reads the rest away, so that it never blocks.
fn keep_beginning(mut stderr: impl Read + Send + 'static) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut kept = Vec::new();
        let _ = stderr.by_ref().take(DIAGNOSTICS_BYTES).read_to_end(&mut kept);
        let _ = io::copy(&mut stderr, &mut io::sink());
        String::from_utf8_lossy(&kept).into_owned()
    })
}

fn usage_of(used: &wait4::ResourceUsage) -> Usage {
    Usage { processor: used.utime + used.stime, peak_memory: used.maxrss, pages: 0 }
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

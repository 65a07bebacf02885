//! The worker's side: one process, one document.

use crate::confine::Begun;
use crate::format::container;
use crate::input::Input;
use crate::limits::STACK_BYTES;
use crate::output::{Ending, Output, Reading, Stop};
use crate::process::fork_server;
use crate::table::TableOutput;
use crate::wire::{self, End, Frame};
use crate::{Limits, Password, format, hex, media};
use proof_model::Outcome;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::process::exit;
use std::thread;

/// What the parent tells the worker, as the argument after [`WORKER_ARGUMENT`].
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Job {
    /// What is wanted.
    pub task: Task,
    /// The end of the file's name after the last dot: all of the name that a reader may need, and no more, because
    /// other users of the machine can see a process's arguments.
    pub extension: String,
    /// Whether pages that are pictures are to be drawn.
    pub draws: bool,
    /// What the worker holds itself to; the parent checks again.
    pub limits: Limits,
    /// What opens the document, if it does not open without. Never among the arguments.
    #[serde(skip)]
    pub password: Option<Password>,
}

/// What a worker is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Task {
    /// Pages, claims and attachments.
    Document,
    /// Sheets of rows.
    Table,
    /// A page to look at.
    Portrayal,
    /// Where the words of a page stand, by its number.
    Words(u32),
    /// What a worker has given up.
    Confinement,
}

/// The hidden first argument that makes a program a worker.
pub(crate) const WORKER_ARGUMENT: &str = "extract-worker";

/// Serves one document and never returns, if the process was started as a worker; else returns at once.
///
/// To be called first thing in `main` of every program that extracts.
pub fn serve_if_worker() {
    serve_if_worker_acting(|original| original);
}

/// What the worker of a test does once it is confined, with the document's bytes. What it returns is read in their place.
#[doc(hidden)]
pub type Act = fn(Vec<u8>) -> Vec<u8>;

/// As [`serve_if_worker`], for tests of what becomes of a worker that does something else, and of what it still can do.
#[doc(hidden)]
pub fn serve_if_worker_acting(act: Act) {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() != Some(WORKER_ARGUMENT) {
        return;
    }
    let order = arguments.next().unwrap_or_default();
    exit(match Job::from_argument(&order) {
        Some(job) => serve(Job { password: Password::from_environment(), ..job }, act, Begun::begin),
        None if order == fork_server::ARGUMENT => fork_server::serve(act),
        None => 2,
    })
}

impl Job {
    /// As one argument, without the password.
    pub(crate) fn to_argument(&self) -> String {
        hex::encode(&self.to_bytes())
    }

    fn from_argument(argument: &str) -> Option<Self> {
        Self::from_bytes(&hex::decode(argument)?)
    }

    /// As bytes, without the password.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).unwrap_or_default()
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// A name that ends as the file's does.
    fn name(&self) -> String {
        format!("x.{}", self.extension)
    }
}

/// Does the job on the file that is standard input, confined from `begin` on; the exit code.
pub(crate) fn serve(job: Job, act: Act, begin: impl FnOnce() -> Option<Begun>) -> i32 {
    // No file can be opened later. A fork cannot even now, nor has it to: what its parent learns is its own.
    let account = File::open("/proc/self/status").ok();
    let Ok(input) = Input::given() else {
        return 3;
    };
    let Some(begun) = begin() else {
        return 6;
    };
    let original = Original { input, act };
    let reader = thread::Builder::new().stack_size(STACK_BYTES).spawn(move || read(&job, begun, original));
    let end = match reader.map(thread::JoinHandle::join) {
        Ok(Ok(Some(ending))) => ending,
        Ok(Err(_)) => Ending::because(Outcome::Crash, "the reader failed"),
        Ok(Ok(None)) | Err(_) => return 4,
    };
    send_end(end, account)
}

/// The original, and what a test does with it.
struct Original {
    input: Input,
    act: Act,
}

impl Original {
    fn whole(&mut self, limits: &Limits) -> Result<Vec<u8>, Stop> {
        self.input.whole(limits).map(self.act)
    }
}

/// Gives up all that is left to give up, then does the job; how it ended, unless nobody listens.
fn read(job: &Job, begun: Begun, mut original: Original) -> Option<Ending> {
    let confinement = begun.finish(&job.limits);
    // What is buffered is sent when it is dropped, and so before the end.
    let mut stdout = io::BufWriter::with_capacity(64 << 10, io::stdout().lock());
    match job.task {
        Task::Document => {
            let mut output = Output::new(&mut stdout, &job.limits).drawing(job.draws);
            let reading = read_document(&mut original, job, &mut output);
            finish(reading, output.pages())
        }
        Task::Table => finish(read_table(&mut original, &mut TableOutput::new(&mut stdout, &job.limits)), 0),
        Task::Portrayal => finish(portray(&mut original, job, &mut stdout), 0),
        Task::Words(page) => finish(place_words(&mut original, job, page, &mut stdout), 0),
        Task::Confinement => {
            wire::write(&mut stdout, &Frame::Confinement(confinement)).ok()?;
            Some(Ending::OK)
        }
    }
}

fn read_document(original: &mut Original, job: &Job, output: &mut Output<'_>) -> Reading {
    let input = &mut original.input;
    if input.length() == 0 {
        output.start("application/x-empty", None)?;
        return Ok(empty());
    }
    let name = job.name();
    let supposed = container::recognise(input, &name)?;
    if container::is_container(supposed) {
        output.start(supposed, None)?;
        return container::read(supposed, input, job.password.as_ref(), output);
    }
    let whole = original.whole(&job.limits)?;
    // What is in a package tells more than its bytes.
    let is_told = container::is_package(supposed);
    let media_type = if is_told { supposed } else { media::media_type(&whole, &name) };
    let password = job.password.as_ref();
    if let Some((media_type, opened)) =
        password.and_then(|password| format::unlocked(&whole, media_type, password))
    {
        output.start(media_type, None)?;
        return format::read(media_type, &opened, None, output);
    }
    output.start(media_type, None)?;
    format::read(media_type, &whole, password, output)
}

fn portray(original: &mut Original, job: &Job, to: &mut dyn Write) -> Reading {
    if original.input.length() == 0 {
        return Ok(empty());
    }
    let whole = original.whole(&job.limits)?;
    let media_type = media::media_type(&whole, &job.name());
    let Some(portrayal) = format::portray::portray(media_type, &whole, job.limits.portrayal_bytes)? else {
        let reason = "only web pages and e-mail messages are drawn in this way";
        return Ok(Ending::because(Outcome::Unsupported, reason));
    };
    wire::write(to, &Frame::Portrayal(portrayal))?;
    Ok(Ending::OK)
}

fn place_words(original: &mut Original, job: &Job, page: u32, to: &mut dyn Write) -> Reading {
    let whole = original.whole(&job.limits)?;
    let media_type = media::media_type(&whole, &job.name());
    let words = format::places(media_type, &whole, job.password.as_ref(), page).unwrap_or_default();
    wire::write(to, &Frame::Words(words))?;
    Ok(Ending::OK)
}

fn read_table(original: &mut Original, output: &mut TableOutput<'_>) -> Reading {
    if original.input.length() == 0 {
        return Ok(empty());
    }
    format::table::read(&original.whole(output.limits())?, output)
}

fn empty() -> Ending {
    Ending::because(Outcome::Unsupported, "the file is empty")
}

fn finish(reading: Reading, pages: u32) -> Option<Ending> {
    match reading {
        Ok(ending) => Some(ending),
        Err(Stop::Limit(limit)) if pages > 0 => {
            let reason = format!("{limit}; what comes after page {pages} was left out");
            Some(Ending::because(Outcome::Partial, reason))
        }
        Err(Stop::Limit(limit)) => Some(Ending::because(Outcome::Limit, limit)),
        Err(Stop::Malformed(fault)) => Some(Ending::because(Outcome::Unsupported, fault)),
        Err(Stop::Gone(_)) => None,
    }
}

fn send_end(ending: Ending, account: Option<File>) -> i32 {
    let end =
        End { outcome: ending.outcome, reason: ending.reason, peak_memory: account.and_then(peak_memory) };
    let mut stdout = io::stdout().lock();
    match wire::write(&mut stdout, &Frame::End(end)).and_then(|()| stdout.flush()) {
        Ok(()) => 0,
        Err(_) => 5,
    }
}

/// Largest resident memory in bytes, by the kernel's account of this process. What the parent learns from waiting can be
/// the parent's own: Linux carries that maximum over when a process starts another program.
fn peak_memory(mut account: File) -> Option<u64> {
    let mut status = String::new();
    account.rewind().and_then(|()| account.read_to_string(&mut status)).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_survives_the_command_line() {
        let password = Some(Password::new("geheim"));
        let job = Job {
            task: Task::Table,
            extension: "eml".into(),
            draws: true,
            limits: Limits::default(),
            password,
        };
        let back = Job::from_argument(&job.to_argument()).unwrap();
        assert_eq!(back.password, None, "a password is not among the arguments");
        assert_eq!((back.task, back.extension.as_str()), (Task::Table, "eml"));
        assert_eq!(back.limits.pages, job.limits.pages);
    }

    #[test]
    fn an_argument_that_is_no_job_is_refused() {
        for argument in ["", "zz", "0", "ffffffff", "é"] {
            assert!(Job::from_argument(argument).is_none(), "{argument}");
        }
    }
}
